//! `rostrum draft find`, `rostrum draft outline` and `rostrum glossary`: reading a draft.

use std::path::PathBuf;

use clap::Args;
use rostrum_core::model::{BlockKind, Draft};
use rostrum_core::read::{Direction, DraftReading, SectionTally, Span, Term, ToldTopic, addresses};
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{
    DraftCard, DraftRequest, FileRequest, FindRequest, FoundInDrafts, Nothing, Terms, Workspace,
};
use rostrum_kit::{Code, Failure};
use serde::Serialize;

use crate::terminal::Terminal;

/// Find words in every draft of a statement.
#[derive(Debug, Args)]
pub(crate) struct Find {
    /// Statement file.
    file: PathBuf,
    /// The words; all must stand in a paragraph, those in quotation marks one after the other.
    #[arg(required = true)]
    words: Vec<String>,
    /// Count whole words only.
    #[arg(long)]
    whole: bool,
}

impl Find {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<(), Failure> {
        let file = super::path(&self.file);
        desk.statement_open(FileRequest { file: file.clone() })?;
        let words = self.words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ");
        let found = desk.drafts_find(FindRequest { file, words, whole: self.whole })?;
        terminal.answer(&found, places);
        Ok(())
    }
}

/// Returns a word as it was typed: one argument with spaces is a phrase.
fn quoted(word: &str) -> String {
    if word.contains(' ') && !word.contains('"') { format!("\"{word}\"") } else { word.to_owned() }
}

fn places(found: &FoundInDrafts) -> String {
    if found.drafts.is_empty() {
        return "nothing found".into();
    }
    let mut out = String::new();
    for draft in &found.drafts {
        let shown = if draft.revision.is_empty() { &draft.name } else { &draft.revision };
        out.push_str(&format!("{shown} · {}\n", draft.total));
        for hit in &draft.hits {
            let note = hit.note.as_ref().map(|mark| format!(", note {mark}")).unwrap_or_default();
            let label = if hit.label.is_empty() { "–" } else { &hit.label };
            out.push_str(&format!("  {label}{note}\t{}\n", marked(&hit.snippet, &hit.places)));
        }
        let more = draft.total as usize - draft.hits.len();
        if more > 0 {
            out.push_str(&format!("  and {more} more\n"));
        }
    }
    out
}

/// Returns a snippet with what was found between signs that stand out in any terminal.
fn marked(snippet: &str, places: &[Span]) -> String {
    let mut out = String::new();
    let mut at = 0;
    for place in places {
        let (start, end) = (place.start as usize, place.end as usize);
        out.push_str(&snippet[at..start]);
        out.push_str(&format!("»{}«", &snippet[start..end]));
        at = end;
    }
    out + &snippet[at..]
}

/// Show the outline of a draft: by heading and by topic, with counts.
#[derive(Debug, Args)]
pub(crate) struct Outline {
    /// Statement file.
    file: PathBuf,
    /// Name or id of the draft; the newest when none is named.
    #[arg(long)]
    draft: Option<String>,
}

#[derive(Serialize)]
struct OutlineAnswer {
    draft: DraftCard,
    language: Option<String>,
    direction: Direction,
    sections: Vec<Section>,
    topics: Vec<TopicRow>,
    without_topic: Vec<String>,
}

#[derive(Serialize)]
struct Section {
    #[serde(flatten)]
    tally: SectionTally,
    responses: u32,
}

#[derive(Serialize)]
struct TopicRow {
    topic: String,
    name: String,
    paragraphs: Vec<TopicPlace>,
}

#[derive(Serialize)]
struct TopicPlace {
    label: String,
    #[serde(flatten)]
    told: ToldTopic,
}

impl Outline {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<(), Failure> {
        let file = super::path(&self.file);
        let workspace = desk.statement_open(FileRequest { file: file.clone() })?;
        let card = wanted(&workspace, self.draft.as_deref())?;
        let request = DraftRequest { file, draft: card.id.clone() };
        let reading = desk.draft_reading(request.clone())?;
        let draft = desk.draft_show(request)?.draft;
        let answer = outline(&workspace, card, &draft, reading);
        terminal.answer(&answer, outline_words);
        Ok(())
    }
}

fn wanted(workspace: &Workspace, named: Option<&str>) -> Result<DraftCard, Failure> {
    let card = match named {
        None => workspace.drafts.last(),
        Some(name) => workspace
            .drafts
            .iter()
            .rev()
            .find(|card| card.id == name || card.name == name || card.revision == name),
    };
    card.cloned().ok_or_else(|| {
        let detail = match named {
            None => "the statement has no draft; add one with `rostrum draft add`".to_owned(),
            Some(name) => {
                format!("the statement has no draft \"{name}\"; see `rostrum draft list`")
            }
        };
        Failure::new(Code::NotFound, "show the outline of a draft", detail)
            .with("name", named.unwrap_or_default())
    })
}

fn outline(
    workspace: &Workspace,
    card: DraftCard,
    draft: &Draft,
    reading: DraftReading,
) -> OutlineAnswer {
    let at = |id: &str| draft.blocks.iter().position(|block| block.id == id);
    let answered: Vec<usize> = workspace
        .statement
        .responses
        .iter()
        .flat_map(|response| &response.targets)
        .filter(|target| target.draft == card.id)
        .filter_map(|target| at(&target.block))
        .collect();
    let sections = reading
        .sections
        .iter()
        .enumerate()
        .map(|(nth, tally)| {
            let start = at(&tally.block).unwrap_or(0);
            let end = reading.sections[nth + 1..]
                .iter()
                .find(|next| nth > 0 && next.level <= tally.level)
                .and_then(|next| at(&next.block))
                .unwrap_or(draft.blocks.len());
            let responses = answered.iter().filter(|at| (start..end).contains(*at)).count() as u32;
            Section { tally: tally.clone(), responses }
        })
        .collect();
    let names = addresses(&draft.blocks);
    let paragraphs: Vec<(String, &[ToldTopic])> = draft
        .blocks
        .iter()
        .zip(&reading.blocks)
        .zip(&names)
        .filter(|((block, _), _)| block.kind == BlockKind::Paragraph && block.level == 0)
        .map(|((block, told), name)| {
            (name.clone().unwrap_or_else(|| block.id.clone()), told.topics.as_slice())
        })
        .collect();
    let topics = reading
        .topics
        .iter()
        .map(|tally| TopicRow {
            topic: tally.topic.clone(),
            name: tally.name.clone(),
            paragraphs: paragraphs
                .iter()
                .flat_map(|(label, told)| {
                    told.iter()
                        .filter(|told| told.topic == tally.topic)
                        .map(|told| TopicPlace { label: label.clone(), told: told.clone() })
                })
                .collect(),
        })
        .collect();
    let without_topic = paragraphs
        .iter()
        .filter(|(_, told)| told.is_empty())
        .map(|(label, _)| label.clone())
        .collect();
    OutlineAnswer {
        draft: card,
        language: reading.language,
        direction: reading.direction,
        sections,
        topics,
        without_topic,
    }
}

fn outline_words(answer: &OutlineAnswer) -> String {
    let mut out = String::new();
    for Section { tally, responses } in &answer.sections {
        let name = if tally.block.is_empty() { &answer.draft.name } else { &tally.heading };
        let unsure =
            if tally.unsure == 0 { String::new() } else { format!(", {} unsure", tally.unsure) };
        out.push_str(&format!(
            "{}{name} · {} paragraphs, {} words, {responses} responses{unsure}\n",
            "  ".repeat(usize::from(tally.level)),
            tally.paragraphs,
            tally.words,
        ));
    }
    if !answer.topics.is_empty() {
        out.push_str("\nby topic\n");
    }
    for topic in &answer.topics {
        let labels: Vec<&str> = topic.paragraphs.iter().map(|p| p.label.as_str()).collect();
        out.push_str(&format!("  {}: {}\n", topic.name, labels.join(", ")));
    }
    if !answer.without_topic.is_empty() {
        out.push_str(&format!("  no topic told: {}\n", answer.without_topic.join(", ")));
    }
    out
}

/// Explain the words of drafts and of Rostrum.
#[derive(Debug, Args)]
pub(crate) struct GlossaryVerb {
    /// Only words that hold these letters.
    letters: Option<String>,
}

impl GlossaryVerb {
    pub(crate) fn run(
        self,
        desk: &Desk,
        terminal: &Terminal,
    ) -> Result<crate::outcome::Outcome, Failure> {
        let mut terms = desk.glossary(Nothing {})?;
        if let Some(letters) = &self.letters {
            let letters = letters.to_lowercase();
            terms.terms.retain(|term| {
                std::iter::once(&term.term)
                    .chain(&term.also)
                    .any(|form| form.to_lowercase().contains(&letters))
            });
        }
        terminal.answer(&terms, explained);
        Ok(crate::outcome::Outcome::Fine)
    }
}

fn explained(Terms { terms }: &Terms) -> String {
    let line = |term: &Term| {
        let also = if term.also.is_empty() {
            String::new()
        } else {
            format!(" ({})", term.also.join(", "))
        };
        let source =
            if term.source.is_empty() { String::new() } else { format!(" [{}]", term.source) };
        format!("{}{also}\n    {}{source}\n", term.term, term.means)
    };
    if terms.is_empty() { "no such word".into() } else { terms.iter().map(line).collect() }
}
