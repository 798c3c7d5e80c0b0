//! The effects of Rostrum: files, channels, keyring, clock, the import worker, and the desk.

pub mod desk;
pub mod failure;

pub use failure::{Code, Failure};
