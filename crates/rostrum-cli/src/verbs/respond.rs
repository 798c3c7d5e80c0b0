//! `rostrum respond`: respond to paragraphs, or change a response.

use std::path::PathBuf;

use clap::{ArgAction, Args};
use rostrum_core::model::response::{Priority, ResponseStatus, Target};
use rostrum_core::model::{Response, ResponseKind};
use rostrum_core::respond::namesakes::Namesakes;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::FileRequest;
use rostrum_kit::{Code, Failure};
use serde::Serialize;

use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Respond to paragraphs of the newest draft, or change a response.
#[derive(Debug, Args)]
pub(crate) struct Respond {
    /// Statement file.
    file: PathBuf,
    /// What to respond to: `23`, `16 bis`, `23(a)`; several (`3,9`); a range (`12-18`,
    /// `12 to 18`); a heading (`"heading:B. Threats"`); paragraphs under a heading, where labels
    /// begin anew (`"Article 5 > 1,3"`); `all` for the whole text.
    #[arg(long, required_unless_present = "update")]
    to: Vec<String>,
    /// general, keep, modify, add, delete, move or question.
    #[arg(long, required_unless_present = "update")]
    kind: Option<String>,
    /// Make one response for each paragraph, in one step of undo, rather than one for all.
    #[arg(long, requires = "to", conflicts_with = "update")]
    each: bool,
    /// Change the response with this id; what is not given stays as it is.
    #[arg(long, value_name = "ID")]
    update: Option<String>,
    /// The wording asked for: the whole paragraph as it should read; for move, where to.
    #[arg(long)]
    proposal: Option<String>,
    /// Why.
    #[arg(long)]
    rationale: Option<String>,
    /// Key of a source that supports it; may be given several times.
    #[arg(long = "source", value_name = "KEY")]
    sources: Option<Vec<String>>,
    /// high, medium or low.
    #[arg(long)]
    priority: Option<String>,
    /// Topic under which it is sorted.
    #[arg(long)]
    topic: Option<String>,
    /// Letter of a norm of responsible State behaviour it touches, a to k; may be given
    /// several times.
    #[arg(long = "norm", value_name = "LETTER")]
    norms: Option<Vec<String>>,
    /// A tag of your own; may be given several times.
    #[arg(long = "tag", value_name = "WORD")]
    tags: Option<Vec<String>>,
    /// open, ready, agreed, or aside (kept, but not part of the submission).
    #[arg(long)]
    status: Option<String>,
    /// Who works on it; never printed or exported.
    #[arg(long)]
    owner: Option<String>,
    /// Id of the response that this one is a second choice for; empty for none.
    #[arg(long, value_name = "ID")]
    alternative_to: Option<String>,
    /// Keep it back from every export and hand-over.
    #[arg(long, action = ArgAction::SetTrue, overrides_with = "public")]
    private: bool,
    /// Make a private response part of the submission.
    #[arg(long, action = ArgAction::SetTrue, requires = "update")]
    public: bool,
}

#[derive(Serialize)]
struct Answer {
    /// The first of them, for those who asked for one.
    response: Said,
    responses: Vec<Said>,
    /// Labels that several paragraphs have: the first was taken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    namesakes: Vec<Namesakes>,
}

/// A response with the labels it answers.
#[derive(Clone, Serialize)]
pub(crate) struct Said {
    paragraphs: Vec<String>,
    #[serde(flatten)]
    pub(crate) response: Response,
}

impl From<Response> for Said {
    fn from(response: Response) -> Self {
        let paragraphs = response.targets.iter().map(|target| target.label.clone()).collect();
        Self { paragraphs, response }
    }
}

impl Said {
    /// Names what it answers: `12, 13`, or `the whole text`.
    pub(crate) fn place(&self) -> String {
        if self.paragraphs.is_empty() {
            return "the whole text".into();
        }
        let names: Vec<String> = self.response.targets.iter().map(name).collect();
        names.join(", ")
    }
}

/// Names a place of a draft: by its label, or by its first words where it has none.
pub(crate) fn name(target: &Target) -> String {
    match target.label.trim_end_matches('.') {
        "" => format!("\"{}\"", first_words(&target.text)),
        label => label.to_owned(),
    }
}

fn first_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(6).collect();
    words.join(" ")
}

impl Respond {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let file = super::path(&self.file);
        let targets =
            if self.to.is_empty() { None } else { Some(desk.targets_labelled(&file, &self.to)?) };
        let namesakes =
            if self.to.is_empty() { Vec::new() } else { desk.namesakes(&file, &self.to)? };
        let each = self.each;
        let mut response = match &self.update {
            Some(id) => known(desk, &file, id)?,
            None => Response::default(),
        };
        if let Some(targets) = targets {
            response.targets = targets;
        }
        self.fill(&mut response)?;
        let responses = if each && !response.targets.is_empty() {
            let one =
                |target: &Target| Response { targets: vec![target.clone()], ..response.clone() };
            response.targets.iter().map(one).collect()
        } else {
            vec![response]
        };
        let saved: Vec<Said> =
            desk.respond_all(&file, responses)?.into_iter().map(Said::from).collect();
        for several in &namesakes {
            terminal.note(&told(several));
        }
        let answer = Answer { response: saved[0].clone(), responses: saved, namesakes };
        terminal.answer(&answer, |answer| {
            answer
                .responses
                .iter()
                .map(|said| {
                    let kind = said.response.kind.as_str();
                    format!("{kind} recorded for {}. ({})\n", said.place(), said.response.id)
                })
                .collect()
        });
        Ok(Outcome::Fine)
    }

    /// Puts what was given into a response.
    fn fill(self, response: &mut Response) -> Result<(), Failure> {
        if let Some(kind) = &self.kind {
            response.kind = ResponseKind::from_word(kind).ok_or_else(|| {
                let words: Vec<&str> = ResponseKind::ALL.iter().map(|k| k.as_str()).collect();
                refused("kind", kind, &words)
            })?;
        }
        if let Some(priority) = &self.priority {
            response.priority = match priority.as_str() {
                "high" => Priority::High,
                "medium" => Priority::Medium,
                "low" => Priority::Low,
                other => return Err(refused("priority", other, &["high", "medium", "low"])),
            };
        }
        if let Some(status) = &self.status {
            response.status = ResponseStatus::from_word(status).ok_or_else(|| {
                let words: Vec<&str> = ResponseStatus::ALL.iter().map(|s| s.as_str()).collect();
                refused("status", status, &words)
            })?;
        }
        let put = |field: &mut String, given: Option<String>| {
            if let Some(given) = given {
                *field = given;
            }
        };
        put(&mut response.proposal, self.proposal);
        put(&mut response.rationale, self.rationale);
        put(&mut response.topic, self.topic);
        put(&mut response.owner, self.owner);
        put(&mut response.alternative_to, self.alternative_to);
        let list = |field: &mut Vec<String>, given: Option<Vec<String>>| {
            if let Some(given) = given {
                *field = given.into_iter().filter(|word| !word.trim().is_empty()).collect();
            }
        };
        list(&mut response.sources, self.sources);
        list(&mut response.norms, self.norms);
        list(&mut response.tags, self.tags);
        if self.private || self.public {
            response.private = self.private;
        }
        Ok(())
    }
}

/// Tells that a label was not the only one of its kind, and how to name another.
fn told(several: &Namesakes) -> String {
    let Namesakes { label, places, under, next } = several;
    let taken = if under.is_empty() { String::new() } else { format!(", under \"{under}\"") };
    let other = if next.is_empty() {
        String::new()
    } else {
        format!("; for another give its heading: --to \"{next} > {label}\"")
    };
    format!("{places} paragraphs are labelled \"{label}\"; the first was taken{taken}{other}.")
}

fn known(desk: &Desk, file: &str, id: &str) -> Result<Response, Failure> {
    let workspace = desk.statement_open(FileRequest { file: file.into() })?;
    workspace.statement.responses.into_iter().find(|response| response.id == id).ok_or_else(|| {
        Failure::new(
            Code::NotFound,
            format!("change the response \"{id}\""),
            "the statement has none of this id; `rostrum responses` lists them",
        )
        .with("name", id)
    })
}

fn refused(field: &str, given: &str, allowed: &[&str]) -> Failure {
    Failure::new(
        Code::ValueRefused,
        format!("take \"{given}\" as {field}"),
        format!("use one of {}", allowed.join(", ")),
    )
    .with("field", field)
}
