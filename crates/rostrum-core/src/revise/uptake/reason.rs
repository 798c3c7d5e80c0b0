//! Why a status is the one it is.

use serde::{Deserialize, Serialize};

/// Why a status is the one it is; a code for the window, a sentence for everybody else.
///
/// No sentence says or hints why the words stand there: only that they do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum UptakeReason {
    /// The later text has the proposal word for word.
    WordForWord,
    /// All words asked for stand there, and all that were to go are gone.
    AllWords {
        /// How many words were asked for.
        asked: u32,
    },
    /// Some of the words asked for stand there.
    SomeWords {
        /// How many stand there.
        found: u32,
        /// How many were asked for.
        asked: u32,
    },
    /// All words asked for stand there, but words that were to go stand there as well.
    OldWordsStay {
        /// How many of them stand there.
        stayed: u32,
    },
    /// All words that were to go are gone.
    WordsGone {
        /// How many.
        gone: u32,
    },
    /// Some of the words that were to go are gone.
    SomeWordsGone {
        /// How many are gone.
        gone: u32,
        /// How many were to go.
        asked: u32,
    },
    /// None of the words asked for stand in the paragraph, nor elsewhere.
    NoWords,
    /// The words that were to go still stand.
    WordsStay,
    /// The words that were to go are gone, but none of those asked for stand there.
    OtherWords,
    /// Few of the words asked for stand there; it may be chance.
    FewWords {
        /// How many stand there.
        found: u32,
        /// How many were asked for.
        asked: u32,
    },
    /// Only small words or signs were to change, and the paragraph changed otherwise.
    SmallWords,
    /// Words asked for stand in another paragraph.
    Elsewhere {
        /// How many stand there.
        found: u32,
        /// How many were asked for.
        asked: u32,
    },
    /// Several paragraphs could be the one that was answered.
    LookAlikes {
        /// How many.
        candidates: u32,
    },
    /// The paragraph is gone.
    ParagraphGone,
    /// The paragraph stands as it stood.
    ParagraphStays,
    /// The paragraph stands as it stood, at another place.
    ParagraphMoved,
    /// The paragraph stands; only capitals, punctuation, spelling or references changed.
    StyleOnly,
    /// Part of the paragraph's words stayed.
    PartStays {
        /// Share of its words that stayed, in per cent.
        kept: u8,
    },
    /// The paragraph stands where it was asked to go.
    AtPlace,
    /// The paragraph stands at another place; whether the one asked for, a person has to say.
    OtherPlace,
    /// The paragraph stands where it stood.
    SamePlace,
    /// The proposal was rewritten on the later text itself, so its words cannot be told apart.
    Rewritten,
    /// What was asked for several paragraphs came out differently.
    Mixed {
        /// For how many it came out as asked.
        as_asked: u32,
        /// How many paragraphs there are.
        paragraphs: u32,
    },
}

impl UptakeReason {
    /// Returns the reason as one plain sentence or two.
    pub fn words(&self) -> String {
        match self {
            Self::WordForWord => "The later text contains the proposal word for word.".into(),
            Self::AllWords { asked: 1 } => {
                "The later text contains the word that was asked for.".into()
            }
            Self::AllWords { asked } => {
                format!("The later text contains all {asked} words that were asked for.")
            }
            Self::SomeWords { found, asked } => {
                format!("The later text contains {found} of the {asked} words that were asked for.")
            }
            Self::OldWordsStay { stayed } => format!(
                "The later text contains the words that were asked for, and still {stayed} of those that were to go."
            ),
            Self::WordsGone { gone: 1 } => "The word that was to go is gone.".into(),
            Self::WordsGone { gone } => format!("All {gone} words that were to go are gone."),
            Self::SomeWordsGone { gone, asked } => {
                format!("{gone} of the {asked} words that were to go are gone.")
            }
            Self::NoWords => "The later text does not contain the words that were asked for.".into(),
            Self::WordsStay => "The words that were to go still stand.".into(),
            Self::OtherWords => {
                "The words that were to go are gone, but those asked for do not stand there.".into()
            }
            Self::FewWords { found, asked } => format!(
                "Only {found} of the {asked} words that were asked for stand there; that may be chance."
            ),
            Self::SmallWords => {
                "Only small words or signs were to change, and the paragraph changed in other ways.".into()
            }
            Self::Elsewhere { found, asked } => format!(
                "{found} of the {asked} words that were asked for stand in another paragraph."
            ),
            Self::LookAlikes { candidates: 1 } => {
                "It is not sure that this is the paragraph that was answered.".into()
            }
            Self::LookAlikes { candidates } => {
                format!("{candidates} paragraphs could be the one that was answered.")
            }
            Self::ParagraphGone => "The paragraph is gone.".into(),
            Self::ParagraphStays => "The paragraph stands as it stood.".into(),
            Self::ParagraphMoved => "The paragraph stands in the same words at another place.".into(),
            Self::StyleOnly => {
                "The paragraph stands; only capitals, punctuation, spelling or references changed.".into()
            }
            Self::PartStays { kept } => format!("{kept}% of the paragraph's words stayed."),
            Self::AtPlace => "The paragraph stands where it was asked to go.".into(),
            Self::OtherPlace => "The paragraph stands at another place than before.".into(),
            Self::SamePlace => "The paragraph stands where it stood.".into(),
            Self::Rewritten => {
                "The proposal was rewritten on this text, so that its words cannot be told from the text's own.".into()
            }
            Self::Mixed { as_asked, paragraphs } => {
                format!("For {as_asked} of the {paragraphs} paragraphs it came out as asked.")
            }
        }
    }
}

/// Why a response has nothing to look for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum NoWording {
    /// It is a remark or a question.
    Remark,
    /// It is private: nobody was shown it.
    Private,
    /// It was set aside and not handed over.
    SetAside,
    /// It proposes no wording yet.
    Empty,
    /// It answers no paragraph.
    NoParagraph,
    /// It was written on the later text itself.
    SameText,
}

impl NoWording {
    /// Returns the reason as one plain sentence.
    pub fn words(self) -> &'static str {
        match self {
            Self::Remark => "No wording to look for: it is a remark or a question.",
            Self::Private => "No wording to look for: it is private and was not handed over.",
            Self::SetAside => "No wording to look for: it was set aside and not handed over.",
            Self::Empty => "No wording to look for: it proposes none yet.",
            Self::NoParagraph => "No wording to look for: it answers no paragraph.",
            Self::SameText => "Nothing to compare: it was written on this text itself.",
        }
    }
}
