//! The shapes that labels have.

use super::Form;
use super::roman::{letter, roman};

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

/// Length, family, value, whether an ordinal follows, whether it is closed.
pub(super) type Parsed = (usize, Form, u32, bool, bool);

pub(super) fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

pub(super) fn number(text: &str) -> Option<Parsed> {
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
    // `24 octies.2` stands inside `24 octies.`
    while ordinal > 0 && text[at..].starts_with('.') && levels < 4 {
        let more = digits(&text[at + 1..]);
        if more == 0 || more > 3 {
            break;
        }
        value = text[at + 1..at + 1 + more].parse().ok()?;
        at += 1 + more;
        levels += 1;
        form = Form::Decimal;
    }
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

pub(super) fn margin(text: &str) -> Option<Parsed> {
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

pub(super) fn bracketed(text: &str) -> Option<Parsed> {
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
pub(super) fn dotted(text: &str) -> Option<Parsed> {
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
