//! Pictures of the body: `![what it shows](name "caption")`.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Parser, Tag, TagEnd, TextMergeWithOffset};

use super::body::Reader;
use super::notes::Notes;
use super::{clean, findings};
use crate::model::document::{Content, Inline, Part};
use crate::model::{Picture, Statement};

/// The pictures of a statement, by the names that the body knows them by.
pub(super) struct Pictures<'p>(BTreeMap<&'p str, &'p Picture>);

impl<'p> Pictures<'p> {
    pub(super) fn of(statement: &'p Statement) -> Self {
        // Copies that were merged may hold two of one name: the first was there first.
        let named = statement.pictures.iter().rev();
        Self(named.map(|picture| (picture.name.as_str(), picture)).collect())
    }

    /// Tells whether there is a picture of this name.
    pub(super) fn hold(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }
}

/// An image whose description is being read.
pub(super) struct Image<'t> {
    name: CowStr<'t>,
    title: CowStr<'t>,
    /// Where it stands in the body.
    at: usize,
    /// How many images are open inside it.
    inside: u32,
    /// Its description.
    pieces: Vec<(Event<'t>, Range<usize>)>,
}

impl<'t> Image<'t> {
    pub(super) fn new(name: CowStr<'t>, title: CowStr<'t>, at: usize) -> Self {
        Self { name, title, at, inside: 0, pieces: Vec::new() }
    }
}

/// A picture that waits for the end of the block it stands in.
pub(super) struct Figure<'t> {
    picture: &'t Picture,
    alt: String,
    title: CowStr<'t>,
    at: usize,
}

impl<'t> Reader<'t> {
    /// Reads one piece of the description of an image.
    ///
    /// A picture that the statement does not hold is shown by its description, with the
    /// emphasis and the links that stand in it.
    pub(super) fn in_image(
        &mut self,
        event: Event<'t>,
        range: &Range<usize>,
        notes: &mut Notes<'_>,
    ) {
        let Some(image) = &mut self.image else { return };
        match &event {
            Event::Start(Tag::Image { .. }) => image.inside += 1,
            Event::End(TagEnd::Image) if image.inside > 0 => image.inside -= 1,
            Event::End(TagEnd::Image) => {
                if let Some(image) = self.image.take() {
                    self.end_image(image, notes);
                }
                return;
            }
            _ => {}
        }
        image.pieces.push((event, range.clone()));
    }

    fn end_image(&mut self, image: Image<'t>, notes: &mut Notes<'_>) {
        let Image { name, title, at, pieces, .. } = image;
        if let Some(&picture) = self.pictures.0.get(&*name) {
            let alt = clean(&words(&pieces));
            self.figures.push(Figure { picture, alt, title, at });
            self.line.leave_out();
            return;
        }
        notes.report(findings::unknown_picture(&name, self.place.clone()));
        for (event, range) in pieces {
            self.piece(event, &range, notes);
        }
        if !title.trim().is_empty() {
            self.line.text(" ");
            self.caption_words(&title, notes);
        }
    }

    /// Writes the pictures that stood in the block that has ended.
    pub(super) fn end_figures(&mut self, notes: &mut Notes<'_>) {
        for Figure { picture, alt, title, at } in std::mem::take(&mut self.figures) {
            let caption = self.caption(&title, notes);
            self.start = at;
            let indented = self.quotes > 0 || !self.items.is_empty();
            let picture = picture.clone();
            self.push(Part::Body, Content::Picture { picture, alt, caption, indented });
        }
    }

    /// Returns the caption of a picture, which stands in quotation marks behind its name.
    fn caption(&mut self, title: &str, notes: &mut Notes<'_>) -> Vec<Inline> {
        let outer = std::mem::take(&mut self.line);
        self.caption_words(title, notes);
        std::mem::replace(&mut self.line, outer).finish(notes, &self.place)
    }

    /// Writes the words of a caption: with emphasis, links and notes when it is one line of
    /// these, else as plain words.
    fn caption_words(&mut self, title: &str, notes: &mut Notes<'_>) {
        for (event, _) in caption_pieces(title) {
            self.caption_piece(event, notes);
        }
    }

    fn caption_piece(&mut self, event: Event<'_>, notes: &mut Notes<'_>) {
        match event {
            Event::Start(Tag::Strong) => self.emphasis(true, true, notes),
            Event::End(TagEnd::Strong) => self.emphasis(true, false, notes),
            Event::Start(Tag::Emphasis) => self.emphasis(false, true, notes),
            Event::End(TagEnd::Emphasis) => self.emphasis(false, false, notes),
            Event::Start(Tag::Link { dest_url, .. }) => {
                self.line.open_link(&dest_url, notes, &self.place);
            }
            Event::End(TagEnd::Link) => self.line.close_link(notes, &self.place),
            Event::Text(text) | Event::Code(text) => {
                self.noted(&text.replace(['\n', '\r'], " "), notes);
            }
            Event::SoftBreak | Event::HardBreak => self.line.text(" "),
            _ => {}
        }
    }

    /// Writes words of a caption; the marks of footnotes in them are set.
    fn noted(&mut self, text: &str, notes: &mut Notes<'_>) {
        let mut rest = text;
        while let Some(start) = rest.find("[^") {
            let inner = &rest[start + 2..];
            let Some(end) = inner.find(']').filter(|end| self.has_footnote(&inner[..*end])) else {
                break;
            };
            self.line.text(&rest[..start]);
            self.footnote(&inner[..end], notes);
            rest = &inner[end + 1..];
        }
        self.line.text(rest);
    }
}

/// Returns the plain words of a description.
fn words(pieces: &[(Event<'_>, Range<usize>)]) -> String {
    let mut out = String::new();
    for (event, _) in pieces {
        match event {
            Event::Text(text) | Event::Code(text) => out.push_str(text),
            Event::SoftBreak | Event::HardBreak => out.push(' '),
            _ => {}
        }
    }
    out
}

/// Returns the pieces of a caption with their places in it: words, emphasis and links when it is
/// one line of these, else all of it as words.
pub(crate) fn caption_pieces(title: &str) -> Vec<(Event<'_>, Range<usize>)> {
    let parser = Parser::new(title).into_offset_iter();
    let pieces: Vec<_> = TextMergeWithOffset::new(parser).collect();
    if is_one_line(&pieces) {
        return pieces;
    }
    vec![(Event::Text(title.into()), 0..title.len())]
}

/// Tells whether pieces are one paragraph of words, emphasis and links.
fn is_one_line(pieces: &[(Event<'_>, Range<usize>)]) -> bool {
    let begins = |(event, _): &&_| matches!(event, Event::Start(Tag::Paragraph));
    let paragraphs = pieces.iter().filter(begins).count();
    paragraphs == 1
        && pieces.iter().all(|(event, _)| match event {
            Event::Start(tag) => {
                matches!(tag, Tag::Paragraph | Tag::Strong | Tag::Emphasis | Tag::Link { .. })
            }
            Event::End(_)
            | Event::Text(_)
            | Event::Code(_)
            | Event::SoftBreak
            | Event::HardBreak => true,
            _ => false,
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::call::Ground;
    use crate::model::call::{Permission, Stated};
    use crate::model::{Call, Source};
    use crate::render::{Composed, Composition, Layout, compose, text};

    fn composed(body: &str) -> Composed {
        let picture = |name: &str| Picture { name: name.into(), ..Picture::default() };
        let item = serde_json::json!({"type": "report", "number": "A/1", "title": "Report"});
        let statement = Statement {
            body: body.into(),
            pictures: vec![picture("a.png"), picture("b.jpg")],
            sources: vec![Source { key: "r".into(), item, ..Source::default() }],
            ..Statement::default()
        };
        let required = Stated { value: Permission::Required, ground: Ground::default() };
        let call = Call { numbered_paragraphs: Some(required), ..Call::default() };
        compose(&Composition {
            statement: &statement,
            call: &call,
            drafts: &[],
            layout: Layout::Prose,
            signatories: &[],
        })
    }

    fn printed(body: &str) -> String {
        text(&composed(body).document)
    }

    #[test]
    fn a_picture_alone_is_a_block_and_no_numbered_paragraph() {
        let body = "One.\n\n![Columns *of* years](a.png \"Reports, **by year**\")\n\nTwo.";
        assert_eq!(
            printed(body),
            "1. One.\n\n[Picture: Columns of years]\nReports, by year\n\n2. Two.\n"
        );
        assert!(composed(body).findings.is_empty());
    }

    #[test]
    fn a_picture_among_words_follows_their_paragraph() {
        assert_eq!(
            printed("One ![A](a.png) two ![B](b.jpg)."),
            "1. One two.\n\n[Picture: A]\n\n[Picture: B]\n"
        );
        assert_eq!(printed("# Head ![A](a.png)\n\nOne."), "Head\n\n[Picture: A]\n\n1. One.\n");
        let table = "| a ![A](a.png) | b |\n| --- | --- |\n| c | d |\n\nOne.";
        assert_eq!(printed(table), "a | b\n\nc\nd\n\n[Picture: A]\n\n1. One.\n");
        let note = "One[^1].\n\nTwo.\n\n[^1]: See ![A](a.png) there.";
        assert_eq!(printed(note), "1. One[1].\n\n[Picture: A]\n\n2. Two.\n\n[1] See there.\n");
    }

    #[test]
    fn a_picture_in_a_list_or_a_quotation_is_indented() {
        let body = "- One\n\n  ![A](a.png)\n- Two\n\n> ![B](b.jpg \"Cap\")";
        assert_eq!(
            printed(body),
            "- One\n\n    [Picture: A]\n\n- Two\n\n    [Picture: B]\n    Cap\n"
        );
    }

    #[test]
    fn a_name_that_no_picture_has_prints_in_words_and_is_told() {
        let made = composed("# S\n\nSee ![the **chart**](c.png \"Our chart\") here.");
        assert_eq!(text(&made.document), "S\n\n1. See the chart Our chart here.\n");
        let told: Vec<&str> = made.findings.iter().map(|f| f.name.as_str()).collect();
        assert_eq!(told, ["unknown-picture"]);
        assert_eq!(made.findings[0].place.section.as_deref(), Some("S"));
    }

    #[test]
    fn a_caption_cites_and_takes_its_place_among_the_notes() {
        let body = "One[^1] ![A](a.png \"Cap[@r] and[^2]\") two[^3].\n\n[^1]: x\n[^2]: y\n[^3]: z";
        let printed = printed(body);
        assert!(
            printed.contains("1. One[1] two[2].\n\n[Picture: A]\nCap[3] and[4]\n"),
            "{printed}"
        );
        assert!(printed.ends_with("[1] x\n[2] z\n[3] A/1.\n[4] y\n"), "{printed}");
    }

    #[test]
    fn a_caption_that_is_more_than_a_line_is_plain_words() {
        assert_eq!(printed("![A](a.png \"1. Reports\")"), "[Picture: A]\n1. Reports\n");
        assert_eq!(printed("![A](a.png \"<b>x</b>\")"), "[Picture: A]\n<b>x</b>\n");
    }

    #[test]
    fn a_section_is_known_by_its_words_without_its_picture() {
        let made = composed("# Summary ![A](a.png)\n\nOne.");
        let sections: Vec<&str> =
            made.document.blocks.iter().filter_map(|b| b.section.as_deref()).collect();
        assert_eq!(sections, ["Summary", "Summary", "Summary"]);
    }
}
