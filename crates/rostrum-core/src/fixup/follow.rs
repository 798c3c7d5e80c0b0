//! Responses whose paragraph was split, merged or left out: none is lost, none guesses.

use crate::finding::{Finding, Place, Severity};
use crate::model::response::Target;
use crate::model::{Block, Response};

use super::Fixed;

/// Points the targets of a response to the blocks that hold their words now.
///
/// A target whose block is as it was read stays untouched. After a merge the merged block is
/// the target; after a split every part that holds some of the words it was written against.
/// Where that cannot be told, or the block was left out, the target stays as it was written
/// and a finding says so.
pub fn follow(response: &mut Response, draft: &str, fixed: &Fixed) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut targets: Vec<Target> = Vec::new();
    for target in std::mem::take(&mut response.targets) {
        if target.draft != draft {
            targets.push(target);
            continue;
        }
        match parts(&target, fixed) {
            Parts::Same => targets.push(target),
            Parts::Now(blocks) => {
                if blocks.len() > 1 {
                    findings.push(finding("spread", &response.id, &target, blocks.len()));
                }
                targets.extend(blocks.into_iter().map(|block| Target {
                    draft: target.draft.clone(),
                    block: block.id.clone(),
                    label: block.label.clone().unwrap_or_default(),
                    text: block.text.clone(),
                }));
            }
            Parts::Dropped => {
                findings.push(finding("left-out", &response.id, &target, 0));
                targets.push(target);
            }
            Parts::Unsure => {
                findings.push(finding("unsure", &response.id, &target, 0));
                targets.push(target);
            }
        }
    }
    // Two targets may have become one.
    for target in targets {
        let known = |t: &Target| t.draft == target.draft && t.block == target.block;
        if !response.targets.iter().any(known) {
            response.targets.push(target);
        }
    }
    findings
}

enum Parts<'a> {
    Same,
    Now(Vec<&'a Block>),
    Dropped,
    Unsure,
}

fn parts<'a>(target: &Target, fixed: &'a Fixed) -> Parts<'a> {
    let own = fixed.draft.block(&target.block);
    if own.is_some_and(|block| block.text == target.text) {
        return Parts::Same;
    }
    // A part that was split off and is whole again goes by the block it came from.
    let read = target.block.split('.').next().unwrap_or(&target.block);
    let Some(ids) = fixed.went.get(read) else { return Parts::Same };
    let now: Vec<&Block> = ids.iter().filter_map(|id| fixed.draft.block(id)).collect();
    match now.as_slice() {
        [] => return Parts::Dropped,
        // Only its words differ, as they may have before: the checks say so.
        [only] if only.id == target.block && !holds(&only.text, &target.text) => {
            return Parts::Same;
        }
        _ => {}
    }
    let holding: Vec<&Block> = now
        .into_iter()
        .filter(|block| holds(&target.text, &block.text) || holds(&block.text, &target.text))
        .collect();
    if holding.is_empty() { Parts::Unsure } else { Parts::Now(holding) }
}

/// Tells whether a text holds another, whatever spaces stand between the words.
fn holds(text: &str, part: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let part = plain(part);
    !part.is_empty() && plain(text).contains(&part)
}

fn finding(variant: &str, response: &str, target: &Target, parts: usize) -> Finding {
    let named = if target.label.is_empty() { "a paragraph without number" } else { &target.label };
    let (message, hint) = match variant {
        "spread" => (
            format!(
                "The response to {named} now answers {parts} paragraphs, because it was split."
            ),
            "Open the response and keep only the paragraphs it is about.",
        ),
        "left-out" => (
            format!("The paragraph that a response answers ({named}) was left out of the draft."),
            "Bring the paragraph back, or choose another for the response.",
        ),
        _ => (
            format!(
                "It cannot be told which paragraph holds the words a response to {named} was written against."
            ),
            "Open the response and choose its paragraph.",
        ),
    };
    Finding {
        code: "I151".into(),
        name: "response-after-fix".into(),
        severity: if variant == "spread" { Severity::Info } else { Severity::Warning },
        variant: variant.into(),
        params: [("label", target.label.as_str()), ("count", &parts.to_string())]
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .into(),
        message,
        hint: hint.into(),
        place: Place {
            part: "response".into(),
            paragraph: Some(response.to_owned()),
            ..Place::default()
        },
        edits: Vec::new(),
    }
}
