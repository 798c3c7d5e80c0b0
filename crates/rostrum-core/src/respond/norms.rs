//! The eleven norms of responsible State behaviour, as data.

use serde::{Deserialize, Serialize};

/// One of the voluntary, non-binding norms of responsible State behaviour.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Norm {
    /// Its letter, `a` to `k`, as in A/70/174, paragraph 13.
    pub letter: String,
    /// A few words for a list.
    pub name: String,
    /// What it asks, in our own words.
    pub says: String,
}

/// The norms with where they stand.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Norms {
    /// The document that has them, with the paragraph.
    pub source: String,
    /// The resolution that called on States to be guided by them.
    pub endorsed: String,
    /// The norms, by letter.
    #[serde(rename = "norm")]
    pub norms: Vec<Norm>,
}

/// Why a letter names no norm.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is none of the norms; use their letters, a to k")]
pub struct UnknownNorm(pub String);

/// Reads letters as people type them (`F`, `13(f)`, `norm f`) into letters of norms, sorted,
/// each once.
///
/// # Errors
/// Names the first that is none.
pub fn letters(typed: &[String]) -> Result<Vec<String>, UnknownNorm> {
    let mut out = Vec::new();
    for typed in typed {
        for one in typed.split([',', ';']).map(str::trim).filter(|one| !one.is_empty()) {
            let plain = one.to_lowercase();
            let plain = plain.trim_start_matches("norm").trim();
            let plain = plain.trim_start_matches("13").trim_matches(['(', ')', '.', ' ']);
            let mut chars = plain.chars();
            match (chars.next(), chars.next()) {
                (Some(letter @ 'a'..='k'), None) => out.push(letter.to_string()),
                _ => return Err(UnknownNorm(one.to_owned())),
            }
        }
    }
    out.sort();
    out.dedup();
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_read_however_they_are_typed() {
        let typed = |words: &str| letters(&[words.to_owned()]);
        assert_eq!(typed("F"), Ok(vec!["f".into()]));
        assert_eq!(typed("13(f), g"), Ok(vec!["f".into(), "g".into()]));
        assert_eq!(typed("norm k,a,K"), Ok(vec!["a".into(), "k".into()]));
        assert_eq!(typed("l"), Err(UnknownNorm("l".into())));
        assert_eq!(typed("fg"), Err(UnknownNorm("fg".into())));
    }
}
