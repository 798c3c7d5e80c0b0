//! What crosses about skeletons, notes of meetings, and statements that are read aloud.

pub use rostrum_core::skeletons::Skeleton;
pub use rostrum_core::skeletons::notes::SortedNotes;
pub use rostrum_core::speak::Speech;
use serde::{Deserialize, Serialize};

wire! {
    /// The skeletons that are known.
    pub struct Skeletons {
        /// In the order in which they are shown.
        pub skeletons: Vec<Skeleton>,
    }

    /// Adds the sections of a skeleton to a statement.
    pub struct SkeletonRequest {
        /// Path of the statement file.
        pub file: String,
        /// Id of the skeleton.
        pub skeleton: String,
    }

    /// Asks for notes to be sorted; nothing is kept.
    pub struct NotesRequest {
        /// The notes, as they were typed.
        pub notes: String,
        /// Names, as they were found, of those who agreed to be named.
        pub agreed: Vec<String>,
    }

    /// Asks how long a statement takes to be read.
    pub struct SpeechRequest {
        /// Path of the statement file.
        pub file: String,
        /// Words a minute; 0 takes the usual pace of the language.
        pub pace: u32,
        /// Numbers of the sentences that are passed over.
        pub skipped: Vec<u32>,
    }

    /// Writes the text as it was delivered.
    pub struct DeliveredRequest {
        /// Path of the statement file.
        pub file: String,
        /// Numbers of the sentences that were passed over.
        pub skipped: Vec<u32>,
        /// Where and when it was delivered, as it is to print; empty prints nothing.
        pub occasion: String,
        /// Path of the file to write; its ending says what: docx, pdf, txt, md or html.
        pub out: String,
    }
}
