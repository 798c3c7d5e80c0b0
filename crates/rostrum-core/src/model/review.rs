//! What came back from reviewers: suggestions, comments, answers, and what could not be read.

use serde::{Deserialize, Serialize};

use crate::finding::Place;

/// One thing that came back from a reviewer; part of the co-authored statement, so that the
/// team can discuss it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReviewEntry {
    /// Id: the same file, read again, gives the same ids.
    pub id: String,
    /// Name of the file it came in; empty for answers given here.
    pub file: String,
    /// What it is.
    pub thing: ReviewThing,
    /// What was decided about it.
    pub decision: Decision,
}

/// What a reviewer can send.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "thing", rename_all = "snake_case")]
pub enum ReviewThing {
    /// A change of the words.
    Suggestion(Suggestion),
    /// A comment on words.
    Comment(Comment),
    /// An answer to a comment or a suggestion.
    Answer(Answer),
    /// Something that could not be understood, with its words.
    Unread(Unread),
}

impl Default for ReviewThing {
    fn default() -> Self {
        Self::Unread(Unread::default())
    }
}

/// What was decided about something that came back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Decision {
    /// Nothing yet.
    #[default]
    Open,
    /// The suggestion was taken into the statement.
    Accepted,
    /// The suggestion was turned down.
    Rejected,
    /// The comment is dealt with.
    Resolved,
}

impl Decision {
    /// Returns the word used on the command line and in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::Resolved => "resolved",
        }
    }

    /// Returns the decision that this word names.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Open, Self::Accepted, Self::Rejected, Self::Resolved]
            .into_iter()
            .find(|decision| decision.as_str() == word)
    }
}

/// A change of the statement's words that a reviewer proposes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Suggestion {
    /// Who proposes it, as their word processor named them; may be empty.
    pub author: String,
    /// When, as their word processor wrote it; may be empty.
    pub date: String,
    /// Whether it was recorded as a change; otherwise it was found by comparing.
    pub tracked: bool,
    /// What kind of change it is.
    pub kind: SuggestionKind,
    /// Where in the statement.
    pub place: Place,
    /// Words that go.
    pub before: String,
    /// Words that come.
    pub after: String,
    /// The words that stand before it, to show where it is.
    pub left: String,
    /// The words that stand after it.
    pub right: String,
    /// What accepting it does; empty when it has to be done by hand.
    pub edits: Vec<FieldEdit>,
    /// Why it has to be done by hand; empty when accepting it is enough.
    pub by_hand: ByHand,
}

/// What a suggestion does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum SuggestionKind {
    /// Adds words.
    Insert,
    /// Takes words out.
    Delete,
    /// Puts words in the place of others.
    #[default]
    Replace,
    /// Moves words elsewhere.
    Move,
    /// Makes two paragraphs of one.
    Split,
    /// Makes one paragraph of two.
    Join,
}

/// Why a suggestion cannot be accepted by one click.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ByHand {
    /// It can be accepted.
    #[default]
    No,
    /// The words are made from the call, the draft or the sources.
    Made,
    /// It changes rows or cells of a table.
    Table,
    /// Emphasis, a link or a list begins or ends in it.
    Markup,
    /// The words have been changed here since the document went out.
    Changed,
}

/// Which text of the statement an edit changes.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "field", content = "of", rename_all = "snake_case")]
pub enum Field {
    /// The body.
    #[default]
    Body,
    /// A field of the head: `title`, `organisation`, or one that the call asks for.
    Head(String),
    /// The wording a response asks for.
    Proposal(String),
    /// The rationale of a response.
    Rationale(String),
}

/// One edit of a text, found again by the words around it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FieldEdit {
    /// The text it changes.
    pub field: Field,
    /// What is replaced, as it stands in the text (Markdown in the body).
    pub before: String,
    /// What stands there instead.
    pub after: String,
    /// What stood before it.
    pub left: String,
    /// What stood after it.
    pub right: String,
    /// Where it stood, in bytes.
    pub at: u32,
    /// How many others put something in at the same place before it.
    #[serde(default, deserialize_with = "count_or_flag")]
    pub late: u32,
}

/// Reads a number; statements kept before there was one hold `true` for "after another".
fn count_or_flag<'de, D: serde::Deserializer<'de>>(from: D) -> Result<u32, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Either {
        Count(u32),
        Flag(bool),
    }
    Ok(match Either::deserialize(from)? {
        Either::Count(count) => count,
        Either::Flag(flag) => flag.into(),
    })
}

/// A comment on words of the statement.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Comment {
    /// Who wrote it.
    pub author: String,
    /// When.
    pub date: String,
    /// Where in the statement.
    pub place: Place,
    /// The words it is about.
    pub words: String,
    /// What it says.
    pub text: String,
}

/// An answer to a comment or a suggestion.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Answer {
    /// Id of what it answers.
    pub to: String,
    /// Who answers.
    pub author: String,
    /// When.
    pub date: String,
    /// What they say.
    pub text: String,
}

/// Something in a returned document that could not be turned into a suggestion.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Unread {
    /// Who did it, when known.
    pub author: String,
    /// When.
    pub date: String,
    /// What it is: `format`, `inserted_and_deleted`, `text_box`, `picture`, `inside_untracked`,
    /// `note`, `cells`, `header`, `footer`.
    pub what: String,
    /// Where in the statement, as far as that is known.
    pub place: Place,
    /// What of the look was changed, parted by commas: `bold`, `italic`, `underline`, `struck`,
    /// `raised`, `size`, `font`, `colour`, `capitals`, `style`, `alignment`, `indent`, `spacing`,
    /// `list`, `table`, `page`; empty for anything else.
    #[serde(default)]
    pub detail: String,
    /// Its words.
    pub words: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_kept_when_the_order_was_a_flag_is_read() {
        let kept = r#"{"field":{"field":"body"},"before":"","after":"new","left":"a","right":"b","at":1,"late":"#;
        let late = |value: &str| {
            let edit: FieldEdit =
                serde_json::from_str(&format!("{kept}{value}}}")).expect("an edit");
            edit.late
        };
        assert_eq!((late("true"), late("false"), late("2")), (1, 0, 2));
    }
}
