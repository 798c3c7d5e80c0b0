//! Reads a Word document as it came back: words with who put them in or took them out,
//! comments, notes.
//!
//! The text is one stream of [`Token`]s, the ends of paragraphs among them, because a
//! reviewer's change does not stop where a paragraph does. Without what was inserted it is
//! what the document was before; without what was deleted, what it becomes.

pub(crate) mod comments;
mod drawn;
mod formats;
mod story;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::import::docx::package::{Package, Relation, damaged};
use crate::import::sniff::{Found, kind};
use crate::import::xml::{Attributes, Sink, walk};
use crate::import::{ImportError, Unread};
pub use comments::Remark;
pub(crate) use comments::{Remarks, Threads};
pub use drawn::{DRAWN, Drawn};
pub(crate) use drawn::{letter_of, place_of};
use story::Story;

/// Stands in the stream where a paragraph ends.
pub const PARAGRAPH: char = '\u{2029}';
/// Stands in the stream where the mark of a note is.
pub const NOTE: char = '\u{FFFC}';

/// A document that came back.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Returned {
    /// The text.
    pub text: Vec<Token>,
    /// Where each paragraph begins, and what is known of it.
    pub paragraphs: Vec<Paragraph>,
    /// Notes by their ids (`f3`, `e1`).
    pub notes: BTreeMap<String, Vec<Token>>,
    /// Ids of the notes whose marks stand in the text, in its order.
    pub marks: Vec<String>,
    /// Pictures that stand in the text, in its order.
    #[serde(default)]
    pub pictures: Vec<Drawn>,
    /// Cells that were put into rows which stood there, by their numbers.
    #[serde(default)]
    pub new_cells: BTreeSet<u32>,
    /// Who made the changes; tokens point here.
    pub revisions: Vec<Revision>,
    /// Comments with their answers.
    pub remarks: Vec<Remark>,
    /// Where each comment stands in the text, by its id: first token and the one after the last.
    pub ranges: BTreeMap<String, (u32, u32)>,
    /// Mark of the export it was made from; empty when it carries none.
    pub export: String,
    /// Who saved it last, as the file says.
    pub saved_by: String,
    /// What was seen and cannot be shown as a change of words.
    pub other: Vec<Other>,
}

/// One character of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Token {
    /// The character.
    pub c: char,
    /// The revision that put it in.
    pub inserted: Option<u32>,
    /// The revision that took it out.
    pub deleted: Option<u32>,
}

impl Token {
    /// Tells whether the character stood there before all changes.
    pub fn is_before(&self) -> bool {
        self.inserted.is_none()
    }
}

/// Who changed something, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    /// Author as named in the file.
    pub author: String,
    /// Date as written in the file.
    pub date: String,
    /// Name that the two ends of a move share; empty for no move.
    pub moved: String,
}

/// A paragraph of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Its first token.
    pub start: u32,
    /// Hidden anchors of ours that begin in it, with the token they stand before.
    pub anchors: Vec<(String, u32)>,
    /// Whether it stands in a table.
    pub in_table: bool,
    /// The row it stands in, counted from 1 through all tables; 0 for none.
    #[serde(default)]
    pub row: u32,
    /// The cell it stands in, counted from 1 through all tables; 0 for none.
    #[serde(default)]
    pub cell: u32,
    /// Level of its heading, from the name of its style; 0 for none.
    pub heading: u8,
}

/// Something that is no change of words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Other {
    /// What it is: see [`crate::model::review::Unread::what`].
    pub what: String,
    /// Who did it.
    pub author: String,
    /// When.
    pub date: String,
    /// What of its look was changed: see [`crate::model::review::Unread::detail`].
    #[serde(default)]
    pub detail: String,
    /// Its words.
    pub words: String,
    /// The token it stands at.
    pub at: u32,
}

/// Returns what a file is that came back and is no Word document, where its bytes tell.
pub fn other_kind(bytes: &[u8], name: &str) -> Option<&'static str> {
    match kind(bytes, name) {
        Found::Pdf => Some("a PDF"),
        Found::Odt => Some("an OpenDocument text (.odt)"),
        Found::Html => Some("a web page"),
        Found::Markdown | Found::Text => Some("plain text"),
        Found::Other(sort) if sort != Unread::LockedOffice => Some(sort.name()),
        Found::Other(_) | Found::Nothing | Found::Docx | Found::Damaged(_) => None,
    }
}

/// Reads a document that came back.
///
/// # Errors
/// The same as for a draft: damaged, locked, of another kind, too large. A side part that
/// cannot be read is listed in [`Returned::other`].
pub fn read(bytes: &[u8]) -> Result<Returned, ImportError> {
    if bytes.is_empty() {
        return Err(ImportError::Empty);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(ImportError::Locked);
    }
    if !bytes.starts_with(b"PK") {
        return Err(damaged("it is no Word document of the kind .docx"));
    }
    let mut package = Package::open(bytes)?;
    let main = package
        .relations("")
        .into_iter()
        .find(|relation| relation.kind == "officeDocument")
        .map_or_else(|| "word/document.xml".to_owned(), |relation| relation.target);
    let document =
        package.part(&main)?.ok_or_else(|| damaged("it holds no text (word/document.xml)"))?;
    let relations = package.relations(&main);
    let mut headings = Headings::default();
    side(&mut package, &relations, "styles", &mut headings);

    let mut story = Story::new(&headings.levels);
    walk(&document, &mut story).map_err(|fault| damaged(fault.words()))?;
    let mut returned = story.finish();
    drawn::look(&mut returned.pictures, &mut package, &relations);
    for (kind, prefix) in [("footnotes", 'f'), ("endnotes", 'e')] {
        let mut notes = Story::of_notes(&headings.levels, prefix, returned.revisions.len());
        if side(&mut package, &relations, kind, &mut notes) == Some(false) {
            returned.other.push(Other { what: "note".into(), ..Other::default() });
        }
        let notes = notes.finish();
        returned.notes.extend(notes.notes);
        returned.revisions.extend(notes.revisions);
        returned.other.extend(notes.other);
    }
    for relation in &relations {
        let what = match relation.kind.as_str() {
            "header" => "header",
            "footer" => "footer",
            _ => continue,
        };
        let Ok(Some(bytes)) = package.part(&relation.target) else { continue };
        let mut story = Story::new(&headings.levels);
        if walk(&bytes, &mut story).is_ok() {
            returned.other.extend(beside_the_text(what, &story.finish()));
        } else {
            returned.other.push(Other { what: what.into(), ..Other::default() });
        }
    }
    let mut remarks = Remarks::default();
    if side(&mut package, &relations, "comments", &mut remarks) == Some(false) {
        returned.other.push(Other { what: "comments".into(), ..Other::default() });
    }
    let mut threads = Threads::default();
    side(&mut package, &relations, "commentsExtended", &mut threads);
    returned.remarks = remarks.threaded(&threads);
    let mut saved = SavedBy::default();
    let about = package.relations("");
    side(&mut package, &about, "core-properties", &mut saved);
    saved.name.trim().clone_into(&mut returned.saved_by);
    Ok(returned)
}

/// Returns what was changed above or below the text of the pages, which is made from the call and
/// the head of the statement.
fn beside_the_text(what: &str, part: &Returned) -> Vec<Other> {
    let by = |token: &Token| token.deleted.or(token.inserted);
    let changed = part.text.chunk_by(|a, b| by(a) == by(b)).filter_map(|run| {
        let revision = part.revisions.get(by(&run[0])? as usize)?;
        let words: String = run.iter().map(|t| t.c).collect();
        Some(Other {
            what: what.into(),
            author: revision.author.clone(),
            date: revision.date.clone(),
            words: words.replace(PARAGRAPH, " ").trim().to_owned(),
            ..Other::default()
        })
    });
    changed.filter(|other| !other.words.is_empty()).collect()
}

/// Walks through a side part; nothing when there is none, false when it is broken.
fn side(
    package: &mut Package<'_>,
    relations: &[Relation],
    kind: &str,
    sink: &mut impl Sink,
) -> Option<bool> {
    let relation = relations.iter().find(|relation| relation.kind == kind)?;
    match package.part(&relation.target) {
        Ok(Some(bytes)) => Some(walk(&bytes, sink).is_ok()),
        Ok(None) => None,
        Err(_) => Some(false),
    }
}

/// Which styles are headings, and of what level.
#[derive(Debug, Default)]
struct Headings {
    levels: BTreeMap<String, u8>,
    style: String,
}

impl Sink for Headings {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
        match name {
            "style" => self.style = attributes.get("styleId").unwrap_or_default(),
            "name" => {
                let name = attributes.get("val").unwrap_or_default().to_lowercase();
                let level = name.strip_prefix("heading ").and_then(|l| l.trim().parse().ok());
                if let Some(level) = level.filter(|level| (1..=9).contains(level)) {
                    self.levels.insert(self.style.clone(), level);
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, _: &str) {}

    fn text(&mut self, _: &str) {}
}

#[derive(Debug, Default)]
struct SavedBy {
    inside: bool,
    name: String,
}

impl Sink for SavedBy {
    fn open(&mut self, name: &str, _: &Attributes<'_>) {
        self.inside = name == "lastModifiedBy";
    }

    fn close(&mut self, _: &str) {
        self.inside = false;
    }

    fn text(&mut self, text: &str) {
        if self.inside {
            self.name.push_str(text);
        }
    }
}
