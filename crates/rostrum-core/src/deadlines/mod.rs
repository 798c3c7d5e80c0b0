//! Deadlines as people live with them: read from a secretariat's words, told in three zones,
//! counted back from, and written into a calendar.
//!
//! ```text
//! "12 February 2024 (11.59 New York time)" ──wording──▶ instant + what had to be assumed
//! Deadline + present + zones ──told──▶ there, here, UTC, how long it is
//! Deadline + what was set ──plan──▶ draft, comments, freeze, sign-on, render, send
//! any of these ──calendar──▶ .ics with alarms
//! ```
//!
//! Where words leave a doubt, the earliest sound reading is taken and the doubt is told.

pub mod calendar;
mod days;
pub mod plan;
mod told;
pub mod wording;

pub use days::WorkingWeek;
pub use told::{DeadlineState, ToldDeadline, ToldEarlier, told};
