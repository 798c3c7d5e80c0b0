//! A text that was begun elsewhere: a text, an OpenDocument file, or the parts of a Word document.
#![no_main]

const WORD: [&str; 7] = [
    "word/document.xml",
    "word/styles.xml",
    "word/numbering.xml",
    "word/footnotes.xml",
    "word/comments.xml",
    "word/commentsExtended.xml",
    "word/_rels/document.xml.rels",
];
const OPEN: [&str; 4] = ["content.xml", "META-INF/manifest.xml", "styles.xml", "meta.xml"];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    match bytes.split_first() {
        Some((b'm', text)) => rostrum_fuzz::back::begun("begun.md", text),
        Some((b't', text)) => rostrum_fuzz::back::begun("begun.txt", text),
        Some((b'h', text)) => rostrum_fuzz::back::begun("begun.html", text),
        Some((b'o', parts)) => {
            rostrum_fuzz::back::begun("begun.odt", &rostrum_fuzz::package(&OPEN, parts));
        }
        _ => rostrum_fuzz::back::begun("begun.docx", &rostrum_fuzz::package(&WORD, bytes)),
    }
});
