//! Lays the words that came back beside those that were sent: paragraphs first, then words.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::Change;
use crate::review::read::{PARAGRAPH, Token};
use crate::review::sent::Sent;

/// What is laid beside what was sent, and what was found so far.
pub(super) struct Join<'a> {
    pub(super) sent: &'a Sent,
    pub(super) base: &'a [(char, usize)],
    pub(super) text: &'a [Token],
    /// Tokens whose recorded changes are part of an unrecorded one.
    pub(super) absorbed: Vec<bool>,
    /// For every character that was there before, the letter it is.
    pub(super) to: Vec<Option<usize>>,
    pub(super) changes: Vec<Change>,
}

fn fold(c: char) -> char {
    if c != PARAGRAPH && c.is_whitespace() { ' ' } else { c }
}

impl Join<'_> {
    /// Lays some of the units beside some of the paragraphs.
    pub(super) fn stretch(&mut self, units: Range<usize>, paragraphs: &[Range<usize>]) {
        let start =
            self.sent.units.get(units.start).map_or(self.sent.text.len(), |u| u.letters.start);
        let units: Vec<usize> = units.filter(|unit| self.has_words(*unit)).collect();
        let sent: Vec<String> =
            units.iter().map(|u| self.sent_words(&self.sent.units[*u].letters)).collect();
        let back: Vec<String> = paragraphs.iter().map(|p| self.base_words(p)).collect();
        for op in capture_diff_slices(Algorithm::Patience, &sent, &back) {
            let (old, new) = (op.old_range(), op.new_range());
            let own = &units[old.clone()];
            if matches!(op, DiffOp::Equal { .. }) {
                for (unit, paragraph) in own.iter().zip(new) {
                    let letters = self.sent.units[*unit].letters.clone();
                    for (letter, at) in letters.zip(paragraphs[paragraph].clone()) {
                        self.to[at] = Some(letter);
                    }
                }
            } else {
                let next = units.get(old.end).map(|u| self.sent.units[*u].letters.start);
                let above = old.start.checked_sub(1).map(|u| self.sent.units[units[u]].letters.end);
                let start = above.or(next).unwrap_or(start);
                self.words(own, &paragraphs[new], start);
            }
        }
    }

    fn has_words(&self, unit: usize) -> bool {
        let letters = self.sent.units[unit].letters.clone();
        self.sent.text[letters].iter().any(|letter| !letter.c.is_whitespace())
    }

    fn sent_words(&self, letters: &Range<usize>) -> String {
        self.sent.text[letters.clone()].iter().map(|l| fold(l.c)).collect()
    }

    fn base_words(&self, range: &Range<usize>) -> String {
        let mut words: String = self.base[range.clone()].iter().map(|(c, _)| fold(*c)).collect();
        if !words.ends_with(PARAGRAPH) {
            words.push(PARAGRAPH);
        }
        words
    }

    /// Compares word by word; `start` is the letter at which paragraphs come in when none were
    /// sent there.
    fn words(&mut self, units: &[usize], paragraphs: &[Range<usize>], start: usize) {
        let letters: Vec<usize> =
            units.iter().flat_map(|u| self.sent.units[*u].letters.clone()).collect();
        let back: Vec<usize> = paragraphs.iter().cloned().flatten().collect();
        let old: Vec<char> = letters.iter().map(|at| fold(self.sent.text[*at].c)).collect();
        let new: Vec<char> = back.iter().map(|at| fold(self.base[*at].0)).collect();
        let (old_words, new_words) = (cut(&old), cut(&new));
        let texts = |cuts: &[Range<usize>], all: &[char]| -> Vec<String> {
            cuts.iter().map(|w| all[w.clone()].iter().collect()).collect()
        };
        let ops = capture_diff_slices(
            Algorithm::Patience,
            &texts(&old_words, &old),
            &texts(&new_words, &new),
        );
        let edge = |cuts: &[Range<usize>], at: usize, end: usize| {
            cuts.get(at).map_or(end, |word| word.start)
        };
        // Stretches that differ, with blanks alone between two of them taken in.
        let mut differing: Vec<(Range<usize>, Range<usize>)> = Vec::new();
        let mut blank = false;
        for op in &ops {
            let (o, n) = (op.old_range(), op.new_range());
            let o = edge(&old_words, o.start, old.len())..edge(&old_words, o.end, old.len());
            let n = edge(&new_words, n.start, new.len())..edge(&new_words, n.end, new.len());
            if matches!(op, DiffOp::Equal { .. }) {
                blank = old[o].iter().all(|c| *c == ' ');
                continue;
            }
            match differing.last_mut() {
                Some((before_o, before_n)) if blank => {
                    before_o.end = o.end;
                    before_n.end = n.end;
                }
                _ => differing.push((o, n)),
            }
            blank = false;
        }
        let (mut o, mut n) = (0, 0);
        for (old_range, new_range) in
            differing.into_iter().chain([(old.len()..old.len(), new.len()..new.len())])
        {
            while o < old_range.start && n < new_range.start {
                self.to[back[n]] = Some(letters[o]);
                (o, n) = (o + 1, n + 1);
            }
            (o, n) = (old_range.end, new_range.end);
            if old_range.is_empty() && new_range.is_empty() {
                continue;
            }
            let at = |index: usize| match (letters.get(index), letters.last()) {
                (Some(letter), _) => *letter,
                (None, Some(last)) => last + 1,
                (None, None) => start,
            };
            let first = at(old_range.start);
            let end = if old_range.is_empty() { first } else { letters[old_range.end - 1] + 1 };
            let own = &back[new_range];
            let tokens = own.first().map_or(0..0, |first| {
                self.base[*first].1..own.last().map_or(0, |last| self.base[*last].1 + 1)
            });
            // What is recorded in the middle of it cannot be told apart: the outcome counts.
            let kept = self.text[tokens.clone()].iter().filter(|t| t.deleted.is_none());
            let insert: String = kept.map(|t| t.c).collect();
            let same = |a: &str| a.chars().all(|c| c == PARAGRAPH || c.is_whitespace());
            let gone: String = self.sent.text[first..end].iter().map(|l| l.c).collect();
            if same(&insert)
                && same(&gone)
                && insert.matches(PARAGRAPH).count() == gone.matches(PARAGRAPH).count()
            {
                // Only blanks: nobody meant it.
                continue;
            }
            let (token, length) = (tokens.start, tokens.len());
            self.absorbed[tokens].fill(true);
            let letters = first..end;
            self.changes.push(Change { letters, insert, token, length, ..Change::default() });
        }
    }
}

/// Cuts a text into words, blanks, and single other characters.
fn cut(text: &[char]) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.iter().enumerate() {
        let word = |c: char| {
            c.is_alphanumeric()
                && !matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
        };
        match out.last_mut() {
            Some(last) if word(*c) && word(text[at - 1]) => last.end = at + 1,
            _ => out.push(at..at + 1),
        }
    }
    out
}
