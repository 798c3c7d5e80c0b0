//! Agreed language: what ships, and what the user put by.

use rostrum_core::respond::norms::Norms;
use rostrum_core::respond::phrases::{Phrase, search};

use super::Desk;
use super::wire::{Nothing, PhraseName, PhraseRequest, Phrases, PhrasesRequest};
use crate::failure::{Code, Failure};
use crate::phrases::PhraseBook;
use crate::templates;

impl Desk {
    /// Looks for agreed language, in the user's own bank first.
    pub fn phrases(&self, request: PhrasesRequest) -> Result<Phrases, Failure> {
        let all = self.phrase_book().list()?;
        Ok(Phrases { phrases: search(&all, &request.words).into_iter().cloned().collect() })
    }

    /// Puts a phrase into the user's own bank and lists everything.
    pub fn phrase_save(&self, request: PhraseRequest) -> Result<Phrases, Failure> {
        self.phrase_keep(request.phrase)?;
        self.phrases(PhrasesRequest::default())
    }

    /// Puts a phrase into the user's own bank and returns it with its id.
    ///
    /// # Errors
    /// [`Code::ValueRefused`] for a phrase without words.
    pub fn phrase_keep(&self, mut phrase: Phrase) -> Result<Phrase, Failure> {
        if phrase.id.is_empty() {
            phrase.id = self.ids.next();
        }
        phrase.own = true;
        self.phrase_book().save(&phrase)?;
        Ok(phrase)
    }

    /// Takes a phrase out of the user's own bank.
    pub fn phrase_remove(&self, request: PhraseName) -> Result<Phrases, Failure> {
        self.phrase_book().remove(&request.id)?;
        self.phrases(PhrasesRequest::default())
    }

    /// Makes a phrase of words of a paragraph of the newest draft, with symbol and label;
    /// empty `text` takes the whole paragraph.
    ///
    /// # Errors
    /// [`Code::NotFound`] when there is no such paragraph, [`Code::ValueRefused`] when it does
    /// not have these words.
    pub fn phrase_of(&self, file: &str, label: &str, text: &str) -> Result<Phrase, Failure> {
        let targets = self.targets_labelled(file, &[label.to_owned()])?;
        let [target] = targets.as_slice() else {
            return Err(Failure::new(
                Code::ValueRefused,
                "keep a phrase",
                "name one paragraph that has the words",
            )
            .with("field", "from"));
        };
        let text = text.trim();
        if !text.is_empty() && !target.text.contains(text) {
            return Err(Failure::new(
                Code::ValueRefused,
                format!("keep a phrase of paragraph \"{}\"", target.label),
                "the paragraph does not have these words; copy them as they stand",
            )
            .with("field", "text"));
        }
        let document = self.with(file, |open| {
            let draft = open.drafts.iter().find(|(id, _)| *id == target.draft).map(|(_, d)| d);
            let name = draft.and_then(|d| d.symbol.clone().or_else(|| d.title.clone()));
            Ok(name.unwrap_or_default())
        })?;
        Ok(Phrase {
            text: if text.is_empty() { target.text.clone() } else { text.to_owned() },
            document,
            paragraph: target.label.trim_end_matches('.').to_owned(),
            own: true,
            ..Phrase::default()
        })
    }

    /// Lists the norms of responsible State behaviour.
    pub fn norms(&self, _: Nothing) -> Result<Norms, Failure> {
        toml::from_str(templates::NORMS)
            .map_err(|error| Failure::new(Code::Internal, "read the norms", error))
    }

    fn phrase_book(&self) -> PhraseBook {
        PhraseBook::new(&self.places.config)
    }
}
