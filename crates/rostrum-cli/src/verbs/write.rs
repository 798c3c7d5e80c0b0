//! `rostrum write`: replace the text of one section with what comes on standard input.

use std::path::PathBuf;

use clap::Args;
use rostrum_core::coauthor::Settled;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::SectionRequest;
use rostrum_kit::{Code, Failure};
use serde::Serialize;

use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Replace the text of one section, with all that stands below it, with the Markdown that comes
/// on standard input.
#[derive(Debug, Args)]
pub(crate) struct Write {
    /// Statement file.
    file: PathBuf,
    /// Heading or id of the section.
    #[arg(long)]
    section: String,
    /// Empty the section; nothing is read from standard input.
    #[arg(long)]
    empty: bool,
}

#[derive(Serialize)]
struct Answer {
    section: String,
    words: u32,
    /// The first heading of the text, left out because it repeats the section's.
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<String>,
    /// Headings that stand at another level now.
    headings_moved: Vec<Moved>,
}

#[derive(Serialize)]
struct Moved {
    heading: String,
    from: u8,
    to: u8,
}

impl Write {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let text = if self.empty { String::new() } else { super::typed(terminal, "the text")? };
        if text.trim().is_empty() && !self.empty {
            return Err(Failure::new(
                Code::ValueRefused,
                format!("write the section \"{}\"", self.section),
                "no text came on standard input; to empty the section, give --empty",
            )
            .with("field", "text"));
        }
        let written = desk.section_settled(SectionRequest {
            file: super::path(&self.file),
            section: self.section.clone(),
            text,
        })?;
        let heading = written.heading.to_lowercase();
        let sections = &written.workspace.count.sections;
        let words = sections
            .iter()
            .find(|section| section.heading.to_lowercase() == heading)
            .map_or(0, |section| section.words);
        let Settled { left_out, moved } = written.settled;
        if let Some(left_out) = &left_out {
            terminal.note(&format!("The heading \"{left_out}\" is the section's own; left out."));
        }
        if !moved.is_empty() {
            terminal.note(&told(&written.heading, &moved));
        }
        let headings_moved = moved
            .into_iter()
            .map(|moved| Moved { heading: moved.heading, from: moved.from, to: moved.to })
            .collect();
        let answer = Answer { section: self.section, words, left_out, headings_moved };
        terminal.answer(&answer, |answer| format!("{}: {} words.", answer.section, answer.words));
        Ok(Outcome::Fine)
    }
}

/// Tells which headings stand below the section now.
fn told(section: &str, moved: &[rostrum_core::coauthor::Moved]) -> String {
    const SHOWN: usize = 3;
    let names: Vec<String> =
        moved.iter().take(SHOWN).map(|moved| format!("\"{}\"", moved.heading)).collect();
    let more = match moved.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let (noun, verb) = if moved.len() == 1 { ("heading", "stands") } else { ("headings", "stand") };
    format!(
        "{} {noun} of the text {verb} a level lower, to stay inside \"{section}\": {}{more}.",
        moved.len(),
        names.join(", ")
    )
}
