//! Tells a person's mailbox from an office's.

/// Words that show that a mailbox belongs to an office.
const OFFICES: [&str; 26] = [
    "accreditation",
    "chair",
    "civil",
    "committee",
    "consultation",
    "contact",
    "council",
    "csw",
    "desk",
    "ecosoc",
    "enquiries",
    "forum",
    "info",
    "input",
    "inputs",
    "mail",
    "ngo",
    "ngos",
    "office",
    "registration",
    "registry",
    "secretariat",
    "section",
    "submissions",
    "support",
    "upr",
];

/// Returns the first address in a text that looks like a person's mailbox.
///
/// An address looks personal when the part before the at sign is two or more words of
/// letters and none of them names an office: `first.last@…`. A mailbox of one word is
/// taken for an office's, since a name cannot be told from a word.
pub(super) fn personal(text: &str) -> Option<&str> {
    text.split(|c: char| c.is_whitespace() || "<>()[],;\"'".contains(c)).find(|word| {
        let word = word.strip_prefix("mailto:").unwrap_or(word);
        let Some((local, host)) = word.split_once('@') else { return false };
        if !host.contains('.') {
            return false;
        }
        let parts: Vec<&str> = local.split(['.', '_', '-']).filter(|p| !p.is_empty()).collect();
        parts.len() > 1
            && parts.iter().all(|p| p.chars().all(char::is_alphabetic))
            && !parts.iter().any(|p| OFFICES.contains(&p.to_lowercase().as_str()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_before_the_at_sign_is_personal() {
        assert!(personal("write to first.last@example.org, please").is_some());
        assert_eq!(personal("ngo-submissions@example.org"), None);
        assert_eq!(personal("uprsubmissions@example.org"), None);
        assert_eq!(personal("see https://example.org/a.b"), None);
    }
}
