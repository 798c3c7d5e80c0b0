//! Says in one word what became of each block, how sure that is, and why.

use std::collections::{BTreeMap, BTreeSet};

use super::headings;
use super::likeness::{self, Pair};
use super::order;
use super::pairing::{self, pair_up, score};
use super::parts::{self, Part};
use super::place::{Links, fit};
use super::reading::{Class, Reading};
use super::rewritten::{in_place_of, shortened};
use super::style::{only_style, without_option};
use super::{Alignment, Link, Reason, Relation};
use crate::model::{Block, Draft};

/// Candidates that are offered where a person has to choose.
const OFFERED: usize = 3;

/// Score by which a counterpart must lead over one that is nearly the same text.
const LEAD: f32 = 0.06;

/// Fit below which a pair stands far apart.
const FAR: f32 = 0.4;

/// Score from which a pair that stands far apart is linked without asking.
const FAR_SURE: f32 = 0.57;

/// Share of its words, in per cent, with which a block has moved whole.
const WHOLE: u8 = 85;

/// Words from which a block can be said to have moved whole.
const WHOLE_WORDS: usize = 8;

/// Likeness from which a pair that stands far apart is linked without asking.
const FAR_LIKE: f32 = 0.65;

/// How many times longer the one is than the other when one name stands inside a paragraph.
const SWALLOWED: usize = 5;

/// Likeness up to which that proves nothing.
const SWALLOWED_LIKE: f32 = 0.4;

/// Share of words below which a paragraph counts as rewritten.
const REWRITTEN: u8 = 40;

/// Tells what became of every block of `old` in `new`.
///
/// Every old block has exactly one link, and every new block is named by a link or is in
/// [`Alignment::added`]. The same drafts always give the same answer; no order of blocks,
/// label or heading is taken for granted, they only weigh.
pub fn align(old: &Draft, new: &Draft) -> Alignment {
    let reading = Reading::new(old, new);
    let pairs = likeness::pairs(&reading);
    let mut links = pair_up(&reading, &pairs);
    shortened(&reading, &pairs, &mut links);
    let bench =
        Bench { old, new, ties: Ties::new(&reading, &pairs, &links), reading, pairs, links };
    bench.verdicts()
}

/// Which blocks belong together, with the score of each tie.
struct Ties {
    sure: Vec<BTreeMap<usize, f32>>,
    perhaps: Vec<Vec<(f32, usize)>>,
    back: BTreeMap<usize, BTreeSet<usize>>,
    look_alikes: Vec<bool>,
}

impl Ties {
    fn new(reading: &Reading, pairs: &[Vec<Pair>], links: &Links) -> Self {
        let olds = reading.old.len();
        let mut ties = Self {
            sure: vec![BTreeMap::new(); olds],
            perhaps: vec![Vec::new(); olds],
            back: BTreeMap::new(),
            look_alikes: vec![false; olds],
        };
        for (i, to) in links.to.iter().enumerate() {
            let Some(j) = *to else { continue };
            let pair = pairs[i].iter().find(|p| p.new == j);
            let own = pair.map_or(0.0, |p| score(p, fit(reading, links, i, j)));
            ties.sure[i].insert(j, own);
        }
        let joined = parts::joined(reading, pairs, links);
        let cut = parts::cut(reading, pairs, links);
        for part in joined.iter().chain(&cut).filter(|part| part.sure) {
            ties.sure[part.old].insert(part.new, part.score);
        }
        for part in parts::lead_ins(reading, pairs, &ties.sure) {
            ties.sure[part.old].insert(part.new, part.score);
        }
        for heading in headings::renamed(reading, &ties.sure) {
            ties.sure[heading.old].insert(heading.new, heading.score);
        }
        ties.doubt_far_and_faint(reading, pairs, links);
        ties.doubt_look_alikes(reading, pairs, links);
        ties.offer(reading, pairs, links, &joined);
        for (i, sure) in ties.sure.iter().enumerate() {
            for j in sure.keys() {
                ties.back.entry(*j).or_default().insert(i);
            }
        }
        ties
    }

    /// Turns a link into a question where block and counterpart stand far apart and share few
    /// words, where one is a mere name inside the other, or where a recital would become a
    /// decision.
    ///
    /// In another part of the text the same subject is often a different paragraph.
    fn doubt_far_and_faint(&mut self, reading: &Reading, pairs: &[Vec<Pair>], links: &Links) {
        for (i, sure) in self.sure.iter_mut().enumerate() {
            let Some((j, score)) = sure.iter().next().map(|(j, score)| (*j, *score)) else {
                continue;
            };
            let (old, new) = (&reading.old[i], &reading.new[j]);
            let whole = old.bag.len() >= WHOLE_WORDS && old.kept_in(new) >= WHOLE;
            let faint = !whole
                && score < FAR_SURE
                && pairs[i].iter().any(|pair| pair.new == j && pair.like < FAR_LIKE)
                && fit(reading, links, i, j) < FAR;
            let swallowed = old.class == Class::Body
                && (old.label != new.label || old.label.is_empty())
                && SWALLOWED * old.bag.len().min(new.bag.len()) < old.bag.len().max(new.bag.len())
                && pairs[i].iter().any(|pair| pair.new == j && pair.like < SWALLOWED_LIKE);
            let contradicts = old.voice.contradicts(new.voice) && old.print != new.print;
            if sure.len() == 1 && (faint || swallowed || contradicts) {
                sure.clear();
                self.perhaps[i].push((score.min(pairing::SURE), j));
            }
        }
    }

    /// Turns a link into a question where another free block would do as well.
    fn doubt_look_alikes(&mut self, reading: &Reading, pairs: &[Vec<Pair>], links: &Links) {
        for (i, to) in links.to.iter().enumerate() {
            let Some(j) = *to else { continue };
            if reading.old[i].class == Class::Heading || self.sure[i].len() > 1 {
                continue;
            }
            let Some(main) = pairs[i].iter().find(|p| p.new == j) else { continue };
            let lead = score(main, fit(reading, links, i, j)) - LEAD;
            let taken: BTreeSet<usize> =
                self.sure.iter().flat_map(|sure| sure.keys().copied()).collect();
            let rivals: Vec<(f32, usize)> = pairs[i]
                .iter()
                .filter(|p| p.new != j && !taken.contains(&p.new))
                .filter(|p| p.like >= 0.85 * main.like)
                .map(|p| (score(p, fit(reading, links, i, p.new)), p.new))
                .filter(|(score, _)| *score >= lead)
                .collect();
            if !rivals.is_empty() {
                self.sure[i].clear();
                self.look_alikes[i] = true;
                self.perhaps[i] = rivals;
                self.perhaps[i].push((lead + LEAD, j));
            }
        }
    }

    /// Collects what could be a counterpart of the blocks that have none.
    fn offer(&mut self, reading: &Reading, pairs: &[Vec<Pair>], links: &Links, joined: &[Part]) {
        for part in joined.iter().filter(|part| !part.sure) {
            if self.sure[part.old].is_empty() {
                self.perhaps[part.old].push((part.score, part.new));
            }
        }
        for (i, perhaps) in self.perhaps.iter_mut().enumerate() {
            if perhaps.is_empty() && self.sure[i].is_empty() {
                *perhaps = in_place_of(reading, &pairs[i], links, i);
            }
            perhaps.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            perhaps.truncate(OFFERED);
        }
    }
}

/// Everything a verdict is taken from.
struct Bench<'d> {
    old: &'d Draft,
    new: &'d Draft,
    reading: Reading,
    pairs: Vec<Vec<Pair>>,
    links: Links,
    ties: Ties,
}

impl Bench<'_> {
    fn verdicts(&self) -> Alignment {
        let mut links = self.links.clone();
        for (i, sure) in self.ties.sure.iter().enumerate() {
            if let Some(&j) = sure.keys().next()
                && links.to[i].is_none()
                && links.from[j].is_none()
            {
                links.link(i, j);
            }
        }
        let moved = order::moved(&self.reading, &links);
        let links: Vec<Link> =
            (0..self.old.blocks.len()).map(|i| self.verdict(i, moved[i])).collect();
        let named: BTreeSet<&str> =
            links.iter().flat_map(|link| &link.new).map(String::as_str).collect();
        let added = self.new.blocks.iter().filter(|block| !named.contains(block.id.as_str()));
        let added = added.map(|block| block.id.clone()).collect();
        Alignment { links, added }
    }

    fn verdict(&self, i: usize, moved: bool) -> Link {
        let sure = &self.ties.sure[i];
        let news: Vec<usize> = sure.keys().copied().collect();
        let joined = news.iter().map(|j| self.ties.back[j].len()).max().unwrap_or_default();
        let confidence = sure.values().copied().map(trust).fold(1.0, f32::min);
        let link = |relation, style_only, confidence, news: &[usize], reason| Link {
            old: self.old.blocks[i].id.clone(),
            new: news.iter().map(|j| self.new.blocks[*j].id.clone()).collect(),
            relation,
            confidence,
            style_only,
            reason,
        };
        match news[..] {
            [] => match self.ties.perhaps[i][..] {
                [] => {
                    let (confidence, reason) = self.gone(i);
                    link(Relation::Gone, false, confidence, &[], reason)
                }
                [(score, best), ..] => {
                    let offered: Vec<usize> =
                        self.ties.perhaps[i].iter().map(|(_, j)| *j).collect();
                    let reason = if self.ties.look_alikes[i] {
                        Reason::LookAlikes { candidates: offered.len() as u32 }
                    } else {
                        Reason::LittleLikeness { kept: self.kept(i, best) }
                    };
                    let confidence = (score / pairing::SURE * 0.45).clamp(0.05, 0.45);
                    link(Relation::Unsure, false, confidence, &offered, reason)
                }
            },
            [_, _, ..] => {
                let reason = Reason::Divided { parts: news.len() as u32 };
                link(Relation::Split, false, confidence, &news, reason)
            }
            [_] if joined > 1 => {
                let reason = Reason::Joined { parts: joined as u32 };
                link(Relation::Merged, false, confidence, &news, reason)
            }
            [j] if moved && self.other_numbers(i, j) => {
                link(Relation::Unsure, false, confidence.min(0.45), &news, Reason::OtherNumbers)
            }
            [j] => {
                let (relation, style_only, reason) = self.single(i, j, moved);
                let confidence = if relation == Relation::Same { 1.0 } else { confidence };
                link(relation, style_only, confidence, &news, reason)
            }
        }
    }

    /// Tells whether two paragraphs say the same of other numbers, those of references aside.
    fn other_numbers(&self, i: usize, j: usize) -> bool {
        let (old, new) = (&self.reading.old[i], &self.reading.new[j]);
        old.class == Class::Body
            && old.differs_in_numbers(new)
            && !only_style(&self.old.blocks[i].text, &self.new.blocks[j].text)
    }

    fn single(&self, i: usize, j: usize, moved: bool) -> (Relation, bool, Reason) {
        let (old, new) = (&self.old.blocks[i], &self.new.blocks[j]);
        let same = without_option(&old.text) == without_option(&new.text);
        let style_only = !same && only_style(&old.text, &new.text);
        let kept = self.kept(i, j);
        let (relation, reason) = match (same, moved) {
            (true, false) => (Relation::Same, Reason::SameWords),
            (true, true) => (Relation::Moved, Reason::SameWordsElsewhere { heading: heading(new) }),
            (false, true) => {
                (Relation::Moved, Reason::ChangedElsewhere { heading: heading(new), kept })
            }
            (false, false) if style_only => (Relation::Edited, Reason::StyleOnly),
            (false, false) if kept < REWRITTEN => (Relation::Edited, Reason::Rewritten { kept }),
            (false, false) => (Relation::Edited, Reason::WordsChanged { kept }),
        };
        (relation, style_only, reason)
    }

    /// Tells how sure it is that a block is gone, and what stands against it.
    fn gone(&self, i: usize) -> (f32, Reason) {
        let best = self.pairs[i]
            .iter()
            .map(|p| (score(p, fit(&self.reading, &self.links, i, p.new)), p))
            .max_by(|a, b| a.0.total_cmp(&b.0));
        match best {
            Some((score, pair)) => {
                let taken = pair.like >= 0.6 && self.links.from[pair.new].is_some();
                let reason = if taken { Reason::Taken } else { Reason::NothingLikeIt };
                ((1.0 - score.max(0.0)).clamp(0.5, 1.0), reason)
            }
            None => (1.0, Reason::NothingLikeIt),
        }
    }

    fn kept(&self, i: usize, j: usize) -> u8 {
        self.reading.old[i].kept_in(&self.reading.new[j])
    }
}

/// Turns the score of a tie into how sure it is.
fn trust(score: f32) -> f32 {
    (0.5 + (score - pairing::SURE) / 1.2).clamp(0.5, 0.99)
}

fn heading(block: &Block) -> String {
    block.heading_path.last().cloned().unwrap_or_default()
}
