//! What is wrong with the file of a call.

use serde::{Deserialize, Serialize};

use super::place::Places;

/// One fault in the file of a call.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[error("line {line}, {field}: {problem} {remedy}")]
pub struct CallFault {
    /// Line of the file, counted from 1.
    pub line: u32,
    /// Field, as a path such as `limits[1].source`; empty for the whole file.
    pub field: String,
    /// What sort of fault it is.
    pub kind: CallFaultKind,
    /// One sentence that says what is wrong.
    pub problem: String,
    /// One sentence that says what to do.
    pub remedy: String,
}

/// Sorts of faults in the file of a call.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CallFaultKind {
    /// The file is not TOML.
    #[default]
    Syntax,
    /// A field that calls do not have.
    Unknown,
    /// A field that must be there is not.
    Missing,
    /// A value of the wrong sort, such as a word where a number belongs.
    Type,
    /// A word that is none of those allowed.
    Choice,
    /// A text that must say something is empty.
    Empty,
    /// The same id or name stands twice.
    Twice,
    /// A rule names a source or section that the file does not have.
    Reference,
    /// A date, year or zone that is none.
    Date,
    /// A value outside its bounds or in the wrong form.
    Form,
    /// An address that looks like a person's mailbox.
    Personal,
}

/// Says what the TOML reader could not read.
pub(super) fn syntax(error: &toml::de::Error, places: &Places<'_>) -> CallFault {
    CallFault {
        line: error.span().map_or(1, |span| places.line(span.start)),
        field: String::new(),
        kind: CallFaultKind::Syntax,
        problem: format!(
            "The file cannot be read here: {}.",
            error.message().trim_end_matches('.')
        ),
        remedy: "Compare the line with another call: text stands in quotation marks, lists in \
                 square brackets."
            .into(),
    }
}
