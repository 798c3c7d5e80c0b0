//! The text that organisations sign and a version hashes.

use std::fmt::Write as _;

use crate::model::{Call, Draft, Response, Statement};
use crate::pictures::shown;

use super::compose::clean;

/// Returns everything that is handed over except the list of signatories, as plain text.
///
/// Made straight from the statement, so that a better layout in a later Rostrum does not
/// undo a consent: title, organisation, cover fields, body, responses that are handed over,
/// the sources they and the body cite, the hashes of the pictures that the body shows, and the
/// files that go with it. Spaces at line ends and at the end of the text
/// do not matter, nor does the kind of line end.
pub fn canonical_text(statement: &Statement, call: &Call, drafts: &[(String, Draft)]) -> String {
    let mut out = String::new();
    field(&mut out, "Title", &statement.title);
    field(&mut out, "Organisation", &statement.organisation);
    field(&mut out, "Language", &statement.language);
    field(&mut out, "Call", &call.id);
    for (name, value) in &statement.header {
        field(&mut out, name, value);
    }
    let public: Vec<&Response> = statement.responses.iter().filter(|r| r.is_submitted()).collect();
    for (id, draft) in drafts {
        if public.iter().any(|r| r.targets.iter().any(|t| t.draft == *id)) {
            let title = draft.title.as_deref().unwrap_or_default();
            let symbol = draft.symbol.as_deref().unwrap_or_default();
            field(&mut out, "In answer to", &format!("{title} {symbol} {id}"));
        }
    }
    let _ = write!(out, "\n{}\n", lines(&statement.body));
    for response in &public {
        let labels: Vec<&str> = response.targets.iter().map(|t| t.label.as_str()).collect();
        let _ = write!(out, "\n[{}] {}\n", labels.join(", "), response.kind.as_str());
        for target in &response.targets {
            part(&mut out, "Draft", &target.text);
        }
        part(&mut out, "Proposal", &response.proposal);
        part(&mut out, "Rationale", &response.rationale);
        part(&mut out, "Sources", &response.sources.join(", "));
        if let Some(at) = public.iter().position(|r| r.id == response.alternative_to) {
            let _ = writeln!(out, "Second choice to: response {}", at + 1);
        }
    }
    for source in &statement.sources {
        let cited = statement.body.contains(&format!("@{}", source.key))
            || public.iter().any(|r| {
                r.sources.contains(&source.key) || r.rationale.contains(&format!("@{}", source.key))
            });
        if cited {
            let _ = write!(out, "\n@{} {}\n", source.key, sorted(&source.item));
            part(&mut out, "Locator", &source.locator);
        }
    }
    for picture in shown(statement) {
        // The body has its name and its words.
        let _ = write!(out, "\nPicture: {} {}\n", clean(&picture.name), picture.sha256);
        if picture.share > 0 {
            let _ = writeln!(out, "Width: {}", picture.share);
        }
    }
    for annex in &statement.annexes {
        // What is cleaned out of it is part of what is handed over.
        let _ = write!(out, "\nAnnex: {} {}\n", clean(&annex.name), annex.sha256);
        part(&mut out, "Cleaned", &annex.decided());
    }
    out
}

fn field(out: &mut String, name: &str, value: &str) {
    let value = clean(value);
    if !value.is_empty() {
        let _ = writeln!(out, "{name}: {value}");
    }
}

fn part(out: &mut String, name: &str, text: &str) {
    let text = lines(text);
    if !text.is_empty() {
        let _ = writeln!(out, "{name}: {text}");
    }
}

fn lines(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim().to_owned()
}

/// Writes an item with its fields in the order of their names.
fn sorted(value: &serde_json::Value) -> String {
    use serde_json::Value;
    match value {
        Value::Object(fields) => {
            let mut names: Vec<&String> = fields.keys().collect();
            names.sort();
            let fields: Vec<String> = names
                .into_iter()
                .map(|name| format!("{}:{}", Value::from(name.as_str()), sorted(&fields[name])))
                .collect();
            format!("{{{}}}", fields.join(","))
        }
        Value::Array(items) => {
            format!("[{}]", items.iter().map(sorted).collect::<Vec<_>>().join(","))
        }
        plain => plain.to_string(),
    }
}
