//! `rostrum import`: read a draft and print its paragraphs.

use std::path::PathBuf;

use clap::Args;
use rostrum_core::model::{BlockKind, Draft};
use rostrum_kit::Failure;
use rostrum_kit::desk::Desk;

use crate::outcome::Outcome;
use crate::terminal::{Terminal, findings};

/// Read a draft and print its paragraphs.
#[derive(Debug, Args)]
pub(crate) struct Import {
    /// PDF, DOCX, ODT, HTML, Markdown or plain text; told by content, not by name.
    draft: PathBuf,
    /// Password of the draft.
    #[arg(long, default_value = "", hide_default_value = true)]
    password: String,
}

impl Import {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let draft = desk.draft_read(&super::path(&self.draft), &self.password, "import")?;
        terminal.answer(&draft, words);
        Ok(Outcome::Fine)
    }
}

fn words(draft: &Draft) -> String {
    let mut out = String::new();
    for line in [&draft.title, &draft.symbol, &draft.revision].into_iter().flatten() {
        out.push_str(&format!("{line}\n"));
    }
    out.push('\n');
    for block in &draft.blocks {
        let label = block.label.as_deref().unwrap_or_default();
        let sure = if block.confidence < 0.5 { " [unsure]" } else { "" };
        match block.kind {
            BlockKind::Title => {}
            BlockKind::Heading => out.push_str(&format!("\n{label} {}{sure}\n\n", block.text)),
            BlockKind::Footnote => out.push_str(&format!("    note {label}: {}\n", block.text)),
            BlockKind::Paragraph | BlockKind::Other => {
                let indent = "  ".repeat(block.level.into());
                out.push_str(&format!("{indent}{label:<6} {}{sure}\n", block.text));
            }
        }
    }
    out.push('\n');
    out.push_str(&findings(&draft.findings));
    out
}
