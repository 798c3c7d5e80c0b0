//! `rostrum words`: own words, which spelling then takes for right.

use std::path::PathBuf;

use clap::Args;
use rostrum_kit::Failure;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{FileRequest, OwnWordRequest, SpellingRequest, SpellingState};

use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Show the dictionary and the own words of a statement, keep some or take some out.
#[derive(Debug, Args)]
pub(crate) struct WordsVerb {
    /// Statement file.
    file: PathBuf,
    /// Keep these words.
    #[arg(long, value_name = "WORD")]
    keep: Vec<String>,
    /// Take these words out.
    #[arg(long, value_name = "WORD")]
    forget: Vec<String>,
    /// For all your statements, not for this one and its partners.
    #[arg(long)]
    everywhere: bool,
    /// Tell what may have been meant by this word.
    #[arg(long, value_name = "WORD", conflicts_with_all = ["keep", "forget", "everywhere"])]
    meant: Option<String>,
}

impl WordsVerb {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let file = super::path(&self.file);
        if let Some(word) = self.meant {
            let found =
                desk.spelling_options(SpellingRequest { file, word, language: String::new() })?;
            terminal.answer(&found, |found| {
                if found.options.is_empty() {
                    return "Nothing comes near.".into();
                }
                found.options.join("\n")
            });
            return Ok(Outcome::Fine);
        }
        let everywhere = self.everywhere;
        for (words, keep) in [(self.keep, true), (self.forget, false)] {
            for word in words {
                let file = file.clone();
                desk.own_word(OwnWordRequest { file, word, everywhere, keep })?;
            }
        }
        let state = desk.spelling_state(FileRequest { file })?;
        terminal.answer(&state, told);
        Ok(Outcome::Fine)
    }
}

fn told(state: &SpellingState) -> String {
    let language = &state.language;
    let dictionary = match (state.dictionary.as_str(), state.from.as_str()) {
        ("ready", "") => format!("Spelling is checked in {language}."),
        ("ready", from) => format!("Spelling is checked in {language}, with {from}."),
        ("not_needed", _) => format!("Spelling is not checked in {language}: it needs none."),
        _ => format!("Spelling is not checked: there is no dictionary for {language}."),
    };
    let list = |name: &str, words: &[String]| {
        if words.is_empty() { String::new() } else { format!("\n{name}: {}", words.join(", ")) }
    };
    dictionary
        + &list("Own words of this statement", &state.words)
        + &list("Own words of all your statements", &state.own)
}
