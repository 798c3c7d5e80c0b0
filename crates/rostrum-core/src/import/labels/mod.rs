//! The grammar of paragraph labels in negotiated texts.
//!
//! ```text
//! label     = opening* ( number | margin | lettered | capital ) opening*
//! number    = digits ("." digits)* ordinal? ("." | ")")?         23.   115.163   16 bis   96.bis.primus
//! margin    = ("Pp" | "PP" | "OP" | "Op") digits ordinal? "."?   Pp3   OP5bis
//! lettered  = "(" (letter{1,3} | roman | digits | ROMAN) ordinal? ")"   (a)   (iv)   (LIV.bis)
//! capital   = (LETTER | ROMAN | letter) ("." | ")")              A.    IV.   a.
//! opening   = "[" | "{"                    brackets that a negotiated passage opens before its label
//! ```
//!
//! The grammar only says what *may* be a label; whether it *is* one is decided by the readers,
//! who know the layout, and by [`Run`], which knows what label would come next.

mod grammar;
mod roman;
mod run;

pub use roman::{roman, to_roman};
pub use run::Run;

use grammar::{bracketed, digits, dotted, margin, number};

/// What family a label belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// `23.`, `16 bis`, `18`
    Number,
    /// `1.1`, `115.163.`
    Decimal,
    /// `Pp3`, `OP5`
    Margin,
    /// `(a)`
    Letter,
    /// `(iv)`
    Roman,
    /// `(3)`
    BracketedNumber,
    /// `(LIV.bis)`, `(A)`
    BracketedCapital,
    /// `a.`, `b)`
    LetterDot,
    /// `iv.`
    RomanDot,
    /// `A.`
    Capital,
    /// `IV.`
    CapitalRoman,
    /// `•`, `–`
    Bullet,
}

/// A label found at the start of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label<'t> {
    /// As printed, with brackets that open before it.
    pub printed: &'t str,
    /// Byte offset at which the words begin.
    pub rest: usize,
    /// Its family.
    pub form: Form,
    /// Its place in the family's order: 23 for `23.`, 3 for `(c)`, 163 for `115.163`.
    pub value: u32,
    /// Whether an ordinal such as `bis` follows the number.
    pub ordinal: bool,
    /// Whether a dot or bracket closes it; a bare number needs a reason to be a label.
    pub closed: bool,
}

impl Label<'_> {
    /// Returns whether the label may as well be a year that ends a sentence: `2007.`
    pub fn may_be_a_year(&self) -> bool {
        self.form == Form::Number && !self.ordinal && (1900..=2100).contains(&self.value)
    }
}

const BULLETS: &str = "•·●▪◦‣∙○■□►➢✓\u{f0b7}\u{f0a7}\u{f0d8}\u{f02d}";

/// Returns the label at the start of `text`, if the start may be one.
///
/// The label must be followed by white space, an opening bracket or quote, or nothing.
pub fn split(text: &str) -> Option<Label<'_>> {
    let mut at = skip_openings(text, 0);
    let start = at;
    let rest = &text[at..];
    let first = rest.chars().next()?;
    let (length, form, value, ordinal, closed) = if first.is_ascii_digit() {
        number(rest)?
    } else if first == '(' {
        bracketed(rest)?
    } else if let Some(found) = margin(rest) {
        found
    } else if BULLETS.contains(first) {
        (first.len_utf8(), Form::Bullet, 0, false, true)
    } else if matches!(first, '–' | '—' | '-' | '*' | '‐' | '\u{2212}')
        || first == 'o' && rest[1..].starts_with([' ', '\t', '\u{a0}'])
    {
        // Dashes and the letter o are bullets only when white space follows and words after it.
        let after = &rest[first.len_utf8()..];
        let spaced = after.starts_with([' ', '\t', '\u{a0}']);
        let wide = after.starts_with(['\t', '\u{a0}']) || after.starts_with("  ");
        if spaced && (first != 'o' || wide) {
            (first.len_utf8(), Form::Bullet, 0, false, true)
        } else {
            return None;
        }
    } else {
        dotted(rest)?
    };
    at += length;
    let after = &text[at..];
    if form != Form::Bullet && !ends_label(after, closed) {
        return None;
    }
    let printed_start = if text[..start].trim().is_empty() { start } else { 0 };
    let rest = at + (after.len() - after.trim_start().len());
    Some(Label { printed: text[printed_start..at].trim(), rest, form, value, ordinal, closed })
}

/// Returns the length of a label in words at the start of a paragraph, with the space after it:
/// `Article 4.2`, `[Option 1:`, `Option (b):`.
pub fn named(text: &str) -> Option<usize> {
    let start = skip_openings(text, 0);
    let rest = &text[start..];
    let spaced = |at: usize| {
        let after = &text[at..];
        let words = after.trim_start();
        (after.len() > words.len() && !words.is_empty()).then(|| text.len() - words.len())
    };
    if let Some((_, after)) = super::headings::option(rest) {
        let colon = after.starts_with(':').then(|| text.len() - after.len() + 1)?;
        return spaced(colon);
    }
    let after =
        ["Article ", "Artículo ", "Статья "].iter().find_map(|word| rest.strip_prefix(word))?;
    let (length, form, _, _, closed) = number(after).filter(|_| digits(after) > 0)?;
    let end = text.len() - after.len() + length;
    let words = spaced(end)?;
    // "Article 4.2 provides" is a sentence, "Article 4 Scope" a heading.
    let opens = text[words..].starts_with(|c: char| c.is_uppercase() || c == '[');
    (form == Form::Decimal && !closed && opens).then_some(words)
}

fn skip_openings(text: &str, from: usize) -> usize {
    let trimmed = text[from..].trim_start_matches(['[', '{', ' ', '\t', '\u{a0}']);
    // A brace opens a marker such as {Progression}, not a label, unless a bracket or digit follows.
    text.len() - trimmed.len()
}

/// Returns whether a label may end before `after`.
fn ends_label(after: &str, closed: bool) -> bool {
    match after.chars().next() {
        None => true,
        Some(char) if char.is_whitespace() || char == '\u{a0}' => true,
        Some('[' | '“' | '"' | '‘' | '{' | '«' | '(' | '\'') => closed,
        // "1.Parties" with the space forgotten; "1.5 °C" is caught as a decimal before.
        Some(char) => {
            closed && char.is_uppercase() && after.chars().nth(1).is_some_and(char::is_lowercase)
        }
    }
}

/// Returns how deep a family usually stands: 1 paragraph, 2 sub-paragraph, 3 below; 0 apart.
pub fn rank(form: Form) -> u8 {
    match form {
        Form::Number | Form::Decimal | Form::Margin | Form::BracketedCapital => 1,
        Form::Letter | Form::BracketedNumber => 2,
        Form::Roman => 3,
        Form::LetterDot => 2,
        Form::RomanDot => 3,
        Form::Capital | Form::CapitalRoman | Form::Bullet => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(text: &str) -> Option<&str> {
        split(text).map(|label| label.printed)
    }

    #[test]
    fn labels_are_found_as_printed() {
        let cases = [
            ("1. States recall", "1."),
            ("16 bis. States recall", "16 bis."),
            ("16 bis States recall", "16 bis"),
            ("96.bis.primus Text", "96.bis.primus"),
            ("3quater. Text", "3quater."),
            ("65quinquies. Text", "65quinquies."),
            ("115.163 Continue", "115.163"),
            ("24 octies.2 During", "24 octies.2"),
            ("16 quarter.1 Promotes", "16 quarter.1"),
            ("(LIV.bis) Text", "(LIV.bis)"),
            ("(a) text", "(a)"),
            ("(a bis) text", "(a bis)"),
            ("(abis) text", "(abis)"),
            ("[ (c) Pursue", "[ (c)"),
            ("[1. The purpose", "[1."),
            ("Pp3 Recalling", "Pp3"),
            ("PP 3 Recalling", "PP 3"),
            ("OP5bis. Decides", "OP5bis."),
            ("A. We, the", "A."),
            ("IV. Norms", "IV."),
            ("ii. text", "ii."),
            ("(iv) text", "(iv)"),
            ("• text", "•"),
            ("4.[Placeholder]", "4."),
        ];
        for (text, label) in cases {
            assert_eq!(printed(text), Some(label), "{text}");
        }
    }

    #[test]
    fn articles_and_options_may_be_labels_too() {
        let named = |text: &str| named(text).map(|cut| text[..cut].trim_end().to_owned());
        assert_eq!(named("Article 4.2 The parties keep a list.").as_deref(), Some("Article 4.2"));
        assert_eq!(named("[Option 1: The list is public.]").as_deref(), Some("[Option 1:"));
        assert_eq!(named("Option (b): Reaffirming").as_deref(), Some("Option (b):"));
        assert_eq!(split("(LLVCbis) T"), None);
        for text in ["Article 4.2 provides that", "Article 4 Scope", "Option 1:", "Options: two"] {
            assert_eq!(named(text), None, "{text}");
        }
    }

    #[test]
    fn words_that_only_look_like_labels_are_left_alone() {
        for text in [
            "2015 was the year",
            "States recall",
            "(see above)",
            "(the Group) met",
            "e.g. this",
            "U.S. law",
            "1,000 people",
            "24/7",
            "(2015) again",
            "Option 1:",
            "",
            "[",
            "Mr. X",
            "no. 5",
            "3bisect",
        ] {
            assert_eq!(split(text), None, "{text}");
        }
    }

    #[test]
    fn an_ordinal_that_is_an_english_word_needs_its_dot() {
        assert_eq!(printed("29. New Zealand welcomed"), Some("29."));
        assert_eq!(printed("29.new Zealand"), Some("29.new"));
    }

    #[test]
    fn words_begin_after_the_label() {
        let label = split("[1.  The purpose").expect("a label");
        assert_eq!(&"[1.  The purpose"[label.rest..], "The purpose");
        assert_eq!(label.value, 1);
    }
}
