//! The page of rules, and the sentences of the rules for the window's catalogue.

use std::fmt::Write as _;

use rostrum_core::check::{RULES, Rule, word};
use serde_json::{Map, Value};

use super::{Files, Made};

/// Returns `docs/checks.md` and `ui/messages/en/rules.json`.
pub(super) fn make() -> Files {
    let mut catalogue = serde_json::to_string_pretty(&Value::Object(sentences()))
        .map_err(|error| format!("write the sentences of the rules: {error}"))?;
    catalogue.push('\n');
    Ok(vec![
        Made { path: "docs/checks.md".into(), text: page() },
        Made { path: "ui/messages/en/rules.json".into(), text: catalogue },
    ])
}

/// Returns every sentence under the name by which the window looks for it.
fn sentences() -> Map<String, Value> {
    let mut all = Map::new();
    all.insert("$schema".into(), "https://inlang.com/schema/inlang-message-format".into());
    for rule in RULES {
        for sentence in rule.sentences {
            let name = format!("finding_{}_{}", rule.name, sentence.variant).replace('-', "_");
            all.insert(format!("{name}_next"), sentence.hint.into());
            all.insert(name, sentence.message.into());
        }
    }
    all.sort_keys();
    all
}

fn page() -> String {
    let mut out = String::from(
        "# Checks\n\n\
         Made by `./x gen` from `crates/rostrum-core/src/check/rules`; change a rule's file, not this page.\n\n\
         A finding is an error when it stands in the way of handing over, a warning when quality suffers,\n\
         and information otherwise. A rule of a call that was only reported, not read in an official page,\n\
         gives a warning at most; one that was inferred gives information only. Nothing limits typing or saving.\n",
    );
    let mut family = None;
    for rule in RULES {
        if family != Some(rule.family) {
            let _ = write!(out, "\n## {}\n", rule.family.heading());
            family = Some(rule.family);
        }
        section(&mut out, rule);
    }
    out
}

fn section(out: &mut String, rule: &Rule) {
    let _ = write!(
        out,
        "\n### {} {}\n\n{}\n\n**Why it matters.** {}\n\n**Example**\n\n```text\n{}```\n\n**Instead**\n\n```text\n{}```\n\n| says | weight | what to do |\n|---|---|---|\n",
        rule.code,
        rule.name,
        rule.checks,
        rule.why,
        ended(rule.example),
        ended(rule.instead),
    );
    for sentence in rule.sentences {
        let (message, hint) = (sentence.message, sentence.hint);
        let _ = writeln!(out, "| {message} | {} | {hint} |", word(sentence.severity));
    }
    let _ = write!(out, "\nSource: {}\n", rule.source);
}

/// Returns a text that ends with a line break.
fn ended(text: &str) -> String {
    format!("{}\n", text.trim_end())
}
