//! The table of responses for a spreadsheet.

use crate::model::{Draft, Statement};

use super::compose::labels::{Aim, short_name};
use super::compose::responses::in_order;
use super::compose::{clean, phrases};

const HEAD: [&str; 11] = [
    "paragraph",
    "heading",
    "kind",
    "draft_text",
    "proposal",
    "rationale",
    "priority",
    "topic",
    "sources",
    "norms",
    "tags",
];

/// Returns the responses that are handed over as comma-separated values (RFC 4180, UTF-8).
///
/// The first row names the columns; the rest follows the order of the draft. A cell that a spreadsheet would take for a formula
/// gets an apostrophe before it, as spreadsheets themselves do.
pub fn csv(statement: &Statement, drafts: &[(String, Draft)]) -> String {
    let mut out = String::new();
    row(&mut out, &HEAD.map(str::to_owned));
    let phrases = phrases::of(&statement.language);
    for (response, aims) in in_order(&statement.responses, drafts) {
        let heading = aims.iter().find_map(Aim::block).map(|block| block.heading_path.join(" / "));
        let words: Vec<&str> = aims.iter().map(Aim::words).collect();
        let name = if aims.is_empty() { String::new() } else { short_name(&aims, phrases) };
        row(
            &mut out,
            &[
                name,
                heading.unwrap_or_default(),
                response.kind.as_str().into(),
                words.join("\n"),
                response.proposal.clone(),
                response.rationale.clone(),
                priority(response.priority).into(),
                response.topic.clone(),
                response.sources.join("; "),
                response.norms.join(" ").to_uppercase(),
                response.tags.join("; "),
            ],
        );
    }
    out
}

fn priority(priority: crate::model::response::Priority) -> &'static str {
    use crate::model::response::Priority;
    match priority {
        Priority::High => "high",
        Priority::Medium => "medium",
        Priority::Low => "low",
    }
}

/// Appends one row, its cells fit for any spreadsheet.
pub(crate) fn row(out: &mut String, cells: &[String]) {
    for (at, value) in cells.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        let lines: Vec<String> = value.lines().map(clean).collect();
        let mut value = lines.join("\n");
        if value.starts_with(['=', '+', '-', '@']) {
            value.insert(0, '\'');
        }
        if value.contains([',', '"', '\n']) {
            out.push('"');
            out.push_str(&value.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&value);
        }
    }
    out.push_str("\r\n");
}
