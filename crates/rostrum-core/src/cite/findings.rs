//! What reading a bibliography has to say.

use std::collections::BTreeMap;

use crate::finding::{Finding, Place, Severity};

/// An entry could not be read; the others were.
pub(super) fn unreadable_entry(entry: &str, line: usize, detail: &str) -> Finding {
    let name =
        if entry.is_empty() { "An entry".into() } else { format!("The entry “{entry}”") };
    Finding {
        code: "S101".into(),
        name: "unreadable-entry".into(),
        severity: Severity::Warning,
        variant: "line".into(),
        params: params(&[("entry", entry), ("line", &line.to_string()), ("detail", detail)]),
        message: format!("{name} in line {line} could not be read: {detail}."),
        hint: "Mend the entry in the file and import it again, or enter this source by hand."
            .into(),
        place: Place { part: "source".into(), paragraph: Some(entry.into()), ..Place::default() },
        edits: Vec::new(),
    }
}

/// Two entries have one key; the second got another.
pub(super) fn repeated_key(wanted: &str, given: &str) -> Finding {
    Finding {
        code: "S102".into(),
        name: "repeated-key".into(),
        severity: Severity::Info,
        variant: "renamed".into(),
        params: params(&[("key", wanted), ("new_key", given)]),
        message: format!("The key “{wanted}” stands twice; the second source is now “{given}”."),
        hint: "Check whether both entries are the same source; if so, remove one.".into(),
        place: Place { part: "source".into(), paragraph: Some(given.into()), ..Place::default() },
        edits: Vec::new(),
    }
}

/// A source has no title to print.
pub(super) fn no_title(key: &str) -> Finding {
    Finding {
        code: "S103".into(),
        name: "source-without-title".into(),
        severity: Severity::Warning,
        variant: "key".into(),
        params: params(&[("key", key)]),
        message: format!("The source “{key}” has no title."),
        hint: "Enter its title, so that readers can find it.".into(),
        place: Place { part: "source".into(), paragraph: Some(key.into()), ..Place::default() },
        edits: Vec::new(),
    }
}

fn params(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect()
}
