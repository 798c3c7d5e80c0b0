//! The main part: title, cover block, contents, text.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::contents::contents;
use super::lists::{List, Lists, PARAGRAPHS};
use super::parts::page;
use super::picture::{Media, MediaFile};
use super::runs::{Links, Runs};
use super::table::table;
use super::xml::{DECLARATION, SPACES};
use crate::model::document::{Content, CoverLine, DocumentBlock, Inline, Origin, Part};
use crate::model::{Document, PictureBytes};
use crate::render::printed_picture;
use crate::review::mark_of_document;

/// The main part, and what the other parts need to know of it.
pub(super) struct Written {
    pub main: String,
    pub notes: String,
    pub links: Links,
    pub lists: Vec<List>,
    pub media: Vec<MediaFile>,
}

/// Writes title, cover block and text.
pub(super) fn write(document: &Document, pictures: &PictureBytes) -> Written {
    let mut media = Media::new(pictures);
    let mut runs = Runs::new(document);
    let mut lists = Lists::new(document.look.numbered);
    let mut out = format!("{DECLARATION}<w:document {SPACES}><w:body>");
    // By this mark a copy that comes back is laid beside what was sent.
    let mut mark = Some(format!(
        "<w:bookmarkStart w:id=\"{MARK}\" w:name=\"{ANCHOR}x{}\"/><w:bookmarkEnd w:id=\"{MARK}\"/>",
        mark_of_document(document)
    ));
    let (before, after) = document.cover_around_title();
    for line in before {
        cover(&mut out, &runs, line, "CoverAbove");
    }
    if !document.title.is_empty() {
        let bidi = bidi(&runs, &[Inline::plain(document.title.as_str())]);
        let _ = write!(
            out,
            "<w:p><w:pPr><w:pStyle w:val=\"Title\"/>{bidi}</w:pPr>\
             <w:bookmarkStart w:id=\"0\" w:name=\"{ANCHOR}title\"/>{}",
            mark.take().unwrap_or_default()
        );
        runs.plain(&mut out, &document.title, None);
        if let Some(at) = document.title_note {
            runs.note(&mut out, at);
        }
        out.push_str("<w:bookmarkEnd w:id=\"0\"/></w:p>");
    }
    for line in after {
        cover(&mut out, &runs, line, "Cover");
    }
    let anchors = anchors(document);
    contents(&mut out, &runs, document, &anchors);
    for (at, (block, anchor)) in document.blocks.iter().zip(&anchors).enumerate() {
        let next = document.blocks.get(at + 1);
        if let Content::Table { widths, rows } = &block.content {
            lists.other(block);
            table(&mut out, &mut runs, (widths, rows), (at + 1, anchor), &document.look);
            if matches!(next.map(|b| &b.content), None | Some(Content::Table { .. })) {
                // Two tables that touch would become one, and a document may not end in one.
                out.push_str("<w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/></w:pPr></w:p>");
            }
            continue;
        }
        let above = at.checked_sub(1).map(|before| &document.blocks[before]);
        out.push_str("<w:p><w:pPr>");
        properties(&mut out, &runs, &mut lists, block, (above, next));
        let id = at + 1;
        let _ = write!(
            out,
            "</w:pPr>{}<w:bookmarkStart w:id=\"{id}\" w:name=\"{anchor}\"/>",
            mark.take().unwrap_or_default()
        );
        if let Content::Picture { picture, alt, caption, indented } = &block.content {
            let size = printed_picture(&document.look, picture, caption, *indented);
            media.picture(&mut out, picture, alt, size);
            let _ = write!(out, "<w:bookmarkEnd w:id=\"{id}\"/></w:p>");
            self::caption(&mut out, &mut runs, caption, *indented);
            continue;
        }
        block.lines().into_iter().for_each(|line| runs.line(&mut out, line));
        let _ = write!(out, "<w:bookmarkEnd w:id=\"{id}\"/></w:p>");
    }
    page::section(&mut out, &document.look, runs.right_to_left);
    out.push_str("</w:body></w:document>");
    let (notes, links) = runs.finish();
    let media = media.files();
    Written { main: out, notes, links, lists: lists.all, media }
}

/// Writes the words under a picture.
fn caption(out: &mut String, runs: &mut Runs<'_>, line: &[Inline], indented: bool) {
    if line.is_empty() {
        return;
    }
    let bidi = bidi(runs, line);
    let _ = write!(
        out,
        "<w:p><w:pPr><w:pStyle w:val=\"Caption\"/>{bidi}{}</w:pPr>",
        if indented { INDENT } else { "" }
    );
    runs.line(out, line);
    out.push_str("</w:p>");
}

/// How far a picture stands in that belongs to a list or a quotation.
const INDENT: &str = "<w:ind w:left=\"567\" w:right=\"567\"/>";

fn cover(out: &mut String, runs: &Runs<'_>, line: &CoverLine, style: &str) {
    let direction = [Inline::plain(line.label.as_str()), Inline::plain(line.value.as_str())];
    // All lines of the block begin on one side.
    let bidi = if runs.right_to_left { "<w:bidi/>" } else { bidi(runs, &direction) };
    let _ = write!(out, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{bidi}</w:pPr>");
    runs.plain(out, &format!("{}:", line.label), Some("CoverLabel"));
    out.push_str("<w:r><w:tab/></w:r>");
    runs.plain(out, &line.value, None);
    out.push_str("</w:p>");
}

fn bidi(runs: &Runs<'_>, line: &[Inline]) -> &'static str {
    if runs.runs_left(line) { "<w:bidi/>" } else { "" }
}

/// Writes the style of a block and what is its own, in the order of the schema.
fn properties(
    out: &mut String,
    runs: &Runs<'_>,
    lists: &mut Lists,
    block: &DocumentBlock,
    (above, next): (Option<&DocumentBlock>, Option<&DocumentBlock>),
) {
    let mut number = None;
    let style = match &block.content {
        Content::ListItem { depth, number: own, .. } => {
            number = Some(lists.item((*depth).min(8), *own));
            if own.is_some() { "ListNumber".into() } else { "ListBullet".into() }
        }
        Content::Heading { level, .. } => format!("Heading{}", (*level).clamp(1, 6)),
        Content::Paragraph { number: Some(_), .. } => {
            number = Some((PARAGRAPHS, 0));
            "NumberedParagraph".into()
        }
        Content::Paragraph { quoted: true, .. } => "Quote".into(),
        Content::Picture { .. } => "Figure".into(),
        _ if block.part == Part::Signatories => "Signatory".into(),
        _ => String::from("BodyText"),
    };
    lists.other(block);
    let _ = write!(out, "<w:pStyle w:val=\"{style}\"/>");
    let captioned =
        matches!(&block.content, Content::Picture { caption, .. } if !caption.is_empty());
    if captioned || leads(block, next) {
        out.push_str("<w:keepNext/>");
    }
    if let Some((list, level)) = number {
        let _ = write!(
            out,
            "<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>"
        );
    }
    match (&block.content, &block.lines()[..]) {
        (Content::Picture { .. }, _) if runs.right_to_left => out.push_str("<w:bidi/>"),
        (Content::Picture { .. }, _) => {}
        (_, [line]) => out.push_str(bidi(runs, line)),
        _ => {}
    }
    let after_table = above.is_some_and(|above| matches!(above.content, Content::Table { .. }));
    if after_table && matches!(block.content, Content::Paragraph { .. }) {
        out.push_str("<w:spacing w:before=\"160\"/>");
    }
    if matches!(block.content, Content::Picture { indented: true, .. }) {
        out.push_str(INDENT);
    }
}

/// Tells whether a block opens the quotation after it, from which it should not be parted.
fn leads(block: &DocumentBlock, next: Option<&DocumentBlock>) -> bool {
    let quotes = next.is_some_and(|next| {
        next.origin == block.origin
            && matches!(next.content, Content::Paragraph { quoted: true, .. })
    });
    quotes && matches!(block.content, Content::Paragraph { quoted: false, .. })
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
