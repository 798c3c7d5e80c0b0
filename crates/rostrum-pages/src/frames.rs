//! What stands where on a page.

use std::hash::{Hash, Hasher};

use typst::layout::{Abs, Frame, FrameItem, Point, Size, Transform};
use typst::text::TextItem;

/// Words on one line, set in one go.
pub(crate) struct Run<'f> {
    /// Where they begin: left, and the line they stand on.
    pub(crate) at: Point,
    pub(crate) item: &'f TextItem,
}

impl Run<'_> {
    /// Returns how far a point is from these words: above or below first, then beside.
    pub(crate) fn distance(&self, point: Point) -> (f64, f64) {
        let size = self.item.size;
        let up = (self.at.y - size * 0.9 - point.y).max(point.y - self.at.y - size * 0.25);
        let beside = (self.at.x - point.x).max(point.x - self.at.x - self.item.width());
        (up.max(Abs::zero()).to_pt(), beside.max(Abs::zero()).to_pt())
    }

    /// Returns which byte of the words stands at this distance from the left.
    pub(crate) fn byte_at(&self, x: Abs) -> usize {
        let mut left = self.at.x;
        for glyph in &self.item.glyphs {
            left += glyph.x_advance.at(self.item.size);
            if x < left {
                return usize::from(glyph.range.start);
            }
        }
        self.item.text.len()
    }
}

/// What is seen on a page: two pages that look the same are hashed alike, even where a
/// piece that goes on elsewhere has changed there.
pub(crate) struct Seen<'f>(pub(crate) &'f Frame);

impl Hash for Seen<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        for (at, item) in self.0.items() {
            match item {
                FrameItem::Group(group) => {
                    at.hash(state);
                    group.transform.hash(state);
                    Seen(&group.frame).hash(state);
                }
                FrameItem::Text(text) => (at, text).hash(state),
                FrameItem::Shape(shape, _) => (at, shape).hash(state),
                FrameItem::Image(image, size, _) => (at, image, size).hash(state),
                FrameItem::Link(..) | FrameItem::Tag(_) => {}
            }
        }
    }
}

/// What stands on a page, with its place.
#[derive(Default)]
pub(crate) struct Standing<'f> {
    /// All words.
    pub(crate) runs: Vec<Run<'f>>,
    /// All pictures: their upper left corner, and their size.
    pub(crate) pictures: Vec<(Point, Size)>,
}

/// Returns what stands on a page.
pub(crate) fn standing(frame: &Frame) -> Standing<'_> {
    let mut out = Standing::default();
    walk(frame, Transform::identity(), &mut out);
    out
}

fn walk<'f>(frame: &'f Frame, place: Transform, out: &mut Standing<'f>) {
    for (at, item) in frame.items() {
        match item {
            FrameItem::Group(group) => {
                let moved = Transform::translate(at.x, at.y).pre_concat(group.transform);
                walk(&group.frame, place.pre_concat(moved), out);
            }
            FrameItem::Text(item) => out.runs.push(Run { at: at.transform(place), item }),
            FrameItem::Image(_, size, _) => out.pictures.push((at.transform(place), *size)),
            _ => {}
        }
    }
}
