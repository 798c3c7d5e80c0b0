//! `rostrum draft page` and `rostrum draft original`: the draft as it came.

use std::path::PathBuf;

use clap::Args;
use rostrum_kit::Failure;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{Exported, OriginalRequest, PageRequest};

use crate::out::Out;
use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Write a page of a draft as a picture (PNG).
#[derive(Debug, Args)]
pub(crate) struct Page {
    /// Statement file.
    file: PathBuf,
    /// The draft, by id, beginning of the id or file name; the newest when left out.
    #[arg(long, default_value = "", hide_default_value = true)]
    draft: String,
    /// Number of the page, from 1.
    #[arg(long = "page", value_name = "PAGE")]
    number: u32,
    /// Pixels a point, from 0.1 to 4.
    #[arg(long, default_value_t = 2.0)]
    scale: f32,
    /// Password of the draft.
    #[arg(long, default_value = "", hide_default_value = true)]
    password: String,
    /// Where to write it; - for standard output.
    #[arg(long, short)]
    out: PathBuf,
}

/// Write the original of a draft, byte for byte as it was added.
#[derive(Debug, Args)]
pub(crate) struct Original {
    /// Statement file.
    file: PathBuf,
    /// The draft, by id, beginning of the id or file name; the newest when left out.
    #[arg(long, default_value = "", hide_default_value = true)]
    draft: String,
    /// Where to write it; - for standard output.
    #[arg(long, short)]
    out: PathBuf,
}

impl Page {
    pub(super) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let Self { number: page, scale, password, .. } = self;
        let file = super::path(&self.file);
        let draft = super::draft::named(desk, &file, &self.draft)?;
        let out = Out::of(&self.out, "page.png", terminal)?;
        let asked = PageRequest { file, draft, page, scale, password };
        let written = desk.draft_page_to(asked, &out.path())?;
        out.answer(terminal, &written, words)?;
        Ok(Outcome::Fine)
    }
}

impl Original {
    pub(super) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let file = super::path(&self.file);
        let draft = super::draft::named(desk, &file, &self.draft)?;
        let out = Out::of(&self.out, "draft", terminal)?;
        let asked = OriginalRequest { file, draft, out: out.path() };
        let written = desk.draft_original(asked)?;
        out.answer(terminal, &written, words)?;
        Ok(Outcome::Fine)
    }
}

fn words(written: &Exported) -> String {
    format!("{} ({} bytes)", written.file, written.bytes)
}
