//! The negotiated text being answered, as addressable blocks.

use serde::{Deserialize, Serialize};

use crate::finding::Finding;

/// The negotiated text being answered, read into blocks in document order.
///
/// Every block keeps its label as printed; what the reader was unsure of has a low
/// [`Block::confidence`] and a finding.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Draft {
    /// Main title as printed, with line breaks folded to spaces.
    pub title: Option<String>,
    /// UN document symbol, such as `A/AC.292/2025/CRP.1`.
    pub symbol: Option<String>,
    /// State of the text as it names itself: `Zero draft`, `Rev.1`, `advance unedited version`.
    pub revision: Option<String>,
    /// Date as printed on the draft.
    pub date: Option<String>,
    /// Language as a BCP 47 tag, when it could be told.
    pub language: Option<String>,
    /// What the bytes were, whatever the file's name said.
    pub format: DraftFormat,
    /// Number of pages, where the format has pages.
    pub pages: Option<u32>,
    /// Everything that was read, in reading order.
    pub blocks: Vec<Block>,
    /// What the reader could not read, was unsure of, or took a decision about.
    pub findings: Vec<Finding>,
}

/// The format a draft was read from, told from its bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum DraftFormat {
    /// Portable Document Format.
    Pdf,
    /// Office Open XML, transitional or strict.
    Docx,
    /// `OpenDocument` text.
    Odt,
    /// A web page.
    Html,
    /// Markdown.
    Markdown,
    /// Plain text in any encoding.
    #[default]
    Text,
}

/// One addressable unit of a draft.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Block {
    /// Stable id inside the draft: the same bytes always give the same id (`b17`).
    pub id: String,
    /// What the block is.
    pub kind: BlockKind,
    /// Label as printed without surrounding space: `23.`, `16 bis`, `(a)`, `Pp1`.
    pub label: Option<String>,
    /// Whether the label stands in the file as words; Word counts those, and not the numbers
    /// that it makes itself.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "ts", ts(skip))]
    pub label_typed: bool,
    /// Level of a heading (1 is outermost) or depth of a sub-paragraph (0 is a paragraph).
    pub level: u8,
    /// Texts of the headings above, outermost first.
    pub heading_path: Vec<String>,
    /// The words, with spaces normalised and note marks taken out.
    pub text: String,
    /// Words before tracked changes, when the draft carried any in this block.
    pub original: Option<String>,
    /// Page on which the block starts, counted from 1.
    pub page: Option<u32>,
    /// What the block covers where it starts, when the format tells.
    pub region: Option<Region>,
    /// What it covers after that: the next column, the next page.
    #[serde(default)]
    pub continues: Vec<Stretch>,
    /// How sure the reader is of kind, label and bounds, from 0 to 1.
    pub confidence: f32,
    /// Notes whose marks stand in this block.
    pub footnotes: Vec<Footnote>,
}

/// What a block of a draft is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    /// A line of the title.
    Title,
    /// A heading.
    Heading,
    /// A paragraph or sub-paragraph.
    #[default]
    Paragraph,
    /// A footnote or endnote; its mark is the label.
    Footnote,
    /// Anything else that belongs to the text: a table row, a date line, a caption.
    Other,
}

/// A note tied to the block in which its mark stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Footnote {
    /// Mark as printed, such as `12` or `*`.
    pub mark: String,
    /// Words of the note; empty when the note itself was not found.
    pub text: String,
    /// Byte offset in [`Block::text`] after which the mark stood.
    pub offset: u32,
}

/// A rectangle on a page in points, with the origin at the top left.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Region {
    /// Distance from the left edge.
    pub x: f32,
    /// Distance from the top edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

impl Region {
    /// Returns the smallest rectangle that holds both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Self {
            x,
            y,
            width: (self.x + self.width).max(other.x + other.width) - x,
            height: (self.y + self.height).max(other.y + other.height) - y,
        }
    }
}

/// A rectangle on a page other than the one where a block starts, or in its next column.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Stretch {
    /// Number of the page, counted from 1.
    pub page: u32,
    /// What the block covers there.
    pub region: Region,
}

/// Below this confidence a person should look at a block.
pub const SURE: f32 = 0.6;

impl Block {
    /// Tells whether a person should look at the block.
    pub fn is_unsure(&self) -> bool {
        self.confidence < SURE
    }
}

impl Draft {
    /// Returns the block with this id.
    pub fn block(&self, id: &str) -> Option<&Block> {
        self.blocks.iter().find(|b| b.id == id)
    }

    /// Returns the first paragraph whose label reads as `label`.
    ///
    /// Case, spaces, a trailing dot and surrounding brackets do not matter, so `23` finds
    /// `23.` and `liv bis` finds `(LIV.bis)`. A sub-paragraph is addressed through its
    /// paragraph: `23(a)`, `23 (a) (i)`.
    pub fn labelled(&self, label: &str) -> Option<&Block> {
        self.position_labelled(label).map(|at| &self.blocks[at])
    }

    /// Returns how a person names a block: its label with those above it, such as `16 bis (a)`.
    ///
    /// Nothing for a block without a label.
    pub fn address(&self, id: &str) -> Option<String> {
        let mut above: Vec<(u8, &str)> = Vec::new();
        for block in &self.blocks {
            let Some(label) = block.label.as_deref() else { continue };
            if block.kind != BlockKind::Paragraph {
                continue;
            }
            let label = label.trim().trim_end_matches('.');
            above.retain(|(level, _)| *level < block.level);
            above.push((block.level, label));
            if block.id == id {
                let labels: Vec<&str> = above.iter().map(|(_, label)| *label).collect();
                return Some(labels.join(" "));
            }
        }
        None
    }

    /// Returns how the draft is called in a sentence: by its state, symbol or title.
    pub fn spoken_name(&self) -> &str {
        [&self.revision, &self.symbol, &self.title]
            .into_iter()
            .flatten()
            .map(|name| name.trim())
            .find(|name| !name.is_empty())
            .unwrap_or("earlier draft")
    }

    fn position_labelled(&self, label: &str) -> Option<usize> {
        let wanted = plain_label(label);
        if wanted.is_empty() {
            return None;
        }
        let mut parents: Vec<(u8, String)> = Vec::new();
        let mut whole = None;
        for (at, block) in self.blocks.iter().enumerate() {
            if block.kind != BlockKind::Paragraph {
                continue;
            }
            let Some(own) = block.label.as_deref().map(plain_label) else {
                continue;
            };
            parents.retain(|(level, _)| *level < block.level);
            let mut full: String = parents.iter().map(|(_, l)| l.as_str()).collect();
            full.push_str(&own);
            if full == wanted {
                return Some(at);
            }
            if own == wanted && whole.is_none() {
                whole = Some(at);
            }
            parents.push((block.level, own));
        }
        whole
    }
}

/// Returns a label without what only typography adds: case, spaces, dots and brackets.
pub fn plain_label(label: &str) -> String {
    label.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(label: &str, level: u8) -> Block {
        Block {
            id: format!("b{label}"),
            label: Some(label.into()),
            level,
            text: "States recall.".into(),
            confidence: 1.0,
            ..Block::default()
        }
    }

    #[test]
    fn a_label_is_found_however_it_is_typed() {
        let draft = Draft {
            blocks: vec![
                paragraph("23.", 0),
                paragraph("(a)", 1),
                paragraph("24.", 0),
                paragraph("(a)", 1),
                paragraph("(LIV.bis)", 0),
            ],
            ..Draft::default()
        };
        assert_eq!(draft.labelled("23").map(|b| b.id.as_str()), Some("b23."));
        assert_eq!(draft.position_labelled("24 (a)"), Some(3));
        assert_eq!(draft.position_labelled("liv bis"), Some(4));
        assert_eq!(draft.labelled("25"), None);
        assert_eq!(draft.labelled("()"), None);
    }

    #[test]
    fn a_sub_paragraph_is_named_through_its_paragraph() {
        let sub = Block { id: "sub".into(), ..paragraph("(a)", 1) };
        let bis = Block { id: "bis".into(), ..paragraph("16 bis.", 0) };
        let draft = Draft { blocks: vec![paragraph("16.", 0), bis, sub], ..Draft::default() };
        assert_eq!(draft.address("sub").as_deref(), Some("16 bis (a)"));
        assert_eq!(draft.address("b16.").as_deref(), Some("16"));
        assert_eq!(draft.address("none"), None);
    }
}
