//! Where a newcomer could begin: what the draft recommends and calls for, and who is named in it.
//!
//! Told by words, in English drafts only. A paragraph is listed with the very words that tell
//! it, so that a person sees at once why; what the words mean is for the person to judge.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::model::{Block, BlockKind, Draft};

/// What a draft recommends and calls for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Openings {
    /// Whether the draft is in a language whose words are known; else nothing is listed.
    pub language_known: bool,
    /// The paragraphs, in the order of the draft.
    pub openings: Vec<Opening>,
}

/// A paragraph that recommends something or calls for it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Opening {
    /// Id of its block.
    pub block: String,
    /// Its label as printed; empty for none.
    pub label: String,
    /// The words of the heading above it; empty for none.
    pub heading: String,
    /// The sentence that recommends or calls, as printed.
    pub sentence: String,
    /// What kind of request it is.
    pub ask: Ask,
    /// The words that tell it, as printed.
    pub told_by: String,
    /// Who beside States is named in the paragraph, each once.
    pub mentions: Vec<Mention>,
    /// What stands out about who is named.
    pub gap: Gap,
}

/// What kind of request a sentence makes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Ask {
    /// It recommends: "recommend that".
    #[default]
    Recommends,
    /// It calls, urges or requests: "calls upon".
    Calls,
    /// It invites or encourages: "are encouraged to".
    Encourages,
    /// It says what should be done: "States should".
    Should,
    /// It decides or commits: "decide to", "commit to".
    Decides,
    /// Only the heading above says that these are recommendations.
    Heading,
}

/// Somebody beside States who is named, and in which words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Mention {
    /// Who it is.
    pub who: Stakeholder,
    /// The words, as printed.
    pub words: String,
}

/// Groups of people beside States that drafts name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Stakeholder {
    /// Civil society and non-governmental organisations.
    CivilSociety,
    /// The technical community.
    TechnicalCommunity,
    /// Businesses.
    PrivateSector,
    /// Academia and research.
    Academia,
    /// "Stakeholders" or "interested parties", without saying who.
    #[default]
    Unnamed,
}

/// What stands out about who is named where something is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Gap {
    /// Nobody beside States is named.
    #[default]
    Nobody,
    /// Stakeholders are named, but not which.
    OnlyUnnamed,
    /// Some are named, civil society is not.
    WithoutCivilSociety,
    /// Civil society is named.
    None,
}

/// Words that ask, the plainest request first; each is whole words in small letters.
const ASKS: &[(Ask, &[&str])] = &[
    (
        Ask::Recommends,
        &[
            "recommend that",
            "recommends that",
            "recommended that",
            "recommend",
            "recommends",
            "recommended",
            "it is recommended",
            "the recommendation that",
        ],
    ),
    (
        Ask::Calls,
        &[
            "call upon",
            "calls upon",
            "called upon",
            "call on",
            "calls on",
            "urge",
            "urges",
            "urged",
            "request",
            "requests",
            "requested",
            "are requested",
            "is requested",
            "call for",
            "calls for",
            "called for",
        ],
    ),
    (
        Ask::Encourages,
        &[
            "are encouraged",
            "is encouraged",
            "encourage",
            "encourages",
            "encouraged",
            "invite",
            "invites",
            "invited",
            "are invited",
            "is invited",
        ],
    ),
    (
        Ask::Decides,
        &[
            "decide to",
            "decides to",
            "decided to",
            "agree to",
            "agrees to",
            "agreed to",
            "commit to",
            "commits to",
            "undertake to",
            "resolve to",
            "decides that",
            "agreed that",
            "we commit",
            "we will",
        ],
    ),
    (Ask::Should, &["should", "shall", "must", "need to", "needs to", "are to"]),
];

/// Words of headings under which a paragraph is a recommendation whatever its own words.
const HEADINGS: &[&str] = &[
    "recommended next steps",
    "recommendation",
    "recommendations",
    "call for action",
    "calls for action",
    "call to action",
    "actions",
    "way forward",
    "next steps",
];

/// Words that name somebody beside States.
const STAKEHOLDERS: &[(Stakeholder, &[&str])] = &[
    (
        Stakeholder::CivilSociety,
        &[
            "civil society",
            "non-governmental",
            "nongovernmental",
            "ngos",
            "ngo",
            "human rights defenders",
            "community-based organizations",
            "youth organizations",
        ],
    ),
    (
        Stakeholder::TechnicalCommunity,
        &[
            "technical community",
            "technical communities",
            "technical experts",
            "cert",
            "certs",
            "csirt",
            "csirts",
            "security researchers",
            "open source community",
        ],
    ),
    (
        Stakeholder::PrivateSector,
        &[
            "private sector",
            "business",
            "businesses",
            "industry",
            "companies",
            "private entities",
            "private enterprises",
        ],
    ),
    (
        Stakeholder::Academia,
        &[
            "academia",
            "academic",
            "academics",
            "research community",
            "research institutions",
            "universities",
            "scientific community",
            "think tanks",
            "researchers",
        ],
    ),
    (
        Stakeholder::Unnamed,
        &[
            "stakeholder",
            "stakeholders",
            "multi-stakeholder",
            "multistakeholder",
            "interested parties",
            "other actors",
            "relevant actors",
            "non-state actors",
            "non-party stakeholders",
            "other entities",
        ],
    ),
];

/// Lists the paragraphs of a draft that recommend something or call for it.
pub fn openings(draft: &Draft) -> Openings {
    let language = draft.language.as_deref().unwrap_or("en").to_lowercase();
    if language != "en" && !language.starts_with("en-") {
        return Openings::default();
    }
    let openings = draft
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Paragraph && !block.text.trim().is_empty())
        .filter_map(opening)
        .collect();
    Openings { language_known: true, openings }
}

fn opening(block: &Block) -> Option<Opening> {
    let low = lower(&block.text);
    let heading = block.heading_path.last().cloned().unwrap_or_default();
    let under_heading = block.heading_path.iter().any(|heading| {
        let heading = lower(heading);
        HEADINGS.iter().any(|words| find(&heading, words).is_some())
    });
    let asked = ASKS.iter().find_map(|(ask, all)| {
        // "as recommended in" and "should" inside a quotation of others are the person's to judge.
        let first = all
            .iter()
            .filter_map(|words| find(&low, words))
            .min_by_key(|r| (r.start, std::cmp::Reverse(r.end)))?;
        Some((*ask, first))
    });
    let (ask, range) = match (asked, under_heading) {
        (Some((ask, range)), _) => (ask, Some(range)),
        (None, true) => (Ask::Heading, None),
        (None, false) => return None,
    };
    let sentence = range.clone().map_or(0..block.text.len(), |range| sentence(&block.text, &range));
    let mentions = mentions(&block.text);
    Some(Opening {
        block: block.id.clone(),
        label: block.label.clone().unwrap_or_default(),
        heading,
        sentence: block.text[sentence].trim().to_owned(),
        ask,
        told_by: range.map(|range| block.text[range].to_owned()).unwrap_or_default(),
        gap: gap(&mentions),
        mentions,
    })
}

/// Finds who beside States is named in a text, each group once with its first words.
pub fn mentions(text: &str) -> Vec<Mention> {
    let low = lower(text);
    STAKEHOLDERS
        .iter()
        .filter_map(|(who, all)| {
            let range = all
                .iter()
                .filter_map(|words| find(&low, words))
                .min_by_key(|r| (r.start, std::cmp::Reverse(r.end)))?;
            Some(Mention { who: *who, words: text[range].to_owned() })
        })
        .collect()
}

fn gap(mentions: &[Mention]) -> Gap {
    let named = |who| mentions.iter().any(|mention| mention.who == who);
    if named(Stakeholder::CivilSociety) {
        Gap::None
    } else if mentions.is_empty() {
        Gap::Nobody
    } else if mentions.iter().all(|mention| mention.who == Stakeholder::Unnamed) {
        Gap::OnlyUnnamed
    } else {
        Gap::WithoutCivilSociety
    }
}

/// Returns the words in small letters with every byte where it was.
fn lower(text: &str) -> String {
    // Only what keeps its length: other scripts have none of the words that are looked for.
    text.chars().map(|c| c.to_ascii_lowercase()).collect()
}

/// Finds whole words.
fn find(low: &str, words: &str) -> Option<Range<usize>> {
    low.match_indices(words).map(|(at, _)| at..at + words.len()).find(|range| {
        let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '-');
        !letter(low[..range.start].chars().next_back()) && !letter(low[range.end..].chars().next())
    })
}

/// Returns the sentence around a place; what follows a dot and a capital is another one.
fn sentence(text: &str, around: &Range<usize>) -> Range<usize> {
    let ends = |at: usize| {
        let after = &text[at + 1..];
        let next = after.trim_start();
        after.len() > next.len() && next.starts_with(char::is_uppercase)
    };
    let stops = |part: Range<usize>| {
        text[part.clone()]
            .match_indices(['.', ';', '?', '!'])
            .map(move |(at, _)| part.start + at)
            .filter(|at| text.as_bytes()[*at] == b';' || ends(*at))
            .collect::<Vec<_>>()
    };
    let start = stops(0..around.start).last().map_or(0, |at| at + 1);
    let end = stops(around.end..text.len()).first().map_or(text.len(), |at| at + 1);
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Option<Opening> {
        opening(&Block { id: "b1".into(), text: text.into(), ..Block::default() })
    }

    #[test]
    fn requests_are_told_by_their_words() {
        for (text, ask, told_by) in [
            ("States recommended that the register be kept.", Ask::Recommends, "recommended that"),
            ("The Group calls upon States to share what they know.", Ask::Calls, "calls upon"),
            ("Interested States are invited to take part.", Ask::Encourages, "are invited"),
            ("States should, in this regard, protect them.", Ask::Should, "should"),
            ("We decide to meet again.", Ask::Decides, "decide to"),
        ] {
            let opening = told(text).expect(text);
            assert_eq!((opening.ask, opening.told_by.as_str()), (ask, told_by), "{text}");
        }
        for text in [
            "States recalled the report.",
            "The shoulder of the road.",
            "A recommendation-free text.",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }

    #[test]
    fn a_heading_of_recommendations_makes_its_paragraphs_so() {
        let block = Block {
            text: "Continuing the exchange of views on norms.".into(),
            heading_path: vec!["B. Threats".into(), "Recommended next steps".into()],
            ..Block::default()
        };
        assert_eq!(opening(&block).map(|o| o.ask), Some(Ask::Heading));
    }

    #[test]
    fn the_sentence_that_asks_is_shown_alone() {
        let opening = told("States met in No. 3. They should report. It was late.").expect("asks");
        assert_eq!(opening.sentence, "They should report.");
        let opening = told("Recalling the report; urges States to act; decides no more.");
        assert_eq!(opening.expect("asks").sentence, "urges States to act;");
    }

    #[test]
    fn who_is_named_and_who_is_not_is_told() {
        for (text, gap) in [
            ("States should cooperate.", Gap::Nobody),
            ("States should cooperate with relevant stakeholders.", Gap::OnlyUnnamed),
            (
                "States should cooperate with the private sector and academia.",
                Gap::WithoutCivilSociety,
            ),
            ("States should cooperate with non-governmental organizations.", Gap::None),
        ] {
            assert_eq!(told(text).expect(text).gap, gap, "{text}");
        }
        let found = mentions("Civil society, academia, CERTs and certain businesses.");
        let words: Vec<&str> = found.iter().map(|m| m.words.as_str()).collect();
        assert_eq!(words, ["Civil society", "CERTs", "businesses", "academia"]);
    }

    #[test]
    fn a_draft_in_another_language_lists_nothing_and_says_so() {
        let draft = Draft { language: Some("fr".into()), ..Draft::default() };
        assert!(!openings(&draft).language_known);
    }
}
