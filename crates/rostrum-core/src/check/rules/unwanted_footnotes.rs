//! Footnotes in a call that does not want them.

use crate::check::Reading;
use crate::check::reading::{Kind, MarkKind};
use crate::check::rule::{Family, Reach, Rule, Sentence, weighed};
use crate::finding::{Finding, Severity};
use crate::model::call::Permission;

/// Reports footnotes where the call forbids them or asks to avoid them.
///
/// Citations are not counted: where footnotes are not wanted they print in brackets.
pub(super) static RULE: Rule = Rule {
    code: "R105",
    name: "unwanted-footnotes",
    family: Family::Structure,
    checks: "The body has no footnotes where the call forbids them or asks to avoid them.",
    why: "Forms and editors drop footnotes, and what stood in them is lost without a trace.",
    example: "Call: csw-written\nBody:\n# Statement\n\nTwo of three farmers rent their land.[^1]\n\n[^1]: Land register of 2024.\n",
    instead: "Call: csw-written\nBody:\n# Statement\n\nTwo of three farmers rent their land, says the land register of 2024.\n",
    source: "The call's rule on footnotes.",
    sentences: &[
        Sentence {
            variant: "forbidden",
            severity: Severity::Error,
            message: "Footnotes in the body: {count}; the call allows none.",
            hint: "Move what matters into the sentence and take the notes out.",
        },
        Sentence {
            variant: "avoid",
            severity: Severity::Warning,
            message: "Footnotes in the body: {count}; the call asks to avoid them.",
            hint: "Move what matters into the sentence, and keep only notes you cannot do without.",
        },
    ],
    reach: Reach::Statement,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let Some(rule) = &reading.case.call.footnotes else { return };
    let variant = match rule.value {
        Permission::Forbidden => "forbidden",
        Permission::Avoid => "avoid",
        Permission::Allowed | Permission::Required => return,
    };
    let mut marks = reading
        .passages
        .iter()
        .filter(|p| p.kind != Kind::Note)
        .flat_map(|p| p.marks.iter().map(move |m| (p, m)))
        .filter(|(_, m)| matches!(m.kind, MarkKind::Note(_)));
    let Some((passage, mark)) = marks.next() else { return };
    let count = (1 + marks.count()).to_string();
    let place = reading.place(passage, passage.sentence_at(mark.at));
    let mut finding = RULE.finding(variant, &[("count", &count)], place);
    finding.severity = weighed(finding.severity, rule.ground.certainty);
    out.push(finding);
}
