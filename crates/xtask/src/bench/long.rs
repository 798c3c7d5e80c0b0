//! A statement as long as one likes: headings, paragraphs with notes, lists, a table.

use std::fmt::Write as _;

use rostrum_core::model::Statement;

/// Sentences of our own; each paragraph takes them in another order.
const SENTENCES: [&str; 8] = [
    "States should share what they learn from an incident with all who are affected by it.",
    "The protection of hospitals, schools and water comes before every other aim of a measure.",
    "Capacity-building works when it is led by those whose capacity is to be built.",
    "We ask that reports name the harm, the remedy and the time within which it will be given.",
    "A norm that nobody follows up is a wish; a short list of steps for each of them would help.",
    "Civil society has offered its experience at every session and will go on doing so.",
    "The draft rightly recalls that international law applies in its entirety.",
    "Points of contact need hours, languages and a second name in case the first one is ill.",
];

/// Returns a statement with this many paragraphs, in the shape of a long contribution.
pub(super) fn statement(paragraphs: usize) -> Statement {
    Statement {
        title: "Comments on the zero draft".into(),
        organisation: "Example Network".into(),
        language: "en".into(),
        body: body(paragraphs),
        ..Statement::default()
    }
}

/// Returns its body in Markdown.
pub(super) fn body(paragraphs: usize) -> String {
    let mut out = String::new();
    let mut notes = String::new();
    for at in 0..paragraphs {
        if at % 10 == 0 {
            let _ = write!(out, "# Part {}\n\n", at / 10 + 1);
        }
        if at % 10 == 5 {
            let _ = write!(out, "## On point {at}\n\n");
        }
        for sentence in 0..9 {
            let words = SENTENCES[(at * 5 + sentence * 3) % SENTENCES.len()];
            let _ = write!(out, "{words} ");
            if sentence == 4 {
                let _ = write!(out, "This is **point {at}** of *{paragraphs}*. ");
            }
        }
        if at % 3 == 0 {
            let _ = write!(out, "[^{at}]");
            let _ =
                write!(notes, "[^{at}]: See A/79/214, para. {at}, and what was said on it.\n\n");
        }
        out.push_str("\n\n");
        if at % 12 == 7 {
            out.push_str("- a first step\n- a second step\n- a third step\n\n");
        }
        if at % 40 == 20 {
            out.push_str("| Measure | By | When |\n| --- | --- | --- |\n");
            out.push_str("| Reports | States | each year |\n| Reviews | the group | in 2027 |\n\n");
        }
    }
    out + &notes
}
