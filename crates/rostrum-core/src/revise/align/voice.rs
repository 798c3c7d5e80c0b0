//! Who speaks in a paragraph of a resolution: a recital or a decision.
//!
//! United Nations resolutions say first what they recall ("Recalling …, Noting …,") and then
//! what they decide ("Decides …; Requests …;"). A recital hardly ever becomes a decision,
//! however many words both share.

/// What the opening words make of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Voice {
    /// Opens like a recital of the preamble.
    Recital,
    /// Opens like an operative paragraph.
    Decision,
    /// Opens otherwise.
    #[default]
    Other,
}

impl Voice {
    /// Tells whether one is a recital and the other a decision.
    pub(super) fn contradicts(self, other: Self) -> bool {
        self != other && self != Self::Other && other != Self::Other
    }
}

/// Opening words of operative paragraphs of the General Assembly and its committees.
const DECISIONS: &[&str] = &[
    "acknowledges",
    "adopts",
    "affirms",
    "agrees",
    "appeals",
    "appreciates",
    "approves",
    "authorizes",
    "calls",
    "commends",
    "concludes",
    "concurs",
    "condemns",
    "confirms",
    "congratulates",
    "considers",
    "decides",
    "declares",
    "deplores",
    "designates",
    "directs",
    "emphasizes",
    "encourages",
    "endorses",
    "establishes",
    "expresses",
    "instructs",
    "invites",
    "notes",
    "proclaims",
    "reaffirms",
    "recalls",
    "recognizes",
    "recommends",
    "reiterates",
    "renews",
    "requests",
    "resolves",
    "stresses",
    "supports",
    "takes",
    "transmits",
    "underlines",
    "underscores",
    "urges",
    "welcomes",
];

/// Opening words of recitals that do not end in "-ing".
const RECITALS: &[&str] = &[
    "alarmed",
    "aware",
    "concerned",
    "conscious",
    "convinced",
    "determined",
    "disturbed",
    "encouraged",
    "guided",
    "inspired",
    "mindful",
];

/// Words that stand before the opening word.
const BEFORE: &[&str] =
    &["also", "again", "further", "furthermore", "deeply", "gravely", "once", "strongly", "fully"];

/// Tells the voice of a paragraph from its opening words.
pub(super) fn voice(text: &str) -> Voice {
    let opening = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .take(3)
        .map(str::to_lowercase)
        .find(|word| !BEFORE.contains(&word.as_str()));
    match opening {
        Some(word) if DECISIONS.contains(&word.as_str()) => Voice::Decision,
        Some(word)
            if RECITALS.contains(&word.as_str()) || (word.len() > 5 && word.ends_with("ing")) =>
        {
            Voice::Recital
        }
        _ => Voice::Other,
    }
}
