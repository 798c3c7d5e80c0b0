//! `rostrum count`: words as the call counts them.

use std::path::PathBuf;

use clap::Args;
use rostrum_core::count::CountReport;
use rostrum_core::model::call::{LimitScope, LimitUnit};
use rostrum_kit::Failure;
use rostrum_kit::desk::Desk;

use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Count words as the call counts them.
#[derive(Debug, Args)]
pub(crate) struct Count {
    /// Statement file, or a .md, .docx or .txt file.
    file: PathBuf,
    /// Id of the call whose rule is taken; a statement file has its own.
    #[arg(long)]
    call: Option<String>,
    /// Count pages as well, which takes laying the document out; done without being asked
    /// where the call limits pages.
    #[arg(long)]
    pages: bool,
}

impl Count {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let count = desk.count_file(&super::path(&self.file), self.call.as_deref(), self.pages)?;
        terminal.answer(&count, words);
        Ok(Outcome::Fine)
    }
}

/// Writes a time as minutes and seconds: `4:30 min`.
fn spoken(seconds: u32) -> String {
    format!("{}:{:02} min", seconds / 60, seconds % 60)
}

fn words(count: &CountReport) -> String {
    let mut out = match count.limit {
        Some(limit) => format!("{} of {limit} words\n", count.counted),
        None => format!("{} words; no limit is stated\n", count.counted),
    };
    out.push_str(&format!("{}\n", count.rule));
    for (part, words) in count.parts.iter().filter(|(_, words)| **words > 0) {
        out.push_str(&format!("  {part:<12} {words:>7}\n"));
    }
    if count.added > 0 {
        out.push_str(&format!(
            "  {:<12} {:>7}  the secretariat's cover, about\n",
            "added", count.added
        ));
    }
    if count.numbers > 0 {
        out.push_str(&format!("  {:<12} {:>7}  automatic\n", "numbers", count.numbers));
    }
    out.push_str(&format!(
        "  {} characters with spaces, {} without; about {} read aloud at {} words a minute\n",
        count.characters,
        count.characters_without_spaces,
        spoken(count.seconds),
        count.pace
    ));
    if let (Some(all), Some(counted)) = (count.pages, count.pages_counted) {
        let limit = count
            .limits
            .iter()
            .find(|l| l.unit == LimitUnit::Pages && l.applies_to == LimitScope::Whole);
        let of = limit.map(|limit| format!("; the limit is {}", limit.max)).unwrap_or_default();
        let annexes = if counted == all {
            String::new()
        } else {
            format!(", {} of them annexes that do not count", all - counted)
        };
        out.push_str(&format!("  {all} pages{annexes}{of}\n"));
    }
    for left in count.left_out.iter().filter(|left| left.words > 0) {
        out.push_str(&format!(
            "  not counted: {} ({} words), {}\n",
            left.part, left.words, left.why
        ));
    }
    if !count.sections.is_empty() {
        out.push_str("  by section, with notes and all headings below the section's own:\n");
    }
    for section in &count.sections {
        let limit = section.limit.map(|limit| format!(" of {limit}")).unwrap_or_default();
        out.push_str(&format!("  {:>7}{limit}  {}\n", section.words, section.heading));
    }
    out
}
