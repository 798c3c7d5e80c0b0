//! What composing has to say about a statement.

use std::collections::BTreeMap;

use crate::finding::{Finding, Place, Severity};

/// A citation names a source that is not there.
pub(super) fn unknown_source(key: &str, place: Place) -> Finding {
    Finding {
        code: "D101".into(),
        name: "unknown-source".into(),
        severity: Severity::Error,
        variant: "key".into(),
        params: params(&[("key", key)]),
        message: format!("The source “{key}” is cited, but there is no source with this key."),
        hint: "Add the source under Evidence, or choose another one for this citation.".into(),
        place,
        edits: Vec::new(),
    }
}

/// Something looks like a citation but cannot be read as one.
pub(super) fn unreadable_citation(words: &str, place: Place) -> Finding {
    Finding {
        code: "D102".into(),
        name: "unreadable-citation".into(),
        severity: Severity::Warning,
        variant: "words".into(),
        params: params(&[("words", words)]),
        message: format!("“{words}” looks like a citation, but prints as it stands."),
        hint: "Insert the citation again with the button for sources.".into(),
        place,
        edits: Vec::new(),
    }
}

/// The mark of a footnote has no footnote.
pub(super) fn missing_footnote(mark: &str, place: Place) -> Finding {
    Finding {
        code: "D103".into(),
        name: "missing-footnote".into(),
        severity: Severity::Error,
        variant: "mark".into(),
        params: params(&[("mark", mark)]),
        message: format!("The mark of footnote “{mark}” stands in the text without a footnote."),
        hint: "Write the footnote, or take its mark out of the text.".into(),
        place,
        edits: Vec::new(),
    }
}

/// A footnote has no mark in the text, so it does not print.
pub(super) fn unused_footnote(mark: &str, place: Place) -> Finding {
    Finding {
        code: "D104".into(),
        name: "unused-footnote".into(),
        severity: Severity::Warning,
        variant: "mark".into(),
        params: params(&[("mark", mark)]),
        message: format!("Footnote “{mark}” has no mark in the text, so it does not print."),
        hint: "Put its mark where it belongs, or delete the footnote.".into(),
        place,
        edits: Vec::new(),
    }
}

/// A link leads to an address that documents may not hold.
pub(super) fn refused_link(url: &str, place: Place) -> Finding {
    let url = super::clean(url);
    Finding {
        code: "D105".into(),
        name: "refused-link".into(),
        severity: Severity::Warning,
        variant: "address".into(),
        params: params(&[("address", &url)]),
        message: format!("The link to “{url}” prints as plain words."),
        hint: "Use an address that begins with https://, http:// or mailto:.".into(),
        place,
        edits: Vec::new(),
    }
}

/// Invisible characters that no document may hold were left out.
pub(super) fn control_characters(place: Place) -> Finding {
    Finding {
        code: "D106".into(),
        name: "control-characters".into(),
        severity: Severity::Info,
        variant: "left_out".into(),
        params: BTreeMap::new(),
        message: "The text holds invisible control characters; they were left out.".into(),
        hint: "Nothing needs to be done; they often come with pasted text.".into(),
        place,
        edits: Vec::new(),
    }
}

/// The text shows a picture that is not there.
pub(super) fn unknown_picture(name: &str, place: Place) -> Finding {
    let name = super::clean(name);
    Finding {
        code: "D107".into(),
        name: "unknown-picture".into(),
        severity: Severity::Error,
        variant: "name".into(),
        params: params(&[("picture", &name)]),
        message: format!(
            "The text shows the picture “{name}”, but the statement holds none of this name; what \
             it shows prints in words."
        ),
        hint: "Add the picture again, or take it out of the text.".into(),
        place,
        edits: Vec::new(),
    }
}

fn params(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect()
}
