//! `rostrum revise`: tell what became of every paragraph of a draft in a later one.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::Args;
use rostrum_core::model::Draft;
use rostrum_core::revise::align::{Alignment, Reason, Relation, align};
use rostrum_core::revise::compare::{Comparison, ComparisonRow, RowRelation, compare};
use rostrum_kit::Failure;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::SummaryRequest;
use serde::Serialize;

use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Tell what became of every paragraph of a draft in a later one.
#[derive(Debug, Args)]
pub(crate) struct Revise {
    /// The earlier draft: PDF, DOCX, ODT, HTML, Markdown or plain text.
    old: PathBuf,
    /// The later draft.
    new: PathBuf,
    /// Password of either draft.
    #[arg(long, default_value = "", hide_default_value = true)]
    password: String,
    /// Also write a page on what changed, for colleagues: .docx, .html, .md or .txt.
    #[arg(long, value_name = "OUT")]
    summary: Option<PathBuf>,
    /// The statement whose responses the page speaks of; both drafts must be in it.
    #[arg(long = "for", value_name = "FILE.rostrum", requires = "summary")]
    statement: Option<PathBuf>,
}

#[derive(Serialize)]
struct Answer {
    old: Vec<Line>,
    new: Vec<Line>,
    links: Vec<LinkLine>,
    added: Vec<AddedLine>,
    totals: BTreeMap<RowRelation, u32>,
}

#[derive(Serialize)]
struct Line {
    id: String,
    label: Option<String>,
    text: String,
}

#[derive(Serialize)]
struct LinkLine {
    old_id: String,
    old_label: Option<String>,
    old_text: String,
    new_ids: Vec<String>,
    new_labels: Vec<Option<String>>,
    new_texts: Vec<String>,
    relation: Relation,
    style_only: bool,
    confidence: f32,
    reason: String,
    why: Reason,
}

#[derive(Serialize)]
struct AddedLine {
    new_id: String,
    new_text: String,
}

impl Revise {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let old = desk.draft_read(&super::path(&self.old), &self.password, "revise")?;
        let new = desk.draft_read(&super::path(&self.new), &self.password, "revise")?;
        let alignment = align(&old, &new);
        let comparison = compare(("old", "new"), &old, &new, &alignment);
        let answer = answer(&old, &new, &alignment, comparison.totals.clone());
        if let Some(out) = &self.summary {
            self.summarise(desk, terminal, (&old, &new), out)?;
        }
        terminal.answer(&answer, |_| words(&comparison));
        Ok(Outcome::Fine)
    }

    /// Writes the page for colleagues.
    fn summarise(
        &self,
        desk: &Desk,
        terminal: &Terminal,
        drafts: (&Draft, &Draft),
        out: &Path,
    ) -> Result<(), Failure> {
        let format = out.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        let name =
            |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let (old_name, new_name) = (name(&self.old), name(&self.new));
        let written = match &self.statement {
            None => {
                let said = |draft: &Draft, name: &str| {
                    let said = draft.revision.as_deref().or(draft.symbol.as_deref());
                    said.unwrap_or(name).to_owned()
                };
                let names = (said(drafts.0, &old_name), said(drafts.1, &new_name));
                let out = crate::out::file(out)?;
                desk.loose_summary(drafts, (&names.0, &names.1), &format, &out)?
            }
            Some(file) => {
                let file = super::path(file);
                let drafts = desk.drafts(&file)?;
                desk.revision_summary(SummaryRequest {
                    file,
                    old: super::draft::meant(&drafts, &old_name)?,
                    new: super::draft::meant(&drafts, &new_name)?,
                    format,
                    out: crate::out::file(out)?,
                })?
            }
        };
        terminal.note(&format!("Summary written to {}.", written.file));
        Ok(())
    }
}

fn answer(
    old: &Draft,
    new: &Draft,
    alignment: &Alignment,
    totals: BTreeMap<RowRelation, u32>,
) -> Answer {
    let lines = |draft: &Draft| {
        let line = |b: &rostrum_core::model::Block| Line {
            id: b.id.clone(),
            label: b.label.clone(),
            text: b.text.clone(),
        };
        draft.blocks.iter().map(line).collect()
    };
    let went = alignment.links.iter().zip(&old.blocks).map(|(link, block)| {
        let counterparts = || link.new.iter().filter_map(|id| new.block(id));
        LinkLine {
            old_id: link.old.clone(),
            old_label: block.label.clone(),
            old_text: block.text.clone(),
            new_ids: link.new.clone(),
            new_labels: counterparts().map(|b| b.label.clone()).collect(),
            new_texts: counterparts().map(|b| b.text.clone()).collect(),
            relation: link.relation,
            style_only: link.style_only,
            confidence: link.confidence,
            reason: link.reason.words(),
            why: link.reason.clone(),
        }
    });
    let added = alignment.added.iter().filter_map(|id| new.block(id));
    Answer {
        old: lines(old),
        new: lines(new),
        links: went.collect(),
        added: added
            .map(|b| AddedLine { new_id: b.id.clone(), new_text: b.text.clone() })
            .collect(),
        totals,
    }
}

fn words(comparison: &Comparison) -> String {
    let mut out = String::new();
    let totals: Vec<String> =
        comparison.totals.iter().map(|(relation, n)| format!("{n} {}", relation.word())).collect();
    out.push_str(&format!("{}\n", totals.join(", ")));
    for section in &comparison.sections {
        let changed: Vec<&ComparisonRow> =
            section.rows.iter().filter(|row| row.relation != RowRelation::Same).collect();
        if changed.is_empty() {
            continue;
        }
        out.push_str(&format!("\n{}\n", section.path.join(" › ")));
        for row in changed {
            out.push_str(&told(row));
        }
    }
    out
}

/// Tells one row: what became of it, its labels, the words with their marks, and why.
fn told(row: &ComparisonRow) -> String {
    let labels = |blocks: &[rostrum_core::revise::compare::BlockRef]| {
        blocks
            .iter()
            .map(|b| b.label.as_str())
            .filter(|l| !l.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let style = if row.style_only { ", style only" } else { "" };
    let mut out =
        format!("  {}{style}  {} → {}\n", row.relation.word(), labels(&row.old), labels(&row.new));
    if row.runs.is_empty() {
        for block in &row.old {
            out.push_str(&format!("    - {}\n", block.text));
        }
        for block in &row.new {
            out.push_str(&format!("    + {}\n", block.text));
        }
    } else {
        let marked: String = row
            .runs
            .iter()
            .map(|run| match run.change.as_str() {
                "deleted" => format!("[-{}-]", run.text),
                "inserted" => format!("{{+{}+}}", run.text),
                _ => run.text.clone(),
            })
            .collect();
        out.push_str(&format!("    {}\n", marked.replace('\n', "\n    ")));
    }
    if let Some(reason) = row.reason.as_ref().filter(|_| row.relation != RowRelation::Edited) {
        out.push_str(&format!("    ({})\n", reason.words()));
    }
    out
}
