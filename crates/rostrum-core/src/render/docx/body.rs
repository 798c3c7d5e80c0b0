//! The text of a document as paragraphs of docx-rs.

use std::collections::BTreeSet;

use docx_rs::{Docx, IndentLevel, LineSpacing, NumberingId, Paragraph, Run};

use super::lists::{List, Lists, PARAGRAPHS};
use super::runs::{Links, Runs};
use super::table::table;
use crate::model::Document;
use crate::model::document::{Content, DocumentBlock, Origin, Part};
use crate::review::mark_of_document;

/// What docx-rs was given, and what the other parts need to know of it.
pub(super) struct Written {
    pub docx: Docx,
    pub links: Links,
    pub lists: Vec<List>,
}

/// Writes title, cover block and text.
pub(super) fn write(document: &Document) -> Written {
    let mut runs =
        Runs { notes: &document.notes, marking: document.look.marking, links: Links::default() };
    let mut lists = Lists::default();
    let mut docx = Docx::new();
    // By this mark a copy that comes back is laid beside what was sent.
    let mark = format!("{ANCHOR}x{}", mark_of_document(document));
    let mut marked = !document.title.is_empty();
    if !document.title.is_empty() {
        let mut title = Paragraph::new()
            .style("Title")
            .add_bookmark_start(0, format!("{ANCHOR}title"))
            .add_bookmark_start(MARK, &mark)
            .add_bookmark_end(MARK)
            .add_run(Run::new().add_text(&document.title));
        if let Some(at) = document.title_note {
            title = title.add_run(runs.note(at));
        }
        docx = docx.add_paragraph(title.add_bookmark_end(0));
    }
    for line in &document.cover {
        docx = docx.add_paragraph(
            Paragraph::new()
                .style("Cover")
                .add_run(Run::new().bold().add_text(format!("{}:", line.label)))
                .add_run(Run::new().add_tab().add_text(&line.value)),
        );
    }
    for (at, (block, anchor)) in document.blocks.iter().zip(anchors(document)).enumerate() {
        if let Content::Table { widths, rows } = &block.content {
            lists.other(block);
            docx = docx.add_table(table(&mut runs, widths, rows, (at + 1, &anchor)));
            let next = document.blocks.get(at + 1).map(|b| &b.content);
            if matches!(next, None | Some(Content::Table { .. })) {
                // Two tables that touch would become one, and a document may not end in one.
                docx = docx.add_paragraph(Paragraph::new().style("AfterTable"));
            }
            continue;
        }
        let mut paragraph = paragraph(block, &mut lists);
        let above = at.checked_sub(1).map(|before| &document.blocks[before].content);
        if matches!(
            (above, &block.content),
            (Some(Content::Table { .. }), Content::Paragraph { .. })
        ) {
            paragraph = paragraph.line_spacing(LineSpacing::new().before(160));
        }
        if leads(block, document.blocks.get(at + 1)) {
            paragraph = paragraph.keep_next(true);
        }
        if !std::mem::replace(&mut marked, true) {
            paragraph = paragraph.add_bookmark_start(MARK, &mark).add_bookmark_end(MARK);
        }
        let paragraph = paragraph.add_bookmark_start(at + 1, anchor);
        let line = block.lines();
        let paragraph = line.iter().fold(paragraph, |p, line| runs.add(p, line));
        docx = docx.add_paragraph(paragraph.add_bookmark_end(at + 1));
    }
    Written { docx, links: runs.links, lists: lists.all }
}

/// Tells whether a block opens the quotation after it, from which it should not be parted.
fn leads(block: &DocumentBlock, next: Option<&DocumentBlock>) -> bool {
    let quotes = next.is_some_and(|next| {
        next.origin == block.origin
            && matches!(next.content, Content::Paragraph { quoted: true, .. })
    });
    quotes && matches!(block.content, Content::Paragraph { quoted: false, .. })
}

/// Returns an empty paragraph in the style and with the number of a block.
fn paragraph(block: &DocumentBlock, lists: &mut Lists) -> Paragraph {
    let paragraph = Paragraph::new();
    if let Content::ListItem { depth, number, .. } = &block.content {
        let style = if number.is_some() { "ListNumber" } else { "ListBullet" };
        let depth = (*depth).min(8);
        let list = lists.item(depth, *number);
        let level = IndentLevel::new(usize::from(depth));
        return paragraph.style(style).numbering(NumberingId::new(list), level);
    }
    lists.other(block);
    match &block.content {
        Content::Heading { level, .. } => {
            let level = (*level).clamp(1, 6);
            paragraph.style(&format!("Heading{level}"))
        }
        Content::Paragraph { number: Some(_), .. } => paragraph
            .style("NumberedParagraph")
            .numbering(NumberingId::new(PARAGRAPHS), IndentLevel::new(0)),
        Content::Paragraph { quoted: true, .. } => paragraph.style("Quote"),
        _ if block.part == Part::Signatories => paragraph.style("Signatory"),
        _ => paragraph.style("BodyText"),
    }
}

/// Id of the bookmark that marks the export; those of blocks count from 1.
const MARK: usize = 1_000_000;

/// Before the name of every hidden bookmark; Word hides names that begin with a low line.
const ANCHOR: &str = "_ro_";

/// Returns the name of the hidden bookmark of every block, in the order of the blocks.
///
/// A name tells where the block comes from: `_ro_b120` is what stands in the body from
/// byte 120 on, `_ro_r<id>_2` the third piece of a response. Names are unique and at most
/// 40 characters long, as Word asks. That of a table stands in its first cell.
pub fn anchors(document: &Document) -> Vec<String> {
    let mut taken = BTreeSet::new();
    document
        .blocks
        .iter()
        .enumerate()
        .map(|(at, block)| {
            let base = match &block.origin {
                Origin::Body(offset) => format!("{ANCHOR}b{offset}"),
                Origin::Response(id) => {
                    let id: String = id.chars().filter(char::is_ascii_alphanumeric).collect();
                    format!("{ANCHOR}r{}", &id[..id.len().min(27)])
                }
                Origin::Made => format!("{ANCHOR}m{at}"),
            };
            let mut name = base.clone();
            let mut number = 1;
            while taken.contains(&name) {
                number += 1;
                name = format!("{base}_{number}");
            }
            taken.insert(name.clone());
            name
        })
        .collect()
}
