//! Paragraphs of the later text with the words that matter marked.

use std::collections::BTreeMap;

use super::outcome::{Evidence, EvidenceMark, EvidenceRun};
use super::pair::{Pair, Spot};

/// Marks words of a passage and shows the blocks it is made of.
///
/// Small words between two marked ones are marked with them, so that phrases read whole.
pub(super) fn shown(
    pair: &Pair<'_>,
    blocks: &[usize],
    passage: &[Spot<'_>],
    marks: &BTreeMap<usize, EvidenceMark>,
    sure: bool,
) -> Vec<Evidence> {
    let marks = with_small_words(passage, marks);
    blocks
        .iter()
        .map(|&block| {
            let of = &pair.new.blocks[block];
            let mut runs = Runs { text: &of.text, at: 0, done: Vec::new() };
            let own = passage.iter().enumerate().filter(|(_, spot)| spot.block == block);
            let mut open: Option<(usize, usize, EvidenceMark)> = None;
            for (place, spot) in own {
                let mark = marks.get(&place).copied().unwrap_or_default();
                match open {
                    Some((start, _, before)) if before == mark => {
                        open = Some((start, spot.word.end, mark));
                    }
                    _ => {
                        runs.push(open);
                        open = Some((spot.word.start, spot.word.end, mark));
                    }
                }
            }
            runs.push(open);
            Evidence {
                block: of.id.clone(),
                label: of.label.clone().unwrap_or_default(),
                heading: of.heading_path.last().cloned().unwrap_or_default(),
                text: of.text.clone(),
                runs: runs.finish(),
                sure,
            }
        })
        .collect()
}

fn with_small_words(
    passage: &[Spot<'_>],
    marks: &BTreeMap<usize, EvidenceMark>,
) -> BTreeMap<usize, EvidenceMark> {
    let mut out = marks.clone();
    let places: Vec<(&usize, &EvidenceMark)> = marks.iter().collect();
    for pair in places.windows(2) {
        let ((&a, mark), (&b, other)) = (pair[0], pair[1]);
        let between = a + 1..b;
        let one_block = passage[a].block == passage[b].block;
        if mark == other && one_block && between.clone().all(|at| passage[at].word.small) {
            out.extend(between.map(|at| (at, *mark)));
        }
    }
    out
}

/// Cuts a text into runs that together are the text.
struct Runs<'t> {
    text: &'t str,
    at: usize,
    done: Vec<EvidenceRun>,
}

impl Runs<'_> {
    fn push(&mut self, marked: Option<(usize, usize, EvidenceMark)>) {
        let Some((start, end, mark)) = marked.filter(|m| m.2 != EvidenceMark::Plain) else {
            return;
        };
        self.plain(start);
        self.done.push(EvidenceRun { text: self.text[start..end].to_owned(), mark });
        self.at = end;
    }

    fn plain(&mut self, until: usize) {
        if self.at < until {
            let text = self.text[self.at..until].to_owned();
            self.done.push(EvidenceRun { text, mark: EvidenceMark::Plain });
        }
    }

    fn finish(mut self) -> Vec<EvidenceRun> {
        self.plain(self.text.len());
        self.done
    }
}
