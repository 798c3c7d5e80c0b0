//! Skeletons: how a kind of document is usually built, section by section, with guidance.
//!
//! A call states what a secretariat asks for; a skeleton says how people who are read write
//! such a thing. A statement may take a skeleton's sections in place of the call's, and add
//! those of others later:
//!
//! ```text
//! Call + skeleton chosen + skeletons added ──with_skeletons──▶ Call whose sections are these
//! ```

pub mod notes;

use serde::{Deserialize, Serialize};

use crate::model::Call;
use crate::model::call::{HeaderField, Section, StatementKind};

/// How a kind of document is usually built.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Skeleton {
    /// Stable id, the file's name without its ending.
    pub id: String,
    /// Name a person recognises.
    pub name: String,
    /// What it is for, in one or two sentences.
    pub about: String,
    /// Kinds of calls for which it is suggested.
    #[serde(default)]
    pub kinds: Vec<StatementKind>,
    /// Whether notes of a meeting are sorted into it.
    #[serde(default)]
    pub from_notes: bool,
    /// Fields of the cover it needs beside those of the call.
    #[serde(default)]
    pub header_fields: Vec<HeaderField>,
    /// Sections, in order.
    pub sections: Vec<Section>,
}

/// Why a skeleton cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("read a skeleton: {why}")]
pub struct SkeletonUnreadable {
    /// What the TOML reader said.
    pub why: String,
}

/// Reads a skeleton from the text of its file.
///
/// # Errors
/// [`SkeletonUnreadable`] with the line.
pub fn load(toml: &str) -> Result<Skeleton, SkeletonUnreadable> {
    toml::from_str(toml).map_err(|error| SkeletonUnreadable { why: error.to_string() })
}

/// Returns the skeleton that fits a call best, when one is made for its kind.
pub fn suggested<'a>(call: &Call, all: &'a [Skeleton]) -> Option<&'a Skeleton> {
    all.iter().find(|skeleton| skeleton.kinds.contains(&call.kind))
}

/// Returns a call whose sections are those of the statement: of the skeleton that was chosen,
/// or the call's own, and after them those of the skeletons that were added.
///
/// A skeleton that is not known here (a newer copy of a partner may name it) is passed over.
/// A limit of a section that is no longer there is left out.
pub fn with_skeletons(call: &Call, chosen: &str, added: &[String], all: &[Skeleton]) -> Call {
    let known = |id: &str| all.iter().find(|skeleton| skeleton.id == id);
    let mut made = call.clone();
    if let Some(skeleton) = known(chosen) {
        made.sections.clone_from(&skeleton.sections);
        made.sections_in_order = false;
        fields(&mut made, skeleton);
    }
    for skeleton in added.iter().filter_map(|id| known(id)) {
        for section in &skeleton.sections {
            let twice = made.sections.iter().any(|own| {
                own.heading.eq_ignore_ascii_case(&section.heading)
                    || (own.holds == section.holds
                        && own.holds != crate::model::call::SectionHolds::Text)
            });
            if !twice {
                let mut section = section.clone();
                // Two skeletons may name sections alike that are not the same.
                while made.sections.iter().any(|own| own.id == section.id) {
                    section.id.push_str("-2");
                }
                section.required = false;
                made.sections.push(section);
            }
        }
        fields(&mut made, skeleton);
    }
    let ids: Vec<&str> = made.sections.iter().map(|section| section.id.as_str()).collect();
    made.limits.retain(|limit| limit.section.as_deref().is_none_or(|id| ids.contains(&id)));
    made
}

fn fields(call: &mut Call, skeleton: &Skeleton) {
    for field in &skeleton.header_fields {
        if !call.header_fields.iter().any(|own| own.id == field.id) {
            call.header_fields.push(field.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::call::{Limit, LimitScope, SectionHolds};

    fn section(id: &str, heading: &str, holds: SectionHolds) -> Section {
        Section { id: id.into(), heading: heading.into(), holds, ..Section::default() }
    }

    fn skeletons() -> Vec<Skeleton> {
        let letter = Skeleton {
            id: "letter".into(),
            sections: vec![
                section("opening", "Opening", SectionHolds::Text),
                section("names", "Signatories", SectionHolds::Signatories),
            ],
            header_fields: vec![HeaderField { id: "to".into(), ..HeaderField::default() }],
            ..Skeleton::default()
        };
        let paper = Skeleton {
            id: "paper".into(),
            sections: vec![
                section("opening", "Background", SectionHolds::Text),
                section("other", "Signed by", SectionHolds::Signatories),
            ],
            ..Skeleton::default()
        };
        vec![letter, paper]
    }

    fn call() -> Call {
        let limit = |section: Option<&str>| Limit {
            applies_to: LimitScope::Section,
            section: section.map(Into::into),
            ..Limit::default()
        };
        Call {
            sections: vec![section("answer", "Answer", SectionHolds::Text)],
            limits: vec![limit(Some("answer")), limit(None)],
            ..Call::default()
        }
    }

    fn headings(call: &Call) -> Vec<&str> {
        call.sections.iter().map(|s| s.heading.as_str()).collect()
    }

    #[test]
    fn a_chosen_skeleton_stands_in_place_of_the_calls_sections() {
        let made = with_skeletons(&call(), "letter", &[], &skeletons());
        assert_eq!(headings(&made), ["Opening", "Signatories"]);
        assert_eq!((made.limits.len(), made.header_fields.len()), (1, 1));
    }

    #[test]
    fn an_added_skeleton_comes_after_and_lists_signatories_once() {
        let made = with_skeletons(&call(), "", &["letter".into(), "paper".into()], &skeletons());
        assert_eq!(headings(&made), ["Answer", "Opening", "Signatories", "Background"]);
        assert_eq!(made.sections[3].id, "opening-2");
        assert_eq!(made.limits.len(), 2);
    }

    #[test]
    fn what_is_not_known_here_is_passed_over() {
        assert_eq!(with_skeletons(&call(), "newer", &["newest".into()], &skeletons()), call());
    }
}
