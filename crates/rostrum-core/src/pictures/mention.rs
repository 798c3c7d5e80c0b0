//! Where a text shows pictures: `![what it shows](name "caption")`.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// A place of a text that shows a picture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mention {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// Name of the picture, or whatever stands there in its place.
    pub name: String,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// What stands under it; may hold marks of sources.
    pub caption: String,
}

impl Mention {
    /// Tells whether it names something of the web in place of a picture of the statement.
    pub fn is_address(&self) -> bool {
        let name = self.name.to_lowercase();
        name.starts_with("//")
            || ["http:", "https:", "data:", "file:", "ftp:"].iter().any(|s| name.starts_with(s))
    }
}

/// Returns the places of a text that show pictures, in their order.
pub fn mentions(markdown: &str) -> Vec<Mention> {
    if !markdown.contains("![") {
        return Vec::new();
    }
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let mut found: Vec<Mention> = Vec::new();
    let mut depth = 0_u32;
    for (event, range) in Parser::new_ext(markdown, options).into_offset_iter() {
        match event {
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                if depth == 0 {
                    found.push(Mention {
                        range,
                        name: dest_url.into_string(),
                        alt: String::new(),
                        caption: one_line(&title),
                    });
                }
                depth += 1;
            }
            Event::End(TagEnd::Image) => depth = depth.saturating_sub(1),
            Event::Text(words) | Event::Code(words) if depth > 0 => {
                if let Some(mention) = found.last_mut() {
                    mention.alt.push_str(&words);
                }
            }
            Event::SoftBreak | Event::HardBreak if depth > 0 => {
                if let Some(mention) = found.last_mut() {
                    mention.alt.push(' ');
                }
            }
            _ => {}
        }
    }
    for mention in &mut found {
        mention.alt = one_line(&mention.alt);
    }
    found
}

/// Writes what shows a picture; [`mentions`] reads the same from it.
pub fn written(name: &str, alt: &str, caption: &str) -> String {
    let (mut label, mut title) = (String::new(), String::new());
    for c in one_line(alt).chars() {
        if "\\`*_[]<>&!|~^@".contains(c) {
            label.push('\\');
        }
        label.push(c);
    }
    for c in one_line(caption).chars() {
        if "\\\"&|".contains(c) {
            title.push('\\');
        }
        title.push(c);
    }
    if title.is_empty() {
        format!("![{label}]({name})")
    } else {
        format!("![{label}]({name} \"{title}\")")
    }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_picture_is_found_wherever_it_stands() {
        let text = "# One\n\n![A *map*](map.png \"Source: [@who2024]\")\n\n- ![](b.jpg)\n\n> a ![c\nd][x] b\n\n[x]: c.png\n\n`![no](no.png)` and \\![no](no.png)\n";
        let found = mentions(text);
        let told: Vec<(&str, &str, &str)> =
            found.iter().map(|m| (m.name.as_str(), m.alt.as_str(), m.caption.as_str())).collect();
        assert_eq!(
            told,
            [("map.png", "A map", "Source: [@who2024]"), ("b.jpg", "", ""), ("c.png", "c d", "")]
        );
        assert_eq!(&text[found[1].range.clone()], "![](b.jpg)");
    }

    #[test]
    fn addresses_of_the_web_are_told_from_names() {
        let address = |name: &str| Mention { name: name.into(), ..Mention::default() }.is_address();
        assert!(address("https://example.org/a.png") && address("DATA:image/png;base64,"));
        assert!(!address("a.png") && !address("folder/a.png"));
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(alt in "[ -~äñ\u{4E2D}]{0,40}", caption in "[ -~é]{0,40}") {
            let text = format!("before\n\n{}\n\nafter\n", written("a-b.png", &alt, &caption));
            let found = mentions(&text);
            prop_assert_eq!(found.len(), 1);
            prop_assert_eq!(&found[0].alt, &one_line(&alt));
            prop_assert_eq!(&found[0].caption, &one_line(&caption));
            prop_assert_eq!(&found[0].name, "a-b.png");
        }
    }
}
