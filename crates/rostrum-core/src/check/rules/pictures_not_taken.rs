//! Pictures where they do not arrive.

use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};
use crate::model::Call;
use crate::model::call::StatementKind;

/// Reports pictures where only their words arrive.
pub(super) static RULE: Rule = Rule {
    code: "R113",
    name: "pictures-not-taken",
    family: Family::Structure,
    checks: "Whether pictures arrive: a form takes plain text, and a statement that is read aloud has none.",
    why: "A form drops pictures, and a hall does not see them: what matters must be said in the text.",
    example: "Call: csw-written\nPictures:\n- chart.png\nBody:\n# Statement\n\n![Reports rose from 12 to 41](chart.png)\n",
    instead: "Call: csw-written\nBody:\n# Statement\n\nReports rose from 12 to 41.\n",
    source: "The call: the files it takes, its kind and its ways in.",
    sentences: &[
        Sentence {
            variant: "form",
            severity: Severity::Warning,
            message: "Pictures in the text: {count}; the call takes plain text, which holds none.",
            hint: "Say in the text what they show, and take them out.",
        },
        Sentence {
            variant: "aloud",
            severity: Severity::Info,
            message: "Pictures in the text: {count}; the statement is read aloud.",
            hint: "Say what they show, and keep them for the copy that is handed out.",
        },
    ],
    reach: Reach::Statement,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let call = reading.case.call;
    let variant = if takes_text_only(call) {
        "form"
    } else if call.kind == StatementKind::OralStatement {
        "aloud"
    } else {
        return;
    };
    let mut shown = reading.shown();
    let Some((first, _)) = shown.next() else { return };
    let count = (1 + shown.count()).to_string();
    out.push(RULE.finding(variant, &[("count", &count)], reading.place_of(first)));
}

/// Tells whether nothing but plain text can be handed over: by the files that are taken, or by
/// the ways in where those are not stated.
fn takes_text_only(call: &Call) -> bool {
    if let Some(files) = &call.format.files {
        return files.value.iter().all(|file| file == "form" || file == "txt");
    }
    let forms = call.channels.iter().filter(|way| way.kind == "form").count();
    forms > 0 && forms == call.channels.len()
}
