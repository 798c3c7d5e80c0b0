//! Exact pages beside the text: laid out once, kept between edits, drawn one by one.

use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rostrum_core::count::Pages;
use rostrum_core::model::Document;
use rostrum_core::model::call::Counting;
use rostrum_core::model::document::{Inline, Origin};
use rostrum_core::render::Layout;
use rostrum_pages::{PagesError, Press, Spot, Touch, look_over, wants_chinese};

use super::open::Open;
use super::shown::pictures_by;
use super::wire::{
    ExportStyle, Preview, PreviewOrigin, PreviewPage, PreviewPageRequest, PreviewPlace,
    PreviewRequest, PreviewSheet, PreviewTouchRequest,
};
use super::{Desk, exports, handover};
use crate::failure::{Code, Failure};
use crate::fonts::fonts;

/// The pages that the desk keeps: those of the one statement that is looked at.
#[derive(Default)]
pub(super) struct Previews {
    /// Number of the request that came last: an older one that is still waiting gives way.
    newest: AtomicU64,
    held: Mutex<Option<Held>>,
}

/// What is laid out at present.
struct Held {
    file: String,
    chinese: bool,
    press: Press,
    document: Document,
    body: String,
    /// What counts.
    counting: Counting,
}

/// What is to be laid out.
struct Material {
    document: Document,
    body: String,
    counting: Counting,
}

impl Previews {
    fn lock(&self) -> MutexGuard<'_, Option<Held>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells how many pages a document has, when it is the one that is laid out at present.
    pub(super) fn pages(&self, file: &str, document: &Document) -> Option<Pages> {
        let held = self.held.try_lock().ok()?;
        let held = held.as_ref().filter(|held| held.file == file && held.document == *document)?;
        Some(held.press.pages(document))
    }

    /// Lets go of the pages of a file that is closed.
    pub(super) fn forget(&self, file: &str) {
        let mut held = self.lock();
        if held.as_ref().is_some_and(|held| held.file == file) {
            *held = None;
        }
    }
}

impl Desk {
    /// Lays a statement out on pages; what did not change since the last time is not laid
    /// out again, and pages that look the same keep their key.
    ///
    /// Of several requests that wait, the last one is answered; the others are told that
    /// they were overtaken.
    ///
    /// # Errors
    /// [`Code::ValueRefused`] for an unknown layout or choice, and for changes to no draft;
    /// [`Code::NotFound`] for an unknown version.
    pub fn preview(&self, request: PreviewRequest) -> Result<Preview, Failure> {
        let number = self.previews.newest.fetch_add(1, Ordering::SeqCst) + 1;
        let mut held = self.previews.lock();
        if self.previews.newest.load(Ordering::SeqCst) != number {
            return Ok(Preview { overtaken: true, ..Preview::default() });
        }
        let Material { document, body, counting } =
            self.with(&request.file, |open| material(open, &request))?;
        let chinese = wants_chinese(&document);
        let same = |held: &Held| held.file == request.file && held.chinese == chinese;
        let kept = held.take().filter(same);
        let held = held.insert(kept.unwrap_or_else(|| Held {
            file: request.file.clone(),
            chinese,
            press: Press::new(fonts(chinese)),
            document: Document::default(),
            body: String::new(),
            counting: Counting::default(),
        }));
        let lacks = held.press.lacks(&document);
        if !lacks.is_empty() {
            // Only what is new is read: bytes of pictures do not travel with every key stroke.
            let pictures = self.with(&request.file, |open| pictures_by(open, &lacks))?;
            held.press.take(&document, &pictures);
        }
        held.press.set(&document).map_err(unmade)?;
        held.document = document;
        held.body = body;
        held.counting = counting;
        Ok(held.preview())
    }

    /// Draws one page of what was laid out last.
    pub fn preview_page(&self, request: PreviewPageRequest) -> Result<PreviewPage, Failure> {
        let held = self.previews.lock();
        let held = held.as_ref().filter(|held| held.file == request.file);
        let at = request.page.wrapping_sub(1);
        let drawn = held.and_then(|held| {
            let sheet = held.press.sheets().get(at as usize)?;
            Some((sheet.key.clone(), held.press.svg(at)?))
        });
        let (key, svg) = drawn.unwrap_or_default();
        Ok(PreviewPage { page: request.page, key, svg })
    }

    /// Tells which piece of the text stands at a place of a page.
    ///
    /// # Errors
    /// [`Code::NotFound`] when nothing is laid out, or no words stand on the page.
    pub fn preview_touch(&self, request: PreviewTouchRequest) -> Result<PreviewOrigin, Failure> {
        let held = self.previews.lock();
        let held = held.as_ref().filter(|held| held.file == request.file);
        let touched = held.and_then(|held| {
            let touch = held.press.touched(request.page.wrapping_sub(1), request.x, request.y)?;
            Some(held.touched(&touch))
        });
        touched.ok_or_else(|| {
            Failure::new(
                Code::NotFound,
                "find the words on the page",
                "wait until the page shows the text as it is now, and try again",
            )
            .with("page", request.page)
        })
    }
}

/// Takes what is to be laid out from an open statement.
fn material(open: &Open, request: &PreviewRequest) -> Result<Material, Failure> {
    let tracked = request.layout == "tracked";
    let layout = if tracked { Layout::Prose } else { exports::layout(&request.layout)? };
    let (statement, mut composed) = if request.version.is_empty() {
        let statement = open.statement();
        let composed = open.composed(&statement, layout)?;
        (statement, composed)
    } else {
        handover::composed(open, &request.version, layout)?
    };
    let PreviewRequest { footnotes, contents, .. } = request.clone();
    exports::set_look(
        &mut composed,
        &ExportStyle { footnotes, contents, ..ExportStyle::default() },
    )?;
    let document = if tracked {
        exports::tracked(&statement, &open.call, &open.drafts)?.document()
    } else {
        composed.document
    };
    Ok(Material { document, body: statement.body, counting: open.call.counting.clone() })
}

/// What is said when pages could not be made.
pub(super) fn unmade(error: PagesError) -> Failure {
    Failure::new(Code::Internal, "lay out the pages", error).with("name", "pdf")
}

impl Held {
    fn preview(&self) -> Preview {
        let units = Units::of(&self.body);
        Preview {
            counted: self.press.pages(&self.document).counted(&self.counting),
            pages: self
                .press
                .sheets()
                .iter()
                .map(|sheet| PreviewSheet {
                    width: sheet.width,
                    height: sheet.height,
                    key: sheet.key.clone(),
                })
                .collect(),
            places: self
                .press
                .marks()
                .iter()
                .map(|mark| PreviewPlace {
                    origin: origin(&self.document, mark.spot, &units),
                    page: mark.page + 1,
                    y: mark.y,
                })
                .collect(),
            findings: look_over(&self.document, fonts(self.chinese)),
            overtaken: false,
        }
    }

    /// Returns where the words that were touched stand in the text.
    fn touched(&self, touch: &Touch) -> PreviewOrigin {
        let units = Units::of(&self.body);
        let mut found = origin(&self.document, touch.spot, &units);
        if let Some(place) = block(&self.document, touch.spot) {
            let range = match (touch.spot, &self.document.blocks[place].origin) {
                // The words of a note stand wherever its author put them.
                (Spot::Note(_), Origin::Body(_)) => 0..self.body.len(),
                (_, Origin::Body(from)) => self.range(*from as usize),
                _ => return found,
            };
            if let Some(byte) = find(&self.body, range, &touch.words, touch.at) {
                found.at = units.at(byte);
            }
        }
        found
    }

    /// Returns the part of the body that the block starting at this byte comes from.
    fn range(&self, from: usize) -> Range<usize> {
        let starts = self.document.blocks.iter().filter_map(|block| match block.origin {
            Origin::Body(at) => Some(at as usize),
            _ => None,
        });
        let end = starts.filter(|at| *at > from).min().unwrap_or(self.body.len());
        from.min(self.body.len())..end.min(self.body.len())
    }
}

/// Returns the place of the block that a spot belongs to.
fn block(document: &Document, spot: Spot) -> Option<usize> {
    match spot {
        Spot::Block(at) | Spot::Row(at, _) => Some(at as usize),
        Spot::Note(note) => document
            .blocks
            .iter()
            .position(|block| block.lines().iter().any(|line| marks_note(line, note))),
        Spot::Title | Spot::Cover(_) => None,
    }
}

fn marks_note(line: &[Inline], note: u32) -> bool {
    line.iter().any(|piece| match piece {
        Inline::Note(at) => *at == note,
        Inline::Link { text, .. } => marks_note(text, note),
        _ => false,
    })
}

fn origin(document: &Document, spot: Spot, units: &Units<'_>) -> PreviewOrigin {
    let part = |part: &str| PreviewOrigin { part: part.into(), ..PreviewOrigin::default() };
    let from = match spot {
        Spot::Title => return part("title"),
        Spot::Cover(_) => return part("header"),
        spot => block(document, spot).and_then(|at| document.blocks.get(at)),
    };
    match from.map(|block| &block.origin) {
        Some(Origin::Body(byte)) => PreviewOrigin { at: units.at(*byte as usize), ..part("body") },
        Some(Origin::Response(id)) => PreviewOrigin { response: id.clone(), ..part("response") },
        _ => part("made"),
    }
}

/// Finds the words that were touched in a part of the body: with as many words around
/// them as stand there alike, so that a word that comes often is told from the others.
fn find(body: &str, range: Range<usize>, words: &str, at: usize) -> Option<usize> {
    const AROUND: [usize; 4] = [4, 2, 1, 0];
    let text = body.get(range.clone())?;
    let starts: Vec<Range<usize>> = pieces(words);
    let touched = starts.iter().rposition(|word| word.start <= at)?;
    AROUND.iter().find_map(|around| {
        let first = &starts[touched.saturating_sub(*around)];
        let last = &starts[(touched + around).min(starts.len() - 1)];
        let found = text.find(&words[first.start..last.end])?;
        let inside = at.min(starts[touched].end) - first.start;
        let byte = range.start + found + inside;
        body.is_char_boundary(byte).then_some(byte)
    })
}

/// Returns where the words of a line are.
fn pieces(line: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut from = 0;
    for word in line.split(' ') {
        if !word.is_empty() {
            out.push(from..from + word.len());
        }
        from += word.len() + 1;
    }
    out
}

/// Turns bytes of a text into UTF-16 units without counting from the start each time.
struct Units<'t> {
    text: &'t str,
    /// Units before each whole step.
    steps: Vec<(usize, u32)>,
}

impl<'t> Units<'t> {
    const STEP: usize = 1024;

    fn of(text: &'t str) -> Self {
        let mut steps = vec![(0, 0)];
        let (mut units, mut next) = (0, Self::STEP);
        for (byte, c) in text.char_indices() {
            if byte >= next {
                steps.push((byte, units));
                next = byte + Self::STEP;
            }
            units += c.len_utf16() as u32;
        }
        Self { text, steps }
    }

    fn at(&self, byte: usize) -> u32 {
        let byte = byte.min(self.text.len());
        let step = self.steps.partition_point(|(at, _)| *at <= byte).saturating_sub(1);
        let (from, units) = self.steps[step];
        units + self.text.get(from..byte).map_or(0, |text| text.encode_utf16().count() as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn touched_words_are_found_by_those_around_them() {
        let body = "# One\n\nThe State acts. **The State** reports when the State can.";
        let find = |words: &str, at| find(body, 7..body.len(), words, at).map(|byte| &body[byte..]);
        assert_eq!(find("when the State can.", 9), Some("State can."));
        assert_eq!(
            find("The State acts. The State", 4),
            Some("State acts. **The State** reports when the State can.")
        );
        assert_eq!(find("nowhere", 2), None);
    }

    #[test]
    fn places_are_told_in_utf_16_units() {
        let text = "é𝄞x".repeat(2_000);
        let units = Units::of(&text);
        for byte in [0, 2, 6, 7, 7 * 700 + 2, text.len(), text.len() + 5] {
            let expected = text[..byte.min(text.len())].encode_utf16().count();
            assert_eq!(units.at(byte), expected as u32, "{byte}");
        }
    }
}
