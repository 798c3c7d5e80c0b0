//! Checks: one file a rule, a registry, findings.
//!
//! `Case ──read──▶ Reading ──every rule of the registry──▶ findings, the gravest first`.
//! Every rule says how far it looks ([`Reach`]); [`Live`] keeps what was found and runs again
//! only what a change can have touched. [`check`] is the same with nothing kept.
//! A rule is data ([`Rule`]: code, sentences, examples) and one function; it asks or shows
//! and never claims that a source supports a claim.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::count::CountReport;
use crate::finding::{Finding, Severity};
use crate::model::signatory::ConsentState;
use crate::model::{Call, Document, Draft, Statement};
use crate::spell::Spelling;

mod data;
mod live;
mod muting;
mod public_file;
mod reading;
mod rule;
pub(crate) mod rules;

pub use live::Live;
pub use muting::{MutedFinding, mute_for};
pub use public_file::{PublicFile, Seen, code_of};
pub use reading::Reading;
pub(crate) use reading::{language_of_quotation, other_language, sentences, surely_in};
pub use rule::{Fact, Family, NUMBER_PARAMS, Note, Reach, Rule, Sentence};
pub use rules::RULES;

/// Everything the checks look at.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The statement.
    pub statement: &'a Statement,
    /// The call it answers.
    pub call: &'a Call,
    /// Id and words of each draft, the newest last.
    pub drafts: &'a [(String, Draft)],
    /// The composed document.
    pub document: &'a Document,
    /// Its words under the call's counting rule.
    pub count: &'a CountReport,
    /// The present instant.
    pub now: jiff::Timestamp,
    /// Id of each signatory, and whether its consent holds for the text as it stands.
    pub signatories: &'a [(String, ConsentState)],
    /// Dictionaries at hand, and the writers' own words.
    pub spelling: &'a Spelling,
    /// Files that become public with it: its annexes, or the file itself that is checked.
    pub files: &'a [PublicFile],
    /// Ids of pictures whose bytes are not in this copy of the statement, or are damaged.
    pub lost_pictures: &'a BTreeSet<String>,
}

/// What the checks say.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CheckReport {
    /// Findings, the gravest first.
    pub findings: Vec<Finding>,
    /// Number of findings by severity: `error`, `warning`, `info`; and `muted`, when some are.
    pub summary: BTreeMap<String, u32>,
    /// Findings that were set aside, in the same order; they count as none of the others.
    #[serde(default)]
    pub muted: Vec<MutedFinding>,
}

/// Runs every rule on a case.
///
/// Findings come the gravest first, then in the order of the rules' codes and of the text;
/// the same case always gives the same report.
pub fn check(case: &Case<'_>) -> CheckReport {
    Live::default().check(case)
}

/// Returns the languages that stand in a statement, with that of the statement itself: those
/// whose dictionaries a check needs.
pub fn languages(statement: &Statement, drafts: &[(String, Draft)]) -> BTreeSet<String> {
    let nothing = (Document::default(), CountReport::default(), Call::default());
    let case = Case {
        statement,
        call: &nothing.2,
        drafts,
        document: &nothing.0,
        count: &nothing.1,
        now: jiff::Timestamp::MIN,
        signatories: &[],
        spelling: &Spelling::default(),
        files: &[],
        lost_pictures: &BTreeSet::new(),
    };
    let reading = Reading::new(&case, reading::passages(statement));
    let mut found: BTreeSet<String> =
        reading.passages.iter().map(|passage| reading.language_of(passage)).collect();
    found.insert(crate::spell::primary(&statement.language));
    found
}

/// Orders findings and adds them up; also for those of readers and renderers.
pub fn report(mut findings: Vec<Finding>) -> CheckReport {
    findings.sort_by(|a, b| {
        (b.severity, &a.code, a.place.start, &a.place.paragraph).cmp(&(
            a.severity,
            &b.code,
            b.place.start,
            &b.place.paragraph,
        ))
    });
    let mut summary: BTreeMap<String, u32> =
        ["error", "warning", "info"].into_iter().map(|s| (s.to_owned(), 0)).collect();
    for finding in &findings {
        *summary.entry(word(finding.severity).to_owned()).or_default() += 1;
    }
    CheckReport { findings, summary, muted: Vec::new() }
}

/// Orders the findings of a case, and sets aside what its people set aside.
fn report_of(case: &Case<'_>, findings: Vec<Finding>) -> CheckReport {
    let CheckReport { findings, .. } = report(findings);
    let (standing, muted) = muting::part(findings, case.statement);
    let mut report = report(standing);
    if !muted.is_empty() {
        report.summary.insert("muted".into(), muted.len() as u32);
    }
    report.muted = muted;
    report
}

/// Returns the word for a severity, as it stands in files.
pub fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "info",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}
