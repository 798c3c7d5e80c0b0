//! Computes the automatic numbers of Word paragraphs, which are not in the text.
//!
//! A paragraph names a list (`numId`) and a level; the list names an abstract list, whose levels
//! have a format and a pattern such as `%1.%2`. Lists of one abstract list count on together,
//! unless a list overrides the start of a level (ECMA-376 part 1, 17.9).

use std::collections::{BTreeMap, BTreeSet};

use crate::import::labels::to_roman;
use crate::import::xml::{Attributes, Sink};

use super::styles::Styles;

const LEVELS: usize = 9;

#[derive(Debug, Clone, Default)]
struct Level {
    start: Option<u32>,
    format: String,
    pattern: String,
    style: Option<String>,
    restart: Option<u8>,
    legal: bool,
}

#[derive(Debug, Clone, Default)]
struct Abstract {
    levels: BTreeMap<u8, Level>,
    /// Numbering style that holds the real levels.
    style_link: Option<String>,
}

#[derive(Debug, Clone, Default)]
struct List {
    of: u32,
    starts: BTreeMap<u8, u32>,
    levels: BTreeMap<u8, Level>,
}

/// The automatic number of one paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Counted {
    /// As it prints: `3.`, `(b)`, `•`.
    pub(crate) label: String,
    /// Its value; without weight for a bullet.
    pub(crate) value: u32,
    /// Whether it is a bullet.
    pub(crate) bullet: bool,
}

/// The lists of a document and where their counting stands.
#[derive(Debug, Default)]
pub(crate) struct Numbering {
    abstracts: BTreeMap<u32, Abstract>,
    lists: BTreeMap<u32, List>,
    counters: BTreeMap<u32, [Option<u32>; LEVELS]>,
    started: BTreeSet<(u32, u8)>,
    // Where the reading of numbering.xml stands.
    in_abstract: Option<u32>,
    in_list: Option<u32>,
    in_level: Option<u8>,
    in_override: Option<u8>,
}

impl Numbering {
    /// Returns the level of a list that a style is tied to.
    pub(crate) fn level_of_style(&self, list: u32, style: &str, styles: &Styles) -> Option<u8> {
        let definition = self.definition(list, styles)?;
        self.abstracts
            .get(&definition)?
            .levels
            .iter()
            .find(|(_, level)| level.style.as_deref() == Some(style))
            .map(|(at, _)| *at)
    }

    /// Returns the abstract list that holds the levels of a list, through numbering styles.
    fn definition(&self, list: u32, styles: &Styles) -> Option<u32> {
        let mut of = self.lists.get(&list)?.of;
        for _ in 0..4 {
            let found = self.abstracts.get(&of)?;
            let Some(link) = found.style_link.as_ref().filter(|_| found.levels.is_empty()) else {
                break;
            };
            let Some(next) = styles.list_of(link).and_then(|list| self.lists.get(&list)) else {
                break;
            };
            of = next.of;
        }
        Some(of)
    }

    /// Counts one paragraph and returns its label as printed; `None` when the level prints none.
    pub(super) fn next(&mut self, list: u32, level: u8, styles: &Styles) -> Option<String> {
        self.count(list, level, styles).map(|counted| counted.label)
    }

    /// Counts one paragraph; `None` when the level prints no number.
    pub(crate) fn count(&mut self, list: u32, level: u8, styles: &Styles) -> Option<Counted> {
        let level = level.min(LEVELS as u8 - 1);
        let of = self.definition(list, styles)?;
        let at = usize::from(level);
        let own_start = self.lists.get(&list).and_then(|list| list.starts.get(&level).copied());
        let start = |at: u8| -> u32 {
            let own = self.lists.get(&list).and_then(|list| list.starts.get(&at).copied());
            own.or_else(|| self.level(list, of, at).and_then(|level| level.start)).unwrap_or(1)
        };
        let starts: Vec<u32> = (0..LEVELS as u8).map(start).collect();
        let restarts: Vec<Option<u8>> =
            (0..LEVELS as u8).map(|at| self.level(list, of, at).and_then(|l| l.restart)).collect();
        let first_of_list = self.started.insert((list, level));
        let reached = self.counters.entry(of).or_default();
        reached[at] = match (reached[at], own_start) {
            (_, Some(start)) if first_of_list => Some(start),
            (Some(count), _) => Some(count.saturating_add(1)),
            (None, _) => Some(starts[at]),
        };
        for deeper in at + 1..LEVELS {
            // w:lvlRestart 0 never restarts; n restarts only after level n was used.
            let stays =
                restarts[deeper].is_some_and(|after| after == 0 || usize::from(after) <= at);
            if !stays {
                reached[deeper] = None;
            }
        }
        for higher in 0..at {
            // A level that was skipped prints as its start, and counts on from there.
            reached[higher].get_or_insert(starts[higher]);
        }
        let reached = *reached;
        let shape = self.level(list, of, level)?.clone();
        let value = reached[at].unwrap_or(1);
        if shape.format == "bullet" {
            return Some(Counted { label: "•".into(), value, bullet: true });
        }
        let label = self.print(&shape, list, of, &reached).trim().to_owned();
        (!label.is_empty()).then_some(Counted { label, value, bullet: false })
    }

    fn level(&self, list: u32, of: u32, at: u8) -> Option<&Level> {
        let own = self.lists.get(&list).and_then(|list| list.levels.get(&at));
        own.or_else(|| self.abstracts.get(&of)?.levels.get(&at))
    }

    fn print(&self, shape: &Level, list: u32, of: u32, counters: &[Option<u32>; LEVELS]) -> String {
        let mut out = String::new();
        let mut chars = shape.pattern.chars().peekable();
        while let Some(char) = chars.next() {
            let digit = (char == '%').then(|| chars.peek().and_then(|c| c.to_digit(10))).flatten();
            let Some(digit) = digit.filter(|digit| *digit >= 1) else {
                out.push(char);
                continue;
            };
            chars.next();
            let at = (digit - 1) as u8;
            let value = counters.get(usize::from(at)).copied().flatten().unwrap_or(1);
            let format = self.level(list, of, at).map_or("decimal", |level| level.format.as_str());
            let format = if shape.legal { "decimal" } else { format };
            out.push_str(&write_number(value, format));
        }
        out
    }
}

impl Sink for Numbering {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
        match name {
            "abstractNum" => {
                self.in_abstract = attributes.number("abstractNumId");
                if let Some(id) = self.in_abstract {
                    self.abstracts.entry(id).or_default();
                }
            }
            "num" => self.in_list = attributes.number("numId"),
            "abstractNumId" => {
                if let (Some(list), Some(of)) = (self.in_list, attributes.number("val")) {
                    self.lists.entry(list).or_default().of = of;
                }
            }
            "numStyleLink" => {
                if let Some(found) = self.in_abstract.and_then(|id| self.abstracts.get_mut(&id)) {
                    found.style_link = attributes.get("val");
                }
            }
            "lvlOverride" => self.in_override = attributes.number("ilvl"),
            "startOverride" => {
                let list = self.in_list.and_then(|list| self.lists.get_mut(&list));
                if let (Some(list), Some(at), Some(start)) =
                    (list, self.in_override, attributes.number("val"))
                {
                    list.starts.insert(at, start);
                }
            }
            "lvl" => self.in_level = attributes.number("ilvl"),
            _ => {
                if let Some(level) = self.current() {
                    match name {
                        "start" => level.start = attributes.number("val"),
                        "numFmt" => level.format = attributes.get("val").unwrap_or_default(),
                        "lvlText" => level.pattern = attributes.get("val").unwrap_or_default(),
                        "pStyle" => level.style = attributes.get("val"),
                        "lvlRestart" => level.restart = attributes.number("val"),
                        "isLgl" => level.legal = attributes.on(),
                        _ => {}
                    }
                }
            }
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "abstractNum" => self.in_abstract = None,
            "num" => self.in_list = None,
            "lvlOverride" => self.in_override = None,
            "lvl" => self.in_level = None,
            _ => {}
        }
    }

    fn text(&mut self, _: &str) {}
}

impl Numbering {
    fn current(&mut self) -> Option<&mut Level> {
        let at = self.in_level?;
        if let Some(id) = self.in_abstract {
            return Some(self.abstracts.get_mut(&id)?.levels.entry(at).or_default());
        }
        let list = self.in_list?;
        self.in_override?;
        Some(self.lists.entry(list).or_default().levels.entry(at).or_default())
    }
}

/// Returns a number in one of Word's formats; formats of other scripts print as digits.
fn write_number(value: u32, format: &str) -> String {
    let letters = |first: char, count: u32| -> String {
        if value == 0 {
            return String::new();
        }
        let char = char::from_u32(first as u32 + (value - 1) % count).unwrap_or(first);
        // Word writes aa, bb after z.
        String::from(char).repeat(((value - 1) / count + 1).min(20) as usize)
    };
    match format {
        "lowerLetter" => letters('a', 26),
        "upperLetter" => letters('A', 26),
        "lowerRoman" => to_roman(value),
        "upperRoman" => to_roman(value).to_uppercase(),
        "decimalZero" => format!("{value:02}"),
        "none" => String::new(),
        "russianLower" => pick(value, "абвгдежзиклмнопрстуфхцчшщэюя"),
        "russianUpper" => pick(value, "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ"),
        "arabicAlpha" => pick(value, "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"),
        "arabicAbjad" => pick(value, "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"),
        "hindiNumbers" | "arabicIndic" => value
            .to_string()
            .chars()
            .filter_map(|c| char::from_u32(0x0660 + c.to_digit(10)?))
            .collect(),
        "ordinal" => format!("{value}{}", ordinal_ending(value)),
        _ => value.to_string(),
    }
}

fn pick(value: u32, alphabet: &str) -> String {
    let count = alphabet.chars().count();
    alphabet.chars().nth((value.max(1) as usize - 1) % count).map(String::from).unwrap_or_default()
}

fn ordinal_ending(value: u32) -> &'static str {
    match (value % 10, value % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::xml::walk;

    fn numbering(levels: &str, lists: &str) -> Numbering {
        let xml = format!(
            "<w:numbering><w:abstractNum w:abstractNumId=\"0\">{levels}</w:abstractNum>{lists}</w:numbering>"
        );
        let mut numbering = Numbering::default();
        walk(xml.as_bytes(), &mut numbering).expect("well formed");
        numbering
    }

    const LEVELS: &str = "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>\
        <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"(%2)\"/></w:lvl>\
        <w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1.%2.%3\"/><w:isLgl/></w:lvl>";

    #[test]
    fn deeper_levels_start_anew_under_each_paragraph() {
        let mut list =
            numbering(LEVELS, "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
        let styles = Styles::default();
        let labels: Vec<String> =
            [0, 1, 1, 2, 0, 1].iter().filter_map(|level| list.next(1, *level, &styles)).collect();
        assert_eq!(labels, ["1.", "(a)", "(b)", "1.2.1", "2.", "(a)"]);
    }

    #[test]
    fn a_start_override_counts_once_and_lists_of_one_kind_count_on() {
        let mut list = numbering(
            LEVELS,
            "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\
             <w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride></w:num>\
             <w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/></w:num>",
        );
        let styles = Styles::default();
        let labels: Vec<String> =
            [1, 1, 2, 2, 3].iter().filter_map(|id| list.next(*id, 0, &styles)).collect();
        assert_eq!(labels, ["1.", "2.", "7.", "8.", "9."]);
    }

    #[test]
    fn numbers_are_written_as_word_writes_them() {
        assert_eq!(write_number(28, "lowerLetter"), "bb");
        assert_eq!(write_number(4, "lowerRoman"), "iv");
        assert_eq!(write_number(3, "hindiNumbers"), "٣");
        assert_eq!(write_number(22, "ordinal"), "22nd");
    }
}
