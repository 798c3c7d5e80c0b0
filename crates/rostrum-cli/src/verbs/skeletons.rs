//! `rostrum skeletons` and `rostrum notes`.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{
    NotesRequest, Nothing, SectionRequest, SkeletonRequest, Skeletons, SortedNotes,
};
use rostrum_kit::{Code, Failure};

use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// List how kinds of documents are usually built, or add one to a statement.
#[derive(Debug, Args)]
pub(crate) struct SkeletonsVerb {
    #[command(subcommand)]
    act: Option<Act>,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// List the skeletons.
    List,
    /// Show one with the guidance of its sections.
    Show {
        /// Id of the skeleton.
        id: String,
    },
    /// Add its sections to a statement.
    Add {
        /// Statement file.
        file: PathBuf,
        /// Id of the skeleton.
        id: String,
    },
}

impl SkeletonsVerb {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let mut all = desk.skeletons(Nothing {})?;
        match self.act.unwrap_or(Act::List) {
            Act::List => terminal.answer(&all, listed),
            Act::Show { id } => {
                all.skeletons.retain(|skeleton| skeleton.id == id);
                if all.skeletons.is_empty() {
                    let detail = "there is none of this id; rostrum skeletons list shows them";
                    let attempt = format!("show the skeleton \"{id}\"");
                    return Err(Failure::new(Code::NotFound, attempt, detail).with("name", id));
                }
                terminal.answer(&all, shown);
            }
            Act::Add { file, id } => {
                let file = super::path(&file);
                let made = desk.skeleton_add(SkeletonRequest { file, skeleton: id })?;
                let sections: Vec<String> =
                    made.call.sections.into_iter().map(|section| section.heading).collect();
                let answer = serde_json::json!({ "file": made.file, "sections": sections });
                terminal.answer(&answer, |_| format!("Sections:\n  {}", sections.join("\n  ")));
            }
        }
        Ok(Outcome::Fine)
    }
}

fn listed(all: &Skeletons) -> String {
    let line = |skeleton: &rostrum_core::skeletons::Skeleton| {
        format!("{}  {}\n    {}\n", skeleton.id, skeleton.name, skeleton.about)
    };
    all.skeletons.iter().map(line).collect()
}

fn shown(all: &Skeletons) -> String {
    let mut out = listed(all);
    for section in all.skeletons.iter().flat_map(|skeleton| &skeleton.sections) {
        let required = if section.required { "" } else { " (optional)" };
        out.push_str(&format!("\n{}{required}\n  {}\n", section.heading, section.guidance));
        if !section.avoid.is_empty() {
            out.push_str(&format!("  Avoid: {}\n", section.avoid));
        }
        if !section.example.is_empty() {
            out.push_str(&format!("  Such as: {}\n", section.example));
        }
    }
    out
}

/// Sort notes of a meeting by topic, without the names of those who spoke.
#[derive(Debug, Args)]
pub(crate) struct Notes {
    /// File with the notes; standard input unless given.
    file: Option<PathBuf>,
    /// Name of somebody who agreed to be named, as it is found.
    #[arg(long, value_name = "NAME")]
    agreed: Vec<String>,
    /// Statement file into whose section the points are written.
    #[arg(long, value_name = "STATEMENT", requires = "section")]
    into: Option<PathBuf>,
    /// Heading or id of that section.
    #[arg(long)]
    section: Option<String>,
}

impl Notes {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let failed = |error: std::io::Error| {
            Failure::new(Code::FileRefused, "read the notes", error).with("file", "notes")
        };
        let notes = if let Some(file) = self.file.as_ref().filter(|file| *file != Path::new("-")) {
            String::from_utf8_lossy(&std::fs::read(file).map_err(failed)?).into_owned()
        } else {
            super::typed(terminal, "the notes")?
        };
        let sorted = desk.notes_sort(NotesRequest { notes, agreed: self.agreed })?;
        if let (Some(file), Some(section)) = (&self.into, self.section) {
            desk.section_write(SectionRequest {
                file: super::path(file),
                section,
                text: sorted.markdown.clone(),
            })?;
        }
        terminal.answer(&sorted, words);
        Ok(Outcome::Fine)
    }
}

fn words(sorted: &SortedNotes) -> String {
    let mut out = sorted.markdown.clone();
    if !sorted.speakers.is_empty() {
        out.push_str("\nFound to speak (name who agreed with --agreed NAME):\n");
    }
    for speaker in &sorted.speakers {
        let named = if speaker.agreed { "named" } else { "not named" };
        let of = if speaker.organisation.is_empty() {
            String::new()
        } else {
            format!(" ({})", speaker.organisation)
        };
        out.push_str(&format!("  {}{of}: {} lines, {named}\n", speaker.name, speaker.lines));
    }
    out
}
