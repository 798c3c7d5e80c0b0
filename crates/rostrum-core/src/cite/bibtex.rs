//! BibTeX and BibLaTeX in.

use biblatex::{ChunksExt, Date, DateValue, Datetime, Entry, EntryType, PermissiveType, Person};
use serde_json::{Map, Value, json};

use super::{Bibliography, findings};

/// Reads a bibliography in BibTeX or BibLaTeX.
///
/// Never fails: an entry that cannot be read becomes a finding with its line, and the
/// others are read. Titles keep their capitals as written.
pub fn read_bibtex(text: &str) -> Bibliography {
    let text = text.trim_start_matches('\u{feff}');
    let mut out = Bibliography::default();
    if let Ok(whole) = biblatex::Bibliography::parse(text) {
        for entry in whole.iter() {
            out.add(&entry.key, item(entry));
        }
        if !out.sources.is_empty() || text.trim().is_empty() {
            return out;
        }
    }
    let pieces = pieces(text);
    let shared: String = pieces
        .iter()
        .filter(|(_, piece)| is_shared(piece) && biblatex::Bibliography::parse(piece).is_ok())
        .map(|(_, piece)| *piece)
        .collect();
    for (line, piece) in pieces {
        if is_shared(piece) {
            continue;
        }
        match biblatex::Bibliography::parse(&format!("{shared}\n{piece}")) {
            Ok(read) => {
                for entry in read.iter() {
                    out.add(&entry.key, item(entry));
                }
            }
            Err(fault) => {
                let detail = fault.kind.to_string();
                out.findings.push(findings::unreadable_entry(name(piece), line, &detail));
            }
        }
    }
    out
}

/// Cuts a file before every `@` that begins a line, and tells the line of each piece.
fn pieces(text: &str) -> Vec<(usize, &str)> {
    let mut starts = Vec::new();
    let mut at = 0;
    for (line, content) in text.split_inclusive('\n').enumerate() {
        if content.trim_start().starts_with('@') {
            starts.push((line + 1, at));
        }
        at += content.len();
    }
    let ends = starts.iter().skip(1).map(|(_, at)| *at).chain([text.len()]);
    starts.iter().zip(ends).map(|((line, start), end)| (*line, entry(&text[*start..end]))).collect()
}

/// Cuts a piece after the brace that closes it: what follows is prose, which may hold an
/// `@` of its own.
fn entry(piece: &str) -> &str {
    let mut depth = 0u32;
    let mut escaped = false;
    for (at, c) in piece.char_indices() {
        match c {
            '{' if !escaped => depth += 1,
            '}' if !escaped && depth == 1 => return &piece[..=at],
            '}' if !escaped => depth = depth.saturating_sub(1),
            _ => {}
        }
        escaped = c == '\\' && !escaped;
    }
    piece
}

fn is_shared(piece: &str) -> bool {
    let head = piece.trim_start().to_lowercase();
    ["@string", "@preamble", "@comment"].iter().any(|kind| head.starts_with(kind))
}

fn name(piece: &str) -> &str {
    let inside = piece.split_once('{').map_or("", |(_, rest)| rest);
    let end = inside.find([',', '\n', '}']).unwrap_or(inside.len());
    inside[..end].trim()
}

/// Makes a CSL-JSON item of an entry.
fn item(entry: &Entry) -> Value {
    let mut item = Map::new();
    let text = |field: &str| {
        entry
            .get(field)
            .map(ChunksExt::format_verbatim)
            .map(|value| value.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|value| !value.is_empty())
    };
    let any = |fields: &[&str]| fields.iter().find_map(|field| text(field));
    item.insert("id".into(), entry.key.clone().into());
    item.insert("type".into(), kind(&entry.entry_type).into());
    let title = match (text("title"), text("subtitle")) {
        (Some(title), Some(subtitle)) => Some(format!("{title}: {subtitle}")),
        (title, _) => title,
    };
    let fields = [
        ("title", title),
        ("title-short", any(&["shorttitle"])),
        ("container-title", any(&["journaltitle", "journal", "booktitle", "maintitle"])),
        ("publisher", any(&["publisher", "institution", "organization", "school", "howpublished"])),
        ("publisher-place", any(&["location", "address"])),
        ("volume", any(&["volume"])),
        ("issue", any(&["issue"])),
        ("number", any(&["number"])),
        ("edition", any(&["edition"])),
        ("page", any(&["pages"]).map(|p| p.replace("--", "–"))),
        ("DOI", any(&["doi"])),
        ("URL", any(&["url"])),
        ("ISBN", any(&["isbn"])),
        ("note", any(&["note"])),
        ("language", any(&["langid", "language"])),
    ];
    for (name, value) in fields {
        if let Some(value) = value {
            item.insert(name.into(), value.into());
        }
    }
    // The number of a journal is its issue; that of a report is its own.
    if entry.entry_type == EntryType::Article
        && !item.contains_key("issue")
        && let Some(number) = item.remove("number")
    {
        item.insert("issue".into(), number);
    }
    if let Ok(authors) = entry.author() {
        item.insert("author".into(), names(&authors));
    }
    if let Ok(editors) = entry.editors() {
        let editors: Vec<Person> = editors.into_iter().flat_map(|(people, _)| people).collect();
        if !editors.is_empty() {
            item.insert("editor".into(), names(&editors));
        }
    }
    for (name, found) in [("issued", entry.date().ok()), ("accessed", entry.url_date().ok())] {
        if let Some(PermissiveType::Typed(found)) = found {
            item.insert(name.into(), date(&found));
        }
    }
    if !item.contains_key("issued")
        && let Some(year) = text("year")
    {
        item.insert("issued".into(), json!({ "literal": year }));
    }
    Value::Object(item)
}

fn kind(kind: &EntryType) -> &'static str {
    match kind {
        EntryType::Article => "article-journal",
        EntryType::Book | EntryType::MvBook | EntryType::Collection | EntryType::Proceedings => {
            "book"
        }
        EntryType::InBook | EntryType::InCollection => "chapter",
        EntryType::InProceedings => "paper-conference",
        EntryType::Booklet | EntryType::Manual => "pamphlet",
        EntryType::MastersThesis | EntryType::PhdThesis | EntryType::Thesis => "thesis",
        EntryType::Report | EntryType::TechReport => "report",
        EntryType::Online => "webpage",
        EntryType::Unpublished => "manuscript",
        EntryType::Dataset => "dataset",
        EntryType::Software => "software",
        EntryType::Patent => "patent",
        _ => "document",
    }
}

fn names(people: &[Person]) -> Value {
    people
        .iter()
        .map(|person| {
            if person.given_name.is_empty() && person.prefix.is_empty() {
                return json!({ "literal": person.name });
            }
            let mut name = Map::new();
            name.insert("family".into(), person.name.clone().into());
            for (field, value) in [
                ("given", &person.given_name),
                ("non-dropping-particle", &person.prefix),
                ("suffix", &person.suffix),
            ] {
                if !value.is_empty() {
                    name.insert(field.into(), value.clone().into());
                }
            }
            Value::Object(name)
        })
        .collect()
}

fn date(date: &Date) -> Value {
    let parts = |at: &Datetime| {
        // biblatex counts months and days from zero.
        let month = at.month.map(|m| i32::from(m) + 1);
        let day = month.and(at.day).map(|d| i32::from(d) + 1);
        [Some(at.year), month, day].into_iter().flatten().collect::<Vec<i32>>()
    };
    let all = match &date.value {
        DateValue::At(at) | DateValue::After(at) | DateValue::Before(at) => vec![parts(at)],
        DateValue::Between(from, to) => vec![parts(from), parts(to)],
    };
    json!({ "date-parts": all })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_becomes_an_item() {
        let read = read_bibtex(
            "@report{wg2021,\n author = {{Working Group} and van der Berg, Anna},\n title = {On {ICT} norms},\n number = {A/75/816},\n institution = {United Nations},\n date = {2021-03-18},\n url = {https://undocs.org/A/75/816}\n}",
        );
        assert_eq!(read.findings, []);
        assert_eq!(read.sources[0].key, "wg2021");
        assert_eq!(
            read.sources[0].item,
            json!({
                "id": "wg2021",
                "type": "report",
                "title": "On ICT norms",
                "publisher": "United Nations",
                "number": "A/75/816",
                "URL": "https://undocs.org/A/75/816",
                "author": [
                    {"literal": "Working Group"},
                    {"family": "Berg", "given": "Anna", "non-dropping-particle": "van der"},
                ],
                "issued": {"date-parts": [[2021, 3, 18]]},
            })
        );
    }

    #[test]
    fn one_broken_entry_does_not_cost_the_others() {
        let read = read_bibtex(
            "@string{un = \"United Nations\"}\n@book{good, title = {One}, publisher = un}\n@book{bad, title = {Two\n\n@book{last, title = {Three}}\n",
        );
        let keys: Vec<&str> = read.sources.iter().map(|s| s.key.as_str()).collect();
        assert_eq!(keys, ["good", "last"]);
        assert_eq!(read.sources[0].item["publisher"], "United Nations");
        assert_eq!(read.findings.len(), 1);
        assert_eq!(read.findings[0].params["entry"], "bad");
        assert_eq!(read.findings[0].params["line"], "3");
    }

    #[test]
    fn prose_around_entries_does_not_matter() {
        let read =
            read_bibtex("Write to me@example.org:\n\n@book{a, title = {T}}\nSee @a and [@*].");
        assert_eq!(read.sources.len(), 1);
        assert_eq!(read.findings, []);
    }

    #[test]
    fn what_is_no_bibliography_gives_nothing() {
        assert_eq!(read_bibtex(""), Bibliography::default());
        assert_eq!(read_bibtex("Dear colleagues,").sources, []);
    }
}
