//! What two responses ask that cannot both be done.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::model::ResponseKind::{Delete, Keep, Modify, Move};
use crate::model::response::Target;
use crate::model::{BlockKind, Draft, Response, ResponseKind};
use crate::revise::words::diff;

/// Two responses that ask for what cannot both be done.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Conflict {
    /// Why they cannot both be done.
    pub kind: ConflictKind,
    /// Id of the response that stands first in the statement.
    pub first: String,
    /// Id of the other.
    pub second: String,
    /// Id of the draft they meet in.
    pub draft: String,
    /// Id of the block they meet in.
    pub block: String,
    /// Label of the block as printed.
    pub label: String,
    /// The draft's words that both change; empty unless [`ConflictKind::SameWords`].
    pub words: String,
    /// What the first puts in their place; empty for taking them out.
    pub first_words: String,
    /// What the second puts in their place.
    pub second_words: String,
}

/// Why two responses cannot both be followed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ConflictKind {
    /// One undoes what the other asks: keep and delete, delete and modify, move and delete.
    #[default]
    Opposite,
    /// Both change the same words.
    SameWords,
}

/// Finds the pairs of responses that cannot both be followed, in the order of the responses.
///
/// Only what is handed over counts: private responses and those set aside clash with nothing,
/// and neither do alternatives of each other. Two changes of one paragraph that touch
/// different words stand side by side, as do two additions at one place.
pub fn conflicts(responses: &[Response], drafts: &[(String, Draft)]) -> Vec<Conflict> {
    let submitted: Vec<&Response> = responses.iter().filter(|r| r.is_submitted()).collect();
    let mut out = Vec::new();
    for (at, second) in submitted.iter().enumerate() {
        for first in &submitted[..at] {
            if !are_alternatives(first, second) {
                out.extend(between(first, second, drafts));
            }
        }
    }
    out
}

/// Tells whether two responses are choices for the same thing.
fn are_alternatives(a: &Response, b: &Response) -> bool {
    a.alternative_to == b.id
        || b.alternative_to == a.id
        || (!a.alternative_to.is_empty() && a.alternative_to == b.alternative_to)
}

/// Returns the first conflict of two responses.
fn between(first: &Response, second: &Response, drafts: &[(String, Draft)]) -> Option<Conflict> {
    for target in &second.targets {
        let conflict = |kind, target: &Target| Conflict {
            kind,
            first: first.id.clone(),
            second: second.id.clone(),
            draft: target.draft.clone(),
            block: target.block.clone(),
            label: target.label.clone(),
            ..Conflict::default()
        };
        if first.targets.iter().any(|t| is_same(t, target)) {
            if opposed(first.kind, second.kind) {
                return Some(conflict(ConflictKind::Opposite, target));
            }
            if first.kind == Modify && second.kind == Modify {
                let (a, b) = (edits(first, target), edits(second, target));
                let text = own_text(second, target);
                if let Some((a, b, range)) = clash(&a, &b) {
                    return Some(Conflict {
                        words: text.get(range).unwrap_or_default().trim().into(),
                        first_words: a.words.trim().into(),
                        second_words: b.words.trim().into(),
                        ..conflict(ConflictKind::SameWords, target)
                    });
                }
            }
        }
        // What stands below a paragraph that goes, goes with it.
        let below = |above: &Response, under: &Response, under_target: &Target| {
            above.kind == Delete
                && matches!(under.kind, Keep | Modify | Move)
                && above.targets.iter().any(|t| stands_below(drafts, t, under_target))
        };
        if below(first, second, target) {
            return Some(conflict(ConflictKind::Opposite, target));
        }
        for upper in &first.targets {
            if below(second, first, upper) {
                return Some(conflict(ConflictKind::Opposite, upper));
            }
        }
    }
    None
}

fn is_same(a: &Target, b: &Target) -> bool {
    a.draft == b.draft && a.block == b.block
}

fn opposed(a: ResponseKind, b: ResponseKind) -> bool {
    matches!(
        (a, b),
        (Keep, Modify | Delete | Move)
            | (Modify | Delete | Move, Keep)
            | (Modify | Move, Delete)
            | (Delete, Modify | Move)
    )
}

/// Tells whether `under` is a sub-paragraph of `above`.
fn stands_below(drafts: &[(String, Draft)], above: &Target, under: &Target) -> bool {
    if above.draft != under.draft {
        return false;
    }
    let Some((_, draft)) = drafts.iter().find(|(id, _)| *id == above.draft) else { return false };
    let at = |target: &Target| draft.blocks.iter().position(|b| b.id == target.block);
    let (Some(above), Some(under)) = (at(above), at(under)) else { return false };
    let level = draft.blocks[above].level;
    above < under
        && draft.blocks[above].kind == BlockKind::Paragraph
        && draft.blocks[above + 1..=under].iter().all(|block| match block.kind {
            BlockKind::Paragraph => block.level > level,
            BlockKind::Footnote | BlockKind::Other => true,
            BlockKind::Title | BlockKind::Heading => false,
        })
}

/// One change that a proposal makes to the words of one block.
#[derive(Debug, Clone)]
struct Change {
    /// The bytes of the block's words that go.
    range: Range<usize>,
    /// What comes in their place.
    words: String,
}

/// Returns the words of a target as the response saw them.
fn own_text<'r>(response: &'r Response, target: &Target) -> &'r str {
    response.targets.iter().find(|t| is_same(t, target)).map_or("", |t| t.text.as_str())
}

/// Returns what a response changes in the words of one of its targets.
fn edits(response: &Response, target: &Target) -> Vec<Change> {
    if response.proposal.trim().is_empty() {
        return Vec::new();
    }
    // A response to several paragraphs proposes one wording for all of them, line by line.
    let texts: Vec<&str> = response.targets.iter().map(|t| t.text.as_str()).collect();
    let before = texts.join("\n");
    let at = response.targets.iter().position(|t| is_same(t, target)).unwrap_or_default();
    let start: usize = texts[..at].iter().map(|text| text.len() + 1).sum();
    let end = start + texts.get(at).map_or(0, |text| text.len());
    let mut out: Vec<Change> = Vec::new();
    let mut place = 0;
    for run in diff(&before, &response.proposal) {
        match run.change.as_str() {
            "deleted" => {
                out.push(Change { range: place..place + run.text.len(), words: String::new() });
                place += run.text.len();
            }
            "inserted" => match out.last_mut() {
                Some(last) if last.range.end == place && last.words.is_empty() => {
                    last.words = run.text;
                }
                _ => out.push(Change { range: place..place, words: run.text }),
            },
            _ => place += run.text.len(),
        }
    }
    out.retain(|change| change.range.start <= end && change.range.end >= start);
    for change in &mut out {
        change.range = change.range.start.saturating_sub(start)..change.range.end.min(end) - start;
    }
    out
}

/// Returns the first two changes that touch the same words and do not say the same, with the
/// bytes that both touch.
fn clash<'c>(a: &'c [Change], b: &'c [Change]) -> Option<(&'c Change, &'c Change, Range<usize>)> {
    for first in a {
        for second in b {
            let (x, y) = (&first.range, &second.range);
            let same_place = x == y && x.is_empty();
            let overlap = x.start < y.end && y.start < x.end;
            let alike = x == y && first.words.trim() == second.words.trim();
            if (same_place || overlap) && !alike {
                return Some((first, second, x.start.min(y.start)..x.end.max(y.end)));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::response::ResponseStatus;

    const TEXT: &str = "States should consider measures to protect their networks.";

    fn target(block: &str) -> Target {
        Target {
            draft: "d".into(),
            block: block.into(),
            label: format!("{block}."),
            text: TEXT.into(),
        }
    }

    fn response(id: &str, kind: ResponseKind, proposal: &str) -> Response {
        Response {
            id: id.into(),
            kind,
            targets: vec![target("23")],
            proposal: proposal.into(),
            ..Response::default()
        }
    }

    fn kinds(a: &Response, b: &Response) -> Vec<ConflictKind> {
        conflicts(&[a.clone(), b.clone()], &[]).into_iter().map(|c| c.kind).collect()
    }

    #[test]
    fn what_one_response_undoes_of_another_is_found() {
        for (a, b, clashes) in [
            (Keep, Delete, true),
            (Keep, Modify, true),
            (Delete, Modify, true),
            (Move, Delete, true),
            (Keep, Keep, false),
            (ResponseKind::Add, ResponseKind::Add, false),
            (ResponseKind::Question, Delete, false),
            (ResponseKind::General, Keep, false),
            (Move, Modify, false),
        ] {
            let (a, b) = (response("a", a, "Other words."), response("b", b, "New words."));
            let expected = if clashes { vec![ConflictKind::Opposite] } else { Vec::new() };
            assert_eq!(kinds(&a, &b), expected, "{:?} {:?}", a.kind, b.kind);
            assert_eq!(kinds(&b, &a), expected, "{:?} {:?}", b.kind, a.kind);
        }
    }

    #[test]
    fn two_changes_clash_only_where_they_touch_the_same_words() {
        let shall = response("a", Modify, &TEXT.replace("should", "shall"));
        let must = response("b", Modify, &TEXT.replace("should", "must"));
        let civilian = response("c", Modify, &TEXT.replace("their networks", "civilian networks"));
        let found = conflicts(&[shall.clone(), must, civilian.clone()], &[]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(
            (&*found[0].words, &*found[0].first_words, &*found[0].second_words),
            ("should", "shall", "must")
        );
        let same = Response { id: "d".into(), ..shall.clone() };
        assert_eq!(kinds(&shall, &same), [], "both ask for the same");
        assert_eq!(kinds(&shall, &civilian), []);
    }

    #[test]
    fn alternatives_private_ones_and_those_set_aside_clash_with_nothing() {
        let first = response("a", Modify, &TEXT.replace("should", "shall"));
        let other = response("b", Modify, &TEXT.replace("should", "must"));
        for harmless in [
            Response { alternative_to: "a".into(), ..other.clone() },
            Response { private: true, ..other.clone() },
            Response { status: ResponseStatus::Aside, ..other.clone() },
        ] {
            assert_eq!(kinds(&first, &harmless), []);
        }
        assert_eq!(kinds(&first, &other), [ConflictKind::SameWords]);
    }

    #[test]
    fn a_change_is_looked_for_in_the_paragraph_both_answer() {
        let both = Response {
            targets: vec![target("22"), target("23")],
            ..response("a", Modify, &format!("{TEXT}\n{}", TEXT.replace("should", "shall")))
        };
        let one = response("b", Modify, &TEXT.replace("should", "must"));
        let found = conflicts(&[both.clone(), one], &[]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].words, "should");
        let elsewhere = Response {
            targets: vec![target("22")],
            ..response("c", Modify, &TEXT.replace("should", "must"))
        };
        assert_eq!(kinds(&both, &elsewhere), [], "22 is as it was in the first");
    }

    #[test]
    fn what_stands_below_a_deleted_paragraph_goes_with_it() {
        let block = |id: &str, level| crate::model::Block {
            id: id.into(),
            level,
            text: TEXT.into(),
            ..crate::model::Block::default()
        };
        let blocks = vec![block("23", 0), block("23a", 1), block("24", 0)];
        let drafts = [("d".to_owned(), Draft { blocks, ..Draft::default() })];
        let delete = response("a", Delete, "");
        let below = |at: &str| Response {
            targets: vec![target(at)],
            ..response("b", Modify, "New words.")
        };
        assert_eq!(conflicts(&[delete.clone(), below("23a")], &drafts).len(), 1);
        assert_eq!(conflicts(&[below("23a"), delete.clone()], &drafts).len(), 1);
        assert_eq!(conflicts(&[delete, below("24")], &drafts).len(), 0);
    }
}
