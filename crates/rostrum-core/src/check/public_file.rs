//! Files that become public: the annexes of a statement, or the file that is checked itself.

use super::{Reading, Rule};
use crate::finding::{Finding, Place};
use crate::model::annex::{Annex, ChangesFate, Fate};
use crate::scrub::{Hindrance, Item, Kind, Removal, Report};

/// A file that becomes public, with what it gives away.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PublicFile {
    /// The annex with what was decided about it; without an id it is the file that is checked.
    pub annex: Annex,
    /// What is known of it.
    pub seen: Seen,
}

/// What is known of a file.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Seen {
    /// Nothing yet.
    #[default]
    Unknown,
    /// What it gives away.
    Report(Report),
    /// It cannot be looked through, and why: `kind`, `locked`, `damaged`, …
    Unlooked(String),
    /// It is not in this copy of the statement.
    Absent,
}

/// What a file holds of some kinds of things.
pub(super) struct Held<'f> {
    pub(super) file: &'f PublicFile,
    pub(super) count: String,
    /// Who, at most three of them.
    pub(super) who: String,
    /// Words of the first.
    pub(super) words: String,
}

impl PublicFile {
    /// Tells whether it is the file that is checked, and no annex.
    pub(super) fn is_itself(&self) -> bool {
        self.annex.id.is_empty()
    }

    /// Returns its place for a finding.
    pub(super) fn place(&self) -> Place {
        let id = (!self.is_itself()).then(|| self.annex.id.clone());
        Place { paragraph: id, ..Place::part("annex") }
    }

    /// Returns what the report lists, when it was looked through.
    fn items(&self) -> &[Item] {
        if let Seen::Report(report) = &self.seen { &report.items } else { &[] }
    }

    /// Returns what stands in the way of cleaning it.
    pub(super) fn hindrance(&self) -> Hindrance {
        if let Seen::Report(report) = &self.seen { report.hindrance } else { Hindrance::None }
    }

    /// Tells whether an item stays, whatever a person decides.
    pub(super) fn stays(&self, item: &Item) -> bool {
        self.hindrance() != Hindrance::None || item.removal == Removal::Never
    }

    /// Tells whether nobody has decided about an item.
    pub(super) fn undecided(&self, item: &Item) -> bool {
        match item.removal {
            Removal::Comments => self.annex.comments == Fate::Open,
            Removal::Changes => self.annex.changes == ChangesFate::Open,
            Removal::Hidden => self.annex.hidden == Fate::Open,
            Removal::Attachments => self.annex.attachments == Fate::Open,
            Removal::Always | Removal::Never => false,
        }
    }

    /// Gathers the items that a rule is about; nothing when there is none.
    pub(super) fn held(&self, wanted: impl Fn(&Item) -> bool) -> Option<Held<'_>> {
        let found: Vec<&Item> = self.items().iter().filter(|item| wanted(item)).collect();
        let first = found.first()?;
        let count: u32 = found.iter().map(|item| item.count).sum();
        let mut names: Vec<&str> = Vec::new();
        for item in &found {
            if !item.who.is_empty() && !names.contains(&item.who.as_str()) {
                names.push(&item.who);
            }
        }
        let more = names.len() > 3;
        names.truncate(3);
        let mut who = names.join(", ");
        if more {
            who.push_str(", …");
        }
        let words = first.what.chars().take(80).collect();
        Some(Held { file: self, count: count.to_string(), who, words })
    }
}

impl Held<'_> {
    /// Returns the parameters of a sentence about it.
    pub(super) fn params(&self) -> [(&str, &str); 4] {
        [
            ("file", &self.file.annex.name),
            ("count", &self.count),
            ("who", &self.who),
            ("words", &self.words),
        ]
    }
}

/// Returns the code of the rule that is about a kind of thing.
pub fn code_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Comment => "R804",
        Kind::Inserted | Kind::Deleted | Kind::Moved | Kind::LookChanged => "R805",
        Kind::HiddenText
        | Kind::FaintText
        | Kind::CoveredText
        | Kind::EarlierState
        | Kind::HiddenLayer => "R806",
        Kind::Path | Kind::Printer => "R807",
        Kind::Attachment | Kind::Macro | Kind::Action | Kind::FormData => "R808",
        Kind::Unread | Kind::Signature => "R809",
        _ => "R803",
    }
}

/// Reports what files hold of the kind that this rule is about: what stays there whatever one
/// decides (`stays`), what nobody decided about yet (`undecided`), and what a loose file holds
/// (`in-file`).
pub(super) fn report_held(rule: &Rule, reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for file in reading.case.files {
        let about = |stays: bool| {
            file.held(|item| code_of(item.kind) == rule.code && file.stays(item) == stays)
        };
        if let Some(held) = about(true) {
            out.push(rule.finding("stays", &held.params(), file.place()));
        }
        if file.is_itself() {
            if let Some(held) = about(false) {
                out.push(rule.finding("in-file", &held.params(), file.place()));
            }
        } else if let Some(held) = file.held(|item| {
            code_of(item.kind) == rule.code && !file.stays(item) && file.undecided(item)
        }) {
            out.push(rule.finding("undecided", &held.params(), file.place()));
        }
    }
}
