//! What the parts of one document share while it is walked through.

use std::collections::BTreeSet;

use super::super::item::Items;
use super::super::package::Link;
use super::super::{Choices, Kind, Removal};

/// What the parts of one document share while it is walked through.
pub(super) struct Context<'i> {
    pub(super) choices: &'i Choices,
    pub(super) items: &'i mut Items,
    /// The part that is walked through.
    pub(super) place: String,
    /// Its relationships.
    pub(super) links: Vec<Link>,
    /// Those of them that go.
    pub(super) cut: Vec<String>,
    /// Marks of sittings seen.
    pub(super) sittings: BTreeSet<String>,
    /// Styles whose words are hidden.
    pub(super) hidden_styles: BTreeSet<String>,
    /// Whether the part is listed elsewhere.
    pub(super) quiet: bool,
    /// Notes whose marks stand in the text; nothing while the text itself is read.
    notes: Option<BTreeSet<String>>,
    marks: BTreeSet<String>,
}

impl<'i> Context<'i> {
    pub(super) fn new(choices: &'i Choices, items: &'i mut Items) -> Self {
        Self {
            choices,
            items,
            place: String::new(),
            links: Vec::new(),
            cut: Vec::new(),
            sittings: BTreeSet::new(),
            hidden_styles: BTreeSet::new(),
            quiet: false,
            notes: None,
            marks: BTreeSet::new(),
        }
    }

    /// Lists the links of the part that lead to somebody's computer and stay.
    pub(super) fn end_part(&mut self) {
        for link in &self.links {
            if link.is_path() && !self.cut.contains(&link.id) {
                self.items.note(Kind::Path, &link.target, &self.place, Removal::Never);
            }
        }
    }

    /// Notes that the mark of a note stands in the text.
    pub(super) fn see_note(&mut self, id: String) {
        self.marks.insert(id);
    }

    /// Tells whether a note has no mark in the text any more.
    pub(super) fn lost_note(&self, id: &str) -> bool {
        self.notes.as_ref().is_some_and(|kept| !kept.contains(id))
    }

    /// Says that the text has been read, so that notes without a mark are known.
    pub(super) fn main_done(&mut self) {
        self.notes = Some(std::mem::take(&mut self.marks));
    }

    /// Notes what was gathered from all parts.
    pub(super) fn finish(self) {
        self.items.counted(Kind::EditMarks, self.sittings.len(), "", Removal::Always);
    }
}
