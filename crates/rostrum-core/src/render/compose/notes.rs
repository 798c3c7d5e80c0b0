//! Collects the notes of a document, and what has to be reported on the way.

use std::collections::BTreeMap;

use super::inlines::push_merged;
use super::{Composer, clean, findings};
use crate::finding::{Finding, Place};
use crate::model::call::Permission;
use crate::model::document::{Inline, plain_text};
use crate::model::{Source, Statement};
use crate::revise::words::WordRun;

/// The notes of a document in the making.
#[derive(Debug)]
pub(super) struct Notes<'a> {
    sources: BTreeMap<&'a str, &'a Source>,
    kept: &'a mut Composer,
    done: Vec<Vec<Inline>>,
    findings: Vec<Finding>,
    /// Whether sources are named in brackets in the text, because the call wants no notes.
    brackets: bool,
    /// How many notes are being written at this moment, one in the other.
    depth: u32,
    /// Whether the mark of a note stands before punctuation.
    marks_first: bool,
}

impl<'a> Notes<'a> {
    pub(super) fn new(
        statement: &'a Statement,
        allowed: Option<Permission>,
        kept: &'a mut Composer,
    ) -> Self {
        Self {
            sources: statement.sources.iter().map(|s| (s.key.as_str(), s)).collect(),
            kept,
            done: Vec::new(),
            findings: Vec::new(),
            brackets: matches!(allowed, Some(Permission::Forbidden | Permission::Avoid)),
            depth: 0,
            marks_first: ["fr", "es", "ru"].iter().any(|l| statement.language.starts_with(l)),
        }
    }

    /// Keeps a finding; the same one is not told twice.
    pub(super) fn report(&mut self, finding: Finding) {
        if !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }

    /// Tells whether sources are named in brackets instead of notes.
    pub(super) fn cites_in_brackets(&self) -> bool {
        self.brackets && self.depth == 0
    }

    /// Tells whether the line being written is itself a note.
    pub(super) fn in_note(&self) -> bool {
        self.depth > 0
    }

    /// Tells whether the mark of a note stands after punctuation.
    ///
    /// So in English; in French, Spanish and Russian it stands before (United Nations
    /// Editorial Manual, footnotes).
    pub(super) fn marks_follow_punctuation(&self) -> bool {
        !self.marks_first && self.depth == 0
    }

    /// Adds a note and returns its place.
    pub(super) fn add(&mut self, words: Vec<Inline>) -> u32 {
        self.done.push(words);
        self.done.len() as u32 - 1
    }

    /// Returns how many notes there are.
    pub(super) fn len(&self) -> u32 {
        self.done.len() as u32
    }

    /// Adds a note made of citations, closed with a full stop.
    pub(super) fn add_citation(&mut self, words: Vec<Inline>) -> u32 {
        self.add(closed(words))
    }

    /// Adds further citations to a note.
    pub(super) fn extend(&mut self, note: u32, words: Vec<Inline>) {
        let Some(open) = self.done.get_mut(note as usize) else { return };
        if let Some(Inline::Text { text, .. }) = open.last_mut()
            && text.ends_with('.')
        {
            text.pop();
        }
        push_merged(open, Inline::plain("; "));
        open.extend(words);
        let whole = closed(std::mem::take(open));
        *open = whole;
    }

    /// Writes a note: `write` makes its words and may add further findings.
    ///
    /// The note takes its place before those that are made while it is written.
    pub(super) fn write(&mut self, write: impl FnOnce(&mut Self) -> Vec<Inline>) -> u32 {
        let at = self.add(Vec::new());
        self.depth += 1;
        let words = write(self);
        self.depth -= 1;
        self.done[at as usize] = words;
        at
    }

    /// Returns the words of the citation `@key, locator; @other`, or none when no source is known.
    pub(super) fn citation(&mut self, inner: &str, place: &Place) -> Option<Vec<Inline>> {
        let Some(cites) = cites(inner) else {
            let words = format!("[{}]", clean(inner));
            self.report(findings::unreadable_citation(&words, place.clone()));
            return None;
        };
        let mut known = Vec::new();
        for (key, locator) in cites {
            match self.sources.get(key) {
                Some(source) => known.push((*source, locator)),
                None => self.report(findings::unknown_source(key, place.clone())),
            }
        }
        // A half-known citation stays as written: to print half of it would hide the gap.
        let whole = known.len() == inner.split(';').count();
        whole.then(|| self.kept.citer().note(&known))
    }

    /// Returns the words that name these sources, without those that are not known.
    pub(super) fn sources(&mut self, keys: &[String], place: &Place) -> Option<Vec<Inline>> {
        let mut known = Vec::new();
        for key in keys {
            match self.sources.get(key.as_str()) {
                Some(source) => known.push((*source, "")),
                None => self.report(findings::unknown_source(key, place.clone())),
            }
        }
        (!known.is_empty()).then(|| self.kept.citer().note(&known))
    }

    /// Returns how one wording becomes another.
    pub(super) fn diff(&mut self, before: &str, after: &str) -> Vec<WordRun> {
        self.kept.diff(before, after)
    }

    /// Returns the notes in the order of their marks, and keeps none.
    pub(super) fn taken(&mut self) -> Vec<Vec<Inline>> {
        std::mem::take(&mut self.done)
    }

    /// Returns what has been reported.
    pub(super) fn into_findings(self) -> Vec<Finding> {
        self.findings
    }
}

/// Reads `@key, locator; @other` into keys and locators.
fn cites(inner: &str) -> Option<Vec<(&str, &str)>> {
    inner
        .split(';')
        .map(|cite| {
            let cite = cite.trim().strip_prefix('@')?;
            let end = cite.find(|c: char| c == ',' || c.is_whitespace()).unwrap_or(cite.len());
            let (key, locator) = cite.split_at(end);
            (!key.is_empty()).then(|| (key, locator.trim_start_matches([',', ' ']).trim()))
        })
        .collect()
}

/// Ends a note with a full stop, as the United Nations does.
fn closed(mut words: Vec<Inline>) -> Vec<Inline> {
    if !plain_text(&words).trim_end().ends_with(['.', '!', '?', '。']) {
        push_merged(&mut words, Inline::plain("."));
    }
    words
}
