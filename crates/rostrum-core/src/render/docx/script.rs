//! Which way words run: what Word needs to be told of Arabic and Hebrew.

/// Returns the direction of the first letter that has one: true is right to left.
pub(super) fn first_direction(text: &str) -> Option<bool> {
    text.chars().find_map(direction)
}

/// Cuts a text where its direction changes; spaces, digits and punctuation go with the
/// words before them.
pub(super) fn by_direction(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut current = None;
    for (at, c) in text.char_indices() {
        let Some(next) = direction(c) else { continue };
        if current.is_some_and(|before| before != next) {
            out.push(&text[start..at]);
            start = at;
        }
        current = Some(next);
    }
    if start < text.len() {
        out.push(&text[start..]);
    }
    out
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
    fn a_text_is_cut_where_its_direction_changes() {
        assert_eq!(by_direction("Report (تقرير) no. 3"), ["Report (", "تقرير) ", "no. 3"]);
        assert_eq!(by_direction("12. !"), ["12. !"]);
        assert_eq!(by_direction(""), Vec::<&str>::new());
        assert_eq!(first_direction("(3) تقرير"), Some(true));
        assert_eq!(first_direction("(3)"), None);
    }
}
