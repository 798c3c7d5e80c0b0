//! `rostrum check`: check a statement against its call.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use rostrum_core::check::{CheckReport, MutedFinding};
use rostrum_core::finding::{Finding, Severity};
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{ExportPlanRequest, FileRequest};
use rostrum_kit::{Code, Failure};
use serde::Serialize;
use serde_json::{Value, json};

use crate::outcome::Outcome;
use crate::terminal::{Terminal, few, findings};

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
    /// List what was set aside, each with its reason and its id.
    #[arg(long)]
    muted: bool,
    /// Mend what can be mended, or what this rule found (code or name), and check again.
    #[arg(long, value_name = "RULE", num_args = 0..=1, default_missing_value = "")]
    mend: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    Human,
    Json,
    Sarif,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Gravity {
    Error,
    Warning,
    Info,
}

impl Gravity {
    /// Returns the severity from which a run fails.
    pub(crate) fn severity(self) -> Severity {
        match self {
            Self::Error => Severity::Error,
            Self::Warning => Severity::Warning,
            Self::Info => Severity::Info,
        }
    }
}

impl Check {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let file = super::path(&self.file);
        let mended = self.mend.as_ref().map(|rule| mend(desk, &file, rule)).transpose()?;
        let report = desk.check_file(&file, self.call.as_deref())?;
        let bound = self.fail_on.severity();
        let grave = report.findings.iter().any(|finding| finding.severity >= bound);
        match self.format {
            Form::Sarif => {
                let log = sarif(&file, &report);
                Terminal::new(true, true).answer(&log, |_| String::new());
            }
            Form::Json => {
                Terminal::new(true, true)
                    .answer(&answer(&report, mended.as_deref()), |_| String::new());
            }
            Form::Human => terminal.answer(&answer(&report, mended.as_deref()), |_| {
                let mut out = mended.as_ref().map_or(String::new(), |m| mended_words(m));
                out.push_str(&words(&report));
                if self.muted {
                    out.push_str(&muted(desk, &file, &report));
                }
                out
            }),
        }
        let told = on_export(desk, &file)?;
        if !told.is_empty() {
            let told = few(&told);
            terminal
                .note(&format!("No rule of the call, but told on export:\n{}", told.trim_end()));
        }
        Ok(if grave { Outcome::Findings } else { Outcome::Fine })
    }
}

/// Returns what an export of a statement file tells of notes and citations and no check does.
fn on_export(desk: &Desk, file: &str) -> Result<Vec<Finding>, Failure> {
    const UNCHECKED: [&str; 3] = ["D102", "D103", "D104"];
    if !file.ends_with(".rostrum") {
        return Ok(Vec::new());
    }
    let request = ExportPlanRequest { file: file.to_owned(), ..ExportPlanRequest::default() };
    let mut told = desk.export_plan(request)?.findings;
    told.retain(|finding| UNCHECKED.contains(&finding.code.as_str()));
    Ok(told)
}

/// What is answered as JSON: the report, and what was mended before when that was asked for.
#[derive(Serialize)]
struct Answer<'a> {
    #[serde(flatten)]
    report: &'a CheckReport,
    #[serde(skip_serializing_if = "Option::is_none")]
    mended: Option<&'a [Finding]>,
}

fn answer<'a>(report: &'a CheckReport, mended: Option<&'a [Finding]>) -> Answer<'a> {
    Answer { report, mended }
}

/// Mends what can be mended in a statement file, and returns what was.
fn mend(desk: &Desk, file: &str, rule: &str) -> Result<Vec<Finding>, Failure> {
    if !file.ends_with(".rostrum") {
        return Err(Failure::new(
            Code::ValueRefused,
            format!("mend \"{file}\""),
            "only statements are mended; other files are left as they are",
        )
        .with("file", file));
    }
    let code = if rule.is_empty() { "" } else { super::mute::rule(rule)?.code };
    // What a misspelt word means is for a person to say, unless that is just what is asked for.
    desk.mend_all(file, |finding| {
        if code.is_empty() { finding.name != "spelling" } else { finding.code == code }
    })
}

fn mended_words(mended: &[Finding]) -> String {
    let mut out = String::new();
    for finding in mended {
        out.push_str(&format!("mended {} {}\n", finding.code, finding.message));
    }
    out.push_str(&match mended.len() {
        0 => "Nothing could be mended.\n\n".into(),
        1 => "1 finding mended.\n\n".into(),
        count => format!("{count} findings mended.\n\n"),
    });
    out
}

/// Writes what was set aside.
fn muted(desk: &Desk, file: &str, report: &CheckReport) -> String {
    let request = FileRequest { file: file.to_owned() };
    // A file that is no statement has nothing set aside.
    let mutes = desk.workspace(request).map(|w| w.statement.mutes).unwrap_or_default();
    format!("\n\n{}", super::mute::listed(&mutes, report))
}

fn words(report: &CheckReport) -> String {
    let aside = match report.muted.len() {
        0 => String::new(),
        1 => " 1 is set aside.".into(),
        count => format!(" {count} are set aside."),
    };
    if report.findings.is_empty() {
        return format!("Nothing stands in the way.{aside}");
    }
    let number = |severity: &str| report.summary.get(severity).copied().unwrap_or(0);
    findings(&report.findings)
        + &format!(
            "\n{} errors, {} warnings, {} remarks.{aside}",
            number("error"),
            number("warning"),
            number("info")
        )
}

/// Writes findings as SARIF 2.1.0, the form that code hosts and editors read.
///
/// What was set aside is among the results, with a suppression that carries the reason.
fn sarif(file: &str, report: &CheckReport) -> Value {
    let aside = || report.muted.iter().map(|muted| &muted.finding);
    let mut rules: Vec<(&str, &str)> =
        report.findings.iter().chain(aside()).map(|f| (f.code.as_str(), f.name.as_str())).collect();
    rules.sort_unstable();
    rules.dedup();
    let standing = report.findings.iter().map(|finding| result(file, finding));
    let results: Vec<Value> =
        standing.chain(report.muted.iter().map(|muted| suppressed(file, muted))).collect();
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

fn suppressed(file: &str, muted: &MutedFinding) -> Value {
    let mut value = result(file, &muted.finding);
    value["suppressions"] = json!([{ "kind": "external", "justification": muted.reason }]);
    value
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
