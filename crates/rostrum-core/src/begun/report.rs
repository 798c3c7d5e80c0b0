//! What became of a text that was begun elsewhere.

use serde::{Deserialize, Serialize};

/// What became of a text that was begun elsewhere, for the person who begins with it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BegunReport"))]
pub struct Report {
    /// The sections as they stand now, in order.
    pub sections: Vec<PlacedSection>,
    /// What was kept, in numbers.
    pub kept: Kept,
    /// What stands in the statement in another form, with its words as they were.
    pub changed: Vec<Changed>,
    /// What could not be carried over, with its words.
    pub not_carried: Vec<Changed>,
}

/// One section of the statement, and what of the file stands in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PlacedSection {
    /// Its heading in the statement.
    pub name: String,
    /// The heading it had in the file; empty for none.
    pub heading: String,
    /// How the two were brought together.
    pub how: How,
    /// Words that stand in it.
    pub words: u32,
    /// Its first words.
    pub opening: String,
}

/// How a section of the statement and a heading of the file were brought together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BegunHow"))]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// The names are the same, but for numbers, case and punctuation.
    Same,
    /// The names are near.
    Near,
    /// The call has no such section: it stands as one of its own.
    Own,
    /// Text without a heading.
    Unheaded,
    /// The file has nothing for it.
    #[default]
    Empty,
}

/// What was kept, in numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BegunKept"))]
pub struct Kept {
    /// Words of the text.
    pub words: u32,
    /// Paragraphs.
    pub paragraphs: u32,
    /// Headings, those of sections among them.
    pub headings: u32,
    /// Items of lists.
    pub list_items: u32,
    /// Tables.
    pub tables: u32,
    /// Links.
    pub links: u32,
    /// Footnotes.
    pub notes: u32,
    /// Sources made of notes.
    pub sources: u32,
    /// Comments, kept as remarks of reviewers.
    pub comments: u32,
    /// Pictures.
    #[serde(default)]
    pub pictures: u32,
}

/// One thing that was changed, or not carried over.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BegunChange"))]
pub struct Changed {
    /// What it is, one of the words that `Changed::WORDS` lists.
    pub what: String,
    /// Heading of the section it stands in; empty before the first.
    #[serde(rename = "where")]
    pub place: String,
    /// Its words, as they were.
    pub words: String,
    /// Who did it, where that is known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
}

impl Changed {
    /// What a report can name: first what was changed, then what was not carried over.
    pub const WORDS: [&'static str; 28] = [
        "title",
        "cover",
        "section",
        "heading_level",
        "heading_number",
        "made_heading",
        "paragraph_number",
        "unheaded",
        "source",
        "inserted",
        "deleted",
        "text_box",
        "box",
        "equation",
        "emphasis",
        "underline",
        "struck",
        "raised",
        "link",
        "cells",
        "contents",
        "header",
        "footer",
        "hidden",
        "picture",
        "object",
        "note",
        "damaged",
    ];
}
