//! Words against a State where the call does not take them.

use crate::check::Reading;
use crate::check::data::{Tone, states, tone};
use crate::check::reading::{phrase, quoted, tokens};
use crate::check::rule::{Family, Reach, Rule, Sentence, weighed};
use crate::finding::{Finding, Severity};
use crate::model::call::Permission;
use crate::spell::primary;

/// Reports sentences that find fault with a State, a government or a leader, in calls that
/// ask for none.
pub(super) static RULE: Rule = Rule {
    code: "R416",
    name: "criticism-of-state",
    family: Family::Style,
    checks: "Where the call asks for it, no sentence finds fault with a State, a government or a leader, nor with governments as such. In the six languages, by lists of words.",
    why: "Such calls leave out a statement that criticises a Member State.",
    example: "Call: wsis10-non-paper-2015\nBody:\n# Summary\n\nThe Government of Norway has failed to protect its ports.\n",
    instead: "Call: wsis10-non-paper-2015\nBody:\n# Summary\n\nPorts need better protection; Norway could lead.\n",
    source: "The call's rule on tone.",
    sentences: &[
        Sentence {
            variant: "state",
            severity: Severity::Warning,
            message: "This sentence seems to criticise {state}; the call asks that no State, government or leader be criticised.",
            hint: "Say what is needed instead of who failed.",
        },
        Sentence {
            variant: "general",
            severity: Severity::Warning,
            message: "This sentence seems to criticise {state} as such; the call asks for no critical generalisation.",
            hint: "Say what is needed instead of who failed.",
        },
    ],
    reach: Reach::Passage,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let rule = reading.case.call.criticism_of_states.as_ref();
    let forbids = |p: &Permission| matches!(p, Permission::Avoid | Permission::Forbidden);
    let Some(rule) = rule.filter(|r| forbids(&r.value)) else { return };
    let language = primary(&reading.case.statement.language);
    let Some(tone) = tone(&language) else { return };
    for passage in reading.prose() {
        for sentence in &passage.sentences {
            let said = &passage.text[sentence.clone()];
            if quoted(&passage.text, sentence) {
                continue;
            }
            let Some((variant, state)) = criticised(said, &language, tone) else { continue };
            let place = reading.place(passage, sentence.clone());
            let mut finding = RULE.finding(variant, &[("state", &state)], place);
            finding.severity = weighed(finding.severity, rule.ground.certainty);
            out.push(finding);
        }
    }
}

/// Returns whom a sentence finds fault with.
fn criticised(said: &str, language: &str, tone: &Tone) -> Option<(&'static str, String)> {
    let chinese = language == "zh";
    let words = tokens(said, &(0..said.len()));
    let has = |list: &[String]| {
        if chinese {
            list.iter().any(|w| said.contains(w.as_str()))
        } else {
            words.iter().any(|t| list.iter().any(|w| *w == *t.small))
        }
    };
    let critical = if chinese {
        has(&tone.critical)
    } else {
        words.iter().any(|t| tone.critical.iter().any(|stem| t.small.starts_with(stem.as_str())))
    };
    let small = said.to_lowercase().replace('’', "'");
    if !critical && !tone.critical_phrases.iter().any(|p| phrase(&small, p).next().is_some()) {
        return None;
    }
    // "States should not censor" asks for something; it blames nobody.
    if has(&tone.requests) {
        return None;
    }
    let named = states(language).iter().find(|name| phrase(said, name).next().is_some());
    if let Some(state) = named {
        return Some(("state", state.clone()));
    }
    // "The Utopian Government", "the Government of Utopia".
    let authority = words.iter().enumerate().find(|(at, word)| {
        let beside = [at.checked_sub(1), Some(at + 1), Some(at + 2)];
        tone.authorities.iter().any(|a| *a == *word.small)
            && beside.into_iter().flatten().any(|i| {
                i > 0 && words.get(i).is_some_and(|w| w.capital() && !w.is(&["state", "states"]))
            })
    });
    if let Some((_, word)) = authority {
        return Some(("state", format!("a {}", word.text)));
    }
    let rulers = words.iter().find(|t| tone.rulers.iter().any(|r| *r == *t.small));
    rulers.map(|word| ("general", word.text.to_owned()))
}
