//! What crosses about spelling: dictionaries, suggestions, own words.

use serde::{Deserialize, Serialize};

wire! {
    /// Asks for what may have been meant by a word.
    pub struct SpellingRequest {
        /// Path of the statement file.
        pub file: String,
        /// The word as it stands.
        pub word: String,
        /// Primary tag of the language it is in; empty takes the statement's.
        pub language: String,
    }

    /// What may have been meant by a word.
    pub struct SpellingOptions {
        /// Words, the likeliest first, at most six.
        pub options: Vec<String>,
    }

    /// How it stands with spelling in a statement.
    pub struct SpellingState {
        /// Primary tag of the statement's language.
        pub language: String,
        /// `ready`, `loading`, `missing`, or `not_needed` for Chinese.
        pub dictionary: String,
        /// Where the dictionary was found: empty when it ships with Rostrum, else its path.
        pub from: String,
        /// Own words of this statement; partners have them too.
        pub words: Vec<String>,
        /// Own words of this user, for every statement.
        pub own: Vec<String>,
    }

    /// Keeps an own word, or takes it out.
    pub struct OwnWordRequest {
        /// Path of the statement file.
        pub file: String,
        /// The word.
        pub word: String,
        /// Whether it holds for every statement of this user; else for this one and its partners.
        pub everywhere: bool,
        /// Whether it is kept; else it is taken out.
        pub keep: bool,
    }
}
