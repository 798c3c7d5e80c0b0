//! Which topics a paragraph is about, told by its headings and by its own words.
//!
//! The rule has two halves. A heading that names topics gives them to everything beneath it;
//! the innermost such heading counts. A paragraph that has one of a topic's phrases, or two
//! different ones of its weaker hints, has the topic as well. So a paragraph may have
//! several, or none, and then none is said: nothing is guessed from its neighbours.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::fold::fold;
use super::phrases::Phrases;
use crate::model::{Block, BlockKind};

/// A topic of drafts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Topic {
    /// Id: `threats`, `norms`, `international-law` …
    pub id: String,
    /// Name in English; a face with a catalogue shows its own.
    pub name: String,
}

/// A topic of a paragraph, and by what it was told.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ToldTopic {
    /// Id of the topic.
    pub topic: String,
    /// What told it.
    pub by: ToldBy,
    /// The words that told it, as printed: the heading, or the phrase.
    pub words: String,
}

/// What tells a topic.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum ToldBy {
    /// A heading above it.
    #[default]
    Heading,
    /// Its own words.
    Wording,
}

#[derive(Deserialize)]
struct File {
    topic: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    id: String,
    name: String,
    headings: Vec<String>,
    wording: Vec<String>,
    hints: Vec<String>,
}

/// The topics that are known, with the words that tell them.
struct Known {
    topics: Vec<Topic>,
    headings: Phrases,
    wording: Phrases,
    /// Numbered by hint; `hint_topics` says whose each is.
    hints: Phrases,
    hint_topics: Vec<usize>,
}

fn known() -> &'static Known {
    static KNOWN: OnceLock<Known> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let file: File =
            toml::from_str(include_str!("topics.toml")).expect("the shipped topics are valid");
        let mut known = Known {
            topics: Vec::new(),
            headings: Phrases::default(),
            wording: Phrases::default(),
            hints: Phrases::default(),
            hint_topics: Vec::new(),
        };
        for (which, row) in file.topic.into_iter().enumerate() {
            row.headings.iter().for_each(|phrase| known.headings.add(phrase, which));
            row.wording.iter().for_each(|phrase| known.wording.add(phrase, which));
            for hint in &row.hints {
                known.hints.add(hint, known.hint_topics.len());
                known.hint_topics.push(which);
            }
            known.topics.push(Topic { id: row.id, name: row.name });
        }
        known
    })
}

/// Returns the topics that are known, in the order of the standing agenda.
pub fn topics() -> &'static [Topic] {
    &known().topics
}

/// Returns the topics of every block, in the order of the blocks.
///
/// A heading has the topics it names or inherits; a title has none.
pub fn told(blocks: &[Block]) -> Vec<Vec<ToldTopic>> {
    let known = known();
    let mut headings: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut told = Vec::with_capacity(blocks.len());
    for block in blocks {
        if block.kind == BlockKind::Title {
            told.push(Vec::new());
            continue;
        }
        let own = (block.kind == BlockKind::Heading).then_some(block.text.as_str());
        let above = block.heading_path.iter().rev().map(String::as_str);
        let mut found = Vec::new();
        for heading in own.into_iter().chain(above) {
            let named = headings.entry(heading).or_insert_with(|| {
                let folded = fold(heading);
                let hits = known.headings.find(&folded, &folded.tokens());
                hits.iter().map(|hit| hit.which).collect::<BTreeSet<_>>().into_iter().collect()
            });
            if !named.is_empty() {
                found.extend(
                    named.iter().map(|which| (*which, ToldBy::Heading, heading.to_owned())),
                );
                break;
            }
        }
        if own.is_none() {
            by_wording(known, &block.text, &mut found);
        }
        found.sort_by_key(|(which, ..)| *which);
        told.push(
            found
                .into_iter()
                .map(|(which, by, words)| {
                    let topic = known.topics[which].id.clone();
                    ToldTopic { topic, by, words }
                })
                .collect(),
        );
    }
    told
}

fn by_wording(known: &Known, text: &str, found: &mut Vec<(usize, ToldBy, String)>) {
    let folded = fold(text);
    let tokens = folded.tokens();
    let printed = |start, end| {
        let (start, end) = folded.original(start, end);
        text[start as usize..end as usize].to_owned()
    };
    for hit in known.wording.find(&folded, &tokens) {
        if !found.iter().any(|(which, ..)| *which == hit.which) {
            found.push((hit.which, ToldBy::Wording, printed(hit.start, hit.end)));
        }
    }
    let mut hints: BTreeMap<usize, BTreeMap<usize, String>> = BTreeMap::new();
    for hit in known.hints.find(&folded, &tokens) {
        let topic = hints.entry(known.hint_topics[hit.which]).or_default();
        topic.entry(hit.which).or_insert_with(|| printed(hit.start, hit.end));
    }
    for (which, words) in hints {
        if words.len() > 1 && !found.iter().any(|(known, ..)| *known == which) {
            let words = words.into_values().collect::<Vec<_>>().join(", ");
            found.push((which, ToldBy::Wording, words));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn topics_of(path: &[&str], text: &str) -> Vec<(String, ToldBy)> {
        let block = Block {
            heading_path: path.iter().map(|&heading| heading.to_owned()).collect(),
            text: text.into(),
            ..Block::default()
        };
        told(&[block])[0].iter().map(|told| (told.topic.clone(), told.by)).collect()
    }

    #[test]
    fn a_heading_gives_its_topic_to_what_stands_beneath_it() {
        assert_eq!(
            topics_of(&["B. Existing and potential threats"], "States noted the matter."),
            [("threats".to_owned(), ToldBy::Heading)]
        );
    }

    #[test]
    fn the_innermost_heading_that_names_a_topic_counts() {
        assert_eq!(
            topics_of(&["E. Regular institutional dialogue", "1. Capacity-building"], "Noted."),
            [("capacity-building".to_owned(), ToldBy::Heading)]
        );
        assert_eq!(
            topics_of(&["E. Regular institutional dialogue", "1. Dates"], "Noted."),
            [("institutional-dialogue".to_owned(), ToldBy::Heading)]
        );
    }

    #[test]
    fn words_of_its_own_add_topics_and_say_which_words() {
        let block = Block {
            text: "International law applies, and Confidence\u{2011}Building Measures help.".into(),
            ..Block::default()
        };
        let told = told(&[block]);
        let words: Vec<&str> = told[0].iter().map(|told| told.words.as_str()).collect();
        assert_eq!(words, ["International law", "Confidence\u{2011}Building"]);
    }

    #[test]
    fn one_weak_hint_tells_nothing_and_two_do() {
        assert_eq!(topics_of(&[], "Training was discussed."), []);
        assert_eq!(
            topics_of(&[], "Training for developing countries was discussed."),
            [("capacity-building".to_owned(), ToldBy::Wording)]
        );
    }

    #[test]
    fn no_topic_is_told_where_no_word_tells_one() {
        assert_eq!(topics_of(&["A. Introduction"], "The report is annexed."), []);
    }

    #[test]
    fn drafts_in_the_other_languages_of_the_united_nations_have_topics_too() {
        for (text, topic) in [
            ("Les États ont réaffirmé que le droit international s’applique.", "international-law"),
            ("Los Estados subrayaron el fomento de la capacidad.", "capacity-building"),
            ("Государства отметили меры укрепления доверия.", "confidence-building"),
            ("وأكدت الدول أهمية بناء القدرات.", "capacity-building"),
            ("各国对现有和潜在威胁表示关切。", "threats"),
        ] {
            assert_eq!(topics_of(&[], text), [(topic.to_owned(), ToldBy::Wording)], "{text}");
        }
    }

    #[test]
    fn a_topic_is_told_once_for_a_paragraph() {
        assert_eq!(
            topics_of(&["D. Capacity-building"], "Capacity-building and technical assistance."),
            [("capacity-building".to_owned(), ToldBy::Heading)]
        );
    }
}
