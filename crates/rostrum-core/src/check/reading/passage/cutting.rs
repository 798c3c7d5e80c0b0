//! Cuts Markdown into passages.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{Kind, Mark, MarkKind, Passage, Words};

/// Cuts Markdown into passages; their sentences are left to [`Passage::cut`].
pub(in crate::check::reading) fn read(markdown: &str, response: Option<&str>) -> Vec<Passage> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let mut cutter = Cutter {
        markdown,
        response: response.map(str::to_owned),
        section: None,
        lists: Vec::new(),
        quotes: 0,
        note: false,
        open: None,
        counted: (0, 0),
        done: Vec::new(),
    };
    for (event, range) in Parser::new_ext(markdown, options).into_offset_iter() {
        cutter.take(event, range);
    }
    cutter.close();
    cutter.done
}

/// Cuts proposed wording into passages, a line each: it is plain text.
pub(in crate::check::reading) fn read_proposal(proposal: &str, response: &str) -> Vec<Passage> {
    let (mut units, mut out) = (0, Vec::new());
    for line in proposal.split_inclusive('\n') {
        let start = units;
        units += line.encode_utf16().count() as u32;
        let text = line.trim_end();
        if text.trim().is_empty() {
            continue;
        }
        let words = Words {
            kind: Kind::Paragraph,
            response: Some(response.to_owned()),
            proposal: true,
            quoted: false,
            emphasised: false,
            text: text.to_owned(),
            marks: Vec::new(),
            sentences: Vec::new(),
            markdown: text.to_owned(),
            pieces: vec![(0, 0)],
        };
        out.push(Passage { words: Arc::new(words), section: None, start });
    }
    out
}

struct Cutter<'a> {
    markdown: &'a str,
    response: Option<String>,
    section: Option<String>,
    /// Numbers of the open lists; the number is that of the next item.
    lists: Vec<Option<u64>>,
    quotes: u32,
    note: bool,
    open: Option<Open>,
    /// A byte of the Markdown, and the UTF-16 units before it.
    counted: (usize, u32),
    done: Vec<Passage>,
}

/// A passage that is being read.
struct Open {
    words: Words,
    section: Option<String>,
    /// Its first byte in the Markdown.
    start: usize,
}

impl Cutter<'_> {
    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                self.begin(Kind::Heading(level as u8), range);
            }
            // The first paragraph of a loose item is the item itself.
            Event::Start(Tag::Paragraph)
                if self.open.as_ref().is_none_or(|p| !p.words.text.is_empty()) =>
            {
                let kind = if self.note { Kind::Note } else { Kind::Paragraph };
                self.begin(kind, range);
            }
            Event::Start(Tag::Item) => {
                let number = self.lists.last().copied().flatten();
                if let Some(Some(next)) = self.lists.last_mut() {
                    *next += 1;
                }
                self.begin(Kind::Item(number), range);
            }
            Event::Start(Tag::TableCell) => self.begin(Kind::Cell, range),
            Event::Start(Tag::List(first)) => {
                self.close();
                self.lists.push(first);
            }
            Event::Start(Tag::BlockQuote(_)) => self.quotes += 1,
            Event::Start(Tag::FootnoteDefinition(_)) => self.note = true,
            Event::Start(Tag::Link { dest_url, .. }) => {
                if let Some(open) = &mut self.open {
                    // Just behind, so that a link at the start of a sentence belongs to it.
                    let at = open.words.text.len() + 1;
                    open.words
                        .marks
                        .push(Mark { at, kind: MarkKind::Link(dest_url.into_string()) });
                }
            }
            Event::Start(Tag::Strong | Tag::Emphasis) => {
                if let Some(open) = &mut self.open {
                    open.words.emphasised = true;
                }
            }
            Event::End(TagEnd::List(_)) => {
                self.close();
                self.lists.pop();
            }
            Event::End(TagEnd::BlockQuote(_)) => {
                self.close();
                self.quotes = self.quotes.saturating_sub(1);
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                self.close();
                self.note = false;
            }
            Event::End(
                TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell,
            ) => self.close(),
            Event::Text(text) => {
                if self.open.is_none() && !text.trim().is_empty() {
                    self.begin(Kind::Paragraph, range.clone());
                }
                if let Some(open) = &mut self.open {
                    // An escape stands before its character.
                    let shift = self.markdown.get(range.clone()).and_then(|s| s.find(&*text));
                    open.piece(range.start + shift.unwrap_or(0), &text);
                }
            }
            Event::Code(text) => {
                if self.open.is_none() && !text.trim().is_empty() {
                    self.begin(Kind::Paragraph, range.clone());
                }
                if let Some(open) = &mut self.open {
                    open.code(&text, range, self.markdown);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(open) = &mut self.open {
                    open.piece(range.start, " ");
                }
            }
            Event::FootnoteReference(label) => {
                if let Some(open) = &mut self.open {
                    let at = open.words.text.len();
                    open.words.marks.push(Mark { at, kind: MarkKind::Note(label.into_string()) });
                }
            }
            _ => {}
        }
    }

    fn begin(&mut self, kind: Kind, range: Range<usize>) {
        self.close();
        self.open = Some(Open {
            words: Words {
                kind,
                response: self.response.clone(),
                proposal: false,
                quoted: self.quotes > 0,
                emphasised: false,
                text: String::new(),
                marks: Vec::new(),
                sentences: Vec::new(),
                markdown: self.markdown.get(range.clone()).unwrap_or_default().to_owned(),
                pieces: Vec::new(),
            },
            section: self.section.clone(),
            start: range.start,
        });
    }

    fn close(&mut self) {
        let Some(mut open) = self.open.take() else { return };
        take_out_citations(&mut open.words);
        if open.words.kind == Kind::Heading(1) && self.response.is_none() {
            self.section = Some(open.words.text.trim().to_owned());
            open.section.clone_from(&self.section);
        }
        if open.words.text.is_empty() && !matches!(open.words.kind, Kind::Heading(_)) {
            return;
        }
        let start = self.units(open.start);
        self.done.push(Passage { words: Arc::new(open.words), section: open.section, start });
    }

    /// Returns the UTF-16 units before a byte; counts on from where it counted last.
    fn units(&mut self, byte: usize) -> u32 {
        let (at, units) = if self.counted.0 <= byte { self.counted } else { (0, 0) };
        let between = self.markdown.get(at..byte).unwrap_or_default();
        self.counted = (byte, units + between.encode_utf16().count() as u32);
        self.counted.1
    }
}

impl Open {
    /// Adds words that stand at this byte of the whole Markdown.
    fn piece(&mut self, at: usize, words: &str) {
        self.words.pieces.push((self.words.text.len(), at.saturating_sub(self.start)));
        self.words.text.push_str(words);
    }

    /// Adds a code span, word by word: it begins with its mark, and a line that ends inside it
    /// is a space in its words, so that these stand nowhere in one piece.
    fn code(&mut self, text: &str, range: Range<usize>, markdown: &str) {
        let mut at = range.start;
        for word in text.split_inclusive(' ') {
            let letters = word.trim_end_matches(' ');
            let rest = markdown.get(at..range.end).unwrap_or_default();
            at += rest.find(letters).unwrap_or(0);
            self.piece(at, word);
            at += letters.len();
        }
    }
}

/// Takes `[@key]` and `[^1]` out of the words and keeps them as marks.
fn take_out_citations(passage: &mut Words) {
    let mut from = 0;
    while let Some(start) = passage.text[from..].find('[').map(|at| from + at) {
        let inner = &passage.text[start + 1..];
        let Some(length) = inner.find(']').filter(|_| inner.starts_with(['@', '^'])) else {
            from = start + 1;
            continue;
        };
        let inner = &inner[..length];
        let kind = match inner.strip_prefix('^') {
            Some(label) => MarkKind::Note(label.to_owned()),
            None => MarkKind::Citation(keys(inner)),
        };
        let (gone, end) = (length + 2, start + length + 2);
        let continued = passage.source(end);
        passage.text.replace_range(start..end, "");
        passage.pieces.retain(|(plain, _)| !(start..end).contains(plain));
        for (plain, _) in &mut passage.pieces {
            if *plain >= end {
                *plain -= gone;
            }
        }
        let at = passage.pieces.partition_point(|(plain, _)| *plain < start);
        if passage.pieces.get(at).is_none_or(|(plain, _)| *plain > start) {
            passage.pieces.insert(at, (start, continued));
        }
        for mark in &mut passage.marks {
            if mark.at >= end {
                mark.at -= gone;
            }
        }
        passage.marks.push(Mark { at: start, kind });
        from = start;
    }
    passage.marks.sort_by_key(|m| m.at);
}

/// Reads the keys of a citation: `@key, para. 3; @other`.
fn keys(inner: &str) -> Vec<String> {
    inner
        .split(';')
        .filter_map(|cite| cite.trim().strip_prefix('@'))
        .map(|cite| {
            let end = cite.find(|c: char| c == ',' || c.is_whitespace()).unwrap_or(cite.len());
            cite[..end].to_owned()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proposed_wording_is_plain_text_line_by_line() {
        let proposal = "# States 👍 shall\n\n  [act] soon\n";
        let passages = read_proposal(proposal, "r1");
        let texts: Vec<&str> = passages.iter().map(|p| &*p.text).collect();
        assert_eq!(texts, ["# States 👍 shall", "  [act] soon"]);
        let at = passages[1].text.find("soon").expect("the word");
        let (from, to) = passages[1].units(&(at..at + 4));
        let units: Vec<u16> = proposal.encode_utf16().collect();
        assert_eq!(String::from_utf16_lossy(&units[from as usize..to as usize]), "soon");
        assert!(passages.iter().all(|p| !p.is_prose()));
    }

    #[test]
    fn passages_know_their_section_and_place() {
        let body = "# Summary\n\nWe *fully* agree.\n\n1. One\n2. Two\n\n> Quoted.\n";
        let passages = read(body, None);
        let kinds: Vec<Kind> = passages.iter().map(|p| p.kind).collect();
        assert_eq!(
            kinds,
            [
                Kind::Heading(1),
                Kind::Paragraph,
                Kind::Item(Some(1)),
                Kind::Item(Some(2)),
                Kind::Paragraph
            ]
        );
        assert_eq!(passages[1].section.as_deref(), Some("Summary"));
        assert_eq!(passages[1].text, "We fully agree.");
        let agree = passages[1].text.find("agree").expect("the word");
        let (from, to) = passages[1].units(&(agree..agree + 5));
        assert_eq!(&body[from as usize..to as usize], "agree");
        assert!(passages[4].quoted);
    }

    #[test]
    fn words_of_a_code_span_over_two_lines_keep_their_place() {
        let body = "It says `“40 per cent >\nquoted` here.";
        let passages = read(body, None);
        let passage = &passages[0];
        assert_eq!(passage.text, "It says “40 per cent > quoted here.");
        for word in ["40", "cent", "quoted", "here"] {
            let at = passage.text.find(word).expect("the word");
            assert_eq!(&body[passage.source(at)..passage.source_end(at + word.len())], word);
        }
    }

    #[test]
    fn citations_become_marks_and_the_words_behind_keep_their_place() {
        let body = "It took years.[@oewg2021, para. 8; @gge] Then it ended.[^1]\n\n[^1]: A note.\n";
        let passages = read(body, None);
        let passage = &passages[0];
        assert_eq!(passage.text, "It took years. Then it ended.");
        assert_eq!(
            passage.marks[0].kind,
            MarkKind::Citation(vec!["oewg2021".into(), "gge".into()])
        );
        assert_eq!(passage.marks[1].kind, MarkKind::Note("1".into()));
        let then = passage.text.find("Then").expect("the word");
        let (from, to) = passage.units(&(then..then + 4));
        assert_eq!(&body[from as usize..to as usize], "Then");
        assert_eq!(passages[1].kind, Kind::Note);
    }
}
