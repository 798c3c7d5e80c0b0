//! A draft with changes as a document for those who have no Word: wording put in is bold and
//! underlined, wording taken out struck, and notes say why.

use super::{Proposed, Tracked, TrackedParagraph};
use crate::model::call::NotesPlace;
use crate::model::document::{
    Content, CoverLine, DocumentBlock, Inline, Look, Marks, Origin, Part,
};
use crate::model::{BlockKind, Document};
use crate::render::compose::{clean, phrases};
use crate::render::numbers::item_label;

impl Tracked {
    /// Returns the draft with its changes as a document that any renderer writes.
    pub fn document(&self) -> Document {
        let phrases = phrases::of(&self.language);
        let mut notes = Vec::new();
        let mut blocks = Vec::new();
        for paragraph in &self.paragraphs {
            let says_title = paragraph.kind == BlockKind::Title
                && paragraph.comments.is_empty()
                && paragraph.runs.len() == 1
                && clean(&paragraph.runs[0].text) == self.title;
            if !says_title {
                blocks.push(self.block(paragraph, &mut notes));
            }
        }
        let line =
            |label: &str, value: &str| CoverLine { label: label.into(), value: value.into() };
        let mut cover = Vec::new();
        if !self.author.is_empty() {
            cover.push(line(phrases.proposed_by, &self.author));
        }
        let [words, brackets] = phrases.marking;
        let marked = match self.look.marking {
            crate::model::call::Marking::BoldUnderline => words,
            crate::model::call::Marking::Brackets => brackets,
        };
        cover.push(line(phrases.marked, marked));
        Document {
            title: self.title.clone(),
            subject: self.title.clone(),
            organisation: self.author.clone(),
            language: self.language.clone(),
            cover,
            blocks,
            notes,
            // Sub-paragraphs are those of the numbered ones above them.
            look: Look {
                numbered: true,
                notes: NotesPlace::Foot,
                contents: false,
                ..self.look.clone()
            },
            ..Document::default()
        }
    }

    fn block(&self, paragraph: &TrackedParagraph, notes: &mut Vec<Vec<Inline>>) -> DocumentBlock {
        let mut text = Vec::new();
        let mut note = |words: Vec<Inline>| {
            notes.push(words);
            Inline::Note(notes.len() as u32 - 1)
        };
        for run in &paragraph.runs {
            if !run.text.is_empty() {
                let words = clean_inside(&run.text);
                text.push(Inline::marked(words, marks(run.change)));
            }
            if let Some(words) = &run.note {
                text.push(note(vec![Inline::plain(clean(words))]));
            }
        }
        if !paragraph.comments.is_empty() {
            // Two raised marks side by side would read as one number.
            if matches!(text.last(), Some(Inline::Note(_))) {
                text.push(Inline::plain(" "));
            }
            let mut words = Vec::new();
            if !self.author.is_empty() {
                let bold = Marks { bold: true, ..Marks::NONE };
                words.push(Inline::marked(format!("{}: ", self.author), bold));
            }
            for (at, comment) in paragraph.comments.iter().enumerate() {
                if at > 0 {
                    words.push(Inline::Break);
                }
                words.push(Inline::plain(clean(comment)));
            }
            text.push(note(words));
        }
        let (part, content) = content(paragraph, text);
        DocumentBlock { part, section: None, content, origin: Origin::Made }
    }
}

fn content(paragraph: &TrackedParagraph, mut text: Vec<Inline>) -> (Part, Content) {
    let label = paragraph.label.as_str();
    if paragraph.kind == BlockKind::Heading || paragraph.kind == BlockKind::Title {
        labelled(&mut text, label, paragraph.whole);
        let level = paragraph.level.clamp(1, 6);
        return (Part::Headings, Content::Heading { level, text });
    }
    if paragraph.whole == Proposed::Same {
        let number = label.trim_end_matches('.').parse().ok();
        if let (Some(number), 0) = (number, paragraph.level) {
            return (Part::Body, Content::Paragraph { number: Some(number), quoted: false, text });
        }
        if let (Some(number), 1..=8) = (counted(label, paragraph.level), paragraph.level) {
            let depth = paragraph.level - 1;
            return (Part::Body, Content::ListItem { depth, number: Some(number), text });
        }
    }
    labelled(&mut text, label, paragraph.whole);
    (Part::Body, Content::Paragraph { number: None, quoted: paragraph.level > 0, text })
}

/// Returns which number an item of this level has, when its label is the one it would get.
fn counted(label: &str, level: u8) -> Option<u32> {
    let depth = level.checked_sub(1)?;
    (1..=60).find(|number| item_label(depth, *number, true) == label)
}

fn labelled(text: &mut Vec<Inline>, label: &str, change: Proposed) {
    if !label.is_empty() {
        text.insert(0, Inline::marked(format!("{label} "), marks(change)));
    }
}

fn marks(change: Proposed) -> Marks {
    match change {
        Proposed::Same => Marks::NONE,
        Proposed::Inserted | Proposed::MovedHere => Marks { inserted: true, ..Marks::NONE },
        Proposed::Deleted | Proposed::MovedAway => Marks { deleted: true, ..Marks::NONE },
    }
}

fn clean_inside(text: &str) -> String {
    crate::render::compose::clean::inside(text)
}
