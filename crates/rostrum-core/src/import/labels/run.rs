//! Knows which label comes next.

use super::roman::letter;
use super::{Form, Label, rank, roman};

/// Knows the last label of each family, and so what label would come next.
#[derive(Debug, Clone, Default)]
pub struct Run {
    last: Vec<(Form, u32)>,
    /// What the last decimal label began with: `115` for `115.163`.
    stem: String,
}

impl Run {
    /// Returns whether the label follows the last one of its family, repeats it with an ordinal,
    /// or starts a new list.
    pub fn expects(&self, label: &Label<'_>) -> bool {
        if label.form == Form::Decimal {
            return self.expects_decimal(label);
        }
        Self::readings(label).any(|(form, value)| match self.last(form) {
            Some(last) => value == last + 1 || label.ordinal && value == last,
            None => value == 1,
        })
    }

    /// Returns whether the label follows the last one of its family, allowing for gaps of at
    /// most `gap` numbers, as where paragraphs were deleted.
    pub fn follows(&self, label: &Label<'_>, gap: u32) -> bool {
        if label.form == Form::Decimal && !self.continues_decimals(label) {
            return false;
        }
        Self::readings(label).any(|(form, value)| match self.last(form) {
            Some(last) => value > last && value <= last + 1 + gap || label.ordinal && value == last,
            None => false,
        })
    }

    /// Returns whether a decimal label begins as the last one did: `115.18` after `115.2`.
    pub fn continues_decimals(&self, label: &Label<'_>) -> bool {
        label.form == Form::Decimal && !self.stem.is_empty() && stem(label.printed) == self.stem
    }

    fn expects_decimal(&self, label: &Label<'_>) -> bool {
        let last = self.last(Form::Decimal);
        if self.continues_decimals(label) {
            return last.is_some_and(|last| {
                label.value == last + 1 || label.ordinal && label.value == last
            });
        }
        let leading = |text: &str| -> Option<u32> {
            let digits = text.bytes().take_while(u8::is_ascii_digit).count();
            text[..digits].parse().ok()
        };
        let own = leading(stem(label.printed));
        let under = self.last(Form::Number).is_some_and(|number| own == Some(number));
        let next = match leading(&self.stem) {
            Some(before) => own.is_some_and(|own| own == before || own == before + 1),
            None => true,
        };
        label.value == 1 && (under || next)
    }

    /// Returns the last value of a family.
    pub fn last(&self, form: Form) -> Option<u32> {
        self.last.iter().find(|(f, _)| *f == form).map(|(_, value)| *value)
    }

    /// Notes that the label was used. Lists inside it start anew.
    pub fn use_label(&mut self, label: &Label<'_>) {
        let form = self.settle(label);
        let value =
            Self::readings(label).find(|(f, _)| *f == form).map_or(label.value, |(_, value)| value);
        if form == Form::Decimal {
            stem(label.printed).clone_into(&mut self.stem);
        }
        let rank = rank(form);
        self.last.retain(|(f, _)| *f != form && !(rank > 0 && super::rank(*f) > rank));
        self.last.push((form, value));
    }

    /// Returns the family that fits best: `(i)` after `(h)` is a letter.
    pub fn settle(&self, label: &Label<'_>) -> Form {
        Self::readings(label)
            .find(|(form, value)| self.last(*form).is_some_and(|last| *value == last + 1))
            .map_or(label.form, |(form, _)| form)
    }

    /// `(i)`, `(v)` and `(x)` may be letters, and `(c)`, `(d)`, `(l)` may be roman.
    fn readings(label: &Label<'_>) -> impl Iterator<Item = (Form, u32)> + use<> {
        let core = label.printed.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        let other = match label.form {
            Form::Roman if core.len() == 1 => Some((Form::Letter, letter(core))),
            Form::RomanDot if core.len() == 1 => Some((Form::LetterDot, letter(core))),
            Form::CapitalRoman if core.len() == 1 => Some((Form::Capital, letter(core))),
            Form::Letter => roman(core).map(|value| (Form::Roman, value)),
            Form::LetterDot => roman(core).map(|value| (Form::RomanDot, value)),
            Form::Capital => roman(core).map(|value| (Form::CapitalRoman, value)),
            _ => None,
        };
        std::iter::once((label.form, label.value)).chain(other)
    }
}

/// Returns what stands before the last number of a decimal label: `25` for `25.1 bis.`
fn stem(printed: &str) -> &str {
    let core = printed.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let before_number = |at: &usize| core[at + 1..].starts_with(|c: char| c.is_ascii_digit());
    let dot = core.rmatch_indices('.').map(|(at, _)| at).find(before_number);
    &core[..dot.unwrap_or(0)]
}

#[cfg(test)]
mod tests {
    use super::super::split;
    use super::*;

    #[test]
    fn i_after_h_is_a_letter() {
        let mut run = Run::default();
        run.use_label(&split("(h) x").expect("a label"));
        let i = split("(i) x").expect("a label");
        assert_eq!(run.settle(&i), Form::Letter);
        run.use_label(&i);
        assert_eq!(run.last(Form::Letter), Some(9));
        assert_eq!(Run::default().settle(&i), Form::Roman);
    }

    #[test]
    fn a_paragraph_starts_its_lists_anew() {
        let mut run = Run::default();
        for text in ["1. x", "(a) x", "(b) x", "2. x"] {
            let label = split(text).expect("a label");
            assert!(run.expects(&label), "{text}");
            run.use_label(&label);
        }
        assert!(run.expects(&split("(a) x").expect("a label")));
        assert!(!run.expects(&split("4. x").expect("a label")));
        assert!(run.expects(&split("2 bis. x").expect("a label")));
    }

    #[test]
    fn decimals_count_under_their_own_number() {
        let mut run = Run::default();
        let label = |text| split(text).expect("a label");
        for text in ["25. x", "25.1 X", "25.1 bis. X", "25.2 X", "26. x", "26.1 X", "27.1 X"] {
            assert!(text.starts_with("25. ") || run.expects(&label(text)), "{text}");
            run.use_label(&label(text));
        }
        assert!(!run.expects(&label("1.5 degrees")));
        assert!(run.continues_decimals(&label("27.9 X")) && !run.expects(&label("27.9 X")));
    }
}
