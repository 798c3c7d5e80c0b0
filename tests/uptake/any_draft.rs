//! What holds for any draft.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use rostrum_core::model::response::Target;
use rostrum_core::model::{Draft, Response, ResponseKind, Statement};
use rostrum_core::revise::uptake::{UptakeStatus, uptake};

use crate::notation::{draft, target};

/// A paragraph of words, most of them its own.
fn paragraph() -> impl Strategy<Value = String> {
    vec((0..2000_u32, any::<bool>()), 8..24).prop_map(|words| {
        let words: Vec<String> = words
            .into_iter()
            .map(
                |(n, small)| if small && n % 3 == 0 { "of the".into() } else { format!("word{n}") },
            )
            .collect();
        words.join(" ") + "."
    })
}

fn paragraphs() -> impl Strategy<Value = Vec<String>> {
    vec(paragraph(), 4..10)
}

fn numbered(paragraphs: &[String]) -> Draft {
    let lines: Vec<String> =
        paragraphs.iter().enumerate().map(|(at, text)| format!("{}. {text}", at + 1)).collect();
    draft(lines.iter().map(String::as_str))
}

fn response(kind: ResponseKind, target: Target, proposal: String) -> Response {
    Response {
        id: format!("{kind:?}"),
        kind,
        targets: vec![target],
        proposal,
        ..Response::default()
    }
}

/// Puts a phrase nobody wrote into a text, after one of its words, and may take words out.
fn changed(text: &str, at: Index, asked: &str, taken: usize) -> String {
    let mut words: Vec<&str> = text.split(' ').collect();
    let at = at.index(words.len());
    let end = (at + taken).min(words.len().saturating_sub(4).max(at));
    words.splice(at..end, [asked]);
    words.join(" ")
}

const ASKED: [&str; 4] = [
    "ombuds",
    "independent oversight",
    "in consultation with affected communities",
    "shall publish yearly",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn in_the_draft_itself_nothing_is_taken_up_and_everything_stands(
        texts in paragraphs(),
        which in any::<Index>(),
        twice in any::<bool>(),
        at in any::<Index>(),
        asked in 0..ASKED.len(),
        taken in 0..4_usize,
    ) {
        let mut texts = texts;
        let which = which.index(texts.len());
        if twice {
            texts.push(texts[which].clone());
        }
        let before = numbered(&texts);
        let of = target("before", &before.blocks[which]);
        let proposal = changed(&texts[which], at, ASKED[asked], taken);
        let statement = Statement {
            responses: vec![
                response(ResponseKind::Modify, of.clone(), proposal),
                response(ResponseKind::Keep, of.clone(), String::new()),
                response(ResponseKind::Delete, of, String::new()),
            ],
            ..Statement::default()
        };
        let drafts = [("before".to_owned(), before.clone())];
        let found = uptake(&statement, &drafts, ("after", &before));
        let statuses: Vec<UptakeStatus> = found.proposals.iter().map(|p| p.status).collect();
        prop_assert_eq!(
            statuses,
            [UptakeStatus::Not, UptakeStatus::Adopted, UptakeStatus::Opposite]
        );
    }

    #[test]
    fn in_a_text_made_of_the_proposals_all_is_adopted(
        texts in paragraphs(),
        at in any::<Index>(),
        asked in 0..ASKED.len(),
        taken in 0..4_usize,
    ) {
        let before = numbered(&texts);
        let proposal = changed(&texts[0], at, ASKED[asked], taken);
        let added = "States invite scholars and hospitals to report openly on harm they suffered.";
        let of = |at: usize| target("before", &before.blocks[at]);
        let statement = Statement {
            responses: vec![
                response(ResponseKind::Modify, of(0), proposal.clone()),
                response(ResponseKind::Add, of(1), added.into()),
                response(ResponseKind::Delete, of(2), String::new()),
                response(ResponseKind::Keep, of(3), String::new()),
            ],
            ..Statement::default()
        };
        let mut later = texts.clone();
        later[0] = proposal;
        later.remove(2);
        later.insert(2, added.into());
        let drafts = [("before".to_owned(), before.clone())];
        let found = uptake(&statement, &drafts, ("after", &numbered(&later)));
        for proposal in &found.proposals {
            prop_assert_eq!(proposal.status, UptakeStatus::Adopted, "{:?}", proposal);
            prop_assert_eq!(proposal.share, Some(1.0), "{:?}", proposal);
        }
    }

    #[test]
    fn evidence_is_the_later_text_to_the_last_sign(
        texts in paragraphs(),
        later in paragraphs(),
        proposal in paragraph(),
    ) {
        let (before, after) = (numbered(&texts), numbered(&later));
        let of = target("before", &before.blocks[0]);
        let statement = Statement {
            responses: ResponseKind::ALL
                .map(|kind| response(kind, of.clone(), proposal.clone()))
                .into(),
            ..Statement::default()
        };
        let drafts = [("before".to_owned(), before)];
        let found = uptake(&statement, &drafts, ("after", &after));
        prop_assert_eq!(found.proposals.len() + found.without_wording.len(), 7);
        for proposal in &found.proposals {
            let share = proposal.share.unwrap_or_default();
            prop_assert!((0.0..=1.0).contains(&share));
            for evidence in &proposal.evidence {
                let block = after.block(&evidence.block).expect("a block of the later text");
                let runs: String = evidence.runs.iter().map(|run| run.text.as_str()).collect();
                prop_assert_eq!(&runs, &block.text);
            }
        }
    }
}
