//! Paragraphs of one draft that say nearly the same, where the same answer may hold.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::{Block, BlockKind, Draft};
use crate::revise::rebase::{Rebase, rebase};
use crate::revise::words::diff;

/// A paragraph that reads much like another of the same draft.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LookAlike {
    /// Id of its block.
    pub block: String,
    /// Share of the words of both that they have in common and in the same order, 0 to 1.
    pub likeness: f32,
}

/// From this share of common words on, two paragraphs are worth looking at side by side.
const ALIKE: f32 = 0.6;

/// Shorter texts are alike by chance: "Encourages States to cooperate".
const FEWEST_WORDS: usize = 6;

/// So many are offered; a person does not compare more.
const MOST: usize = 6;

/// Finds the paragraphs that read much like one of them, the most alike first.
pub fn look_alikes(draft: &Draft, block: &str) -> Vec<LookAlike> {
    let Some(own) = draft.block(block) else { return Vec::new() };
    let words = counted(own);
    if words.values().sum::<usize>() < FEWEST_WORDS {
        return Vec::new();
    }
    let mut out: Vec<LookAlike> = draft
        .blocks
        .iter()
        .filter(|other| other.id != own.id && other.kind == BlockKind::Paragraph)
        // Counting is cheap and never below what the order of words allows.
        .filter(|other| in_common(&words, &counted(other)) >= ALIKE)
        .map(|other| LookAlike { block: other.id.clone(), likeness: likeness(own, other) })
        .filter(|found| found.likeness >= ALIKE)
        .collect();
    out.sort_by(|a, b| b.likeness.total_cmp(&a.likeness));
    out.truncate(MOST);
    out
}

/// Returns a proposal, made for one paragraph, in the words of another.
///
/// Nothing when it does not fit exactly: what the proposal changes and what tells the two
/// paragraphs apart must lie apart, as for a paragraph that moved on.
pub fn transplanted(before: &str, proposal: &str, other: &str) -> Option<String> {
    if proposal.trim().is_empty() {
        return None;
    }
    match rebase(before, proposal, other) {
        Rebase::Unneeded => Some(proposal.to_owned()),
        Rebase::Exact { text } => Some(text),
        Rebase::Adopted => Some(other.to_owned()),
        Rebase::ThreeWay { .. } => None,
    }
}

fn counted(block: &Block) -> BTreeMap<&str, usize> {
    let mut out = BTreeMap::new();
    for word in block.text.split_whitespace() {
        *out.entry(word).or_default() += 1;
    }
    out
}

fn in_common(a: &BTreeMap<&str, usize>, b: &BTreeMap<&str, usize>) -> f32 {
    let common: usize = a.iter().map(|(word, n)| n.min(b.get(word).unwrap_or(&0))).sum();
    let all: usize = a.values().chain(b.values()).sum();
    share(common, all)
}

fn likeness(a: &Block, b: &Block) -> f32 {
    let words = |text: &str| text.split_whitespace().count();
    let same = diff(&a.text, &b.text)
        .iter()
        .filter(|run| run.change == "same")
        .map(|run| words(&run.text))
        .sum();
    share(same, words(&a.text) + words(&b.text))
}

#[expect(clippy::cast_precision_loss, reason = "paragraphs have thousands of words, not millions")]
fn share(common: usize, all: usize) -> f32 {
    if all == 0 { 0.0 } else { 2.0 * common as f32 / all as f32 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(texts: &[&str]) -> Draft {
        let blocks = texts
            .iter()
            .enumerate()
            .map(|(at, text)| Block {
                id: format!("b{at}"),
                text: (*text).into(),
                ..Block::default()
            })
            .collect();
        Draft { blocks, ..Draft::default() }
    }

    #[test]
    fn paragraphs_that_differ_in_a_few_words_are_offered_the_nearest_first() {
        let draft = draft(&[
            "States recommended that capacity-building be continued in the area of norms.",
            "States recommended that exchanges be continued in the field of law.",
            "The secretariat is requested to report to the Assembly at its next session.",
            "States recommended that capacity-building be continued in the area of law.",
        ]);
        let found = look_alikes(&draft, "b0");
        let ids: Vec<&str> = found.iter().map(|f| f.block.as_str()).collect();
        assert_eq!(ids, ["b3", "b1"]);
        assert!(found[0].likeness > found[1].likeness);
    }

    const OWN: &str = "States should report every year on threats to hospitals.";

    #[test]
    fn a_proposal_is_made_again_where_its_words_stand_in_both() {
        let proposal = "States shall report every year on threats to hospitals and schools.";
        assert_eq!(
            transplanted(OWN, proposal, "States should report every year on norms for hospitals."),
            None,
            "the words before the second change are other ones"
        );
        assert_eq!(
            transplanted(
                OWN,
                "States shall report every year on threats to hospitals.",
                "States should report every year on norms."
            ),
            Some("States shall report every year on norms.".into())
        );
        assert_eq!(
            transplanted(OWN, &format!("All {OWN}"), &OWN.replace("threats", "norms")),
            Some("All States should report every year on norms to hospitals.".into())
        );
        assert_eq!(
            transplanted(OWN, &OWN.replace("should", "shall"), &OWN.replace("should", "could")),
            None,
            "the word that is changed is another one"
        );
    }

    #[test]
    fn a_proposal_that_changes_nothing_leaves_the_other_paragraph_as_it_is() {
        assert_eq!(transplanted(OWN, OWN, "Other words."), Some("Other words.".into()));
    }

    #[test]
    fn short_paragraphs_and_unknown_ones_have_no_look_alikes() {
        let draft = draft(&["States so decide.", "States so decide."]);
        assert_eq!(look_alikes(&draft, "b0"), []);
        assert_eq!(look_alikes(&draft, "b9"), []);
    }
}
