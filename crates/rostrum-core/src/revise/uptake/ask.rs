//! What a response asks for, and of which paragraphs.

use super::reason::NoWording;
use crate::model::response::{ResponseStatus, Target};
use crate::model::{Block, Draft, Response, ResponseKind};
use crate::revise::words::{self, WordRun};

/// What a response asks for, read against the paragraphs it was written on.
pub(super) struct Ask<'a> {
    /// The response.
    pub(super) response: &'a Response,
    /// The wording it asks for.
    pub(super) proposal: &'a str,
    /// The draft it was written on, when the statement has it.
    pub(super) draft: Option<(&'a str, &'a Draft)>,
    /// The paragraphs it answers.
    pub(super) targets: Vec<&'a Target>,
    /// Their words.
    pub(super) old_text: String,
    /// Whether the proposal was rewritten on the later text itself.
    pub(super) rewritten: bool,
}

/// Reads what a response asks for; says why when there is nothing to look for.
pub(super) fn ask<'a>(
    response: &'a Response,
    drafts: &'a [(String, Draft)],
    later: &str,
) -> Result<Ask<'a>, NoWording> {
    if response.private {
        return Err(NoWording::Private);
    }
    if response.status == ResponseStatus::Aside {
        return Err(NoWording::SetAside);
    }
    if matches!(response.kind, ResponseKind::General | ResponseKind::Question) {
        return Err(NoWording::Remark);
    }
    let (targets, proposal, rewritten) = asked_before(response, later)?;
    if response.kind.asks_for_wording() && proposal.trim().is_empty() {
        return Err(NoWording::Empty);
    }
    if targets.is_empty() && response.kind != ResponseKind::Add {
        return Err(NoWording::NoParagraph);
    }
    let id = match targets.first() {
        Some(target) => Some(target.draft.as_str()),
        None => drafts.iter().rev().map(|(id, _)| id.as_str()).find(|id| *id != later),
    };
    let draft = drafts
        .iter()
        .find(|(known, _)| Some(known.as_str()) == id)
        .filter(|(_, draft)| targets.iter().all(|t| draft.block(&t.block).is_some()))
        .map(|(id, draft)| (id.as_str(), draft));
    let words = |target: &&Target| -> String {
        draft
            .and_then(|(_, draft)| draft.block(&target.block))
            .map_or_else(|| target.text.clone(), |block| block.text.clone())
    };
    let old_text = targets.iter().map(words).collect::<Vec<_>>().join("\n");
    Ok(Ask { response, proposal, draft, targets, old_text, rewritten })
}

/// Returns the newest paragraphs it answered outside the later text, the wording asked for
/// them, and whether that wording was rewritten since.
fn asked_before<'a>(
    response: &'a Response,
    later: &str,
) -> Result<(Vec<&'a Target>, &'a str, bool), NoWording> {
    let of = |targets: &'a [Target]| -> Vec<&'a Target> {
        let draft = targets.iter().rev().map(|t| t.draft.as_str()).find(|id| *id != later);
        targets.iter().filter(|t| Some(t.draft.as_str()) == draft).collect()
    };
    let now = of(&response.targets);
    if !now.is_empty() || response.targets.is_empty() {
        return Ok((now, &response.proposal, false));
    }
    let before = of(&response.earlier);
    if before.is_empty() {
        return Err(NoWording::SameText);
    }
    let kept = response.carried.as_ref().map(|carried| carried.proposal.as_str());
    let unchanged = response.targets.iter().map(|t| &t.text).eq(before.iter().map(|t| &t.text));
    match kept.filter(|words| !words.trim().is_empty()) {
        Some(words) => Ok((before, words, false)),
        None => {
            Ok((before, &response.proposal, response.kind == ResponseKind::Modify && !unchanged))
        }
    }
}

impl Ask<'_> {
    /// Returns the labels of the paragraphs as printed.
    pub(super) fn labels(&self) -> Vec<String> {
        self.targets.iter().map(|target| target.label.clone()).collect()
    }

    /// Returns what is asked for as changes to the words it was written against.
    pub(super) fn runs(&self) -> Vec<WordRun> {
        let run =
            |change: &str, text: &str| vec![WordRun { change: change.into(), text: text.into() }];
        match self.response.kind {
            ResponseKind::Modify => words::diff(&self.old_text, self.proposal),
            ResponseKind::Add => run("inserted", self.proposal),
            ResponseKind::Delete => run("deleted", &self.old_text),
            _ => run("same", &self.old_text),
        }
    }

    /// Makes a draft of the paragraphs alone, for when the statement lacks the real one.
    pub(super) fn remembered(&self) -> Draft {
        let block = |target: &&Target| Block {
            id: target.block.clone(),
            label: Some(target.label.clone()).filter(|label| !label.is_empty()),
            text: target.text.clone(),
            confidence: 1.0,
            ..Block::default()
        };
        Draft { blocks: self.targets.iter().map(block).collect(), ..Draft::default() }
    }
}
