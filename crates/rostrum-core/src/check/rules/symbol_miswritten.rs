//! A document symbol in the wrong letters or with the wrong marks.

use crate::check::Reading;
use crate::check::reading::{mend, tokens};
use crate::check::rule::{Family, Reach, Rule, Sentence};
use crate::finding::{Finding, Severity};

/// Reports United Nations document symbols that are written with small letters, or with a
/// hyphen, full stop or space where a stroke belongs.
pub(super) static RULE: Rule = Rule {
    code: "R407",
    name: "symbol-miswritten",
    family: Family::Style,
    checks: "Document symbols stand in capitals with strokes, as in A/RES/75/240.",
    why: "A symbol that is miswritten finds nothing in the library of the United Nations.",
    example: "Body:\n# Summary\n\nWe recall a/res/75/240.\n",
    instead: "Body:\n# Summary\n\nWe recall A/RES/75/240.\n",
    source: "Dag Hammarskjöld Library, document symbols.",
    sentences: &[Sentence {
        variant: "form",
        severity: Severity::Warning,
        message: "\"{word}\" looks like the symbol {other}.",
        hint: "Write it as {other}, and look whether that is the document you mean.",
    }],
    reach: Reach::Passage,
    run,
};

fn run(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for passage in &reading.passages {
        let words = tokens(&passage.text, &(0..passage.text.len()));
        for (at, word) in words.iter().enumerate() {
            let next = words.get(at + 1).filter(|n| n.range.start == word.range.end + 1);
            let joined = next
                .filter(|_| word.small == "a/res" || word.small == "s/res")
                .map(|n| (format!("{}/{}", word.text, n.text), word.range.start..n.range.end));
            let (written, range) =
                joined.unwrap_or_else(|| (word.text.to_owned(), word.range.clone()));
            let Some(other) = mended(&written) else { continue };
            let as_is = &passage.text[range.clone()];
            if other == as_is {
                continue;
            }
            let place = reading.place(passage, range.clone());
            let edits = mend(&place, &other);
            let params = [("word", as_is), ("other", other.as_str())];
            out.push(Finding { edits, ..RULE.finding("form", &params, place) });
        }
    }
}

/// Returns the symbol that a word means when it is one of a resolution: `A/RES/75/240`.
fn mended(word: &str) -> Option<String> {
    let upper = word.to_uppercase();
    let (organ, rest) = upper.split_once('/')?;
    let number = rest.strip_prefix("RES")?.trim_start_matches(['/', '-', '.']);
    let parts: Vec<&str> = number.split(['/', '-', '.']).collect();
    let digits = |p: &&str| !p.is_empty() && p.len() <= 4 && p.chars().all(|c| c.is_ascii_digit());
    let sound = match organ {
        "A" => parts.len() == 2 && parts.iter().all(digits),
        "S" => !parts.is_empty() && parts.len() <= 2 && parts.iter().all(digits),
        _ => false,
    };
    sound.then(|| format!("{organ}/RES/{}", parts.join("/")))
}

#[cfg(test)]
mod tests {
    use super::mended;

    #[test]
    fn resolutions_are_told_however_they_are_written() {
        assert_eq!(mended("a/res/75/240").as_deref(), Some("A/RES/75/240"));
        assert_eq!(mended("A/RES-75-240").as_deref(), Some("A/RES/75/240"));
        for word in ["A/RES/ES-10/21", "and/or", "A/AC.290/2021/CRP.2", "a/b", "24/7", "S/MIME"] {
            assert_eq!(mended(word), None, "{word}");
        }
    }
}
