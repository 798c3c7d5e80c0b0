//! What a person who reads a draft wants to know of it: where what stands, what it is about,
//! which words need explaining, and where something is said.
//!
//! ```text
//! Draft ──reading──▶ sections with counts, topics, direction of each block, terms
//! words typed ──Query──▶ places in a text
//! ```
//!
//! Everything is told from the words alone; nothing is kept and nothing changes the draft.

mod addresses;
pub mod find;
mod fold;
mod phrases;
mod script;
mod sections;
mod terms;
mod topics;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::model::Draft;
pub use addresses::addresses;
pub use find::{Query, Span, snippet};
pub use fold::{Folded, Token, fold, is_glued};
pub use script::{Direction, direction, direction_of};
pub use sections::{SectionTally, UNSURE_BELOW, sections};
pub use terms::{Glossary, Term, TermOf, TermPlace};
pub use topics::{ToldBy, ToldTopic, Topic, told, topics};

/// What can be told of a draft from its words.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DraftReading {
    /// Language as a BCP 47 tag, when it could be told.
    pub language: Option<String>,
    /// Direction of the draft as a whole.
    pub direction: Direction,
    /// Every block, in the order of the draft.
    pub blocks: Vec<BlockReading>,
    /// The whole draft, and then each heading in order.
    pub sections: Vec<SectionTally>,
    /// The topics that at least one block has.
    pub topics: Vec<TopicTally>,
    /// Paragraphs for which no topic was told.
    pub without_topic: u32,
    /// The terms that stand in the draft, by name.
    pub terms: Vec<Term>,
    /// Whether terms were looked for: the glossary is in the language of the draft.
    pub explained: bool,
}

/// What can be told of a block.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BlockReading {
    /// Id of the block.
    pub block: String,
    /// Direction in which it is written.
    pub direction: Direction,
    /// What it is about; empty when no topic was told.
    pub topics: Vec<ToldTopic>,
    /// Terms that stand here for the first time in their section.
    pub terms: Vec<TermPlace>,
    /// Whether the reader was unsure, so that a person should compare.
    pub unsure: bool,
}

/// A topic and how much of a draft is about it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TopicTally {
    /// Id of the topic.
    pub topic: String,
    /// Its name in English.
    pub name: String,
    /// Paragraphs about it, without their sub-paragraphs.
    pub paragraphs: u32,
}

/// Returns what can be told of a draft from its words.
pub fn reading(draft: &Draft, glossary: &Glossary) -> DraftReading {
    let direction = whole_direction(draft);
    let explained = glossary.explains(draft.language.as_deref());
    let mut terms = if explained {
        glossary.places(&draft.blocks)
    } else {
        vec![Vec::new(); draft.blocks.len()]
    };
    let told = told(&draft.blocks);
    let counts = |block: &crate::model::Block| {
        block.kind == crate::model::BlockKind::Paragraph && block.level == 0
    };
    let paragraphs: Vec<&Vec<ToldTopic>> = draft
        .blocks
        .iter()
        .zip(&told)
        .filter(|(block, _)| counts(block))
        .map(|(_, told)| told)
        .collect();
    let about = |topic: &Topic| {
        let same = |told: &ToldTopic| told.topic == topic.id;
        paragraphs.iter().filter(|told| told.iter().any(same)).count() as u32
    };
    let tallies: Vec<TopicTally> = topics()
        .iter()
        .filter(|topic| told.iter().flatten().any(|told| told.topic == topic.id))
        .map(|topic| TopicTally {
            topic: topic.id.clone(),
            name: topic.name.clone(),
            paragraphs: about(topic),
        })
        .collect();
    let without_topic = paragraphs.iter().filter(|told| told.is_empty()).count() as u32;
    let met: BTreeSet<&str> = terms.iter().flatten().map(|place| place.term.as_str()).collect();
    let mut met: Vec<Term> =
        glossary.terms().iter().filter(|term| met.contains(term.id.as_str())).cloned().collect();
    met.sort_by_cached_key(|term| fold(&term.term).text);
    let blocks = draft
        .blocks
        .iter()
        .zip(told)
        .zip(terms.iter_mut())
        .map(|((block, topics), terms)| BlockReading {
            block: block.id.clone(),
            direction: script::direction(&block.text).unwrap_or(direction),
            topics,
            terms: std::mem::take(terms),
            unsure: block.confidence < UNSURE_BELOW,
        })
        .collect();
    DraftReading {
        language: draft.language.clone(),
        direction,
        blocks,
        sections: sections(&draft.blocks),
        topics: tallies,
        without_topic,
        terms: met,
        explained,
    }
}

/// Returns the direction of the language, or of most letters where the language is not known.
fn whole_direction(draft: &Draft) -> Direction {
    draft.language.as_deref().and_then(direction_of).unwrap_or_else(|| {
        let right = |text: &str| script::direction(text) == Some(Direction::Rtl);
        let all = draft.blocks.iter().filter(|block| script::direction(&block.text).is_some());
        let (rtl, ltr): (Vec<_>, Vec<_>) = all.partition(|block| right(&block.text));
        if rtl.len() > ltr.len() { Direction::Rtl } else { Direction::Ltr }
    })
}
