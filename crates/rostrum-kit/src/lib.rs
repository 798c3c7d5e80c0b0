//! The effects of Rostrum: files, channels, keyring, clock, the import worker, and the desk.

pub mod channels;
pub mod clock;
pub mod courier;
pub mod desk;
pub mod failure;
pub mod fonts;
pub mod ids;
pub mod keyring;
pub mod own_calls;
pub mod phrases;
pub mod spelling;
pub mod store;
pub mod templates;
pub mod worker;

pub use failure::{Code, Failure};
