//! Letters that every portal takes.

/// What becomes of dashes that are longer than a hyphen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Dashes {
    /// They become hyphens: with a space on both sides between words, alone between figures.
    #[default]
    Hyphens,
    /// They stay, for portals that take them.
    Kept,
}

/// Returns a text with straight quotation marks and without the characters that portals break.
///
/// Soft hyphens, marks that show nothing, marks of direction, emoji and control characters go;
/// unbreakable and thin spaces become spaces, an ellipsis three full stops, ligatures their
/// letters. Line breaks stay. What is a letter of any script stays as it is.
pub fn plain(text: &str, dashes: Dashes) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '“' | '”' | '„' | '‟' | '″' | '＂' => out.push('"'),
            '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' | '＇' => out.push('\''),
            // French parts its marks from the words by a space that must not break.
            '«' => {
                out.push('"');
                while letters.next_if(|c| c.is_whitespace() && *c != '\n').is_some() {}
            }
            '»' => {
                out.truncate(out.trim_end_matches(|c| narrow(c) || c == ' ').len());
                out.push('"');
            }
            '‹' | '›' => out.push('\''),
            '‐' | '‑' | '⁃' => out.push('-'),
            '–' | '—' | '―' | '‒' | '−' if dashes == Dashes::Hyphens => {
                dash(&mut out, letters.peek().copied());
            }
            '…' => out.push_str("..."),
            '•' | '▪' | '‣' | '◦' | '·' if begins_line(&out) => out.push('-'),
            'ﬀ' => out.push_str("ff"),
            'ﬁ' => out.push_str("fi"),
            'ﬂ' => out.push_str("fl"),
            'ﬃ' => out.push_str("ffi"),
            'ﬄ' => out.push_str("ffl"),
            '\u{2028}' | '\u{2029}' | '\n' => out.push('\n'),
            c if narrow(c) || c == '\t' => out.push(' '),
            c if unseen(c) || emoji(c) || c.is_control() => {}
            c => out.push(c),
        }
    }
    evened(&out)
}

/// Writes a dash as a hyphen: alone between figures and before one, with spaces between words.
fn dash(out: &mut String, next: Option<char>) {
    let before = out.chars().next_back();
    let word = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    if word(before) && word(next) {
        out.push_str(" - ");
    } else {
        out.push('-');
    }
}

fn begins_line(out: &str) -> bool {
    out.trim_end_matches(' ').is_empty() || out.trim_end_matches(' ').ends_with('\n')
}

/// Spaces that do not break or are narrower or wider than the usual one.
fn narrow(c: char) -> bool {
    matches!(
        c,
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

/// Characters that show nothing: soft hyphen, zero-width ones, joiners, marks of direction,
/// variation selectors, tags, the byte order mark.
fn unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffd}' | '\u{e0000}'..='\u{e01ef}'
    )
}

/// Pictures among the letters, and the sign that rings a key.
fn emoji(c: char) -> bool {
    matches!(
        c,
        '\u{20e3}' | '\u{231a}' | '\u{231b}' | '\u{23e9}'..='\u{23fa}' | '\u{2600}'..='\u{27bf}'
            | '\u{2b05}'..='\u{2b55}' | '\u{1f000}'..='\u{1faff}'
    )
}

/// Takes out double spaces and spaces at the ends of lines that the changes left.
fn evened(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            out.push('\n');
        }
        let indent = line.len() - line.trim_start_matches(' ').len();
        out.push_str(&line[..indent]);
        let words: Vec<&str> = line[indent..].split(' ').filter(|w| !w.is_empty()).collect();
        out.push_str(&words.join(" "));
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn quotation_marks_dashes_and_spaces_are_those_of_a_keyboard() {
        let text = "“States’ duty” — as agreed – covers 2019–2021, paras.\u{a0}5‑7…";
        assert_eq!(
            plain(text, Dashes::Hyphens),
            "\"States' duty\" - as agreed - covers 2019-2021, paras. 5-7..."
        );
        assert_eq!(plain("one—two – 3", Dashes::Kept), "one—two – 3");
        assert_eq!(plain("one—two", Dashes::Hyphens), "one - two");
        assert_eq!(plain("«\u{a0}États\u{202f}» !", Dashes::Hyphens), "\"États\" !");
    }

    #[test]
    fn what_shows_nothing_and_pictures_go() {
        assert_eq!(plain("har\u{ad}bour\u{200b} 👍🏽 plan ✅.", Dashes::Hyphens), "harbour plan .");
        assert_eq!(
            plain("\u{200f}مرحبا\u{200e} 中文 Привет", Dashes::Hyphens),
            "مرحبا 中文 Привет"
        );
        assert_eq!(plain("• one\n   • two", Dashes::Hyphens), "- one\n   - two");
    }

    proptest! {
        #[test]
        fn no_character_is_left_that_portals_break(text in any::<String>()) {
            let made = plain(&text, Dashes::Hyphens);
            for c in made.chars() {
                prop_assert!(!unseen(c) && !emoji(c) && !narrow(c), "{c:?}");
                prop_assert!(!c.is_control() || c == '\n', "{c:?}");
                prop_assert!(!"“”„‘’«»–—…".contains(c), "{c:?}");
            }
            prop_assert_eq!(plain(&made, Dashes::Hyphens), made.clone());
        }

        #[test]
        fn every_letter_and_figure_stays(text in "[a-zA-Zа-яا-ي一-三0-9 “”—\u{ad}]{0,60}") {
            let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            prop_assert_eq!(letters(&plain(&text, Dashes::Hyphens)), letters(&text));
        }
    }
}
