//! `rostrum count`: words as the call counts them.

use std::path::PathBuf;

use clap::Args;
use rostrum_core::count::CountReport;
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
}

impl Count {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let count = desk.count_file(&super::path(&self.file), self.call.as_deref())?;
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
    for limit in count.limits.iter().filter(|limit| limit.used.is_none()) {
        out.push_str(&format!(
            "  limit of {} pages: known once the document is made; export it to see\n",
            limit.max
        ));
    }
    for left in count.left_out.iter().filter(|left| left.words > 0) {
        out.push_str(&format!(
            "  not counted: {} ({} words), {}\n",
            left.part, left.words, left.why
        ));
    }
    for section in &count.sections {
        let limit = section.limit.map(|limit| format!(" of {limit}")).unwrap_or_default();
        out.push_str(&format!("  {:>7}{limit}  {}\n", section.words, section.heading));
    }
    out
}
