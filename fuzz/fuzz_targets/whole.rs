//! A whole file of unknown kind: told from its bytes, then read.
#![no_main]

libfuzzer_sys::fuzz_target!(init: rostrum_fuzz::mind_our_own_panics(), |bytes: &[u8]| {
    rostrum_fuzz::import("draft", bytes);
});
