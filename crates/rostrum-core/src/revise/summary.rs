//! What a new revision brought, on a page for colleagues.
//!
//! The page is a [`Document`] like every other, so each renderer can write it. It says how
//! much changed, what touches one's own responses, and what is new where one has something
//! to say; the same drafts and responses give the same page.

use std::collections::{BTreeMap, BTreeSet};

use super::carry::{CarryPlan, CarryRow, Outcome};
use super::compare::{Comparison, ComparisonRow, RowRelation};
use super::words::WordRun;
use crate::model::document::{Content, Document, DocumentBlock, Inline, Look, Marks, Origin, Part};
use crate::model::{BlockKind, Draft, Response, Statement};

/// Words shown of a paragraph that is quoted to be recognised.
const QUOTED: usize = 18;

/// Words left on each side of a change.
const AROUND: usize = 5;

/// The most rows told under one heading; the rest is counted.
const MOST_ROWS: usize = 8;

/// What a summary is made from.
#[derive(Debug, Clone, Copy)]
pub struct Summary<'a> {
    /// How the old draft is called.
    pub old: &'a str,
    /// The new draft.
    pub new: &'a Draft,
    /// How it is called.
    pub new_name: &'a str,
    /// Both side by side.
    pub comparison: &'a Comparison,
    /// The statement and what would become of its responses, when there is one.
    pub statement: Option<(&'a Statement, &'a CarryPlan)>,
}

/// Writes the page.
pub fn summarise(summary: &Summary<'_>) -> Document {
    let mut page = Page::default();
    page.line(vec![Inline::plain(totals(summary.comparison))]);
    if let Some((statement, plan)) = summary.statement {
        page.touched(statement, plan);
        page.near(summary, statement, plan);
    }
    page.changed(summary.comparison);
    Document {
        title: format!("What changed: {} → {}", summary.old, summary.new_name),
        subject: summary.new.title.clone().unwrap_or_default(),
        language: "en".into(),
        blocks: page.blocks,
        look: Look { page_numbers: true, ..Look::default() },
        ..Document::default()
    }
}

#[derive(Default)]
struct Page {
    blocks: Vec<DocumentBlock>,
}

impl Page {
    fn push(&mut self, part: Part, content: Content) {
        self.blocks.push(DocumentBlock { part, section: None, content, origin: Origin::Made });
    }

    fn heading(&mut self, words: &str) {
        let text = vec![Inline::plain(words)];
        self.push(Part::Headings, Content::Heading { level: 1, text });
    }

    fn line(&mut self, text: Vec<Inline>) {
        self.push(Part::Body, Content::Paragraph { number: None, quoted: false, text });
    }

    fn item(&mut self, text: Vec<Inline>) {
        self.push(Part::Body, Content::ListItem { depth: 0, number: None, text });
    }

    /// What touches the responses of the statement.
    fn touched(&mut self, statement: &Statement, plan: &CarryPlan) {
        let own = |row: &CarryRow| statement.responses.iter().find(|r| r.id == row.response);
        let rows: Vec<(&CarryRow, &Response)> = plan
            .responses
            .iter()
            .filter_map(|row| own(row).map(|response| (row, response)))
            .filter(|(_, response)| response.is_submitted())
            .collect();
        if rows.is_empty() {
            return;
        }
        self.heading("What touches our responses");
        let same =
            rows.iter().filter(|(row, _)| row.outcome == Outcome::Carried && row.sure).count();
        let there = rows.iter().filter(|(row, _)| row.outcome == Outcome::AlreadyThere).count();
        let mut told = vec![format!("{} in all", counted(rows.len(), "response", "responses"))];
        if same > 0 {
            told.push(format!("{same} to paragraphs that did not change"));
        }
        if there > 0 {
            told.push(format!("{there} already settled"));
        }
        self.line(vec![Inline::plain(format!("{}.", told.join(", ")))]);
        let mut loud: Vec<(&CarryRow, &Response)> = rows
            .into_iter()
            .filter(|(row, _)| {
                row.outcome != Outcome::AlreadyThere
                    && !(row.outcome == Outcome::Carried && row.sure)
            })
            .collect();
        // What waits for a decision first, and of that what matters most.
        loud.sort_by_key(|(row, response)| (row.sure, response.priority));
        for (row, response) in loud.iter().take(MOST_ROWS) {
            self.item(touch(row, response));
        }
        self.rest(loud.len());
    }

    /// What is new under the headings that the responses stand under.
    fn near(&mut self, summary: &Summary<'_>, statement: &Statement, plan: &CarryPlan) {
        let headings: BTreeSet<&str> = plan
            .responses
            .iter()
            .flat_map(|row| row.to.iter().chain(row.candidates.iter().flat_map(|c| &c.to)))
            .filter_map(|target| summary.new.block(&target.block))
            .filter_map(|block| block.heading_path.last().map(String::as_str))
            .collect();
        let topics: BTreeSet<String> = statement
            .responses
            .iter()
            .flat_map(|r| std::iter::once(&r.topic).chain(&r.tags))
            .map(|topic| topic.trim().to_lowercase())
            .filter(|topic| !topic.is_empty())
            .collect();
        let concerns = |row: &&ComparisonRow| {
            let Some(block) = row.new.first() else { return false };
            let words = block.text.to_lowercase();
            let path = summary.new.block(&block.id).map(|b| b.heading_path.as_slice());
            topics.iter().any(|topic| words.contains(topic.as_str()))
                || path.and_then(<[String]>::last).is_some_and(|h| headings.contains(h.as_str()))
        };
        let new: Vec<&ComparisonRow> = rows(summary.comparison)
            .filter(|row| row.relation == RowRelation::New)
            .filter(concerns)
            .collect();
        if new.is_empty() {
            return;
        }
        self.heading("New where we have something to say");
        for row in new.iter().take(MOST_ROWS) {
            self.item(quoted(&row.new[0].label, &row.new[0].text));
        }
        self.rest(new.len());
    }

    /// How much changed, section by section; a page has no room for the words themselves.
    fn changed(&mut self, comparison: &Comparison) {
        let mut told: Vec<(usize, Vec<Inline>)> = Vec::new();
        for section in &comparison.sections {
            let changed: Vec<&ComparisonRow> = section
                .rows
                .iter()
                .filter(|row| is_text(row) && row.relation != RowRelation::Same && !row.style_only)
                .collect();
            if changed.is_empty() {
                continue;
            }
            let mut counts: BTreeMap<RowRelation, u32> = BTreeMap::new();
            for row in &changed {
                *counts.entry(row.relation).or_default() += 1;
            }
            let words: Vec<String> =
                counts.iter().map(|(relation, n)| format!("{n} {}", word(*relation))).collect();
            let heading = match section.heading.as_str() {
                "" => "Before the first heading",
                heading => heading,
            };
            let bold = Marks { bold: true, ..Marks::default() };
            let line = vec![
                Inline::marked(shortened(heading), bold),
                Inline::plain(format!(": {}", words.join(", "))),
            ];
            told.push((changed.len(), line));
        }
        self.heading("Where it changed");
        if told.is_empty() {
            self.line(vec![Inline::plain("Nowhere but in style.")]);
            return;
        }
        // The sections with the most changes, in the order of the draft.
        let all = told.len();
        let mut most: Vec<usize> = told.iter().map(|(n, _)| *n).collect();
        most.sort_unstable_by(|a, b| b.cmp(a));
        let least = most.get(MOST_ROWS - 1).copied().unwrap_or_default();
        for (_, line) in told.into_iter().filter(|(n, _)| *n >= least).take(MOST_ROWS) {
            self.item(line);
        }
        self.rest(all);
    }

    fn rest(&mut self, all: usize) {
        if all > MOST_ROWS {
            let more = all - MOST_ROWS;
            self.line(vec![Inline::plain(format!("… and {}.", counted(more, "more", "more")))]);
        }
    }
}

fn rows(comparison: &Comparison) -> impl Iterator<Item = &ComparisonRow> {
    comparison.sections.iter().flat_map(|section| &section.rows).filter(|row| is_text(row))
}

fn is_text(row: &ComparisonRow) -> bool {
    let mut blocks = row.old.iter().chain(&row.new);
    blocks.all(|b| matches!(b.kind, BlockKind::Paragraph | BlockKind::Other))
}

fn totals(comparison: &Comparison) -> String {
    let style = rows(comparison).filter(|row| row.style_only).count();
    let told: Vec<String> = comparison
        .totals
        .iter()
        .map(|(relation, n)| match relation {
            RowRelation::Edited if style > 0 => format!("{n} edited ({style} in style only)"),
            relation => format!("{n} {}", word(*relation)),
        })
        .collect();
    format!("Paragraphs: {}.", told.join(", "))
}

/// One response and what the new text does to it.
fn touch(row: &CarryRow, response: &Response) -> Vec<Inline> {
    let labels = |targets: &[crate::model::response::Target]| {
        let words = targets.iter().map(|t| t.label.trim_end_matches('.').to_owned());
        words.filter(|label| !label.is_empty()).collect::<Vec<_>>().join(", ")
    };
    let bold = Marks { bold: true, ..Marks::default() };
    let (from, to) = (labels(&row.from), labels(&row.to));
    let place = if to.is_empty() || to == from { from } else { format!("{from} → {to}") };
    let kind = response.kind.as_str();
    let mut line = vec![
        Inline::marked(format!("{place} ({kind})"), bold),
        Inline::plain(format!(": {} ", row.why.words())),
    ];
    line.extend(excerpt(&row.runs));
    line
}

fn word(relation: RowRelation) -> &'static str {
    match relation {
        RowRelation::Same => "unchanged",
        RowRelation::Edited => "edited",
        RowRelation::Moved => "moved",
        RowRelation::Split => "split",
        RowRelation::Merged => "merged",
        RowRelation::Gone => "gone",
        RowRelation::Unsure => "unsure",
        RowRelation::New => "new",
    }
}

fn quoted(label: &str, text: &str) -> Vec<Inline> {
    let bold = Marks { bold: true, ..Marks::default() };
    let label = label.trim_end_matches('.');
    let mut line = Vec::new();
    if !label.is_empty() {
        line.push(Inline::marked(format!("{label} "), bold));
    }
    line.push(Inline::plain(shortened(text)));
    line
}

/// Returns the changes with a few words on each side.
fn excerpt(runs: &[WordRun]) -> Vec<Inline> {
    let mut out = Vec::new();
    for (at, run) in runs.iter().enumerate() {
        let text = run.text.replace('\n', " ");
        let marks = match run.change.as_str() {
            "inserted" => Marks { inserted: true, ..Marks::default() },
            "deleted" => Marks { deleted: true, ..Marks::default() },
            _ => Marks::default(),
        };
        let text =
            if run.change == "same" { cut(&text, at == 0, at + 1 == runs.len()) } else { text };
        if !text.is_empty() {
            out.push(Inline::marked(text, marks));
        }
    }
    out
}

/// Takes the middle out of unchanged words, or their far end at the start and end of a text.
fn cut(text: &str, first: bool, last: bool) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= AROUND * 2 {
        return text.to_owned();
    }
    let head = words[..AROUND].join(" ");
    let tail = words[words.len() - AROUND..].join(" ");
    match (first, last) {
        (true, true) => shortened(text),
        (true, false) => format!("… {tail} "),
        (false, true) => format!("{head} …"),
        (false, false) => format!("{head} … {tail} "),
    }
}

fn shortened(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= QUOTED {
        return words.join(" ");
    }
    format!("{} …", words[..QUOTED].join(" "))
}

fn counted(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}
