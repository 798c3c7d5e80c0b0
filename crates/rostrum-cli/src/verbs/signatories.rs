//! `rostrum signatories`: the organisations that sign, with the state of their consent.

use std::path::PathBuf;

use clap::Args;
use rostrum_core::model::signatory::ConsentState;
use rostrum_kit::Failure;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{FileRequest, SignatoryRow};
use serde::Serialize;

use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// List the organisations that sign, with the state of their consent.
#[derive(Debug, Args)]
pub(crate) struct Signatories {
    /// Statement file.
    file: PathBuf,
}

/// The answer of every verb that is about signatories.
#[derive(Serialize)]
pub(crate) struct Answer {
    signatories: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    organisation: String,
    country: String,
    region: String,
    group: String,
    version: Option<String>,
    state: ConsentState,
}

impl Signatories {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let open = desk.statement_open(FileRequest { file: super::path(&self.file) })?;
        terminal.answer(&Answer::from(open.signatories), words);
        Ok(Outcome::Fine)
    }
}

impl From<Vec<SignatoryRow>> for Answer {
    fn from(rows: Vec<SignatoryRow>) -> Self {
        let signatories = rows
            .into_iter()
            .map(|row| Row {
                organisation: row.signatory.organisation,
                country: row.signatory.country,
                region: row.signatory.region,
                group: row.signatory.group,
                version: row.endorsement.map(|endorsement| endorsement.version),
                state: row.state,
            })
            .collect();
        Self { signatories }
    }
}

/// Writes the rows one a line.
pub(crate) fn words(answer: &Answer) -> String {
    let mut out = String::new();
    for row in &answer.signatories {
        let state = match row.state {
            ConsentState::Asked => "no consent recorded".to_owned(),
            ConsentState::Holds => {
                format!("consents to {}", row.version.as_deref().unwrap_or_default())
            }
            ConsentState::TextChanged => format!(
                "consented to {}; the text has changed since",
                row.version.as_deref().unwrap_or_default()
            ),
        };
        out.push_str(&format!("{} ({}): {state}\n", row.organisation, row.country));
    }
    out
}
