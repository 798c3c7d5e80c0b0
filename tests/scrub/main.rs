//! What files give away: planted in files of our own making, found, and gone from the copy.

mod covered;
mod desk;
mod exports;
mod hostile;
mod planted_odt;
mod planted_pdf;
mod planted_word;
mod real_files;
mod word_changes;

use rostrum_core::scrub::{Choices, Cleaned, Item, Kind, clean, report};

/// Returns the items of a kind.
fn of(items: &[Item], kind: Kind) -> Vec<&Item> {
    items.iter().filter(|item| item.kind == kind).collect()
}

/// Cleans a file, and makes sure that nothing is left of what was said to be gone.
fn cleaned(bytes: &[u8], name: &str, choices: &Choices) -> Cleaned {
    let cleaned = clean(bytes, name, choices).expect("it can be cleaned");
    let again = report(&cleaned.bytes, name, choices).expect("the copy can be read");
    let mut left = cleaned.left.clone();
    // Where a thing stands may be told by another number once others are gone.
    left.sort_by(|a, b| (a.kind, &a.what).cmp(&(b.kind, &b.what)));
    let mut found = again.items;
    found.sort_by(|a, b| (a.kind, &a.what).cmp(&(b.kind, &b.what)));
    assert_eq!(found, left, "what the copy holds is what was said to be left");
    let twice = clean(&cleaned.bytes, name, choices).expect("it can be cleaned again");
    assert_eq!(twice.bytes, cleaned.bytes, "cleaning again changes nothing");
    let same = clean(bytes, name, choices).expect("it can be cleaned");
    assert_eq!(same.bytes, cleaned.bytes, "the same file gives the same copy");
    cleaned
}

fn everything_goes() -> Choices {
    Choices {
        comments: true,
        changes: Some(rostrum_core::scrub::Changes::Accept),
        hidden: true,
        attachments: true,
        ..Choices::default()
    }
}

#[test]
fn window_and_command_line_name_things_by_the_same_words() {
    let path =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/messages/en/scrub.json");
    let words = std::fs::read_to_string(path).expect("the words of the window");
    let words: std::collections::BTreeMap<String, serde_json::Value> =
        serde_json::from_str(&words).expect("JSON");
    let mut count = 0;
    for (name, said) in &words {
        let Some(kind) = name.strip_prefix("scrub_kind_") else { continue };
        let kind: Kind = serde_json::from_value(kind.replace('_', "-").into()).expect("a kind");
        assert_eq!(*said, kind.says(), "{name}");
        count += 1;
    }
    assert!(count > 30, "{count} kinds");
}
