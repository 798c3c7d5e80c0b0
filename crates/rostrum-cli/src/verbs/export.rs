//! `rostrum export`: write a document, or several into one folder.

use std::path::{Path, PathBuf};

use clap::Args;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{
    ExportAllRequest, ExportRequest, ExportStyle, Exported, ExportedAll,
};
use rostrum_kit::{Code, Failure};

use crate::out::{Out, no};
use crate::outcome::Outcome;
use crate::terminal::{self, Terminal, few};

/// Write a document, or several into one folder.
#[derive(Debug, Args)]
pub(crate) struct Export {
    /// Statement file.
    file: PathBuf,
    /// docx, pdf, html, md, txt, form (plain text by question), csv, xlsx or json; several
    /// parted by commas, or "allowed" for all that the call takes, go into a folder.
    #[arg(long, value_delimiter = ',', required_unless_present = "all")]
    to: Vec<String>,
    /// Every format, into a folder.
    #[arg(long, conflicts_with = "to")]
    all: bool,
    /// prose, table, or tracked: the newest draft with our proposals as changes,
    /// which Word can accept and reject; in pdf, html, md and txt they are marked.
    #[arg(long, default_value = "prose")]
    layout: String,
    /// With --to txt: one plain text a question, as the fields of a form take it.
    #[arg(long)]
    form: bool,
    /// Style of texts and tables.
    #[command(flatten)]
    style: Style,
    /// File to write, or - for standard output; for several formats the folder, which is made
    /// when it is not there.
    #[arg(short, long)]
    out: PathBuf,
}

/// How documents, texts for forms and spreadsheets are written.
#[derive(Debug, Args)]
pub(crate) struct Style {
    /// In a text for a form: hyphens in place of dashes, or dashes kept.
    #[arg(long, value_name = "HOW", default_value = "hyphens")]
    dashes: String,
    /// In a text for a form: notes at the end, or in brackets where they stand.
    #[arg(long, value_name = "WHERE", default_value = "end")]
    notes: String,
    /// Whether a CSV begins with the mark of UTF-8: needed (where Excel needs it), always, never.
    #[arg(long, value_name = "WHEN", default_value = "needed")]
    bom: String,
    /// Where the notes of a document stand: foot or end; without it as the call says.
    #[arg(long, value_name = "WHERE", default_value = "", hide_default_value = true)]
    footnotes: String,
    /// Whether a table of contents stands before the text: with or without; left out, as the
    /// call says, or else in a long text.
    #[arg(long, value_name = "WHETHER", default_value = "", hide_default_value = true)]
    contents: String,
}

impl From<Style> for ExportStyle {
    fn from(style: Style) -> Self {
        Self {
            dashes: style.dashes,
            notes: style.notes,
            bom: style.bom,
            footnotes: style.footnotes,
            contents: style.contents,
        }
    }
}

impl Export {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let style = ExportStyle::from(self.style);
        let mut formats = if self.all { vec!["all".to_owned()] } else { self.to };
        if self.form {
            let Some(text) = formats.iter_mut().find(|format| *format == "txt") else {
                return Err(Failure::new(
                    Code::ValueRefused,
                    "write a text for a form",
                    "--form goes with --to txt",
                )
                .with("field", "format"));
            };
            "form".clone_into(text);
        }
        let several = formats.len() != 1 || matches!(formats[0].as_str(), "all" | "allowed");
        if several && self.out == Path::new("-") {
            return Err(no("several documents go into a folder; name one, or ask for one format"));
        }
        if several || is_folder(&self.out) {
            let request = ExportAllRequest {
                file: super::path(&self.file),
                formats,
                layout: self.layout,
                folder: super::path(&self.out),
                style,
                job: "export".into(),
            };
            return Ok(written(&desk.export_all(request)?, terminal));
        }
        let format = formats.swap_remove(0);
        let ending = if format == "form" { "txt" } else { &format };
        let out = Out::of(&self.out, &format!("statement.{ending}"), terminal)?;
        let request = ExportRequest {
            file: super::path(&self.file),
            format,
            layout: self.layout,
            out: out.path(),
        };
        let exported = desk.export_as(&request, &style)?;
        if out.is_standard() && !exported.beside.is_empty() {
            return Err(no(
                "its pictures lie in a folder beside it; name a file, or use --to html",
            ));
        }
        out.answer(terminal, &exported, |exported| {
            few(&exported.findings)
                + format!(
                    "{} written, {} bytes.\n{}",
                    exported.file,
                    exported.bytes,
                    beside(exported)
                )
                .trim_end()
        })?;
        Ok(Outcome::Fine)
    }
}

/// Names the files beside a document that belong to it.
fn beside(exported: &Exported) -> String {
    exported.beside.iter().map(|file| format!("  with {file}\n")).collect()
}

/// Tells whether a path is meant as a folder: it is one, or it is typed as one.
fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.to_string_lossy().ends_with(['/', std::path::MAIN_SEPARATOR])
}

/// Tells what was written, each finding once, and fails when a format is missing.
fn written(all: &ExportedAll, terminal: &Terminal) -> Outcome {
    terminal.answer(all, |all| {
        let mut told = Vec::new();
        let mut out = String::new();
        for one in &all.files {
            for finding in &one.exported.findings {
                if !told.contains(finding) {
                    told.push(finding.clone());
                }
            }
        }
        out.push_str(&few(&told));
        for one in &all.files {
            out.push_str(&format!(
                "{} written, {} bytes.\n",
                one.exported.file, one.exported.bytes
            ));
            out.push_str(&beside(&one.exported));
        }
        out
    });
    for failed in &all.failures {
        terminal::failure(&failed.failure);
    }
    if all.failures.is_empty() { Outcome::Fine } else { Outcome::Unusable }
}
