//! Paragraphs of one label: treaties number them anew under each article.

use serde::Serialize;

use super::choose::{HEADING, ends, headings_like, labelled, pieces};
use crate::model::draft::plain_label;
use crate::model::{BlockKind, Draft};

/// A label that was asked for and that several paragraphs have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Namesakes {
    /// The label as it was asked for.
    pub label: String,
    /// How many paragraphs have it.
    pub places: usize,
    /// The heading above the one that was taken, which is the first; empty for none.
    pub under: String,
    /// The heading above another of them, where that heading has a name of its own; empty for
    /// none.
    pub next: String,
}

/// Tells which of the labels in `words` several paragraphs of the draft have.
///
/// Labels under a heading that was named, headings and the whole text have no namesakes.
pub fn namesakes(draft: &Draft, words: &[String]) -> Vec<Namesakes> {
    let asked = words.iter().filter(|words| !words.contains('>')).flat_map(|words| {
        pieces(draft, words).into_iter().filter(|one| !one.to_lowercase().starts_with(HEADING))
    });
    let addresses = addresses(draft);
    let mut out: Vec<Namesakes> = Vec::new();
    for one in asked {
        let (label, at) = match (labelled(draft, one), ends(one)) {
            (Some(at), _) => (one, at),
            (None, Some((from, _))) => match labelled(draft, from) {
                Some(at) => (from, at),
                None => continue,
            },
            (None, None) => continue,
        };
        let Some((_, address)) = addresses.iter().find(|(place, _)| *place == at) else { continue };
        let same: Vec<usize> =
            addresses.iter().filter(|(_, own)| own == address).map(|(at, _)| *at).collect();
        if same.len() > 1 && !out.iter().any(|known| known.label == label) {
            let under = |at: usize| draft.blocks[at].heading_path.last().cloned();
            let taken = under(at);
            let other = same
                .iter()
                .filter_map(|at| under(*at))
                .find(|own| Some(own) != taken.as_ref() && headings_like(draft, own).len() == 1);
            out.push(Namesakes {
                label: label.to_owned(),
                places: same.len(),
                under: taken.unwrap_or_default(),
                next: other.unwrap_or_default(),
            });
        }
    }
    out
}

/// Returns where paragraphs with labels stand, and their labels with those above them.
fn addresses(draft: &Draft) -> Vec<(usize, String)> {
    let mut above: Vec<(u8, String)> = Vec::new();
    let mut out = Vec::new();
    for (at, block) in draft.blocks.iter().enumerate() {
        let label = block.label.as_deref().filter(|_| block.kind == BlockKind::Paragraph);
        let Some(label) = label else { continue };
        above.retain(|(level, _)| *level < block.level);
        above.push((block.level, plain_label(label)));
        out.push((at, above.iter().map(|(_, label)| label.as_str()).collect()));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::choose::{Chosen, choose};
    use super::*;
    use crate::model::Block;

    fn treaty() -> Draft {
        let mut blocks = Vec::new();
        for (article, labels) in [("Article 1 (Aim)", 2), ("Article 5 (Loss, harm)", 3)] {
            blocks.push(Block {
                kind: BlockKind::Heading,
                level: 1,
                text: article.into(),
                ..Block::default()
            });
            blocks.extend((1..=labels).map(|label| Block {
                id: format!("{article}{label}"),
                label: Some(format!("{label}.")),
                heading_path: vec![article.to_owned()],
                text: "Parties agree.".into(),
                ..Block::default()
            }));
        }
        Draft { blocks, ..Draft::default() }
    }

    fn told(words: &str) -> Vec<(String, usize, String, String)> {
        let all = namesakes(&treaty(), &[words.to_owned()]);
        all.into_iter().map(|n| (n.label, n.places, n.under, n.next)).collect()
    }

    #[test]
    fn a_label_of_several_paragraphs_is_told_with_the_heading_that_was_taken() {
        let one = |label: &str| {
            vec![(label.to_owned(), 2, "Article 1 (Aim)".into(), "Article 5 (Loss, harm)".into())]
        };
        assert_eq!(told("1"), one("1"));
        assert_eq!(told("1-2"), one("1"));
        for only in ["3", "all", "heading:Article 1", "Article 5 > 1"] {
            assert_eq!(told(only), [], "{only}");
        }
    }

    #[test]
    fn a_heading_before_a_label_says_which_is_meant() {
        let chosen = |words: &str| choose(&treaty(), &[words.to_owned()]);
        assert_eq!(chosen("Article 5 > 1"), Ok(Chosen::Blocks(vec![4])));
        assert_eq!(chosen("heading:Article 5 (Loss, harm) > 1-2"), Ok(Chosen::Blocks(vec![4, 5])));
        assert_eq!(chosen("Article 5 > 1, 3"), Ok(Chosen::Blocks(vec![4, 6])));
        assert_eq!(chosen("Article 1 > 2"), Ok(Chosen::Blocks(vec![2])));
        let fault = |words: &str| chosen(words).expect_err(words).to_string();
        assert_eq!(
            fault("Article 5 > 9"),
            "no paragraph under \"Article 5 (Loss, harm)\" is labelled \"9\"; its labels go from 1 to 3"
        );
        assert!(fault("Annex > 1").starts_with("no heading reads \"Annex\""));
        assert!(fault("Article 5 >").starts_with("name a paragraph"));
    }
}
