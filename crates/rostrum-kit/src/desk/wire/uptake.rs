//! What crosses about what of our proposals stands in a later text.

pub use rostrum_core::revise::uptake::report::Tally;
pub use rostrum_core::revise::uptake::{
    Evidence, EvidenceMark, EvidenceRun, NoWording, ProposalUptake, Uptake, UptakeReason,
    UptakeStatus, WithoutWording,
};
use serde::{Deserialize, Serialize};

wire! {
    /// Names the later text of a statement.
    pub struct UptakeRequest {
        /// Path of the statement file.
        pub file: String,
        /// Id of the later text among the drafts of the statement.
        pub draft: String,
    }

    /// What of our proposals stands in a later text.
    pub struct UptakeView {
        /// Name of the later text, as people call it.
        pub later: String,
        /// What was found.
        pub uptake: Uptake,
        /// How many came out how, by priority, topic and organisation.
        pub tallies: Vec<Tally>,
    }

    /// Writes the report on what stands in the later text.
    pub struct UptakeReportRequest {
        /// Path of the statement file.
        pub file: String,
        /// Id of the later text among the drafts of the statement.
        pub draft: String,
        /// File to write; its ending says what: docx, csv or html.
        pub out: String,
    }

    /// Records whether an idea was taken up, as a person judges it.
    pub struct TakenUpRequest {
        /// Path of the statement file.
        pub file: String,
        /// Id of the response.
        pub response: String,
        /// `yes`, `partly` or `no`; empty takes the judgement back.
        pub answer: String,
        /// Why the person thinks so.
        pub note: String,
    }
}
