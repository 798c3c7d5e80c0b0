//! PDF: what stands beside the pages, and the same pages written anew without it.
//!
//! A PDF can hold earlier states of itself, objects that belong to nothing, and data in every
//! corner; so the copy is written from the root on, and only what is reached is in it.

mod copy;
mod covered;
mod earlier;
mod file;
mod look;
mod value;
mod xmp;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use hayro_syntax::object::{Dict, Object, ObjectIdentifier, Stream};
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::item::Items;
use super::{Choices, Format, Hindrance, Kind, Removal, ScrubError, Walked};
use crate::import::ImportError;
use crate::import::docx::package::damaged;

/// Walks through a PDF.
pub(super) fn walk(bytes: &[u8], choices: &Choices) -> Result<Walked, ScrubError> {
    // The reader of PDF syntax is not ours; whatever it trips over is a damaged file.
    catch_unwind(AssertUnwindSafe(|| walked(bytes, choices)))
        .unwrap_or_else(|_| Err(damaged("its objects cannot be read").into()))
}

fn open(bytes: &[u8]) -> Result<Pdf, ImportError> {
    Pdf::new(Arc::new(bytes.to_vec())).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => ImportError::Locked,
        LoadPdfError::Decryption(_) => damaged("its encryption is broken or of an unknown kind"),
        LoadPdfError::Invalid => damaged("its structure is broken"),
    })
}

fn walked(bytes: &[u8], choices: &Choices) -> Result<Walked, ScrubError> {
    let pdf = open(bytes)?;
    let mut items = Items::default();
    let root: Dict<'_> =
        pdf.xref().get(pdf.xref().root_id()).ok_or_else(|| damaged("its catalog is missing"))?;
    let info = trailer(bytes, b"/Info").and_then(|id| pdf.xref().get::<Dict<'_>>(id));
    let creator = info.as_ref().and_then(|info| value::string(info, b"Creator"));
    let own = creator.is_some_and(|creator| creator == "Rostrum")
        || root
            .get::<Stream<'_>>(b"Metadata")
            .and_then(|stream| stream.decoded_data().ok())
            .is_some_and(|bytes| xmp::is_own(&bytes));
    let mut look = look::Look { pdf: &pdf, items: &mut items, choices, own, signed: false };
    if let Some(info) = &info {
        look.info(info);
    }
    look.catalog(&root);
    look.pages();
    look.objects();
    let signed = look.signed;
    earlier::look(bytes, &mut items);
    let protected = is_protected(bytes);
    let hindrance = match (signed, protected) {
        (true, _) => Hindrance::Signed,
        (_, true) => Hindrance::Protected,
        _ => Hindrance::None,
    };
    let mut written = Vec::new();
    if hindrance == Hindrance::None {
        let title = info
            .as_ref()
            .and_then(|info| value::string(info, b"Title"))
            .filter(|title| !super::path::is_file_name(title));
        written = copy::write(&pdf, &root, title.as_deref(), choices)?;
        hold(&pdf, &written)?;
    }
    Ok(Walked { format: Format::Pdf, hindrance, items, bytes: written })
}

/// Makes sure that the copy shows the same pages.
fn hold(before: &Pdf, written: &[u8]) -> Result<(), ScrubError> {
    let unlike = |detail: &str| ScrubError::Unlike { detail: detail.into() };
    let after = open(written).map_err(|_| unlike("it does not open"))?;
    let (before, after) = (before.pages(), after.pages());
    if before.len() != after.len() {
        return Err(unlike("another number of pages"));
    }
    for (at, (old, new)) in before.iter().zip(after.iter()).enumerate() {
        let sides = |page: &hayro_syntax::page::Page<'_>| {
            let sheet = page.media_box();
            [sheet.x0, sheet.y0, sheet.x1, sheet.y1].map(f64::to_bits)
        };
        let same = old.page_stream() == new.page_stream() && sides(old) == sides(new);
        if !same {
            return Err(unlike(&format!("page {}", at + 1)));
        }
    }
    Ok(())
}

/// Returns the object that the last trailer names under a key.
///
/// Trailers stand as plain words in every PDF, also where they are the dictionary of a stream.
fn trailer(bytes: &[u8], key: &[u8]) -> Option<ObjectIdentifier> {
    let mut found = None;
    let mut at = 0;
    while let Some(next) = find(&bytes[at..], key) {
        let rest = &bytes[at + next + key.len()..];
        found = reference(rest).or(found);
        at += next + key.len();
    }
    found
}

fn reference(rest: &[u8]) -> Option<ObjectIdentifier> {
    let head = String::from_utf8_lossy(&rest[..rest.len().min(40)]).into_owned();
    let mut words = head.split_whitespace();
    let number = words.next()?.parse().ok()?;
    let generation = words.next()?.parse().ok()?;
    words.next()?.starts_with('R').then(|| ObjectIdentifier::new(number, generation))
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    // A single byte first: files are large and matches rare.
    let mut at = 0;
    while let Some(next) = bytes[at..].iter().position(|byte| *byte == what[0]) {
        if bytes[at + next..].starts_with(what) {
            return Some(at + next);
        }
        at += next + 1;
    }
    None
}

/// Tells whether a trailer says that the file is encrypted.
fn is_protected(bytes: &[u8]) -> bool {
    let mut at = 0;
    while let Some(next) = find(&bytes[at..], b"/Encrypt") {
        let rest = &bytes[at + next + 8..];
        let rest = rest.trim_ascii_start();
        if rest.starts_with(b"<<") || reference(rest).is_some() {
            return true;
        }
        at += next + 8;
    }
    false
}

/// Returns an object behind any number of references.
fn dict(object: Option<Object<'_>>) -> Option<Dict<'_>> {
    match object? {
        Object::Dict(dict) => Some(dict),
        Object::Stream(stream) => Some(stream.dict().clone()),
        _ => None,
    }
}

/// Notes an item that cleaning always takes out.
fn always(items: &mut Items, kind: Kind, what: &str, place: &str) {
    items.note(kind, what, place, Removal::Always);
}
