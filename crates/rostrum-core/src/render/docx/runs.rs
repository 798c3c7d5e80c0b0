//! Lines of a document as runs of words, links and marks of notes.

use std::fmt::Write as _;

use super::tongues;
use super::xml::{self, DECLARATION, SPACES};
use crate::model::Document;
use crate::model::call::{Marking, NotesPlace};
use crate::model::document::{Inline, Marks};
use crate::render::script::{against, by_language, first_direction, runs_left};

/// Addresses that a part of the file links to, in order.
#[derive(Debug, Default)]
pub(super) struct Links {
    /// Those of the text.
    pub text: Vec<String>,
    /// Those of the notes.
    pub notes: Vec<String>,
}

/// Returns the id of the relationship of a link.
pub(super) fn relationship(at: impl std::fmt::Display) -> String {
    format!("rIdLink{at}")
}

/// Writes lines, and keeps the notes they mark.
pub(super) struct Runs<'d> {
    document: &'d Document,
    /// Whether the document runs from right to left.
    pub right_to_left: bool,
    /// Language of the line that is written, where it runs against the document.
    around: Option<&'static str>,
    /// Notes that have been marked, with their places.
    notes: Vec<(u32, String)>,
    pub links: Links,
}

impl<'d> Runs<'d> {
    pub(super) fn new(document: &'d Document) -> Self {
        Self {
            document,
            right_to_left: runs_left(&document.language),
            around: None,
            notes: Vec::new(),
            links: Links::default(),
        }
    }

    /// Writes a line.
    pub(super) fn line(&mut self, out: &mut String, line: &[Inline]) {
        self.around = self.against(line);
        self.pieces(out, line);
        self.around = None;
    }

    fn pieces(&mut self, out: &mut String, line: &[Inline]) {
        for piece in line {
            match piece {
                Inline::Text { text, marks } => self.text(out, text, *marks, None),
                Inline::Link { url, text } => {
                    self.links.text.push(url.clone());
                    open_link(out, self.links.text.len() - 1);
                    self.linked(out, text, true);
                    out.push_str("</w:hyperlink>");
                }
                Inline::Note(at) => self.note(out, *at),
                Inline::Break => out.push_str("<w:r><w:br/></w:r>"),
            }
        }
    }

    /// Writes the words of a link; in a note the marks of notes have no place.
    fn linked(&mut self, out: &mut String, text: &[Inline], in_text: bool) {
        for piece in text {
            match piece {
                Inline::Text { text, marks } => self.text(out, text, *marks, Some("Hyperlink")),
                Inline::Link { text, .. } => self.linked(out, text, in_text),
                Inline::Note(at) if in_text => self.note(out, *at),
                Inline::Note(_) => {}
                Inline::Break => out.push_str("<w:r><w:br/></w:r>"),
            }
        }
    }

    /// Writes words without emphasis of their own, in a named style of characters.
    pub(super) fn plain(&self, out: &mut String, text: &str, style: Option<&str>) {
        self.text(out, text, Marks::NONE, style);
    }

    fn text(&self, out: &mut String, text: &str, marks: Marks, style: Option<&str>) {
        let mut put = String::new();
        let marking = self.document.look.marking;
        let text = match (marking, marks.inserted, marks.deleted) {
            (Marking::Brackets, true, _) => {
                crate::render::bracketed(&mut put, "add", text);
                put.as_str()
            }
            (Marking::Brackets, _, true) => {
                crate::render::bracketed(&mut put, "delete", text);
                put.as_str()
            }
            _ => text,
        };
        let tongue = marks.tongue.tag();
        let own = tongue.or(self.around).unwrap_or(&self.document.language);
        for (words, language) in by_language(text, own) {
            let language = language.or(tongue).or(self.around);
            out.push_str("<w:r>");
            let start = out.len();
            out.push_str("<w:rPr>");
            let empty = out.len();
            self.emphasis(out, marks, style);
            if tongues::is_east_asian(words, language.unwrap_or(&self.document.language)) {
                // Its place is right after the style.
                let hint = "<w:rFonts w:hint=\"eastAsia\"/>";
                let at = if out[empty..].starts_with("<w:rStyle") {
                    out[empty..].find("/>").map_or(empty, |end| empty + end + 2)
                } else {
                    empty
                };
                out.insert_str(at, hint);
            }
            tongues::properties(out, words, language, self.leftward());
            if out.len() == empty {
                out.truncate(start);
            } else {
                out.push_str("</w:rPr>");
            }
            xml::words(out, "w:t", words);
            out.push_str("</w:r>");
        }
    }

    /// Writes emphasis in the order of the schema.
    fn emphasis(&self, out: &mut String, marks: Marks, style: Option<&str>) {
        let look = &self.document.look;
        // The named style lets a secretariat change the marking in one place; the direct
        // emphasis keeps it visible where styles are dropped, as in a web editor.
        let shown = look.marking == Marking::BoldUnderline;
        let (inserted, deleted) = (marks.inserted && shown, marks.deleted && shown);
        let style = style.or(match (inserted, deleted) {
            (true, _) => Some("ProposedInsertion"),
            (_, true) => Some("ProposedDeletion"),
            _ => None,
        });
        if let Some(style) = style {
            let _ = write!(out, "<w:rStyle w:val=\"{style}\"/>");
        }
        if (marks.bold && !look.plain) || inserted {
            out.push_str("<w:b/><w:bCs/>");
        }
        if marks.italic && !look.plain {
            out.push_str("<w:i/><w:iCs/>");
        }
        if deleted {
            out.push_str("<w:strike/>");
        }
        if inserted {
            out.push_str("<w:u w:val=\"single\"/>");
        }
    }

    /// Tells whether the line that is written runs from right to left.
    fn leftward(&self) -> bool {
        self.around.map_or(self.right_to_left, runs_left)
    }

    /// Writes the mark of a note, and keeps the note.
    pub(super) fn note(&mut self, out: &mut String, at: u32) {
        let Kind { style, element, .. } = Kind::of(self.document.look.notes);
        let number = at + 1;
        let rtl = |leftward| if leftward { "<w:rtl/>" } else { "" };
        let _ = write!(
            out,
            "<w:r><w:rPr><w:rStyle w:val=\"{style}Reference\"/>{}</w:rPr>\
             <w:{element}Reference w:id=\"{number}\"/></w:r>",
            rtl(self.leftward())
        );
        if self.notes.iter().any(|(known, _)| *known == at) {
            return;
        }
        let document = self.document;
        let line = document.notes.get(at as usize).map_or(&[][..], Vec::as_slice);
        let bidi = if self.runs_left(line) { "<w:bidi/>" } else { "" };
        let own = self.against(line);
        let outer = std::mem::replace(&mut self.around, own);
        let rtl = rtl(self.leftward());
        let mut note = format!(
            "<w:{element} w:id=\"{number}\"><w:p><w:pPr><w:pStyle w:val=\"{style}Text\"/>{bidi}</w:pPr>\
             <w:r><w:rPr><w:rStyle w:val=\"{style}Reference\"/>{rtl}</w:rPr><w:{element}Ref/></w:r>\
             <w:r><w:t xml:space=\"preserve\"> </w:t></w:r>"
        );
        for piece in line {
            if let Inline::Link { url, text } = piece {
                self.links.notes.push(url.clone());
                open_link(&mut note, self.links.notes.len() - 1);
                self.linked(&mut note, text, false);
                note.push_str("</w:hyperlink>");
            } else if !matches!(piece, Inline::Note(_)) {
                self.pieces(&mut note, std::slice::from_ref(piece));
            }
        }
        self.around = outer;
        let _ = write!(note, "</w:p></w:{element}>");
        self.notes.push((at, note));
    }

    /// Tells whether a line runs from right to left: by its first letter, or as the document.
    pub(super) fn runs_left(&self, line: &[Inline]) -> bool {
        first_words(line).and_then(first_direction).unwrap_or(self.right_to_left)
    }

    /// Returns the language of a line that runs against the document.
    fn against(&self, line: &[Inline]) -> Option<&'static str> {
        against(first_words(line), &self.document.language)
    }

    /// Returns the part with the notes, and the addresses that text and notes link to.
    pub(super) fn finish(mut self) -> (String, Links) {
        self.notes.sort_by_key(|(at, _)| *at);
        let notes: Vec<String> = self.notes.into_iter().map(|(_, note)| note).collect();
        (notes_part(self.document.look.notes, &notes.concat()), self.links)
    }
}

/// Returns the first piece of a line that has a letter.
fn first_words(line: &[Inline]) -> Option<&str> {
    line.iter().find_map(|piece| match piece {
        Inline::Text { text, .. } => first_direction(text).map(|_| text.as_str()),
        Inline::Link { text, .. } => first_words(text),
        Inline::Note(_) | Inline::Break => None,
    })
}

/// What a kind of notes is called in the file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kind {
    /// Name of the part and of its relationship.
    pub part: &'static str,
    /// Element of one note, and before the names of those that point to it.
    pub element: &'static str,
    /// Before the names of styles.
    pub style: &'static str,
}

impl Kind {
    pub(super) fn of(place: NotesPlace) -> Self {
        match place {
            NotesPlace::Foot => Self { part: "footnotes", element: "footnote", style: "Footnote" },
            NotesPlace::End => Self { part: "endnotes", element: "endnote", style: "Endnote" },
        }
    }
}

/// Returns the part with these notes: before them the lines that part them from the text.
pub(super) fn notes_part(place: NotesPlace, notes: &str) -> String {
    let Kind { part, element, .. } = Kind::of(place);
    let line = |kind: &str, id: i32| {
        format!(
            "<w:{element} w:type=\"{kind}\" w:id=\"{id}\"><w:p><w:pPr><w:spacing w:after=\"0\" \
             w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:{element}>"
        )
    };
    format!(
        "{DECLARATION}<w:{part} {SPACES}>{}{}{notes}</w:{part}>",
        line("separator", -1),
        line("continuationSeparator", 0)
    )
}

fn open_link(out: &mut String, at: usize) {
    let _ = write!(out, "<w:hyperlink r:id=\"{}\" w:history=\"1\">", relationship(at));
}
