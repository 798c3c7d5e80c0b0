//! `rostrum uptake`: tell what of our proposals stands in a later text.

use std::path::PathBuf;

use clap::Args;
use rostrum_kit::Failure;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{
    Evidence, EvidenceMark, Exported, ProposalUptake, Tally, UptakeStatus, UptakeView,
};
use serde::Serialize;

use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Tell what of our proposals stands in a later text.
///
/// Says which words stand where, never why they stand there.
#[derive(Debug, Args)]
pub(crate) struct UptakeVerb {
    /// Statement file.
    file: PathBuf,
    /// The later text: a file, or the id of a draft in the statement.
    later: String,
    /// Write a report as well; its ending says what: .docx, .csv or .html.
    #[arg(long, value_name = "OUT")]
    report: Option<PathBuf>,
    /// Password of the later text.
    #[arg(long, default_value = "", hide_default_value = true)]
    password: String,
}

#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    uptake: rostrum_kit::desk::wire::Uptake,
    later: String,
    tallies: Vec<Tally>,
    #[serde(skip_serializing_if = "Option::is_none")]
    report: Option<Exported>,
}

impl UptakeVerb {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let file = super::path(&self.file);
        let UptakeView { later, uptake, tallies } =
            desk.uptake_of(&file, &self.later, &self.password)?;
        let report = match &self.report {
            Some(out) => Some(desk.uptake_report_of(
                &file,
                &self.later,
                &self.password,
                &crate::out::file(out)?,
            )?),
            None => None,
        };
        terminal.answer(&Answer { uptake, later, tallies, report }, words);
        Ok(Outcome::Fine)
    }
}

fn words(answer: &Answer) -> String {
    let uptake = &answer.uptake;
    let mut out = format!("What of our proposals stands in {}\n\n", answer.later);
    if uptake.proposals.is_empty() {
        out.push_str(
            "No response proposes wording, or asks to keep, delete or move a paragraph.\n",
        );
    }
    for proposal in &uptake.proposals {
        out.push_str(&told(proposal));
    }
    for other in &uptake.without_wording {
        out.push_str(&format!("{}: {}\n", other.response, other.reason.words()));
    }
    if !uptake.proposals.is_empty() {
        let totals: Vec<String> = UptakeStatus::ALL
            .into_iter()
            .filter_map(|status| {
                Some(format!("{} {}", status.words(), uptake.totals.get(&status)?))
            })
            .collect();
        out.push_str(&format!("\n{}\n", totals.join(", ")));
        for tally in answer.tallies.iter().filter(|tally| !tally.name.is_empty()) {
            let totals: Vec<String> =
                tally.totals.iter().map(|(status, n)| format!("{} {n}", status.words())).collect();
            out.push_str(&format!("  {} {}: {}\n", tally.by, tally.name, totals.join(", ")));
        }
    }
    if let Some(report) = &answer.report {
        out.push_str(&format!("{} written, {} bytes.\n", report.file, report.bytes));
    }
    out
}

fn told(proposal: &ProposalUptake) -> String {
    let labels: Vec<&str> = proposal
        .paragraphs
        .iter()
        .map(|label| match label.trim_end_matches('.') {
            "" => "(no number)",
            label => label,
        })
        .collect();
    let share = match (proposal.status, proposal.share) {
        (UptakeStatus::Partly, Some(share)) if share < 1.0 => format!(", {:.0}%", share * 100.0),
        _ => String::new(),
    };
    let mut out = format!(
        "{}{share}  {} {}\n    {}\n",
        proposal.status.words(),
        proposal.kind.as_str(),
        labels.join(", "),
        proposal.explanation
    );
    for evidence in &proposal.evidence {
        out.push_str(&format!("    {}\n", shown(evidence)));
    }
    out
}

/// Shows a paragraph with the words found as `{+…+}` and those that matter otherwise as `[-…-]`.
fn shown(evidence: &Evidence) -> String {
    let perhaps = if evidence.sure { "" } else { "perhaps " };
    let mut out = format!("{perhaps}{} ", evidence.label);
    for run in &evidence.runs {
        match run.mark {
            EvidenceMark::Plain => out.push_str(&run.text),
            EvidenceMark::Found => out.push_str(&format!("{{+{}+}}", run.text)),
            EvidenceMark::Stayed | EvidenceMark::Changed => {
                out.push_str(&format!("[-{}-]", run.text));
            }
        }
    }
    out
}
