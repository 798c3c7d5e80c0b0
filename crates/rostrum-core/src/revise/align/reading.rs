//! A draft as the comparison reads it: every block as weighed words and pairs of words.
//!
//! What many blocks say weighs little, what few say weighs much: in negotiated texts the
//! formulas ("Each Party shall …") are everywhere, and only the rest tells paragraphs apart.

use super::voice::{Voice, voice};
use crate::model::draft::plain_label;
use crate::model::{Block, BlockKind, Draft};

/// Share of a word's weight that a pair of neighbouring words adds.
///
/// Pairs tell the same words in another order apart; brackets put between words part many
/// pairs without changing what is said, therefore the pair weighs less than the word.
const PAIR: f32 = 0.6;

/// Share of weight left to a number: paragraphs are renumbered all the time.
const NUMBER: f32 = 0.25;

/// Share of weight left to the words of the title: the subject is named everywhere.
const TITLE: f32 = 0.4;

/// Weight held against every block, in words that few blocks have.
const DOUBT: f32 = 0.6;

/// Least weight held against every block.
const LEAST_DOUBT: f32 = 2.5;

/// A block, reduced to what is compared.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// Words and pairs by their number, ascending, with how often they occur.
    pub(super) features: Vec<(u32, u16)>,
    /// Sum of the weights of all features.
    pub(super) weight: f32,
    /// Hash of the plain words in their order; equal for the same words.
    pub(super) print: u64,
    /// The same without numbers; nothing when there are none.
    pub(super) frame: Option<u64>,
    /// Its words by their hash, ascending.
    pub(super) bag: Vec<u64>,
    /// The group of kinds it belongs to.
    pub(super) class: Class,
    /// Whether it opens like a recital or a decision.
    pub(super) voice: Voice,
    /// The label without what typography adds; empty when it has none.
    pub(super) label: String,
    /// Position of the heading it stands under.
    pub(super) heading: Option<usize>,
    /// Position of the block whose sub-paragraph it is.
    pub(super) parent: Option<usize>,
    /// Whether it has sub-paragraphs.
    pub(super) leads: bool,
    /// Position of the first of the options it is one of; none when it stands alone.
    pub(super) options: Option<usize>,
}

impl Words {
    /// Returns how often a feature occurs.
    pub(super) fn times(&self, feature: u32) -> u16 {
        self.features
            .binary_search_by_key(&feature, |(f, _)| *f)
            .map_or(0, |at| self.features[at].1)
    }

    /// Tells whether two blocks of one class say the same in the same words.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        self.print == other.print && self.class == other.class
    }

    /// Tells whether two blocks say the same but for their numbers.
    pub(super) fn differs_in_numbers(&self, other: &Self) -> bool {
        self.print != other.print && self.frame.is_some() && self.frame == other.frame
    }

    /// Returns the share of these words that stand in the other block, in per cent.
    pub(super) fn kept_in(&self, other: &Self) -> u8 {
        let (mut kept, mut at) = (0, 0);
        for word in &self.bag {
            at += other.bag[at..].partition_point(|there| there < word);
            if other.bag.get(at) == Some(word) {
                kept += 1;
                at += 1;
            }
        }
        u8::try_from(100 * kept / self.bag.len().max(1)).unwrap_or(100)
    }
}

/// Kinds of blocks that may be each other's counterpart without more ado.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Class {
    /// Titles and headings.
    Heading,
    /// Paragraphs, rows of tables and the like.
    #[default]
    Body,
    /// Notes.
    Note,
}

/// Both drafts, read.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) old: Vec<Words>,
    pub(super) new: Vec<Words>,
    /// Weight of each feature.
    pub(super) weights: Vec<f32>,
    /// Weight that is held against every block: what is short proves little.
    pub(super) doubt: f32,
}

impl Reading {
    /// Reads two drafts with one common measure of what is rare.
    pub(super) fn new(old: &Draft, new: &Draft) -> Self {
        let raw_old: Vec<Raw> = old.blocks.iter().map(Raw::new).collect();
        let raw_new: Vec<Raw> = new.blocks.iter().map(Raw::new).collect();
        let mut all: Vec<(u64, f32)> = Vec::new();
        for raw in raw_old.iter().chain(&raw_new) {
            all.extend(raw.features.iter().map(|f| (f.hash, f.share)));
        }
        all.sort_unstable_by_key(|(hash, _)| *hash);
        let blocks = (raw_old.len() + raw_new.len()) as f32;
        let title = Raw::of_title(old, new);
        let mut hashes = Vec::new();
        let mut weights = Vec::new();
        for same in all.chunk_by(|a, b| a.0 == b.0) {
            hashes.push(same[0].0);
            // How surprising it is to meet the word in a block.
            let known = title.binary_search(&same[0].0).is_ok();
            let share = if known { TITLE } else { 1.0 };
            weights.push(
                share * same[0].1 * ((blocks + 1.0) / (same.len() as f32 + 0.5)).ln().max(0.05),
            );
        }
        let settle = |draft: &Draft, raw: Vec<Raw>| {
            let options: Vec<bool> = raw.iter().map(|raw| raw.option).collect();
            let mut words: Vec<Words> =
                raw.into_iter().map(|raw| raw.numbered(&hashes, &weights)).collect();
            place(draft, &mut words);
            group_options(draft, &options, &mut words);
            words
        };
        let (old, new) = (settle(old, raw_old), settle(new, raw_new));
        // In a short draft every word weighs little, and so does the doubt; but formulas are
        // not told from the rest there.
        let doubt = (DOUBT * ((blocks + 1.0) / 1.5).ln()).max(LEAST_DOUBT);
        Self { old, new, weights, doubt }
    }
}

struct Feature {
    hash: u64,
    share: f32,
    count: u16,
}

struct Raw {
    features: Vec<Feature>,
    print: u64,
    frame: Option<u64>,
    words: Vec<u64>,
    class: Class,
    voice: Voice,
    label: String,
    option: bool,
}

impl Raw {
    fn new(block: &Block) -> Self {
        let heading = matches!(block.kind, BlockKind::Title | BlockKind::Heading);
        let text = if heading { without_number(&block.text) } else { &block.text };
        let words = words(text);
        let mut all: Vec<(u64, f32)> = Vec::with_capacity(words.len() * 2);
        let mut print = 0;
        for (at, word) in words.iter().enumerate() {
            let share = if word.number { NUMBER } else { 1.0 };
            all.push((word.hash, share));
            print = mix(print, word.hash);
            if let Some(next) = words.get(at + 1) {
                let share = if word.number || next.number { NUMBER } else { 1.0 };
                all.push((mix(word.hash, next.hash), share * PAIR));
            }
        }
        let numbers = words.iter().any(|word| word.number);
        let plain = words.iter().filter(|word| !word.number);
        let frame = numbers.then(|| plain.fold(0, |print, word| mix(print, word.hash)));
        let mut sorted: Vec<u64> = words.iter().map(|word| word.hash).collect();
        sorted.sort_unstable();
        all.sort_unstable_by_key(|(hash, _)| *hash);
        let features = all
            .chunk_by(|a, b| a.0 == b.0)
            .map(|same| Feature { hash: same[0].0, share: same[0].1, count: same.len() as u16 })
            .collect();
        Self {
            features,
            print,
            frame,
            words: sorted,
            class: match block.kind {
                BlockKind::Title | BlockKind::Heading => Class::Heading,
                BlockKind::Paragraph | BlockKind::Other => Class::Body,
                BlockKind::Footnote => Class::Note,
            },
            voice: voice(&block.text),
            label: label(block),
            option: is_option(block),
        }
    }

    /// Returns the features of both titles, ascending.
    fn of_title(old: &Draft, new: &Draft) -> Vec<u64> {
        let blocks = old.blocks.iter().chain(&new.blocks);
        let mut all: Vec<u64> = blocks
            .filter(|block| block.kind == BlockKind::Title)
            .flat_map(|block| Self::new(block).features)
            .map(|feature| feature.hash)
            .collect();
        all.sort_unstable();
        all
    }

    fn numbered(self, hashes: &[u64], weights: &[f32]) -> Words {
        let features: Vec<(u32, u16)> = self
            .features
            .iter()
            .filter_map(|f| hashes.binary_search(&f.hash).ok().map(|at| (at as u32, f.count)))
            .collect();
        let weight = features.iter().map(|(f, n)| weights[*f as usize] * f32::from(*n)).sum();
        Words {
            features,
            weight,
            print: self.print,
            frame: self.frame,
            bag: self.words,
            class: self.class,
            voice: self.voice,
            label: self.label,
            heading: None,
            parent: None,
            leads: false,
            options: None,
        }
    }
}

/// Notes for each block the heading it stands under and the block it is a part of.
fn place(draft: &Draft, words: &mut [Words]) {
    let mut heading = None;
    let mut above: Vec<(u8, usize)> = Vec::new();
    for (at, block) in draft.blocks.iter().enumerate() {
        words[at].heading = heading;
        if matches!(block.kind, BlockKind::Heading | BlockKind::Title) {
            heading = Some(at);
            above.clear();
        } else if block.kind == BlockKind::Paragraph {
            above.retain(|(level, _)| *level < block.level);
            words[at].parent = above.last().map(|(_, at)| *at);
            if let Some(parent) = words[at].parent {
                words[parent].leads = true;
            }
            above.push((block.level, at));
        }
    }
}

/// Notes for each option of a paragraph which options it stands among.
///
/// A heading or a paragraph with a number of its own ends the options before it; what has no
/// number goes on with the option it stands behind.
fn group_options(draft: &Draft, options: &[bool], words: &mut [Words]) {
    let mut group: Vec<usize> = Vec::new();
    let mut settle = |group: &mut Vec<usize>| {
        if group.len() > 1 {
            for at in group.iter() {
                words[*at].options = Some(group[0]);
            }
        }
        group.clear();
    };
    for (at, block) in draft.blocks.iter().enumerate() {
        let numbered = block.label.as_deref().is_some_and(|label| !names_option(label));
        let ends = match block.kind {
            BlockKind::Title | BlockKind::Heading => true,
            BlockKind::Paragraph => numbered && block.level == 0,
            BlockKind::Footnote | BlockKind::Other => false,
        };
        if ends {
            settle(&mut group);
        }
        if options[at] {
            group.push(at);
        }
    }
    settle(&mut group);
}

/// Tells whether a block is printed as one of several options.
fn is_option(block: &Block) -> bool {
    block.kind == BlockKind::Paragraph
        && (block.label.as_deref().is_some_and(names_option)
            || super::style::option(&block.text).is_some())
}

fn names_option(label: &str) -> bool {
    plain_label(label).to_lowercase().starts_with("option")
}

/// Returns a heading without the number before it: "IV. Mitigation", "2. Finance", "B. Law".
fn without_number(heading: &str) -> &str {
    let number = |word: &str| {
        word.chars().all(|c| c.is_ascii_digit())
            || word.chars().all(|c| "IVXLC".contains(c))
            || word.len() == 1 && word.chars().all(|c| c.is_ascii_uppercase())
    };
    match heading.trim_start().split_once(['.', ')']) {
        Some((first, rest))
            if !first.is_empty() && number(first) && rest.contains(char::is_alphabetic) =>
        {
            rest
        }
        _ => heading,
    }
}

/// Returns the printed label, or else the option the text opens with.
fn label(block: &Block) -> String {
    match &block.label {
        Some(label) => plain_label(label),
        None => super::style::option(&block.text).map(|(label, _)| label).unwrap_or_default(),
    }
}

struct Word {
    hash: u64,
    number: bool,
}

/// Cuts a text into plain words: without case, marks, note marks, plural and house spelling.
fn words(text: &str) -> Vec<Word> {
    let mut out = Vec::with_capacity(text.len() / 6);
    let mut word = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if rest.starts_with("[^") {
            // A note mark that a reader of Markdown left in.
            let end = rest.find(']').map_or(rest.len(), |at| at + 1);
            push(&mut out, &mut word);
            rest = &rest[end..];
            continue;
        }
        if super::style::is_alone(c) {
            push(&mut out, &mut word);
            word.push(c);
            push(&mut out, &mut word);
        } else if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
        } else if !matches!(c, '\u{ad}' | '\u{200b}' | '\u{2019}' | '\'') {
            push(&mut out, &mut word);
        }
        rest = &rest[c.len_utf8()..];
    }
    push(&mut out, &mut word);
    out
}

fn push(out: &mut Vec<Word>, word: &mut String) {
    if word.is_empty() {
        return;
    }
    let number = word.chars().all(char::is_numeric);
    let hash = hash(super::style::stem(word).as_bytes());
    out.push(Word { hash, number });
    word.clear();
}

/// FNV-1a, so that words need no dictionary; with 64 bits two words of a draft never meet.
fn hash(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x0000_0100_0000_01b3))
}

fn mix(a: u64, b: u64) -> u64 {
    (a.rotate_left(23) ^ b).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
