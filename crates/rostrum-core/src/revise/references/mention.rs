//! Finds the numbers of paragraphs in a text.

use std::ops::Range;

use super::words::{DOCUMENT, DRAFT, Words, of};

/// The most digits of a paragraph's number; four are a year.
const DIGITS: usize = 3;

/// How far before a mention the document it is of may stand, in characters.
const BEFORE: usize = 90;

/// "Paragraph 23", "paras. 12 to 14", "paragraph 16 bis (a)".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Bytes of the whole mention.
    pub range: Range<usize>,
    /// The labels in it, in order.
    pub labels: Vec<Label>,
    /// Which labels are the ends of a range, as places in `labels`.
    pub spans: Vec<(usize, usize)>,
}

/// One label of a mention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// The label as written: `16 bis (a)`.
    pub text: String,
}

/// Returns the mentions of paragraphs of the draft, in order.
///
/// Left out are paragraphs of other documents ("paragraph 13 of A/RES/70/237"), of one's
/// own text ("paragraph 3 above"), and what stands in a quotation or a citation.
pub fn mentions(text: &str, language: &str) -> Vec<Mention> {
    let words = of(language);
    let mut out = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let found = keyword(text, at, words).and_then(|end| Some((end, labels(text, end, words)?)));
        match found {
            Some((_, (labels, spans))) => {
                let mut end = labels.last().map_or(at, |label| label.range.end);
                if text[end..].starts_with('段') {
                    end += '段'.len_utf8();
                }
                if !is_elsewhere(text, at, end, words) {
                    out.push(Mention { range: at..end, labels, spans });
                }
                at = end;
            }
            None => at += text[at..].chars().next().map_or(1, char::len_utf8),
        }
    }
    out
}

/// Returns where a keyword that starts at `at` ends.
fn keyword(text: &str, at: usize, words: &Words) -> Option<usize> {
    let before = text[..at].chars().next_back();
    let rest = &text[at..];
    if rest.starts_with('第') && words.paragraph.contains(&"第") {
        return Some(at + '第'.len_utf8());
    }
    if before.is_some_and(char::is_alphanumeric) {
        return None;
    }
    let length = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    let word = &rest[..length];
    if word.is_empty() || !words.paragraph.contains(&word.to_lowercase().as_str()) {
        return None;
    }
    let mut end = at + length;
    if text[end..].starts_with('.') {
        end += 1;
    }
    Some(end)
}

type Labels = (Vec<Label>, Vec<(usize, usize)>);

fn labels(text: &str, from: usize, words: &Words) -> Option<Labels> {
    let mut labels = vec![label(text, skip(text, from))?];
    let mut spans = Vec::new();
    while let Some((end, range)) = joint(text, labels.last()?.range.end, words) {
        let Some(next) = label(text, skip(text, end)) else { break };
        if range {
            spans.push((labels.len() - 1, labels.len()));
        }
        labels.push(next);
    }
    Some((labels, spans))
}

/// Returns where what joins two labels ends, and whether it joins the ends of a range.
fn joint(text: &str, from: usize, words: &Words) -> Option<(usize, bool)> {
    let mut at = skip(text, from);
    let mut found = false;
    for dash in ["-", "–", "—"] {
        if text[at..].starts_with(dash) {
            return Some((at + dash.len(), true));
        }
    }
    for sign in [",", "،", "、"] {
        if text[at..].starts_with(sign) {
            at = skip(text, at + sign.len());
            found = true;
        }
    }
    for (list, range) in [(words.to, true), (words.and, false)] {
        for word in list {
            let Some(rest) = text[at..].strip_prefix(word) else { continue };
            let apart = rest.starts_with(|c: char| c.is_whitespace() || c.is_ascii_digit());
            if apart {
                return Some((at + word.len(), range));
            }
        }
    }
    found.then_some((at, false))
}

/// Reads one label: a number, a Latin word behind it, sub-paragraphs in brackets.
fn label(text: &str, from: usize) -> Option<Label> {
    let rest = &text[from..];
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    if digits == 0 || digits > DIGITS {
        return None;
    }
    let mut end = from + digits;
    let behind = text[end..].chars().next();
    // "23.5", "23/45", "23%" and "23rd" are no paragraphs.
    let next_digit = text[end..].chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    if behind.is_some_and(|c| matches!(c, '/' | '%')) || (behind == Some('.') && next_digit) {
        return None;
    }
    let after = skip(text, end);
    let latin = ["bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "alt"]
        .into_iter()
        .find(|word| is_word(text, after, word));
    if let Some(word) = latin {
        end = after + word.len();
    } else if behind.is_some_and(|c| c.is_alphabetic() && c.is_ascii()) {
        return None;
    }
    while let Some(sub) = bracketed(text, skip(text, end)) {
        end = sub;
    }
    Some(Label { range: from..end, text: text[from..end].to_owned() })
}

fn is_word(text: &str, at: usize, word: &str) -> bool {
    text[at..].strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Returns where a sub-paragraph such as `(a)` or `(iv)` ends.
fn bracketed(text: &str, at: usize) -> Option<usize> {
    let inside = text[at..].strip_prefix('(')?;
    let close = inside.find(')')?;
    let label = &inside[..close];
    let short = (1..=4).contains(&label.len())
        && (label.len() == 1 || label.chars().all(|c| "ivxlc0123456789".contains(c)));
    (short && label.chars().all(|c| c.is_ascii_alphanumeric())).then_some(at + close + 2)
}

/// Passes spaces, but no line end.
fn skip(text: &str, from: usize) -> usize {
    let rest = &text[from..];
    from + rest.find(|c: char| !matches!(c, ' ' | '\u{a0}' | '\u{202f}')).unwrap_or(rest.len())
}

/// Tells whether a mention is not of the draft.
fn is_elsewhere(text: &str, start: usize, end: usize, words: &Words) -> bool {
    is_cited(text, start) || is_quoted(text, start) || names_other(text, start, end, words)
}

/// Inside `[@key, para. 3]` the number is of the source.
fn is_cited(text: &str, start: usize) -> bool {
    let before = &text[..start];
    before.rfind("[@").is_some_and(|open| !before[open..].contains(']'))
}

/// Inside quotation marks the words are somebody else's.
fn is_quoted(text: &str, start: usize) -> bool {
    let line = text[..start].rsplit('\n').next().unwrap_or_default();
    let open = |a: char, b: char| line.rfind(a).is_some_and(|at| !line[at..].contains(b));
    open('“', '”') || open('«', '»') || line.matches('"').count() % 2 == 1
}

fn names_other(text: &str, start: usize, end: usize, words: &Words) -> bool {
    let behind = &text[end..];
    let behind = behind.split(['\n', ';', '.']).next().unwrap_or_default();
    let trimmed = behind.trim_start();
    // "paragraph 23 (Zero draft)" and "paragraph 3 (report)" say which document they mean.
    if trimmed.starts_with('(') {
        return true;
    }
    let clause = trimmed.split([',', ')', ':']).next().unwrap_or_default();
    let near: Vec<String> = clause.split_whitespace().take(9).map(small).collect();
    if near.first().is_some_and(|word| words.own.contains(&word.as_str())) {
        return true;
    }
    let joined = near.first().is_some_and(|word| {
        words.of.contains(&word.as_str()) || word.starts_with("d'") || word.starts_with("d’")
    });
    if joined {
        let other = near.iter().any(|word| is_document(word)) || is_symbol(clause);
        return other || !near.iter().any(|word| DRAFT.contains(&word.as_str()));
    }
    let inside = near.first().is_some_and(|word| words.inside.contains(&word.as_str()));
    let first = if inside { 4 } else { 1 };
    if is_symbol(clause) || near.iter().take(first).any(|word| is_document(word)) {
        return true;
    }
    // "A/70/174, paragraph 13": the document stands before it, parted by a comma.
    let lead = text[..start].trim_end();
    if !lead.ends_with([',', '،', '，']) {
        return false;
    }
    let from = lead.char_indices().rev().nth(BEFORE).map_or(0, |(at, _)| at);
    let lead = lead[from..].trim_end_matches([',', '،', '，']);
    let sentence = lead.rsplit([';', '\n', '(']).next().unwrap_or_default();
    let sentence = sentence.rsplit(". ").next().unwrap_or_default();
    is_symbol(sentence) || sentence.split_whitespace().map(small).any(|word| is_document(&word))
}

fn is_document(word: &str) -> bool {
    DOCUMENT.contains(&word)
}

/// Tells whether a symbol such as `A/RES/70/237` stands in the words.
fn is_symbol(words: &str) -> bool {
    words.split_whitespace().any(|word| word.matches('/').count() > 1)
}

fn small(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}
