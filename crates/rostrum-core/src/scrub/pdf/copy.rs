//! Writes a PDF anew from its root, without what should not be in it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use hayro_syntax::object::{Array, Dict, MaybeRef, Object, ObjectIdentifier, Stream};
use hayro_syntax::{Pdf, PdfVersion};

use super::super::{Choices, ScrubError};
use super::file::{Body, assemble, figure, label, literal, words};
use super::look::{PLAIN, what_of};
use super::value::name;
use super::xmp;
use crate::import::docx::package::damaged;

/// Deepest nesting of an object that is followed.
const DEEPEST: usize = 128;

/// Writes the copy.
pub(super) fn write(
    pdf: &Pdf,
    root: &Dict<'_>,
    title: Option<&str>,
    choices: &Choices,
) -> Result<Vec<u8>, ScrubError> {
    let claimed = root
        .get::<Stream<'_>>(b"Metadata")
        .and_then(|stream| stream.decoded_data().ok().map(Cow::into_owned));
    let mut copy = Copy {
        pdf,
        choices,
        root: pdf.xref().root_id(),
        gone: gone(pdf, choices),
        numbers: BTreeMap::new(),
        waiting: VecDeque::new(),
        objects: Vec::new(),
    };
    copy.number(copy.root);
    while let Some(id) = copy.waiting.pop_front() {
        copy.object(id)?;
    }
    let mut objects = copy.objects;
    let info = title.map(|title| {
        let mut bytes = b"<</Title ".to_vec();
        words(title, &mut bytes);
        bytes.extend_from_slice(b">>");
        objects.push(Body::Plain(bytes));
        objects.len()
    });
    if let Some(claimed) = claimed {
        let xml = xmp::plain(&claimed, title);
        let head = format!("<</Type/Metadata/Subtype/XML/Length {}>>", xml.len());
        objects.push(Body::Stream(head.into_bytes(), xml));
        let number = objects.len();
        if let Some(Body::Plain(root)) = objects.first_mut() {
            root.truncate(root.len() - 2);
            root.extend_from_slice(format!("/Metadata {number} 0 R>>").as_bytes());
        }
    }
    // Packed objects need 1.5, and PDF/A-1 forbids them; both are files of the old kind.
    let packs = pdf.version() >= PdfVersion::Pdf15;
    Ok(assemble(&objects, info, packs, pdf.version()))
}

struct Copy<'p> {
    pdf: &'p Pdf,
    choices: &'p Choices,
    root: ObjectIdentifier,
    /// Objects that nothing may point to any more.
    gone: BTreeSet<(u32, i32)>,
    numbers: BTreeMap<(u32, i32), usize>,
    waiting: VecDeque<ObjectIdentifier>,
    objects: Vec<Body>,
}

/// Returns the annotations that go, and their windows.
fn gone(pdf: &Pdf, choices: &Choices) -> BTreeSet<(u32, i32)> {
    let mut gone = BTreeSet::new();
    for page in pdf.pages().iter() {
        let Some(annotations) = page.raw().get::<Array<'_>>(b"Annots") else { continue };
        for annotation in annotations.iter::<Dict<'_>>() {
            if leaves(&annotation, choices)
                && let Some(id) = annotation.obj_id()
            {
                gone.insert((id.obj_number, id.gen_number));
            }
        }
    }
    gone
}

/// Tells whether an annotation goes.
fn leaves(annotation: &Dict<'_>, choices: &Choices) -> bool {
    let kind = name(annotation, b"Subtype").unwrap_or_default();
    match kind.as_str() {
        // The window of a note goes with the note; a window alone shows nothing.
        "Popup" => choices.comments,
        "FileAttachment" => choices.comments || choices.attachments,
        kind => choices.comments && !PLAIN.contains(&kind),
    }
}

impl Copy<'_> {
    fn number(&mut self, id: ObjectIdentifier) -> usize {
        let key = (id.obj_number, id.gen_number);
        if let Some(number) = self.numbers.get(&key) {
            return *number;
        }
        let number = self.numbers.len() + 1;
        self.numbers.insert(key, number);
        self.waiting.push_back(id);
        number
    }

    fn object(&mut self, id: ObjectIdentifier) -> Result<(), ScrubError> {
        let too_deep = || ScrubError::from(damaged("its objects are nested too deeply"));
        let body = match self.pdf.xref().get::<Object<'_>>(id) {
            None => Body::Plain(b"null".to_vec()),
            Some(Object::Stream(stream)) => {
                let mut head = Vec::new();
                let data = stream.raw_data();
                let image = name(stream.dict(), b"Subtype").as_deref() == Some("Image")
                    && name(stream.dict(), b"Filter").as_deref() == Some("DCTDecode");
                let clean = if image { super::super::picture::look(&data) } else { None };
                let data = match clean {
                    Some((seen, clean)) if seen.any || seen.place => clean,
                    _ => data.into_owned(),
                };
                self.dict(stream.dict(), Some(data.len()), &mut head, 0).ok_or_else(too_deep)?;
                Body::Stream(head, data)
            }
            Some(object) => {
                let mut out = Vec::new();
                let is_root = id == self.root;
                match (&object, is_root) {
                    (Object::Dict(dict), _) => self.dict(dict, None, &mut out, 0),
                    _ => self.value(&object, &mut out, 0),
                }
                .ok_or_else(too_deep)?;
                Body::Plain(out)
            }
        };
        self.objects.push(body);
        Ok(())
    }

    fn dict(
        &mut self,
        dict: &Dict<'_>,
        length: Option<usize>,
        out: &mut Vec<u8>,
        depth: usize,
    ) -> Option<()> {
        if depth > DEEPEST {
            return None;
        }
        let is_root = depth == 0 && length.is_none() && dict.obj_id() == Some(self.root);
        out.extend_from_slice(b"<<");
        for (key, value) in dict.entries() {
            if length.is_some() && &*key == b"Length" {
                continue;
            }
            if !self.stays(dict, &key, &value, is_root) {
                continue;
            }
            label(&key, out);
            out.push(b' ');
            if is_root && &*key == b"Names" {
                self.names(dict, out, depth + 1)?;
            } else if &*key == b"Annots" {
                self.annotations(dict, out, depth + 1)?;
            } else {
                self.maybe(&value, out, depth + 1)?;
            }
        }
        if let Some(length) = length {
            out.extend_from_slice(format!("/Length {length}").as_bytes());
        }
        out.extend_from_slice(b">>");
        Some(())
    }

    /// Tells whether an entry of a dictionary stays.
    fn stays(
        &self,
        dict: &Dict<'_>,
        key: &[u8],
        value: &MaybeRef<Object<'_>>,
        is_root: bool,
    ) -> bool {
        match key {
            b"PieceInfo" | b"AA" | b"SpiderInfo" => false,
            b"LastModified" => !dict.contains_key(b"PieceInfo"),
            b"Thumb" => name(dict, b"Type").as_deref() != Some("Page"),
            b"Metadata" => {
                let stream = dict.get::<Stream<'_>>(key);
                let kind = stream.and_then(|stream| name(stream.dict(), b"Type"));
                kind.as_deref() != Some("Metadata")
            }
            b"OpenAction" if is_root => {
                dict.get::<Dict<'_>>(key).is_none_or(|action| !acts(&action, 0))
            }
            b"A" | b"PA" | b"Next" => {
                dict.get::<Dict<'_>>(key).is_none_or(|action| !acts(&action, 0))
            }
            b"AF" | b"Collection" if self.choices.attachments => false,
            b"Popup" if self.choices.comments => match value {
                MaybeRef::Ref(id) => !self.gone.contains(&(id.obj_number, id.gen_number)),
                MaybeRef::NotRef(_) => true,
            },
            _ => true,
        }
    }

    /// Writes the trees of names without scripts, and without attached files when chosen.
    fn names(&mut self, root: &Dict<'_>, out: &mut Vec<u8>, depth: usize) -> Option<()> {
        let Some(names) = root.get::<Dict<'_>>(b"Names") else {
            out.extend_from_slice(b"null");
            return Some(());
        };
        out.extend_from_slice(b"<<");
        for (key, value) in names.entries() {
            let goes =
                &*key == b"JavaScript" || (&*key == b"EmbeddedFiles" && self.choices.attachments);
            if !goes {
                label(&key, out);
                out.push(b' ');
                self.maybe(&value, out, depth)?;
            }
        }
        out.extend_from_slice(b">>");
        Some(())
    }

    fn annotations(&mut self, page: &Dict<'_>, out: &mut Vec<u8>, depth: usize) -> Option<()> {
        let Some(list) = page.get::<Array<'_>>(b"Annots") else {
            out.extend_from_slice(b"null");
            return Some(());
        };
        out.push(b'[');
        for item in list.raw_iter() {
            let stays = match &item {
                MaybeRef::Ref(id) => !self.gone.contains(&(id.obj_number, id.gen_number)),
                MaybeRef::NotRef(Object::Dict(annotation)) => !leaves(annotation, self.choices),
                MaybeRef::NotRef(_) => true,
            };
            if stays {
                self.maybe(&item, out, depth)?;
                out.push(b' ');
            }
        }
        out.push(b']');
        Some(())
    }

    fn maybe(
        &mut self,
        value: &MaybeRef<Object<'_>>,
        out: &mut Vec<u8>,
        depth: usize,
    ) -> Option<()> {
        match value {
            MaybeRef::NotRef(object) => self.value(object, out, depth),
            MaybeRef::Ref(id) => {
                let known = self.gone.contains(&(id.obj_number, id.gen_number));
                if known {
                    out.extend_from_slice(b"null");
                } else {
                    let number = self.number(ObjectIdentifier::from(*id));
                    out.extend_from_slice(format!("{number} 0 R").as_bytes());
                }
                Some(())
            }
        }
    }

    fn value(&mut self, object: &Object<'_>, out: &mut Vec<u8>, depth: usize) -> Option<()> {
        if depth > DEEPEST {
            return None;
        }
        match object {
            Object::Null(_) => out.extend_from_slice(b"null"),
            Object::Boolean(true) => out.extend_from_slice(b"true"),
            Object::Boolean(false) => out.extend_from_slice(b"false"),
            Object::Number(number) => out.extend_from_slice(figure(number.as_f64()).as_bytes()),
            Object::String(words) => literal(words.as_bytes(), out),
            Object::Name(name) => label(name, out),
            Object::Dict(dict) => self.dict(dict, None, out, depth + 1)?,
            Object::Array(list) => {
                out.push(b'[');
                for (at, item) in list.raw_iter().enumerate() {
                    if at > 0 {
                        out.push(b' ');
                    }
                    self.maybe(&item, out, depth + 1)?;
                }
                out.push(b']');
            }
            // A stream stands only under a number of its own.
            Object::Stream(_) => out.extend_from_slice(b"null"),
        }
        Some(())
    }
}

/// Tells whether an action, or one behind it, does what nobody who reads expects.
fn acts(action: &Dict<'_>, depth: usize) -> bool {
    depth < 40
        && (what_of(action).is_some()
            || action.get::<Dict<'_>>(b"Next").is_some_and(|next| acts(&next, depth + 1)))
}
