//! What becomes of recorded changes: of words, paragraphs, rows, cells and looks.

use super::super::xml::{Act, Tag};
use super::super::{Changes, Kind, Removal};
use super::story::Story;

/// A recorded change whose words are being gathered.
#[derive(Debug, Default)]
pub(super) struct Recorded {
    pub(super) kind: Option<Kind>,
    who: String,
    when: String,
    pub(super) words: String,
}

impl Story<'_, '_> {
    /// Begins or goes on with a recorded change.
    pub(super) fn record(&mut self, kind: Kind, tag: &Tag<'_>) {
        let who = tag.get("author").unwrap_or_default();
        let when = tag.get("date").unwrap_or_default();
        let recorded = &self.recorded;
        if recorded.kind != Some(kind) || recorded.who != who || recorded.when != when {
            self.end_record();
            self.recorded = Recorded { kind: Some(kind), who, when, words: String::new() };
        }
    }

    pub(super) fn end_record(&mut self) {
        let Recorded { kind, who, when, words } = std::mem::take(&mut self.recorded);
        let place = &self.context.place;
        if let Some(kind) = kind.filter(|_| !self.context.quiet) {
            self.context.items.add(kind, &words, (&who, &when), place, Removal::Changes);
        }
    }

    /// Decides on a mark of a change: around words, or on a paragraph, row or property.
    pub(super) fn change(&mut self, tag: &Tag<'_>, name: &str) -> Act {
        let put_in = matches!(name, "ins" | "moveTo");
        let kind = match name {
            "ins" => Kind::Inserted,
            "del" => Kind::Deleted,
            _ => Kind::Moved,
        };
        let drops = match self.changes() {
            None => None,
            Some(Changes::Accept) => Some(!put_in),
            Some(Changes::Reject) => Some(put_in),
        };
        let alone = match self.around(0) {
            "rPr" if self.around(1) == "pPr" => {
                self.record(kind, tag);
                self.recorded.words.push('¶');
                if let Some(spot) = self.spot("p") {
                    spot.mark_gone |= drops == Some(true);
                }
                true
            }
            "trPr" => {
                self.record(kind, tag);
                if let Some(spot) = self.spot("tr") {
                    spot.mark_gone |= drops == Some(true);
                }
                true
            }
            "rPr" | "ctrlPr" | "numPr" => true,
            _ => false,
        };
        if alone {
            return if drops.is_some() { Act::Skip } else { Act::Keep };
        }
        self.record(kind, tag);
        self.open.push(kind);
        match drops {
            None => Act::Keep,
            Some(true) => Act::Skip,
            Some(false) => Act::Unwrap,
        }
    }

    /// Decides on the record of an earlier look.
    pub(super) fn look_change(&mut self, tag: &Tag<'_>, skipped: bool) -> Act {
        let who = tag.get("author").unwrap_or_default();
        let when = tag.get("date").unwrap_or_default();
        if !self.context.quiet && !skipped {
            let place = self.context.place.clone();
            let removal = Removal::Changes;
            self.context.items.add(Kind::LookChanged, "", (&who, &when), &place, removal);
        }
        match self.changes() {
            None => Act::Keep,
            Some(Changes::Accept) => Act::Skip,
            Some(Changes::Reject) if tag.name() == "numberingChange" => Act::Skip,
            Some(Changes::Reject) => Act::Unwrap,
        }
    }

    /// Decides on the record that a cell was put in or taken out.
    pub(super) fn cell_change(&mut self, tag: &Tag<'_>, put_in: bool) -> Act {
        let who = tag.get("author").unwrap_or_default();
        let when = tag.get("date").unwrap_or_default();
        let (place, removal) = (self.context.place.clone(), Removal::Changes);
        self.context.items.add(Kind::LookChanged, "", (&who, &when), &place, removal);
        let Some(changes) = self.changes() else { return Act::Keep };
        if let Some(cell) = self.spot("tc") {
            cell.mark_gone |= put_in == (changes == Changes::Reject);
        }
        Act::Skip
    }
}
