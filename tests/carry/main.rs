//! What becomes of responses when the draft moves on.
#![expect(clippy::print_stdout, reason = "tells what was measured, or that it was skipped")]

mod any_text;
mod cases;
mod numbers;
mod real_drafts;
mod scene;
