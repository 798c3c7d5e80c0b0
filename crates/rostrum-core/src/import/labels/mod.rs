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

mod run;

pub use run::Run;

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

const ORDINALS: [&str; 26] = [
    "bis",
    "ter",
    "quater",
    "quat",
    "quarter",
    "quinquies",
    "quinques",
    "quinquis",
    "quin",
    "sexies",
    "septies",
    "octies",
    "novies",
    "nonies",
    "decies",
    "undecies",
    "duodecies",
    "primus",
    "primo",
    "secundus",
    "secundo",
    "tertius",
    "alt",
    "pre",
    "prime",
    "new",
];

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

type Parsed = (usize, Form, u32, bool, bool);

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

fn number(text: &str) -> Option<Parsed> {
    let mut at = digits(text);
    if at > 4 {
        return None;
    }
    let mut value: u32 = text[..at].parse().ok()?;
    let mut form = Form::Number;
    let mut levels = 0;
    while text[at..].starts_with('.') {
        let more = digits(&text[at + 1..]);
        if more == 0 || more > 3 || levels == 4 {
            break;
        }
        value = text[at + 1..at + 1 + more].parse().ok()?;
        at += 1 + more;
        levels += 1;
        form = Form::Decimal;
    }
    let ordinal = ordinals(&text[at..]);
    at += ordinal;
    let closed = text[at..].starts_with(['.', ')']);
    if closed {
        at += 1;
    }
    // "2015 was" is a year, "1.5" a value; both need a closing dot to be labels of four digits.
    if form == Form::Number && !closed && ordinal == 0 && value > 999 {
        return None;
    }
    Some((at, form, value, ordinal > 0, closed || ordinal > 0))
}

/// Returns the length of a chain of Latin ordinals, with the dot or space before each.
fn ordinals(text: &str) -> usize {
    let mut at = 0;
    loop {
        let rest = &text[at..];
        let joint = rest.len() - rest.trim_start_matches(['.', ' ', '\u{a0}', '-']).len();
        if joint > 2 {
            return at;
        }
        let word: usize = rest[joint..].bytes().take_while(u8::is_ascii_alphabetic).count();
        let candidate = &rest[joint..joint + word];
        let known = ORDINALS.iter().any(|known| candidate.eq_ignore_ascii_case(known));
        // `3 A` and `3A` are inserted paragraphs too, but only when written together.
        let single = joint == 0
            && word == 1
            && at == 0
            && rest[word..].starts_with(['.', ')'])
            && candidate.chars().all(|c| c.is_ascii_alphabetic());
        if !(known || single) {
            return at;
        }
        // `new` and `alt` are English words too: they are ordinals only right after a dot.
        let ambiguous =
            ["new", "alt", "pre", "prime"].iter().any(|w| candidate.eq_ignore_ascii_case(w));
        if ambiguous && rest[..joint] != *"." && joint > 0 {
            return at;
        }
        at += joint + word;
    }
}

fn margin(text: &str) -> Option<Parsed> {
    let word = text.get(..2)?;
    if !matches!(word, "Pp" | "PP" | "OP" | "Op" | "pp" | "op") {
        return None;
    }
    let spaced = usize::from(text[2..].starts_with(' '));
    let count = digits(&text[2 + spaced..]);
    if count == 0 || count > 3 || spaced > 0 && word != "PP" && word != "OP" {
        return None;
    }
    let mut at = 2 + spaced + count;
    let value = text[2 + spaced..at].parse().ok()?;
    let ordinal = ordinals(&text[at..]);
    at += ordinal;
    if text[at..].starts_with(['.', ':']) {
        at += 1;
    }
    Some((at, Form::Margin, value, ordinal > 0, true))
}

fn bracketed(text: &str) -> Option<Parsed> {
    let close = text.find(')')?;
    let inside = text[1..close].trim();
    if inside.is_empty() || inside.len() > 18 {
        return None;
    }
    let head = inside.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (mut core, mut tail) = (&inside[..head], &inside[head..]);
    let mut ordinal = !tail.is_empty() && ordinals(tail) == tail.len();
    if !ordinal && tail.is_empty() {
        // `(abis)`, `(iibis)`
        if let Some(known) = ORDINALS.iter().find(|o| {
            core.len() > o.len()
                && core.len() <= o.len() + 4
                && core.to_ascii_lowercase().ends_with(**o)
        }) && !["alt", "pre", "new"].contains(known)
        {
            tail = &core[core.len() - known.len()..];
            core = &core[..core.len() - known.len()];
            ordinal = true;
        }
    }
    if !ordinal && !tail.is_empty() {
        return None;
    }
    let (form, value) = letter_or_roman(core)?;
    Some((close + 1, form, value, ordinal, true))
}

fn letter_or_roman(core: &str) -> Option<(Form, u32)> {
    if core.is_empty() {
        return None;
    }
    if core.bytes().all(|b| b.is_ascii_digit()) {
        return (core.len() <= 3).then(|| (Form::BracketedNumber, core.parse().unwrap_or(0)));
    }
    if core.bytes().all(|b| b.is_ascii_lowercase()) {
        // `(i)` alone is roman here; Run tells from the letter before it that it may be a letter.
        if let Some(value) = roman(core)
            && (core.len() > 1 || matches!(core, "i" | "v" | "x"))
        {
            return Some((Form::Roman, value));
        }
        let doubled = core.len() <= 2 && core.bytes().all(|b| b == core.as_bytes()[0]);
        return (core.len() == 1 || doubled).then(|| (Form::Letter, letter(core)));
    }
    if core.bytes().all(|b| b.is_ascii_uppercase()) {
        if let Some(value) = roman(core) {
            return Some((Form::BracketedCapital, value));
        }
        return (core.len() == 1).then(|| (Form::BracketedCapital, letter(core)));
    }
    None
}

/// `A.`, `IV.`, `a.`, `b)`, `ii.`
fn dotted(text: &str) -> Option<Parsed> {
    let count = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    if count == 0 || count > 6 {
        return None;
    }
    let word = &text[..count];
    let tail = &text[count..];
    if !tail.starts_with(['.', ')']) {
        // `A bis.` is an inserted lettered paragraph.
        let ordinal = ordinals(tail);
        if count == 1 && ordinal > 0 && tail[ordinal..].starts_with('.') {
            let upper = word.bytes().all(|b| b.is_ascii_uppercase());
            let form = if upper { Form::Capital } else { Form::LetterDot };
            return Some((count + ordinal + 1, form, letter(word), true, true));
        }
        return None;
    }
    let (form, value) = if word.bytes().all(|b| b.is_ascii_uppercase()) {
        match roman(word) {
            Some(value) if count > 1 || matches!(word, "I" | "V" | "X") => {
                (Form::CapitalRoman, value)
            }
            _ if count == 1 => (Form::Capital, letter(word)),
            _ => return None,
        }
    } else if word.bytes().all(|b| b.is_ascii_lowercase()) {
        match roman(word) {
            Some(value) if count > 1 || matches!(word, "i" | "v" | "x") => (Form::RomanDot, value),
            _ if count == 1 => (Form::LetterDot, letter(word)),
            _ => return None,
        }
    } else {
        return None;
    };
    Some((count + 1, form, value, false, true))
}

/// Returns 1 for `a`, 27 for `aa`.
fn letter(text: &str) -> u32 {
    let Some(first) = text.bytes().next() else { return 0 };
    let value = u32::from(first.to_ascii_lowercase()) - u32::from(b'a') + 1;
    value + 26 * (text.len() as u32 - 1)
}

/// Returns the value of a well-formed roman numeral up to 399.
pub fn roman(text: &str) -> Option<u32> {
    let lower = text.to_ascii_lowercase();
    let mut value = 0;
    let mut before = 0;
    for byte in lower.bytes().rev() {
        let digit = match byte {
            b'i' => 1,
            b'v' => 5,
            b'x' => 10,
            b'l' => 50,
            b'c' => 100,
            _ => return None,
        };
        if digit < before {
            // `llvc` takes more away than there is.
            value = u32::checked_sub(value, digit)?;
        } else {
            value += digit;
            before = digit;
        }
    }
    (to_roman(value) == lower).then_some(value)
}

/// Returns the lower-case roman numeral of a number below 4,000.
pub fn to_roman(mut value: u32) -> String {
    const STEPS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut out = String::new();
    for (step, digits) in STEPS {
        while value >= step && out.len() < 20 {
            out.push_str(digits);
            value -= step;
        }
    }
    out
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

    #[test]
    fn roman_numerals_round_trip() {
        for value in 1..400 {
            assert_eq!(roman(&to_roman(value)), Some(value));
        }
        assert_eq!(roman("iiii"), None);
        assert_eq!(roman("civil"), None);
    }
}
