//! The draft's own paragraphs with our proposals as changes of its words.

mod moves;
mod shown;

use super::labels::Aim;
use super::notes::Notes;
use super::proposals::tidy;
use super::responses::{choice, in_order, lower_first, reasons};
use super::{Composer, Composition, clean, look, phrases};
use crate::finding::{Finding, Place};
use crate::model::call::Permission;
use crate::model::document::{Look, plain_text};
use crate::model::{Block, BlockKind, Draft, Response, ResponseKind};
use crate::revise::words::diff;

/// A draft with changes proposed to it, ready to be written as a Word document.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tracked {
    /// Title of the draft.
    pub title: String,
    /// Who proposes the changes; empty names nobody.
    pub author: String,
    /// Language of the draft as a BCP 47 tag.
    pub language: String,
    /// The paragraphs in order; those that are added stand among them.
    pub paragraphs: Vec<TrackedParagraph>,
    /// How it looks.
    pub look: Look,
    /// What cannot be shown as a change of words and stands in a comment.
    pub findings: Vec<Finding>,
}

/// One paragraph of a draft with what is proposed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TrackedParagraph {
    /// What it is.
    pub kind: BlockKind,
    /// Level of a heading from 1, or depth of a sub-paragraph from 0.
    pub level: u8,
    /// Label as printed; empty for none.
    pub label: String,
    /// Words and what becomes of them.
    pub runs: Vec<TrackedRun>,
    /// Whether the paragraph itself is put in, taken out or moved.
    pub whole: Proposed,
    /// Which move it is part of, from 1; both ends of a move have the same number.
    pub moved: u32,
    /// Why, one comment a response.
    pub comments: Vec<String>,
}

/// Words and what becomes of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TrackedRun {
    /// What becomes of them.
    pub change: Proposed,
    /// The words.
    pub text: String,
    /// Words of the note whose mark stands after them.
    pub note: Option<String>,
}

/// What is proposed for words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Proposed {
    /// They stay.
    #[default]
    Same,
    /// They are put in.
    Inserted,
    /// They are taken out.
    Deleted,
    /// They are moved elsewhere: they stand here until that is accepted.
    MovedAway,
    /// They are moved here.
    MovedHere,
}

impl Proposed {
    /// Tells whether words stand in the text once everything is accepted.
    pub fn stays(self) -> bool {
        matches!(self, Self::Same | Self::Inserted | Self::MovedHere)
    }

    /// Tells whether words stand in the text as it is now.
    pub fn is_there(self) -> bool {
        matches!(self, Self::Same | Self::Deleted | Self::MovedAway)
    }
}

/// Lays the responses that are handed over into the newest draft.
///
/// A proposal for one paragraph becomes a change of its words; the first of several for the
/// same paragraph does, the others stand in comments, as do rationales and everything that
/// asks for no words.
pub fn tracked(composition: &Composition<'_>) -> Tracked {
    let Composition { statement, call, drafts, .. } = *composition;
    let Some((id, draft)) = drafts.last() else { return Tracked::default() };
    let phrases = phrases::of(&statement.language);
    let mut kept = Composer::default();
    // A comment holds no notes: sources are named in brackets.
    let mut notes = Notes::new(statement, Some(Permission::Forbidden), &mut kept);
    let mut paragraphs: Vec<(String, TrackedParagraph)> = draft
        .blocks
        .iter()
        .filter(|block| block.kind != BlockKind::Footnote || is_loose(draft, block))
        .map(|block| (block.id.clone(), unchanged(block)))
        .collect();
    for (response, aims) in in_order(&statement.responses, drafts) {
        let place = Place {
            part: "response".into(),
            paragraph: Some(response.id.clone()),
            ..Place::default()
        };
        let own: Vec<usize> = response
            .targets
            .iter()
            .filter(|target| target.draft == *id)
            .filter_map(|target| paragraphs.iter().position(|(block, _)| *block == target.block))
            .collect();
        let single = own.len() == 1 && own.len() == response.targets.len();
        let landed = (single && response.kind == ResponseKind::Move)
            .then(|| moves::shift(&mut paragraphs, own[0], &response.proposal, draft))
            .flatten();
        let shown = single && landed.is_none() && propose(&mut paragraphs, own[0], response);
        let mut said: Vec<String> = Vec::new();
        let choice = choice(response, statement, phrases);
        said.extend(choice.map(|choice| format!("({choice})")));
        if !shown {
            let ask = phrases.asks(response.kind);
            said.push(match tidy(&response.proposal).as_str() {
                "" if response.kind == ResponseKind::General => String::new(),
                "" => format!("{ask}."),
                words if response.kind == ResponseKind::Move => {
                    let stop = if words.ends_with(['.', '!', '?']) { "" } else { "." };
                    format!("{ask} {}{stop}", lower_first(words))
                }
                words => format!("{ask}: {words}"),
            });
        }
        said.push(plain_text(&reasons(response, &mut notes, &place)));
        said.retain(|words| !words.is_empty());
        let at = landed.or(own.first().copied()).unwrap_or(0);
        if let Some((_, paragraph)) = paragraphs.get_mut(at)
            && !said.is_empty()
        {
            if response.targets.len() > 1 {
                said.insert(0, format!("{}:", named(&aims)));
            }
            paragraph.comments.push(said.join(" "));
        }
    }
    Tracked {
        title: draft.title.as_deref().map(clean).unwrap_or_default(),
        author: clean(&statement.organisation),
        language: draft.language.clone().unwrap_or_else(|| "en".into()),
        paragraphs: paragraphs.into_iter().map(|(_, paragraph)| paragraph).collect(),
        look: look(call),
        findings: notes.into_findings(),
    }
}

fn named(aims: &[Aim<'_>]) -> String {
    let labels = aims.iter().map(|aim| clean(&aim.target.label));
    labels.filter(|label| !label.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Tells whether a note belongs to no other block.
fn is_loose(draft: &Draft, note: &Block) -> bool {
    let tied = |block: &Block| block.footnotes.iter().any(|f| f.text == note.text);
    !draft.blocks.iter().any(tied)
}

fn unchanged(block: &Block) -> TrackedParagraph {
    let mut runs = Vec::new();
    let mut start = 0;
    for note in &block.footnotes {
        let end = (note.offset as usize).clamp(start, block.text.len());
        let end = (start..=end).rev().find(|at| block.text.is_char_boundary(*at)).unwrap_or(start);
        runs.push(TrackedRun {
            text: block.text[start..end].to_owned(),
            note: Some(clean(&note.text)),
            ..TrackedRun::default()
        });
        start = end;
    }
    runs.push(TrackedRun { text: block.text[start..].to_owned(), ..TrackedRun::default() });
    TrackedParagraph {
        kind: block.kind,
        level: block.level,
        label: block.label.as_deref().map(clean).unwrap_or_default(),
        runs,
        ..TrackedParagraph::default()
    }
}

/// Makes a proposal a change of words; false when it has to stand in a comment.
fn propose(
    paragraphs: &mut Vec<(String, TrackedParagraph)>,
    at: usize,
    response: &Response,
) -> bool {
    let proposal = tidy(&response.proposal);
    let paragraph = &mut paragraphs[at].1;
    let untouched = paragraph.whole == Proposed::Same
        && paragraph.runs.iter().all(|run| run.change == Proposed::Same);
    match response.kind {
        ResponseKind::Delete if untouched => {
            paragraph.whole = Proposed::Deleted;
            paragraph.runs.iter_mut().for_each(|run| run.change = Proposed::Deleted);
            true
        }
        ResponseKind::Modify if untouched && !proposal.is_empty() => {
            paragraph.runs = changed(&paragraph.runs, &proposal);
            true
        }
        ResponseKind::Add if !proposal.is_empty() => {
            let level = paragraph.level;
            let at = moves::end(paragraphs, at);
            for (after, line) in proposal.split('\n').enumerate() {
                let run =
                    TrackedRun { change: Proposed::Inserted, text: line.to_owned(), note: None };
                let new = TrackedParagraph {
                    level,
                    runs: vec![run],
                    whole: Proposed::Inserted,
                    ..TrackedParagraph::default()
                };
                paragraphs.insert(at + after, (String::new(), new));
            }
            true
        }
        _ => false,
    }
}

/// Lays a proposal into the words of a paragraph; its notes stay where they stand.
fn changed(runs: &[TrackedRun], proposal: &str) -> Vec<TrackedRun> {
    let before: String = runs.iter().map(|run| run.text.as_str()).collect();
    let mut notes: Vec<(usize, String)> = Vec::new();
    let mut at = 0;
    for run in runs {
        at += run.text.len();
        notes.extend(run.note.clone().map(|note| (at, note)));
    }
    let mut notes = notes.into_iter().peekable();
    let mut out: Vec<TrackedRun> = Vec::new();
    let mut at = 0;
    for run in diff(&before, proposal) {
        let change = match run.change.as_str() {
            "inserted" => Proposed::Inserted,
            "deleted" => Proposed::Deleted,
            _ => Proposed::Same,
        };
        if change == Proposed::Inserted {
            out.push(TrackedRun { change, text: run.text, note: None });
            continue;
        }
        let mut rest = run.text.as_str();
        while let Some((place, note)) = notes.next_if(|(place, _)| *place <= at + rest.len()) {
            let (text, after) = rest.split_at(place.saturating_sub(at));
            out.push(TrackedRun { change, text: text.to_owned(), note: Some(note) });
            at += text.len();
            rest = after;
        }
        at += rest.len();
        out.push(TrackedRun { change, text: rest.to_owned(), note: None });
    }
    out.retain(|run| !run.text.is_empty() || run.note.is_some());
    out
}
