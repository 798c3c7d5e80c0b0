//! `rostrum version`: freeze, list or show versions.

use std::path::PathBuf;

use clap::Args;
use rostrum_core::model::Version;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::FreezeRequest;
use rostrum_kit::{Code, Failure};
use serde::Serialize;

use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Freeze, list or show versions.
#[derive(Debug, Args)]
pub(crate) struct VersionVerb {
    /// Statement file.
    file: PathBuf,
    /// create, list or show.
    #[arg(default_value = "list", value_parser = ["create", "list", "show"])]
    act: String,
    /// Name of the version.
    name: Option<String>,
}

#[derive(Serialize)]
struct Answer {
    versions: Vec<Version>,
}

impl VersionVerb {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let file = super::path(&self.file);
        let (mut versions, only) = match (self.act.as_str(), self.name) {
            ("create", Some(name)) => {
                let made = desk.version_create(FreezeRequest { file, name: name.clone() })?;
                (made.versions, Some(name))
            }
            ("show", Some(name)) => (desk.versions(&file)?, Some(name)),
            ("list", None) => (desk.versions(&file)?, None),
            (act, name) => {
                let detail = if name.is_some() { "list takes no name" } else { "give its name" };
                return Err(Failure::new(Code::ValueRefused, format!("{act} a version"), detail)
                    .with("field", "name"));
            }
        };
        if let Some(name) = &only {
            there(&versions, name)?;
            versions.retain(|version| &version.name == name);
        }
        let whole = self.act == "show";
        terminal.answer(&Answer { versions }, |answer| {
            let mut out = String::new();
            for version in &answer.versions {
                out.push_str(&format!(
                    "{}  {}  {} words  {}\n",
                    version.name, version.created, version.words, version.sha256
                ));
                if whole {
                    out.push_str(&format!("\n{}\n", version.text));
                }
            }
            out
        });
        Ok(Outcome::Fine)
    }
}

/// Tells that a version is there, or which are.
///
/// # Errors
/// [`Code::NotFound`] when there is none of this name.
pub(super) fn there(versions: &[Version], name: &str) -> Result<(), Failure> {
    if versions.iter().any(|version| version.name == name) {
        return Ok(());
    }
    let known: Vec<&str> = versions.iter().map(|version| version.name.as_str()).collect();
    let detail = if known.is_empty() {
        "no version is frozen yet; `rostrum version FILE create NAME` makes one".to_owned()
    } else {
        format!("there are these versions: {}", known.join("; "))
    };
    Err(Failure::new(Code::NotFound, format!("find the version \"{name}\""), detail)
        .with("name", name))
}
