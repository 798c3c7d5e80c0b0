//! What came back from reviewers.

use rostrum_core::model::review::{ByHand, Comment, Decision, Suggestion, Unread};
use serde::{Deserialize, Serialize};

use super::Workspace;

wire! {
    /// Takes in a Word document that came back.
    pub struct ReviewRequest {
        /// Path of the statement file.
        pub file: String,
        /// Path of the document.
        pub edited: String,
        /// Name under which progress is told and by which the work can be cancelled.
        pub job: String,
    }

    /// Decides about things that came back.
    pub struct DecideRequest {
        /// Path of the statement file.
        pub file: String,
        /// Ids of suggestions and comments.
        pub ids: Vec<String>,
        /// What is decided: suggestions are accepted or rejected, comments resolved; `open`
        /// takes a decision back that changed no words.
        pub decision: Decision,
    }

    /// Answers a comment or a suggestion.
    pub struct AnswerRequest {
        /// Path of the statement file.
        pub file: String,
        /// Id of what is answered.
        pub to: String,
        /// The answer.
        pub text: String,
    }

    /// A suggestion with what was decided and said about it.
    pub struct SuggestionRow {
        /// Id.
        pub id: String,
        /// Name of the file it came in.
        pub from: String,
        /// The suggestion.
        #[serde(flatten)]
        #[cfg_attr(feature = "ts", ts(flatten))]
        pub suggestion: Suggestion,
        /// What was decided.
        pub decision: Decision,
        /// Why it cannot be accepted as the text stands now.
        pub hindrance: ByHand,
        /// Ids of open suggestions that touch the same words.
        pub against: Vec<String>,
        /// What was said about it.
        pub answers: Vec<AnswerRow>,
    }

    /// A comment with what was said about it.
    pub struct CommentRow {
        /// Id.
        pub id: String,
        /// Name of the file it came in.
        pub from: String,
        /// The comment.
        #[serde(flatten)]
        #[cfg_attr(feature = "ts", ts(flatten))]
        pub comment: Comment,
        /// Whether it is dealt with.
        pub decision: Decision,
        /// What was said about it.
        pub answers: Vec<AnswerRow>,
    }

    /// An answer.
    pub struct AnswerRow {
        /// Id.
        pub id: String,
        /// Who answers.
        pub author: String,
        /// When.
        pub date: String,
        /// What they say.
        pub text: String,
    }

    /// Something that could not be understood.
    pub struct UnreadRow {
        /// Id.
        pub id: String,
        /// Name of the file it came in.
        pub from: String,
        /// What it is.
        #[serde(flatten)]
        #[cfg_attr(feature = "ts", ts(flatten))]
        pub unread: Unread,
        /// Whether somebody has looked at it.
        pub decision: Decision,
    }

    /// Everything that came back from reviewers.
    pub struct ReviewView {
        /// Changes of the words, in the order of the text.
        pub suggestions: Vec<SuggestionRow>,
        /// Comments, in the order of the text.
        pub comments: Vec<CommentRow>,
        /// What could not be understood, with its words.
        pub not_understood: Vec<UnreadRow>,
        /// Everybody who wrote something.
        pub authors: Vec<String>,
    }

    /// What a document brought.
    pub struct ReviewTaken {
        /// Everything that came back so far.
        pub review: ReviewView,
        /// Ids of what is in this document.
        pub ids: Vec<String>,
        /// How many of them are new.
        pub new: u32,
        /// Whether the export it was made from is known; otherwise it was compared with the
        /// statement as it stands.
        pub known: bool,
    }

    /// What became of a decision.
    pub struct Decided {
        /// Everything that came back so far.
        pub review: ReviewView,
        /// The statement after it.
        pub workspace: Workspace,
        /// Ids that were decided.
        pub done: Vec<String>,
        /// Ids whose words have changed since, or that have to be done by hand.
        pub left: Vec<String>,
    }
}
