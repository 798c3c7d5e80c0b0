//! Finding words in a draft: what is meant by what a person types, and where it stands.

use serde::{Deserialize, Serialize};

use super::fold::{Folded, fold, is_glued};

/// A stretch of a text, in bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Span {
    /// Where it begins.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
}

/// What is looked for: words that must all stand in a paragraph, in any order.
///
/// Words in quotation marks must follow each other. Case, accents and typographic signs do
/// not matter. A word also finds the longer words it begins (`encrypt` finds `encryption`)
/// unless whole words are asked for; in scripts that glue words together (Chinese, Arabic)
/// it is found anywhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    parts: Vec<Part>,
    whole: bool,
}

/// One word, or words in quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The words, folded, with one space between.
    pub text: String,
    /// Whether it is looked for inside runs of letters.
    pub glued: bool,
}

impl Query {
    /// Reads what a person typed.
    pub fn parse(typed: &str, whole: bool) -> Self {
        let folded = fold(typed);
        let mut parts = Vec::new();
        for (nth, piece) in folded.text.split('"').enumerate() {
            if nth % 2 == 1 {
                parts.extend(Part::from_words(piece));
            } else {
                parts.extend(piece.split_whitespace().filter_map(Part::from_words));
            }
        }
        parts.dedup();
        Self { parts, whole }
    }

    /// Returns the parts that must all be found.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// Tells whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Tells whether only whole words count.
    pub fn whole(&self) -> bool {
        self.whole
    }

    /// Returns every place of every part, in order; nothing when a part is missing.
    pub fn find(&self, text: &str) -> Option<Vec<Span>> {
        if self.is_empty() {
            return None;
        }
        let folded = fold(text);
        let mut found = Vec::new();
        for part in &self.parts {
            let before = found.len();
            part.find(&folded, self.whole, &mut found);
            if found.len() == before {
                return None;
            }
        }
        found.sort_unstable();
        found.dedup_by(|next, kept| {
            let overlaps = next.start < kept.end;
            kept.end = if overlaps { kept.end.max(next.end) } else { kept.end };
            overlaps
        });
        Some(found)
    }
}

impl Part {
    fn from_words(words: &str) -> Option<Self> {
        let folded = fold(words);
        let tokens: Vec<&str> = folded.tokens().iter().map(|token| token.text).collect();
        let text = tokens.join(" ");
        (!text.is_empty()).then(|| Self { glued: text.chars().any(is_glued), text })
    }

    fn find(&self, folded: &Folded, whole: bool, found: &mut Vec<Span>) {
        let mut keep = |start, end| {
            let (start, end) = folded.original(start, end);
            found.push(Span { start, end });
        };
        if self.glued && !whole {
            for (at, _) in folded.text.match_indices(&self.text) {
                keep(at, at + self.text.len());
            }
            return;
        }
        let wanted: Vec<&str> = self.text.split(' ').collect();
        let tokens = folded.tokens();
        for run in tokens.windows(wanted.len()) {
            let (Some(last), Some(first)) = (run.last(), run.first()) else { continue };
            let all = run.iter().zip(&wanted).enumerate().all(|(nth, (token, word))| {
                if nth + 1 == wanted.len() && !whole {
                    token.text.starts_with(word)
                } else {
                    token.text == *word
                }
            });
            if all {
                keep(first.start, last.end);
            }
        }
    }
}

/// Returns a piece of about `most` characters around the first place, with the places in it.
///
/// It begins and ends at a word where it can, and says with an ellipsis what is left out.
pub fn snippet(text: &str, places: &[Span], most: usize) -> (String, Vec<Span>) {
    let first = places.first().copied().unwrap_or_default();
    let lead = most / 3;
    let start = back(text, first.start as usize, lead);
    let end = forth(text, start, most.max((first.end as usize).saturating_sub(start)));
    let mut shown = String::new();
    if start > 0 {
        shown.push('…');
    }
    let lead = shown.len();
    shown.push_str(text[start..end].trim_end());
    let length = shown.len();
    if end < text.len() {
        shown.push('…');
    }
    let moved = |at: u32| (at as usize - start + lead).min(length) as u32;
    let inside = places
        .iter()
        .filter(|place| place.start as usize >= start && (place.end as usize) <= end)
        .map(|place| Span { start: moved(place.start), end: moved(place.end) })
        .collect();
    (shown, inside)
}

/// Returns where about `most` characters before a place a word begins.
fn back(text: &str, at: usize, most: usize) -> usize {
    let Some(far) = text[..at].char_indices().rev().nth(most).map(|(at, _)| at) else { return 0 };
    text[far..at].find(' ').map_or(far, |space| far + space + 1)
}

/// Returns where about `most` characters after a place a word ends.
fn forth(text: &str, from: usize, most: usize) -> usize {
    let Some(far) = text[from..].char_indices().nth(most).map(|(at, _)| from + at) else {
        return text.len();
    };
    // Without a space nearby (Chinese) the cut stands where it fell.
    text[from..far].rfind(' ').filter(|space| far - from - space < 24).map_or(far, |s| from + s)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(typed: &str, text: &str) -> Vec<String> {
        words(&Query::parse(typed, false), text)
    }

    fn words(query: &Query, text: &str) -> Vec<String> {
        query
            .find(text)
            .unwrap_or_default()
            .iter()
            .map(|place| text[place.start as usize..place.end as usize].to_owned())
            .collect()
    }

    #[test]
    fn all_words_must_be_there_in_any_order() {
        let text = "States noted that encryption protects users.";
        assert_eq!(found("users encryption", text), ["encryption", "users"]);
        assert_eq!(found("users terrorism", text), Vec::<String>::new());
    }

    #[test]
    fn quotation_marks_keep_words_together() {
        let text = "Capacity is needed; capacity-building is, too.";
        assert_eq!(found("“capacity building”", text), ["capacity-building"]);
        assert_eq!(found("\"needed capacity\"", text), ["needed; capacity"]);
    }

    #[test]
    fn a_word_finds_the_longer_words_it_begins_unless_whole_words_are_asked_for() {
        let text = "encrypted, encryption, decryption, encrypt";
        assert_eq!(found("encrypt", text), ["encrypted", "encryption", "encrypt"]);
        assert_eq!(words(&Query::parse("encrypt", true), text), ["encrypt"]);
    }

    #[test]
    fn case_and_accents_do_not_matter() {
        assert_eq!(found("etats", "Les États ont réaffirmé"), ["États"]);
        assert_eq!(found("ÉTATS", "les etats"), ["etats"]);
    }

    #[test]
    fn chinese_and_arabic_are_found_inside_runs_of_letters() {
        assert_eq!(found("威胁", "各国对现有和潜在威胁表示关切"), ["威胁"]);
        assert_eq!(found("تهديدات", "أعربت الدول عن قلقها إزاء التهديدات القائمة"), ["تهديدات"]);
        assert_eq!(found("الامن", "أمن المعلومات والأَمْن السيبراني"), ["الأَمْن"]);
        assert_eq!(found("امن", "أَمْنٌ"), ["أَمْنٌ"]);
    }

    #[test]
    fn a_snippet_stands_around_the_first_place_and_says_what_it_leaves_out() {
        let text = "States recalled the reports of earlier groups, and agreed that the present \
                    report builds upon them without reopening what was settled by consensus.";
        let places = Query::parse("builds", false).find(text).expect("it is there");
        let (shown, inside) = snippet(text, &places, 48);
        assert_eq!(shown, "…present report builds upon them without…");
        assert_eq!(&shown[inside[0].start as usize..inside[0].end as usize], "builds");
    }

    #[test]
    fn a_short_text_is_shown_whole() {
        assert_eq!(snippet("All of it.", &[], 80), ("All of it.".into(), Vec::new()));
    }
}
