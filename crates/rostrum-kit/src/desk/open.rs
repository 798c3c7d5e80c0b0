//! A statement that is open: its file, its shared document, and what follows from them.

use rostrum_core::calls;
use rostrum_core::check::{Case, CheckReport, Live, Seen};
use rostrum_core::coauthor::{Change, SharedStatement};
use rostrum_core::count::{CountReport, Counter, Pages};
use rostrum_core::finding::Finding;
use rostrum_core::fixup::{self, Fixed};
use rostrum_core::model::signatory::{ConsentState, EcosocStatus, Endorsement};
use rostrum_core::model::{Call, Draft, DraftFix, PictureBytes, Signatory, Statement};
use rostrum_core::render::{Composed, Composer, Composition, Layout, canonical_text};
use rostrum_core::skeletons::with_skeletons;
use rostrum_core::spell::primary;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::wire::DraftCard;
use super::{drafts, sha256};
use crate::failure::{Code, Failure};
use crate::spelling::Shelf;
use crate::store::{StatementFile, StoredDraft};
use crate::templates;

/// A statement that is open.
pub(super) struct Open {
    pub(super) file: StatementFile,
    pub(super) shared: SharedStatement,
    /// The call with the sections of the statement's skeletons.
    pub(super) call: Call,
    /// The call as it is kept in the file.
    pub(super) kept_call: Call,
    /// Skeletons whose sections `call` has.
    skeletons: (String, Vec<String>),
    /// Drafts as they stand after the fixes, by id, oldest first.
    pub(super) drafts: Vec<(String, Draft)>,
    /// The same drafts in their short form.
    pub(super) cards: Vec<DraftCard>,
    /// Dictionaries of this machine.
    pub(super) shelf: Shelf,
    /// When the last change reached the disk.
    pub(super) saved: String,
    /// Copies beside the file that held changes when it was opened.
    pub(super) copies: Vec<PathBuf>,
    /// The drafts as they were read.
    read: Vec<StoredDraft>,
    /// What the fixes made of them, in the same order.
    fitted: Vec<Fixed>,
    /// The fixes that were made.
    fixes: Vec<DraftFix>,
    /// Whether the words that can be looked up are those of the drafts as they stand.
    pub(super) words_stand: bool,
    noted: Vec<Change>,
    /// The checks, with what they found kept from one state to the next.
    live: RefCell<Live>,
    /// What is known of files that go with it, by their hash.
    pub(super) seen: RefCell<BTreeMap<String, Seen>>,
    /// Bytes of pictures that were read and held against their hash, by it.
    pub(super) pictures: RefCell<PictureBytes>,
    composer: RefCell<Composer>,
    counter: RefCell<Counter>,
    /// Pages, as they were laid out last for the sake of a limit.
    pub(super) pages: Cell<Option<Pages>>,
}

impl Open {
    /// Opens a statement file and reads what is in it.
    pub(super) fn from_file(path: &Path, shelf: Shelf) -> Result<Self, Failure> {
        let mut file = StatementFile::open(path)?;
        let shared = file.load()?;
        let call = stored_call(&file)?;
        let saved = file.saved_at()?.unwrap_or_default();
        let copies = file.unmerged_copies(&shared)?;
        let mut open = Self {
            file,
            shared,
            kept_call: call.clone(),
            call,
            skeletons: Default::default(),
            drafts: Vec::new(),
            cards: Vec::new(),
            shelf,
            saved,
            copies,
            read: Vec::new(),
            fitted: Vec::new(),
            fixes: Vec::new(),
            words_stand: false,
            noted: Vec::new(),
            live: RefCell::default(),
            seen: RefCell::default(),
            pictures: RefCell::default(),
            composer: RefCell::default(),
            counter: RefCell::default(),
            pages: Cell::new(None),
        };
        open.read_drafts()?;
        open.fit_call();
        Ok(open)
    }

    /// Takes the sections of the statement's skeletons into the call, when there are others
    /// than before: somebody added one, took it back, or merged.
    pub(super) fn fit_call(&mut self) {
        let wanted = self.shared.skeletons();
        if wanted != self.skeletons {
            let all = templates::skeletons();
            self.call = with_skeletons(&self.kept_call, &wanted.0, &wanted.1, all);
            self.skeletons = wanted;
        }
    }

    /// Puts another state of the call in place of the present one, in the file as well.
    pub(super) fn take_call(&mut self, call: Call, toml: &str, now: &str) -> Result<(), Failure> {
        self.file.put_call(&call.id, toml, now)?;
        self.call = call.clone();
        self.kept_call = call;
        self.skeletons = Default::default();
        self.fit_call();
        Ok(())
    }

    /// Reads the drafts anew, after some came in.
    pub(super) fn read_drafts(&mut self) -> Result<(), Failure> {
        self.read = self.file.drafts()?;
        self.fit();
        Ok(())
    }

    /// Makes the fixes anew, when there are others than before: somebody fixed something,
    /// took it back, or merged.
    pub(super) fn refit(&mut self) {
        if self.shared.fixes() != self.fixes {
            self.fit();
        }
    }

    fn fit(&mut self) {
        self.words_stand = false;
        self.fixes = self.shared.fixes();
        let fit = |kept: &StoredDraft| fixup::apply(&kept.draft, &self.fixes_of(&kept.id));
        self.fitted = self.read.iter().map(fit).collect();
        let both = || self.read.iter().zip(&self.fitted);
        self.cards = both().map(|(kept, fixed)| drafts::card(kept, &fixed.draft)).collect();
        self.drafts = both().map(|(kept, fixed)| (kept.id.clone(), fixed.draft.clone())).collect();
    }

    /// Returns the fixes of a draft, in the order of their making.
    pub(super) fn fixes_of(&self, draft: &str) -> Vec<DraftFix> {
        self.fixes.iter().filter(|made| made.draft == draft).cloned().collect()
    }

    /// Returns a draft as it was read.
    pub(super) fn as_read(&self, draft: &str) -> Option<&Draft> {
        self.read.iter().find(|kept| kept.id == draft).map(|kept| &kept.draft)
    }

    /// Returns what the fixes made of a draft.
    pub(super) fn fitted(&self, draft: &str) -> Option<&Fixed> {
        self.read.iter().position(|kept| kept.id == draft).map(|at| &self.fitted[at])
    }

    /// Returns a draft as a person sees it: with what became of the responses to it.
    pub(super) fn draft_shown(&self, draft: &str) -> Option<Draft> {
        let mut shown = self.fitted(draft)?.draft.clone();
        shown.findings.extend(self.follow(&mut self.shared.statement(), draft));
        Some(shown)
    }

    /// Points the responses to where the words they answer are now.
    fn follow(&self, statement: &mut Statement, draft: &str) -> Vec<Finding> {
        let Some(fixed) = self.fitted(draft) else { return Vec::new() };
        if self.fixes.iter().all(|made| made.draft != draft) {
            return Vec::new();
        }
        let responses = statement.responses.iter_mut();
        responses.flat_map(|response| fixup::follow(response, draft, fixed)).collect()
    }

    /// Returns the statement as it stands, its responses in the order of the draft.
    pub(super) fn statement(&self) -> Statement {
        let mut statement = self.shared.statement();
        for kept in &self.read {
            self.follow(&mut statement, &kept.id);
        }
        let order = |response: &rostrum_core::model::Response| {
            let target = response.targets.first()?;
            let draft = self.drafts.iter().position(|(id, _)| *id == target.draft)?;
            let block = self.drafts[draft].1.blocks.iter().position(|b| b.id == target.block)?;
            Some((draft, block))
        };
        // Responses to the whole text come first, those whose paragraph is unknown last.
        statement.responses.sort_by_key(|response| match order(response) {
            Some(at) => (1, at),
            None if response.targets.is_empty() => (0, (0, 0)),
            None => (2, (0, 0)),
        });
        statement
    }

    /// Notes a change that must reach the disk with the next [`Open::keep`].
    pub(super) fn note(&mut self, change: Change) {
        self.noted.push(change);
    }

    /// Writes the noted changes; what cannot be written now goes with the next change.
    ///
    /// Tells whether changes came in: a sync program may have put a newer file in place.
    pub(super) fn keep(&mut self, now: &str) -> Result<bool, Failure> {
        for change in std::mem::take(&mut self.noted) {
            if !change.is_empty() {
                self.file.append(&change, now)?;
                now.clone_into(&mut self.saved);
            }
        }
        let Some(news) = self.file.news() else { return Ok(false) };
        for (part, private) in [(&news.shared, false), (&news.private, true)] {
            if private && !part.is_empty() {
                self.shared.apply_private(part)?;
            } else if !part.is_empty() {
                self.shared.apply(part)?;
            }
        }
        self.read_drafts()?;
        self.fit_call();
        Ok(true)
    }

    /// Returns the hash that consents are bound to.
    pub(super) fn text_sha256(&self, statement: &Statement) -> String {
        sha256(canonical_text(statement, &self.call, &self.drafts).as_bytes())
    }

    /// Returns the signatories with the state of their consent for this text.
    pub(super) fn consents(
        &self,
        statement: &Statement,
    ) -> Result<Vec<(Signatory, ConsentState, Option<Endorsement>)>, Failure> {
        let endorsements: Vec<Endorsement> =
            self.file.endorsements()?.into_iter().map(|kept| kept.endorsement).collect();
        // Only a consent that was given has to be held against the text as it stands.
        let now = if endorsements.is_empty() { String::new() } else { self.text_sha256(statement) };
        Ok(statement
            .signatories
            .iter()
            .map(|signatory| {
                let mut own: Vec<&Endorsement> =
                    endorsements.iter().filter(|e| e.signatory == signatory.id).collect();
                own.sort_by(|a, b| a.at.cmp(&b.at));
                let holding = own.iter().rev().find(|e| e.sha256 == now);
                let last = holding.or(own.last()).map(|e| (*e).clone());
                let state = match (holding, &last) {
                    (Some(_), _) => ConsentState::Holds,
                    (None, Some(_)) => ConsentState::TextChanged,
                    (None, None) => ConsentState::Asked,
                };
                (signatory.clone(), state, last)
            })
            .collect())
    }

    /// Composes the statement as it would be handed over: only organisations whose consent
    /// holds for this text are printed.
    pub(super) fn composed(
        &self,
        statement: &Statement,
        layout: Layout,
    ) -> Result<Composed, Failure> {
        Ok(self.composed_for(statement, layout, &self.consents(statement)?))
    }

    fn composed_for(
        &self,
        statement: &Statement,
        layout: Layout,
        consents: &[(Signatory, ConsentState, Option<Endorsement>)],
    ) -> Composed {
        let signatories: Vec<Signatory> = consents
            .iter()
            .filter(|(_, state, _)| *state == ConsentState::Holds)
            .map(|(signatory, _, _)| signatory.clone())
            .collect();
        self.composer.borrow_mut().compose(&Composition {
            statement,
            call: &self.call,
            drafts: &self.drafts,
            layout,
            signatories: &signatories,
        })
    }

    /// Counts the words of a composed statement under the call's rule, and its pages as far as
    /// they are known.
    pub(super) fn counted(&self, statement: &Statement, composed: &Composed) -> CountReport {
        let (status, joint) = standing(statement);
        let count = self.counter.borrow_mut().count(&composed.document, &self.call, status, joint);
        match self.pages.get() {
            Some(pages) => count.with_pages(pages, &self.call),
            None => count,
        }
    }

    /// Checks and counts the statement; what a change did not touch is not checked again.
    pub(super) fn checked(
        &self,
        statement: &Statement,
        now: jiff::Timestamp,
    ) -> Result<(CheckReport, CountReport), Failure> {
        let consents = self.consents(statement)?;
        let composed = self.composed_for(statement, Layout::Prose, &consents);
        let count = self.counted(statement, &composed);
        let consents: Vec<(String, ConsentState)> =
            consents.into_iter().map(|(signatory, state, _)| (signatory.id, state)).collect();
        let mut live = self.live.borrow_mut();
        let mut tags = spelled_in(&live, statement);
        let files = self.files(statement)?;
        let lost_pictures = self.lost_pictures(statement)?;
        loop {
            let spelling =
                self.shelf.spelling_in(tags.iter().map(String::as_str), &statement.words);
            let report = live.check(&Case {
                statement,
                call: &self.call,
                drafts: &self.drafts,
                document: &composed.document,
                count: &count,
                now,
                signatories: &consents,
                spelling: &spelling,
                files: &files,
                lost_pictures: &lost_pictures,
            });
            // A paragraph in a language that was not there before brings its dictionary in.
            let found = spelled_in(&live, statement);
            if found.is_subset(&tags) {
                return Ok((report, count));
            }
            tags.extend(found);
        }
    }
}

/// Returns the languages that were seen in a statement, with its own.
fn spelled_in(live: &Live, statement: &Statement) -> BTreeSet<String> {
    let seen = live.languages().into_iter().map(str::to_owned);
    seen.chain([primary(&statement.language)]).collect()
}

/// Returns the status under which a statement is limited, and whether it is a joint one.
pub(super) fn standing(statement: &Statement) -> (EcosocStatus, bool) {
    statement.standing()
}

/// Reads the call as it is kept in a statement file.
pub(super) fn stored_call(file: &StatementFile) -> Result<Call, Failure> {
    let shown = file.path().display().to_string();
    let faulty = |detail: &str| {
        Failure::new(Code::CallFaulty, format!("read the call kept in \"{shown}\""), detail)
            .with("file", &shown)
    };
    let kept = file.call()?.ok_or_else(|| faulty("the file keeps no call"))?;
    calls::load_kept(&kept.toml)
        .map_err(|faults| faulty(faults.first().map_or("", |fault| &fault.problem)))
}
