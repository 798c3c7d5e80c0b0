//! What a new revision brought, on a page for colleagues.
//!
//! The page is a [`Document`] like every other, so each renderer can write it. It says how
//! much changed, what touches one's own responses, and what is new where one has something
//! to say; the same drafts and responses give the same page.

use std::collections::BTreeSet;

use super::carry::{CarryPlan, CarryRow, Outcome};
use super::compare::{Comparison, ComparisonRow, RowRelation};
use super::words::WordRun;
use crate::model::document::{Content, Document, DocumentBlock, Inline, Look, Marks, Origin, Part};
use crate::model::{BlockKind, Draft, Response, Statement};

/// Words shown of a paragraph that is quoted to be recognised.
const QUOTED: usize = 40;

/// Words left on each side of a change.
const AROUND: usize = 8;

/// The most rows told under one heading; the rest is counted.
const MOST_ROWS: usize = 12;

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
        for (row, response) in rows {
            let quiet = row.outcome == Outcome::AlreadyThere
                || (row.outcome == Outcome::Carried && row.sure);
            if !quiet {
                self.item(touch(row, response));
            }
        }
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

    /// What changed, section by section.
    fn changed(&mut self, comparison: &Comparison) {
        self.heading("What changed");
        let mut any = false;
        for section in &comparison.sections {
            let changed: Vec<&ComparisonRow> = section
                .rows
                .iter()
                .filter(|row| is_text(row) && row.relation != RowRelation::Same && !row.style_only)
                .collect();
            if changed.is_empty() {
                continue;
            }
            any = true;
            if !section.heading.is_empty() {
                let marks = Marks { bold: true, ..Marks::default() };
                self.line(vec![Inline::marked(section.heading.as_str(), marks)]);
            }
            for row in changed.iter().take(MOST_ROWS) {
                self.item(change(row));
            }
            self.rest(changed.len());
        }
        if !any {
            self.line(vec![Inline::plain("Nothing but style.")]);
        }
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
            RowRelation::Same => format!("{n} unchanged"),
            RowRelation::Edited if style > 0 => format!("{n} edited ({style} in style only)"),
            RowRelation::Edited => format!("{n} edited"),
            RowRelation::Moved => format!("{n} moved"),
            RowRelation::Split => format!("{n} split"),
            RowRelation::Merged => format!("{n} merged"),
            RowRelation::Gone => format!("{n} gone"),
            RowRelation::Unsure => format!("{n} unsure"),
            RowRelation::New => format!("{n} new"),
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

fn change(row: &ComparisonRow) -> Vec<Inline> {
    let labels = |blocks: &[super::compare::BlockRef]| {
        let words = blocks.iter().map(|b| b.label.trim_end_matches('.').to_owned());
        words.filter(|label| !label.is_empty()).collect::<Vec<_>>().join(", ")
    };
    let (from, to) = (labels(&row.old), labels(&row.new));
    let place = match (from.as_str(), to.as_str()) {
        (from, to) if from == to => from.to_owned(),
        ("", to) => to.to_owned(),
        (from, "") => from.to_owned(),
        (from, to) => format!("{from} → {to}"),
    };
    let word = match row.relation {
        RowRelation::Same => "same",
        RowRelation::Edited => "edited",
        RowRelation::Moved => "moved",
        RowRelation::Split => "split",
        RowRelation::Merged => "merged",
        RowRelation::Gone => "gone",
        RowRelation::Unsure => "unsure",
        RowRelation::New => "new",
    };
    let bold = Marks { bold: true, ..Marks::default() };
    let lead = if place.is_empty() { word.to_owned() } else { format!("{place} · {word}") };
    let mut line = vec![Inline::marked(lead, bold), Inline::plain(": ")];
    let text = |blocks: &[super::compare::BlockRef]| {
        blocks.first().map(|block| shortened(&block.text)).unwrap_or_default()
    };
    match row.relation {
        RowRelation::New => {
            let marks = Marks { inserted: true, ..Marks::default() };
            line.push(Inline::marked(text(&row.new), marks));
        }
        RowRelation::Gone => {
            let marks = Marks { deleted: true, ..Marks::default() };
            line.push(Inline::marked(text(&row.old), marks));
        }
        _ if row.runs.iter().all(|run| run.change == "same") => {
            line.push(Inline::plain(text(&row.old)));
        }
        _ => line.extend(excerpt(&row.runs)),
    }
    line
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
