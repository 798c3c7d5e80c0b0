//! The list of signatories, where and in what order the call wants it.

use super::notes::Notes;
use super::sections::{section_heading, turn};
use super::{clean, phrases, signatory_place};
use crate::model::call::{SectionHolds, SignatoryOrder, SignatoryPlace};
use crate::model::document::{Content, DocumentBlock, Inline, Origin, Part};
use crate::model::signatory::EcosocStatus;
use crate::model::{Call, Signatory};

/// Returns the signatories in the order of the call; by name when it names none.
pub(super) fn ordered<'s>(call: &Call, signatories: &'s [Signatory]) -> Vec<&'s Signatory> {
    let order = call.joint.order.as_ref().map(|o| o.value).unwrap_or_default();
    let mut out: Vec<&Signatory> =
        signatories.iter().filter(|s| !clean(&s.organisation).is_empty()).collect();
    out.sort_by_key(|s| {
        let first = match order {
            SignatoryOrder::Alphabetical => String::new(),
            SignatoryOrder::Status => match s.status {
                EcosocStatus::General => "0".into(),
                EcosocStatus::Special => "1".into(),
                EcosocStatus::Roster => "2".into(),
                EcosocStatus::None => "3".into(),
            },
            SignatoryOrder::Country => s.country.to_lowercase(),
        };
        (first, clean(&s.organisation).to_lowercase(), s.id.clone())
    });
    out
}

/// Makes the list the first note, that of the title, when the call wants it there.
pub(super) fn title_note(call: &Call, listed: &[&Signatory], notes: &mut Notes<'_>) -> Option<u32> {
    let wanted = signatory_place(call) == SignatoryPlace::Footnote && !listed.is_empty();
    wanted.then(|| notes.add(vec![Inline::plain(format!("{}.", joined(listed)))]))
}

/// Puts the list into the text, unless it stands in a note.
pub(super) fn place(
    blocks: &mut Vec<DocumentBlock>,
    call: &Call,
    listed: &[&Signatory],
    language: &str,
) {
    if listed.is_empty() {
        return;
    }
    match signatory_place(call) {
        SignatoryPlace::Footnote => {}
        SignatoryPlace::Cover | SignatoryPlace::Top => {
            blocks.insert(0, line(None, joined(listed)));
        }
        SignatoryPlace::End => {
            let section = call.sections.iter().find(|s| s.holds == SectionHolds::Signatories);
            let heading = section.map_or_else(
                || phrases::of(language).signatories.to_owned(),
                |s| clean(&s.heading),
            );
            let sections: Vec<(usize, &str)> = blocks
                .iter()
                .enumerate()
                .filter_map(|(at, block)| Some((at, block.section.as_deref()?)))
                .collect();
            let turn = turn(call, &heading, &sections, blocks.len());
            let mut at = turn.at;
            if !turn.present {
                blocks.insert(at, section_heading(&turn.heading));
                at += 1;
            }
            let printed = turn.heading;
            let list = listed.iter().map(|s| line(Some(printed.clone()), entry(s)));
            blocks.splice(at..at, list.collect::<Vec<_>>());
        }
    }
}

fn line(section: Option<String>, text: String) -> DocumentBlock {
    DocumentBlock {
        part: Part::Signatories,
        section,
        content: Content::Paragraph {
            number: None,
            quoted: false,
            text: vec![Inline::plain(text)],
        },
        origin: Origin::Made,
    }
}

fn joined(listed: &[&Signatory]) -> String {
    listed.iter().map(|s| entry(s)).collect::<Vec<_>>().join("; ")
}

fn entry(signatory: &Signatory) -> String {
    let (name, country) = (clean(&signatory.organisation), clean(&signatory.country));
    if country.is_empty() { name } else { format!("{name} ({country})") }
}
