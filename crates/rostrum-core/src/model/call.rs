//! One invitation to give input, with its rules as data.
//!
//! A rule the secretariat did not state is absent, never guessed; a rule that is stated
//! carries its source, its year and how sure it is ([`Ground`]).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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

/// A rule together with where it was read, when it was true, and how sure it is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Stated<T> {
    /// The rule.
    pub value: T,
    /// Where it comes from.
    #[serde(flatten)]
    pub ground: Ground,
}

/// Where a rule was read, when it was true, and how sure it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Ground {
    /// Id of an entry of [`Call::sources`].
    pub source: String,
    /// Year for which the rule was read.
    pub year: u16,
    /// How sure it is.
    pub certainty: Certainty,
}

/// How sure a rule is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// Read in an official UN page or document.
    Official,
    /// Read in a page that reports the official rule.
    Reported,
    /// Concluded from facts beside it; an editable default.
    #[default]
    Inferred,
}

/// Whether input can still be given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum CallStatus {
    /// Open until a known date.
    Open,
    /// Open all the time.
    Rolling,
    /// Closed.
    Closed,
    /// Kept for its rules: the process has ended.
    Historic,
    /// Not known.
    #[default]
    Unknown,
}

/// Kind of document that is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StatementKind {
    /// Comments on a negotiated text.
    #[default]
    CommentOnDraft,
    /// A written statement to a session.
    WrittenStatement,
    /// A written statement of several organisations.
    JointStatement,
    /// A statement that is read aloud.
    OralStatement,
    /// A report by stakeholders, as for the UPR.
    StakeholderReport,
    /// A working paper.
    WorkingPaper,
    /// Views for a report of the Secretary-General.
    ViewsForReport,
    /// A proposal for a session or workshop.
    Proposal,
    /// Answers to the questions of a form.
    FormAnswers,
}

/// One limit of length.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// What is counted.
    pub unit: LimitUnit,
    /// The most that is allowed.
    pub max: u32,
    /// Which part of the document it holds for.
    #[serde(default)]
    pub applies_to: LimitScope,
    /// Id of the section, when it holds for one section only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// Status of the organisation for which it holds; absent means any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<EcosocStatus>,
    /// Whether it holds for joint statements only, or for single ones only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joint: Option<bool>,
    /// Id of an entry of [`Call::sources`].
    pub source: String,
    /// Year for which the rule was read.
    pub year: u16,
    /// How sure it is.
    pub certainty: Certainty,
}

/// Unit of a limit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum LimitUnit {
    /// Words as Word counts them.
    #[default]
    Words,
    /// Characters.
    Characters,
    /// Pages of the rendered document.
    Pages,
    /// Minutes of speech.
    Minutes,
}

/// The part of a document a limit holds for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum LimitScope {
    /// Everything that the counting rule counts.
    #[default]
    Whole,
    /// One section or one answer of a form.
    Section,
    /// The title.
    Title,
}

/// What is counted towards a limit; an absent entry is not stated by the secretariat.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Counting {
    /// Footnotes and endnotes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub footnotes: Option<Stated<Counted>>,
    /// Headings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headings: Option<Stated<Counted>>,
    /// Title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Stated<Counted>>,
    /// Cover block.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cover: Option<Stated<Counted>>,
    /// Words that the secretariat's own cover or signage adds, whatever is written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cover_words: Option<Stated<u32>>,
    /// List of signatories.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signatories: Option<Stated<Counted>>,
    /// Tables.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tables: Option<Stated<Counted>>,
    /// Automatic numbers of paragraphs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numbers: Option<Stated<Counted>>,
}

/// Whether a part counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Counted {
    /// It counts.
    #[default]
    In,
    /// It does not.
    Out,
}

/// One section of the statement.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Stable id.
    pub id: String,
    /// Heading as it prints.
    pub heading: String,
    /// What fills it.
    #[serde(default)]
    pub holds: SectionHolds,
    /// Whether the statement is incomplete without it.
    #[serde(default)]
    pub required: bool,
    /// What belongs here and what does not, in plain sentences.
    pub guidance: String,
    /// A short invented example.
    #[serde(default)]
    pub example: String,
}

/// What fills a section.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum SectionHolds {
    /// Text that the user writes.
    #[default]
    Text,
    /// Text, and after it the responses under the headings of the draft.
    Responses,
    /// The list of signatories.
    Signatories,
}

/// Whether something is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Permission {
    /// Must be there.
    Required,
    /// May be there.
    #[default]
    Allowed,
    /// Better not.
    Avoid,
    /// Must not be there.
    Forbidden,
}

/// One field of the cover block.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct HeaderField {
    /// Stable id: `organisation`, `title`, `agenda_item`, `session`, `status`, …
    pub id: String,
    /// Label as it prints.
    pub label: String,
    /// Whether the statement is incomplete without it.
    #[serde(default)]
    pub required: bool,
}

/// Files and look that are asked for.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct FormatRules {
    /// File formats accepted, by their endings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub files: Option<Stated<Vec<String>>>,
    /// Name of the font.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub font: Option<Stated<String>>,
    /// Size of the body in points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size_pt: Option<Stated<u16>>,
    /// Whether lines are justified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub justified: Option<Stated<bool>>,
    /// Whether bold, italics and underline may be used in the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub emphasis: Option<Stated<Permission>>,
    /// Whether pages carry numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page_numbers: Option<Stated<Permission>>,
    /// Whether acronyms must be few and spelled out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acronyms_restricted: Option<Stated<bool>>,
}

/// Rules for joint statements.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct JointRules {
    /// Whether joint statements are taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed: Option<Stated<bool>>,
    /// Where the signatories stand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Stated<SignatoryPlace>>,
    /// In what order they stand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<Stated<SignatoryOrder>>,
    /// Whether every signatory needs ECOSOC status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub all_need_status: Option<Stated<bool>>,
    /// Whether signing one joint statement excludes any other statement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exclusive: Option<Stated<bool>>,
}

/// Where signatories stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum SignatoryPlace {
    /// In the cover block.
    Cover,
    /// At the top of the text.
    Top,
    /// In a footnote to the title.
    Footnote,
    /// After the text.
    #[default]
    End,
}

/// In what order signatories stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum SignatoryOrder {
    /// By name.
    #[default]
    Alphabetical,
    /// General, special, roster, none; by name within.
    Status,
    /// By country, then by name.
    Country,
}

/// One date that closes something.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// What closes: `statement`, `joint statement`, `registration`.
    pub what: String,
    /// The instant, as RFC 3339 in UTC; the earliest sound reading of the wording.
    pub instant: String,
    /// Zone of the secretariat, as an IANA name.
    pub zone: String,
    /// The secretariat's own words.
    pub wording: String,
    /// Why the instant is an assumption; absent when the wording leaves no doubt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assumed: Option<String>,
    /// Id of an entry of [`Call::sources`].
    pub source: String,
    /// Year for which the rule was read.
    pub year: u16,
    /// How sure it is.
    pub certainty: Certainty,
}

/// One way in that the secretariat names.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ChannelRule {
    /// Kind of way: `mail`, `form`, `portal`, `upload`.
    pub kind: String,
    /// Public address, empty when none is stated; never a personal mailbox.
    #[serde(default)]
    pub address: String,
    /// What to know about it.
    #[serde(default)]
    pub notes: String,
    /// Id of an entry of [`Call::sources`].
    pub source: String,
    /// Year for which the rule was read.
    pub year: u16,
    /// How sure it is.
    pub certainty: Certainty,
}

/// How proposed wording is marked in a rendered document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Marking {
    /// Insertions bold and underlined, deletions struck.
    #[default]
    BoldUnderline,
    /// Insertions and deletions in square brackets.
    Brackets,
}

/// A page or document in which rules were read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct CallSource {
    /// Id used by the rules.
    pub id: String,
    /// Address.
    pub url: String,
    /// What it is.
    #[serde(default)]
    pub title: String,
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

    /// Returns the whole-document word limit that holds for this status and kind of statement.
    pub fn word_limit(&self, status: EcosocStatus, joint: bool) -> Option<&Limit> {
        self.limit(LimitUnit::Words, LimitScope::Whole, status, joint)
    }

    /// Returns the limit in a unit that holds for this status and kind of statement.
    ///
    /// The most particular limit wins; among equals the lowest, which is the safe one. An
    /// organisation whose status is not stated gets the lowest of all.
    pub fn limit(
        &self,
        unit: LimitUnit,
        applies_to: LimitScope,
        status: EcosocStatus,
        joint: bool,
    ) -> Option<&Limit> {
        self.limits
            .iter()
            .filter(|l| l.unit == unit && l.applies_to == applies_to)
            .filter(|l| l.status.is_none_or(|s| s == status || status == EcosocStatus::None))
            .filter(|l| l.joint.is_none_or(|j| j == joint))
            .min_by_key(|l| {
                let particular =
                    u8::from(l.status == Some(status)) + u8::from(l.joint == Some(joint));
                (std::cmp::Reverse(particular), l.max)
            })
    }
}
