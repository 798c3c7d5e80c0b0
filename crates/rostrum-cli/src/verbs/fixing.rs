//! `rostrum draft fix` and `rostrum draft fixes`: set right what the reader got wrong.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use rostrum_core::fixup::Doubt;
use rostrum_core::model::{Block, BlockKind, Draft, DraftFix, Fix};
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{DraftRequest, FixRequest, FixUp, UnfixRequest};
use rostrum_kit::{Code, Failure};
use serde::Serialize;

use crate::outcome::Outcome;
use crate::terminal::{Terminal, findings};

/// Set right what the reader got wrong.
#[derive(Debug, Args)]
pub(crate) struct FixVerb {
    /// Statement file.
    file: PathBuf,
    /// The draft, by id, beginning of the id or file name; the newest when left out.
    #[arg(long, default_value = "", hide_default_value = true)]
    draft: String,
    #[command(subcommand)]
    act: Act,
}

/// List what the reader was unsure of, and what was set right.
#[derive(Debug, Args)]
pub(crate) struct Fixes {
    /// Statement file.
    file: PathBuf,
    /// The draft, by id, beginning of the id or file name; the newest when left out.
    #[arg(long, default_value = "", hide_default_value = true)]
    draft: String,
}

/// A way of setting a paragraph right. BLOCK is its id (b17) or its label (23).
#[derive(Debug, Subcommand)]
enum Act {
    /// The paragraph is two.
    Split {
        /// Id or label of the paragraph.
        block: String,
        /// First words of the second paragraph, as they stand in the text.
        #[arg(long, value_name = "WORDS")]
        before: String,
    },
    /// The paragraph goes on from the one before it.
    Merge {
        /// Id or label of the paragraph.
        block: String,
    },
    /// The paragraph is of another kind.
    Kind {
        /// Id or label of the paragraph.
        block: String,
        /// title, heading, paragraph, footnote or other.
        #[arg(value_parser = kind)]
        kind: BlockKind,
        /// Level of a heading (from 1) or depth of a sub-paragraph (from 0).
        #[arg(long, default_value_t = 0)]
        level: u8,
    },
    /// The paragraph has another label, or none.
    Label {
        /// Id or label of the paragraph.
        block: String,
        /// The label as printed; leave it out when the paragraph has none.
        label: Option<String>,
    },
    /// The paragraph is no part of the text: a header, a page number, a stamp.
    Drop {
        /// Id or label of the paragraph.
        block: String,
    },
    /// The paragraph is part of the text after all.
    Restore {
        /// Id of the paragraph.
        block: String,
    },
    /// The paragraph is a footnote.
    Footnote {
        /// Id or label of what is a footnote.
        block: String,
        /// Id or label of the paragraph in which its mark stands.
        #[arg(long, default_value = "", hide_default_value = true, value_name = "BLOCK")]
        to: String,
        /// The mark as printed.
        #[arg(long)]
        mark: String,
    },
    /// The paragraph is right as it was read.
    Settle {
        /// Id or label of the paragraph.
        block: String,
    },
    /// Take a fix back.
    Undo {
        /// Id of the fix; leave it out for the last one.
        #[arg(default_value = "", hide_default_value = true)]
        fix: String,
    },
}

/// What is to be set right in a draft, and what was.
#[derive(Serialize)]
struct Answer {
    draft: String,
    doubts: Vec<Doubt>,
    fixes: Vec<DraftFix>,
    dropped: Vec<Block>,
    blocks: Vec<Block>,
    findings: Vec<rostrum_core::finding::Finding>,
}

impl FixVerb {
    /// Makes one fix, or takes one back, and answers with how the draft stands.
    pub(super) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let file = super::path(&self.file);
        let draft = super::draft::named(desk, &file, &self.draft)?;
        let now = desk.draft_fixes(DraftRequest { file: file.clone(), draft: draft.clone() })?;
        let fixed = if let Act::Undo { fix } = self.act {
            desk.draft_unfix(UnfixRequest { file, draft, fix })?
        } else {
            desk.draft_fix(FixRequest { file, draft, fix: wanted(self.act, &now)? })?
        };
        Ok(tell(terminal, fixed))
    }
}

impl Fixes {
    /// Lists what is to be set right in a draft, and what was.
    pub(super) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let file = super::path(&self.file);
        let draft = super::draft::named(desk, &file, &self.draft)?;
        Ok(tell(terminal, desk.draft_fixes(DraftRequest { file, draft })?))
    }
}

fn tell(terminal: &Terminal, fixed: FixUp) -> Outcome {
    let answer = Answer {
        draft: fixed.view.id,
        doubts: fixed.doubts,
        fixes: fixed.fixes,
        dropped: fixed.dropped,
        blocks: fixed.view.draft.blocks,
        findings: fixed.view.draft.findings,
    };
    terminal.answer(&answer, words);
    Outcome::Fine
}

fn wanted(act: Act, now: &FixUp) -> Result<Fix, Failure> {
    let draft = &now.view.draft;
    let id = |named: &str| found(draft, named).map(|block| block.id.clone());
    Ok(match act {
        Act::Split { block, before } => {
            let block = found(draft, &block)?;
            let places: Vec<usize> =
                block.text.match_indices(before.trim()).map(|(at, _)| at).collect();
            let [at] = places.as_slice() else {
                return Err(Failure::new(
                    Code::ValueRefused,
                    format!("split the paragraph before \"{before}\""),
                    format!(
                        "these words stand in it {} times; give more or fewer, so that they stand there once",
                        places.len()
                    ),
                )
                .with("field", "before"));
            };
            Fix::Split { block: block.id.clone(), offset: *at as u32 }
        }
        Act::Merge { block } => Fix::Merge { block: id(&block)? },
        Act::Kind { block, kind, level } => Fix::Kind { block: id(&block)?, kind, level },
        Act::Label { block, label } => Fix::Label { block: id(&block)?, label },
        Act::Drop { block } => Fix::Drop { block: id(&block)? },
        Act::Restore { block } => Fix::Restore { block },
        Act::Footnote { block, to, mark } => Fix::Footnote {
            block: id(&block)?,
            to: if to.is_empty() { to } else { id(&to)? },
            mark,
        },
        Act::Settle { block } | Act::Undo { fix: block } => Fix::Settle { block: id(&block)? },
    })
}

fn found<'a>(draft: &'a Draft, named: &str) -> Result<&'a Block, Failure> {
    draft.block(named).or_else(|| draft.labelled(named)).ok_or_else(|| {
        Failure::new(
            Code::NotFound,
            format!("find the paragraph \"{named}\""),
            "the draft has no block with this id or label; `rostrum draft fixes` lists them",
        )
        .with("name", named)
    })
}

fn kind(word: &str) -> Result<BlockKind, String> {
    Ok(match word {
        "title" => BlockKind::Title,
        "heading" => BlockKind::Heading,
        "paragraph" => BlockKind::Paragraph,
        "footnote" => BlockKind::Footnote,
        "other" => BlockKind::Other,
        _ => return Err("use title, heading, paragraph, footnote or other".into()),
    })
}

fn words(answer: &Answer) -> String {
    let looked = answer.doubts.iter().filter(|doubt| doubt.looked).count();
    let mut out = format!("{looked} of {} places looked at\n", answer.doubts.len());
    for doubt in answer.doubts.iter().filter(|doubt| !doubt.looked) {
        let block = answer.blocks.iter().find(|block| block.id == doubt.block);
        let text: String = block.map(|b| b.text.chars().take(60).collect()).unwrap_or_default();
        let page = block.and_then(|b| b.page).map(|page| format!(" p. {page}")).unwrap_or_default();
        out.push_str(&format!("  {}{page}  {}: {text}\n", doubt.block, doubt.reason.as_str()));
    }
    for made in &answer.fixes {
        out.push_str(&format!("fixed: {} {} ({})\n", made.fix.as_str(), made.fix.block(), made.id));
    }
    out.push_str(&findings(&answer.findings));
    out
}
