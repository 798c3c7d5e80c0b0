//! Citations by CSL, in our own note style.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use citationberg::json::Item;
use citationberg::taxonomy::Locator;
use citationberg::{FontStyle, FontWeight, IndependentStyle, LocaleCode};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, ElemChild,
    ElemChildren, LocatorPayload, SpecificLocator,
};

use super::item::prepared;
use crate::model::Source;
use crate::model::document::{Inline, Marks};
use crate::render::compose::{checked_link, clean};

/// Languages the style has words for; any other gets the English ones.
const LANGUAGES: [&str; 6] = ["ar", "en", "es", "fr", "ru", "zh"];

/// Sets citations in one language, and remembers what has been cited.
#[derive(Debug, Clone)]
pub struct Citer {
    locale: LocaleCode,
    /// Sources that have been named in full.
    seen: BTreeSet<String>,
    /// Citations that have been set: source, locator, whether it was seen before.
    set: BTreeMap<(String, String, bool), Vec<Inline>>,
}

impl Citer {
    /// Returns a citer for a statement in this language.
    pub fn new(language: &str) -> Self {
        let main = language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        let known = LANGUAGES.contains(&main.as_str());
        Self {
            locale: LocaleCode(if known { main } else { "en".into() }),
            seen: BTreeSet::new(),
            set: BTreeMap::new(),
        }
    }

    /// Begins a document anew: what was cited before counts no more, what was set is kept.
    pub(crate) fn begin(&mut self) {
        self.seen.clear();
    }

    /// Returns the words of one note that names these sources, each with where in it.
    ///
    /// An empty locator takes the source's own. A document of the United Nations is named
    /// by its symbol; any other source in full the first time and by author and title
    /// afterwards. Links are kept only when they may be opened. No full stop at the end.
    pub fn note(&mut self, cites: &[(&Source, &str)]) -> Vec<Inline> {
        let mut out = Vec::new();
        for (at, (source, locator)) in cites.iter().enumerate() {
            if at > 0 {
                push(&mut out, Inline::plain("; "));
            }
            for piece in self.one(source, locator) {
                push(&mut out, piece);
            }
        }
        out
    }

    fn one(&mut self, source: &Source, locator: &str) -> Vec<Inline> {
        let locator = if locator.trim().is_empty() { source.locator.as_str() } else { locator };
        let locator = clean(locator);
        let again = !self.seen.insert(source.key.clone());
        let name = (source.key.clone(), locator, again);
        if let Some(known) = self.set.get(&name) {
            return known.clone();
        }
        let made = self.rendered(source, &name.1, again);
        self.set.insert(name, made.clone());
        made
    }

    fn rendered(&self, source: &Source, locator: &str, again: bool) -> Vec<Inline> {
        let plain = || {
            let title = clean(source.title());
            let both = if locator.is_empty() { title } else { format!("{title}, {locator}") };
            vec![Inline::plain(both)]
        };
        let (Some(item), Some(style)) = (prepared(&source.item), style()) else { return plain() };
        let words = cited(&item, style, &self.locale, locator, again);
        if words.is_empty() { plain() } else { words }
    }
}

/// Runs the processor over one citation, preceded by one to the same source when it is not
/// the first: only so does the style know that it may be short.
fn cited(
    item: &Item,
    style: &IndependentStyle,
    locale: &LocaleCode,
    locator: &str,
    again: bool,
) -> Vec<Inline> {
    let mut driver = BibliographyDriver::new();
    let times = if again { 2 } else { 1 };
    for number in 1..=times {
        let locator = (number == times && !locator.is_empty())
            .then(|| SpecificLocator(Locator::Page, LocatorPayload::Str(locator)));
        let items = vec![CitationItem::with_locator(item, locator)];
        driver.citation(CitationRequest::new(
            items,
            style,
            Some(locale.clone()),
            &[],
            Some(number),
        ));
    }
    let done = driver.finish(BibliographyRequest::new(style, Some(locale.clone()), &[]));
    let mut out = Vec::new();
    if let Some(last) = done.citations.last() {
        take(&last.citation, &mut out);
    }
    out
}

fn take(children: &ElemChildren, out: &mut Vec<Inline>) {
    for child in &children.0 {
        match child {
            ElemChild::Text(text) => {
                let marks = Marks {
                    bold: text.formatting.font_weight == FontWeight::Bold,
                    italic: text.formatting.font_style == FontStyle::Italic,
                    ..Marks::default()
                };
                push(out, Inline::marked(text.text.clone(), marks));
            }
            ElemChild::Elem(element) => take(&element.children, out),
            ElemChild::Link { text, url } => match checked_link(url) {
                Some(url) => {
                    out.push(Inline::Link { url, text: vec![Inline::plain(text.text.clone())] });
                }
                None => push(out, Inline::plain(text.text.clone())),
            },
            ElemChild::Markup(words) => push(out, Inline::plain(words.clone())),
            ElemChild::Transparent { .. } => {}
        }
    }
}

fn push(out: &mut Vec<Inline>, piece: Inline) {
    if let (Some(Inline::Text { text, marks }), Inline::Text { text: more, marks: same }) =
        (out.last_mut(), &piece)
        && marks == same
    {
        text.push_str(more);
        return;
    }
    out.push(piece);
}

/// Returns our style; none would be a fault of the file beside this one, which a test reads.
fn style() -> Option<&'static IndependentStyle> {
    static STYLE: OnceLock<Option<IndependentStyle>> = OnceLock::new();
    STYLE
        .get_or_init(|| IndependentStyle::from_xml(include_str!("united-nations.csl")).ok())
        .as_ref()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn source(key: &str, item: Value) -> Source {
        Source { key: key.into(), item, ..Source::default() }
    }

    /// Shows a note: `*italics*`, `<address>` for links.
    fn shown(note: &[Inline]) -> String {
        note.iter()
            .map(|piece| match piece {
                Inline::Text { text, marks } if marks.italic => format!("*{text}*"),
                Inline::Text { text, .. } => text.clone(),
                Inline::Link { url, .. } => format!("<{url}>"),
                _ => "?".into(),
            })
            .collect()
    }

    fn report() -> Source {
        source(
            "oewg",
            json!({
                "type": "report", "number": "A/79/214", "title": "Report of the working group",
                "author": [{"literal": "United Nations General Assembly"}],
            }),
        )
    }

    fn book() -> Source {
        source(
            "book",
            json!({
                "type": "book", "title": "Norms: a guide", "title-short": "Norms",
                "author": [{"family": "Berg", "given": "Anna", "non-dropping-particle": "van der"},
                           {"family": "Ito", "given": "Kei"}],
                "publisher": "Example Press", "publisher-place": "Geneva",
                "issued": {"date-parts": [[2024, 5]]},
                "URL": "https://example.org/norms?a=1&b=2",
            }),
        )
    }

    #[test]
    fn the_style_can_be_read() {
        assert!(IndependentStyle::from_xml(include_str!("united-nations.csl")).is_ok());
    }

    #[test]
    fn a_document_of_the_united_nations_is_named_by_its_symbol() {
        let mut citer = Citer::new("en");
        assert_eq!(shown(&citer.note(&[(&report(), "para. 31 (a)")])), "A/79/214, para. 31 (a)");
        assert_eq!(shown(&citer.note(&[(&report(), "")])), "A/79/214");
    }

    #[test]
    fn another_source_is_named_in_full_and_then_shortened() {
        let mut citer = Citer::new("en");
        assert_eq!(
            shown(&citer.note(&[(&book(), "p. 12")])),
            "Anna van der Berg and Kei Ito, *Norms: a guide* (Geneva, Example Press, May 2024), p. 12, available at <https://example.org/norms?a=1&b=2>"
        );
        assert_eq!(
            shown(&citer.note(&[(&book(), "p. 13"), (&report(), "para. 2")])),
            "van der Berg and Ito, *Norms*, p. 13; A/79/214, para. 2"
        );
    }

    #[test]
    fn the_locator_of_the_source_is_taken_when_none_is_given() {
        let report = Source { locator: "para. 9".into(), ..report() };
        assert_eq!(shown(&Citer::new("en").note(&[(&report, " ")])), "A/79/214, para. 9");
    }

    #[test]
    fn months_and_joining_words_follow_the_language() {
        let mut book = book();
        book.item["URL"] = Value::Null;
        let note = |language: &str| shown(&Citer::new(language).note(&[(&book, "")]));
        assert_eq!(
            note("fr-CH"),
            "Anna van der Berg et Kei Ito, *Norms: a guide* (Geneva, Example Press, mai 2024)"
        );
        assert!(note("ru").contains("мая 2024"), "{}", note("ru"));
        assert!(note("zh").contains("2024年5月"), "{}", note("zh"));
        assert!(note("xx").contains("May 2024"), "{}", note("xx"));
    }

    #[test]
    fn a_link_that_may_not_be_opened_is_words() {
        let page = source(
            "page",
            json!({
                "type": "webpage", "title": "A page", "URL": "javascript:alert(1)",
                "issued": "2025-11-05",
            }),
        );
        let note = Citer::new("en").note(&[(&page, "")]);
        assert!(note.iter().all(|piece| matches!(piece, Inline::Text { .. })), "{note:?}");
        assert!(shown(&note).starts_with("“A page”, 5 November 2025"), "{}", shown(&note));
    }

    #[test]
    fn a_year_without_a_publisher_stands_apart_from_the_title() {
        let note = |item| shown(&Citer::new("en").note(&[(&source("key", item), "p. 3")]));
        let issued = json!({"date-parts": [[2022]]});
        assert_eq!(
            note(json!({"type": "report", "title": "Impacts", "issued": issued})),
            "*Impacts* (2022), p. 3"
        );
        assert_eq!(
            note(json!({
                "type": "article-journal", "title": "Repair", "container-title": "Review",
                "volume": "3", "issued": issued,
            })),
            "“Repair”, *Review*, vol. 3 (2022), p. 3"
        );
        assert_eq!(
            note(json!({"type": "webpage", "title": "A page", "issued": issued})),
            "“A page”, 2022, p. 3"
        );
    }

    #[test]
    fn an_item_of_any_shape_prints_something() {
        for item in [
            json!(null),
            json!([]),
            json!({}),
            json!({"title": 3}),
            json!({"type": "nonsense", "title": "T"}),
            json!({"title": "T", "author": "me", "issued": [1], "volume": true}),
            json!({"title": "T", "issued": {"date-parts": [[2020], [2021]]}}),
            json!({"title": "T\u{1}\nU", "author": [{"given": "Only"}, {}, 4]}),
        ] {
            let note = Citer::new("en").note(&[(&source("key", item.clone()), "p. 1")]);
            assert!(!shown(&note).trim().is_empty(), "{item}");
        }
    }
}
