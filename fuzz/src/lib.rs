//! What every draft must keep, whatever bytes it was read from, and how targets make files.

pub mod back;

use std::io::{Cursor, Write as _};

use rostrum_core::import::{ImportOptions, read};
use rostrum_core::model::Draft;
use rostrum_core::scrub::{Changes, Choices, clean, report};

/// Reads the bytes as a file of this name and looks at what came of it.
pub fn import(name: &str, bytes: &[u8]) {
    if let Ok(draft) = read(bytes, &ImportOptions { name, password: None }) {
        hold(&draft);
    }
}

/// Cleans the bytes as a file of this name: what was to go is gone from the copy.
pub fn scrub(name: &str, bytes: &[u8]) {
    let choices = Choices {
        comments: true,
        changes: Some(Changes::Accept),
        hidden: true,
        attachments: true,
        ..Choices::default()
    };
    if let Ok(copy) = clean(bytes, name, &choices) {
        let again = report(&copy.bytes, name, &choices).expect("a copy that can be read");
        let stays = again.items.iter().find(|item| item.removal.happens(&choices));
        assert!(stays.is_none(), "still in the copy: {stays:?}");
    }
}

/// Panics unless the draft is one that the rest of Rostrum can rely on.
pub fn hold(draft: &Draft) {
    assert!(!draft.blocks.is_empty(), "a draft without blocks is an error, not a draft");
    for (at, block) in draft.blocks.iter().enumerate() {
        assert_eq!(block.id, format!("b{}", at + 1));
        assert!((0.0..=1.0).contains(&block.confidence), "confidence {}", block.confidence);
        assert_eq!(block.text, block.text.trim(), "space around the words");
        assert!(!block.text.contains('\n'), "a line break in the words");
        let said = block.original.is_some() || block.label.is_some() || !block.text.is_empty();
        assert!(said, "a block that says nothing");
        for note in &block.footnotes {
            assert!(block.text.is_char_boundary(note.offset as usize), "a mark inside a letter");
        }
        if let Some(region) = block.region {
            let numbers = [region.x, region.y, region.width, region.height];
            assert!(numbers.iter().all(|n| n.is_finite()), "a place that is no number");
        }
    }
}

/// Returns a package of the named parts; `bytes` holds them one after the other, parted by NUL,
/// so that a change hits the words of a part and not its compression.
pub fn package(names: &[&str], bytes: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, part) in names.iter().zip(bytes.split(|byte| *byte == 0)) {
        archive.start_file(*name, options).expect("room in memory");
        archive.write_all(part).expect("room in memory");
    }
    archive.finish().expect("room in memory").into_inner()
}

/// Lets panics of the PDF library pass, which the reader turns into an error, and stops at our own.
pub fn mind_our_own_panics() {
    let abort = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        let ours = info.location().is_some_and(|at| {
            let file = at.file();
            file.contains("rostrum") || file.contains("fuzz_targets") || file.starts_with("src/")
        });
        if ours {
            abort(info);
        }
    }));
}
