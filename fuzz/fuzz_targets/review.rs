//! A Word document that came back from reviewers: its main part, notes, comments and threads.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    rostrum_fuzz::back::review(&rostrum_fuzz::package(&rostrum_fuzz::back::PARTS, bytes));
});
