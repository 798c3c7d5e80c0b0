//! `rostrum check`: check a statement against its call.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use rostrum_core::check::CheckReport;
use rostrum_core::finding::{Finding, Severity};
use rostrum_kit::Failure;
use rostrum_kit::desk::Desk;
use serde_json::{Value, json};

use crate::outcome::Outcome;
use crate::terminal::{Terminal, findings};

/// Check a statement against its call.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Statement file, or a .md, .docx or .txt file.
    file: PathBuf,
    /// Id of the call whose rules are taken; a statement file has its own.
    #[arg(long)]
    call: Option<String>,
    /// How findings are printed.
    #[arg(long, value_enum, default_value_t = Form::Human)]
    format: Form,
    /// End with exit code 1 when a finding is at least this grave.
    #[arg(long, value_enum, default_value_t = Gravity::Error)]
    fail_on: Gravity,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    Human,
    Json,
    Sarif,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Gravity {
    Error,
    Warning,
    Info,
}

impl Check {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let report = desk.check_file(&super::path(&self.file), self.call.as_deref())?;
        let bound = match self.fail_on {
            Gravity::Error => Severity::Error,
            Gravity::Warning => Severity::Warning,
            Gravity::Info => Severity::Info,
        };
        let grave = report.findings.iter().any(|finding| finding.severity >= bound);
        match self.format {
            Form::Sarif => {
                let log = sarif(&super::path(&self.file), &report.findings);
                Terminal::new(true, true).answer(&log, |_| String::new());
            }
            Form::Json => Terminal::new(true, true).answer(&report, |_| String::new()),
            Form::Human => terminal.answer(&report, words),
        }
        Ok(if grave { Outcome::Findings } else { Outcome::Fine })
    }
}

fn words(report: &CheckReport) -> String {
    if report.findings.is_empty() {
        return "Nothing stands in the way.".into();
    }
    let number = |severity: &str| report.summary.get(severity).copied().unwrap_or(0);
    findings(&report.findings)
        + &format!(
            "\n{} errors, {} warnings, {} remarks.",
            number("error"),
            number("warning"),
            number("info")
        )
}

/// Writes findings as SARIF 2.1.0, the form that code hosts and editors read.
fn sarif(file: &str, findings: &[Finding]) -> Value {
    let mut rules: Vec<(&str, &str)> =
        findings.iter().map(|f| (f.code.as_str(), f.name.as_str())).collect();
    rules.sort_unstable();
    rules.dedup();
    let results: Vec<Value> = findings.iter().map(|finding| result(file, finding)).collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "Rostrum",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter()
                    .map(|(code, name)| json!({ "id": code, "name": name }))
                    .collect::<Vec<_>>(),
            }},
            "columnKind": "utf16CodeUnits",
            "results": results,
        }],
    })
}

fn result(file: &str, finding: &Finding) -> Value {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    };
    let mut physical = json!({ "artifactLocation": { "uri": file } });
    if let (Some(start), Some(end)) = (finding.place.start, finding.place.end) {
        physical["region"] =
            json!({ "charOffset": start, "charLength": end.saturating_sub(start) });
    }
    json!({
        "ruleId": finding.code,
        "level": level,
        "message": { "text": format!("{} {}", finding.message, finding.hint).trim() },
        "locations": [{
            "physicalLocation": physical,
            "logicalLocations": [{
                "kind": finding.place.part,
                "name": finding.place.section.as_ref().or(finding.place.paragraph.as_ref()),
            }],
        }],
    })
}
