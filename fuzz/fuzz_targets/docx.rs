//! Word documents: the main part, then styles, numbers, notes and relations.
#![no_main]

const PARTS: [&str; 7] = [
    "word/document.xml",
    "word/styles.xml",
    "word/numbering.xml",
    "word/footnotes.xml",
    "word/endnotes.xml",
    "word/_rels/document.xml.rels",
    "docProps/core.xml",
];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    rostrum_fuzz::import("draft.docx", &rostrum_fuzz::package(&PARTS, bytes));
});
