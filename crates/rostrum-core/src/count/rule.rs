//! Says which parts count, from what the call states and from custom where it is silent.

use std::fmt::Write as _;

use super::{LeftOut, LeftOutReason};
use crate::model::call::{Call, Counted, Counting, Stated};

/// Whether a part counts, and on what ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Verdict {
    pub(super) counts: bool,
    pub(super) reason: LeftOutReason,
}

/// Returns whether a part counts.
///
/// Where the call is silent, everything that is written counts, which is the safe reading;
/// only the cover and the list of signatories stay out, as is the custom.
pub(super) fn verdict(call: &Call, part: &str) -> Verdict {
    let Counting { footnotes, headings, title, cover, signatories, tables, annexes, .. } =
        &call.counting;
    let stated: Option<&Stated<Counted>> = match part {
        "footnotes" => footnotes.as_ref(),
        "headings" => headings.as_ref(),
        "title" => title.as_ref(),
        "cover" => cover.as_ref(),
        "signatories" => signatories.as_ref(),
        "tables" => tables.as_ref(),
        "annexes" => annexes.as_ref(),
        _ => None,
    };
    if part == "cover" && call.counting.cover_words.is_some() {
        return Verdict { counts: false, reason: LeftOutReason::Replaced };
    }
    match stated {
        Some(rule) => Verdict { counts: rule.value == Counted::In, reason: LeftOutReason::Stated },
        None => Verdict {
            counts: !matches!(part, "cover" | "signatories"),
            reason: LeftOutReason::NotStated,
        },
    }
}

/// Returns what does not count, as it is told.
pub(super) fn left_out(part: &str, words: u32, reason: LeftOutReason) -> LeftOut {
    let why = match reason {
        LeftOutReason::Stated => "The call says that it does not count.",
        LeftOutReason::NotStated => {
            "The call does not say whether it counts; it is not usually counted."
        }
        LeftOutReason::Replaced => {
            "The secretariat's own cover stands in its place and is counted instead."
        }
        LeftOutReason::Automatic => "Word processors do not count automatic numbers.",
    };
    LeftOut { part: part.into(), words, why: why.into(), reason }
}

/// Says the counting rule in one English sentence.
pub(super) fn sentence(counted: &[&str], left_out: &[&str], added: u32, stated: bool) -> String {
    let mut said = format!("Counted: {}", listed(counted));
    if added > 0 {
        let _ = write!(said, ", and {added} words for the cover that the secretariat adds");
    }
    if !left_out.is_empty() {
        let _ = write!(said, "; not counted: {}", listed(left_out));
    }
    said.push('.');
    if !stated {
        said.push_str(" The call does not say what counts; this is the safe reading.");
    }
    said
}

fn listed(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .map(|part| if *part == "numbers" { "automatic numbers" } else { part })
        .collect();
    match parts.as_slice() {
        [] => "nothing".into(),
        [one] => (*one).into(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
