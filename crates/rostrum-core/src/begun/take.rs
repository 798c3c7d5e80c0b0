//! A text that was begun elsewhere, and a call → what a statement begins with.

use std::collections::BTreeMap;

use super::place::{Plan, plan};
use super::read::{Begun, Loose, Passage, Shape};
use super::report::{Changed, How, PlacedSection, Report};
use super::write::{Writer, heading_words};
use crate::count::words;
use crate::finding::Place;
use crate::model::call::Permission;
use crate::model::document::{Inline, plain_text};
use crate::model::review::{Answer, Comment, Decision, ReviewEntry, ReviewThing};
use crate::model::{Call, Source};
use crate::review::mark_of;

/// How many letters of a section are shown.
const OPENING: usize = 160;

/// Loose things that were not carried over; all others stand in the statement.
const NOT_CARRIED: [&str; 9] =
    ["deleted", "contents", "header", "footer", "hidden", "picture", "object", "note", "damaged"];

/// What a statement begins with.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Taken {
    /// Title as it stands in the file; empty for none.
    pub title: String,
    /// Fields of the head that were found: id and value.
    pub head: Vec<(String, String)>,
    /// The body in Markdown.
    pub body: String,
    /// Sources made of notes.
    pub sources: Vec<Source>,
    /// Comments, as remarks of reviewers.
    pub remarks: Vec<ReviewEntry>,
    /// What became of it.
    pub report: Report,
}

/// Brings a text that was begun elsewhere under the sections of a call; `file` names it.
pub fn take(begun: &Begun, call: &Call, file: &str) -> Taken {
    let begun = &unnumbered(begun, call);
    let mut plan = plan(begun, call);
    let mut out = Taken::default();
    let mut changed = std::mem::take(&mut plan.changed);
    if let Some(at) = plan.title {
        out.title = one_line(&plain_text(&begun.passages[at].text));
        changed.push(Changed {
            what: "title".into(),
            words: out.title.clone(),
            ..Changed::default()
        });
        out.report.not_carried.extend(notes_of(&begun.passages[at].text, begun, ""));
    }
    for (at, id, value) in &plan.cover {
        let words = one_line(&plain_text(&begun.passages[*at].text));
        changed.push(Changed { what: "cover".into(), words, ..Changed::default() });
        out.report.not_carried.extend(notes_of(&begun.passages[*at].text, begun, ""));
        out.head.push((id.clone(), value.clone()));
    }
    let mut writer = Writer::new(&begun.notes, &begun.pictures);
    for section in &plan.sections {
        let passages: Vec<(&Passage, Option<u8>)> =
            section.passages.iter().map(|(at, level)| (&begun.passages[*at], *level)).collect();
        let heading = section.head.map_or_else(String::new, |at| {
            let text = &begun.passages[at].text;
            out.report.not_carried.extend(notes_of(text, begun, &section.name));
            one_line(&plain_text(text))
        });
        match (section.name.as_str(), section.how) {
            ("", _) => {}
            (own, How::Own) => out.body.push_str(&format!("# {}\n\n", heading_words(own))),
            (of_call, _) => out.body.push_str(&format!("# {of_call}\n\n")),
        }
        let (cited, flattened) = (writer.cited.len(), writer.flattened.len());
        let text = writer.section(&passages);
        out.body.push_str(&text);
        let place = section.name.clone();
        let change = |what: &str, words: String| Changed {
            what: what.into(),
            place: place.clone(),
            words,
            by: String::new(),
        };
        if section.how == How::Near || !heading.is_empty() && heading != section.name {
            changed.push(change("section", heading.clone()));
        }
        for at in &writer.cited[cited..] {
            changed.push(change("source", one_line(&plain_text(&begun.notes[*at]))));
        }
        for words in &writer.flattened[flattened..] {
            changed.push(change("emphasis", words.clone()));
        }
        changed.extend(passages.iter().filter_map(|(passage, level)| {
            let (Shape::Heading(was, _), Some(level)) = (&passage.shape, level) else {
                return None;
            };
            (was != level).then(|| change("heading_level", one_line(&plain_text(&passage.text))))
        }));
        out.report.sections.push(placed(section.name.clone(), heading, section.how, &passages));
    }
    out.body.truncate(out.body.trim_end().len());
    out.body.push_str("\n\n");
    for loose in &begun.loose {
        let entry = of_loose(loose, &plan);
        if entry.what == "header" && entry.words == out.title {
            // The title prints at the head of every page in any case.
            continue;
        }
        if NOT_CARRIED.contains(&entry.what.as_str()) {
            out.report.not_carried.push(entry);
        } else {
            changed.push(entry);
        }
    }
    out.report.not_carried.extend(pictures_left(begun, &plan));
    out.remarks = remarks(begun, &plan, file);
    out.report.kept.comments = out.remarks.len() as u32;
    out.report.changed = changed;
    kept(&mut out.report, begun, &plan, &writer);
    out.sources = writer.references.sources;
    out
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the notes of a line that cannot hold them.
fn notes_of(line: &[Inline], begun: &Begun, place: &str) -> Vec<Changed> {
    let notes = line.iter().filter_map(|piece| match piece {
        Inline::Note(at) => begun.notes.get(*at as usize),
        _ => None,
    });
    notes
        .map(|note| Changed {
            what: "note".into(),
            place: place.to_owned(),
            words: one_line(&plain_text(note)),
            by: String::new(),
        })
        .collect()
}

/// Takes the numbers off paragraphs that the call has numbered anyway: a list that goes on over
/// headings, or nearly all that there is, numbers paragraphs and no items.
fn unnumbered(begun: &Begun, call: &Call) -> Begun {
    let mut begun = begun.clone();
    let numbers = call.numbered_paragraphs.as_ref().map(|rule| rule.value);
    if !matches!(numbers, Some(Permission::Required | Permission::Allowed)) {
        return begun;
    }
    let mut over: Vec<u32> = Vec::new();
    let mut since_heading: Vec<u32> = Vec::new();
    let mut before: Vec<u32> = Vec::new();
    for passage in &begun.passages {
        match &passage.shape {
            Shape::Heading(..) => before.append(&mut since_heading),
            Shape::Item(item) if item.depth == 0 && item.number.is_some() => {
                if before.contains(&item.list) || passage.style.contains("numbered paragraph") {
                    over.push(item.list);
                }
                since_heading.push(item.list);
            }
            _ => {}
        }
    }
    // A list that has no first level stands one level down because numbered paragraphs are
    // the first.
    let mut shallowest: BTreeMap<u32, u8> = BTreeMap::new();
    for passage in &begun.passages {
        if let Shape::Item(item) = &passage.shape {
            let depth = shallowest.entry(item.list).or_insert(item.depth);
            *depth = item.depth.min(*depth);
        }
    }
    let mut under = None;
    for passage in &mut begun.passages {
        let Shape::Item(item) = &mut passage.shape else { continue };
        if item.depth == 0 && item.number.is_some() && over.contains(&item.list) {
            let (what, words) = ("paragraph_number".to_owned(), item.label.clone());
            if under.replace(item.list).is_none() {
                begun.loose.push(Loose { what, words, ..Loose::default() });
            }
            passage.shape = Shape::Paragraph;
        } else if under == Some(item.list) {
            item.depth = item.depth.saturating_sub(1);
        } else if !over.is_empty() && shallowest[&item.list] > 0 {
            item.depth -= 1;
        }
    }
    begun
}

fn placed(
    name: String,
    heading: String,
    how: How,
    passages: &[(&Passage, Option<u8>)],
) -> PlacedSection {
    let lines = || {
        passages.iter().flat_map(|(p, _)| std::iter::once(&p.text).chain(p.rows.iter().flatten()))
    };
    let count = lines().map(|line| words(&plain_text(line))).sum();
    let all: Vec<String> = lines().map(|line| one_line(&plain_text(line))).take(12).collect();
    let all = one_line(&all.join(" "));
    let mut opening: String = all.chars().take(OPENING).collect();
    if opening.len() < all.len() {
        let end = opening.rfind(' ').unwrap_or(opening.len());
        opening.truncate(end);
        opening.push('…');
    }
    PlacedSection { name, heading, how, words: count, opening }
}

/// Returns the section in which a passage stands.
fn section_of(plan: &Plan, at: usize) -> String {
    let holds = |section: &&super::place::Section| {
        section.head == Some(at) || section.passages.iter().any(|(own, _)| *own == at)
    };
    let found = plan.sections.iter().find(holds).or_else(|| {
        // Between two passages: the one before.
        let before = plan.sections.iter().filter_map(|section| {
            let last = section.passages.iter().map(|(own, _)| *own).chain(section.head);
            last.filter(|own| *own < at).max().map(|last| (last, section))
        });
        before.max_by_key(|(last, _)| *last).map(|(_, section)| section)
    });
    found.map(|section| section.name.clone()).unwrap_or_default()
}

/// Returns the pictures of which the statement got none.
fn pictures_left(begun: &Begun, plan: &Plan) -> Vec<Changed> {
    let mut left = Vec::new();
    for (at, passage) in begun.passages.iter().enumerate() {
        let Shape::Picture(number) = passage.shape else { continue };
        if let Some(picture) = begun.pictures.get(number).filter(|own| own.kept.is_none()) {
            left.push(Changed {
                what: "picture".into(),
                place: section_of(plan, at),
                words: one_line(&picture.told),
                by: String::new(),
            });
        }
    }
    left
}

fn of_loose(loose: &Loose, plan: &Plan) -> Changed {
    Changed {
        what: loose.what.clone(),
        place: section_of(plan, loose.at),
        words: one_line(&loose.words),
        by: loose.by.clone(),
    }
}

/// Returns the comments as remarks of reviewers, which never print.
fn remarks(begun: &Begun, plan: &Plan, file: &str) -> Vec<ReviewEntry> {
    let mut ids: Vec<String> = Vec::new();
    let mut out = Vec::new();
    for (number, remark) in begun.remarks.iter().enumerate() {
        let id = mark_of(&[file, &remark.author, &remark.date, &remark.text, &number.to_string()]);
        let (author, date, text) =
            (remark.author.clone(), remark.date.clone(), remark.text.clone());
        let parent = remark.parent.and_then(|at| ids.get(at));
        let thing = if let Some(to) = parent {
            ReviewThing::Answer(Answer { to: to.clone(), author, date, text })
        } else {
            let section = section_of(plan, remark.at);
            let place = Place {
                section: Some(section).filter(|name| !name.is_empty()),
                ..Place::part("body")
            };
            let words = one_line(&remark.words);
            ReviewThing::Comment(Comment { author, date, place, words, text })
        };
        let decision = if remark.resolved { Decision::Resolved } else { Decision::Open };
        ids.push(id.clone());
        out.push(ReviewEntry { id, file: file.to_owned(), thing, decision });
    }
    out
}

/// Counts what was kept.
fn kept(report: &mut Report, begun: &Begun, plan: &Plan, writer: &Writer<'_>) {
    let kept = &mut report.kept;
    for section in &plan.sections {
        kept.headings += u32::from(section.head.is_some());
        for (at, level) in &section.passages {
            let passage = &begun.passages[*at];
            match (&passage.shape, level) {
                (_, Some(_)) => kept.headings += 1,
                (Shape::Item(_), None) => kept.list_items += 1,
                (Shape::Table, None) => kept.tables += 1,
                (Shape::Picture(number), None) => {
                    let own = begun.pictures.get(*number);
                    kept.pictures += u32::from(own.is_some_and(|own| own.kept.is_some()));
                }
                _ => kept.paragraphs += 1,
            }
            for line in std::iter::once(&passage.text).chain(passage.rows.iter().flatten()) {
                kept.links += links(line);
            }
        }
    }
    kept.words = report.sections.iter().map(|section| section.words).sum();
    kept.notes = writer.footnotes;
    kept.sources = writer.references.sources.len() as u32;
}

fn links(line: &[Inline]) -> u32 {
    line.iter().filter(|piece| matches!(piece, Inline::Link { .. })).count() as u32
}
