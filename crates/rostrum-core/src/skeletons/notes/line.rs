//! One line of notes: its bullet and time taken off, its speaker found.

/// One line that says something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// Number in the notes, counted from 1.
    pub(super) number: u32,
    /// Heading above it.
    pub(super) heading: Option<String>,
    pub(super) speaker: String,
    pub(super) organisation: String,
    /// What was said.
    pub(super) text: String,
}

/// Titles before a name.
const TITLES: [&str; 17] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "amb",
    "ambassador",
    "h.e",
    "sr",
    "sra",
    "mme",
    "m",
    "hon",
    "rev",
];

/// Words that stand before a colon and are nobody's name.
const LABELS: [&str; 40] = [
    "action",
    "actions",
    "agenda",
    "aim",
    "answer",
    "answers",
    "background",
    "breakout",
    "comment",
    "comments",
    "conclusion",
    "conclusions",
    "concern",
    "concerns",
    "date",
    "decision",
    "discussion",
    "example",
    "examples",
    "facilitator",
    "group",
    "idea",
    "ideas",
    "moderator",
    "note",
    "notes",
    "participants",
    "point",
    "points",
    "proposal",
    "proposals",
    "question",
    "questions",
    "recommendation",
    "recommendations",
    "room",
    "session",
    "summary",
    "topic",
    "topics",
];

/// Small words inside a name.
const PARTICLES: [&str; 14] =
    ["al", "ben", "bin", "da", "de", "del", "der", "di", "dos", "el", "la", "van", "von", "y"];

/// Reads notes line by line; empty lines and headings are not lines of their own.
pub(super) fn read(notes: &str) -> Vec<Line> {
    let mut heading: Option<String> = None;
    let mut lines = Vec::new();
    for (at, raw) in notes.lines().enumerate() {
        let trimmed = raw.trim();
        if trimmed.is_empty() {
            continue;
        }
        if let Some(title) = trimmed.strip_prefix('#') {
            heading = Some(title.trim_start_matches('#').trim().to_owned());
            continue;
        }
        let text = without_bullet(trimmed);
        if let Some(title) = text.strip_suffix(':')
            && title.split_whitespace().count() <= 8
        {
            heading = Some(title.trim().trim_matches('*').to_owned());
            continue;
        }
        let mut line = Line { number: at as u32 + 1, heading: heading.clone(), ..Line::default() };
        match speaker(text) {
            Some((name, organisation, said)) => {
                line.speaker = name;
                line.organisation = organisation;
                line.text = said;
            }
            None => text.clone_into(&mut line.text),
        }
        if !line.text.is_empty() {
            lines.push(line);
        }
    }
    lines
}

/// Takes a bullet, a number and a time off the beginning of a line.
fn without_bullet(line: &str) -> &str {
    let mut text = line.trim_start_matches(['-', '*', '•', '–', '·', '>', ' ', '\t']);
    let figures = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if (1..=2).contains(&figures)
        && let Some(rest) = text[figures..].strip_prefix(['.', ')'])
        && rest.starts_with(' ')
    {
        text = rest.trim_start();
    }
    let inner = text.strip_prefix('[').unwrap_or(text);
    let time: String = inner.chars().take_while(|c| c.is_ascii_digit() || *c == ':').collect();
    if time.contains(':') && (4..=8).contains(&time.len()) {
        let rest = inner[time.len()..].trim_start_matches([']', ' ', '-', '–']);
        if !rest.is_empty() {
            text = rest;
        }
    }
    text.trim()
}

/// Finds who speaks: `Ms X: …`, `X (Organisation): …`, `X, Organisation: …`.
fn speaker(text: &str) -> Option<(String, String, String)> {
    let bare = text.trim_start_matches("**");
    let (label, said) = bare.split_once(':')?;
    let said = said.trim_start_matches("**").trim();
    // A time or an address has a colon as well.
    if said.is_empty() || said.starts_with("//") || label.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let label = label.trim().trim_end_matches("**");
    let (name, organisation) = match label.split_once('(') {
        Some((name, rest)) => (name, rest.strip_suffix(')')?),
        None => label.split_once(',').unwrap_or((label, "")),
    };
    let name = name.trim();
    let organisation = organisation.trim();
    is_name(name, !organisation.is_empty())
        .then(|| (name.to_owned(), organisation.to_owned(), said.to_owned()))
}

fn is_name(name: &str, has_organisation: bool) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    if words.is_empty() || words.len() > 6 {
        return false;
    }
    let titled = is_title(words[0]) && words.len() > 1;
    let proper = words.iter().all(|word| {
        PARTICLES.contains(word)
            || (word.chars().next().is_some_and(char::is_alphabetic)
                && !word.chars().next().is_some_and(char::is_lowercase)
                && !word.chars().any(|c| c.is_ascii_digit()))
    });
    let label = words.iter().any(|w| LABELS.contains(&w.to_lowercase().as_str()));
    let topical = || {
        // "International law: …" names a topic, nobody.
        let heading = crate::model::Block {
            kind: crate::model::BlockKind::Heading,
            text: name.to_owned(),
            ..crate::model::Block::default()
        };
        crate::read::told(&[heading]).iter().any(|told| !told.is_empty())
    };
    proper && !label && (titled || has_organisation || (words.len() <= 4 && !topical()))
}

fn is_title(word: &str) -> bool {
    TITLES.contains(&word.trim_end_matches('.').to_lowercase().as_str())
}

/// Finds names with a title inside a text: `Ms Okafor asked …`.
pub(super) fn titled_names(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut names = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let title = word.trim_start_matches(['(', '"', '“']);
        // "M" or "Sr" alone is too often something else.
        if !is_title(title) || title.chars().count() < 2 || title.starts_with(char::is_lowercase) {
            continue;
        }
        let mut name = vec![title];
        for next in &words[at + 1..] {
            let bare = next.trim_end_matches(|c: char| !c.is_alphanumeric());
            let bare = bare.strip_suffix("'s").or(bare.strip_suffix("’s")).unwrap_or(bare);
            if bare.chars().next().is_none_or(|c| !c.is_uppercase()) || name.len() > 3 {
                break;
            }
            name.push(bare);
            if bare.len() < next.len() && !next.ends_with('.') {
                break;
            }
        }
        if name.len() > 1 {
            names.push(name.join(" "));
        }
    }
    names
}

/// Returns the ways in which a text names somebody: the whole, and the last name alone or
/// with a title.
pub(super) fn ways_to_name(name: &str) -> Vec<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let bare: Vec<&str> = words.iter().copied().filter(|w| !is_title(w)).collect();
    let mut ways = vec![name.to_owned()];
    if bare.len() < words.len() && !bare.is_empty() {
        ways.push(bare.join(" "));
    }
    if let Some(last) = bare.last().filter(|last| last.chars().count() >= 3) {
        for title in ["Mr", "Mrs", "Ms", "Dr", "Prof", "Mr.", "Mrs.", "Ms.", "Dr.", "Prof."] {
            ways.push(format!("{title} {last}"));
        }
        ways.push((*last).to_owned());
    }
    ways.sort();
    ways.dedup();
    ways
}

/// Puts "a participant" where one of the names stands as whole words.
pub(super) fn without(text: &str, names: &[String]) -> String {
    let mut out = text.to_owned();
    for name in names {
        let mut made = String::with_capacity(out.len());
        let mut rest = out.as_str();
        while let Some(at) = rest.find(name.as_str()) {
            let end = at + name.len();
            let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let inside = letter(rest[..at].chars().next_back())
                || letter(rest[end..].chars().next())
                || (at == 0 && letter(made.chars().next_back()));
            if inside {
                made.push_str(&rest[..end]);
            } else {
                made.push_str(&rest[..at]);
                let before = made.trim_end();
                let begins = before.is_empty() || before.ends_with(['.', '!', '?', ':']);
                made.push_str(if begins { "A participant" } else { "a participant" });
            }
            rest = &rest[end..];
        }
        made.push_str(rest);
        out = made;
    }
    out
}
