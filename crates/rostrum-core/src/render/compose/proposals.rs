//! The wording a response asks for, as insertions and deletions against the draft's words.

use super::clean::inside;
use super::inlines::{push_merged, trimmed};
use super::labels::Aim;
use super::notes::Notes;
use crate::model::document::{Inline, Marks};
use crate::model::{Response, ResponseKind};

/// Emphasis of words put in.
pub(super) const INSERTED: Marks = Marks { inserted: true, ..Marks::NONE };
/// Emphasis of words taken out.
pub(super) const DELETED: Marks = Marks { deleted: true, ..Marks::NONE };

/// Returns the wording asked for; empty when the kind of response asks for none.
pub(super) fn wording(response: &Response, aims: &[Aim<'_>], notes: &mut Notes<'_>) -> Vec<Inline> {
    let draft = draft_words(aims);
    let mut line = Vec::new();
    match response.kind {
        ResponseKind::Modify if response.proposal.trim().is_empty() => {}
        ResponseKind::Modify => {
            let proposal = tidy(&response.proposal);
            for run in notes.diff(&draft, &proposal) {
                let marks = match run.change.as_str() {
                    "inserted" => INSERTED,
                    "deleted" => DELETED,
                    _ => Marks::default(),
                };
                push_lines(&mut line, &run.text, marks);
            }
        }
        ResponseKind::Add => push_lines(&mut line, &tidy(&response.proposal), INSERTED),
        ResponseKind::Delete => push_lines(&mut line, &draft, DELETED),
        ResponseKind::General
        | ResponseKind::Keep
        | ResponseKind::Move
        | ResponseKind::Question => {}
    }
    trimmed(line)
}

/// Returns the draft's words of everything a response answers.
pub(super) fn draft_words(aims: &[Aim<'_>]) -> String {
    aims.iter().map(|aim| tidy(aim.words())).collect::<Vec<_>>().join("\n")
}

/// Returns wording line by line, each a paragraph: an empty one between two is none.
pub(super) fn tidy(text: &str) -> String {
    let lines = text.lines().map(|line| inside(line).trim().to_owned());
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Appends words whose line ends become breaks.
pub(super) fn push_lines(line: &mut Vec<Inline>, text: &str, marks: Marks) {
    for (at, part) in text.split('\n').enumerate() {
        if at > 0 {
            line.push(Inline::Break);
        }
        if !part.is_empty() {
            push_merged(line, Inline::marked(part, marks));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_line_in_a_proposal_is_no_paragraph() {
        assert_eq!(tidy("\n14 bis. One. \n\n  \nTwo.\n"), "14 bis. One.\nTwo.");
    }
}
