//! What stands in the way of a file for archives and screen readers, told before it is made.

use std::collections::{BTreeMap, BTreeSet};

use rostrum_core::finding::{Finding, Place, Severity};
use rostrum_core::model::Document;
use rostrum_core::model::document::{Content, Inline, Origin, plain_text};

use crate::data::{name, plain};
use crate::fonts::{Fonts, same_widths, stand_in};
use rostrum_core::render::script::is_han;

/// How many characters without a font are named.
const NAMED: usize = 8;

/// What characters that no font has are reported as; they keep a file from the strict
/// standards.
pub(crate) const CHARACTERS: &str = "pdf-characters";

/// What a picture that nobody described is reported as; it keeps a file from the strict
/// standards.
pub(crate) const UNDESCRIBED: &str = "pdf-picture-undescribed";

/// Tells before a PDF is made what it would miss: characters no font has, headings that
/// skip a level, a title, what a picture shows, the font that the call asks for.
pub fn look_over(document: &Document, fonts: &Fonts) -> Vec<Finding> {
    let mut findings = Vec::new();
    if document.title.trim().is_empty() {
        findings.push(untitled(&name(document)));
    }
    if !same_widths(&document.look.font) {
        findings.push(other_font(&document.look.font));
    }
    findings.extend(skipped_levels(document));
    findings.extend(undescribed(document));
    findings.extend(missing(document, fonts).iter().map(Missing::finding));
    findings
}

/// Returns what is said when the file is an ordinary one after all.
pub(crate) fn ordinary(hindrance: &str, reason: &str) -> Finding {
    let (variant, message) = match hindrance {
        CHARACTERS => (
            "characters",
            "The PDF is tagged, but keeps to neither PDF/UA-1 nor PDF/A-2a, because of the \
             characters that cannot be shown."
                .into(),
        ),
        UNDESCRIBED => (
            "picture",
            "The PDF is tagged, but keeps to neither PDF/UA-1 nor PDF/A-2a, because of a picture \
             that nobody described."
                .into(),
        ),
        _ => (
            "refused",
            format!("The PDF is tagged, but keeps to neither PDF/UA-1 nor PDF/A-2a: {reason}."),
        ),
    };
    Finding {
        code: "D204".into(),
        name: "pdf-ordinary".into(),
        severity: Severity::Warning,
        variant: variant.into(),
        params: params(&[("reason", reason)]),
        message,
        hint: "Mend what is named beside this and export again, or hand over the Word file.".into(),
        ..Finding::default()
    }
}

fn untitled(used: &str) -> Finding {
    Finding {
        code: "D203".into(),
        name: "pdf-untitled".into(),
        severity: Severity::Warning,
        variant: "used".into(),
        params: params(&[("title", used)]),
        message: format!("The statement has no title; the PDF is called “{used}” inside."),
        hint: "Give the statement a title: a screen reader says it first.".into(),
        place: Place::part("header"),
        ..Finding::default()
    }
}

fn other_font(font: &str) -> Finding {
    let own = stand_in(font);
    Finding {
        code: "D205".into(),
        name: "pdf-other-font".into(),
        severity: Severity::Info,
        variant: "font".into(),
        params: params(&[("font", font), ("own", own)]),
        message: format!("“{font}” cannot be shipped with Rostrum; the PDF is set in {own}."),
        hint: "Lines and pages may end elsewhere than in Word; count pages in Word if they are \
               limited."
            .into(),
        ..Finding::default()
    }
}

/// Which level each heading has once none is skipped: a screen reader lists headings by it.
pub(crate) struct Levels {
    by_block: BTreeMap<usize, u8>,
}

impl Levels {
    pub(crate) fn of(document: &Document) -> Self {
        let mut open: Vec<u8> = Vec::new();
        let mut by_block = BTreeMap::new();
        for (at, block) in document.blocks.iter().enumerate() {
            let Content::Heading { level, .. } = block.content else { continue };
            let shown = level.clamp(1, 6);
            while open.last().is_some_and(|above| *above >= shown) {
                open.pop();
            }
            open.push(shown);
            by_block.insert(at, open.len() as u8);
        }
        Self { by_block }
    }

    /// Returns the level of the heading at this place; 1 for what is none.
    pub(crate) fn of_block(&self, at: usize) -> u8 {
        self.by_block.get(&at).copied().unwrap_or(1)
    }
}

fn undescribed(document: &Document) -> Vec<Finding> {
    let mut out: Vec<Finding> = Vec::new();
    for block in &document.blocks {
        let Content::Picture { picture, alt, .. } = &block.content else { continue };
        if !alt.trim().is_empty() {
            continue;
        }
        out.push(Finding {
            code: "D206".into(),
            name: UNDESCRIBED.into(),
            severity: Severity::Error,
            variant: "name".into(),
            params: params(&[("picture", &picture.name)]),
            message: format!(
                "The picture “{}” has no words that say what it shows; a screen reader would say \
                 nothing.",
                picture.name
            ),
            hint: "Say in the text what the picture shows.".into(),
            place: Place { section: block.section.clone(), ..Place::part("body") },
            ..Finding::default()
        });
    }
    out
}

fn skipped_levels(document: &Document) -> Vec<Finding> {
    let levels = Levels::of(document);
    let headings = document.blocks.iter().enumerate();
    headings
        .filter_map(|(at, block)| {
            let Content::Heading { level, text } = &block.content else { return None };
            let (shown, told) = ((*level).clamp(1, 6), levels.of_block(at));
            if shown == told {
                return None;
            }
            let heading = plain_text(text);
            Some(Finding {
                code: "D202".into(),
                name: "heading-level-skipped".into(),
                severity: Severity::Info,
                variant: "level".into(),
                params: params(&[
                    ("heading", &heading),
                    ("level", &shown.to_string()),
                    ("told", &told.to_string()),
                ]),
                message: format!(
                    "The heading “{heading}” is of level {shown} without one of level {} above it; \
                     screen readers are told level {told}.",
                    shown - 1
                ),
                hint: format!("Make it a heading of level {told}, if it is meant so."),
                place: Place { section: block.section.clone(), ..Place::part("body") },
                ..Finding::default()
            })
        })
        .collect()
}

/// Characters of one kind that no font has.
struct Missing {
    variant: &'static str,
    characters: BTreeSet<char>,
    place: Place,
}

impl Missing {
    fn finding(&self) -> Finding {
        let mut named: Vec<String> = self
            .characters
            .iter()
            .take(NAMED)
            .map(|c| format!("{c} (U+{:04X})", u32::from(*c)))
            .collect();
        if self.characters.len() > NAMED {
            named.push("…".into());
        }
        let (count, named) = (self.characters.len().to_string(), named.join(", "));
        let (message, hint) = match self.variant {
            "chinese" => (
                format!(
                    "There is no font for Chinese on this computer, so {count} characters cannot \
                     be shown in the PDF: {named}."
                ),
                "Install a font such as Noto Sans CJK (Debian: fonts-noto-cjk), or hand over the \
                 Word file.",
            ),
            "private" => (
                format!(
                    "{count} characters are of somebody's own making and mean nothing on another \
                     computer: {named}."
                ),
                "Write them with ordinary characters; they often come from a copied PDF.",
            ),
            _ => (
                format!(
                    "No font has {count} of the characters, so the PDF cannot show them: {named}."
                ),
                "Write them in words, or take them out.",
            ),
        };
        Finding {
            code: "D201".into(),
            name: CHARACTERS.into(),
            severity: Severity::Error,
            variant: self.variant.into(),
            params: params(&[("count", &count), ("characters", &named)]),
            message,
            hint: hint.into(),
            place: self.place.clone(),
            edits: Vec::new(),
        }
    }
}

/// Returns the characters that no font has, by kind, with the first place of each kind.
fn missing(document: &Document, fonts: &Fonts) -> Vec<Missing> {
    let mut known: BTreeMap<char, bool> = BTreeMap::new();
    let mut out: Vec<Missing> = Vec::new();
    let mut look = |text: &str, place: &dyn Fn() -> Place| {
        for c in plain(text).chars().filter(|c| !c.is_ascii()) {
            let shown = *known.entry(c).or_insert_with(|| !is_private(c) && shown(c, fonts));
            if shown {
                continue;
            }
            let variant = match c {
                c if is_private(c) => "private",
                c if is_han(c) => "chinese",
                _ => "characters",
            };
            match out.iter_mut().find(|kind| kind.variant == variant) {
                Some(kind) => _ = kind.characters.insert(c),
                None => {
                    out.push(Missing { variant, characters: BTreeSet::from([c]), place: place() });
                }
            }
        }
    };
    let header = || Place::part("header");
    look(&document.title, &header);
    for line in &document.cover {
        look(&line.label, &header);
        look(&line.value, &header);
    }
    for block in &document.blocks {
        let place = || match &block.origin {
            Origin::Response(id) => {
                Place { paragraph: Some(id.clone()), ..Place::part("response") }
            }
            _ => Place { section: block.section.clone(), ..Place::part("body") },
        };
        for line in block.lines() {
            every_word(line, &mut |text| look(text, &place));
        }
    }
    for note in &document.notes {
        every_word(note, &mut |text| look(text, &|| Place::part("body")));
    }
    out
}

/// Tells whether a document has letters that only a font for Chinese, Japanese or Korean has.
pub fn wants_chinese(document: &Document) -> bool {
    let mut found = false;
    let mut look = |text: &str| {
        found = found || text.chars().any(|c| c >= '\u{1100}' && is_east_asian(c));
    };
    look(&document.title);
    for line in &document.cover {
        look(&line.label);
        look(&line.value);
    }
    for line in document.blocks.iter().flat_map(|block| block.lines()).chain(&document.notes) {
        every_word(line, &mut look);
    }
    found
}

fn is_east_asian(c: char) -> bool {
    is_han(c)
        || matches!(c, '\u{1100}'..='\u{11FF}' | '\u{3040}'..='\u{30FF}' | '\u{AC00}'..='\u{D7AF}')
}

fn every_word(line: &[Inline], see: &mut dyn FnMut(&str)) {
    for piece in line {
        match piece {
            Inline::Text { text, .. } => see(text),
            Inline::Link { text, .. } => every_word(text, see),
            Inline::Note(_) | Inline::Break => {}
        }
    }
}

fn shown(c: char, fonts: &Fonts) -> bool {
    fonts.covers(c) || is_unseen(c)
}

/// Tells whether a character is one that shows nothing by itself: joiners, directions.
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180E}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

fn params(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}
