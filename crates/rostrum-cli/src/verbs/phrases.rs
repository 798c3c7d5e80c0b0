//! `rostrum phrases`: agreed language, shipped and put by.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use rostrum_core::respond::phrases::Phrase;
use rostrum_kit::Failure;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{PhraseName, PhrasesRequest};
use serde::Serialize;

use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// List agreed language, or put some by.
#[derive(Debug, Args)]
pub(crate) struct PhrasesVerb {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// List the phrases that have all the words; your own come first.
    List {
        /// Beginnings of words of the text, the document or the topic.
        words: Vec<String>,
    },
    /// Put a phrase into your own bank, from a draft or by hand.
    Add(Add),
    /// Take a phrase out of your own bank.
    Remove {
        /// Its id.
        id: String,
    },
}

#[derive(Debug, Args)]
struct Add {
    /// Statement file whose newest draft has the words.
    #[arg(requires = "from")]
    file: Option<PathBuf>,
    /// Label of the paragraph in it.
    #[arg(long, requires = "file", value_name = "LABEL")]
    from: Option<String>,
    /// The words; without them the whole paragraph.
    #[arg(long, required_unless_present = "from")]
    text: Option<String>,
    /// Symbol or name of the document; of the draft when it is not given.
    #[arg(long, required_unless_present = "from")]
    document: Option<String>,
    /// Paragraph or article; of the draft when it is not given.
    #[arg(long)]
    paragraph: Option<String>,
    /// Topic under which it is found.
    #[arg(long, default_value = "", hide_default_value = true)]
    topic: String,
}

#[derive(Serialize)]
struct Answer {
    phrases: Vec<Phrase>,
}

impl PhrasesVerb {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let phrases = match self.act {
            Act::List { words } => desk.phrases(PhrasesRequest { words: words.join(" ") })?.phrases,
            Act::Add(add) => vec![desk.phrase_keep(add.phrase(desk)?)?],
            Act::Remove { id } => desk.phrase_remove(PhraseName { id })?.phrases,
        };
        terminal.answer(&Answer { phrases }, |answer| {
            if answer.phrases.is_empty() {
                return "No phrase has these words.".into();
            }
            answer.phrases.iter().map(line).collect()
        });
        Ok(Outcome::Fine)
    }
}

impl Add {
    fn phrase(self, desk: &Desk) -> Result<Phrase, Failure> {
        let text = self.text.unwrap_or_default();
        let mut phrase = match (&self.file, &self.from) {
            (Some(file), Some(label)) => desk.phrase_of(&super::path(file), label, &text)?,
            _ => Phrase { text, ..Phrase::default() },
        };
        if let Some(document) = self.document {
            phrase.document = document;
        }
        if let Some(paragraph) = self.paragraph {
            phrase.paragraph = paragraph;
        }
        phrase.topic = self.topic;
        Ok(phrase)
    }
}

fn line(phrase: &Phrase) -> String {
    let place: Vec<&str> = [phrase.document.as_str(), phrase.paragraph.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let own = if phrase.own { " · your own" } else { "" };
    format!("{}\n    {}{own} ({})\n", phrase.text, place.join(", "), phrase.id)
}
