//! The table of responses for a spreadsheet.

use crate::model::{Draft, Statement};

use super::compose::clean;

const HEAD: [&str; 9] = [
    "paragraph",
    "heading",
    "kind",
    "draft_text",
    "proposal",
    "rationale",
    "priority",
    "topic",
    "sources",
];

/// Returns the responses that are not private as comma-separated values (RFC 4180, UTF-8).
///
/// The first row names the columns. A cell that a spreadsheet would take for a formula
/// gets an apostrophe before it, as spreadsheets themselves do.
pub fn csv(statement: &Statement, drafts: &[(String, Draft)]) -> String {
    let mut out = String::new();
    row(&mut out, &HEAD.map(str::to_owned));
    for response in statement.responses.iter().filter(|r| !r.private) {
        let blocks: Vec<_> = response
            .targets
            .iter()
            .map(|t| {
                let draft = drafts.iter().find(|(id, _)| *id == t.draft);
                (t, draft.and_then(|(_, d)| d.block(&t.block)))
            })
            .collect();
        let joined = |parts: Vec<&str>, with: &str| parts.join(with);
        let heading = blocks
            .iter()
            .find_map(|(_, block)| *block)
            .map_or_else(String::new, |block| block.heading_path.join(" / "));
        let words =
            |(t, block): &(&crate::model::response::Target, Option<&crate::model::Block>)| {
                block.map_or_else(|| t.text.clone(), |b| b.text.clone())
            };
        let texts: Vec<String> = blocks.iter().map(words).collect();
        row(
            &mut out,
            &[
                joined(blocks.iter().map(|(t, _)| t.label.trim_end_matches('.')).collect(), ", "),
                heading,
                response.kind.as_str().into(),
                joined(texts.iter().map(String::as_str).collect(), "\n"),
                response.proposal.clone(),
                response.rationale.clone(),
                priority(response.priority).into(),
                response.topic.clone(),
                response.sources.join("; "),
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

fn row(out: &mut String, cells: &[String]) {
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
