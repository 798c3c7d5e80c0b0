//! What a rule is: data that documents it, sentences it speaks, one function.

use std::collections::BTreeMap;

use super::Reading;
use super::reading::Passage;
use crate::finding::{Finding, Place, Severity};
use crate::model::call::Certainty;

/// One rule of the checks.
///
/// Everything a person is told about a rule stands here, so that the rule page, the
/// window's words and the tests are made from the same lines.
#[derive(Debug)]
pub struct Rule {
    /// Stable code; its first digit is that of the family.
    pub code: &'static str,
    /// Name of the fault, so that it reads after "allow".
    pub name: &'static str,
    /// Family the rule belongs to.
    pub family: Family,
    /// What it checks, in one or two sentences.
    pub checks: &'static str,
    /// Why it matters to the person who writes.
    pub why: &'static str,
    /// A case that has the fault, in the notation of `tests/suite/checks`.
    pub example: &'static str,
    /// The same case without the fault.
    pub instead: &'static str,
    /// Where the rule comes from.
    pub source: &'static str,
    /// The sentences it speaks.
    pub sentences: &'static [Sentence],
    /// How far it looks, and so after which changes it is run again.
    pub reach: Reach,
    /// Looks for the fault.
    pub run: fn(&Reading<'_>, &mut Vec<Finding>),
}

/// How far a rule looks.
///
/// A rule sees no more than its reach: what is outside is empty in the case it is given.
/// What it found is therefore kept until something within its reach changes.
#[derive(Debug, Clone, Copy)]
pub enum Reach {
    /// One passage, and beside it the call, the drafts, the language, the dictionaries, the
    /// sources, and which sources each response names. `passages` then holds that one passage; its section is
    /// not known. This is the reach of rules about words and sentences.
    Passage,
    /// The whole text, by what was noted at each passage alone; see [`Reading::facts`].
    Noted(Note),
    /// The whole case, run at each change: only for rules that cost next to nothing, because
    /// they look at counts, headings, marks of sources.
    Statement,
    /// Everything but body, document, count and clock: responses, drafts, sources, signatories,
    /// files that become public.
    Beside,
    /// Everything but the text: the clock as well. Run at each change, so it costs nothing.
    Clock,
}

/// Notes facts at one passage.
pub type Note = fn(&Passage) -> Vec<Fact>;

/// Something noted at one passage, for a rule that looks at all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is about, such as an acronym or the words of a sentence.
    pub(super) key: String,
    /// Where it stands in the words of the passage, in bytes.
    pub(super) range: std::ops::Range<usize>,
    /// Whether what the rule asks of it is there.
    pub(super) holds: bool,
}

/// One sentence of a rule, with what to do.
#[derive(Debug)]
pub struct Sentence {
    /// Stable name of the sentence in its rule.
    pub variant: &'static str,
    /// How much it matters, before the certainty of the call's rule is weighed.
    pub severity: Severity,
    /// What is wrong, with `{parameters}`.
    pub message: &'static str,
    /// What to do, with `{parameters}`.
    pub hint: &'static str,
}

/// Families of rules; the first digit of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Sections, header fields, notes and numbers.
    Structure = 1,
    /// Limits.
    Length = 2,
    /// Sources, and claims without one.
    Evidence = 3,
    /// Words and marks as the United Nations writes them.
    Style = 4,
    /// Deadlines.
    Timing = 5,
    /// Organisations that sign.
    Coalition = 6,
    /// Responses and the draft they answer.
    Draft = 7,
    /// What would become public.
    Publication = 8,
    /// Languages.
    Language = 9,
}

impl Family {
    /// Returns the heading of the family on the page of rules.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Structure => "Structure",
            Self::Length => "Length",
            Self::Evidence => "Evidence",
            Self::Style => "Style",
            Self::Timing => "Timing",
            Self::Coalition => "Coalition",
            Self::Draft => "Draft and responses",
            Self::Publication => "Publication",
            Self::Language => "Language",
        }
    }
}

/// Parameters that hold a whole number to be grouped by the reader's language: `1,204`.
pub const NUMBER_PARAMS: [&str; 5] = ["words", "counted", "limit", "over", "count"];

impl Rule {
    /// Makes a finding of this rule from one of its sentences.
    pub(super) fn finding(&self, variant: &str, params: &[(&str, &str)], place: Place) -> Finding {
        let sentence = self
            .sentences
            .iter()
            .find(|s| s.variant == variant)
            .expect("a rule speaks only its own sentences");
        Finding {
            code: self.code.into(),
            name: self.name.into(),
            severity: sentence.severity,
            variant: variant.into(),
            params: params
                .iter()
                .map(|(k, v)| ((*k).into(), (*v).into()))
                .collect::<BTreeMap<_, _>>(),
            message: filled(sentence.message, params),
            hint: filled(sentence.hint, params),
            place,
            edits: Vec::new(),
        }
    }
}

/// Puts parameters into a sentence.
fn filled(sentence: &str, params: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(sentence.len() + 16);
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, behind)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        let value = params.iter().find(|(known, _)| *known == name).map_or("", |(_, v)| *v);
        if NUMBER_PARAMS.contains(&name) {
            out.push_str(&grouped(value));
        } else {
            out.push_str(value);
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// Writes a whole number with commas: `1204` becomes `1,204`.
fn grouped(number: &str) -> String {
    if !number.bytes().all(|b| b.is_ascii_digit()) {
        return number.into();
    }
    let mut out = String::new();
    for (at, digit) in number.chars().enumerate() {
        if at > 0 && (number.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Weighs a severity by how sure the call's rule is: only what was read in an official page
/// may stand in the way.
pub(super) fn weighed(severity: Severity, certainty: Certainty) -> Severity {
    match certainty {
        Certainty::Official => severity,
        Certainty::Reported => severity.min(Severity::Warning),
        Certainty::Inferred => Severity::Info,
    }
}

/// Weighs a severity by how sure it is that a section or field is asked for: what is weakly
/// founded is a warning, what nobody spoke of is the profile's own.
pub(super) fn asked(severity: Severity, certainty: Option<Certainty>) -> Severity {
    match certainty {
        None | Some(Certainty::Official) => severity,
        Some(Certainty::Reported | Certainty::Inferred) => severity.min(Severity::Warning),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_take_parameters_and_group_numbers() {
        let params = [("words", "1204"), ("year", "2019")];
        assert_eq!(filled("{words} words in {year}{none}.", &params), "1,204 words in 2019.");
        assert_eq!(grouped("1000000"), "1,000,000");
        assert_eq!(filled("{lone", &params), "{lone");
    }

    #[test]
    fn only_an_official_rule_stands_in_the_way() {
        assert_eq!(weighed(Severity::Error, Certainty::Official), Severity::Error);
        assert_eq!(weighed(Severity::Error, Certainty::Reported), Severity::Warning);
        assert_eq!(weighed(Severity::Warning, Certainty::Inferred), Severity::Info);
        assert_eq!(asked(Severity::Error, Some(Certainty::Inferred)), Severity::Warning);
        assert_eq!(asked(Severity::Error, None), Severity::Error);
    }
}
