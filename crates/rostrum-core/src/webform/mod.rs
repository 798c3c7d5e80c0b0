//! The statement for a form in a browser: a plain text for each question, with its counters.
//!
//! `Document + Call ──fields──▶ WebForm`. The words are those of every other output; what a
//! portal would break is written with the keys of a keyboard ([`plain`]).

mod field;
mod plain;

use serde::{Deserialize, Serialize};

use crate::model::Call;
use crate::model::call::{LimitScope, LimitUnit, SectionHolds};
use crate::model::document::{Document, Part};
use crate::model::signatory::EcosocStatus;

pub use plain::{Dashes, plain};

/// Where the words of notes stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum NotePlace {
    /// At the end of the field, by number: `[1]`.
    #[default]
    End,
    /// Where their mark is, in square brackets.
    Brackets,
}

/// How a statement is written for a form.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FormStyle {
    /// What becomes of dashes.
    pub dashes: Dashes,
    /// Where notes stand.
    pub notes: NotePlace,
}

/// A statement as the fields of a form.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WebForm {
    /// The fields in the order of the call: title, cover, sections, signatories.
    pub fields: Vec<FormField>,
}

/// One field of a form.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FormField {
    /// Id of the section or header field; empty for a section that the call does not know.
    pub id: String,
    /// `title`, `header`, `section` or `signatories`.
    pub kind: String,
    /// The question: heading of the section or label of the field.
    pub question: String,
    /// What goes into the field.
    pub text: String,
    /// Its words, notes and numbers included.
    pub words: u32,
    /// Its characters as a browser counts them: with spaces, a line break as one, in UTF-16
    /// units.
    pub characters: u32,
    /// The limit that is nearest to being full, when the call has one for this field.
    pub limit: Option<u32>,
    /// What that limit counts.
    pub unit: Option<LimitUnit>,
    /// By how much it is exceeded, in its unit.
    pub over: u32,
    /// How it stands with the limit.
    pub state: FieldState,
}

/// How it stands with the limit of a field.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum FieldState {
    /// No limit is known.
    #[default]
    Free,
    /// There is room.
    Fits,
    /// Nine tenths are used.
    Near,
    /// It is too long.
    Over,
}

/// Writes a composed document as the fields of a form.
///
/// `status` and `joint` choose among the call's limits. A section of the call without words is
/// a field all the same, because the form asks for it.
pub fn web_form(
    document: &Document,
    call: &Call,
    (status, joint): (EcosocStatus, bool),
    style: FormStyle,
) -> WebForm {
    let mut fields = Vec::new();
    let limits = |scope: LimitScope, id: &str| {
        let mut found = Vec::new();
        for unit in [LimitUnit::Words, LimitUnit::Characters] {
            let max = match scope {
                LimitScope::Title => call.limit(unit, scope, status, joint).map(|l| l.max),
                _ => of_section(call, unit, id, status, joint),
            };
            found.extend(max.map(|max| (unit, max)));
        }
        found
    };
    let title = plain(&document.title, style.dashes);
    fields.push(counted("title", "title", "Title", title, &limits(LimitScope::Title, "")));
    // A call without a field for the organisation still has it on the cover.
    let own =
        document.cover.iter().filter(|l| call.header_fields.iter().all(|f| f.label != l.label));
    let asked = call.header_fields.iter().filter(|f| f.id != "title").map(|field| {
        let line = document.cover.iter().find(|line| line.label == field.label);
        (field.id.as_str(), field.label.as_str(), line.map_or("", |line| line.value.as_str()))
    });
    let own = own.map(|line| ("organisation", line.label.as_str(), line.value.as_str()));
    for (id, label, value) in own.chain(asked) {
        fields.push(counted(id, "header", label, plain(value, style.dashes), &[]));
    }
    for (id, heading) in headings(document, call) {
        let text = field::text(document, &heading, style);
        fields.push(counted(&id, "section", &heading, text, &limits(LimitScope::Section, &id)));
    }
    let signatories = field::signatories(document, style);
    if !signatories.is_empty() {
        let own = call.sections.iter().find(|s| s.holds == SectionHolds::Signatories);
        let (id, heading) = own.map_or(("", "Signatories"), |s| (&s.id, &s.heading));
        fields.push(counted(id, "signatories", heading, signatories, &[]));
    }
    WebForm { fields }
}

/// Returns the sections in the order of the call, then those that it does not know.
fn headings(document: &Document, call: &Call) -> Vec<(String, String)> {
    let wanted = call.sections.iter().filter(|s| s.holds != SectionHolds::Signatories);
    let mut out: Vec<(String, String)> =
        wanted.map(|s| (s.id.clone(), s.heading.clone())).collect();
    for block in document.blocks.iter().filter(|b| b.part != Part::Signatories) {
        let Some(heading) = &block.section else { continue };
        let known = match call.section(heading) {
            Some(section) => section.id.clone(),
            None => String::new(),
        };
        let there =
            out.iter().any(|(id, name)| name == heading || (!known.is_empty() && *id == known));
        if !there {
            out.push((known, heading.clone()));
        }
    }
    out
}

/// Returns the limit of one section, for this status and kind of statement.
fn of_section(
    call: &Call,
    unit: LimitUnit,
    id: &str,
    status: EcosocStatus,
    joint: bool,
) -> Option<u32> {
    let factor = call.joint.factor.as_ref().filter(|_| joint).map_or(1, |f| f.value.max(1));
    let own = call.limits.iter().filter(|l| l.unit == unit && l.holds_for_section(id));
    own.filter(|l| l.status.is_none_or(|s| s == status || status == EcosocStatus::None))
        .filter(|l| l.joint.is_none_or(|j| j == joint))
        .map(|l| if l.joint.is_none() { l.max.saturating_mul(factor) } else { l.max })
        .min()
}

/// Counts a field and holds it against its limits.
fn counted(
    id: &str,
    kind: &str,
    question: &str,
    text: String,
    limits: &[(LimitUnit, u32)],
) -> FormField {
    let words = crate::count::words(&text);
    let characters = text.encode_utf16().count() as u32;
    let used = |unit| if unit == LimitUnit::Words { words } else { characters };
    // Of two limits the one counts that is nearer to being full.
    let tightest = limits.iter().max_by(|(a, most), (b, max)| {
        let share =
            |unit: &LimitUnit, max: &u32| u64::from(used(*unit)) * 1000 / u64::from(*max).max(1);
        share(a, most).cmp(&share(b, max))
    });
    let over = tightest.map_or(0, |(unit, max)| used(*unit).saturating_sub(*max));
    let state = match tightest {
        None => FieldState::Free,
        Some(_) if over > 0 => FieldState::Over,
        Some((unit, max)) if u64::from(used(*unit)) * 10 >= u64::from(*max) * 9 => FieldState::Near,
        Some(_) => FieldState::Fits,
    };
    FormField {
        id: id.into(),
        kind: kind.into(),
        question: question.into(),
        words,
        characters,
        limit: tightest.map(|(_, max)| *max),
        unit: tightest.map(|(unit, _)| *unit),
        over,
        state,
        text,
    }
}

/// Returns the fields one below the other as one text, each under its question.
pub fn form_text(form: &WebForm) -> String {
    let mut out = String::new();
    for field in &form.fields {
        let count = match (field.limit, field.unit) {
            (Some(limit), Some(LimitUnit::Words)) => format!("{} of {limit} words", field.words),
            (Some(limit), _) => format!("{} of {limit} characters", field.characters),
            (None, _) => format!("{} words, {} characters", field.words, field.characters),
        };
        let over =
            if field.over > 0 { format!(", {} too many", field.over) } else { String::new() };
        out.push_str(&format!("=== {} ({count}{over}) ===\n\n", field.question));
        if !field.text.is_empty() {
            out.push_str(&field.text);
            out.push_str("\n\n");
        }
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_that_is_nearer_to_full_is_told() {
        let limits = [(LimitUnit::Words, 100), (LimitUnit::Characters, 10)];
        let field = counted("a", "section", "A", "twelve chars".into(), &limits);
        assert_eq!((field.limit, field.over, field.state), (Some(10), 2, FieldState::Over));
        let near = counted("a", "section", "A", "123456789".into(), &limits);
        assert_eq!((near.over, near.state), (0, FieldState::Near));
        assert_eq!(counted("a", "section", "A", String::new(), &[]).state, FieldState::Free);
    }
}
