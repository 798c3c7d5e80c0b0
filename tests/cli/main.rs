//! The command line, run as a user runs it.

mod calls;
mod carrying;
mod checking;
mod command;
mod contracts;
mod main_job;
mod reading_drafts;
mod refusals;
mod responding;
