//! Lists what a PDF gives away.

use std::collections::BTreeSet;

use hayro_interpret::InterpreterCache;
use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Object, Stream};

use super::super::item::Items;
use super::super::path::{is_file_name, is_path};
use super::super::{Choices, Kind, Removal};
use super::value::{name, string};
use super::{always, covered, dict, xmp};

/// Kinds of annotations that belong to the text.
pub(super) const PLAIN: [&str; 6] =
    ["Link", "Widget", "PrinterMark", "TrapNet", "Watermark", "Popup"];

/// Most levels of a tree (names, fields, actions) that are followed.
const DEEPEST: usize = 40;

pub(super) struct Look<'p, 'i> {
    pub(super) pdf: &'p Pdf,
    pub(super) items: &'i mut Items,
    pub(super) choices: &'i Choices,
    /// Whether it is an export of ours.
    pub(super) own: bool,
    pub(super) signed: bool,
}

impl Look<'_, '_> {
    /// Looks at the properties of the file.
    pub(super) fn info(&mut self, info: &Dict<'_>) {
        for (key, _) in info.entries() {
            let key = String::from_utf8_lossy(&key).into_owned();
            let value = string(info, key.as_bytes()).unwrap_or_default();
            let value = value.trim();
            if value.is_empty() {
                continue;
            }
            let kind = match key.as_str() {
                "Title" if is_file_name(value) => Kind::Path,
                "Title" | "Subject" | "Keywords" | "Trapped" => continue,
                "Author" if self.own || value == self.choices.organisation => continue,
                "Author" => Kind::Author,
                _ if self.own => continue,
                "Creator" | "Producer" => Kind::Program,
                "CreationDate" | "ModDate" | "SourceModified" => Kind::Dates,
                "Company" => Kind::Company,
                "Manager" => Kind::Manager,
                "Comments" => Kind::Description,
                _ if is_path(value) => Kind::Path,
                _ => Kind::Property,
            };
            let shown = match (kind, key.as_str()) {
                (Kind::Dates, "CreationDate") => format!("made {}", day(value)),
                (Kind::Dates, _) => format!("changed {}", day(value)),
                (Kind::Property, _) => format!("{key}: {value}"),
                _ => value.to_owned(),
            };
            always(self.items, kind, &shown, "Info");
        }
    }

    /// Looks at what belongs to the file as a whole.
    pub(super) fn catalog(&mut self, root: &Dict<'_>) {
        if let Some(stream) = root.get::<Stream<'_>>(b"Metadata")
            && let Ok(bytes) = stream.decoded_data()
        {
            xmp::look(&bytes, self.items, "XMP", self.own, self.choices);
        }
        if let Some(action) = root.get::<Dict<'_>>(b"OpenAction") {
            self.action(&action, "", 0);
        }
        if let Some(actions) = root.get::<Dict<'_>>(b"AA") {
            self.actions(&actions, "");
        }
        if let Some(names) = root.get::<Dict<'_>>(b"Names") {
            if let Some(scripts) = names.get::<Dict<'_>>(b"JavaScript") {
                let mut found = Vec::new();
                tree(&scripts, &mut found, 0);
                for script in found {
                    self.action(&script, "", 0);
                }
            }
            if let Some(files) = names.get::<Dict<'_>>(b"EmbeddedFiles") {
                let mut found = Vec::new();
                tree(&files, &mut found, 0);
                for file in found {
                    self.attached(&file, "");
                }
            }
        }
        if let Some(files) = root.get::<Array<'_>>(b"AF") {
            for file in files.iter::<Dict<'_>>() {
                self.attached(&file, "");
            }
        }
        if let Some(form) = root.get::<Dict<'_>>(b"AcroForm") {
            self.form(&form);
        }
        if let Some(permissions) = root.get::<Dict<'_>>(b"Perms")
            && !permissions.is_empty()
        {
            self.signed = true;
        }
        if let Some(layers) = root.get::<Dict<'_>>(b"OCProperties") {
            self.layers(&layers);
        }
        if root.contains_key(b"PieceInfo") {
            always(self.items, Kind::Data, "", "");
        }
    }

    /// Looks at every page with what is written on it.
    pub(super) fn pages(&mut self) {
        let cache = InterpreterCache::new();
        for (at, page) in self.pdf.pages().iter().enumerate() {
            let place = (at + 1).to_string();
            let covered = covered::words(page, &cache);
            if !covered.is_empty() {
                self.items.note(Kind::CoveredText, &covered, &place, Removal::Never);
            }
            let page = page.raw();
            if page.contains_key(b"Thumb") {
                always(self.items, Kind::Thumbnail, "", "");
            }
            if page.contains_key(b"PieceInfo") {
                always(self.items, Kind::Data, "", "");
            }
            if let Some(actions) = page.get::<Dict<'_>>(b"AA") {
                self.actions(&actions, &place);
            }
            let Some(annotations) = page.get::<Array<'_>>(b"Annots") else { continue };
            for annotation in annotations.iter::<Dict<'_>>() {
                self.annotation(&annotation, &place);
            }
        }
    }

    /// Looks at pictures and at properties of single objects, wherever they are.
    pub(super) fn objects(&mut self) {
        let root = self.pdf.xref().root_id();
        let main = self
            .pdf
            .xref()
            .get::<Dict<'_>>(root)
            .and_then(|root| root.get_ref(b"Metadata"))
            .map(hayro_syntax::object::ObjectIdentifier::from);
        for object in self.pdf.objects() {
            let Object::Stream(stream) = object else { continue };
            let dict = stream.dict();
            let kind = name(dict, b"Type");
            if dict.contains_key(b"PieceInfo") {
                always(self.items, Kind::Data, "", "");
            }
            if kind.as_deref() == Some("Metadata") && Some(stream.obj_id()) != main {
                if let Ok(bytes) = stream.decoded_data() {
                    xmp::look(&bytes, self.items, "XMP", self.own, self.choices);
                }
            } else if name(dict, b"Subtype").as_deref() == Some("Image")
                && name(dict, b"Filter").as_deref() == Some("DCTDecode")
                && let Some((seen, _)) = super::super::picture::look(&stream.raw_data())
            {
                seen.tell(self.items, "");
            }
        }
    }

    fn annotation(&mut self, annotation: &Dict<'_>, place: &str) {
        let kind = name(annotation, b"Subtype").unwrap_or_default();
        if kind == "FileAttachment"
            && let Some(file) = annotation.get::<Dict<'_>>(b"FS")
        {
            self.attached(&file, place);
        }
        if !PLAIN.contains(&kind.as_str()) {
            let who = string(annotation, b"T").unwrap_or_default();
            let when = string(annotation, b"M").unwrap_or_default();
            let words = string(annotation, b"Contents").unwrap_or_default();
            let words = if words.trim().is_empty() { format!("({kind})") } else { words };
            self.items.add(Kind::Comment, &words, (&who, &day(&when)), place, Removal::Comments);
        }
        if let Some(action) = annotation.get::<Dict<'_>>(b"A") {
            self.action(&action, place, 0);
        }
        if let Some(actions) = annotation.get::<Dict<'_>>(b"AA") {
            self.actions(&actions, place);
        }
    }

    fn actions(&mut self, actions: &Dict<'_>, place: &str) {
        for (key, _) in actions.entries() {
            if let Some(action) = actions.get::<Dict<'_>>(&*key) {
                self.action(&action, place, 0);
            }
        }
    }

    fn action(&mut self, action: &Dict<'_>, place: &str, depth: usize) {
        if depth > DEEPEST {
            return;
        }
        if let Some((kind, what)) = what_of(action) {
            always(self.items, kind, &what, place);
        }
        if let Some(next) = action.get::<Dict<'_>>(b"Next") {
            self.action(&next, place, depth + 1);
        }
    }

    fn attached(&mut self, file: &Dict<'_>, place: &str) {
        let named = string(file, b"UF").or_else(|| string(file, b"F")).unwrap_or_default();
        self.items.note(Kind::Attachment, &named, place, Removal::Attachments);
    }

    fn form(&mut self, form: &Dict<'_>) {
        if form.contains_key(b"XFA") {
            self.items.note(Kind::FormData, "XFA", "", Removal::Never);
        }
        let Some(fields) = form.get::<Array<'_>>(b"Fields") else { return };
        let mut open: Vec<(Dict<'_>, String, usize)> =
            fields.iter::<Dict<'_>>().map(|field| (field, String::new(), 0)).collect();
        open.reverse();
        let mut seen = BTreeSet::new();
        while let Some((field, above, depth)) = open.pop() {
            if depth > DEEPEST
                || field.obj_id().is_some_and(|id| !seen.insert((id.obj_number, depth > 0)))
            {
                continue;
            }
            let own = string(&field, b"T").unwrap_or_default();
            let full = if above.is_empty() { own } else { format!("{above}.{own}") };
            let sort = name(&field, b"FT").unwrap_or_default();
            if sort == "Sig" && field.contains_key(b"V") {
                self.signed = true;
                let signer = field
                    .get::<Dict<'_>>(b"V")
                    .and_then(|signature| string(&signature, b"Name"))
                    .unwrap_or_default();
                self.items.note(Kind::Signature, &signer, "", Removal::Never);
            } else {
                let value = string(&field, b"V")
                    .or_else(|| name(&field, b"V").filter(|value| value != "Off"));
                if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
                    let what = format!("{full}: {value}");
                    self.items.note(Kind::FormData, &what, "", Removal::Never);
                }
            }
            if let Some(kids) = field.get::<Array<'_>>(b"Kids") {
                open.extend(kids.iter::<Dict<'_>>().map(|kid| (kid, full.clone(), depth + 1)));
            }
            if open.len() > 50_000 {
                return;
            }
        }
    }

    fn layers(&mut self, layers: &Dict<'_>) {
        let Some(usual) = layers.get::<Dict<'_>>(b"D") else { return };
        let listed = |key: &[u8]| -> Vec<Dict<'_>> {
            usual
                .get::<Array<'_>>(key)
                .map(|list| list.iter::<Dict<'_>>().collect())
                .unwrap_or_default()
        };
        let mut off = listed(b"OFF");
        if name(&usual, b"BaseState").as_deref() == Some("OFF") {
            let on: Vec<_> = listed(b"ON").iter().filter_map(Dict::obj_id).collect();
            if let Some(all) = layers.get::<Array<'_>>(b"OCGs") {
                off.extend(
                    all.iter::<Dict<'_>>()
                        .filter(|layer| layer.obj_id().is_none_or(|id| !on.contains(&id))),
                );
            }
        }
        for layer in off {
            let named = string(&layer, b"Name").unwrap_or_default();
            self.items.note(Kind::HiddenLayer, &named, "", Removal::Never);
        }
    }
}

/// Returns what an action does that nobody who reads expects.
pub(super) fn what_of(action: &Dict<'_>) -> Option<(Kind, String)> {
    let file = || {
        string(action, b"F")
            .or_else(|| {
                let file = action.get::<Dict<'_>>(b"F")?;
                string(&file, b"UF").or_else(|| string(&file, b"F"))
            })
            .unwrap_or_default()
    };
    match name(action, b"S").as_deref()? {
        "JavaScript" => {
            let script = string(action, b"JS").or_else(|| {
                let stream = action.get::<Stream<'_>>(b"JS")?;
                Some(super::value::text(&stream.decoded_data().ok()?))
            });
            Some((Kind::Action, format!("JavaScript: {}", script.unwrap_or_default())))
        }
        "Launch" => Some((Kind::Action, format!("Launch: {}", file()))),
        "ImportData" | "SubmitForm" => Some((Kind::Action, format!("Form: {}", file()))),
        "GoToR" | "GoToE" => Some(file()).filter(|file| is_path(file)).map(|f| (Kind::Path, f)),
        "URI" => string(action, b"URI").filter(|uri| is_path(uri)).map(|uri| (Kind::Path, uri)),
        _ => None,
    }
}

/// Gathers the values of a name tree.
fn tree<'a>(node: &Dict<'a>, found: &mut Vec<Dict<'a>>, depth: usize) {
    if depth > DEEPEST || found.len() > 4_096 {
        return;
    }
    if let Some(names) = node.get::<Array<'_>>(b"Names") {
        found.extend(names.iter::<Object<'_>>().filter_map(|object| dict(Some(object))));
    }
    if let Some(kids) = node.get::<Array<'_>>(b"Kids") {
        for kid in kids.iter::<Dict<'_>>() {
            tree(&kid, found, depth + 1);
        }
    }
}

/// Returns a date of a PDF as day and time: `2026-11-22 15:00`.
fn day(date: &str) -> String {
    let digits: Vec<char> = date.trim_start_matches("D:").chars().take(12).collect();
    if digits.len() < 8 || !digits.iter().all(char::is_ascii_digit) {
        return date.to_owned();
    }
    let part = |from: usize, to: usize| digits[from..to].iter().collect::<String>();
    let mut out = format!("{}-{}-{}", part(0, 4), part(4, 6), part(6, 8));
    if digits.len() == 12 {
        out.push_str(&format!(" {}:{}", part(8, 10), part(10, 12)));
    }
    out
}
