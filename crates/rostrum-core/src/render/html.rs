//! Document → one accessible HTML file.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::numbers;
use super::pictures::{printed_picture, with_words_for_missing};
use super::script::{against, by_language, runs_left};
use super::text::bracketed;
use crate::model::call::Marking;
use crate::model::document::{Content, CoverLine, DocumentBlock, Inline};
use crate::model::{Document, PictureBytes};

/// Returns the document as one HTML file that needs nothing else.
///
/// Language and direction are set, headings are headings, tables have header cells, notes
/// are linked both ways. Nothing is loaded from anywhere.
///
/// Pictures stand in the file itself; one whose bytes are not there is shown in words.
pub fn html(document: &Document, pictures: &PictureBytes) -> String {
    let document = &*with_words_for_missing(document, pictures);
    let mut out = String::new();
    let direction = if runs_left(&document.language) { "rtl" } else { "ltr" };
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n",
        escaped(&document.language),
        escaped(&document.title)
    );
    if !document.organisation.is_empty() {
        let name = escaped(&document.organisation);
        let _ = writeln!(out, "<meta name=\"author\" content=\"{name}\">");
    }
    let _ = write!(out, "<style>{}</style>\n</head>\n<body>\n<main>\n", style(document));
    let title_note = document.title_note.map_or_else(String::new, mark);
    let (before, after) = document.cover_around_title();
    cover(&mut out, before);
    let _ = writeln!(out, "<h1>{}{title_note}</h1>", escaped(&document.title));
    cover(&mut out, after);
    let mut blocks = document.blocks.as_slice();
    while let Some((first, rest)) = blocks.split_first() {
        if matches!(first.content, Content::ListItem { .. }) {
            blocks = list(&mut out, blocks, 0, document);
        } else {
            block(&mut out, first, document, pictures);
            blocks = rest;
        }
    }
    out.push_str("</main>\n");
    notes(&mut out, document);
    out.push_str("</body>\n</html>\n");
    out
}

fn cover(out: &mut String, lines: &[CoverLine]) {
    if lines.is_empty() {
        return;
    }
    out.push_str("<dl>\n");
    for line in lines {
        let (label, value) = (escaped(&line.label), escaped(&line.value));
        let _ = writeln!(out, "<div><dt>{label}:</dt> <dd>{value}</dd></div>");
    }
    out.push_str("</dl>\n");
}

fn block(out: &mut String, block: &DocumentBlock, document: &Document, pictures: &PictureBytes) {
    match &block.content {
        Content::Heading { level, text } => {
            let level = (level + 1).min(6);
            let (way, words) = line(text, document);
            let _ = writeln!(out, "<h{level}{way}>{words}</h{level}>");
        }
        Content::Paragraph { number: Some(number), text, .. } => {
            let (way, words) = line(text, document);
            let _ = writeln!(
                out,
                "<p id=\"p{number}\"{way}><span class=\"n\">{number}.</span> {words}</p>"
            );
        }
        Content::Paragraph { quoted: true, text, .. } => {
            let (way, words) = line(text, document);
            let _ = writeln!(out, "<blockquote{way}><p>{words}</p></blockquote>");
        }
        Content::Paragraph { text, .. } => {
            let (way, words) = line(text, document);
            let _ = writeln!(out, "<p{way}>{words}</p>");
        }
        Content::ListItem { .. } => {}
        Content::Table { rows, .. } => table(out, rows, document),
        Content::Picture { picture, alt, caption, indented } => {
            // In dots of a screen, of which 96 are an inch.
            let (wide, high) = printed_picture(&document.look, picture, caption, *indented);
            let (wide, high) = (wide * 96 / 2_540, (high * 96 / 2_540).max(1));
            let data =
                pictures.get(&picture.sha256).map_or_else(String::new, |b| STANDARD.encode(b));
            let _ = write!(
                out,
                "<figure{}><img src=\"data:{};base64,{data}\" width=\"{wide}\" height=\"{high}\" alt=\"{}\">",
                if *indented { " class=\"in\"" } else { "" },
                picture.kind.media_type(),
                escaped(alt)
            );
            if !caption.is_empty() {
                let (way, words) = line(caption, document);
                let _ = write!(out, "<figcaption{way}>{words}</figcaption>");
            }
            out.push_str("</figure>\n");
        }
    }
}

/// Writes a list with the lists inside it; returns the blocks after it.
fn list<'d>(
    out: &mut String,
    mut blocks: &'d [DocumentBlock],
    level: u8,
    document: &Document,
) -> &'d [DocumentBlock] {
    let Some(Content::ListItem { number: first, .. }) = blocks.first().map(|b| &b.content) else {
        return blocks;
    };
    // Figures are what a list has anyway.
    let kind = ["", " class=\"a\"", " class=\"i\""]
        [usize::from(numbers::level(level, document.look.numbered))];
    let (name, start) = match first {
        Some(1) => ("ol", kind.to_owned()),
        Some(n) => ("ol", format!("{kind} start=\"{n}\"")),
        None => ("ul", String::new()),
    };
    let _ = writeln!(out, "<{name}{start}>");
    while let Some((head, rest)) = blocks.split_first() {
        let Content::ListItem { depth, number, text } = &head.content else { break };
        if *depth < level || number.is_some() != first.is_some() && *depth == level {
            break;
        }
        let (way, words) = line(text, document);
        let _ = write!(out, "<li{way}>{words}");
        blocks = rest;
        while let Some(Content::ListItem { depth, .. }) = blocks.first().map(|b| &b.content) {
            if *depth <= level {
                break;
            }
            out.push('\n');
            blocks = list(out, blocks, *depth, document);
        }
        out.push_str("</li>\n");
    }
    let _ = writeln!(out, "</{name}>");
    blocks
}

fn table(out: &mut String, rows: &[Vec<Vec<Inline>>], document: &Document) {
    out.push_str("<table>\n");
    for (at, row) in rows.iter().enumerate() {
        out.push_str(if at == 0 { "<thead>\n<tr>" } else { "<tr>" });
        for cell in row {
            let (way, words) = line(cell, document);
            let _ = if at == 0 {
                write!(out, "<th scope=\"col\"{way}>{words}</th>")
            } else {
                write!(out, "<td{way}>{words}</td>")
            };
        }
        out.push_str(if at == 0 { "</tr>\n</thead>\n<tbody>\n" } else { "</tr>\n" });
    }
    out.push_str("</tbody>\n</table>\n");
}

fn notes(out: &mut String, document: &Document) {
    if document.notes.is_empty() {
        return;
    }
    out.push_str("<footer>\n<ol>\n");
    for (at, note) in document.notes.iter().enumerate() {
        let number = at + 1;
        let (way, words) = line(note, document);
        let _ = writeln!(
            out,
            "<li id=\"note{number}\"{way}>{words} <a href=\"#mark{number}\" \
             aria-label=\"Back to mark {number}\">↩</a></li>"
        );
    }
    out.push_str("</ol>\n</footer>\n");
}

fn against_document(inlines: &[Inline], document: &Document) -> Option<&'static str> {
    fn texts(inlines: &[Inline]) -> Vec<&str> {
        let words = inlines.iter().flat_map(|piece| match piece {
            Inline::Text { text, .. } => vec![text.as_str()],
            Inline::Link { text, .. } => texts(text),
            Inline::Note(_) | Inline::Break => Vec::new(),
        });
        words.collect()
    }
    against(texts(inlines), &document.language)
}

/// Returns a line: language and direction for the element around it, where it runs against the
/// document, and its words.
fn line(inlines: &[Inline], document: &Document) -> (String, String) {
    let Some(own) = against_document(inlines, document) else {
        return (String::new(), pieces(inlines, document, &document.language));
    };
    let way = if runs_left(own) { "rtl" } else { "ltr" };
    (format!(" lang=\"{own}\" dir=\"{way}\""), pieces(inlines, document, own))
}

/// Writes the pieces of a line that is written in this language.
fn pieces(inlines: &[Inline], document: &Document, own: &str) -> String {
    let brackets = document.look.marking == Marking::Brackets;
    let mut out = String::new();
    for piece in inlines {
        match piece {
            Inline::Text { text, marks } if marks.inserted && brackets => {
                bracketed(&mut out, "add", &escaped(text));
            }
            Inline::Text { text, marks } if marks.deleted && brackets => {
                bracketed(&mut out, "delete", &escaped(text));
            }
            Inline::Text { text, marks } => {
                let plain = document.look.plain;
                let tags = [
                    (marks.inserted, "ins"),
                    (marks.deleted, "del"),
                    (marks.bold && !plain, "strong"),
                    (marks.italic && !plain, "em"),
                ];
                let tags = tags.iter().filter(|(on, _)| *on).map(|(_, tag)| *tag);
                for tag in tags.clone() {
                    let _ = write!(out, "<{tag}>");
                }
                words(&mut out, text, marks.tongue.tag(), own);
                for tag in tags.rev() {
                    let _ = write!(out, "</{tag}>");
                }
            }
            Inline::Link { url, text } => {
                let words = pieces(text, document, own);
                let _ = write!(out, "<a href=\"{}\">{words}</a>", escaped(url));
            }
            Inline::Note(at) => out.push_str(&mark(*at)),
            Inline::Break => out.push_str("<br>"),
        }
    }
    out
}

/// Writes words, each run in another language than the line's under its name, and under its
/// direction where that is another.
fn words(out: &mut String, text: &str, tongue: Option<&str>, own: &str) {
    for (words, script) in by_language(text, tongue.unwrap_or(own)) {
        let Some(language) = script.or(tongue) else {
            out.push_str(&escaped(words));
            continue;
        };
        let way = match (runs_left(language), runs_left(own)) {
            (true, false) => " dir=\"rtl\"",
            (false, true) => " dir=\"ltr\"",
            _ => "",
        };
        let _ = write!(out, "<span lang=\"{language}\"{way}>{}</span>", escaped(words));
    }
}

fn mark(at: u32) -> String {
    let number = at + 1;
    format!(
        "<sup><a id=\"mark{number}\" href=\"#note{number}\" aria-label=\"Note {number}\">{number}</a></sup>"
    )
}

fn style(document: &Document) -> String {
    let look = &document.look;
    // Only letters, digits and spaces of a font's name go into the sheet.
    let font: String =
        look.font.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-')).collect();
    let align = if look.justified { "justify" } else { "start" };
    let lines = f64::from(match look.line_spacing {
        0 => 120,
        stated => stated.clamp(80, 300),
    }) * 1.21
        / 100.0;
    // Only lists that begin with letters need to be told how they are counted.
    let counted = "@counter-style a{system:extends lower-alpha;prefix:\"(\";suffix:\") \"}\
         @counter-style i{system:extends lower-roman;prefix:\"(\";suffix:\") \"}\
         ol.a{list-style:a}ol.i{list-style:i}";
    let pictured = |block: &DocumentBlock| matches!(block.content, Content::Picture { .. });
    let figures = if document.blocks.iter().any(pictured) {
        "figure{margin:1.2em 0}figure.in{margin:1.2em 40px}figcaption{font-size:.92em;\
         margin-top:.4em}img{max-width:100%;height:auto}"
    } else {
        ""
    };
    let plain = if look.plain { "h1,h2,h3,h4,h5,h6,th,dt{font-weight:normal}" } else { "" };
    format!(
        "body{{font:{}pt/{lines:.2} \"{font}\",serif;max-width:42em;margin:2em auto;padding:0 1em}}\
         p{{text-align:{align}}}h1,h2,h3,h4,h5,h6{{line-height:1.2}}\
         dl div{{margin:.2em 0}}dt{{display:inline;font-weight:bold}}dd{{display:inline;margin:0}}\
         .n{{display:inline-block;min-width:2.2em}}sup{{unicode-bidi:isolate}}\
         table{{border-collapse:collapse;width:100%}}th,td{{border:1px solid #777;padding:.35em .5em;\
         text-align:start;vertical-align:top}}th{{background:#eee}}\
         ins{{font-weight:bold;text-decoration:underline}}footer{{border-top:1px solid #777;\
         margin-top:2em;font-size:.88em}}{counted}{plain}{figures}",
        look.size_pt
    )
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}
