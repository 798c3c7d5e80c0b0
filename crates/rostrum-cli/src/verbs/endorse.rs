//! `rostrum endorse`: record an organisation's consent to a version.

use std::path::PathBuf;

use clap::Args;
use rostrum_core::model::Signatory;
use rostrum_core::model::signatory::EcosocStatus;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{EndorseRequest, FileRequest, SignatoryRequest};
use rostrum_kit::{Code, Failure};

use super::signatories::{Answer, words};
use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Record an organisation's consent to a version; an unknown organisation is added.
#[derive(Debug, Args)]
pub(crate) struct Endorse {
    /// Statement file.
    file: PathBuf,
    /// Organisation as it prints.
    #[arg(long)]
    organisation: String,
    /// Name of the version; without it the organisation is only added.
    #[arg(long)]
    version: Option<String>,
    /// Country as it prints.
    #[arg(long)]
    country: Option<String>,
    /// UN regional group.
    #[arg(long)]
    region: Option<String>,
    /// Stakeholder group.
    #[arg(long)]
    group: Option<String>,
    /// ECOSOC status: general, special, roster or none.
    #[arg(long)]
    status: Option<String>,
    /// Who consented; kept in this file only, never shared or exported.
    #[arg(long, default_value = "", hide_default_value = true)]
    contact: String,
}

impl Endorse {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let file = super::path(&self.file);
        let organisation = self.organisation.trim().to_owned();
        if organisation.is_empty() {
            return Err(Failure::new(
                Code::ValueRefused,
                "add an organisation",
                "give its name as it prints: --organisation \"Example Network\"",
            )
            .with("field", "organisation"));
        }
        // Nothing is added when the version is not there.
        if let Some(version) = &self.version {
            super::version::there(&desk.versions(&file)?, version)?;
        }
        let rows = desk.statement_open(FileRequest { file: file.clone() })?.signatories;
        let wanted = organisation.to_lowercase();
        let same = |signatory: &Signatory| signatory.organisation.to_lowercase() == wanted;
        let known = rows.into_iter().map(|row| row.signatory).find(same);
        let status = self.status.as_deref().map(status).transpose()?;
        let mut signatory =
            known.unwrap_or_else(|| Signatory { organisation, ..Signatory::default() });
        for (field, value) in [
            (&mut signatory.country, self.country),
            (&mut signatory.region, self.region),
            (&mut signatory.group, self.group),
        ] {
            if let Some(value) = value {
                *field = value;
            }
        }
        signatory.status = status.unwrap_or(signatory.status);
        let mut after = desk.signatory_save(SignatoryRequest {
            file: file.clone(),
            signatory,
            contact: self.contact.clone(),
        })?;
        if let Some(version) = self.version {
            let id = after
                .signatories
                .iter()
                .find(|row| same(&row.signatory))
                .map(|row| row.signatory.id.clone())
                .unwrap_or_default();
            after = desk.endorse(EndorseRequest {
                file,
                signatory: id,
                version,
                contact: self.contact,
            })?;
        }
        terminal.answer(&Answer::from(after.signatories), words);
        Ok(Outcome::Fine)
    }
}

fn status(word: &str) -> Result<EcosocStatus, Failure> {
    match word {
        "general" => Ok(EcosocStatus::General),
        "special" => Ok(EcosocStatus::Special),
        "roster" => Ok(EcosocStatus::Roster),
        "none" => Ok(EcosocStatus::None),
        other => Err(Failure::new(
            Code::ValueRefused,
            format!("take \"{other}\" as status"),
            "use one of general, special, roster, none",
        )
        .with("field", "status")),
    }
}
