//! The few traits through which effects enter.
//!
//! Deliberately absent: files and SQL (the store is the kit's own business, the core gets
//! values), logging, and settings. A trait may grow only when a rule of the core, not a
//! face, needs the effect.

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Returns the present instant.
    fn now(&self) -> jiff::Timestamp;
}

/// Makes ids that no other copy makes.
pub trait Ids: Send + Sync {
    /// Returns a new id of letters, digits and hyphens.
    fn next(&self) -> String;
}

/// Hears how far long work has come, and may stop it.
pub trait Progress: Send + Sync {
    /// Tells that `done` of `total` steps of `stage` are behind; `total` 0 means unknown.
    fn step(&self, stage: &str, done: u32, total: u32);

    /// Tells whether the work should stop; the work then ends with a typed error, whole.
    fn cancelled(&self) -> bool;
}

/// Keeps secrets outside every file of Rostrum.
pub trait Secrets: Send + Sync {
    /// Returns the secret kept under this name, if there is one.
    fn get(&self, name: &str) -> Result<Option<String>, SecretsUnavailable>;

    /// Keeps a secret under this name.
    fn set(&self, name: &str, secret: &str) -> Result<(), SecretsUnavailable>;

    /// Forgets the secret kept under this name; fine when there is none.
    fn remove(&self, name: &str) -> Result<(), SecretsUnavailable>;
}

/// Why no secret can be kept or read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SecretsUnavailable {
    /// No service that keeps secrets is there.
    #[error("reach the system keyring: none is running ({detail})")]
    Missing {
        /// What the system said.
        detail: String,
    },
    /// The service is there, and locked.
    #[error("reach the system keyring: it is locked; unlock it and try again ({detail})")]
    Locked {
        /// What the service said.
        detail: String,
    },
}

/// A [`Progress`] that nobody watches and nobody stops.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

impl Progress for Unwatched {
    fn step(&self, _: &str, _: u32, _: u32) {}

    fn cancelled(&self) -> bool {
        false
    }
}
