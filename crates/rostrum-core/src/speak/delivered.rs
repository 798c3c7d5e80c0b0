//! The text as it was delivered: what was said and nothing else, to hand to the secretariat.

use super::spoken;
use crate::check::sentences;
use crate::model::document::{Content, CoverLine, Document, DocumentBlock, Inline, Origin, Part};

/// Makes the delivered text of a composed statement, without the sentences whose numbers are
/// in `skipped`; `extra` are lines of the cover, such as the meeting and the day.
///
/// Notes, headings, tables, proposals and the list of signatories are not in it.
pub fn delivered(document: &Document, skipped: &[u32], extra: &[(String, String)]) -> Document {
    let mut number = 0;
    let mut blocks = Vec::new();
    for (section, text) in spoken(document) {
        let mut kept = Vec::new();
        for range in sentences(&text) {
            if !skipped.contains(&number) {
                kept.push(&text[range]);
            }
            number += 1;
        }
        if !kept.is_empty() {
            // Chinese and Japanese put no space between sentences.
            let wide = kept.iter().any(|s| s.ends_with(['。', '！', '？']));
            let text = kept.join(if wide { "" } else { " " });
            blocks.push(DocumentBlock {
                part: Part::Body,
                section: Some(section),
                content: Content::Paragraph {
                    number: None,
                    quoted: false,
                    text: vec![Inline::plain(text)],
                },
                origin: Origin::Made,
            });
        }
    }
    let mut cover = document.cover.clone();
    for (label, value) in extra.iter().filter(|(_, value)| !value.trim().is_empty()) {
        cover.push(CoverLine { label: label.clone(), value: value.trim().into() });
    }
    Document {
        title: document.title.clone(),
        subject: document.subject.clone(),
        organisation: document.organisation.clone(),
        language: document.language.clone(),
        cover,
        title_after: document.title_after,
        title_note: None,
        blocks,
        notes: Vec::new(),
        look: document.look.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::text;

    #[test]
    fn the_delivered_text_has_what_was_said_and_no_notes() {
        let said = |text: Vec<Inline>| DocumentBlock {
            part: Part::Body,
            section: None,
            content: Content::Paragraph { number: Some(1), quoted: false, text },
            origin: Origin::Made,
        };
        let document = Document {
            title: "Statement".into(),
            blocks: vec![
                said(vec![Inline::plain("We agree. We add a point."), Inline::Note(0)]),
                said(vec![Inline::plain("A paragraph that time did not allow.")]),
            ],
            notes: vec![vec![Inline::plain("A source.")]],
            ..Document::default()
        };
        let given = [("Delivered".to_owned(), "9 December 2026".to_owned())];
        let made = delivered(&document, &[2], &given);
        assert_eq!((made.blocks.len(), made.notes.len()), (1, 0));
        let text = text(&made);
        assert!(text.contains("We agree. We add a point.") && text.contains("9 December 2026"));
        assert!(!text.contains("A source") && !text.contains("time did not allow"));
    }
}
