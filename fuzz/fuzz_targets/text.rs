//! Plain text in any encoding.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    rostrum_fuzz::import("draft.txt", bytes);
});
