//! An organisation is listed without consent to the text as it stands.

use crate::check::Reading;
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Place, Severity};
use crate::model::Signatory;
use crate::model::signatory::ConsentState;

/// Reports organisations that were asked and have not answered, and those whose consent was
/// given to other words.
pub(super) static RULE: Rule = Rule {
    code: "R601",
    name: "consent-missing",
    family: Family::Coalition,
    checks: "Every organisation in the list has consented to exactly the text as it stands.",
    why: "Printing a name without consent can end a coalition.",
    example: "Body:\n# Summary\n\nWe agree.\n\nSignatories:\n- Harbour Watch (Utopia), asked\n",
    instead: "Body:\n# Summary\n\nWe agree.\n\nSignatories:\n- Harbour Watch (Utopia), holds\n",
    source: "Practice of joint statements; signing binds to a version.",
    sentences: &[
        Sentence {
            variant: "asked",
            severity: Severity::Warning,
            message: "{organisation} has not yet consented.",
            hint: "Record the consent when it comes; without it the name does not print.",
        },
        Sentence {
            variant: "changed",
            severity: Severity::Warning,
            message: "{organisation} consented to an earlier text, which has changed since.",
            hint: "Show the changes and ask again, unless they are editorial only.",
        },
    ],
    reach: Reach::Beside,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for (id, state) in reading.case.signatories {
        let variant = match state {
            ConsentState::Asked => "asked",
            ConsentState::TextChanged => "changed",
            ConsentState::Holds => continue,
        };
        let signatory = reading.case.statement.signatories.iter().find(|s| s.id == *id);
        let Some(signatory) = signatory else { continue };
        let params = [("organisation", signatory.organisation.as_str())];
        out.push(RULE.finding(variant, &params, place(signatory)));
    }
}

/// Returns the place of a signatory.
pub(super) fn place(signatory: &Signatory) -> Place {
    Place { paragraph: Some(signatory.id.clone()), ..Place::part("signatory") }
}
