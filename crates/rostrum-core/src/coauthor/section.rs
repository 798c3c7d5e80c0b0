//! The sections of the body: where they lie, and how a text is made to stay inside one.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use crate::begun::unnumbered;

/// Deepest level of a heading.
const DEEPEST: u8 = 6;

/// What would leave open what stands behind it, when a text ends inside: a comment and the like.
const ENDINGS: [&str; 7] = ["-->", "?>", "]]>", "</script>", "</pre>", "</style>", "</textarea>"];

/// What became of the headings of a text that was written into a section.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settled {
    /// The first heading, when it was left out because it repeats that of the section.
    pub left_out: Option<String>,
    /// Headings that stand at another level now, in order.
    pub moved: Vec<Moved>,
}

/// A heading that stands at another level now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Its words.
    pub heading: String,
    /// Its level in the text, from 1.
    pub from: u8,
    /// Its level in the section, from 2.
    pub to: u8,
}

/// A heading in a Markdown text.
struct Heading {
    /// Where it lies in bytes, without the end of its last line.
    range: Range<usize>,
    level: u8,
    words: String,
    /// Whether it stands in a quotation or a list.
    inside: bool,
}

/// Returns the words of the headings of level 1, which are the sections, in order.
pub fn sections(body: &str) -> Vec<String> {
    top(body).map(|heading| heading.words).collect()
}

/// Returns where the heading and the content of a section lie in the body, in bytes.
pub(super) fn section(body: &str, heading: &str) -> Option<(Range<usize>, Range<usize>)> {
    let wanted = heading.trim().to_lowercase();
    let mut found: Option<Range<usize>> = None;
    for heading in top(body) {
        if let Some(title) = found {
            let content = title.end..heading.range.start;
            return Some((title, content));
        }
        if heading.words.to_lowercase() == wanted {
            found = Some(heading.range);
        }
    }
    found.map(|title| (title.clone(), title.end..body.len()))
}

/// Returns a text as it stands inside the section with this heading.
///
/// A first heading that repeats the section's is left out. When one of the others stands at
/// the level of sections, all of them go as far down as it takes, so that they keep their
/// levels among each other; none goes deeper than level 6. What the text leaves open, such as
/// a block of code, is closed at its end.
pub(super) fn inside(heading: &str, text: &str) -> (String, Settled) {
    let text = text.trim_matches(['\n', '\r']);
    let mut settled = Settled::default();
    let mut all = headings(text);
    let mut rest = 0;
    if let Some(first) = all
        .first()
        .filter(|first| text[..first.range.start].trim().is_empty() && same(&first.words, heading))
    {
        rest = first.range.end;
        settled.left_out = Some(first.words.clone());
        all.remove(0);
    }
    let top = all.iter().map(|heading| heading.level).min().unwrap_or(DEEPEST);
    let down = 2_u8.saturating_sub(top);
    let mut out = String::with_capacity(text.len() + 2 * all.len());
    for heading in all.iter().filter(|heading| down > 0 && heading.level < DEEPEST) {
        let to = (heading.level + down).min(DEEPEST);
        out.push_str(&text[rest..heading.range.start]);
        out.push_str(&at_level(&text[heading.range.clone()], to));
        rest = heading.range.end;
        let moved = Moved { heading: heading.words.clone(), from: heading.level, to };
        settled.moved.push(moved);
    }
    out.push_str(&text[rest..]);
    let out = out.trim_matches(['\n', '\r']);
    (closed(out), settled)
}

/// Tells whether two headings say the same but for number, case and punctuation.
fn same(one: &str, other: &str) -> bool {
    let words = |heading: &str| -> Vec<String> {
        let words = unnumbered(heading).split(|c: char| !c.is_alphanumeric());
        words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    !words(one).is_empty() && words(one) == words(other)
}

/// Writes a heading at another level, as a line that begins with `#`.
fn at_level(source: &str, level: u8) -> String {
    let marks = "#".repeat(usize::from(level));
    if let Some(line) = source.strip_prefix('#') {
        return format!("{marks}{}", line.trim_start_matches('#'));
    }
    // Words over a line of `=` or `-`; in a quotation each line has its mark before it.
    let mut lines: Vec<&str> = source.trim_end().lines().collect();
    lines.pop();
    let words: Vec<&str> =
        lines.iter().map(|line| line.trim_start_matches(['>', ' ', '\t']).trim_end()).collect();
    let words = words.join(" ");
    let words = words.trim_end_matches('\\');
    match words.strip_suffix('#') {
        // A last `#` would be taken for the end of the heading.
        Some(words) if !words.ends_with('\\') => format!("{marks} {words}\\#"),
        _ => format!("{marks} {words}"),
    }
}

/// Closes what a text leaves open, so that a heading behind it is a heading.
fn closed(text: &str) -> String {
    let is_closed = |text: &str| {
        let probe = format!("{text}\n\n# x\n");
        headings(&probe).last().is_some_and(|last| last.range.start >= text.len())
    };
    if is_closed(text) {
        return text.to_owned();
    }
    let with = |ending: &str| format!("{text}\n{ending}");
    let fence = last_fence(text);
    let endings = fence.iter().map(String::as_str).chain(ENDINGS);
    endings.map(with).find(|text| is_closed(text)).unwrap_or_else(|| text.to_owned())
}

/// Returns the mark of the last fenced block of code.
fn last_fence(text: &str) -> Option<String> {
    let blocks = Parser::new_ext(text, options()).into_offset_iter();
    let start = blocks
        .filter(|(event, _)| {
            matches!(event, Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))))
        })
        .last()?
        .1
        .start;
    let mark = text[start..].chars().next()?;
    Some(text[start..].chars().take_while(|c| *c == mark).collect())
}

/// Returns the headings of level 1 that begin sections.
fn top(body: &str) -> impl Iterator<Item = Heading> {
    headings(body).into_iter().filter(|heading| heading.level == 1 && !heading.inside)
}

/// Returns the headings, by the Markdown of the whole program.
fn headings(text: &str) -> Vec<Heading> {
    let mut found: Vec<Heading> = Vec::new();
    let (mut open, mut depth) = (false, 0_u32);
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                open = true;
                let end = range.start + text[range.clone()].trim_end().len();
                let range = range.start..end;
                found.push(Heading {
                    range,
                    level: level as u8,
                    words: String::new(),
                    inside: depth > 0,
                });
            }
            Event::End(TagEnd::Heading(_)) => open = false,
            Event::Start(Tag::BlockQuote(_) | Tag::Item | Tag::FootnoteDefinition(_)) => depth += 1,
            Event::End(TagEnd::BlockQuote(_) | TagEnd::Item | TagEnd::FootnoteDefinition) => {
                depth = depth.saturating_sub(1);
            }
            Event::Text(words) | Event::Code(words) if open => said(&mut found, &words),
            Event::SoftBreak | Event::HardBreak if open => said(&mut found, " "),
            _ => {}
        }
    }
    found
}

fn said(found: &mut [Heading], words: &str) {
    if let Some(heading) = found.last_mut() {
        heading.words.push_str(words);
    }
}

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> (String, Vec<(String, u8, u8)>) {
        let (text, settled) = inside("Summary", text);
        (text, settled.moved.into_iter().map(|m| (m.heading, m.from, m.to)).collect())
    }

    #[test]
    fn a_first_heading_that_repeats_the_section_is_left_out() {
        for text in ["# Summary\n\nOne.", "Summary\n=======\n\nOne.", "## 1. SUMMARY: ##\nOne."] {
            assert_eq!(written(text), ("One.".into(), vec![]), "{text}");
        }
        assert_eq!(inside("Résumé", "# RÉSUMÉ\n\nUn.").0, "Un.");
        let (text, settled) = inside("Summary", "# Summary");
        assert_eq!((text.as_str(), settled.left_out.as_deref()), ("", Some("Summary")));
    }

    #[test]
    fn only_the_very_first_heading_can_repeat_it() {
        let (text, moved) = written("Words.\n\n# Summary\n\nOne.");
        assert_eq!(text, "Words.\n\n## Summary\n\nOne.");
        assert_eq!(moved, [("Summary".to_owned(), 1, 2)]);
    }

    #[test]
    fn headings_go_below_the_section_and_keep_their_order_of_depth() {
        let text = "# Summary\n\n# Part 1\n\nOne.\n\n## On ports\n\nTwo.\n\n###### Deep\n\nThree.";
        let (text, moved) = written(text);
        assert_eq!(text, "## Part 1\n\nOne.\n\n### On ports\n\nTwo.\n\n###### Deep\n\nThree.");
        assert_eq!(moved, [("Part 1".to_owned(), 1, 2), ("On ports".to_owned(), 2, 3)]);
    }

    #[test]
    fn headings_that_stand_below_the_section_stay_where_they_are() {
        let text = "# Summary\n\nOne.\n\n## Ports\n\n#### Deep\n\nTwo.";
        assert_eq!(written(text), ("One.\n\n## Ports\n\n#### Deep\n\nTwo.".into(), vec![]));
    }

    #[test]
    fn what_only_looks_like_a_heading_stays_as_it_is() {
        for text in [
            "\\# Not one\n\nWords.",
            "```\n# Not one\n```\n\nWords.",
            "~~~~\n~~~\n# Not one\n~~~~",
            "    # Not one",
            "#Not one",
            "Words `# not one`.",
        ] {
            assert_eq!(written(text), (text.trim_matches('\n').into(), vec![]), "{text}");
        }
    }

    #[test]
    fn underlined_headings_go_down_too() {
        let (text, moved) = written("Part\none #\n===\n\nWords.\n\nPoint\n---\n\nMore.");
        assert_eq!(text, "## Part one \\#\n\nWords.\n\n### Point\n\nMore.");
        assert_eq!(moved.len(), 2);
        assert_eq!(written("> Part\n> ===\n>\n> Words.").0, "> ## Part\n>\n> Words.");
    }

    #[test]
    fn a_text_that_ends_inside_code_takes_no_section_behind_it_in() {
        for text in ["````\ncode", "~~~\n# x", "Words.\n\n<!-- a remark"] {
            let (text, _) = inside("Summary", text);
            let body = format!("# Summary\n\n{text}\n\n# Comments\n\nTwo.\n");
            assert_eq!(sections(&body), ["Summary", "Comments"], "{body}");
        }
    }

    #[test]
    fn what_was_written_stays_when_it_is_written_again() {
        for text in ["# A\n\n## B\n\nC.", "A\n===\n\nB.", "```\ncode", "> # Quoted\n\nWords."] {
            let (once, _) = inside("Summary", text);
            assert_eq!(inside("Summary", &once), (once.clone(), Settled::default()), "{text}");
        }
    }
}
