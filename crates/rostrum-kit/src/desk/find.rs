//! Finding words in every draft of a statement.

use rostrum_core::model::{BlockKind, Draft};
use rostrum_core::read::{Query, addresses, snippet};

use super::Desk;
use super::open::Open;
use super::wire::{FindRequest, FoundDraft, FoundInDrafts, FoundText};
use crate::failure::Failure;

/// Characters of a snippet; two lines of a side panel.
const SNIPPET: usize = 150;

/// Hits of one draft that are shown; whoever has more needs another word.
const MOST_HITS: usize = 200;

impl Desk {
    /// Finds words in every draft of the statement, the newest draft first.
    ///
    /// What is found are paragraphs, headings and notes in which all the words stand. Nothing
    /// is found for words that hold neither letter nor digit.
    pub fn drafts_find(&self, request: FindRequest) -> Result<FoundInDrafts, Failure> {
        let query = Query::parse(&request.words, request.whole);
        self.with(&request.file, |open| {
            if query.is_empty() {
                return Ok(FoundInDrafts::default());
            }
            if !open.words_stand || !open.file.has_words()? {
                open.file.take_words(texts(&open.drafts).map(|text| text.words))?;
                open.words_stand = true;
            }
            let numbers = open.file.find_words(&query)?;
            Ok(found(open, &query, &numbers))
        })
    }
}

/// One text of a draft that can be found.
struct Text<'a> {
    draft: usize,
    block: usize,
    note: Option<&'a str>,
    words: &'a str,
}

/// Returns every text that can be found: each block, and behind it its notes.
fn texts(drafts: &[(String, Draft)]) -> impl Iterator<Item = Text<'_>> {
    drafts.iter().enumerate().flat_map(|(draft, (_, read))| {
        read.blocks.iter().enumerate().flat_map(move |(block, kept)| {
            let own = Text { draft, block, note: None, words: &kept.text };
            let notes = kept.footnotes.iter().map(move |note| Text {
                draft,
                block,
                note: Some(&note.mark),
                words: &note.text,
            });
            std::iter::once(own).chain(notes)
        })
    })
}

fn found(open: &Open, query: &Query, numbers: &[usize]) -> FoundInDrafts {
    let mut drafts: Vec<FoundDraft> = open
        .cards
        .iter()
        .map(|card| FoundDraft {
            draft: card.id.clone(),
            name: card.name.clone(),
            revision: card.revision.clone(),
            ..FoundDraft::default()
        })
        .collect();
    let mut addressed: Vec<Option<Vec<Option<String>>>> = vec![None; drafts.len()];
    let mut wanted = numbers.iter().copied().peekable();
    for (number, text) in texts(&open.drafts).enumerate() {
        if wanted.next_if_eq(&number).is_none() {
            continue;
        }
        let Some(places) = query.find(text.words) else { continue };
        let into = &mut drafts[text.draft];
        into.total += 1;
        if into.hits.len() >= MOST_HITS {
            continue;
        }
        let blocks = &open.drafts[text.draft].1.blocks;
        let names = addressed[text.draft].get_or_insert_with(|| addresses(blocks));
        let block = &blocks[text.block];
        let (snippet, places) = snippet(text.words, &places, SNIPPET);
        into.hits.push(FoundText {
            block: block.id.clone(),
            label: names[text.block].clone().unwrap_or_default(),
            heading: match block.kind {
                BlockKind::Heading => String::new(),
                _ => block.heading_path.last().cloned().unwrap_or_default(),
            },
            note: text.note.map(ToOwned::to_owned),
            snippet,
            places,
        });
    }
    drafts.retain(|draft| draft.total > 0);
    drafts.reverse();
    FoundInDrafts { total: drafts.iter().map(|draft| draft.total).sum(), drafts }
}
