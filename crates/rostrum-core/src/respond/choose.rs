//! What a person means by `12-18`, `heading: Threats` or `all`.

use crate::model::draft::plain_label;
use crate::model::{Block, BlockKind, Draft};

/// What a response is to answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    /// The whole text.
    WholeText,
    /// Places of blocks in [`Draft::blocks`], in the order of the draft, each once.
    Blocks(Vec<usize>),
}

/// Why it cannot be told what a response is to answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChoiceFault {
    /// Nothing was named.
    #[error("name a paragraph, such as 12, a range, such as 12-18, a heading, or all")]
    Nothing,
    /// No paragraph has this label.
    #[error("no paragraph is labelled \"{asked}\"; the draft's labels go from {first} to {last}")]
    Unknown {
        /// What was asked for.
        asked: String,
        /// The first label of the draft.
        first: String,
        /// The last one.
        last: String,
    },
    /// No paragraph under the heading has this label.
    #[error(
        "no paragraph under \"{heading}\" is labelled \"{asked}\"; its labels go from {first} to {last}"
    )]
    NotUnder {
        /// What was asked for.
        asked: String,
        /// The heading.
        heading: String,
        /// The first label under it.
        first: String,
        /// The last one.
        last: String,
    },
    /// The draft has no labels to name paragraphs by.
    #[error("no paragraph is labelled \"{asked}\"; the draft has no numbered paragraphs")]
    NoLabels {
        /// What was asked for.
        asked: String,
    },
    /// A range ends before it begins.
    #[error("\"{to}\" stands before \"{from}\" in the draft; name the earlier paragraph first")]
    Backwards {
        /// The label the range begins with.
        from: String,
        /// The label it ends with.
        to: String,
    },
    /// No heading reads like this.
    #[error("no heading reads \"{asked}\"; the draft has: {}", headings.join(" · "))]
    NoHeading {
        /// What was asked for.
        asked: String,
        /// The first headings of the draft.
        headings: Vec<String>,
    },
    /// Several headings read like this.
    #[error("several headings read \"{asked}\": {}; give more of its words", headings.join(" · "))]
    SeveralHeadings {
        /// What was asked for.
        asked: String,
        /// Those that do.
        headings: Vec<String>,
    },
    /// The whole text was named beside a part of it.
    #[error("\"all\" is the whole text; name it alone")]
    AllAmongOthers,
}

/// Before the words of a heading.
pub(super) const HEADING: &str = "heading:";

/// At most this many headings are named in a fault.
const NAMED: usize = 8;

/// Finds what a person means, among the blocks of a draft.
///
/// Each of `words` is one of these, or several parted by commas: a label (`23`, `16 bis`,
/// `23 (a)`), a range (`12-18`, `12 to 18`, `PP1-3`, `23 (a)-(c)`), the words of a heading
/// (with or without `heading:` before them), `all`; labels behind a heading and `>` stand under
/// it (`Article 5 > 1, 3`). A range has the paragraphs of the depth
/// of its ends; what stands below them belongs to them.
///
/// # Errors
/// The first thing that cannot be told.
pub fn choose(draft: &Draft, words: &[String]) -> Result<Chosen, ChoiceFault> {
    let mut found: Vec<usize> = Vec::new();
    let mut whole = false;
    let mut named = 0;
    for words in words {
        if let Some((heading, labels)) = words.split_once('>') {
            let under = under(draft, heading.trim(), labels)?;
            named += usize::from(!under.is_empty());
            found.extend(under);
            continue;
        }
        for one in pieces(draft, words) {
            named += 1;
            if is_all(one) {
                whole = true;
            } else {
                found.extend(one_choice(draft, one)?);
            }
        }
    }
    match (whole, named) {
        (_, 0) => Err(ChoiceFault::Nothing),
        (true, 1) => Ok(Chosen::WholeText),
        (true, _) => Err(ChoiceFault::AllAmongOthers),
        (false, _) => {
            found.sort_unstable();
            found.dedup();
            Ok(Chosen::Blocks(found))
        }
    }
}

/// Finds paragraphs under a heading, by labels parted by commas.
fn under(draft: &Draft, heading: &str, labels: &str) -> Result<Vec<usize>, ChoiceFault> {
    let at = one_heading(draft, heading_words(heading).unwrap_or(heading))?;
    let level = draft.blocks[at].level;
    let ends = |block: &Block| block.kind == BlockKind::Heading && block.level <= level;
    let begin = at + 1;
    let end = draft.blocks[begin..].iter().position(ends).map_or(draft.blocks.len(), |n| begin + n);
    let part = Draft { blocks: draft.blocks[begin..end].to_vec(), ..Draft::default() };
    let mut found = Vec::new();
    for one in labels.split([',', ';']).map(str::trim).filter(|one| !one.is_empty()) {
        let chosen = one_choice(&part, one).map_err(|fault| match fault {
            ChoiceFault::Unknown { asked, first, last } => {
                let heading = heading_name(&draft.blocks[at]);
                ChoiceFault::NotUnder { asked, heading, first, last }
            }
            other => other,
        })?;
        found.extend(chosen.into_iter().map(|own| begin + own));
    }
    Ok(found)
}

/// Cuts at commas, but for a heading whose own words have one.
pub(super) fn pieces<'w>(draft: &Draft, words: &'w str) -> Vec<&'w str> {
    let whole = words.trim();
    if let Some(heading) = heading_words(whole)
        && headings_like(draft, heading).len() == 1
    {
        return vec![whole];
    }
    whole.split([',', ';']).map(str::trim).filter(|one| !one.is_empty()).collect()
}

fn is_all(words: &str) -> bool {
    ["all", "the whole text", "whole text"].iter().any(|all| words.eq_ignore_ascii_case(all))
}

fn heading_words(words: &str) -> Option<&str> {
    let (before, after) = words.split_at_checked(HEADING.len())?;
    before.eq_ignore_ascii_case(HEADING).then(|| after.trim())
}

fn one_choice(draft: &Draft, words: &str) -> Result<Vec<usize>, ChoiceFault> {
    if let Some(heading) = heading_words(words) {
        return one_heading(draft, heading).map(|at| vec![at]);
    }
    if let Some(range) = range(draft, words)? {
        return Ok(range);
    }
    if let Some(at) = labelled(draft, words) {
        return Ok(vec![at]);
    }
    // Not a label: perhaps somebody typed the heading without saying so.
    match headings_like(draft, words).as_slice() {
        [one] => Ok(vec![*one]),
        [] => Err(unknown(draft, words)),
        several => Err(ChoiceFault::SeveralHeadings {
            asked: words.into(),
            headings: several.iter().map(|at| heading_name(&draft.blocks[*at])).collect(),
        }),
    }
}

pub(super) fn labelled(draft: &Draft, label: &str) -> Option<usize> {
    let label = label.trim();
    let label = ["paragraphs", "paragraph", "paras.", "para.", "§"]
        .iter()
        .find_map(|word| {
            let (before, after) = label.split_at_checked(word.len())?;
            before.eq_ignore_ascii_case(word).then_some(after)
        })
        .unwrap_or(label);
    let block = draft.labelled(label)?;
    draft.blocks.iter().position(|b| b.id == block.id)
}

/// Reads a range; nothing when the words are none.
fn range(draft: &Draft, words: &str) -> Result<Option<Vec<usize>>, ChoiceFault> {
    let Some((from, to)) = ends(words) else { return Ok(None) };
    let Some(first) = labelled(draft, from) else {
        // "follow-up" is no range: an end that is no label at all makes the whole a name.
        return if labelled(draft, words).is_some() || !from.contains(|c: char| c.is_ascii_digit()) {
            Ok(None)
        } else {
            Err(unknown(draft, from))
        };
    };
    // "PP1-3" ends with PP3, "23 (a)-(c)" with 23 (c): the end as it stands comes last.
    let completed = completions(from, to);
    let last = completed
        .iter()
        .filter_map(|label| labelled(draft, label))
        .find(|at| *at >= first)
        .or_else(|| labelled(draft, to));
    let Some(last) = last else {
        return if labelled(draft, words).is_some() { Ok(None) } else { Err(unknown(draft, to)) };
    };
    if last < first {
        return Err(ChoiceFault::Backwards { from: from.into(), to: to.into() });
    }
    let depth = draft.blocks[first].level.max(draft.blocks[last].level);
    Ok(Some(
        (first..=last)
            .filter(|at| {
                let block = &draft.blocks[*at];
                block.kind == BlockKind::Paragraph && block.level <= depth
            })
            .collect(),
    ))
}

pub(super) fn ends(words: &str) -> Option<(&str, &str)> {
    [" to ", " – ", " - ", "–", "—", "-"]
        .iter()
        .find_map(|part| words.split_once(part))
        .map(|(from, to)| (from.trim(), to.trim()))
        .filter(|(from, to)| !from.is_empty() && !to.is_empty())
}

/// Returns what the end of a range may stand for, the fullest first.
fn completions(from: &str, to: &str) -> Vec<String> {
    let mut out = Vec::new();
    if to.starts_with('(')
        && let Some(parent) = from.rfind('(')
    {
        out.push(format!("{}{to}", &from[..parent]));
    }
    let letters: String = from.chars().take_while(|c| c.is_alphabetic()).collect();
    if !letters.is_empty() && to.starts_with(|c: char| c.is_ascii_digit()) {
        out.push(format!("{letters}{to}"));
    }
    out.push(to.to_owned());
    out
}

fn one_heading(draft: &Draft, words: &str) -> Result<usize, ChoiceFault> {
    let found = headings_like(draft, words);
    match found.as_slice() {
        [one] => Ok(*one),
        [] => Err(ChoiceFault::NoHeading {
            asked: words.into(),
            headings: headings(draft).map(|(_, block)| heading_name(block)).take(NAMED).collect(),
        }),
        several => Err(ChoiceFault::SeveralHeadings {
            asked: words.into(),
            headings: several.iter().map(|at| heading_name(&draft.blocks[*at])).collect(),
        }),
    }
}

/// Returns the headings that read as `words`: wholly, else those that begin so, else those
/// that have them.
pub(super) fn headings_like(draft: &Draft, words: &str) -> Vec<usize> {
    let wanted = plain_label(words);
    if wanted.is_empty() {
        return Vec::new();
    }
    let reads = |test: &dyn Fn(&str) -> bool| -> Vec<usize> {
        headings(draft)
            .filter(|(_, block)| {
                test(&plain_label(&block.text)) || test(&plain_label(&heading_name(block)))
            })
            .map(|(at, _)| at)
            .collect()
    };
    let tests: [&dyn Fn(&str) -> bool; 3] =
        [&|text| text == wanted, &|text| text.starts_with(&wanted), &|text| text.contains(&wanted)];
    tests.iter().map(|test| reads(test)).find(|found| !found.is_empty()).unwrap_or_default()
}

fn headings(draft: &Draft) -> impl Iterator<Item = (usize, &Block)> {
    draft.blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::Heading)
}

fn heading_name(block: &Block) -> String {
    match block.label.as_deref() {
        Some(label) if !label.is_empty() => format!("{label} {}", block.text),
        _ => block.text.clone(),
    }
}

fn unknown(draft: &Draft, asked: &str) -> ChoiceFault {
    let mut labels = draft
        .blocks
        .iter()
        .filter(|b| b.kind == BlockKind::Paragraph && b.level == 0)
        .filter_map(|b| b.label.as_deref())
        .map(|label| label.trim_end_matches('.').to_owned());
    match (labels.next(), labels.next_back()) {
        (Some(first), last) => {
            let last = last.unwrap_or_else(|| first.clone());
            ChoiceFault::Unknown { asked: asked.into(), first, last }
        }
        _ => ChoiceFault::NoLabels { asked: asked.into() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(kind: BlockKind, label: Option<&str>, level: u8, text: &str) -> Block {
        Block {
            id: format!("{}{}", label.unwrap_or("-"), text),
            kind,
            label: label.map(Into::into),
            level,
            text: text.into(),
            ..Block::default()
        }
    }

    fn draft() -> Draft {
        use BlockKind::{Heading, Paragraph};
        let p = |label, level| block(Paragraph, Some(label), level, "States recall.");
        Draft {
            blocks: vec![
                block(Heading, Some("A."), 1, "Overview"),
                p("PP1", 0),
                p("PP2", 0),
                p("PP3", 0),
                block(Heading, Some("B."), 1, "Existing and potential threats"),
                p("12.", 0),
                p("13.", 0),
                p("(a)", 1),
                p("(b)", 1),
                p("(c)", 1),
                p("13 bis.", 0),
                p("14.", 0),
                block(Heading, Some("C."), 1, "Rules, norms and principles"),
                p("15.", 0),
            ],
            ..Draft::default()
        }
    }

    #[track_caller]
    fn chosen(words: &str) -> Vec<usize> {
        match choose(&draft(), &[words.to_owned()]) {
            Ok(Chosen::Blocks(found)) => found,
            other => panic!("{words}: {other:?}"),
        }
    }

    #[track_caller]
    fn fault(words: &str) -> String {
        choose(&draft(), &[words.to_owned()]).expect_err(words).to_string()
    }

    #[test]
    fn labels_and_ranges_are_read_however_they_are_typed() {
        for (words, found) in [
            ("12", vec![5]),
            ("paragraph 12", vec![5]),
            ("13 bis", vec![10]),
            ("13(b)", vec![8]),
            ("12-14", vec![5, 6, 10, 11]),
            ("12 to 14", vec![5, 6, 10, 11]),
            ("12 – 14", vec![5, 6, 10, 11]),
            ("paragraphs 12-14", vec![5, 6, 10, 11]),
            ("PP1-3", vec![1, 2, 3]),
            ("13 (a)-(c)", vec![7, 8, 9]),
            ("14, 12", vec![5, 11]),
            ("12, 12-13", vec![5, 6]),
            ("14-15", vec![11, 13]),
        ] {
            assert_eq!(chosen(words), found, "{words}");
        }
    }

    #[test]
    fn headings_are_named_by_their_words() {
        assert_eq!(chosen("heading:B. Existing and potential threats"), [4]);
        assert_eq!(chosen("heading: Existing"), [4]);
        assert_eq!(chosen("Heading:rules, norms and principles"), [12], "its own comma is no list");
        assert_eq!(chosen("potential threats"), [4]);
    }

    #[test]
    fn the_whole_text_stands_alone() {
        assert_eq!(choose(&draft(), &["all".into()]), Ok(Chosen::WholeText));
        assert_eq!(fault("all, 12"), "\"all\" is the whole text; name it alone");
    }

    #[test]
    fn what_cannot_be_told_says_what_there_is() {
        assert_eq!(
            fault("99"),
            "no paragraph is labelled \"99\"; the draft's labels go from PP1 to 15"
        );
        assert_eq!(
            fault("12-99"),
            "no paragraph is labelled \"99\"; the draft's labels go from PP1 to 15"
        );
        assert_eq!(
            fault("14-12"),
            "\"12\" stands before \"14\" in the draft; name the earlier paragraph first"
        );
        assert_eq!(
            fault("heading:Annex"),
            "no heading reads \"Annex\"; the draft has: A. Overview · B. Existing and potential \
             threats · C. Rules, norms and principles"
        );
        assert!(fault("heading:n").starts_with("several headings read \"n\": B. Existing"));
        assert!(fault(" , ").starts_with("name a paragraph"));
        assert!(fault("follow-up").starts_with("no paragraph is labelled \"follow-up\""));
    }
}
