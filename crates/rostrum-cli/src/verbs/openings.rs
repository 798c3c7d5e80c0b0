//! `rostrum draft openings`: where a newcomer could begin.

use std::path::PathBuf;

use clap::Args;
use rostrum_core::respond::openings::{Gap, Opening, Openings, openings};
use rostrum_kit::Failure;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::DraftRequest;

use crate::terminal::Terminal;

/// List what a draft recommends and calls for, and who is named there.
#[derive(Debug, Args)]
pub(crate) struct OpeningsVerb {
    /// Statement file (its newest draft), or a draft.
    file: PathBuf,
    /// Only those that do not name civil society.
    #[arg(long)]
    missing: bool,
}

impl OpeningsVerb {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<(), Failure> {
        let file = super::path(&self.file);
        let is_statement = self.file.extension().is_some_and(|ending| ending == "rostrum");
        let mut found = if is_statement {
            desk.openings(DraftRequest { file, draft: String::new() })?
        } else {
            openings(&desk.draft_read(&file, "", "import")?)
        };
        if self.missing {
            found.openings.retain(|opening| opening.gap != Gap::None);
        }
        terminal.answer(&found, words);
        Ok(())
    }
}

fn words(found: &Openings) -> String {
    if !found.language_known {
        return "Recommendations are told by their words in English drafts only.".into();
    }
    let mut out = String::new();
    let mut heading = "";
    for opening in &found.openings {
        if opening.heading != heading {
            heading = &opening.heading;
            out.push_str(&format!("{heading}\n"));
        }
        out.push_str(&line(opening));
    }
    out.push_str(&format!("{} found.", found.openings.len()));
    out
}

fn line(opening: &Opening) -> String {
    let named: Vec<&str> = opening.mentions.iter().map(|m| m.words.as_str()).collect();
    let named = match opening.gap {
        Gap::Nobody => "names nobody beside States".to_owned(),
        Gap::OnlyUnnamed => format!("names only \"{}\"", named.join("\", \"")),
        Gap::WithoutCivilSociety => format!("names {}, not civil society", named.join(", ")),
        Gap::None => format!("names {}", named.join(", ")),
    };
    let label = opening.label.trim_end_matches('.');
    format!("  {label:<8} {}\n           {named}\n", opening.sentence)
}
