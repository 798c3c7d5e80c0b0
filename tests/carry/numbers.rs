//! Numbers of paragraphs in one's own text follow their paragraphs.

use rostrum_core::coauthor::edited;
use rostrum_core::model::ResponseKind::{Keep, Move};
use rostrum_core::revise::references::{ReferenceOutcome, mentions};

use crate::scene::Scene;

const OLD: &str = "\
1. States recalled that the reports of the first cycle were adopted by consensus in the room.

2. States expressed concern that acts against hospitals are increasing in number and scale.

3. States should consider voluntary measures to protect the health sector from disruption.

4. States noted that small organizations often lack the means to recover from disruptions.

5. States are encouraged to fund the training of national response teams in all regions.
";

/// A new 2 came in, so that 2 became 3 and 3 became 4; the old 4 is gone.
const NEW: &str = "\
1. States recalled that the reports of the first cycle were adopted by consensus in the room.

2. The Working Group took note of a proposal by the Chair for a thematic session on ransomware.

3. States expressed concern that acts against hospitals are increasing in number and scale.

4. States should consider voluntary measures to protect the health sector from disruption.

5. States are encouraged to fund the training of national response teams in all regions.
";

fn followed(body: &str) -> String {
    let scene = Scene::new(&[OLD, NEW]).body(body);
    let plan = scene.plan("d2");
    let edits: Vec<_> = plan.references.iter().filter_map(|r| r.edit.clone()).collect();
    edited(body, &edits).expect("edits of this text")
}

#[test]
fn a_number_follows_its_paragraph() {
    assert_eq!(followed("We welcome paragraph 2."), "We welcome paragraph 3.");
    assert_eq!(
        followed("We welcome Paragraph 2 and para. 5."),
        "We welcome Paragraph 3 and para. 5."
    );
    assert_eq!(followed("See paras. 2 and 3; paragraph 1."), "See paras. 3 and 4; paragraph 1.");
    assert_eq!(followed("Paragraphs 2–3 matter."), "Paragraphs 3–4 matter.");
}

#[test]
fn a_number_whose_paragraph_is_gone_says_which_draft_it_means() {
    let scene = Scene::new(&[OLD, NEW]).body("We miss paragraph 4.");
    let plan = scene.plan("d2");
    assert_eq!(plan.references[0].outcome, ReferenceOutcome::Gone);
    assert_eq!(plan.findings.len(), 1);
    assert!(plan.findings[0].message.contains("paragraph 4"));
    let after = followed("We miss paragraph 4.");
    assert!(after.starts_with("We miss paragraph 4 (") && after.ends_with(")."), "{after}");
    assert!(mentions(&after, "en").is_empty(), "and is left alone from then on: {after}");
}

#[test]
fn a_range_with_other_paragraphs_in_it_is_said() {
    let scene = Scene::new(&[OLD, NEW]).body("We support paragraphs 1 to 3.");
    let plan = scene.plan("d2");
    assert_eq!(plan.references[0].outcome, ReferenceOutcome::Widened);
    assert_eq!(plan.references[0].after, "paragraphs 1 to 4");
    assert_eq!(plan.findings.len(), 1);
}

#[test]
fn where_numbering_begins_anew_a_number_is_not_guessed() {
    let two = format!(
        "A. First part\n\n{OLD}\nB. Second part\n\n2. The Chair thanked the host country for the rooms and for the interpretation.\n"
    );
    let new = format!(
        "A. First part\n\n{NEW}\nB. Second part\n\n2. The Chair thanked the host country for the rooms and for the interpretation.\n"
    );
    let scene = Scene::new(&[&two, &new]).body("We welcome paragraph 2.");
    assert_eq!(scene.plan("d2").references[0].outcome, ReferenceOutcome::Unsure);
}

#[test]
fn other_documents_are_left_alone() {
    for text in [
        "Recalling paragraph 2 of A/RES/70/237.",
        "Recalling paragraph 2 of resolution 70/237.",
        "Recalling A/70/174, paragraph 2.",
        "Recalling the report of 2021, paragraph 2, we ask for more.",
        "As we said in paragraph 2 above.",
        "They wrote “see paragraph 2”.",
        "It is known.[@key, para. 2]",
        "In paragraph 2023 or paragraph 2.5 or paragraph 2/3.",
    ] {
        assert_eq!(followed(text), text);
    }
}

#[test]
fn the_draft_may_be_named() {
    assert_eq!(followed("In paragraph 2 of the zero draft."), "In paragraph 3 of the zero draft.");
    assert_eq!(followed("Paragraph 2 in full."), "Paragraph 3 in full.");
}

#[test]
fn each_language_has_its_words() {
    let found = |text: &str, language: &str| -> Vec<String> {
        mentions(text, language)
            .into_iter()
            .flat_map(|m| m.labels.into_iter().map(|label| label.text))
            .collect()
    };
    assert_eq!(found("les paragraphes 12 à 14 et le par. 16 bis a)", "fr"), ["12", "14", "16 bis"]);
    assert_eq!(found("el párrafo 12 y los párrs. 14 y 15", "es"), ["12", "14", "15"]);
    assert_eq!(found("para 12 Estados", "es"), Vec::<String>::new(), "\"para\" is no paragraph");
    assert_eq!(found("в пункте 12 и пп. 14–15", "ru"), ["12", "14", "15"]);
    assert_eq!(found("الفقرة 12 والفقرة 14", "ar"), ["12", "14"]);
    assert_eq!(found("第12段和第14至15段", "zh"), ["12", "14", "15"]);
    assert_eq!(found("paragraph 16 bis (a) and para 7(b)(ii)", "en"), ["16 bis (a)", "7(b)(ii)"]);
}

#[test]
fn rationales_and_places_to_move_to_follow_as_well() {
    let mut scene = Scene::new(&[OLD, NEW]).response(Keep, &["1"], "").response(
        Move,
        &["5"],
        "After paragraph 2.",
    );
    scene.statement.responses[0].rationale = "It goes with paragraph 3.".into();
    let plan = scene.plan("d2");
    let after: Vec<(&str, &str)> =
        plan.references.iter().map(|r| (r.field.as_str(), r.after.as_str())).collect();
    assert_eq!(after, [("rationale", "paragraph 4"), ("proposal", "paragraph 3")]);
}

#[test]
fn a_text_that_was_written_against_the_new_draft_stays() {
    let scene =
        Scene::new(&[OLD, NEW]).body("We welcome paragraph 2.").response_in("d2", Keep, &["2"], "");
    assert!(scene.plan("d2").references.is_empty());
    let mut scene = Scene::new(&[OLD, NEW]).body("We welcome paragraph 2.");
    scene.statement.numbered_by = "d2".into();
    assert!(scene.plan("d2").references.is_empty());
}
