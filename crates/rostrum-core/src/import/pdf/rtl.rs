//! Pages written from right to left: Arabic, Hebrew and their kin.
//!
//! Such a page is read as in a mirror: turned about its middle, its lines begin at the left like
//! all others, so that indents, labels, columns and marks are found in the same way. What runs
//! from left to right inside them, numbers and Latin words, is turned back in its place
//! (Unicode Standard Annex 9 decides what that is).

use super::glyphs::{Glyph, PageContent, Said};

/// Returns whether most letters of the page belong to scripts that run from right to left.
pub(super) fn runs_left(glyphs: &[Glyph]) -> bool {
    let (mut right, mut left) = (0usize, 0usize);
    for glyph in glyphs {
        match class(glyph) {
            Class::Right => right += 1,
            Class::Left => left += 1,
            _ => {}
        }
    }
    right > left
}

/// Mirrors a page, and puts the glyphs of each row into the order in which they are read.
pub(super) fn mirror(page: &mut PageContent) {
    let width = page.width;
    page.mirrored = true;
    for glyph in &mut page.glyphs {
        glyph.x = width - glyph.x - glyph.width;
    }
    for (x0, x1, _) in &mut page.rules {
        (*x0, *x1) = (width - *x1, width - *x0);
    }
    let mut start = 0;
    while start < page.glyphs.len() {
        let first = &page.glyphs[start];
        let (y, size) = (first.y, first.size);
        let length = page.glyphs[start..]
            .iter()
            .take_while(|glyph| (glyph.y - y).abs() < size * 0.06)
            .count()
            .max(1);
        row(&mut page.glyphs[start..start + length]);
        start += length;
    }
}

fn row(glyphs: &mut [Glyph]) {
    glyphs.sort_by(|a, b| a.x.total_cmp(&b.x));
    // A vowel sign stands over its letter and is said after it.
    for at in 1..glyphs.len() {
        let (sign, letter) = (&glyphs[at - 1], &glyphs[at]);
        let middle = sign.x + sign.width / 2.0;
        if is_sign(sign) && !is_sign(letter) && letter.x <= middle {
            glyphs.swap(at - 1, at);
        }
    }
    let mut at = 0;
    while at < glyphs.len() {
        let run = left_run(&glyphs[at..]);
        if run == 0 {
            if let Some(Said::Char(char)) = &mut glyphs[at].text {
                *char = mirrored(*char);
            }
            at += 1;
        } else {
            turn_back(&mut glyphs[at..at + run]);
            at += run;
        }
    }
}

/// Turns a stretch that runs from left to right back; numbers with only spaces between them are
/// turned one by one.
fn turn_back(run: &mut [Glyph]) {
    if run.iter().all(|glyph| class(glyph) != Class::Left) {
        let mut start = 0;
        while start < run.len() {
            let space = |glyph: &Glyph| class(glyph) == Class::Space;
            let length = run[start..].iter().take_while(|glyph| !space(glyph)).count();
            turn(&mut run[start..start + length]);
            start += length + 1;
        }
        return;
    }
    turn(run);
}

fn turn(run: &mut [Glyph]) {
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
    let ends = first.x + last.x + last.width;
    for glyph in run.iter_mut() {
        glyph.x = ends - glyph.x - glyph.width;
    }
    run.reverse();
}

/// Returns the length of the stretch at the start that begins and ends with a Latin letter or a
/// figure and holds nothing that runs from right to left.
fn left_run(glyphs: &[Glyph]) -> usize {
    let strong = |class: Class| matches!(class, Class::Left | Class::Figure);
    if !glyphs.first().is_some_and(|glyph| strong(class(glyph))) {
        return 0;
    }
    let mut end = 1;
    for (at, glyph) in glyphs.iter().enumerate() {
        match class(glyph) {
            Class::Right => break,
            Class::Left | Class::Figure => end = at + 1,
            Class::Space | Class::Other => {}
        }
        // Another column.
        if glyphs.get(at + 1).is_some_and(|next| next.x - glyph.x - glyph.width > glyph.size) {
            break;
        }
    }
    end
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Right,
    Left,
    Figure,
    Space,
    Other,
}

fn class(glyph: &Glyph) -> Class {
    let char = match &glyph.text {
        Some(Said::Char(char)) => *char,
        Some(Said::Many(many)) => many.chars().next().unwrap_or(' '),
        None => return Class::Other,
    };
    match char {
        '0'..='9' | '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' => Class::Figure,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' => Class::Right,
        char if char.is_whitespace() => Class::Space,
        char if char.is_alphabetic() => Class::Left,
        _ => Class::Other,
    }
}

fn is_sign(glyph: &Glyph) -> bool {
    matches!(
        glyph.text,
        Some(Said::Char(
            '\u{591}'..='\u{5bd}'
            | '\u{5bf}'
            | '\u{5c1}'..='\u{5c2}'
            | '\u{64b}'..='\u{65f}'
            | '\u{670}',
        ))
    )
}

/// Brackets are drawn as they look; from right to left the one that opens looks like the one that
/// closes.
fn mirrored(char: char) -> char {
    match char {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '{' => '}',
        '}' => '{',
        '«' => '»',
        '»' => '«',
        '<' => '>',
        '>' => '<',
        other => other,
    }
}

/// First presentation form, number of forms, and the letters they stand for: what fonts draw in
/// the place of an Arabic letter, by where it stands in the word (Unicode blocks Arabic
/// Presentation Forms A and B).
const FORMS: [(u32, u32, &str); 47] = [
    (0xfb50, 2, "ٱ"),
    (0xfb56, 4, "پ"),
    (0xfb7a, 4, "چ"),
    (0xfb8a, 2, "ژ"),
    (0xfb8e, 4, "ک"),
    (0xfb92, 4, "گ"),
    (0xfbfc, 4, "ی"),
    (0xfe80, 1, "ء"),
    (0xfe81, 2, "آ"),
    (0xfe83, 2, "أ"),
    (0xfe85, 2, "ؤ"),
    (0xfe87, 2, "إ"),
    (0xfe89, 4, "ئ"),
    (0xfe8d, 2, "ا"),
    (0xfe8f, 4, "ب"),
    (0xfe93, 2, "ة"),
    (0xfe95, 4, "ت"),
    (0xfe99, 4, "ث"),
    (0xfe9d, 4, "ج"),
    (0xfea1, 4, "ح"),
    (0xfea5, 4, "خ"),
    (0xfea9, 2, "د"),
    (0xfeab, 2, "ذ"),
    (0xfead, 2, "ر"),
    (0xfeaf, 2, "ز"),
    (0xfeb1, 4, "س"),
    (0xfeb5, 4, "ش"),
    (0xfeb9, 4, "ص"),
    (0xfebd, 4, "ض"),
    (0xfec1, 4, "ط"),
    (0xfec5, 4, "ظ"),
    (0xfec9, 4, "ع"),
    (0xfecd, 4, "غ"),
    (0xfed1, 4, "ف"),
    (0xfed5, 4, "ق"),
    (0xfed9, 4, "ك"),
    (0xfedd, 4, "ل"),
    (0xfee1, 4, "م"),
    (0xfee5, 4, "ن"),
    (0xfee9, 4, "ه"),
    (0xfeed, 2, "و"),
    (0xfeef, 2, "ى"),
    (0xfef1, 4, "ي"),
    (0xfef5, 2, "لآ"),
    (0xfef7, 2, "لأ"),
    (0xfef9, 2, "لإ"),
    (0xfefb, 2, "لا"),
];

/// Returns the letters that a presentation form stands for.
pub(super) fn letters(form: char) -> Option<&'static str> {
    let code = u32::from(form);
    if !(0xfb50..=0xfefc).contains(&code) {
        return None;
    }
    FORMS
        .iter()
        .find(|(first, count, _)| (*first..first + count).contains(&code))
        .map(|(.., letters)| *letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(drawn: &[(char, f32)]) -> PageContent {
        let glyphs = drawn
            .iter()
            .map(|(char, x)| Glyph {
                text: Some(Said::Char(*char)),
                x: *x,
                y: 100.0,
                width: 10.0,
                size: 10.0,
                bold: false,
                italic: false,
                unseen: false,
            })
            .collect();
        PageContent { glyphs, width: 200.0, height: 200.0, ..PageContent::default() }
    }

    fn read(page: &PageContent) -> String {
        let text = |glyph: &Glyph| match &glyph.text {
            Some(Said::Char(char)) => *char,
            _ => '?',
        };
        page.glyphs.iter().map(text).collect()
    }

    #[test]
    fn words_come_out_as_they_are_said_and_numbers_stay_whole() {
        // As they look on paper, from the left.
        let shapes = ['.', '(', '1', '2', ')', ' ', 'ג', 'ב', 'א'];
        let drawn: Vec<(char, f32)> =
            shapes.into_iter().zip([10., 20., 30., 40., 50., 60., 70., 80., 90.]).collect();
        let mut from_left = page(&drawn);
        assert!(runs_left(&from_left.glyphs));
        mirror(&mut from_left);
        assert_eq!(read(&from_left), "אבג (12).");
        assert!(from_left.glyphs.windows(2).all(|pair| pair[0].x < pair[1].x));
        let mut from_right = page(&drawn.into_iter().rev().collect::<Vec<_>>());
        mirror(&mut from_right);
        assert_eq!(read(&from_right), "אבג (12).");
    }

    #[test]
    fn forms_of_arabic_letters_are_letters() {
        assert_eq!(letters('\u{fe91}'), Some("ب"));
        assert_eq!(letters('\u{fefc}'), Some("لا"));
        assert_eq!(letters('a'), None);
    }
}
