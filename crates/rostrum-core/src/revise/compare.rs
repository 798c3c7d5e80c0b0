//! Two drafts side by side, section by section, ready to be shown.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

pub use super::align::RowRelation;
use super::align::{Alignment, Link, Reason, Relation};
use super::phrases::{MovedPhrase, moved};
use super::words::{self, WordRun};
use crate::model::{Block, BlockKind, Draft};

/// Two drafts side by side.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Comparison {
    /// Id of the old draft.
    pub old_draft: String,
    /// Id of the new draft.
    pub new_draft: String,
    /// The sections, in the order of the new draft.
    pub sections: Vec<SectionComparison>,
    /// Number of rows of each relation, headings and notes left out.
    pub totals: BTreeMap<RowRelation, u32>,
}

/// What happened under one heading.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SectionComparison {
    /// The heading as printed; empty before the first one.
    pub heading: String,
    /// The headings above and this one, outermost first.
    pub path: Vec<String>,
    /// The rows, in the order of the new draft; what is gone stands after what it followed.
    pub rows: Vec<ComparisonRow>,
}

/// Old and new blocks that belong together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ComparisonRow {
    /// What became of the old blocks.
    pub relation: RowRelation,
    /// True when the words differ only in case, punctuation, brackets, spelling or numbers of
    /// references.
    pub style_only: bool,
    /// How sure it is, from 0 to 1.
    pub confidence: f32,
    /// Why; nothing for a new block.
    pub reason: Option<Reason>,
    /// Blocks of the old draft; none for a new one.
    pub old: Vec<BlockRef>,
    /// Blocks of the new draft; none for what is gone, the candidates for what is unsure.
    pub new: Vec<BlockRef>,
    /// How the old words become the new ones; empty for `same`, `gone`, `new` and `unsure`.
    pub runs: Vec<WordRun>,
    /// Phrases that moved inside the change, by the numbers of the runs.
    pub moved: Vec<MovedPhrase>,
}

/// A block, by what a reader sees of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BlockRef {
    /// Id inside its draft.
    pub id: String,
    /// What it is.
    pub kind: BlockKind,
    /// Label as printed; empty when it has none.
    pub label: String,
    /// Its words.
    pub text: String,
}

/// Lays an alignment out section by section.
///
/// `ids` are the ids of the old and the new draft; they are passed on.
pub fn compare(ids: (&str, &str), old: &Draft, new: &Draft, alignment: &Alignment) -> Comparison {
    let mut rows = rows(old, new, alignment);
    rows.sort_by_key(|(place, _)| *place);
    let mut comparison =
        Comparison { old_draft: ids.0.into(), new_draft: ids.1.into(), ..Comparison::default() };
    for (place, row) in rows {
        let blocks = row.old.iter().chain(&row.new);
        if blocks.clone().all(|b| matches!(b.kind, BlockKind::Paragraph | BlockKind::Other)) {
            *comparison.totals.entry(row.relation).or_default() += 1;
        }
        let path = path(place.block.and_then(|at| new.blocks.get(at)));
        match comparison.sections.last_mut() {
            Some(section) if section.path == path => section.rows.push(row),
            _ => comparison.sections.push(SectionComparison {
                heading: path.last().cloned().unwrap_or_default(),
                path,
                rows: vec![row],
            }),
        }
    }
    comparison
}

/// Where a row stands: at a block of the new draft, or behind it in the order of the old draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    block: Option<usize>,
    behind: usize,
}

fn rows(old: &Draft, new: &Draft, alignment: &Alignment) -> Vec<(Place, ComparisonRow)> {
    let old_at: BTreeMap<&str, usize> =
        old.blocks.iter().enumerate().map(|(at, block)| (block.id.as_str(), at)).collect();
    let new_at: BTreeMap<&str, usize> =
        new.blocks.iter().enumerate().map(|(at, block)| (block.id.as_str(), at)).collect();
    let mut rows = Vec::new();
    let mut done = BTreeSet::new();
    let mut last = None;
    for (order, link) in alignment.links.iter().enumerate() {
        let group = group(alignment, link);
        let news: BTreeSet<usize> = group
            .iter()
            .flat_map(|l| &l.new)
            .filter_map(|id| new_at.get(id.as_str()).copied())
            .collect();
        let stands = link.relation != Relation::Unsure && !news.is_empty();
        if !done.insert(link.old.as_str()) {
            last = news.last().copied().or(last);
            continue;
        }
        done.extend(group.iter().map(|l| l.old.as_str()));
        let old_blocks: Vec<&Block> = group
            .iter()
            .filter_map(|l| old_at.get(l.old.as_str()))
            .map(|&at| &old.blocks[at])
            .collect();
        // Candidates keep their order, best first; counterparts stand in the draft's.
        let new_blocks: Vec<&Block> = if stands {
            news.iter().map(|&at| &new.blocks[at]).collect()
        } else {
            link.new
                .iter()
                .filter_map(|id| new_at.get(id.as_str()))
                .map(|&at| &new.blocks[at])
                .collect()
        };
        let place = if stands {
            Place { block: news.first().copied(), behind: 0 }
        } else {
            Place { block: last, behind: order + 1 }
        };
        if stands && link.relation != Relation::Moved {
            last = news.last().copied().or(last);
        }
        rows.push((place, row(link, &group, &old_blocks, &new_blocks)));
    }
    for id in &alignment.added {
        if let Some(&at) = new_at.get(id.as_str()) {
            rows.push((Place { block: Some(at), behind: 0 }, new_row(&new.blocks[at])));
        }
    }
    rows
}

/// Returns the links that share counterparts with this one, itself included.
fn group<'a>(alignment: &'a Alignment, link: &'a Link) -> Vec<&'a Link> {
    if !matches!(link.relation, Relation::Merged | Relation::Split) {
        return vec![link];
    }
    let mut news: BTreeSet<&str> = link.new.iter().map(String::as_str).collect();
    loop {
        let group: Vec<&Link> = alignment
            .links
            .iter()
            .filter(|other| {
                other.old == link.old
                    || (matches!(other.relation, Relation::Merged | Relation::Split)
                        && other.new.iter().any(|id| news.contains(id.as_str())))
            })
            .collect();
        let before = news.len();
        news.extend(group.iter().flat_map(|l| &l.new).map(String::as_str));
        if news.len() == before {
            return group;
        }
    }
}

fn row(link: &Link, group: &[&Link], old: &[&Block], new: &[&Block]) -> ComparisonRow {
    let runs = match link.relation {
        Relation::Same | Relation::Gone | Relation::Unsure => Vec::new(),
        _ => words::diff(&joined(old), &joined(new)),
    };
    let relation = if old.len() > 1 { Relation::Merged } else { link.relation };
    ComparisonRow {
        relation: relation.into(),
        style_only: group.iter().all(|l| l.style_only),
        confidence: group.iter().map(|l| l.confidence).fold(1.0, f32::min),
        reason: Some(link.reason.clone()),
        old: old.iter().map(|block| block_ref(block)).collect(),
        new: new.iter().map(|block| block_ref(block)).collect(),
        moved: moved(&runs),
        runs,
    }
}

fn new_row(block: &Block) -> ComparisonRow {
    ComparisonRow {
        relation: RowRelation::New,
        style_only: false,
        confidence: 1.0,
        reason: None,
        old: Vec::new(),
        new: vec![block_ref(block)],
        runs: Vec::new(),
        moved: Vec::new(),
    }
}

fn block_ref(block: &Block) -> BlockRef {
    BlockRef {
        id: block.id.clone(),
        kind: block.kind,
        label: block.label.clone().unwrap_or_default(),
        text: block.text.clone(),
    }
}

fn joined(blocks: &[&Block]) -> String {
    blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// Returns the headings a block stands under; a heading stands under itself.
fn path(block: Option<&Block>) -> Vec<String> {
    let Some(block) = block else { return Vec::new() };
    let mut path = block.heading_path.clone();
    if block.kind == BlockKind::Heading {
        path.push(block.text.clone());
    }
    path
}
