//! The grammar of labels, and what knows which label comes next.
#![no_main]

use rostrum_core::import::labels::{Run, split};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let mut run = Run::default();
    for line in text.lines() {
        let Some(label) = split(line) else { continue };
        assert!(!label.printed.is_empty());
        assert!(line.is_char_boundary(label.rest));
        assert!(line[..label.rest].contains(label.printed));
        run.expects(&label);
        run.follows(&label, 3);
        run.use_label(&label);
        assert!(run.last(run.settle(&label)).is_some() || label.printed.len() > 0);
    }
});
