//! PDF; a header is put before bytes that have none.
#![no_main]

libfuzzer_sys::fuzz_target!(init: rostrum_fuzz::mind_our_own_panics(), |bytes: &[u8]| {
    if bytes.starts_with(b"%PDF-") {
        rostrum_fuzz::import("draft.pdf", bytes);
    } else {
        rostrum_fuzz::import("draft.pdf", &[b"%PDF-1.7\n", bytes].concat());
    }
});
