//! Notes that are plainly references → sources.

use serde_json::{Value, json};

use crate::cite::key::{free, tidy};
use crate::cite::read_bibtex;
use crate::cite::symbol::symbol;
use crate::model::Source;
use crate::model::document::{Inline, plain_text};

/// Longest note in words that can be a reference and nothing else.
const LONGEST: usize = 45;

/// Words that open a reference and are no part of it.
const OPENERS: [&str; 8] =
    ["see also:", "see also", "see:", "see", "cf.", "available at:", "available at", "source:"];

/// Words with which a sentence that says something begins.
const SAYS: [&str; 14] = [
    "we", "this", "that", "these", "as", "it", "our", "in", "while", "although", "because",
    "there", "for", "note",
];

/// Words that come before an address or the day it was seen.
const BESIDE: [&str; 10] = [
    "available at",
    "available from",
    "accessed on",
    "accessed",
    "last accessed",
    "visited",
    "retrieved from",
    "retrieved",
    "online",
    "at",
];

/// A note as a source, and where in it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reference {
    pub(super) source: Source,
    pub(super) locator: String,
}

/// Sources made of notes.
#[derive(Debug, Default)]
pub(super) struct References {
    pub(super) sources: Vec<Source>,
}

impl References {
    /// Returns what cites the note, `[@key, para. 3]`, when it is plainly a reference.
    pub(super) fn cite(&mut self, note: &[Inline]) -> Option<String> {
        let Reference { mut source, locator } = reference(note)?;
        let same = |own: &&Source| {
            ["URL", "number", "title"].iter().all(|f| own.item.get(*f) == source.item.get(*f))
        };
        let key = if let Some(known) = self.sources.iter().find(same) {
            known.key.clone()
        } else {
            let taken = |key: &str| self.sources.iter().any(|s| s.key == key);
            source.key = free(&source.key, taken);
            self.sources.push(source.clone());
            source.key
        };
        Some(if locator.is_empty() { format!("[@{key}]") } else { format!("[@{key}, {locator}]") })
    }
}

/// Reads a note as a reference; nothing when it says something of its own.
pub(super) fn reference(note: &[Inline]) -> Option<Reference> {
    if note.iter().any(|piece| matches!(piece, Inline::Break | Inline::Note(_))) {
        return None;
    }
    let words = plain_text(note).split_whitespace().collect::<Vec<_>>().join(" ");
    if words.starts_with('@') && words.contains('{') {
        let mut read = read_bibtex(&words);
        let source = (read.sources.len() == 1).then(|| read.sources.remove(0))?;
        return Some(Reference { source, locator: String::new() });
    }
    let count = words.split(' ').count();
    if words.is_empty() || count > LONGEST {
        return None;
    }
    let addresses = addresses(note, &words);
    let mut rest = without_opener(&words).to_owned();
    let lower = rest.to_lowercase();
    let first = lower.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    if addresses.len() > 1 || SAYS.contains(&first) {
        return None;
    }
    let address = addresses.first().cloned().unwrap_or_default();
    if !address.is_empty() {
        rest = rest.replace(&address, " ").replace("<>", " ");
    }
    let found = symbols(&rest);
    if found.len() > 1 || address.is_empty() && found.is_empty() {
        return None;
    }
    let number = found.first().cloned().unwrap_or_default();
    let (rest, seen) = seen(&rest);
    let (rest, locator) = located(&rest);
    // A symbol beside a sentence is a remark on the document, not a reference to it.
    let long = rest.split_whitespace().count();
    if address.is_empty() && long > 25 || sentences(&rest) > 1 {
        return None;
    }
    let title = titled(&rest, &number);
    let mut item = serde_json::Map::new();
    let kind = if number.is_empty() { "webpage" } else { "document" };
    item.insert("type".into(), json!(kind));
    let shown = [&title, &number, &address].into_iter().find(|words| !words.is_empty())?.clone();
    item.insert("title".into(), json!(shown));
    for (name, value) in [("number", &number), ("URL", &address)] {
        if !value.is_empty() {
            item.insert(name.into(), json!(value));
        }
    }
    let key = key(&number, &title, &address);
    let source = Source { key, item: Value::Object(item), seen, ..Source::default() };
    Some(Reference { source, locator })
}

/// Parts the day on which an address was seen from the rest: `accessed on 3 March 2025`.
fn seen(words: &str) -> (String, String) {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let lower = words.to_lowercase();
    let none = || (words.to_owned(), String::new());
    let at = ["accessed", "visited", "retrieved"].iter().filter_map(|word| lower.rfind(word)).max();
    let Some(at) = at.filter(|_| lower.len() == words.len()) else { return none() };
    let date: Vec<&str> = lower[at..]
        .split(|c: char| !c.is_alphanumeric())
        .skip(1)
        .filter(|word| !word.is_empty() && *word != "on")
        .collect();
    let number = |low: u32, high: u32| {
        let numbers = date.iter().filter_map(|word| word.parse::<u32>().ok());
        numbers.filter(|n| (low..=high).contains(n)).collect::<Vec<_>>()
    };
    let (years, days) = (number(1990, 2100), number(1, 31));
    let month = MONTHS.iter().position(|m| date.iter().any(|word| word.starts_with(m)));
    if date.len() > 3 || years.len() != 1 {
        return none();
    }
    let day = match (month, days.as_slice()) {
        (Some(month), [day]) => format!("{}-{:02}-{day:02}", years[0], month + 1),
        _ => String::new(),
    };
    let rest = words[..at].trim_end();
    let rest = rest.strip_suffix("last").or(rest.strip_suffix("Last")).unwrap_or(rest);
    (rest.to_owned(), day)
}

fn without_opener(words: &str) -> &str {
    let lower = words.to_lowercase();
    let opener = OPENERS.iter().find(|opener| {
        lower.starts_with(**opener)
            && lower[opener.len()..].starts_with(|c: char| c.is_whitespace() || c == ',')
    });
    opener.map_or(words, |opener| {
        // The opener has letters of one byte each, in either case.
        words.get(opener.len()..).unwrap_or(words).trim_start_matches([' ', ','])
    })
}

/// Returns the addresses of a note: those it links to, and those it spells out.
fn addresses(note: &[Inline], words: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in words.split([' ', '<', '>', '"', '“', '”']) {
        let start = ["https://", "http://"].iter().filter_map(|scheme| word.find(scheme)).min();
        if let Some(start) = start {
            let address = word[start..].trim_end_matches(['.', ',', ';', ')', ']']);
            if address.len() > 10 && !out.iter().any(|own| own == address) {
                out.push(address.to_owned());
            }
        }
    }
    for piece in note {
        // Words with a link among others say something; a note that is a link names it.
        if let Inline::Link { url, text } = piece
            && (plain_text(text).trim().len() + 2 >= words.len() || !out.is_empty())
            && !out.iter().any(|own| {
                own.trim_end_matches('/') == url.trim_end_matches('/') || url.starts_with(own)
            })
        {
            out.push(url.clone());
        }
    }
    out
}

/// Returns the symbols of documents of the United Nations among the words.
fn symbols(words: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        let word = word.trim_matches(['(', ')', '[', ']', ',', ';', '.', '“', '”', '"', ':']);
        if let Some(found) = symbol(word).filter(|found| found.contains('/'))
            && !out.contains(&found)
        {
            out.push(found);
        }
    }
    out
}

/// Parts what tells the place in a source from the rest: `para. 31 (a)`, `p. 4`, `pp. 3–5`.
fn located(words: &str) -> (String, String) {
    const MARKS: [&str; 8] =
        ["paras. ", "para. ", "paragraphs ", "paragraph ", "pp. ", "p. ", "art. ", "article "];
    let lower = words.to_lowercase();
    if lower.len() != words.len() {
        return (words.to_owned(), String::new());
    }
    let found = MARKS.iter().find_map(|mark| {
        let at = lower.find(mark)?;
        let begins = at == 0 || !lower[..at].ends_with(char::is_alphanumeric);
        let digit = lower[at + mark.len()..].starts_with(|c: char| c.is_ascii_digit());
        (begins && digit).then_some((at, mark.len()))
    });
    let Some((at, mark)) = found else { return (words.to_owned(), String::new()) };
    let place = |c: char| c.is_ascii_digit() || " –-()".contains(c) || c.is_ascii_lowercase();
    let tail = &words[at + mark..];
    let mut end = tail.find(|c| !place(c)).unwrap_or(tail.len());
    // Words after the number are no part of the place.
    if let Some(word) = tail[..end].find(|c: char| c.is_ascii_lowercase()) {
        let single = tail[..word].ends_with('(') && tail[word + 1..].starts_with(')');
        if !single {
            end = word;
        }
    }
    let locator = words[at..at + mark + end].trim().trim_end_matches(['-', '–', '(']).to_owned();
    let locator = locator.trim().to_owned();
    let rest = format!("{} {}", &words[..at], &words[at + mark + end..]);
    (rest, locator)
}

/// Counts what ends like a sentence and goes on with another.
fn sentences(words: &str) -> usize {
    let ends = words.match_indices(". ").filter(|(at, _)| {
        let before = words[..*at].rsplit(' ').next().unwrap_or_default();
        let after = words[at + 2..].chars().next().is_some_and(char::is_uppercase);
        before.chars().count() > 4 && after && before.chars().all(char::is_lowercase)
    });
    ends.count()
}

/// Returns the words that name the source.
fn titled(rest: &str, number: &str) -> String {
    let mut words = rest.replace(number, " ");
    if number.is_empty() {
        rest.clone_into(&mut words);
    }
    let mut words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    words = words.replace("()", "").replace(" ,", ",").replace(" .", ".");
    loop {
        let before = words.len();
        let trimmed =
            words.trim().trim_matches([',', ';', ':', '–', '-', ' ']).trim_end_matches('.');
        let mut trimmed = trimmed.trim().to_owned();
        for beside in BESIDE {
            let lower = trimmed.to_lowercase();
            if lower.len() == trimmed.len()
                && let Some(kept) = lower.strip_suffix(beside)
                && (kept.is_empty() || kept.ends_with([' ', '(', '[', ',']))
            {
                trimmed.truncate(kept.len());
            }
        }
        trimmed.trim_end_matches(['(', '[', ' ']).clone_into(&mut words);
        if words.len() == before {
            break;
        }
    }
    let quoted = |open: char, close: char| {
        words.starts_with(open) && words.ends_with(close) && words.matches(close).count() <= 2
    };
    if quoted('“', '”') || quoted('"', '"') {
        return words.trim_matches(['“', '”', '"']).to_owned();
    }
    if words.chars().any(char::is_alphabetic) { words } else { String::new() }
}

/// Returns a key a person recognises.
fn key(number: &str, title: &str, address: &str) -> String {
    if !number.is_empty() {
        return tidy(&number.replace('/', "-"));
    }
    let from = if title.is_empty() {
        let bare = address.split_once("://").map_or(address, |(_, rest)| rest);
        bare.trim_start_matches("www.").split(['?', '#']).next().unwrap_or_default()
    } else {
        title
    };
    let words: Vec<String> = from
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 2)
        .take(3)
        .map(str::to_lowercase)
        .collect();
    tidy(&words.join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> Option<(String, String, String, String)> {
        let found = reference(&[Inline::plain(words)])?;
        let text = |name: &str| {
            found.source.item.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        Some((text("title"), text("number"), text("URL"), found.locator))
    }

    #[test]
    fn notes_that_are_references_become_sources() {
        let read = |words| {
            let (title, number, url, locator) = read(words).expect(words);
            format!("{title} | {number} | {url} | {locator}")
        };
        assert_eq!(read("See A/79/214, para. 31 (a)."), "A/79/214 | A/79/214 |  | para. 31 (a)");
        assert_eq!(
            read("https://example.org/report (accessed 3 March 2025)"),
            "https://example.org/report |  | https://example.org/report | "
        );
        assert_eq!(
            read("Example Lab, “Counting harm”, 2024, available at: https://example.org/harm."),
            "Example Lab, “Counting harm”, 2024 |  | https://example.org/harm | "
        );
        assert_eq!(
            read("General Assembly resolution A/RES/75/240 of 31 December 2020, p. 4"),
            "General Assembly resolution of 31 December 2020 | A/RES/75/240 |  | p. 4"
        );
    }

    #[test]
    fn notes_that_say_something_stay_notes() {
        for words in [
            "We thank all who helped with this text.",
            "This was also asked in A/79/214.",
            "Compare https://example.org/a with https://example.org/b.",
            "A simple remark without any address.",
            "",
        ] {
            assert_eq!(read(words), None, "{words}");
        }
    }

    #[test]
    fn the_same_source_is_kept_once() {
        let mut all = References::default();
        let note = |words: &str| vec![Inline::plain(words)];
        assert_eq!(all.cite(&note("A/79/214, para. 3")).as_deref(), Some("[@A-79-214, para. 3]"));
        assert_eq!(all.cite(&note("A/79/214, para. 9")).as_deref(), Some("[@A-79-214, para. 9]"));
        assert_eq!(all.sources.len(), 1);
    }

    #[test]
    fn a_bibtex_entry_is_read_as_one() {
        let note = "@article{lee, title={Counting harm}, author={Lee, A.}, year={2021}}";
        let found = reference(&[Inline::plain(note)]).expect("an entry");
        assert_eq!((found.source.key.as_str(), found.source.title()), ("lee", "Counting harm"));
    }
}
