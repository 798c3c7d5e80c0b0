//! OpenDocument text: content, then styles and properties.
#![no_main]

const PARTS: [&str; 4] = ["content.xml", "META-INF/manifest.xml", "styles.xml", "meta.xml"];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    rostrum_fuzz::import("draft.odt", &rostrum_fuzz::package(&PARTS, bytes));
});
