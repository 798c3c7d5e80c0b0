//! What a call asks for, and whether it can still be answered.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Whether input can still be given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum CallStatus {
    /// Open until a known date.
    Open,
    /// Open all the time.
    Rolling,
    /// Closed.
    Closed,
    /// Kept for its rules: the process has ended.
    Historic,
    /// Not known.
    #[default]
    Unknown,
}

/// Kind of document that is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StatementKind {
    /// Comments on a negotiated text.
    #[default]
    CommentOnDraft,
    /// A written statement to a session.
    WrittenStatement,
    /// A written statement of several organisations.
    JointStatement,
    /// A statement that is read aloud.
    OralStatement,
    /// A report by stakeholders, as for the UPR.
    StakeholderReport,
    /// A working paper.
    WorkingPaper,
    /// Views for a report of the Secretary-General.
    ViewsForReport,
    /// A proposal for a session or workshop.
    Proposal,
    /// Answers to the questions of a form.
    FormAnswers,
}
