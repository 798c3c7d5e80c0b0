//! Paragraphs that join when the mark between them goes, and looks that come back.

use super::super::xml::Written;

/// An element that is open, with what is known of it.
#[derive(Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing that a reader of XML has seen"
)]
pub(super) struct Spot {
    pub(super) name: String,
    /// Name with its prefix.
    pub(super) full: String,
    /// Whether it began a recorded change around words.
    pub(super) opened: bool,
    /// Of a paragraph: its mark goes; of a row or cell: it goes.
    pub(super) mark_gone: bool,
    /// Of a paragraph: it ends a section.
    pub(super) section: bool,
    /// Of a paragraph: words stand in it that nobody changed.
    pub(super) plain: bool,
    /// Of a paragraph: where its content begins.
    pub(super) content_at: Option<usize>,
    /// Of a paragraph: content of the one before, whose mark went.
    pub(super) carried: String,
    /// Of what holds paragraphs: one whose mark went and that waits for the next.
    pub(super) pending: Option<Pending>,
    /// Of a run or paragraph: whether its words are hidden.
    pub(super) hidden: Option<bool>,
    /// Of a run: whether its words are hard to see.
    pub(super) faint: bool,
    pub(super) shaded: bool,
    /// Of a run: it stands on black, and whether it is black itself when the program chooses.
    pub(super) black: Option<bool>,
    /// Of a run: its colour, when it names one.
    pub(super) colour: String,
    /// Of a run: it holds the mark of a comment.
    pub(super) comment: bool,
    /// Of a run: it holds more than words.
    pub(super) other: bool,
    pub(super) words: String,
    /// Of a run: instructions of a field.
    pub(super) field: String,
    /// Of a table: rows that stay.
    pub(super) rows: u32,
    /// Of a row: cells that stay.
    pub(super) cells: u32,
    /// Of properties: how they were before a change.
    pub(super) old: Option<String>,
    /// Of properties: what the record of a change does not hold and stays.
    pub(super) keep: String,
}

/// A paragraph whose mark went.
#[derive(Debug)]
pub(super) struct Pending {
    pub(super) whole: String,
    pub(super) content: String,
}

impl Spot {
    /// Puts what the one before left into a paragraph, and takes the paragraph out when its own
    /// mark goes. The joined paragraph looks as the later one, as in Word.
    pub(super) fn join(&mut self, out: &mut String, written: Written) -> Option<Pending> {
        let mut end = written.end;
        let mut content_at = self.content_at.unwrap_or(written.inside);
        if !self.carried.is_empty() {
            if written.inside == out.len() && out.ends_with("/>") {
                out.truncate(out.len() - 2);
                out.push('>');
                content_at = out.len();
                end = content_at;
                out.push_str(&format!("</{}>", self.full));
            }
            out.insert_str(content_at, &self.carried);
            end += self.carried.len();
        }
        // The end of a section must not go with a mark.
        if !self.mark_gone || self.section {
            return None;
        }
        let whole = out[written.at..].to_owned();
        let content = out.get(content_at..end).unwrap_or_default().to_owned();
        out.truncate(written.at);
        Some(Pending { whole, content })
    }

    /// Writes the paragraph that waits for a next one when none comes.
    pub(super) fn flush(&mut self, out: &mut String, written: &mut Written) {
        let Some(pending) = self.pending.take() else { return };
        // These must hold a paragraph, if only an empty one.
        let needs = matches!(
            self.name.as_str(),
            "tc" | "txbxContent" | "footnote" | "endnote" | "comment" | "hdr" | "ftr"
        );
        if needs || pending.content.contains(":r>") || pending.content.contains(":r ") {
            out.insert_str(written.end, &pending.whole);
            written.end += pending.whole.len();
        }
    }

    /// Puts earlier properties in the place of the present ones.
    pub(super) fn restore(&mut self, out: &mut String, written: Written) {
        let Some(old) = self.old.take() else { return };
        let end = out[written.end..].to_owned();
        out.truncate(written.inside);
        if self.name == "sectPr" {
            out.push_str(&self.keep);
            out.push_str(&old);
        } else {
            out.push_str(&old);
            out.push_str(&self.keep);
        }
        out.push_str(&end);
    }
}

impl Spot {
    /// Takes out what the next element must not come before, and gives what it takes along.
    pub(super) fn settle(&mut self, next: &str, out: &mut String) -> String {
        let Some(pending) = self.pending.take() else { return String::new() };
        match next {
            "p" => pending.content,
            "bookmarkStart" | "bookmarkEnd" | "commentRangeStart" | "commentRangeEnd"
            | "proofErr" | "moveFromRangeStart" | "moveFromRangeEnd" | "moveToRangeStart"
            | "moveToRangeEnd" => {
                self.pending = Some(pending);
                String::new()
            }
            _ => {
                out.push_str(pending.standing());
                String::new()
            }
        }
    }
}

impl Pending {
    /// Returns the paragraph when it holds something.
    fn standing(&self) -> &str {
        if self.content.contains(":r>") || self.content.contains(":r ") { &self.whole } else { "" }
    }
}

impl Spot {
    /// Tells whether a run has words that are as black as what they stand on.
    pub(super) fn is_black_on_black(&self) -> bool {
        let own = matches!(self.colour.as_str(), "" | "auto");
        let black = self.colour == "000000" || own && self.black == Some(true);
        self.black.is_some() && black && !self.words.trim().is_empty()
    }
}
