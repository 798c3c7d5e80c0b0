//! The command line, run as a user runs it.

mod carrying;
mod command;
mod contracts;
mod main_job;
mod refusals;
