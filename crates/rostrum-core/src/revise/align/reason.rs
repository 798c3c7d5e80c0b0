//! Why a link says what it says.

use serde::{Deserialize, Serialize};

/// Why a link says what it says; a code for the window, a sentence for everybody else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Reason {
    /// The same words at the same place.
    SameWords,
    /// The same words, but their neighbours or heading are others.
    SameWordsElsewhere {
        /// Heading under which they stand now; empty when there is none.
        heading: String,
    },
    /// Only case, punctuation, brackets, spelling or numbers of references differ.
    StyleOnly,
    /// Some words changed at the same place.
    WordsChanged {
        /// Share of the old words that stayed, in per cent.
        kept: u8,
    },
    /// Most words are new, but label, heading and neighbours say it is the same paragraph.
    Rewritten {
        /// Share of the old words that stayed, in per cent.
        kept: u8,
    },
    /// Some words changed, and it stands elsewhere.
    ChangedElsewhere {
        /// Heading under which it stands now; empty when there is none.
        heading: String,
        /// Share of the old words that stayed, in per cent.
        kept: u8,
    },
    /// Its words are now in several blocks.
    Divided {
        /// How many.
        parts: u32,
    },
    /// Its words are now in one block together with the words of others.
    Joined {
        /// How many old blocks went into that block, this one included.
        parts: u32,
    },
    /// No block of the new draft has enough of its words.
    NothingLikeIt,
    /// Several blocks are equally like it.
    LookAlikes {
        /// How many candidates there are.
        candidates: u32,
    },
    /// One block is somewhat like it, too little to be sure.
    LittleLikeness {
        /// Share of the old words found in the best candidate, in per cent.
        kept: u8,
    },
    /// A block elsewhere has the same words, but other numbers.
    OtherNumbers,
    /// The block that is most like it is the counterpart of another old block.
    Taken,
}

impl Reason {
    /// Returns the reason as one plain sentence.
    pub fn words(&self) -> String {
        match self {
            Self::SameWords => "The words are the same.".into(),
            Self::SameWordsElsewhere { heading } => {
                format!("The words are the same, but they stand {}.", place(heading))
            }
            Self::StyleOnly => {
                "Only capitals, punctuation, brackets, spelling or numbers of references differ."
                    .into()
            }
            Self::WordsChanged { kept } => {
                format!("The paragraph stands at the same place; {kept}% of its words stayed.")
            }
            Self::Rewritten { kept } => format!(
                "Number, heading and neighbours are the same, but only {kept}% of the words stayed."
            ),
            Self::ChangedElsewhere { heading, kept } => {
                format!("The paragraph stands {}; {kept}% of its words stayed.", place(heading))
            }
            Self::Divided { parts } => format!("Its words are now in {parts} paragraphs."),
            Self::Joined { parts } => {
                format!("{parts} paragraphs of the old text are now one paragraph.")
            }
            Self::NothingLikeIt => "No paragraph of the new text has enough of its words.".into(),
            Self::LookAlikes { candidates } => {
                format!("{candidates} paragraphs of the new text are about equally like it.")
            }
            Self::LittleLikeness { kept } => {
                format!("The paragraph most like it has only {kept}% of its words.")
            }
            Self::OtherNumbers => {
                "A paragraph at another place has the same words, but other numbers.".into()
            }
            Self::Taken => {
                "The paragraph most like it is already the counterpart of another one.".into()
            }
        }
    }
}

fn place(heading: &str) -> String {
    if heading.is_empty() {
        "at another place".into()
    } else {
        format!("at another place, under \"{heading}\"")
    }
}
