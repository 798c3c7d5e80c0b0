//! From the text to its place on a page, and from a place on a page to the text.

use rostrum_core::model::Document;
use rostrum_core::model::document::Content;
use typst::foundations::{NativeElement as _, Selector, Value};
use typst::introspection::{Introspector as _, MetadataElem};
use typst::layout::{Abs, Point};
use typst_layout::PagedDocument;

use crate::frames::standing;

/// A piece of a document that has a place of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Spot {
    /// The title.
    Title,
    /// A line of the cover block, by its place there.
    Cover(u32),
    /// A block, by its place in the document.
    Block(u32),
    /// A row of a table below its header: place of the block, place of the row.
    Row(u32, u32),
    /// A note, by its place among the notes.
    Note(u32),
}

/// Where a piece of the document begins.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// The piece.
    pub spot: Spot,
    /// Page, from 0.
    pub page: u32,
    /// Where its first line is, in points from the top of the page: its upper edge, or what
    /// its letters stand on.
    pub y: f64,
}

/// What a person touched on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touch {
    /// The piece of the document.
    pub spot: Spot,
    /// The words around the place, as they stand on that line; empty on a picture.
    pub words: String,
    /// The byte of [`Touch::words`] that was touched.
    pub at: usize,
}

/// Returns the pieces of a document that mark their place, in the order of the template.
fn spots(document: &Document) -> Vec<Spot> {
    let mut out = Vec::new();
    let (before, after) = document.cover_around_title();
    let lines = (before.len() + after.len()) as u32;
    out.extend((0..before.len() as u32).map(Spot::Cover));
    if !document.title.is_empty() {
        out.push(Spot::Title);
    }
    out.extend((before.len() as u32..lines).map(Spot::Cover));
    for (at, block) in (0..).zip(&document.blocks) {
        out.push(Spot::Block(at));
        if let Content::Table { rows, .. } = &block.content {
            out.extend((1..rows.len() as u32).map(|row| Spot::Row(at, row)));
        }
    }
    out
}

/// Returns where every piece of the document begins, from the first page to the last.
pub(crate) fn marks(document: &Document, laid: &PagedDocument) -> Vec<Mark> {
    let introspector = laid.introspector();
    let mut named = spots(document).into_iter();
    let mut out = Vec::new();
    for element in introspector.query(&Selector::Elem(MetadataElem::ELEM, None)) {
        let Some(Value::Str(value)) = element.to_packed::<MetadataElem>().map(|m| m.value.clone())
        else {
            continue;
        };
        let spot = match value.strip_prefix('n') {
            Some(note) => note.parse().ok().map(Spot::Note),
            None => named.next(),
        };
        let place = element
            .location()
            .and_then(|location| typst_layout::PagedIntrospector::position(introspector, location));
        let (Some(spot), Some(place)) = (spot, place) else { continue };
        out.push(Mark { spot, page: (place.page.get() - 1) as u32, y: place.point.y.to_pt() });
    }
    out.sort_by(|a, b| (a.page, a.y).partial_cmp(&(b.page, b.y)).unwrap_or(a.page.cmp(&b.page)));
    out
}

/// Returns what stands at a place of a page, in points from its upper left corner; nothing
/// for a page on which nothing stands.
pub(crate) fn touched(
    laid: &PagedDocument,
    marks: &[Mark],
    page: u32,
    x: f64,
    y: f64,
) -> Option<Touch> {
    let frame = &laid.pages().get(page as usize)?.frame;
    let point = Point::new(Abs::pt(x), Abs::pt(y));
    // Head and foot of the page belong to no piece of the text.
    let (top, bottom) = (Abs::pt(62.0), frame.height() - Abs::pt(62.0));
    let standing = standing(frame);
    let picture = standing.pictures.iter().find(|(corner, size)| {
        let inside = point - *corner;
        let within = |at: Abs, length: Abs| at >= Abs::zero() && at <= length;
        within(inside.x, size.x) && within(inside.y, size.y)
    });
    if let Some((corner, _)) = picture {
        let mark = mark_before(marks, page, corner.y.to_pt())?;
        return Some(Touch { spot: mark.spot, words: String::new(), at: 0 });
    }
    let run =
        standing.runs.iter().filter(|run| run.at.y > top && run.at.y < bottom).min_by(|a, b| {
            a.distance(point).partial_cmp(&b.distance(point)).unwrap_or(std::cmp::Ordering::Equal)
        })?;
    let line = run.at.y.to_pt();
    let mark = mark_before(marks, page, line)?;
    Some(Touch { spot: mark.spot, words: run.item.text.to_string(), at: run.byte_at(point.x) })
}

/// Returns the mark of what stands at this height of a page: it lies on its line or above.
fn mark_before(marks: &[Mark], page: u32, y: f64) -> Option<&Mark> {
    let before = |mark: &&Mark| (mark.page, mark.y) <= (page, y + 0.5);
    marks.iter().rev().find(before).or_else(|| marks.first())
}
