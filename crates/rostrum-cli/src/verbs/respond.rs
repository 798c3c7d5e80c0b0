//! `rostrum respond`: respond to one or more paragraphs.

use std::path::PathBuf;

use clap::Args;
use rostrum_core::model::response::Priority;
use rostrum_core::model::{Response, ResponseKind};
use rostrum_kit::desk::Desk;
use rostrum_kit::{Code, Failure};
use serde::Serialize;

use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Respond to one or more paragraphs of the newest draft.
#[derive(Debug, Args)]
pub(crate) struct Respond {
    /// Statement file.
    file: PathBuf,
    /// Labels as printed, such as `23`, `16 bis` or `23(a)`; `all` for the whole text.
    #[arg(long, value_delimiter = ',', required = true)]
    to: Vec<String>,
    /// general, keep, modify, add, delete, move or question.
    #[arg(long)]
    kind: String,
    /// The wording asked for: the whole paragraph as it should read.
    #[arg(long, default_value = "", hide_default_value = true)]
    proposal: String,
    /// Why.
    #[arg(long, default_value = "", hide_default_value = true)]
    rationale: String,
    /// Key of a source that supports it; may be given several times.
    #[arg(long = "source")]
    sources: Vec<String>,
    /// high, medium or low.
    #[arg(long, default_value = "medium")]
    priority: String,
    /// Topic under which it is sorted.
    #[arg(long, default_value = "", hide_default_value = true)]
    topic: String,
    /// Keep it back from every export and hand-over.
    #[arg(long)]
    private: bool,
}

#[derive(Serialize)]
struct Answer {
    response: Said,
}

#[derive(Serialize)]
struct Said {
    paragraphs: Vec<String>,
    #[serde(flatten)]
    response: Response,
}

impl Respond {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let kind = ResponseKind::from_word(&self.kind).ok_or_else(|| {
            let words: Vec<&str> = ResponseKind::ALL.iter().map(|kind| kind.as_str()).collect();
            refused("kind", &self.kind, &words)
        })?;
        let priority = match self.priority.as_str() {
            "high" => Priority::High,
            "medium" => Priority::Medium,
            "low" => Priority::Low,
            other => return Err(refused("priority", other, &["high", "medium", "low"])),
        };
        let file = super::path(&self.file);
        let targets =
            if self.to == ["all"] { Vec::new() } else { desk.targets_labelled(&file, &self.to)? };
        let response = desk.respond(
            &file,
            Response {
                kind,
                targets,
                proposal: self.proposal,
                rationale: self.rationale,
                priority,
                topic: self.topic,
                sources: self.sources,
                private: self.private,
                ..Response::default()
            },
        )?;
        let paragraphs = response.targets.iter().map(|target| target.label.clone()).collect();
        terminal.answer(&Answer { response: Said { paragraphs, response } }, |answer| {
            let said = &answer.response;
            format!(
                "{} recorded for {}.",
                said.response.kind.as_str(),
                if said.paragraphs.is_empty() {
                    "the whole text".to_owned()
                } else {
                    said.paragraphs.join(", ")
                }
            )
        });
        Ok(Outcome::Fine)
    }
}

fn refused(field: &str, given: &str, allowed: &[&str]) -> Failure {
    Failure::new(
        Code::ValueRefused,
        format!("take \"{given}\" as {field}"),
        format!("use one of {}", allowed.join(", ")),
    )
    .with("field", field)
}
