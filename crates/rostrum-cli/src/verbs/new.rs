//! `rostrum new`: start a statement from a call.

use std::path::PathBuf;

use clap::Args;
use rostrum_core::begun::{Changed, How, Kept, PlacedSection, Report};
use rostrum_kit::Failure;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{BegunRequest, BegunTakeRequest, HeaderRequest, NewStatementRequest};
use serde::Serialize;

use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Start a statement from a call, from nothing or from a text that was begun in Word.
#[derive(Debug, Args)]
pub(crate) struct New {
    /// Statement file to make.
    file: PathBuf,
    /// Id of the call; `rostrum calls list` shows them.
    #[arg(long)]
    call: String,
    /// Title as it prints.
    #[arg(long, default_value = "", hide_default_value = true)]
    title: String,
    /// Organisation as it prints.
    #[arg(long, default_value = "", hide_default_value = true)]
    organisation: String,
    /// Language it is written in: ar, zh, en, fr, ru, es, or the tag of another one.
    #[arg(long, value_name = "TAG", value_parser = super::cover::language)]
    language: Option<String>,
    /// Id of a skeleton whose sections stand in place of the call's; `rostrum skeletons` lists
    /// them.
    #[arg(long, default_value = "", hide_default_value = true)]
    skeleton: String,
    /// Text to go on with: a .docx, .odt, .md or .txt file. Its headings become
    /// the sections of the call; what was changed is told.
    #[arg(long, value_name = "TEXT")]
    from: Option<PathBuf>,
}

#[derive(Serialize)]
struct Answer {
    file: String,
    call: String,
    sections: Vec<String>,
    #[serde(flatten)]
    from: Option<From>,
}

/// What became of the text that was begun.
#[derive(Serialize)]
struct From {
    /// The sections with the headings they had.
    placed: Vec<PlacedSection>,
    kept: Kept,
    changed: Vec<Changed>,
    not_carried: Vec<Changed>,
}

impl New {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let text = self.from.as_deref().map(super::path);
        if let Some(text) = text.clone() {
            // A text that cannot be read leaves no statement behind.
            let (call, skeleton) = (self.call.clone(), self.skeleton.clone());
            desk.begun_look(BegunRequest { text, call, skeleton, job: "begun".into() })?;
        }
        let mut made = desk.statement_new(NewStatementRequest {
            file: super::path(&self.file),
            call: self.call,
            title: self.title,
            organisation: self.organisation,
            skeleton: self.skeleton,
        })?;
        if let Some(value) = self.language {
            let (file, field) = (made.file.clone(), "language".to_owned());
            made = desk.header_set(HeaderRequest { file, field, value })?;
        }
        let mut from = None;
        if let Some(text) = text {
            let file = made.file.clone();
            let taken = desk.begun_take(BegunTakeRequest { file, text, job: "begun".into() })?;
            made = taken.workspace;
            let Report { sections: placed, kept, changed, not_carried } = taken.report;
            from = Some(From { placed, kept, changed, not_carried });
        }
        let sections = made.call.sections.into_iter().map(|section| section.heading).collect();
        let answer = Answer { file: made.file, call: made.call.id, sections, from };
        terminal.answer(&answer, |answer| match &answer.from {
            None => format!(
                "{} made for {}. Sections:\n  {}",
                answer.file,
                answer.call,
                answer.sections.join("\n  ")
            ),
            Some(from) => words(answer, from),
        });
        Ok(Outcome::Fine)
    }
}

fn words(answer: &Answer, from: &From) -> String {
    let kept = &from.kept;
    let mut out = format!(
        "{} made for {} with {} words: {} paragraphs, {} headings, {} list items, {} tables, \
         {} pictures, {} notes, {} sources, {} comments.\n",
        answer.file,
        answer.call,
        kept.words,
        kept.paragraphs,
        kept.headings,
        kept.list_items,
        kept.tables,
        kept.pictures,
        kept.notes,
        kept.sources,
        kept.comments,
    );
    for section in &from.placed {
        let how = match section.how {
            How::Same => String::new(),
            How::Near => format!(", from “{}”", section.heading),
            How::Own => ", not asked for by the call".into(),
            How::Unheaded => ", from the text before the first heading".into(),
            How::Empty => ", nothing in the file".into(),
        };
        out.push_str(&format!("  {}: {} words{how}\n", section.name, section.words));
    }
    for (title, list) in [("Changed", &from.changed), ("Not carried over", &from.not_carried)] {
        if !list.is_empty() {
            out.push_str(&format!("{title}:\n"));
        }
        for entry in list {
            let by = if entry.by.is_empty() { String::new() } else { format!(", {}", entry.by) };
            let place =
                if entry.place.is_empty() { String::new() } else { format!(" ({})", entry.place) };
            out.push_str(&format!(
                "  {}{by}{place}: {}\n",
                entry.what.replace('_', " "),
                entry.words
            ));
        }
    }
    out
}
