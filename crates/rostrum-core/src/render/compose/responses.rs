//! Responses as running text under the draft's own headings.

use super::clean::clean;
use super::inlines::{Line, in_brackets, push_merged};
use super::labels::{Aim, aims, name};
use super::notes::Notes;
use super::phrases::Phrases;
use super::proposals::wording;
use super::table::table;
use super::{Composition, Layout, phrases};
use crate::finding::Place;
use crate::model::document::{Content, DocumentBlock, Inline, Marks, Origin, Part};
use crate::model::{BlockKind, Draft, Response, ResponseKind, Statement};

const LEAD: Marks = Marks { bold: true, ..Marks::NONE };

/// Returns the responses that are handed over, in the order of the draft; those to the whole text first.
pub(in crate::render) fn in_order<'a>(
    responses: &'a [Response],
    drafts: &'a [(String, Draft)],
) -> Vec<(&'a Response, Vec<Aim<'a>>)> {
    let mut out: Vec<_> = responses
        .iter()
        .filter(|response| response.is_submitted())
        .map(|response| (response, aims(drafts, response)))
        .collect();
    // Stable: responses to one paragraph keep the order in which they were put.
    out.sort_by_key(|(response, aims)| {
        let first = aims.iter().find_map(|aim| {
            let (draft, at) = aim.found?;
            let draft = drafts.iter().position(|(_, d)| std::ptr::eq(d, draft))?;
            Some((draft, at))
        });
        match (response.targets.is_empty(), first) {
            (true, _) => (0, 0, 0),
            (false, Some((draft, at))) => (1, draft, at),
            // What no longer points anywhere comes last, where it is seen.
            (false, None) => (2, 0, 0),
        }
    });
    with_choices(out)
}

/// Puts each second choice right after its first one.
fn with_choices<'a>(
    responses: Vec<(&'a Response, Vec<Aim<'a>>)>,
) -> Vec<(&'a Response, Vec<Aim<'a>>)> {
    let firsts: Vec<String> = responses.iter().map(|(r, _)| r.id.clone()).collect();
    let is_second =
        |r: &Response| !r.alternative_to.is_empty() && firsts.contains(&r.alternative_to);
    let (seconds, rest): (Vec<_>, Vec<_>) = responses.into_iter().partition(|(r, _)| is_second(r));
    let mut out = Vec::with_capacity(firsts.len());
    let mut seconds: Vec<Option<_>> = seconds.into_iter().map(Some).collect();
    for first in rest {
        let id = first.0.id.clone();
        out.push(first);
        for second in &mut seconds {
            if second.as_ref().is_some_and(|(r, _)| r.alternative_to == id) {
                out.extend(second.take());
            }
        }
    }
    // A second choice of a second choice, or two that name each other, are not lost.
    out.extend(seconds.into_iter().flatten());
    out
}

/// Returns which choice a response is among those that are handed over; nothing for no choice.
pub(super) fn choice(
    response: &Response,
    statement: &Statement,
    phrases: &Phrases,
) -> Option<&'static str> {
    let mut submitted = statement.responses.iter().filter(|r| r.is_submitted());
    if response.alternative_to.is_empty() {
        submitted.any(|r| r.alternative_to == response.id).then_some(phrases.first_choice)
    } else {
        submitted.any(|r| r.id == response.alternative_to).then_some(phrases.second_choice)
    }
}

/// Returns the responses as the layout has them.
pub(super) fn blocks(
    composition: &Composition<'_>,
    section: &str,
    notes: &mut Notes<'_>,
) -> Vec<DocumentBlock> {
    match composition.layout {
        Layout::Prose => prose(composition, section, notes),
        Layout::Table => table(composition, section, notes).into_iter().collect(),
    }
}

/// Returns the responses as running text.
fn prose(
    composition: &Composition<'_>,
    section: &str,
    notes: &mut Notes<'_>,
) -> Vec<DocumentBlock> {
    let phrases = phrases::of(&composition.statement.language);
    let mut out = Vec::new();
    let mut path: Vec<String> = Vec::new();
    for (response, aims) in in_order(&composition.statement.responses, composition.drafts) {
        let block = |part, content| DocumentBlock {
            part,
            section: Some(section.to_owned()),
            content,
            origin: Origin::Response(response.id.clone()),
        };
        let next = heading_path(&aims);
        let shared = path.iter().zip(&next).take_while(|(a, b)| a == b).count();
        for (depth, heading) in next.iter().enumerate().skip(shared) {
            let level = (depth + 2).min(6) as u8;
            out.push(DocumentBlock {
                origin: Origin::Made,
                ..block(
                    Part::Headings,
                    Content::Heading { level, text: vec![Inline::plain(heading.clone())] },
                )
            });
        }
        path = next;
        let choice = choice(response, composition.statement, phrases);
        for (quoted, text) in paragraphs(response, &aims, phrases, choice, notes) {
            out.push(block(Part::Body, Content::Paragraph { number: None, quoted, text }));
        }
    }
    out
}

/// Returns the draft's headings above the first paragraph that is answered; what answers a
/// heading stands under it.
fn heading_path(aims: &[Aim<'_>]) -> Vec<String> {
    let Some(block) = aims.iter().find_map(Aim::block) else { return Vec::new() };
    let label = block.label.as_deref().unwrap_or_default();
    let own = (block.kind == BlockKind::Heading).then(|| format!("{label} {}", block.text));
    let path = block.heading_path.iter().chain(&own);
    path.map(|heading| clean(heading)).filter(|heading| !heading.is_empty()).collect()
}

/// Returns one response: what is asked, the wording, why; with whether each is a quotation.
fn paragraphs(
    response: &Response,
    aims: &[Aim<'_>],
    phrases: &Phrases,
    choice: Option<&str>,
    notes: &mut Notes<'_>,
) -> Vec<(bool, Vec<Inline>)> {
    let place =
        Place { part: "response".into(), paragraph: Some(response.id.clone()), ..Place::default() };
    let mut lead = vec![Inline::marked(lead(response, aims, phrases, choice), LEAD)];
    let wording = wording(response, aims, notes);
    let reasons = reasons(response, notes, &place);
    if wording.is_empty() {
        if !reasons.is_empty() {
            push_merged(&mut lead, Inline::plain(" "));
            lead.extend(reasons);
        }
        return vec![(false, lead)];
    }
    let mut out = vec![(false, lead), (true, wording)];
    if !reasons.is_empty() {
        let mut why = vec![Inline::plain(format!("{}: ", phrases.rationale))];
        for piece in reasons {
            push_merged(&mut why, piece);
        }
        out.push((false, why));
    }
    out
}

/// Returns the words a response opens with: `Paragraph 23: modify.`
fn lead(response: &Response, aims: &[Aim<'_>], phrases: &Phrases, choice: Option<&str>) -> String {
    let mut name = name(aims, phrases);
    if let Some(choice) = choice {
        name = format!("{name} ({choice})");
    }
    let ask = phrases.asks(response.kind);
    let where_to = clean(&response.proposal);
    match response.kind {
        ResponseKind::General => format!("{name}:"),
        ResponseKind::Add if !aims.is_empty() => {
            format!("{} {}: {ask}.", phrases.after, lower_first(&name))
        }
        ResponseKind::Move if !where_to.is_empty() => {
            let stop = if where_to.ends_with(['.', '!', '?']) { "" } else { "." };
            format!("{name}: {ask} {}{stop}", lower_first(&where_to))
        }
        _ => format!("{name}: {ask}."),
    }
}

/// Returns the words with their first letter small, to follow others.
pub(super) fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next();
    // "III" and "ICT" stay as they are.
    match (first, chars.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => text.to_owned(),
    }
}

/// Returns the rationale with the sources that support it.
pub(super) fn reasons(response: &Response, notes: &mut Notes<'_>, place: &Place) -> Vec<Inline> {
    let mut line = Line::of_text(&response.rationale, notes, place);
    let Some(words) = notes.sources(&response.sources, place) else { return line };
    if notes.cites_in_brackets() {
        in_brackets(&mut line, words);
    } else {
        let note = notes.add_citation(words);
        line.push(Inline::Note(note));
    }
    line
}
