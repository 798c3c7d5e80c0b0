//! One invitation to give input, with its rules as data.
//!
//! A rule the secretariat did not state is absent, never guessed; a rule that is stated
//! carries its source, its year and how sure it is ([`Ground`]).

mod dates;
mod ground;
mod joint;
mod kinds;
mod limits;
mod structure;
mod ways;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use dates::{Deadline, EarlierDate};
pub use ground::{CallSource, Certainty, Ground, Stated};
pub use joint::{JointRules, SignatoryOrder, SignatoryPlace};
pub use kinds::{CallStatus, StatementKind};
pub use limits::{Counted, Counting, Limit, LimitScope, LimitUnit};
pub use structure::{
    FormatRules, HeaderField, Marking, NotesPlace, Paper, Permission, Section, SectionHolds,
};
pub use ways::ChannelRule;

use super::signatory::EcosocStatus;

/// One invitation to give input, as written in a file of `templates/calls/`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Call {
    /// Stable id, the file's name without its ending.
    pub id: String,
    /// Raised by one whenever a rule changes.
    pub version: u32,
    /// Id of the call it was duplicated from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub based_on: Option<String>,
    /// Name a person recognises.
    pub name: String,
    /// UN body that calls.
    pub body: String,
    /// Whether input can still be given.
    pub status: CallStatus,
    /// Kind of document that is asked for.
    pub kind: StatementKind,
    /// State of the text that is answered, such as `zero draft`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<String>,
    /// Two or three plain sentences about the call.
    pub summary: String,
    /// Who may answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<Stated<String>>,
    /// Limits of length; none means that none is known.
    #[serde(default)]
    pub limits: Vec<Limit>,
    /// What is counted towards a limit.
    #[serde(default)]
    pub counting: Counting,
    /// Sections of the statement, in order.
    pub sections: Vec<Section>,
    /// Whether the order of the sections is fixed by the call.
    #[serde(default)]
    pub sections_in_order: bool,
    /// Whether paragraphs carry numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numbered_paragraphs: Option<Stated<Permission>>,
    /// Whether footnotes may be used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub footnotes: Option<Stated<Permission>>,
    /// Whether other files may go with the statement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub annexes: Option<Stated<Permission>>,
    /// Whether a State, a government or a leader may be criticised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub criticism_of_states: Option<Stated<Permission>>,
    /// Fields of the cover block, in order.
    #[serde(default)]
    pub header_fields: Vec<HeaderField>,
    /// Files and look that are asked for.
    #[serde(default)]
    pub format: FormatRules,
    /// Languages accepted, as BCP 47 tags.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub languages: Option<Stated<Vec<String>>>,
    /// Rules for joint statements.
    #[serde(default)]
    pub joint: JointRules,
    /// Pattern of the file name with `{organisation}`, `{title}`, `{year}`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_name: Option<Stated<String>>,
    /// Pattern of the mail's subject.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail_subject: Option<Stated<String>>,
    /// Every date that closes something, the main one first.
    #[serde(default)]
    pub deadlines: Vec<Deadline>,
    /// Ways in that the secretariat names.
    #[serde(default)]
    pub channels: Vec<ChannelRule>,
    /// What becomes public, and where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publication: Option<Stated<String>>,
    /// Topics under which responses are sorted.
    #[serde(default)]
    pub topics: Vec<String>,
    /// How proposed wording is marked.
    #[serde(default)]
    pub marking: Marking,
    /// Where the rules were read.
    pub sources: Vec<CallSource>,
}

impl Call {
    /// Returns the section with this id or heading, without regard to case.
    pub fn section(&self, name: &str) -> Option<&Section> {
        let name = name.trim();
        self.sections.iter().find(|s| {
            s.id.eq_ignore_ascii_case(name) || s.heading.to_lowercase() == name.to_lowercase()
        })
    }

    /// Returns how proposed wording is marked: in brackets where emphasis is not to be used.
    pub fn marking_of_proposals(&self) -> Marking {
        match &self.format.emphasis {
            Some(emphasis) if emphasis.value == Permission::Forbidden => Marking::Brackets,
            _ => self.marking,
        }
    }

    /// Returns the dates that hold for this status and kind of statement, in the call's order.
    pub fn deadlines_for(
        &self,
        status: EcosocStatus,
        joint: bool,
    ) -> impl Iterator<Item = &Deadline> {
        self.deadlines.iter().filter(move |deadline| deadline.holds_for(status, joint))
    }

    /// Returns the whole-document word limit that holds for this status and kind of statement.
    pub fn word_limit(&self, status: EcosocStatus, joint: bool) -> Option<Limit> {
        self.limit(LimitUnit::Words, LimitScope::Whole, status, joint)
    }

    /// Returns the limit in a unit that holds for this status and kind of statement.
    ///
    /// The most particular limit wins; among equals the lowest, which is the safe one. An
    /// organisation whose status is not stated gets the lowest of all. Where nothing is
    /// stated for joint statements but that they may be longer by a factor, the limit is
    /// the single one taken that many times; a title is not lengthened.
    pub fn limit(
        &self,
        unit: LimitUnit,
        applies_to: LimitScope,
        status: EcosocStatus,
        joint: bool,
    ) -> Option<Limit> {
        let found = self
            .limits
            .iter()
            .filter(|l| l.unit == unit && l.applies_to == applies_to)
            .filter(|l| l.status.is_none_or(|s| s == status || status == EcosocStatus::None))
            .filter(|l| l.joint.is_none_or(|j| j == joint))
            .min_by_key(|l| {
                let particular =
                    u8::from(l.status == Some(status)) + u8::from(l.joint == Some(joint));
                (std::cmp::Reverse(particular), l.max)
            })?;
        let mut limit = found.clone();
        if let Some(factor) = &self.joint.factor
            && joint
            && limit.joint.is_none()
            && applies_to != LimitScope::Title
        {
            limit.max = limit.max.saturating_mul(factor.value.max(1));
        }
        Some(limit)
    }

    /// Returns how sure a limit of this height is, as stated or lengthened by the factor for
    /// joint statements; a limit for each answer of a form is asked for as one of a section.
    pub fn certainty_of_limit(
        &self,
        unit: LimitUnit,
        applies_to: LimitScope,
        max: u32,
    ) -> Option<Certainty> {
        let here = |scope: LimitScope| {
            scope == applies_to
                || (scope == LimitScope::Question && applies_to == LimitScope::Section)
        };
        let mut limits = self.limits.iter().filter(|l| l.unit == unit && here(l.applies_to));
        if let Some(stated) = limits.clone().find(|l| l.max == max) {
            return Some(stated.certainty);
        }
        let factor = self.joint.factor.as_ref()?;
        let single = limits.find(|l| l.max.saturating_mul(factor.value.max(1)) == max)?;
        Some(single.certainty.weaker(factor.ground.certainty))
    }
}
