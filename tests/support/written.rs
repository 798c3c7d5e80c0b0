//! Bodies of statements that a generator writes, with every word known.

use proptest::prelude::*;

use crate::pictures::NAMES;

/// Words of the text and of the notes.
#[derive(Debug, Default, Clone)]
pub struct Words {
    /// Of the text.
    pub text: Vec<String>,
    /// Of the notes.
    pub notes: Vec<String>,
    /// What pictures show.
    pub alts: Vec<String>,
}

/// One piece of a generated body.
#[derive(Debug, Clone)]
pub enum Piece {
    /// A heading with its level.
    Heading(u8, Vec<String>),
    /// A paragraph, perhaps with a note.
    Paragraph(Vec<String>, Option<Vec<String>>),
    /// Items of a list, numbered or not.
    Items(bool, Vec<Vec<String>>),
    /// A quotation.
    Quote(Vec<String>),
    /// A table with two columns.
    Table(Vec<Vec<String>>),
    /// A picture.
    Picture(Picture),
}

/// A picture of a generated body.
#[derive(Debug, Clone)]
pub struct Picture {
    /// Which of the pictures that tests have.
    pub which: usize,
    /// Where it stands.
    pub place: PicturePlace,
    /// What it shows.
    pub alt: Vec<String>,
    /// Words under it.
    pub caption: Vec<String>,
}

/// Where a picture stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PicturePlace {
    /// In a paragraph of its own.
    Alone,
    /// Among the words of a paragraph.
    Among,
    /// In an item of a list, under its words.
    Item,
    /// In a quotation.
    Quote,
    /// In a heading.
    Heading,
}

/// Which letters are written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    /// Those of many scripts.
    All,
    /// Those that our own fonts have and that run from left to right: a reader of lines of a
    /// PDF turns the others round.
    LeftToRight,
}

/// Returns one word of anything that formats take for their own.
///
/// # Panics
/// Never: the pattern is fixed.
pub fn word(letters: Letters) -> impl Strategy<Value = String> {
    // Everything that any of the formats takes for its own.
    let other = match letters {
        Letters::All => "中あع",
        Letters::LeftToRight => "Ωю",
    };
    let pattern = format!("[a-zA-Z0-9éßЖ{other}\\\\`*_{{}}#+!.|~&<>\"'$%@^()=:;,?/-]{{1,12}}");
    proptest::string::string_regex(&pattern)
        .expect("a pattern")
        .prop_filter("a key would be a citation", |w| !w.contains("[@"))
}

/// Returns a few words.
pub fn words(letters: Letters) -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(word(letters), 1..5)
}

/// Returns a piece of a body.
pub fn piece(letters: Letters) -> impl Strategy<Value = Piece> {
    let words = move || words(letters);
    prop_oneof![
        (1u8..4, words()).prop_map(|(level, words)| Piece::Heading(level, words)),
        (words(), prop::option::of(words())).prop_map(|(w, n)| Piece::Paragraph(w, n)),
        (any::<bool>(), prop::collection::vec(words(), 1..4)).prop_map(|(n, i)| Piece::Items(n, i)),
        words().prop_map(Piece::Quote),
        prop::collection::vec(prop::collection::vec(word(letters), 2..3), 2..4)
            .prop_map(Piece::Table),
        picture(letters).prop_map(Piece::Picture),
    ]
}

fn picture(letters: Letters) -> impl Strategy<Value = Picture> {
    use PicturePlace::{Alone, Among, Heading, Item, Quote};
    let place = prop::sample::select(vec![Alone, Among, Item, Quote, Heading]);
    let caption = prop::collection::vec(word(letters), 0..4);
    (0..NAMES.len(), place, words(letters), caption)
        .prop_map(|(which, place, alt, caption)| Picture { which, place, alt, caption })
}

/// Writes words so that they can be told from everything around them, and escapes them for
/// Markdown: `«word»` in the text, `‹word›` in notes.
fn line(words: &[String], quotes: [char; 2], all: &mut Vec<String>) -> String {
    let escaped = |word: &String| -> String {
        word.chars()
            .flat_map(|c| if c.is_ascii_punctuation() { vec!['\\', c] } else { vec![c] })
            .collect()
    };
    all.extend(words.iter().cloned());
    let words: Vec<String> = words
        .iter()
        .enumerate()
        .map(|(at, word)| {
            let word = format!("{}{}{}", quotes[0], escaped(word), quotes[1]);
            match at % 3 {
                1 => format!("**{word}**"),
                2 => format!("[*{word}*](https://example.org/{at})"),
                _ => word,
            }
        })
        .collect();
    words.join(" ")
}

/// Writes pieces as a body in Markdown, and returns the words it holds.
pub fn body(pieces: &[Piece]) -> (String, Words) {
    let mut out = String::new();
    let mut all = Words::default();
    let mut notes = Vec::new();
    let text = ['«', '»'];
    for piece in pieces {
        match piece {
            Piece::Heading(level, words) => {
                let marks = "#".repeat(usize::from(*level));
                out.push_str(&format!("{marks} {}\n\n", line(words, text, &mut all.text)));
            }
            Piece::Paragraph(words, note) => {
                out.push_str(&line(words, text, &mut all.text));
                if let Some(note) = note {
                    let mark = notes.len() + 1;
                    notes.push(format!("[^{mark}]: {}\n", line(note, ['‹', '›'], &mut all.notes)));
                    out.push_str(&format!("[^{mark}]"));
                }
                out.push_str("\n\n");
            }
            Piece::Items(numbered, items) => {
                for (at, item) in items.iter().enumerate() {
                    let mark = if *numbered { format!("{}.", at + 1) } else { "-".into() };
                    out.push_str(&format!("{mark} {}\n", line(item, text, &mut all.text)));
                }
                // A comment parts lists, as writers of Markdown do; it is not text.
                out.push('\n');
            }
            Piece::Quote(words) => {
                out.push_str(&format!("> {}\n\n", line(words, text, &mut all.text)));
            }
            Piece::Table(rows) => {
                for (at, row) in rows.iter().enumerate() {
                    let cells: Vec<String> = row
                        .iter()
                        .map(|c| line(std::slice::from_ref(c), text, &mut all.text))
                        .collect();
                    out.push_str(&format!("| {} |\n", cells.join(" | ")));
                    if at == 0 {
                        out.push_str("| --- | --- |\n");
                    }
                }
                out.push('\n');
            }
            Piece::Picture(picture) => out.push_str(&pictured(picture, &mut all)),
        }
    }
    out.push_str(&notes.join("\n"));
    (out, all)
}

/// Writes a picture with the words around it; its caption stands after all of them.
fn pictured(picture: &Picture, all: &mut Words) -> String {
    let text = ['«', '»'];
    let word = |word: &str, all: &mut Words| line(&[word.to_owned()], text, &mut all.text);
    let around = match picture.place {
        PicturePlace::Alone => [String::new(), String::new()],
        PicturePlace::Heading | PicturePlace::Quote => [word("one", all), String::new()],
        PicturePlace::Among | PicturePlace::Item => [word("one", all), word("two", all)],
    };
    let alt = line(&picture.alt, ALTS, &mut all.alts);
    // Written once as Markdown, and once more as the title of an image.
    let caption = line(&picture.caption, text, &mut all.text);
    let caption = caption.replace('\\', "\\\\").replace('"', "\\\"");
    let title = if caption.is_empty() { String::new() } else { format!(" \"{caption}\"") };
    let image = format!("![{alt}]({}{title})", NAMES[picture.which]);
    let [before, after] = around;
    match picture.place {
        PicturePlace::Alone => format!("{image}\n\n"),
        PicturePlace::Heading => format!("## {before} {image}\n\n"),
        PicturePlace::Quote => format!("> {before}\n>\n> {image}\n\n"),
        PicturePlace::Among => format!("{before} {image} {after}\n\n"),
        PicturePlace::Item => format!("- {before}\n\n  {after} {image}\n\n"),
    }
}

/// Marks around words that say what a picture shows.
pub const ALTS: [char; 2] = ['ŋ', 'Ŋ'];

/// Returns the words between quotes, in order.
pub fn quoted(text: &str, quotes: [char; 2]) -> Vec<String> {
    text.split(quotes[0])
        .skip(1)
        .filter_map(|rest| rest.split_once(quotes[1]).map(|(word, _)| word.to_owned()))
        .collect()
}

/// Returns how many cases a property is tried with: `PROPTEST_CASES`, or this many.
pub fn cases(usual: u32) -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(usual)
}
