//! Reads a Word document that was begun: its parts, one after the other.

use std::collections::BTreeMap;

use super::story::{Story, Surroundings};
use super::{Begun, Loose, Remarked, pictures};
use crate::import::ImportError;
use crate::import::docx::numbering::Numbering;
use crate::import::docx::package::{Package, Relation, damaged};
use crate::import::docx::styles::Styles;
use crate::import::xml::{Sink, walk};
use crate::model::document::{Inline, plain_text};
use crate::review::read::comments::{Remarks, Threads};

/// Most page headers and footers that are looked into.
const MOST_EDGES: usize = 24;

/// Reads a Word document.
pub(super) fn read(bytes: &[u8]) -> Result<Begun, ImportError> {
    let mut package = Package::open(bytes)?;
    let main = package
        .relations("")
        .into_iter()
        .find(|relation| relation.kind == "officeDocument")
        .map_or_else(|| "word/document.xml".to_owned(), |relation| relation.target);
    let document =
        package.part(&main)?.ok_or_else(|| damaged("it holds no text (word/document.xml)"))?;
    let relations = package.relations(&main);
    let mut broken: Vec<&str> = Vec::new();
    let mut styles = Styles::default();
    let mut numbering = Numbering::default();
    for (kind, sink) in [("styles", &mut styles as &mut dyn Part), ("numbering", &mut numbering)] {
        if side(&mut package, &relations, kind, sink) == Some(false) {
            broken.push(kind);
        }
    }

    let links = package.links(&main);
    let mut story = Story::new(Surroundings { styles: &styles, links: &links }, &mut numbering);
    walk(&document, &mut story).map_err(|fault| damaged(fault.words()))?;
    let read = story.finish();
    let (mut begun, marks, ranges) = (read.begun, read.marks, read.ranges);

    let mut notes: BTreeMap<String, Vec<Inline>> = BTreeMap::new();
    for (kind, letter) in [("footnotes", 'f'), ("endnotes", 'e')] {
        let Some(part) = relations.iter().find(|r| r.kind == kind).map(|r| r.target.clone()) else {
            continue;
        };
        let links = package.links(&part);
        let mut unnumbered = Numbering::default();
        let around = Surroundings { styles: &styles, links: &links };
        let mut story = Story::of_notes(around, &mut unnumbered, letter);
        if side(&mut package, &relations, kind, &mut story) == Some(false) {
            broken.push(kind);
        }
        let read = story.finish();
        notes.extend(read.notes);
        begun.loose.extend(read.begun.loose);
    }
    begun.notes = marks.iter().map(|id| notes.remove(id).unwrap_or_default()).collect();
    for (_, words) in notes {
        // A note whose mark went with deleted words, or stands nowhere.
        begun.loose.extend(loose("note", &plain_text(&words)));
    }

    let (mut remarks, mut threads) = (Remarks::default(), Threads::default());
    if side(&mut package, &relations, "comments", &mut remarks) == Some(false) {
        broken.push("comments");
    }
    side(&mut package, &relations, "commentsExtended", &mut threads);
    let remarks = remarks.threaded(&threads);
    let place = |id: &str| remarks.iter().position(|remark| remark.id == id);
    begun.remarks = remarks
        .iter()
        .map(|remark| {
            let (words, at) = ranges.get(&remark.id).cloned().unwrap_or_default();
            Remarked {
                author: remark.author.clone(),
                date: remark.date.clone(),
                text: remark.text.clone(),
                words,
                parent: place(&remark.parent).filter(|_| !remark.parent.is_empty()),
                resolved: remark.resolved,
                at,
            }
        })
        .collect();
    begun.loose.extend(edges(&mut package, &relations, &styles));
    begun.loose.extend(broken.into_iter().filter_map(|kind| loose("damaged", kind)));
    pictures::fill(&mut begun, &mut package, |picture| {
        let relation = relations.iter().find(|r| r.kind == "image" && r.id == picture.name)?;
        Some(relation.target.clone())
    });
    pictures::captions(&mut begun);
    Ok(begun)
}

fn loose(what: &str, words: &str) -> Option<Loose> {
    let words = words.trim().to_owned();
    (!words.is_empty()).then(|| Loose { what: what.into(), words, ..Loose::default() })
}

/// Returns the words of page headers and footers, each text once.
fn edges(package: &mut Package<'_>, relations: &[Relation], styles: &Styles) -> Vec<Loose> {
    let mut out: Vec<Loose> = Vec::new();
    let edges = relations.iter().filter(|r| r.kind == "header" || r.kind == "footer");
    for relation in edges.take(MOST_EDGES) {
        let Ok(Some(bytes)) = package.part(&relation.target) else { continue };
        let (links, mut unnumbered) = (BTreeMap::new(), Numbering::default());
        let around = Surroundings { styles, links: &links };
        let mut story = Story::new(around, &mut unnumbered);
        if walk(&bytes, &mut story).is_err() {
            continue;
        }
        let passages = story.finish().begun.passages;
        let words: Vec<String> = passages
            .iter()
            .flat_map(|p| std::iter::once(&p.text).chain(p.rows.iter().flatten()))
            .map(|line| plain_text(line).trim().to_owned())
            .filter(|words| words.chars().any(char::is_alphabetic))
            .collect();
        if let Some(new) = loose(&relation.kind, &words.join(" "))
            && !out.contains(&new)
        {
            out.push(new);
        }
    }
    out
}

/// A part that is read into something.
trait Part {
    fn walk(&mut self, bytes: &[u8]) -> bool;
}

impl<S: Sink> Part for S {
    fn walk(&mut self, bytes: &[u8]) -> bool {
        walk(bytes, self).is_ok()
    }
}

/// Reads a side part; nothing when there is none, false when it is broken.
fn side(
    package: &mut Package<'_>,
    relations: &[Relation],
    kind: &str,
    into: &mut dyn Part,
) -> Option<bool> {
    let relation = relations.iter().find(|relation| relation.kind == kind)?;
    match package.part(&relation.target) {
        Ok(Some(bytes)) => Some(into.walk(&bytes)),
        Ok(None) => None,
        Err(_) => Some(false),
    }
}
