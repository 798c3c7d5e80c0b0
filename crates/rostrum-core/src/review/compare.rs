//! What differs between what was sent and what came back, in the letters of what was sent.
//!
//! Recorded changes are read off the document. The rest is found by laying the words that
//! were there before all recorded changes beside the words that were sent: hidden anchors
//! first, then paragraphs that read the same, then words.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::read::{NOTE, PARAGRAPH, Returned, Token};
use super::sent::Sent;

/// One change, in the letters of what was sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Change {
    /// Letters that go.
    pub(super) letters: Range<usize>,
    /// What comes; ends of paragraphs and marks of notes among it.
    pub(super) insert: String,
    /// Ids of the notes whose marks are in it, in order.
    pub(super) notes: Vec<String>,
    pub(super) author: String,
    pub(super) date: String,
    pub(super) tracked: bool,
    /// Name that the two ends of a move share.
    pub(super) moved: String,
    /// The token it begins at.
    pub(super) token: usize,
}

/// What comparing found.
#[derive(Debug, Clone, Default)]
pub(super) struct Compared {
    pub(super) changes: Vec<Change>,
    /// Recorded changes that touch nothing that was sent: kind, author, date, words, place.
    pub(super) loose: Vec<(&'static str, String, String, String, usize)>,
    /// For every token that came back, the letter of what was sent that it stands at.
    pub(super) places: Vec<usize>,
}

/// Compares.
pub(super) fn compare(sent: &Sent, returned: &Returned) -> Compared {
    let base: Vec<(char, usize)> = returned
        .text
        .iter()
        .enumerate()
        .filter(|(_, token)| token.is_before())
        .map(|(at, token)| (token.c, at))
        .collect();
    let paragraphs = paragraphs(&base);
    let mut join = Join {
        sent,
        base: &base,
        text: &returned.text,
        to: vec![None; base.len()],
        changes: Vec::new(),
        absorbed: vec![false; returned.text.len()],
    };
    let pairs = anchored(sent, returned, &base, &paragraphs);
    let mut from = (0, 0);
    for pair in pairs.iter().copied().chain([(sent.units.len(), paragraphs.len())]) {
        join.stretch(from.0..pair.0, &paragraphs[from.1..pair.1]);
        from = pair;
    }
    let Join { to, mut changes, absorbed, .. } = join;
    let mut marks = returned.marks.iter();
    let notes: Vec<Option<&String>> = returned
        .text
        .iter()
        .map(|token| if token.c == NOTE { marks.next() } else { None })
        .collect();
    for change in &mut changes {
        change.author.clone_from(&returned.saved_by);
    }
    let mut out = Compared { changes, ..Compared::default() };
    let places = places(&returned.text, &base, &to);
    recorded(returned, &base, &to, &places, &notes, &absorbed, &mut out);
    out.places = places;
    moved_whole(sent, &mut out.changes);
    out
}

/// Returns the paragraphs of a text that are not empty, as ranges with their ends.
fn paragraphs(base: &[(char, usize)]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, (c, _)) in base.iter().enumerate() {
        if *c == PARAGRAPH {
            if base[start..at].iter().any(|(c, _)| !c.is_whitespace()) {
                out.push(start..at + 1);
            }
            start = at + 1;
        }
    }
    if base[start..].iter().any(|(c, _)| !c.is_whitespace()) {
        out.push(start..base.len());
    }
    out
}

/// Pairs units and paragraphs by the hidden anchors, as far as both keep their order.
fn anchored(
    sent: &Sent,
    returned: &Returned,
    base: &[(char, usize)],
    paragraphs: &[Range<usize>],
) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (name, token) in returned.paragraphs.iter().flat_map(|p| &p.anchors) {
        let at = base.partition_point(|(_, own)| *own < *token as usize);
        let Some(unit) = sent.units.iter().position(|u| u.anchor.as_ref() == Some(name)) else {
            continue;
        };
        if let Some(paragraph) = paragraphs.iter().position(|p| p.start == at)
            && !pairs.iter().any(|(_, p)| *p == paragraph)
        {
            pairs.push((unit, paragraph));
        }
    }
    pairs.sort_by_key(|(_, paragraph)| *paragraph);
    rising(&pairs)
}

/// Returns the longest row of pairs whose units rise.
fn rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // (length, place before) of the longest row that ends at each pair.
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(pairs.len());
    for (at, pair) in pairs.iter().enumerate() {
        let before = (0..at).filter(|b| pairs[*b].0 < pair.0).max_by_key(|b| best[*b].0);
        best.push((before.map_or(1, |b| best[b].0 + 1), before));
    }
    let mut out = Vec::new();
    let mut next = (0..best.len()).max_by_key(|at| best[*at].0);
    while let Some(at) = next {
        out.push(pairs[at]);
        next = best[at].1;
    }
    out.reverse();
    out
}

struct Join<'a> {
    sent: &'a Sent,
    base: &'a [(char, usize)],
    text: &'a [Token],
    /// Tokens whose recorded changes are part of an unrecorded one.
    absorbed: Vec<bool>,
    /// For every character that was there before, the letter it is.
    to: Vec<Option<usize>>,
    changes: Vec<Change>,
}

fn fold(c: char) -> char {
    if c != PARAGRAPH && c.is_whitespace() { ' ' } else { c }
}

impl Join<'_> {
    fn stretch(&mut self, units: Range<usize>, paragraphs: &[Range<usize>]) {
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
            let token = tokens.start;
            self.absorbed[tokens].fill(true);
            self.changes.push(Change { letters: first..end, insert, token, ..Change::default() });
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

/// Returns, for every token that came back, the letter it stands at.
fn places(text: &[Token], base: &[(char, usize)], to: &[Option<usize>]) -> Vec<usize> {
    let mut out = vec![0; text.len() + 1];
    let mut known =
        base.iter().zip(to).filter_map(|((_, token), letter)| Some((*token, (*letter)?)));
    let mut next = known.next();
    let mut place = 0;
    let mut seen = false;
    for (at, out) in out.iter_mut().enumerate() {
        if let Some((token, letter)) = next
            && token == at
        {
            place = letter + 1;
            seen = true;
            *out = letter;
            next = known.next();
            continue;
        }
        *out = if seen { place } else { next.map_or(0, |(_, letter)| letter) };
    }
    out
}

/// Reads the recorded changes off the document.
fn recorded(
    returned: &Returned,
    base: &[(char, usize)],
    to: &[Option<usize>],
    places: &[usize],
    notes: &[Option<&String>],
    absorbed: &[bool],
    out: &mut Compared,
) {
    let text = &returned.text;
    let revision = |token: &Token| match (token.inserted, token.deleted) {
        (Some(by), None) | (None, Some(by)) => returned.revisions.get(by as usize),
        _ => None,
    };
    let mut at = 0;
    while at < text.len() {
        if let (Some(by), Some(gone)) = (text[at].inserted, text[at].deleted) {
            let end = at
                + text[at..]
                    .iter()
                    .take_while(|t| t.inserted.is_some() && t.deleted.is_some())
                    .count();
            let who = |by: u32| returned.revisions.get(by as usize).cloned().unwrap_or_default();
            let (first, second) = (who(by), who(gone));
            let author = if first.author == second.author {
                first.author
            } else {
                format!("{}, {}", first.author, second.author)
            };
            let words = text[at..end].iter().map(|t| t.c).collect();
            out.loose.push(("inserted_and_deleted", author, second.date, words, places[at]));
            at = end;
            continue;
        }
        let Some(own) = revision(&text[at]) else {
            at += 1;
            continue;
        };
        let start = at;
        while at < text.len()
            && revision(&text[at]).is_some_and(|r| r.author == own.author && r.moved == own.moved)
        {
            at += 1;
        }
        let mut change = Change {
            author: own.author.clone(),
            date: own.date.clone(),
            moved: own.moved.clone(),
            tracked: true,
            token: start,
            ..Change::default()
        };
        let mut gone: Vec<usize> = Vec::new();
        let mut lost = String::new();
        for (place, token) in text.iter().enumerate().take(at).skip(start) {
            if absorbed[place] {
                lost.push(token.c);
            } else if token.inserted.is_some() {
                change.insert.push(token.c);
                change.notes.extend(notes[place].cloned());
            } else if let Ok(index) = base.binary_search_by_key(&place, |(_, own)| *own) {
                match to[index] {
                    Some(letter) => gone.push(letter),
                    None => lost.push(token.c),
                }
            }
        }
        gone.sort_unstable();
        let first = gone.first().copied().unwrap_or(places[start]);
        change.letters = first..gone.last().map_or(first, |last| last + 1);
        if gone.is_empty() && change.insert.is_empty() {
            if !lost.trim().is_empty() {
                out.loose.push(("inside_untracked", change.author, change.date, lost, first));
            }
            continue;
        }
        out.changes.push(change);
    }
}

/// Tells words that went from one place and stand at another, unrecorded, as moved.
fn moved_whole(sent: &Sent, changes: &mut [Change]) {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let gone: Vec<(usize, String)> = changes
        .iter()
        .enumerate()
        .filter(|(_, c)| !c.tracked && c.insert.trim().is_empty() && c.letters.len() > 20)
        .map(|(at, c)| {
            let text: String = sent.text[c.letters.clone()].iter().map(|l| l.c).collect();
            (at, words(&text))
        })
        .collect();
    for (number, (from, text)) in gone.into_iter().enumerate() {
        let to = changes.iter().position(|c| {
            !c.tracked && c.letters.is_empty() && c.moved.is_empty() && words(&c.insert) == text
        });
        if let Some(to) = to {
            let name = format!("found-{number}");
            changes[from].moved.clone_from(&name);
            changes[to].moved = name;
        }
    }
}
