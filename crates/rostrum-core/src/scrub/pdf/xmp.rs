//! Properties in XML (XMP): who, when, with what, and what the file claims to keep to.

use quick_xml::escape::escape;

use super::super::item::Items;
use super::super::path::{is_file_name, is_path};
use super::super::xml::{Act, Editor, Tag, Written, rewrite};
use super::super::{Choices, Kind};
use super::always;

/// What the file claims to keep to, and what it is called.
#[derive(Debug, Default)]
struct Claims {
    part: String,
    conformance: String,
    ua: String,
    title: Vec<String>,
    language: Vec<String>,
}

/// A value with the names around it.
#[derive(Debug, Default)]
struct Gather {
    open: Vec<(String, String)>,
    /// Name of the property with its prefix, value.
    found: Vec<(String, String)>,
}

impl Editor for Gather {
    fn open(&mut self, tag: &Tag<'_>, _: &mut String, _: bool) -> Act {
        for (name, value) in tag.attributes() {
            let plain =
                name.starts_with("xmlns") || name.starts_with("rdf:") || name.starts_with("xml:");
            if !plain && name.contains(':') && !value.trim().is_empty() {
                self.found.push((name, value));
            }
        }
        self.open.push((tag.full_name().to_owned(), String::new()));
        Act::Skip
    }

    fn close(&mut self, _: &str, _: &mut String, _: Written) {
        let Some((name, words)) = self.open.pop() else { return };
        if words.trim().is_empty() || self.found.len() > 2_000 {
            return;
        }
        let named = if name.starts_with("rdf:") {
            self.open.iter().rev().find(|(name, _)| !name.starts_with("rdf:"))
        } else {
            None
        };
        let name = named.map_or(name, |(name, _)| name.clone());
        self.found.push((name, words));
    }

    fn text(&mut self, text: &str) {
        if let Some((_, words)) = self.open.last_mut()
            && words.len() < 4_096
        {
            words.push_str(text);
        }
    }
}

fn properties(bytes: &[u8]) -> Vec<(String, String)> {
    let mut gather = Gather::default();
    // Programs pad it with anything; what stands before a break is told.
    let _ = rewrite(bytes, &mut gather);
    gather.found
}

/// Tells whether the file is an export of ours.
pub(super) fn is_own(bytes: &[u8]) -> bool {
    properties(bytes).iter().any(|(name, value)| name == "xmp:CreatorTool" && value == "Rostrum")
}

/// Lists what the properties say.
pub(super) fn look(bytes: &[u8], items: &mut Items, place: &str, own: bool, choices: &Choices) {
    let had_dates = items.has(Kind::Dates, None);
    for (name, value) in properties(bytes) {
        let (prefix, local) = name.split_once(':').unwrap_or(("", &name));
        let value = value.trim();
        let kind = match local {
            // Ours say the organisation, the day of freezing and the program, on purpose.
            _ if own || prefix == "pdfaid" || prefix == "pdfuaid" => continue,
            "format" | "Trapped" | "language" | "PDFVersion" | "subject" | "Keywords" => continue,
            "title" if !is_file_name(value) => continue,
            "title" => Kind::Path,
            "creator" | "Author" | "Authors" if value == choices.organisation => continue,
            "creator" | "Author" | "Authors" => Kind::Author,
            "CreatorTool" | "Producer" | "creatortool" if value == "Rostrum" => continue,
            "CreatorTool" | "Producer" | "creatortool" | "softwareAgent" => Kind::Program,
            "CreateDate" | "ModifyDate" | "MetadataDate" | "when" | "date" | "SourceModified" => {
                Kind::Dates
            }
            "Company" => Kind::Company,
            "Manager" => Kind::Manager,
            "description" => Kind::Description,
            _ if local.ends_with("ID") || local == "instanceID" => Kind::DocumentMark,
            // Parts of a history, of a schema, of a colour: nobody's.
            _ if matches!(
                prefix,
                "stEvt"
                    | "stRef"
                    | "pdfaProperty"
                    | "pdfaSchema"
                    | "pdfaField"
                    | "pdfaType"
                    | "xmpTPg"
                    | "xmpG"
                    | "stDim"
                    | "stFnt"
                    | "xmpGImg"
                    | "xmpRights"
                    | "illustrator"
                    | "x"
            ) && !is_path(value) =>
            {
                continue;
            }
            _ if is_path(value) => Kind::Path,
            _ => Kind::Property,
        };
        let shown = match kind {
            Kind::Property | Kind::Dates | Kind::DocumentMark => format!("{local}: {value}"),
            _ => value.to_owned(),
        };
        // Most programs say everything twice, here and in the older place.
        let told = match kind {
            Kind::Dates => had_dates,
            Kind::Author | Kind::Program | Kind::Path => items.has(kind, Some(&shown)),
            _ => false,
        };
        if !told {
            always(items, kind, &shown, place);
        }
    }
}

/// Returns properties that say only what the file is called and what it keeps to.
pub(super) fn plain(bytes: &[u8], title: Option<&str>) -> Vec<u8> {
    let mut claims = Claims::default();
    for (name, value) in properties(bytes) {
        let value = value.trim().to_owned();
        match name.as_str() {
            "pdfaid:part" => claims.part = value,
            "pdfaid:conformance" => claims.conformance = value,
            "pdfuaid:part" => claims.ua = value,
            "dc:title" if !is_file_name(&value) => claims.title.push(value),
            "dc:language" => claims.language.push(value),
            _ => {}
        }
    }
    let mut out = String::from(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">",
    );
    // The title of the file itself: the two must not differ.
    let title = title.map(str::to_owned).or_else(|| claims.title.first().cloned());
    if let Some(title) = title {
        out.push_str(&format!(
            "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:title>",
            escape(title.as_str())
        ));
    }
    if !claims.language.is_empty() {
        out.push_str("<dc:language><rdf:Bag>");
        for language in &claims.language {
            out.push_str(&format!("<rdf:li>{}</rdf:li>", escape(language.as_str())));
        }
        out.push_str("</rdf:Bag></dc:language>");
    }
    for (name, value) in [
        ("pdfaid:part", &claims.part),
        ("pdfaid:conformance", &claims.conformance),
        ("pdfuaid:part", &claims.ua),
    ] {
        if !value.is_empty() {
            out.push_str(&format!("<{name}>{}</{name}>", escape(value.as_str())));
        }
    }
    out.push_str("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
    out.into_bytes()
}
