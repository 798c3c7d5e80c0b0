//! Which passage goes to which section of the call.

use super::names::{NEAR, nearness};
use super::read::{Begun, Passage, Shape};
use super::report::{Changed, How};
use crate::model::Call;
use crate::model::call::SectionHolds;
use crate::model::document::plain_text;

/// Longest paragraph in words that may stand for a heading or a title.
const LONGEST: usize = 15;

/// What goes where.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// The passage that is the title.
    pub(super) title: Option<usize>,
    /// Passages that are fields of the cover: place, id of the field, value.
    pub(super) cover: Vec<(usize, String, String)>,
    pub(super) sections: Vec<Section>,
    pub(super) changed: Vec<Changed>,
}

/// One section of the statement.
#[derive(Debug, Default)]
pub(super) struct Section {
    /// Its heading; empty where the call has no sections.
    pub(super) name: String,
    /// The passage that was its heading.
    pub(super) head: Option<usize>,
    pub(super) how: How,
    /// Its passages; headings with the level they get.
    pub(super) passages: Vec<(usize, Option<u8>)>,
}

/// One heading of the file.
#[derive(Debug)]
struct Head {
    at: usize,
    level: u8,
    words: String,
    /// The section of the call it names, and how near.
    section: Option<(usize, f32)>,
}

/// Returns what goes where.
pub(super) fn plan(begun: &Begun, call: &Call) -> Plan {
    let mut plan = Plan { title: title(begun, call), ..Plan::default() };
    let names: Vec<&str> = call
        .sections
        .iter()
        .filter(|section| section.holds != SectionHolds::Signatories)
        .map(|section| section.heading.as_str())
        .collect();
    let mut heads = heads(begun, &names, &mut plan);
    matched(&mut heads, &names);
    let first = heads.first().map_or(begun.passages.len(), |head| head.at);
    plan.cover = cover(&begun.passages[..first], plan.title, call);
    sections(begun, &heads, &names, &mut plan);
    plan
}

fn words_of(passage: &Passage) -> String {
    plain_text(&passage.text).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_short(words: &str) -> bool {
    words.split(' ').count() <= LONGEST && !words.ends_with(['.', ';', ',', ':'])
}

/// Finds the title: by its style, as the only heading above all others, or as the first line
/// when that stands bold in the middle.
fn title(begun: &Begun, call: &Call) -> Option<usize> {
    let passages = &begun.passages;
    if let Some(at) = passages.iter().position(|p| p.shape == Shape::Title) {
        return Some(at);
    }
    // A logo may stand before it.
    let is_picture = |passage: &Passage| matches!(passage.shape, Shape::Picture(_));
    let at = passages.iter().position(|passage| !is_picture(passage))?;
    let first = &passages[at];
    let words = words_of(first);
    let names_section = call.sections.iter().any(|s| nearness(&words, &s.heading) >= NEAR);
    if names_section || words.split(' ').count() > 40 {
        return None;
    }
    let levels = || passages.iter().filter_map(level);
    match level(first) {
        Some(own) => {
            let alone = levels().filter(|level| *level <= own).count() == 1;
            (alone && levels().count() > 1).then_some(at)
        }
        None => (first.shape == Shape::Paragraph && first.strong && first.centred).then_some(at),
    }
}

fn level(passage: &Passage) -> Option<u8> {
    if let Shape::Heading(level, _) = passage.shape { Some(level) } else { None }
}

/// Finds the headings: by their style; short paragraphs that read as a section of the call;
/// and, where nothing has the style of a heading, short paragraphs in bold.
fn heads(begun: &Begun, names: &[&str], plan: &mut Plan) -> Vec<Head> {
    let passages = &begun.passages;
    let styled = |at: usize, p: &Passage| level(p).filter(|_| Some(at) != plan.title);
    let top = passages.iter().enumerate().filter_map(|(at, p)| styled(at, p)).min();
    let mut out = Vec::new();
    for (at, passage) in passages.iter().enumerate() {
        if Some(at) == plan.title {
            continue;
        }
        let words = words_of(passage);
        let level = match &passage.shape {
            Shape::Heading(level, number) => {
                if !number.is_empty() {
                    let (what, words) = ("heading_number".into(), format!("{number} {words}"));
                    plan.changed.push(Changed { what, words, ..Changed::default() });
                }
                *level
            }
            Shape::Paragraph | Shape::Item(_) if is_short(&words) => {
                let is_section = names.iter().any(|name| nearness(&words, name) >= 1.0);
                let bold = top.is_none() && passage.strong && passage.shape == Shape::Paragraph;
                if !is_section && !bold {
                    continue;
                }
                let (what, words) = ("made_heading".into(), words.clone());
                plan.changed.push(Changed { what, words, ..Changed::default() });
                top.unwrap_or(1)
            }
            _ => continue,
        };
        out.push(Head { at, level, words, section: None });
    }
    out
}

/// Gives each section of the call the heading that names it best.
fn matched(heads: &mut [Head], names: &[&str]) {
    let mut pairs: Vec<(f32, usize, usize)> = Vec::new();
    for (at, head) in heads.iter().enumerate() {
        let near: Vec<f32> = names.iter().map(|name| nearness(&head.words, name)).collect();
        let best = near.iter().copied().fold(0.0, f32::max);
        if best < NEAR || best < 1.0 && near.iter().filter(|n| **n >= best).count() > 1 {
            continue;
        }
        pairs.extend(
            near.iter().enumerate().filter(|(_, n)| **n >= best).map(|(name, n)| (*n, at, name)),
        );
    }
    // The nearest first; of equals the one that stands higher, then the earlier.
    pairs.sort_by(|a, b| {
        let level = |at: usize| heads[at].level;
        b.0.total_cmp(&a.0).then(level(a.1).cmp(&level(b.1))).then(a.1.cmp(&b.1))
    });
    let mut taken: Vec<usize> = Vec::new();
    for (near, head, name) in pairs {
        if heads[head].section.is_none() && !taken.contains(&name) {
            heads[head].section = Some((name, near));
            taken.push(name);
        }
    }
    // A near name deep inside a section is one of its own headings.
    let top = heads.iter().filter(|h| h.section.is_some()).map(|h| h.level).min();
    for head in heads {
        if head.section.is_some_and(|(_, near)| near < 1.0) && Some(head.level) > top {
            head.section = None;
        }
    }
}

/// Finds the lines of the cover: a label that the call asks for, and its value.
fn cover(passages: &[Passage], title: Option<usize>, call: &Call) -> Vec<(usize, String, String)> {
    let mut out: Vec<(usize, String, String)> = Vec::new();
    for (at, passage) in passages.iter().enumerate() {
        if Some(at) == title || passage.shape != Shape::Paragraph {
            continue;
        }
        let words = plain_text(&passage.text);
        let Some((label, value)) = words.split_once([':', '\t']) else { continue };
        let value = value.trim_start_matches([':', '\t', ' ']).trim();
        if value.is_empty() || value.contains('\n') || value.split(' ').count() > 30 {
            continue;
        }
        let own = [("organisation", "Organisation"), ("organisation", "Submitted by")];
        let fields = call.header_fields.iter().map(|f| (f.id.as_str(), f.label.as_str()));
        let field = fields.chain(own).find(|(_, name)| nearness(label, name) >= 1.0);
        if let Some((id, _)) = field.filter(|(id, _)| !out.iter().any(|(_, own, _)| own == id)) {
            out.push((at, id.to_owned(), value.to_owned()));
        }
    }
    out
}

fn sections(begun: &Begun, heads: &[Head], names: &[&str], plan: &mut Plan) {
    let matched = heads.iter().filter(|h| h.section.is_some()).map(|h| h.level).min();
    let top = matched.or(heads.iter().map(|h| h.level).min()).unwrap_or(1);
    // A call with one section has room for everything in it.
    let single = names.len() == 1;
    let mut before: Vec<(usize, Option<u8>)> = Vec::new();
    let mut level = top;
    for at in 0..begun.passages.len() {
        if Some(at) == plan.title || plan.cover.iter().any(|(own, ..)| *own == at) {
            continue;
        }
        let head = heads.iter().find(|head| head.at == at);
        let known = |words: &str| plan.sections.iter().any(|s| nearness(words, &s.name) >= 1.0);
        let new = head.and_then(|head| match head.section {
            Some((name, near)) => {
                Some((names[name].to_owned(), if near >= 1.0 { How::Same } else { How::Near }))
            }
            None if single || head.level > level.min(top) || known(&head.words) => None,
            None => Some((head.words.clone(), How::Own)),
        });
        if let (Some((name, how)), Some(head)) = (new, head) {
            level = head.level;
            plan.sections.push(Section { name, head: Some(at), how, passages: Vec::new() });
            continue;
        }
        let inner = head.map(|head| {
            let base =
                if single && plan.sections.is_empty() { top.saturating_sub(1) } else { level };
            (head.level.saturating_sub(base) + 1).clamp(2, 6)
        });
        match plan.sections.last_mut() {
            Some(section) => section.passages.push((at, inner)),
            None => before.push((at, inner)),
        }
    }
    if !before.is_empty() {
        unheaded(begun, before, names, plan);
    }
    // Sections the file has nothing for stand where the call has them.
    for (rank, name) in names.iter().enumerate() {
        if plan.sections.iter().any(|section| section.name == *name) {
            continue;
        }
        let place = |name: &str| plan.sections.iter().position(|s| s.name == name);
        let at = names[..rank].iter().filter_map(|name| place(name)).next_back();
        let at = at.map_or(0, |at| {
            // Sections of one's own stay with the one they follow.
            let own = plan.sections[at + 1..].iter().take_while(|s| s.how == How::Own).count();
            at + 1 + own
        });
        plan.sections.insert(at, Section { name: (*name).to_owned(), ..Section::default() });
    }
}

/// Puts text that stands before any heading into a section.
fn unheaded(begun: &Begun, before: Vec<(usize, Option<u8>)>, names: &[&str], plan: &mut Plan) {
    let free = names.first().filter(|name| !plan.sections.iter().any(|s| s.name == **name));
    let words: Vec<String> = before.iter().map(|(at, _)| words_of(&begun.passages[*at])).collect();
    let words: String = words.join(" ").chars().take(200).collect();
    let what = "unheaded".to_owned();
    match (free, plan.sections.first_mut()) {
        (None, Some(first)) if !names.is_empty() => {
            first.passages.splice(0..0, before);
            let place = first.name.clone();
            plan.changed.push(Changed { what, place, words, by: String::new() });
        }
        (name, _) => {
            let name = name.map_or_else(String::new, |name| (*name).to_owned());
            if !name.is_empty() {
                let place = name.clone();
                plan.changed.push(Changed { what, place, words, by: String::new() });
            }
            let section = Section { name, head: None, how: How::Unheaded, passages: before };
            plan.sections.insert(0, section);
        }
    }
}
