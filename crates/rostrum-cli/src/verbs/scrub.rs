//! `rostrum scrub`: what files give away, and copies without it.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use rostrum_core::check::code_of;
use rostrum_core::finding::Severity;
use rostrum_core::scrub::{Changes, Choices, Hindrance, Item, Removal};
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{ScrubCleanRequest, ScrubCleaned, ScrubReport, ScrubRequest};
use rostrum_kit::{Code, Failure};
use serde::Serialize;

use super::check::Gravity;
use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Tell what files give away before they are public, or write cleaned copies.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command")]
pub(crate) struct Scrub {
    /// Word, ODT or PDF files, web pages, photographs (JPEG, PNG).
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Write a copy without names, dates, marks of editing and paths.
    #[arg(long)]
    clean: bool,
    /// Where to write the copy; a folder when there are several files.
    #[arg(long, short, requires = "clean")]
    out: Option<PathBuf>,
    /// Never done: what is taken out cannot be brought back.
    #[arg(long, requires = "clean", conflicts_with = "out", hide = true)]
    in_place: bool,
    /// Take comments out.
    #[arg(long, requires = "clean")]
    comments: bool,
    /// Accept or reject all recorded changes.
    #[arg(long, requires = "clean", value_enum)]
    changes: Option<Word>,
    /// Take hidden words out.
    #[arg(long, requires = "clean")]
    hidden: bool,
    /// Take attached files out (PDF).
    #[arg(long, requires = "clean")]
    attachments: bool,
    /// Organisation whose own name as author is no secret.
    #[arg(long, default_value = "", hide_default_value = true)]
    organisation: String,
    /// End with exit code 1 when something at least this grave is in the file, or left in the copy.
    #[arg(long, value_enum, default_value_t = Gravity::Error)]
    fail_on: Gravity,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Word {
    Accept,
    Reject,
}

#[derive(Serialize)]
struct Answer {
    files: Vec<Looked>,
}

/// A file with what it gives away.
#[derive(Default, Serialize)]
struct Looked {
    file: String,
    kind: Option<rostrum_core::scrub::Format>,
    hindrance: Option<Hindrance>,
    items: Vec<Coded>,
    more: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    cleaned: Option<Copy>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Failure>,
}

/// An item with the code of the check that is about it.
#[derive(Serialize)]
pub(super) struct Coded {
    code: &'static str,
    #[serde(flatten)]
    item: Item,
}

/// A cleaned copy.
#[derive(Serialize)]
struct Copy {
    file: String,
    bytes: u32,
    sha256: String,
    removed: u32,
    left: Vec<Coded>,
}

impl Scrub {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        self.refuse()?;
        let mut files = Vec::new();
        for path in &self.files {
            let file = super::path(path);
            files.push(self.one(desk, path).unwrap_or_else(|error| Looked {
                file,
                error: Some(error),
                ..Looked::default()
            }));
        }
        // One file alone ends as every other verb does.
        if files.len() == 1
            && let Some(error) = files[0].error.take()
        {
            return Err(error);
        }
        let bound = self.fail_on.severity();
        let grave = files.iter().any(|file| {
            let what = file.cleaned.as_ref().map_or(&file.items, |copy| &copy.left);
            what.iter().any(|coded| coded.item.weight >= bound)
        });
        let broken = files.iter().any(|file| file.error.is_some());
        terminal.answer(&Answer { files }, |answer| {
            answer.files.iter().map(words).collect::<Vec<_>>().join("\n")
        });
        Ok(match (broken, grave) {
            (true, _) => Outcome::Unusable,
            (_, true) => Outcome::Findings,
            _ => Outcome::Fine,
        })
    }

    fn refuse(&self) -> Result<(), Failure> {
        let refused = |detail: &str| {
            Err(Failure::new(Code::ValueRefused, "clean files", detail).with("field", "out"))
        };
        if self.in_place {
            return refused(
                "a file is never changed in its place: what is taken out cannot be brought back; \
                 write a copy with -o",
            );
        }
        match &self.out {
            None if self.clean => refused("say with -o where to write the copy"),
            Some(out) if self.files.len() > 1 && !out.is_dir() => {
                refused("for several files -o names a folder that is there")
            }
            _ => Ok(()),
        }
    }

    fn one(&self, desk: &Desk, path: &Path) -> Result<Looked, Failure> {
        let file = super::path(path);
        let report = desk.scrub_look(ScrubRequest {
            path: file.clone(),
            organisation: self.organisation.clone(),
            job: "scrub".into(),
        })?;
        let cleaned = match &self.out {
            Some(out) => Some(desk.scrub_clean(ScrubCleanRequest {
                path: file.clone(),
                out: super::path(&if out.is_dir() {
                    out.join(path.file_name().unwrap_or_default())
                } else {
                    PathBuf::from(crate::out::file(out)?)
                }),
                choices: self.choices(),
                job: "scrub".into(),
            })?),
            None => None,
        };
        let ScrubReport { format, hindrance, items, more, .. } = report;
        Ok(Looked {
            file,
            kind: Some(format),
            hindrance: (hindrance != Hindrance::None).then_some(hindrance),
            items: coded(items),
            more,
            cleaned: cleaned.map(|ScrubCleaned { written, removed, left }| Copy {
                file: written.file,
                bytes: written.bytes,
                sha256: written.sha256,
                removed: removed.iter().map(|item| item.count).sum(),
                left: coded(left),
            }),
            error: None,
        })
    }

    fn choices(&self) -> Choices {
        Choices {
            comments: self.comments,
            changes: self.changes.map(|word| match word {
                Word::Accept => Changes::Accept,
                Word::Reject => Changes::Reject,
            }),
            hidden: self.hidden,
            attachments: self.attachments,
            organisation: self.organisation.clone(),
        }
    }
}

pub(super) fn coded(items: Vec<Item>) -> Vec<Coded> {
    items.into_iter().map(|item| Coded { code: code_of(item.kind), item }).collect()
}

fn words(looked: &Looked) -> String {
    let mut out = format!("{}\n", looked.file);
    if let Some(error) = &looked.error {
        out.push_str(&format!("  cannot be looked through: {}\n", error.detail));
        return out;
    }
    match &looked.cleaned {
        None if looked.items.is_empty() => out.push_str("  gives nothing away\n"),
        None => out.push_str(&list(&looked.items)),
        Some(copy) => {
            let things = if copy.removed == 1 { "thing" } else { "things" };
            out.push_str(&format!(
                "  {} ({} bytes): {} {things} taken out, {} left\n",
                copy.file,
                copy.bytes,
                copy.removed,
                copy.left.len()
            ));
            out.push_str(&list(&copy.left));
        }
    }
    match looked.hindrance {
        Some(Hindrance::Signed) => out.push_str("  It is signed; cleaning would break that.\n"),
        Some(Hindrance::Protected) => {
            out.push_str("  It is protected; clean a copy without protection.\n");
        }
        _ => {}
    }
    if looked.more > 0 {
        out.push_str(&format!("  … and {} more\n", looked.more));
    }
    out
}

/// Writes items one a line, the gravest first.
pub(super) fn list(items: &[Coded]) -> String {
    let mut out = String::new();
    for Coded { code, item } in items {
        let severity = match item.weight {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        };
        let mut line = format!("  {severity} {code} {}", item.kind.says());
        if item.count > 1 {
            line.push_str(&format!(" ×{}", item.count));
        }
        if !item.what.is_empty() {
            line.push_str(&format!(": {}", item.what));
        }
        let by: Vec<&str> =
            [item.who.as_str(), item.when.as_str()].into_iter().filter(|w| !w.is_empty()).collect();
        if !by.is_empty() {
            line.push_str(&format!(" ({})", by.join(", ")));
        }
        let how = match item.removal {
            Removal::Always => "",
            Removal::Comments => "  [--comments]",
            Removal::Changes => "  [--changes]",
            Removal::Hidden => "  [--hidden]",
            Removal::Attachments => "  [--attachments]",
            Removal::Never => "  [stays]",
        };
        line.push_str(how);
        out.push_str(&line);
        out.push('\n');
    }
    out
}
