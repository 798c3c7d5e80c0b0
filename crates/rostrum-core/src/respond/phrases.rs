//! Agreed language: short formulas with the document and paragraph they stand in.

use serde::{Deserialize, Serialize};

/// A formula that States have agreed to before, or that the user keeps for another time.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct Phrase {
    /// Id, unique in the bank.
    pub id: String,
    /// The words, exactly as they stand in the document.
    pub text: String,
    /// Symbol of the document, or its name where it has none.
    pub document: String,
    /// Paragraph, article or part of the document.
    pub paragraph: String,
    /// Topic under which it is found.
    pub topic: String,
    /// Whether the user put it in the bank, rather than Rostrum.
    pub own: bool,
}

/// A file of phrases.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Bank {
    #[serde(default)]
    phrase: Vec<Phrase>,
}

/// Why a file of phrases cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("read the phrases: {0}; mend or remove the file")]
pub struct PhrasesUnreadable(String);

/// Reads a file of `[[phrase]]` tables; the order of the file stays.
///
/// # Errors
/// Says what is wrong and on which line.
pub fn load(toml: &str) -> Result<Vec<Phrase>, PhrasesUnreadable> {
    let bank: Bank = toml::from_str(toml).map_err(|e| PhrasesUnreadable(e.to_string()))?;
    Ok(bank.phrase)
}

/// Writes phrases as a file that [`load`] reads.
///
/// # Panics
/// Never: plain words always have a TOML form.
pub fn write(phrases: &[Phrase]) -> String {
    toml::to_string_pretty(&Bank { phrase: phrases.to_vec() })
        .expect("plain words are always written")
}

/// Returns the phrases that have every word of `words`, in their order; all for no words.
///
/// Words are looked for in the text, the document, the paragraph and the topic, without
/// regard to case; the beginning of a word is enough.
pub fn search<'p>(phrases: &'p [Phrase], words: &str) -> Vec<&'p Phrase> {
    let wanted: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    phrases
        .iter()
        .filter(|phrase| {
            let all = [&phrase.text, &phrase.document, &phrase.paragraph, &phrase.topic];
            let all = all.map(|field| field.to_lowercase()).join(" ");
            let starts = |word: &String| {
                all.match_indices(word.as_str()).any(|(at, _)| {
                    !all[..at].chars().next_back().is_some_and(char::is_alphanumeric)
                })
            };
            wanted.iter().all(starts)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bank() -> Vec<Phrase> {
        let phrase = |id: &str, text: &str, document: &str| Phrase {
            id: id.into(),
            text: text.into(),
            document: document.into(),
            ..Phrase::default()
        };
        vec![
            phrase("1", "multi-stakeholder cooperation", "A/RES/1/1"),
            phrase("2", "the private sector and academia", "A/RES/2/2"),
        ]
    }

    #[test]
    fn phrases_are_found_by_the_beginnings_of_their_words() {
        let bank = bank();
        let ids = |words| search(&bank, words).into_iter().map(|p| &*p.id).collect::<Vec<_>>();
        assert_eq!(ids(""), ["1", "2"]);
        assert_eq!(ids("stake"), ["1"]);
        assert_eq!(ids("PRIVATE acad"), ["2"]);
        assert_eq!(ids("a/res/2"), ["2"]);
        assert_eq!(ids("ector"), [""; 0]);
    }

    #[test]
    fn what_is_written_is_read_again() {
        let bank = vec![Phrase {
            text: "with \"quotes\"\nand lines".into(),
            own: true,
            ..bank()[0].clone()
        }];
        assert_eq!(load(&write(&bank)), Ok(bank));
        assert!(load("[[phrase]]\ntext = 3").is_err());
    }
}
