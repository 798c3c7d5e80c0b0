//! What a file gives away, and its copy: a whole file, or the parts of a Word document.
#![no_main]

const PARTS: [&str; 7] = [
    "word/document.xml",
    "word/settings.xml",
    "word/comments.xml",
    "word/footnotes.xml",
    "word/_rels/document.xml.rels",
    "docProps/core.xml",
    "_rels/.rels",
];

libfuzzer_sys::fuzz_target!(init: rostrum_fuzz::mind_our_own_panics(), |bytes: &[u8]| {
    if bytes.starts_with(b"PK") || bytes.starts_with(b"%PDF-") || bytes.starts_with(b"\xFF\xD8") {
        rostrum_fuzz::scrub("file", bytes);
    } else {
        rostrum_fuzz::scrub("file.docx", &rostrum_fuzz::package(&PARTS, bytes));
    }
});
