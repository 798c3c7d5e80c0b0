//! A document as the two files of data that the template reads.

mod blocks;
mod lines;
mod lists;

use rostrum_core::model::Document;
use rostrum_core::model::call::{NotesPlace, Paper};
use rostrum_core::model::document::Look;
use rostrum_core::render::{contents_title, running_head};
use serde_json::{Value, json};

use crate::fonts::Fonts;
use crate::look_over::Levels;
use lines::Lines;
pub(crate) use lines::plain;
use rostrum_core::render::script;

/// Returns the margin on every side in points: 2.5 cm where the call states none.
fn margin(look: &Look) -> f64 {
    let millimetres = if look.margin_mm == 0 { 25 } else { look.margin_mm.clamp(10, 60) };
    f64::from(millimetres) * 72.0 / 25.4
}

/// Returns the width of the text in points.
pub(crate) fn text_width(look: &Look) -> f64 {
    f64::from(look.paper.size().0) / 20.0 - 2.0 * margin(look)
}

/// Returns how much further than the font's own height lines stand apart, as a share of its
/// size: one line of Word's is 1.15 times as high as the letters of our fonts.
fn gap(look: &Look) -> f64 {
    let lines = if look.line_spacing == 0 { 110 } else { look.line_spacing.clamp(80, 300) };
    (f64::from(lines) / 100.0 * 1.149 - 1.107).max(-0.2)
}

/// A day that stands for none, as in every other file of ours: PDF/A wants one, and a file
/// tells what it is, not when it was made.
pub(crate) const NO_DAY: (i16, u8, u8) = (1980, 1, 1);

/// The two files.
pub(crate) struct Data {
    pub(crate) meta: Vec<u8>,
    pub(crate) blocks: Vec<u8>,
}

/// Writes a document as data.
pub(crate) fn data(document: &Document, fonts: &Fonts, day: (i16, u8, u8)) -> Data {
    let lines = Lines::new(document, fonts);
    let meta = meta(document, fonts, &lines, day);
    let blocks = blocks::blocks(document, &lines, &Levels::of(document));
    Data { meta: meta.to_string().into_bytes(), blocks: blocks.to_string().into_bytes() }
}

fn meta(document: &Document, fonts: &Fonts, lines: &Lines<'_>, day: (i16, u8, u8)) -> Value {
    let look = &document.look;
    let size = look.size_pt.max(6);
    let (language, region) = script::parts(&document.language);
    let title = (!document.title.is_empty()).then(|| lines::plain(&document.title));
    let author: Vec<String> = (!document.organisation.is_empty())
        .then(|| lines::plain(&document.organisation))
        .into_iter()
        .collect();
    let width = label_width(document, f64::from(size));
    let cover: Vec<Value> = document
        .cover
        .iter()
        .map(|line| {
            let label = format!("{}:", lines::plain(&line.label));
            json!({
                "wide": label.chars().count() as f64 * f64::from(size) * 0.56 > width,
                "label": label,
                "value": lines.plain_line(&line.value),
            })
        })
        .collect();
    json!({
        "name": name(document),
        "title": title,
        "title_note": document.title_note.map(|at| vec![lines.note(at)]).unwrap_or_default(),
        "running": running_head(&lines::plain(&document.title)),
        "author": author,
        "subject": (!document.subject.is_empty()).then(|| lines::plain(&document.subject)),
        "date": [day.0, i16::from(day.1), i16::from(day.2)],
        "language": language,
        "region": region,
        "fonts": fonts.families(&look.font),
        "size": size,
        "small": size.saturating_sub(2).max(6),
        "smaller": size.saturating_sub(3).max(6),
        "justified": look.justified,
        "page_numbers": look.page_numbers,
        "label_width": width,
        "cover": cover,
        "title_after": document.title_after.min(document.cover.len()),
        "paper": match look.paper { Paper::A4 => "a4", Paper::Letter => "us-letter" },
        "margin": margin(look),
        "gap": gap(look),
        "plain": look.plain,
        "endnotes": look.notes == NotesPlace::End,
        "contents": document.has_contents().then(|| contents_title(&document.language)),
    })
}

/// Returns what the file is called inside: its title, or else what it is about.
pub(crate) fn name(document: &Document) -> String {
    let named = [&document.title, &document.subject, &document.organisation];
    let name =
        named.into_iter().map(|name| lines::plain(name)).find(|name| !name.trim().is_empty());
    name.unwrap_or_else(|| "Statement".into())
}

/// Returns the width that the labels of the cover block need, in points.
///
/// A bold letter is about half as wide as it is high; labels of more than a third of the
/// line run over instead.
fn label_width(document: &Document, size: f64) -> f64 {
    let longest = document.cover.iter().map(|line| line.label.chars().count()).max().unwrap_or(0);
    ((longest.min(60) + 2) as f64 * size * 0.56).clamp(99.25, text_width(&document.look) * 0.4)
}
