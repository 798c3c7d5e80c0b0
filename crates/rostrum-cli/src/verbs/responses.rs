//! `rostrum responses`: list responses in groups, with what stands against what.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use rostrum_core::model::Response;
use rostrum_core::model::response::Priority;
use rostrum_core::respond::conflicts::{Conflict, ConflictKind};
use rostrum_kit::Failure;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::FileRequest;
use serde::Serialize;

use super::respond::Said;
use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// List responses in groups, with what stands against what.
#[derive(Debug, Args)]
pub(crate) struct Responses {
    /// Statement file.
    file: PathBuf,
    /// What to group by.
    #[arg(long, value_enum, default_value_t = By::Paragraph)]
    by: By,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "lowercase")]
enum By {
    /// The paragraphs they answer, in the order of the draft.
    Paragraph,
    /// Their topic.
    Topic,
    /// How much they matter.
    Priority,
    /// Who works on them.
    Owner,
    /// How far the work on them is.
    Status,
    /// The norms they touch; one that touches several stands in several groups.
    Norm,
    /// What they ask for.
    Kind,
    /// The user's own tags; as with norms.
    Tag,
}

#[derive(Serialize)]
struct Answer {
    responses: Vec<Said>,
    by: By,
    groups: Vec<Group>,
    conflicts: Vec<Conflict>,
}

#[derive(Serialize)]
struct Group {
    name: String,
    responses: Vec<String>,
}

impl Responses {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let file = super::path(&self.file);
        let open = desk.statement_open(FileRequest { file: file.clone() })?;
        let responses: Vec<Said> = open.statement.responses.into_iter().map(Said::from).collect();
        let groups = grouped(&responses, self.by);
        let conflicts = desk.conflicts(FileRequest { file })?.conflicts;
        terminal.answer(&Answer { responses, by: self.by, groups, conflicts }, words);
        Ok(Outcome::Fine)
    }
}

/// Parts responses into groups; those without a value come last.
fn grouped(responses: &[Said], by: By) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for said in responses {
        for name in names(said, by) {
            let id = said.response.id.clone();
            match groups.iter_mut().find(|group| group.name == name) {
                Some(group) => group.responses.push(id),
                None => groups.push(Group { name, responses: vec![id] }),
            }
        }
    }
    match by {
        By::Paragraph => {}
        By::Priority => {
            groups.sort_by_key(|group| {
                ["high", "medium", "low"].iter().position(|w| *w == group.name)
            });
        }
        By::Topic | By::Owner | By::Status | By::Norm | By::Kind | By::Tag => {
            groups.sort_by(|a, b| (a.name.is_empty(), &a.name).cmp(&(b.name.is_empty(), &b.name)));
        }
    }
    groups
}

fn names(said: &Said, by: By) -> Vec<String> {
    let Response { topic, owner, norms, tags, kind, status, priority, .. } = &said.response;
    let several = |words: &[String]| {
        if words.is_empty() { vec![String::new()] } else { words.to_vec() }
    };
    match by {
        By::Paragraph => vec![said.place()],
        By::Topic => vec![topic.clone()],
        By::Owner => vec![owner.clone()],
        By::Norm => several(norms),
        By::Tag => several(tags),
        By::Kind => vec![kind.as_str().into()],
        By::Status => vec![status.as_str().into()],
        By::Priority => vec![
            match priority {
                Priority::High => "high",
                Priority::Medium => "medium",
                Priority::Low => "low",
            }
            .into(),
        ],
    }
}

fn words(answer: &Answer) -> String {
    let mut out = String::new();
    if answer.responses.is_empty() {
        out.push_str("No responses yet; begin with `rostrum respond`.\n");
    }
    for group in &answer.groups {
        let name = if group.name.is_empty() { "(none)" } else { &group.name };
        out.push_str(&format!("{name}\n"));
        for said in answer.responses.iter().filter(|s| group.responses.contains(&s.response.id)) {
            out.push_str(&format!("  {}\n", line(said, answer.by)));
        }
    }
    if !answer.conflicts.is_empty() {
        out.push_str("\nThese cannot both be followed:\n");
    }
    for conflict in &answer.conflicts {
        let label = conflict.label.trim_end_matches('.');
        let Conflict { first, second, .. } = conflict;
        out.push_str(&match conflict.kind {
            ConflictKind::Opposite => format!("  {label}: {first} against {second}\n"),
            ConflictKind::SameWords => format!(
                "  {label}: \"{}\" becomes \"{}\" ({first}) or \"{}\" ({second})\n",
                conflict.words, conflict.first_words, conflict.second_words
            ),
        });
    }
    out
}

/// Writes one response on a line.
fn line(said: &Said, by: By) -> String {
    let response = &said.response;
    let mut parts = vec![response.kind.as_str().to_owned()];
    if by != By::Paragraph {
        parts.push(said.place());
    }
    if !response.alternative_to.is_empty() {
        parts.push("second choice".into());
    }
    if response.private {
        parts.push("private".into());
    }
    if by != By::Status {
        parts.push(response.status.as_str().into());
    }
    let why = if response.rationale.is_empty() { &response.proposal } else { &response.rationale };
    if let Some(why) = why.lines().next().filter(|why| !why.is_empty()) {
        let short: String = why.chars().take(70).collect();
        parts.push(if short.len() < why.len() { format!("{short} …") } else { short });
    }
    format!("{} ({})", parts.join(" · "), response.id)
}
