//! A statement that is read aloud: its sentences with their times, and the text as delivered.
//!
//! `Document ──speech──▶ sentences with their beginnings ──delivered──▶ Document to hand out`.
//! Headings, notes, tables and signatories are not spoken; deleted words never are.

mod delivered;
mod pace;

use serde::{Deserialize, Serialize};

use crate::check::sentences;
use crate::count::words;
use crate::model::document::{Content, Document, Part, plain_text};

pub use delivered::delivered;
pub use pace::{FASTEST, SLOWEST};

/// Seconds after which a mark stands where a call states no time: three minutes, what most
/// rooms give to one speaker.
pub const USUAL_SECONDS: u32 = 180;

/// A statement as it is spoken.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Speech {
    /// Language as a BCP 47 tag.
    pub language: String,
    /// Words a minute; in Chinese and Japanese every character is a word.
    pub pace: u32,
    /// What the pace is where nothing else is set.
    pub usual_pace: u32,
    /// Time that is given, in seconds.
    pub limit: u32,
    /// Whether the call states that time.
    pub limit_stated: bool,
    /// Time the whole takes, in milliseconds.
    pub takes: u32,
    /// Words that are spoken.
    pub words: u32,
    /// Sentences, in order.
    pub sentences: Vec<SpokenSentence>,
    /// Number of the first sentence that does not end in time, counted from 0.
    pub over_from: Option<u32>,
}

/// One sentence of a speech.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SpokenSentence {
    /// Its words.
    pub text: String,
    /// Number of its paragraph, counted from 0.
    pub paragraph: u32,
    /// Section it stands in.
    pub section: String,
    /// How many words it has.
    pub words: u32,
    /// When it begins, in milliseconds from the start.
    pub begins: u32,
    /// How long it takes, in milliseconds.
    pub takes: u32,
}

/// Tells a composed statement sentence by sentence.
///
/// `pace` 0 takes the usual one of the language; `minutes` is what the call gives, if it
/// states that. Sentences whose numbers are in `skipped` are passed over and take no time.
pub fn speech(document: &Document, pace: u32, minutes: Option<u32>, skipped: &[u32]) -> Speech {
    let usual_pace = crate::count::pace(&document.language);
    let pace = if pace == 0 { usual_pace } else { pace.clamp(SLOWEST, FASTEST) };
    let limit = minutes.map_or(USUAL_SECONDS, |minutes| minutes.saturating_mul(60));
    let mut speech = Speech {
        language: document.language.clone(),
        pace,
        usual_pace,
        limit,
        limit_stated: minutes.is_some(),
        ..Speech::default()
    };
    let mut at = 0;
    for (paragraph, (section, text)) in spoken(document).into_iter().enumerate() {
        for range in sentences(&text) {
            let text = text[range].to_owned();
            let number = speech.sentences.len() as u32;
            let count = words(&text);
            let takes = if skipped.contains(&number) { 0 } else { count * 60_000 / pace };
            if takes > 0 {
                speech.words += count;
                let late = at + takes > limit.saturating_mul(1000);
                if late && speech.over_from.is_none() {
                    speech.over_from = Some(number);
                }
            }
            speech.sentences.push(SpokenSentence {
                text,
                paragraph: paragraph as u32,
                section: section.clone(),
                words: count,
                begins: at,
                takes,
            });
            at += takes;
        }
    }
    speech.takes = at;
    speech
}

/// Returns what is spoken, paragraph by paragraph, each with its section.
fn spoken(document: &Document) -> Vec<(String, String)> {
    document
        .blocks
        .iter()
        .filter(|block| block.part == Part::Body)
        .filter_map(|block| match &block.content {
            Content::Paragraph { text, .. } | Content::ListItem { text, .. } => {
                let words = plain_text(text).replace('\n', " ");
                let section = block.section.clone().unwrap_or_default();
                (!words.trim().is_empty()).then(|| (section, words.trim().to_owned()))
            }
            Content::Heading { .. } | Content::Table { .. } | Content::Picture { .. } => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::document::{DocumentBlock, Inline, Marks, Origin};

    fn block(part: Part, content: Content) -> DocumentBlock {
        DocumentBlock { part, section: Some("Statement".into()), content, origin: Origin::Made }
    }

    fn paragraph(text: Vec<Inline>) -> DocumentBlock {
        block(Part::Body, Content::Paragraph { number: None, quoted: false, text })
    }

    fn document(language: &str, paragraphs: &[&str]) -> Document {
        Document {
            language: language.into(),
            blocks: paragraphs.iter().map(|p| paragraph(vec![Inline::plain(*p)])).collect(),
            ..Document::default()
        }
    }

    #[test]
    fn a_hundred_and_twenty_words_take_a_minute() {
        let text = format!("{}.", vec!["word"; 120].join(" "));
        let speech = speech(&document("en", &[&text]), 0, None, &[]);
        assert_eq!((speech.takes, speech.words, speech.pace), (60_000, 120, 120));
        assert_eq!((speech.limit, speech.limit_stated, speech.over_from), (180, false, None));
    }

    #[test]
    fn the_mark_stands_at_the_first_sentence_that_does_not_end_in_time() {
        let minute = format!("{}.", vec!["Word"; 60].join(" "));
        let all = document("en", &[&minute, &format!("{minute} {minute}")]);
        let late = speech(&all, 60, Some(2), &[]);
        assert_eq!((late.sentences.len(), late.over_from), (3, Some(2)));
        assert_eq!(late.sentences[2].begins, 120_000);
        let shorter = speech(&all, 60, Some(2), &[1]);
        assert_eq!((shorter.over_from, shorter.takes), (None, 120_000));
    }

    #[test]
    fn only_what_is_said_takes_time() {
        let mut all = document("en", &["We agree."]);
        let deleted = Marks { deleted: true, ..Marks::default() };
        let heading =
            Content::Heading { level: 1, text: vec![Inline::plain("Statement of the group")] };
        let signs =
            Content::Paragraph { number: None, quoted: false, text: vec![Inline::plain("A, B")] };
        all.blocks.insert(0, block(Part::Headings, heading));
        all.blocks.push(block(Part::Signatories, signs));
        all.blocks.push(paragraph(vec![
            Inline::marked("never ", deleted),
            Inline::plain("We thank you."),
            Inline::Note(0),
        ]));
        let told = speech(&all, 0, None, &[]);
        let said: Vec<&str> = told.sentences.iter().map(|s| s.text.as_str()).collect();
        assert_eq!(said, ["We agree.", "We thank you."]);
    }

    #[test]
    fn chinese_is_timed_by_characters() {
        let speech = speech(&document("zh", &["各国重申国际法适用。"]), 0, None, &[]);
        assert_eq!((speech.words, speech.pace), (10, crate::count::pace("zh")));
    }
}
