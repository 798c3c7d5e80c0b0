//! Symbols of United Nations documents.

use serde_json::Value;

/// First parts of symbols: principal organs, conventions and bodies that print their own
/// (UN Editorial Manual, document symbols).
const SERIES: [&str; 24] = [
    "A", "E", "S", "T", "ST", "TD", "DP", "JIU", "UNEP", "CRC", "CRPD", "CCPR", "CEDAW", "CERD",
    "CAT", "CMW", "CED", "HRI", "NPT", "BWC", "CCW", "ATT", "TPNW", "FCCC",
];

/// Hosts that lead to a document by its symbol, and what stands before the symbol there.
const RESOLVERS: [&str; 4] = [
    "undocs.org/",
    "docs.un.org/",
    "www.undocs.org/",
    "daccess-ods.un.org/access.nsf/get?open&ds=",
];

/// Returns the symbol of a document of the United Nations: from the item's number, or from
/// an address that leads to documents by symbol.
///
/// Only the form is judged: `A/79/214`, `A/AC.292/2025/CRP.1`, `A/RES/75/240`; whether
/// there is such a document cannot be known here.
pub fn document_symbol(item: &Value) -> Option<String> {
    let text = |name: &str| item.get(name).and_then(Value::as_str);
    text("number").and_then(symbol).or_else(|| from_address(text("URL")?))
}

fn from_address(url: &str) -> Option<String> {
    let rest = url.split_once("://")?.1;
    let lower = rest.to_lowercase();
    let resolver = RESOLVERS.iter().find(|r| lower.starts_with(*r))?;
    let path = rest.get(resolver.len()..)?;
    let path = path.split(['?', '#']).next().unwrap_or_default();
    // Both `undocs.org/A/79/214` and `docs.un.org/en/A/79/214` are in use.
    let path = match path.split_once('/') {
        Some((language, rest)) if language.len() == 2 && symbol(path).is_none() => rest,
        _ => path,
    };
    symbol(path)
}

/// Returns the text when it has the form of a symbol.
pub(crate) fn symbol(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('*');
    let mut parts = text.split('/');
    let series = parts.next()?;
    let rest: Vec<&str> = parts.collect();
    let sound = |part: &&str| {
        !part.is_empty()
            && part.chars().all(|c| c.is_alphanumeric() || " .-()".contains(c))
            && !part.contains("  ")
    };
    let is_symbol = SERIES.contains(&series)
        && !rest.is_empty()
        && rest.iter().all(sound)
        && rest.iter().any(|part| part.chars().any(|c| c.is_ascii_digit()))
        && text.chars().count() <= 60;
    is_symbol.then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_are_told_from_other_numbers() {
        for yes in [
            "A/79/214",
            "A/RES/75/240",
            "A/AC.292/2025/CRP.1",
            "S/2021/12",
            "CRC/C/GC/25",
            "BWC/WG/2/CRP.1/Rev.1",
            "A/RES/2625 (XXV)",
            "TD/B/C.4/EM.3/2",
        ] {
            assert_eq!(symbol(yes).as_deref(), Some(yes));
        }
        for no in ["12", "N/A", "I/O", "24/7", "A/B testing", "S/MIME", "RFC/9110", "A//1", ""] {
            assert_eq!(symbol(no), None, "{no}");
        }
    }

    #[test]
    fn an_address_that_resolves_symbols_names_one() {
        let at = |url: &str| document_symbol(&serde_json::json!({ "URL": url }));
        assert_eq!(at("https://undocs.org/A/79/214").as_deref(), Some("A/79/214"));
        assert_eq!(at("https://docs.un.org/en/A/RES/75/240?v=1").as_deref(), Some("A/RES/75/240"));
        assert_eq!(at("https://example.org/A/79/214"), None);
    }
}
