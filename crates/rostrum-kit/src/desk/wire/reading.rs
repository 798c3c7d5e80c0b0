//! Reading drafts: what is looked for, what was found, which words can be explained.

pub use rostrum_core::read::{
    BlockReading, DraftReading, SectionTally, Span, Term, ToldTopic, TopicTally,
};
use serde::{Deserialize, Serialize};

wire! {
    /// Asks where words stand in the drafts of a statement.
    pub struct FindRequest {
        /// Path of the statement file.
        pub file: String,
        /// The words; all must stand in a paragraph, those in quotation marks one after the other.
        pub words: String,
        /// Whether only whole words count.
        pub whole: bool,
    }

    /// Where words stand in the drafts of a statement.
    pub struct FoundInDrafts {
        /// Number of texts they stand in: paragraphs, headings and notes.
        pub total: u32,
        /// The drafts in which they stand, the newest first.
        pub drafts: Vec<FoundDraft>,
    }

    /// A draft in which words stand.
    pub struct FoundDraft {
        /// Id of the draft.
        pub draft: String,
        /// Name of the file it came from.
        pub name: String,
        /// Symbol and revision as printed.
        pub revision: String,
        /// Number of texts they stand in.
        pub total: u32,
        /// The first of them, in the order of the draft; at most 200.
        pub hits: Vec<FoundText>,
    }

    /// A text of a draft in which words stand.
    pub struct FoundText {
        /// Id of the block.
        pub block: String,
        /// How a person names it, such as `11 (a)`; empty without a label.
        pub label: String,
        /// The innermost heading above it.
        pub heading: String,
        /// Mark of the note it stands in; none in the text itself.
        pub note: Option<String>,
        /// The words around the first place.
        pub snippet: String,
        /// The places in the snippet, in bytes.
        pub places: Vec<Span>,
    }

    /// Words that can be explained.
    pub struct Terms {
        /// The terms, by name.
        pub terms: Vec<Term>,
    }
}
