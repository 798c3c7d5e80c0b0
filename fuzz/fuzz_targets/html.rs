//! Web pages.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    rostrum_fuzz::import("draft.html", &[b"<html>", bytes].concat());
});
