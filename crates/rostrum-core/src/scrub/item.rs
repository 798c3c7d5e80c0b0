//! One thing that a file gives away.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Hindrance;
use crate::finding::Severity;

/// What a person decides before a file is cleaned.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ScrubChoices"))]
#[serde(default)]
pub struct Choices {
    /// Take comments out.
    pub comments: bool,
    /// What becomes of recorded changes; they stay when nothing is said.
    pub changes: Option<Changes>,
    /// Take hidden words out.
    pub hidden: bool,
    /// Take attached files out.
    pub attachments: bool,
    /// The organisation that publishes: its own name as author is no secret.
    pub organisation: String,
}

/// What becomes of recorded changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ScrubChanges"))]
#[serde(rename_all = "kebab-case")]
pub enum Changes {
    /// The text as it would be with all of them.
    Accept,
    /// The text as it was before all of them.
    Reject,
}

/// What a file gives away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ScrubReport"))]
pub struct Report {
    /// Name of the file.
    pub file: String,
    /// What it is.
    pub format: Format,
    /// What stands in the way of cleaning it.
    pub hindrance: Hindrance,
    /// What it gives away: the gravest first, then in the order of kinds.
    pub items: Vec<Item>,
    /// How many more there are than are listed.
    pub more: u32,
}

/// Kinds of files that are looked through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ScrubFormat"))]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Word.
    Docx,
    /// `OpenDocument` text.
    Odt,
    /// PDF.
    Pdf,
    /// A photograph or drawing: JPEG or PNG.
    Picture,
    /// A web page.
    Html,
    /// Plain text.
    Text,
}

/// One thing that a file gives away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ScrubItem"))]
pub struct Item {
    /// What it is.
    pub kind: Kind,
    /// The name, words or value; cut when long.
    pub what: String,
    /// Whose it is, when the file says.
    pub who: String,
    /// When, as the file says.
    pub when: String,
    /// Where: a part of a Word file, a page of a PDF.
    pub place: String,
    /// How many such there are.
    pub count: u32,
    /// How much it matters.
    pub weight: Severity,
    /// What takes it out.
    pub removal: Removal,
}

/// What takes an item out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ScrubRemoval"))]
#[serde(rename_all = "kebab-case")]
pub enum Removal {
    /// Cleaning, without a question: no reader of the text misses it.
    Always,
    /// Cleaning, when [`Choices::comments`] says so.
    Comments,
    /// Cleaning, when [`Choices::changes`] says what becomes of them.
    Changes,
    /// Cleaning, when [`Choices::hidden`] says so.
    Hidden,
    /// Cleaning, when [`Choices::attachments`] says so.
    Attachments,
    /// Nothing here: only the author can, in the program the file was made with.
    Never,
}

impl Removal {
    /// Tells whether cleaning with these choices takes such an item out.
    pub fn happens(self, choices: &Choices) -> bool {
        match self {
            Self::Always => true,
            Self::Comments => choices.comments,
            Self::Changes => choices.changes.is_some(),
            Self::Hidden => choices.hidden,
            Self::Attachments => choices.attachments,
            Self::Never => false,
        }
    }
}

/// What a file can give away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ScrubKind"))]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Words that somebody put in, recorded as a change.
    Inserted,
    /// Words that somebody took out; they are still in the file.
    Deleted,
    /// Words that somebody moved, recorded as a change.
    Moved,
    /// A look that somebody changed, recorded as a change.
    LookChanged,
    /// A comment or note.
    Comment,
    /// Words that are in the file and not on the page.
    HiddenText,
    /// Words too small or too white to be seen.
    FaintText,
    /// Words under a box or on their own colour: blacked out, and still in the file.
    CoveredText,
    /// Words of an earlier state that were replaced and are still in the file.
    EarlierState,
    /// A layer that is switched off.
    HiddenLayer,
    /// Where a photograph was taken.
    PicturePlace,
    /// The author.
    Author,
    /// Who saved it last.
    SavedBy,
    /// A person or account named elsewhere.
    Person,
    /// The company the program is licensed to.
    Company,
    /// A manager's name.
    Manager,
    /// Notes about the file.
    Description,
    /// A path on somebody's computer or server.
    Path,
    /// A printer.
    Printer,
    /// A property that a system or template put in.
    Property,
    /// Data behind the text.
    Data,
    /// A variable of the document.
    Variable,
    /// Camera, program or time of a picture.
    Picture,
    /// A small picture of the first page.
    Thumbnail,
    /// When it was made, changed or printed, and for how long.
    Dates,
    /// Marks that tell which words were written in one sitting.
    EditMarks,
    /// A mark by which copies of one document are known.
    DocumentMark,
    /// The program it was made with.
    Program,
    /// A bookmark with a name of somebody's choice.
    Bookmark,
    /// A file inside the file.
    Attachment,
    /// A program inside the file.
    Macro,
    /// Something that happens when the file is opened.
    Action,
    /// What was filled into a form.
    FormData,
    /// A digital signature.
    Signature,
    /// Left behind by the program: a part that belongs to nothing.
    Leftover,
    /// A part that could not be looked through.
    Unread,
}

/// Longest words that are listed, in characters.
const LONGEST: usize = 240;
/// Most items that are listed.
const MOST: usize = 2_000;

/// Items as they are found; those that are alike are counted.
#[derive(Debug, Default)]
pub(super) struct Items {
    found: Vec<Item>,
    known: BTreeMap<(Kind, String, String, String, String), usize>,
    more: u32,
}

impl Items {
    /// Notes an item; the usual way, with nobody and no time.
    pub(super) fn note(&mut self, kind: Kind, what: &str, place: &str, removal: Removal) {
        self.add(kind, what, ("", ""), place, removal);
    }

    /// Notes an item with who and when.
    pub(super) fn add(
        &mut self,
        kind: Kind,
        what: &str,
        (who, when): (&str, &str),
        place: &str,
        removal: Removal,
    ) {
        let what = shortened(what);
        let (who, when, place) = (shortened(who), shortened(when), shortened(place));
        let key = (kind, what.clone(), who.clone(), when.clone(), place.clone());
        if let Some(at) = self.known.get(&key) {
            self.found[*at].count += 1;
            return;
        }
        if self.found.len() >= MOST {
            self.more += 1;
            return;
        }
        self.known.insert(key, self.found.len());
        let weight = kind.weight();
        self.found.push(Item { kind, what, who, when, place, count: 1, weight, removal });
    }

    /// Returns how many are listed.
    pub(super) fn len(&self) -> usize {
        self.found.len()
    }

    /// Says of what a part gives away, found since so many were listed, that it stays.
    pub(super) fn stays(&mut self, since: usize, place: &str) {
        for item in self.found.iter_mut().skip(since).filter(|item| item.place == place) {
            item.removal = Removal::Never;
        }
    }

    /// Tells whether something of this kind, with these words or any, was found already.
    pub(super) fn has(&self, kind: Kind, what: Option<&str>) -> bool {
        let words = what.map(shortened);
        let same = |item: &Item| words.as_ref().is_none_or(|words| item.what == *words);
        self.found.iter().any(|item| item.kind == kind && same(item))
    }

    /// Notes something of which only the number matters.
    pub(super) fn counted(&mut self, kind: Kind, count: usize, place: &str, removal: Removal) {
        if count > 0 {
            self.note(kind, "", place, removal);
            if let Some(item) = self.found.last_mut().filter(|item| item.kind == kind) {
                item.count = count as u32;
            }
        }
    }

    /// Returns the items in their order, and how many more there are.
    pub(super) fn finish(mut self) -> (Vec<Item>, u32) {
        self.found.sort_by(|a, b| (b.weight, a.kind).cmp(&(a.weight, b.kind)));
        (self.found, self.more)
    }
}

impl Kind {
    /// Returns how much it matters that such a thing becomes public.
    pub fn weight(self) -> Severity {
        match self {
            Self::Inserted
            | Self::Deleted
            | Self::Moved
            | Self::Comment
            | Self::HiddenText
            | Self::CoveredText
            | Self::EarlierState
            | Self::HiddenLayer
            | Self::PicturePlace => Severity::Error,
            Self::LookChanged
            | Self::FaintText
            | Self::Author
            | Self::SavedBy
            | Self::Person
            | Self::Company
            | Self::Manager
            | Self::Description
            | Self::Path
            | Self::Printer
            | Self::Property
            | Self::Variable
            | Self::Attachment
            | Self::Macro
            | Self::Action
            | Self::FormData
            | Self::Unread => Severity::Warning,
            Self::Data
            | Self::Picture
            | Self::Thumbnail
            | Self::Dates
            | Self::EditMarks
            | Self::DocumentMark
            | Self::Program
            | Self::Bookmark
            | Self::Signature
            | Self::Leftover => Severity::Info,
        }
    }

    /// Returns what it is, in the words of the window.
    pub fn says(self) -> &'static str {
        match self {
            Self::Inserted => "Put in",
            Self::Deleted => "Struck out, still in the file",
            Self::Moved => "Moved",
            Self::LookChanged => "Look changed",
            Self::Comment => "Comment",
            Self::HiddenText => "Hidden words",
            Self::FaintText => "White or tiny words",
            Self::CoveredText => "Words under a box",
            Self::EarlierState => "Words of an earlier state",
            Self::HiddenLayer => "Layer that is switched off",
            Self::PicturePlace => "Where a photograph was taken",
            Self::Author => "Author",
            Self::SavedBy => "Last saved by",
            Self::Person => "Person or account",
            Self::Company => "Company",
            Self::Manager => "Manager",
            Self::Description => "Notes about the file",
            Self::Path => "Place on somebody’s computer",
            Self::Printer => "Printer",
            Self::Property => "Property",
            Self::Data => "Data behind the text",
            Self::Variable => "Variable",
            Self::Picture => "What a picture says about itself",
            Self::Thumbnail => "Small picture of the first page",
            Self::Dates => "Dates of editing",
            Self::EditMarks => "Marks of editing sessions",
            Self::DocumentMark => "Mark of the document",
            Self::Program => "Program",
            Self::Bookmark => "Bookmark",
            Self::Attachment => "File inside it",
            Self::Macro => "Program inside it",
            Self::Action => "What it does when opened",
            Self::FormData => "Answer in a form",
            Self::Signature => "Digital signature",
            Self::Leftover => "Left behind by the program",
            Self::Unread => "Part that cannot be looked through",
        }
    }

    /// Returns the word for the kind, as it stands in files.
    pub fn word(self) -> String {
        match serde_json::to_value(self) {
            Ok(serde_json::Value::String(word)) => word,
            _ => String::new(),
        }
    }
}

/// Returns words on one line and not too long.
pub(super) fn shortened(words: &str) -> String {
    let mut out = String::new();
    let mut left = LONGEST;
    for word in words.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        for c in word.chars().filter(|c| !c.is_control()) {
            if left == 0 {
                out.push('…');
                return out;
            }
            out.push(c);
            left -= 1;
        }
    }
    out
}
