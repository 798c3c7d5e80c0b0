//! Pieces of XML, with everything in them fit for it.

use std::fmt::Write as _;

/// Before every part.
pub(super) const DECLARATION: &str =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Namespaces of every part with text.
pub(super) const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// Writes words for text and attributes alike; line ends and tabs become spaces, what XML may
/// not hold is left out.
pub(super) fn escape(out: &mut String, text: &str) {
    // Most words need nothing: C2 and EF begin the characters beyond ASCII that are left out.
    let plain = |b: u8| b >= b' ' && !matches!(b, b'&' | b'<' | b'>' | b'"' | 0x7F | 0xC2 | 0xEF);
    if text.bytes().all(plain) {
        out.push_str(text);
        return;
    }
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            c if c.is_control() || (c as u32) & 0xFFFE == 0xFFFE => {}
            c => out.push(c),
        }
    }
}

/// Returns words for text and attributes alike.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(&mut out, text);
    out
}

/// Writes words as an element of text: `w:t`, or `w:delText` for what is taken out.
pub(super) fn words(out: &mut String, tag: &str, text: &str) {
    let _ = write!(out, "<{tag} xml:space=\"preserve\">");
    escape(out, text);
    let _ = write!(out, "</{tag}>");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_taken_for_xml() {
        assert_eq!(escaped("a<b> & \"c\"\u{1}\u{FFFE}\td"), "a&lt;b&gt; &amp; &quot;c&quot; d");
        let mut out = String::new();
        words(&mut out, "w:t", " x ");
        assert_eq!(out, "<w:t xml:space=\"preserve\"> x </w:t>");
    }
}
