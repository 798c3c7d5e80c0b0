//! `rostrum mute` and `rostrum unmute`: set findings aside, and let them come back.

use std::path::PathBuf;

use clap::Args;
use rostrum_core::check::{CheckReport, RULES, Rule};
use rostrum_core::finding::Finding;
use rostrum_core::model::{Mute as Made, MuteScope};
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{FileRequest, ItemRequest, MuteRequest};
use rostrum_kit::{Code, Failure};
use serde::Serialize;

use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Set findings aside, with a reason: one of them, or all that a rule finds somewhere.
///
/// What is about words comes back when the words are others.
#[derive(Debug, Args)]
pub(crate) struct Mute {
    /// Statement file.
    file: PathBuf,
    /// Code or name of the rule, as `rostrum check` prints it.
    rule: String,
    /// Set aside the one finding whose sentence or message has these words.
    #[arg(long, value_name = "WORDS", conflicts_with_all = ["paragraph", "section"])]
    at: Option<String>,
    /// Set the rule aside in the paragraph or response where a finding has these words.
    #[arg(long, value_name = "WORDS", conflicts_with = "section")]
    paragraph: Option<String>,
    /// Set the rule aside in the section with this heading.
    #[arg(long, value_name = "HEADING")]
    section: Option<String>,
    /// Why, for partners and for later.
    #[arg(long)]
    reason: String,
}

/// Let findings that were set aside come back.
#[derive(Debug, Args)]
pub(crate) struct Unmute {
    /// Statement file.
    file: PathBuf,
    /// Id of the mute, as `rostrum check --muted` prints it, or code or name of a rule.
    what: String,
}

/// What is set aside after the act.
#[derive(Serialize)]
struct Answer {
    mutes: Vec<Made>,
    summary: std::collections::BTreeMap<String, u32>,
}

impl Mute {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let file = super::path(&self.file);
        let rule = rule(&self.rule)?;
        let (words, scope) = match (&self.at, &self.paragraph, &self.section) {
            (Some(words), _, _) => (Some(words), MuteScope::Finding),
            (_, Some(words), _) => (Some(words), MuteScope::Paragraph),
            (_, _, Some(_)) => (None, MuteScope::Section),
            _ => (None, MuteScope::Rule),
        };
        let report = desk.check(FileRequest { file: file.clone() })?;
        let body = desk.workspace(FileRequest { file: file.clone() })?.statement;
        let found: Vec<&Finding> = report
            .findings
            .iter()
            .filter(|finding| finding.code == rule.code)
            .filter(|finding| words.is_none_or(|words| speaks_of(finding, words, &body)))
            .filter(|finding| {
                self.section.as_ref().is_none_or(|section| {
                    finding
                        .place
                        .section
                        .as_ref()
                        .is_some_and(|own| own.eq_ignore_ascii_case(section))
                })
            })
            .collect();
        let refused = |detail: String| {
            Failure::new(Code::NotFound, format!("set {} aside", rule.code), detail)
                .with("name", rule.code)
        };
        let finding = match found.as_slice() {
            [] => {
                return Err(refused(
                    "it has found nothing there; `rostrum check` lists the findings".into(),
                ));
            }
            [first, second, ..] if scope == MuteScope::Finding && first.place != second.place => {
                return Err(refused(format!(
                    "{} findings have these words; give more of them, or --paragraph or --section",
                    found.len()
                )));
            }
            [first, ..] => (*first).clone(),
        };
        let made = desk.finding_mute(MuteRequest {
            file: file.clone(),
            finding,
            scope,
            reason: self.reason,
        })?;
        answer(desk, terminal, &file, made.statement.mutes)
    }
}

impl Unmute {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let file = super::path(&self.file);
        let mutes = desk.workspace(FileRequest { file: file.clone() })?.statement.mutes;
        let code = rule(&self.what).map(|rule| rule.code).ok();
        let mut ids: Vec<String> = mutes
            .into_iter()
            .filter(|mute| mute.id == self.what || Some(mute.rule.as_str()) == code)
            .map(|mute| mute.id)
            .collect();
        if ids.is_empty() {
            // The desk says what is wrong with the id.
            ids.push(self.what.clone());
        }
        let mut left = Vec::new();
        for id in ids {
            left = desk.finding_unmute(ItemRequest { file: file.clone(), id })?.statement.mutes;
        }
        answer(desk, terminal, &file, left)
    }
}

fn answer(
    desk: &Desk,
    terminal: &Terminal,
    file: &str,
    mutes: Vec<Made>,
) -> Result<Outcome, Failure> {
    let report = desk.check(FileRequest { file: file.to_owned() })?;
    let answer = Answer { mutes, summary: report.summary.clone() };
    terminal.answer(&answer, |answer| listed(&answer.mutes, &report));
    Ok(Outcome::Fine)
}

/// Writes what is set aside, one a line, with how many findings each holds back.
pub(super) fn listed(mutes: &[Made], report: &CheckReport) -> String {
    if mutes.is_empty() {
        return "Nothing is set aside.".into();
    }
    let mut out = String::new();
    for mute in mutes {
        let held = report.muted.iter().filter(|muted| muted.mute == mute.id).count();
        let name = RULES.iter().find(|rule| rule.code == mute.rule).map_or("", |rule| rule.name);
        let whole = match mute.scope {
            MuteScope::Rule => "everywhere".into(),
            MuteScope::Section => format!("in \"{}\"", mute.at),
            MuteScope::Paragraph => format!("in the paragraph \"{}\"", mute.said),
            MuteScope::Finding => format!("at \"{}\"", mute.said),
        };
        let state = match held {
            0 => "holds nothing back any more".into(),
            1 => "holds 1 finding back".into(),
            held => format!("holds {held} findings back"),
        };
        out.push_str(&format!(
            "{} {name} {whole}: {}\n    {state}; id {}\n",
            mute.rule, mute.reason, mute.id
        ));
    }
    out
}

/// Returns the rule with this code or name.
pub(super) fn rule(named: &str) -> Result<&'static Rule, Failure> {
    let found = RULES
        .iter()
        .find(|rule| rule.code.eq_ignore_ascii_case(named) || rule.name == named.to_lowercase());
    found.copied().ok_or_else(|| {
        Failure::new(
            Code::NotFound,
            format!("find the rule \"{named}\""),
            "there is no such rule; `rostrum check` prints the code of each finding",
        )
        .with("name", named)
    })
}

/// Tells whether a finding's message or the line it stands in has these words.
fn speaks_of(finding: &Finding, words: &str, statement: &rostrum_core::model::Statement) -> bool {
    let said = |scope| {
        rostrum_core::check::mute_for(finding, scope, statement).map_or(String::new(), |m| m.said)
    };
    finding.message.contains(words)
        || said(MuteScope::Finding).contains(words)
        || said(MuteScope::Paragraph).contains(words)
}
