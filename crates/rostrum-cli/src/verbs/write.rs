//! `rostrum write`: replace the text of one section with what comes on standard input.

use std::io::Read as _;
use std::path::PathBuf;

use clap::Args;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::SectionRequest;
use rostrum_kit::{Code, Failure};
use serde::Serialize;

use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Replace the text of one section with the Markdown that comes on standard input.
#[derive(Debug, Args)]
pub(crate) struct Write {
    /// Statement file.
    file: PathBuf,
    /// Heading or id of the section.
    #[arg(long)]
    section: String,
}

#[derive(Serialize)]
struct Answer {
    section: String,
    words: u32,
}

impl Write {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map_err(|error| {
            Failure::new(Code::ValueRefused, "read the text from standard input", error)
                .with("field", "text")
        })?;
        let written = desk.section_write(SectionRequest {
            file: super::path(&self.file),
            section: self.section.clone(),
            text,
        })?;
        let wanted = self.section.to_lowercase();
        let words = written
            .count
            .sections
            .iter()
            .find(|s| s.id.to_lowercase() == wanted || s.heading.to_lowercase() == wanted)
            .map_or(0, |section| section.words);
        terminal.answer(&Answer { section: self.section, words }, |answer| {
            format!("{}: {} words.", answer.section, answer.words)
        });
        Ok(Outcome::Fine)
    }
}
