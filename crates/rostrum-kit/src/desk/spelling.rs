//! Spelling: what may have been meant, and the writers' own words.

use std::time::Duration;

use rostrum_core::check;
use rostrum_core::spell::primary;

use super::Desk;
use super::wire::{
    FileRequest, OwnWordRequest, SpellingOptions, SpellingRequest, SpellingState, Workspace,
};
use crate::failure::{Code, Failure};
use crate::spelling::{Dictionary, Origin};

/// Longest time a check waits for a dictionary; reading one takes a tenth of a second.
pub(super) const LONGEST_WAIT: Duration = Duration::from_secs(10);

impl Desk {
    /// Tells how it stands with spelling in a statement.
    pub fn spelling_state(&self, request: FileRequest) -> Result<SpellingState, Failure> {
        let (tag, words) = self.with(&request.file, |open| {
            let statement = open.shared.statement();
            Ok((statement.language, statement.words))
        })?;
        let (dictionary, from) = match self.shelf.wait(&tag, LONGEST_WAIT) {
            Dictionary::Ready(Origin::Shipped) => ("ready", String::new()),
            Dictionary::Ready(Origin::System(path)) => ("ready", path.display().to_string()),
            Dictionary::Loading => ("loading", String::new()),
            Dictionary::Missing => ("missing", String::new()),
            Dictionary::NotNeeded => ("not_needed", String::new()),
        };
        Ok(SpellingState {
            language: primary(&tag),
            dictionary: dictionary.into(),
            from,
            words,
            own: self.shelf.own_words(),
        })
    }

    /// Returns what may have been meant by a word, in the language that is asked for or in
    /// that of the statement.
    pub fn spelling_options(&self, request: SpellingRequest) -> Result<SpellingOptions, Failure> {
        let mut tag = request.language.clone();
        if tag.is_empty() {
            tag = self.with(&request.file, |open| Ok(open.shared.statement().language))?;
        }
        self.shelf.wait(&tag, LONGEST_WAIT);
        let options = self.shelf.book(&tag).map(|book| book.suggest(&request.word));
        Ok(SpellingOptions { options: options.unwrap_or_default() })
    }

    /// Keeps an own word in the statement or for this user, or takes it out.
    ///
    /// # Errors
    /// [`Code::ValueRefused`] for what is not one word; [`Code::FileRefused`] when the user's
    /// words cannot be written.
    pub fn own_word(&self, request: OwnWordRequest) -> Result<Workspace, Failure> {
        let word = request.word.trim().to_lowercase();
        if word.is_empty() || word.contains(char::is_whitespace) || word.chars().count() > 64 {
            return Err(Failure::new(Code::ValueRefused, "keep a word", "give one word")
                .with("field", "word"));
        }
        if request.everywhere {
            self.shelf.keep_own(&word, request.keep).map_err(|error| {
                let file = error.file.display().to_string();
                Failure::new(Code::FileRefused, "keep a word", error).with("file", file)
            })?;
        } else {
            self.change(&request.file, |open| {
                let change = open.shared.keep_word(&word, request.keep);
                open.note(change);
                Ok(())
            })?;
        }
        self.workspace_of(&request.file)
    }

    /// Waits until the dictionaries of a statement are there, so that a check misses nothing:
    /// that of its own language and those of paragraphs in another.
    pub(super) fn spelling_ready(&self, file: &str) -> Result<(), Failure> {
        let tags =
            self.with(file, |open| Ok(check::languages(&open.shared.statement(), &open.drafts)))?;
        for tag in &tags {
            self.shelf.wait(tag, LONGEST_WAIT);
        }
        Ok(())
    }
}
