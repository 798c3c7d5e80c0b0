//! One Word paragraph while it is read, and the passage it becomes.

use super::lines::{Line, trimmed};
use super::{Item, Passage, Shape};
use crate::import::docx::numbering::Numbering;
use crate::import::docx::styles::Styles;
use crate::model::document::{Inline, plain_text};

/// Longest heading in words: styles called headings often hold whole paragraphs.
const LONGEST_HEADING: usize = 40;

/// A paragraph while it is read.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub(super) style: Option<String>,
    pub(super) number: Option<u32>,
    pub(super) level: Option<u8>,
    pub(super) outline: Option<u8>,
    pub(super) centred: bool,
    pub(super) mark_deleted: bool,
    pub(super) line: Line,
    pub(super) looks: Vec<(&'static str, String)>,
}

/// Returns the name of a style, in small letters.
pub(super) fn style_name(styles: &Styles, id: &str) -> String {
    let own = styles.chain(id).first().map(|(_, style)| style.name.to_lowercase());
    own.unwrap_or_else(|| id.to_lowercase())
}

/// Returns what a paragraph is, counting its automatic number; nothing when it is empty.
pub(super) fn passage(
    paragraph: Paragraph,
    styles: &Styles,
    numbering: &mut Numbering,
) -> Option<Passage> {
    let id = paragraph.style.as_deref().or(styles.default_id()).unwrap_or_default().to_owned();
    let mut text = trimmed(paragraph.line.finished());
    let list = paragraph.number.or_else(|| styles.look(&id, |s| s.number)).filter(|n| *n != 0);
    let counted = list.and_then(|list| {
        let tied = || {
            let chain = styles.chain(&id);
            chain.iter().find_map(|(id, _)| numbering.level_of_style(list, id, styles))
        };
        let level = paragraph.level.or_else(tied).or_else(|| styles.look(&id, |s| s.level));
        let level = level.unwrap_or(0);
        Some((numbering.count(list, level, styles)?, level, list))
    });
    if text.is_empty() {
        return None;
    }
    let name = style_name(styles, &id);
    let named = styles.chain(&id).iter().find_map(|(_, style)| {
        let name = style.name.to_lowercase();
        let level = name.strip_prefix("heading ")?.trim().parse::<u8>().ok()?;
        Some(level.saturating_sub(1))
    });
    let outline = paragraph.outline.or_else(|| styles.look(&id, |s| s.outline));
    let words = plain_text(&text).split_whitespace().count();
    let shape = if name == "title" {
        Shape::Title
    } else if let Some(level) = named.or(outline).filter(|l| *l < 9 && words <= LONGEST_HEADING) {
        Shape::Heading(level + 1, counted.map(|(c, ..)| c.label).unwrap_or_default())
    } else if let Some((counted, level, list)) = counted {
        // Word's own styles for deeper items number them on their first level.
        let by_name = name.rsplit(' ').next().and_then(|n| n.parse::<u8>().ok());
        let deeper = name.starts_with("list bullet ") || name.starts_with("list number ");
        let depth = by_name.filter(|_| deeper && level == 0).map_or(level, |n| n.max(1) - 1);
        let number = (!counted.bullet).then_some(counted.value);
        Shape::Item(Item { depth, number, label: counted.label, list })
    } else if name.contains("quot") {
        Shape::Quote
    } else {
        Shape::Paragraph
    };
    let strong = is_strong(&text);
    if matches!(shape, Shape::Heading(..) | Shape::Title) {
        // Its style makes it bold, and so will ours.
        unbold(&mut text);
    }
    let style_centred = styles.look(&id, |s| s.centred).unwrap_or(false);
    let centred = paragraph.centred || style_centred;
    Some(Passage { shape, text, rows: Vec::new(), strong, centred, style: name })
}

/// Takes the bold off a line.
pub(super) fn unbold(line: &mut [Inline]) {
    for piece in line {
        match piece {
            Inline::Text { marks, .. } => marks.bold = false,
            Inline::Link { text, .. } => unbold(text),
            Inline::Note(_) | Inline::Break => {}
        }
    }
}

/// Tells whether all words of a line are bold.
pub(super) fn is_strong(line: &[Inline]) -> bool {
    line.iter().all(|piece| match piece {
        Inline::Text { text, marks } => marks.bold || text.trim().is_empty(),
        Inline::Link { text, .. } => is_strong(text),
        Inline::Note(_) | Inline::Break => true,
    })
}
