//! What crosses about answering a draft.

use rostrum_core::model::Response;
use rostrum_core::model::response::Target;
pub use rostrum_core::respond::conflicts::{Conflict, ConflictKind};
pub use rostrum_core::respond::norms::{Norm, Norms};
pub use rostrum_core::respond::openings::{Ask, Gap, Mention, Opening, Openings, Stakeholder};
pub use rostrum_core::respond::phrases::Phrase;
use serde::{Deserialize, Serialize};

use super::{MovedPhrase, WordRun};

wire! {
    /// Runs of words in order.
    pub struct WordRuns {
        /// The runs; `same` and `inserted` together are the words after.
        pub runs: Vec<WordRun>,
        /// Phrases that were taken out in one run and put in in another.
        pub moved: Vec<MovedPhrase>,
    }

    /// Saves several responses as one act, which one undo takes back; those without id are new.
    pub struct ResponsesRequest {
        /// Path of the statement file.
        pub file: String,
        /// The responses.
        pub responses: Vec<Response>,
    }

    /// Asks what a person means by `12-18`, `heading: Threats` or `all`.
    pub struct TargetsRequest {
        /// Path of the statement file.
        pub file: String,
        /// Id of the draft; empty for the newest.
        pub draft: String,
        /// The words, as typed.
        pub words: String,
    }

    /// What a response is to answer.
    pub struct Targets {
        /// The paragraphs in the order of the draft; none means the whole text.
        pub targets: Vec<Target>,
    }

    /// What responses ask for that cannot both be done.
    pub struct Conflicts {
        /// The conflicts, in the order of the responses.
        pub conflicts: Vec<Conflict>,
    }

    /// Asks where else in the draft the answer to a paragraph may hold.
    pub struct LookAlikesRequest {
        /// Path of the statement file.
        pub file: String,
        /// Id of the draft.
        pub draft: String,
        /// Id of the block.
        pub block: String,
        /// The wording that is proposed for it; empty for none.
        pub proposal: String,
    }

    /// Paragraphs that read much like another.
    pub struct LookAlikes {
        /// The most alike first.
        pub found: Vec<LookAlikeRow>,
    }

    /// A paragraph that reads much like another.
    pub struct LookAlikeRow {
        /// The paragraph as a target.
        pub target: Target,
        /// Share of words in common and in the same order, 0 to 1.
        pub likeness: f32,
        /// How the one paragraph becomes the other.
        pub marks: Vec<WordRun>,
        /// The proposal in this paragraph's words; none where it does not fit exactly, and a
        /// person has to word it.
        pub proposal: Option<String>,
    }

    /// Looks for agreed language.
    pub struct PhrasesRequest {
        /// Beginnings of words; empty lists everything.
        pub words: String,
    }

    /// Puts a phrase into the user's own bank; an empty id makes a new one.
    pub struct PhraseRequest {
        /// The phrase.
        pub phrase: Phrase,
    }

    /// Names something by its id.
    pub struct PhraseName {
        /// Id of the phrase.
        pub id: String,
    }

    /// Agreed language: the user's own first.
    pub struct Phrases {
        /// The phrases.
        pub phrases: Vec<Phrase>,
    }
}
