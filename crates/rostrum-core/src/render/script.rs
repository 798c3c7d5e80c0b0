//! Which language a run of letters is read in, and which way a paragraph runs.

/// A family of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Greek,
    Cyrillic,
    Hebrew,
    Arabic,
    Chinese,
    Japanese,
    Korean,
}

impl Script {
    fn of(c: char) -> Option<Self> {
        Some(match c {
            '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => Self::Greek,
            '\u{400}'..='\u{52F}' => Self::Cyrillic,
            '\u{590}'..='\u{5FF}' | '\u{FB1D}'..='\u{FB4F}' => Self::Hebrew,
            '\u{600}'..='\u{6FF}'
            | '\u{750}'..='\u{77F}'
            | '\u{8A0}'..='\u{8FF}'
            | '\u{FB50}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFC}' => Self::Arabic,
            '\u{3040}'..='\u{30FF}' => Self::Japanese,
            '\u{AC00}'..='\u{D7AF}' => Self::Korean,
            c if is_han(c) => Self::Chinese,
            c if c.is_ascii() || c < '\u{250}' => Self::Latin,
            _ => return None,
        })
        .filter(|_| c.is_alphabetic())
    }

    /// Returns the language most likely written in these letters.
    fn language(self) -> &'static str {
        match self {
            Self::Latin => "en",
            Self::Greek => "el",
            Self::Cyrillic => "ru",
            Self::Hebrew => "he",
            Self::Arabic => "ar",
            Self::Chinese => "zh",
            Self::Japanese => "ja",
            Self::Korean => "ko",
        }
    }

    /// Returns the letters a language is written in.
    fn of_language(tag: &str) -> Self {
        match main(tag).as_str() {
            "el" => Self::Greek,
            "ru" | "uk" | "be" | "bg" | "sr" | "mk" | "kk" | "ky" | "mn" | "tg" => Self::Cyrillic,
            "he" | "yi" => Self::Hebrew,
            "ar" | "fa" | "ur" | "ps" | "sd" | "ug" | "ckb" => Self::Arabic,
            "zh" => Self::Chinese,
            "ja" => Self::Japanese,
            "ko" => Self::Korean,
            _ => Self::Latin,
        }
    }
}

/// Tells whether a character is Chinese, or punctuation of Chinese.
pub fn is_han(c: char) -> bool {
    matches!(c,
        '\u{2E80}'..='\u{2FDF}'
        | '\u{3001}'..='\u{303F}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FF00}'..='\u{FFEF}'
        | '\u{20000}'..='\u{323AF}')
}

/// Returns the language and the region of a tag: `en-GB` gives `en` and `GB`.
pub fn parts(tag: &str) -> (String, Option<String>) {
    let region = tag
        .split(['-', '_'])
        .skip(1)
        .find(|part| part.len() == 2 && part.chars().all(|c| c.is_ascii_alphabetic()))
        .map(str::to_ascii_uppercase);
    let main = main(tag);
    let fits = (2..=3).contains(&main.len()) && main.chars().all(|c| c.is_ascii_alphabetic());
    (if fits { main } else { "en".into() }, region)
}

fn main(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()
}

/// Tells whether a language is written from right to left.
pub fn runs_left(tag: &str) -> bool {
    matches!(Script::of_language(tag), Script::Hebrew | Script::Arabic) || main(tag) == "dv"
}

/// Returns the language of a paragraph that runs against the document: that of its first
/// letter; nothing when it runs the same way.
pub fn against<'t>(
    texts: impl IntoIterator<Item = &'t str>,
    document: &str,
) -> Option<&'static str> {
    let first = texts.into_iter().find_map(|text| text.chars().find_map(Script::of))?;
    (runs_left(first.language()) != runs_left(document)).then(|| first.language())
}

/// Cuts a text where its letters change, each piece with its language where that is
/// another than the one around it.
///
/// Digits and punctuation go with the words before them, but what stands between words in
/// another script and those around them belongs to those around: a bracket closes on the side
/// on which it was opened.
pub fn by_language<'t>(text: &'t str, around: &str) -> Vec<(&'t str, Option<&'static str>)> {
    let own = Script::of_language(around);
    if own == Script::Latin && text.is_ascii() {
        return if text.is_empty() { Vec::new() } else { vec![(text, None)] };
    }
    let language = |script: Script| (script != own).then(|| script.language());
    let mut out = Vec::new();
    let mut start = 0;
    let mut current: Option<Script> = None;
    for (at, c) in text.char_indices() {
        let Some(mut next) = Script::of(c) else { continue };
        // Japanese and Chinese share characters; a change of font in the middle of a word
        // would show.
        if (next, current) == (Script::Chinese, Some(Script::Japanese))
            || (next, own) == (Script::Chinese, Script::Japanese)
        {
            next = Script::Japanese;
        }
        if let Some(before) = current
            && before != next
        {
            let end = if next == own { last_of(text, start, at) } else { at };
            out.push((&text[start..end], language(before)));
            start = end;
        }
        current = Some(next);
    }
    let end = match current {
        Some(script) if script != own => last_of(text, start, text.len()),
        _ => text.len(),
    };
    if start < end {
        out.push((&text[start..end], current.and_then(language)));
    }
    if end < text.len() {
        out.push((&text[end..], None));
    }
    out
}

/// Returns where the last letter or digit between two places ends.
fn last_of(text: &str, start: usize, end: usize) -> usize {
    let last = text[start..end].char_indices().rfind(|(_, c)| c.is_alphanumeric());
    last.map_or(end, |(at, c)| start + at + c.len_utf8())
}

/// Returns the direction of the first letter that has one: true is right to left.
pub fn first_direction(text: &str) -> Option<bool> {
    text.chars().find_map(direction)
}

/// Tells whether a text has a letter of those that run from right to left.
pub fn has_leftward(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(|c| direction(c) == Some(true))
}

fn direction(c: char) -> Option<bool> {
    match c {
        '\u{590}'..='\u{8FF}'
        | '\u{FB1D}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFC}'
        | '\u{10800}'..='\u{10FFF}'
        | '\u{1E800}'..='\u{1EFFF}' => c.is_alphabetic().then_some(true),
        c => c.is_alphabetic().then_some(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_direction_is_that_of_the_first_letter() {
        assert_eq!(first_direction("(3) تقرير"), Some(true));
        assert_eq!(first_direction("(3)"), None);
    }

    #[test]
    fn a_text_is_cut_where_its_letters_change() {
        assert_eq!(
            by_language("Report (تقرير) no. 3", "en"),
            [("Report (", None), ("تقرير", Some("ar")), (") no. 3", None)]
        );
        assert_eq!(
            by_language("تقرير A/79/214", "ar"),
            [("تقرير ", None), ("A/79/214", Some("en"))]
        );
        assert_eq!(
            by_language("(A/79/214، الفقرة 3", "ar"),
            [("(A/79/214", Some("en")), ("، الفقرة 3", None)]
        );
        assert_eq!(by_language("ثم no.", "ar"), [("ثم ", None), ("no", Some("en")), (".", None)]);
        assert_eq!(by_language("12. !", "en"), [("12. !", None)]);
        assert_eq!(by_language("", "en"), []);
    }

    #[test]
    fn a_paragraph_runs_the_way_of_its_first_letter() {
        assert_eq!(against(["(3) ", "تقرير"], "en"), Some("ar"));
        assert_eq!(against(["Report"], "ar-SA"), Some("en"));
        assert_eq!(against(["доклад"], "en"), None);
        assert_eq!(against(["3."], "ar"), None);
    }

    #[test]
    fn a_language_tag_is_taken_apart() {
        assert_eq!(parts("en-GB"), ("en".into(), Some("GB".into())));
        assert_eq!(parts("zh-Hans-CN"), ("zh".into(), Some("CN".into())));
        assert_eq!(parts("x"), ("en".into(), None));
    }
}
