//! The table for a spreadsheet.

use super::{Report, judged, organisations, paragraphs, priority};
use crate::render::table_row;
use crate::revise::uptake::EvidenceMark;

const HEAD: [&str; 16] = [
    "paragraph",
    "kind",
    "priority",
    "topic",
    "organisations",
    "old_text",
    "asked_for",
    "status",
    "share",
    "explanation",
    "later_paragraph",
    "later_heading",
    "later_text",
    "words_found",
    "idea_taken_up",
    "note",
];

/// Returns the report as comma-separated values (RFC 4180, UTF-8), the first row naming the
/// columns.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe before it.
pub fn csv(report: &Report<'_>) -> String {
    let mut out = String::new();
    table_row(&mut out, &HEAD.map(str::to_owned));
    for proposal in &report.uptake.proposals {
        let Some(response) = report.response(&proposal.response) else { continue };
        let evidence = |words: &dyn Fn(&crate::revise::uptake::Evidence) -> String| -> String {
            let lines: Vec<String> = proposal.evidence.iter().map(words).collect();
            lines.join("\n")
        };
        let found = |e: &crate::revise::uptake::Evidence| -> String {
            let runs = e.runs.iter().filter(|run| run.mark == EvidenceMark::Found);
            runs.map(|run| run.text.as_str()).collect::<Vec<_>>().join(" … ")
        };
        let (answer, note) = judged(response.taken_up.as_ref());
        table_row(
            &mut out,
            &[
                paragraphs(&proposal.paragraphs),
                proposal.kind.as_str().into(),
                priority(response.priority).into(),
                response.topic.clone(),
                organisations(report.statement, response).join("; "),
                proposal.old_text.clone(),
                response.proposal.clone(),
                proposal.status.word().into(),
                proposal.share.map(|share| format!("{share:.2}")).unwrap_or_default(),
                proposal.explanation.clone(),
                evidence(&|e| e.label.clone()),
                evidence(&|e| e.heading.clone()),
                evidence(&|e| e.text.clone()),
                evidence(&found),
                answer.into(),
                note.into(),
            ],
        );
    }
    for other in &report.uptake.without_wording {
        let Some(response) = report.response(&other.response).filter(|r| r.is_submitted()) else {
            continue;
        };
        let (answer, note) = judged(response.taken_up.as_ref());
        let labels: Vec<String> = response.targets.iter().map(|t| t.label.clone()).collect();
        let mut cells = vec![String::new(); HEAD.len()];
        cells[0] = paragraphs(&labels);
        cells[1] = response.kind.as_str().into();
        cells[2] = priority(response.priority).into();
        cells[3].clone_from(&response.topic);
        cells[4] = organisations(report.statement, response).join("; ");
        cells[9] = other.reason.words().into();
        cells[14] = answer.into();
        cells[15] = note.into();
        table_row(&mut out, &cells);
    }
    out
}
