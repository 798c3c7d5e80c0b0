//! The desk: one method a use case; the command line and the window call nothing else.

mod commands;
pub mod wire;
