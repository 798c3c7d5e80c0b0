//! Letters and roman numerals as numbers.

/// Returns 1 for `a`, 27 for `aa`.
pub(super) fn letter(text: &str) -> u32 {
    let Some(first) = text.bytes().next() else { return 0 };
    let value = u32::from(first.to_ascii_lowercase()) - u32::from(b'a') + 1;
    value + 26 * (text.len() as u32 - 1)
}

/// Returns the value of a well-formed roman numeral up to 399.
pub fn roman(text: &str) -> Option<u32> {
    let lower = text.to_ascii_lowercase();
    let mut value = 0;
    let mut before = 0;
    for byte in lower.bytes().rev() {
        let digit = match byte {
            b'i' => 1,
            b'v' => 5,
            b'x' => 10,
            b'l' => 50,
            b'c' => 100,
            _ => return None,
        };
        if digit < before {
            // `llvc` takes more away than there is.
            value = u32::checked_sub(value, digit)?;
        } else {
            value += digit;
            before = digit;
        }
    }
    (to_roman(value) == lower).then_some(value)
}

/// Returns the lower-case roman numeral of a number below 4,000.
pub fn to_roman(mut value: u32) -> String {
    const STEPS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut out = String::new();
    for (step, digits) in STEPS {
        while value >= step && out.len() < 20 {
            out.push_str(digits);
            value -= step;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roman_numerals_round_trip() {
        for value in 1..400 {
            assert_eq!(roman(&to_roman(value)), Some(value));
        }
        assert_eq!(roman("iiii"), None);
        assert_eq!(roman("civil"), None);
    }
}
