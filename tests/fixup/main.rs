//! Setting a draft right after the reader, through the public doors.
#![expect(clippy::print_stdout, reason = "a test that is skipped says so")]

mod cases;
mod desk;
mod pages;
mod properties;
mod words;
