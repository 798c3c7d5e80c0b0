//! The command line, run as a user runs it.

mod calls;
mod carrying;
mod checking;
mod command;
mod contracts;
mod covering;
mod exporting;
mod main_job;
mod picturing;
mod publishing;
mod reading_drafts;
mod refusals;
mod responding;
mod writing;
