//! Setting a draft right: each fix is a change of the statement, kept and undone like any.

use rostrum_core::fixup::{self, Misfit};
use rostrum_core::model::DraftFix;

use super::open::Open;
use super::wire::{DraftRequest, DraftView, FixRequest, FixUp, UnfixRequest};
use super::{Desk, drafts};
use crate::failure::{Code, Failure};

impl Desk {
    /// Shows what is to be set right in a draft, and what was.
    pub fn draft_fixes(&self, request: DraftRequest) -> Result<FixUp, Failure> {
        self.with(&request.file, |open| view(open, &request.draft))
    }

    /// Sets something right in a draft.
    ///
    /// # Errors
    /// [`Code::NotFound`] when the draft has no such block, and [`Code::ValueRefused`] when
    /// the fix cannot be made there: nothing is kept then.
    pub fn draft_fix(&self, request: FixRequest) -> Result<FixUp, Failure> {
        let FixRequest { file, draft, fix } = request;
        let mut made = DraftFix { id: self.ids.next(), draft, fix, ..DraftFix::default() };
        self.change(&file, |open| {
            let fitted = open.fitted(&made.draft).ok_or_else(|| drafts::unknown(&made.draft))?;
            made.seen = fixup::seen(&fitted.draft, &made.fix).unwrap_or_default();
            let mut all = open.fixes_of(&made.draft);
            all.push(made.clone());
            let read = open.as_read(&made.draft).ok_or_else(|| drafts::unknown(&made.draft))?;
            let tried = fixup::apply(read, &all);
            if let Some((_, misfit)) = tried.misfits.iter().find(|(id, _)| *id == made.id) {
                return Err(refused(&made, *misfit));
            }
            let change = open.shared.put_fix(&made);
            open.note(change);
            Ok(())
        })?;
        self.with(&file, |open| view(open, &made.draft))
    }

    /// Takes a fix of a draft back; undo brings it again.
    ///
    /// # Errors
    /// [`Code::NotFound`] when there is no such fix.
    pub fn draft_unfix(&self, request: UnfixRequest) -> Result<FixUp, Failure> {
        let UnfixRequest { file, draft, fix } = request;
        self.change(&file, |open| {
            let made = open.fixes_of(&draft);
            let found = made.iter().rev().find(|made| fix.is_empty() || made.id == fix);
            let found = found.ok_or_else(|| {
                Failure::new(
                    Code::NotFound,
                    "take a fix of the draft back",
                    "there is none; `rostrum draft fixes` lists them",
                )
                .with("name", &fix)
            })?;
            let change = open.shared.remove_fix(&found.id);
            open.note(change);
            Ok(())
        })?;
        self.with(&file, |open| view(open, &draft))
    }
}

/// Says why a fix cannot be made.
fn refused(made: &DraftFix, misfit: Misfit) -> Failure {
    let block = made.fix.block();
    let attempt = format!("{} block \"{block}\" of the draft", made.fix.as_str());
    let (code, detail) = match misfit {
        Misfit::Gone => (
            Code::NotFound,
            "the draft has no such block, or a footnote needs another one to stand in",
        ),
        Misfit::Changed => (Code::NotFound, "its words have changed meanwhile; look again"),
        Misfit::NoCut => (
            Code::ValueRefused,
            "there is no place to cut: choose one between two words of the block",
        ),
        Misfit::First => (Code::ValueRefused, "there is nothing before it to merge with"),
    };
    Failure::new(code, attempt, detail).with("field", "block").with("name", block)
}

fn view(open: &Open, draft: &str) -> Result<FixUp, Failure> {
    let unknown = || drafts::unknown(draft);
    let card = open.cards.iter().find(|card| card.id == draft).ok_or_else(unknown)?;
    let fitted = open.fitted(draft).ok_or_else(unknown)?;
    let read = open.as_read(draft).ok_or_else(unknown)?;
    Ok(FixUp {
        doubts: fixup::doubts(read, fitted),
        dropped: fitted.dropped.clone(),
        fixes: open.fixes_of(draft),
        view: DraftView {
            id: draft.to_owned(),
            name: card.name.clone(),
            draft: open.draft_shown(draft).ok_or_else(unknown)?,
        },
    })
}
