//! Numbers of the draft's paragraphs in one's own text, and what becomes of them.
//!
//! "Paragraph 23" in a body or a rationale speaks of one revision of the draft. When the
//! text is carried to another, the number follows its paragraph; where it cannot, the words
//! say which draft they mean ("paragraph 23 (Zero draft)"), so that they never silently
//! point at another paragraph. Paragraphs of other documents are left alone.

mod mention;
mod words;

use serde::{Deserialize, Serialize};

pub use mention::{Mention, mentions};

use crate::check::rules::reference_left_behind;
use crate::finding::{Edit, Finding, Place};
use crate::model::response::Target;
use crate::model::{Block, BlockKind, Draft, ResponseKind, Statement};
use crate::revise::align::Relation;
use crate::revise::carry::{Alignments, TargetFate};

/// Characters shown on each side of a mention.
const AROUND: usize = 48;

/// A number of a paragraph in one's own text, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Reference {
    /// Where it stands: part `body`, or part `response` with the id of the response.
    pub place: Place,
    /// Which text of a response: `rationale` or `proposal`; empty for the body.
    pub field: String,
    /// The words before it.
    pub lead: String,
    /// The words of the mention: "paragraphs 12 to 14".
    pub before: String,
    /// The same words after the step.
    pub after: String,
    /// The words after it.
    pub tail: String,
    /// What becomes of it.
    pub outcome: ReferenceOutcome,
    /// Label of the paragraph that decides the outcome, as mentioned.
    pub label: String,
    /// The change of the text; nothing when it stays as it is.
    pub edit: Option<Edit>,
}

/// What becomes of a number of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ReferenceOutcome {
    /// The paragraph has the same number in the new draft.
    Same,
    /// The number follows the paragraph.
    Follows,
    /// It follows, but the range has other paragraphs in it now.
    Widened,
    /// The paragraph is several now; the old draft is named.
    Split,
    /// The paragraph is gone; the old draft is named.
    Gone,
    /// Which paragraph it is now is not sure; the old draft is named.
    Unsure,
}

impl Reference {
    /// Returns what a person should know about it; nothing when it simply follows.
    pub fn finding(&self) -> Option<Finding> {
        let variant = match self.outcome {
            ReferenceOutcome::Same | ReferenceOutcome::Follows => return None,
            ReferenceOutcome::Widened => "widened",
            ReferenceOutcome::Split => "split",
            ReferenceOutcome::Gone => "gone",
            ReferenceOutcome::Unsure => "unsure",
        };
        Some(reference_left_behind::finding(variant, &self.before, self.place.clone()))
    }
}

/// Returns the id of the draft whose numbers one's own text uses; nothing when there is
/// no draft but `new`.
///
/// It is what the statement says; for a statement that says nothing the draft before `new`,
/// unless its responses show that it was written against `new`.
pub fn numbered_by<'d>(
    statement: &'d Statement,
    drafts: &'d [(String, Draft)],
    new: &'d str,
) -> Option<&'d str> {
    let known = |id: &str| drafts.iter().any(|(known, _)| known == id);
    if known(&statement.numbered_by) {
        return Some(&statement.numbered_by);
    }
    let mut targets = statement.responses.iter().flat_map(|r| &r.targets).peekable();
    if targets.peek().is_some() && targets.all(|target| target.draft == new) {
        return Some(new);
    }
    let at = drafts.iter().position(|(id, _)| id == new)?;
    let before = at.checked_sub(1)?;
    Some(&drafts[before].0)
}

/// Says what becomes of every paragraph number in body, rationales and places to move to.
///
/// Numbers that speak of no paragraph of the old draft are left out; so are those of other
/// documents.
pub fn follow(
    statement: &Statement,
    drafts: &[(String, Draft)],
    new: &str,
    alignments: &Alignments,
) -> Vec<Reference> {
    let draft = |id: &str| drafts.iter().find(|(known, _)| known == id).map(|(_, draft)| draft);
    let Some(old) = numbered_by(statement, drafts, new).filter(|old| *old != new) else {
        return Vec::new();
    };
    let (Some(old_draft), Some(new_draft)) = (draft(old), draft(new)) else { return Vec::new() };
    let walk = Walk { old: (old, old_draft), new: (new, new_draft), drafts, alignments };
    let mut out = Vec::new();
    let mut read = |text: &str, part: &str, response: Option<&str>, field: &str| {
        for mention in mentions(text, &statement.language) {
            if let Some(mut reference) = walk.reference(text, &mention) {
                reference.place.part = part.into();
                reference.place.paragraph = response.map(str::to_owned);
                reference.field = field.into();
                out.push(reference);
            }
        }
    };
    read(&statement.body, "body", None, "");
    for response in &statement.responses {
        read(&response.rationale, "response", Some(&response.id), "rationale");
        if response.kind == ResponseKind::Move {
            read(&response.proposal, "response", Some(&response.id), "proposal");
        }
    }
    out
}

struct Walk<'a> {
    old: (&'a str, &'a Draft),
    new: (&'a str, &'a Draft),
    drafts: &'a [(String, Draft)],
    alignments: &'a Alignments,
}

impl Walk<'_> {
    fn reference(&self, text: &str, mention: &Mention) -> Option<Reference> {
        let mut outcome = ReferenceOutcome::Same;
        let mut weighing = String::new();
        let mut after = text[mention.range.clone()].to_owned();
        // From the last to the first, so that the places of the others stay.
        for label in mention.labels.iter().rev() {
            let (what, now) = self.followed_all(&self.meant(&label.text)?);
            if what == ReferenceOutcome::Follows && same_label(&now, &label.text) {
                continue;
            }
            if what > outcome {
                outcome = what;
                weighing.clone_from(&label.text);
            }
            if what == ReferenceOutcome::Follows {
                let at = label.range.start - mention.range.start;
                after.replace_range(at..at + label.text.len(), &now);
            }
        }
        if outcome <= ReferenceOutcome::Follows && self.widened(mention) {
            outcome = ReferenceOutcome::Widened;
            weighing = mention.labels.first().map(|l| l.text.clone()).unwrap_or_default();
        }
        let before = text[mention.range.clone()].to_owned();
        if outcome > ReferenceOutcome::Widened {
            after = format!("{before} ({})", self.old.1.spoken_name());
        }
        let units = |text: &str| text.encode_utf16().count() as u32;
        let start = units(&text[..mention.range.start]);
        let end = start + units(&before);
        let edit = (after != before).then(|| Edit { start, end, text: after.clone() });
        Some(Reference {
            place: Place { start: Some(start), end: Some(end), ..Place::default() },
            field: String::new(),
            lead: last_chars(&text[..mention.range.start]),
            tail: first_chars(&text[mention.range.end..]),
            before,
            after,
            outcome,
            label: weighing,
            edit,
        })
    }

    /// Returns the paragraphs that a label may mean: more than one where numbering begins anew.
    fn meant(&self, label: &str) -> Option<Vec<&Block>> {
        let first = self.old.1.labelled(label)?;
        let address = self.old.1.address(&first.id)?;
        let same = self.old.1.blocks.iter().filter(|block| {
            block.kind == BlockKind::Paragraph
                && block.level == first.level
                && block.label.as_deref().is_some_and(|l| same_label(l, first_label(first)))
                && self.old.1.address(&block.id).is_some_and(|a| same_label(&a, &address))
        });
        Some(same.collect())
    }

    /// Says where the paragraphs went that a label may mean; unsure unless all agree.
    fn followed_all(&self, blocks: &[&Block]) -> (ReferenceOutcome, String) {
        let mut all = blocks.iter().map(|block| self.followed(block));
        let Some(first) = all.next() else { return (ReferenceOutcome::Unsure, String::new()) };
        if all.all(|other| other.0 == first.0 && same_label(&other.1, &first.1)) {
            first
        } else {
            (ReferenceOutcome::Unsure, String::new())
        }
    }

    /// Says where a paragraph went, and its address there.
    fn followed(&self, block: &Block) -> (ReferenceOutcome, String) {
        let fate = self.fate(block);
        let address = fate.to.first().and_then(|to| self.new.1.address(&to.block));
        match (fate.relation, fate.to.len(), address) {
            (Relation::Gone, _, _) => (ReferenceOutcome::Gone, String::new()),
            (Relation::Unsure, _, _) => (ReferenceOutcome::Unsure, String::new()),
            (Relation::Split, 2.., _) => (ReferenceOutcome::Split, String::new()),
            (_, _, Some(address)) if fate.is_sure() => (ReferenceOutcome::Follows, address),
            _ => (ReferenceOutcome::Unsure, String::new()),
        }
    }

    fn fate(&self, block: &Block) -> TargetFate {
        let target = Target {
            draft: self.old.0.into(),
            block: block.id.clone(),
            label: block.label.clone().unwrap_or_default(),
            text: block.text.clone(),
        };
        TargetFate::of(&target, self.drafts, self.new, self.alignments)
    }

    /// Tells whether a range has paragraphs in it that were not in it before.
    fn widened(&self, mention: &Mention) -> bool {
        mention.spans.iter().any(|&(from, to)| {
            let ends = (&mention.labels[from].text, &mention.labels[to].text);
            let (Some(first), Some(last)) =
                (self.old.1.labelled(ends.0), self.old.1.labelled(ends.1))
            else {
                return false;
            };
            let place = |draft: &Draft, id: &str| draft.blocks.iter().position(|b| b.id == id);
            let (Some(a), Some(b)) = (place(self.old.1, &first.id), place(self.old.1, &last.id))
            else {
                return false;
            };
            let inside = |blocks: &[Block]| {
                let counted =
                    blocks.iter().filter(|b| b.kind == BlockKind::Paragraph && b.label.is_some());
                counted.filter(|b| b.level == first.level).count()
            };
            let ends = (self.fate(first), self.fate(last));
            let (Some(from), Some(to)) = (ends.0.to.first(), ends.1.to.last()) else {
                return false;
            };
            let (Some(c), Some(d)) = (place(self.new.1, &from.block), place(self.new.1, &to.block))
            else {
                return false;
            };
            a > b || c > d || inside(&self.old.1.blocks[a..=b]) != inside(&self.new.1.blocks[c..=d])
        })
    }
}

fn first_label(block: &Block) -> &str {
    block.label.as_deref().unwrap_or_default()
}

fn same_label(a: &str, b: &str) -> bool {
    crate::model::draft::plain_label(a) == crate::model::draft::plain_label(b)
}

fn last_chars(text: &str) -> String {
    let line = text.rsplit('\n').next().unwrap_or_default();
    let skip = line.chars().count().saturating_sub(AROUND);
    line.chars().skip(skip).collect()
}

fn first_chars(text: &str) -> String {
    text.split('\n').next().unwrap_or_default().chars().take(AROUND).collect()
}
