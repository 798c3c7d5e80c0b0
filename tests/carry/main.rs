//! What becomes of responses when the draft moves on.

mod any_text;
mod cases;
mod numbers;
mod real_drafts;
mod scene;
