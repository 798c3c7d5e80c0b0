//! Hand-over: one courier a kind of channel, all behind one trait.
//!
//! A courier takes a bundle to the other side once, and tells truthfully what it knows
//! afterwards: taken, refused, not reached, or unknown. It keeps nothing itself. What must
//! survive a crash is written through [`Journal`] before the first byte leaves.

use rostrum_core::ports::Progress;
use rostrum_core::submit::Bundle;

mod error;
pub mod folder;
pub mod https;

pub use error::{CourierError, Nonsense};
pub use folder::FolderCourier;
pub use https::{HttpsChannel, HttpsCourier};

use crate::Failure;

/// A bundle on its way.
#[derive(Debug, Clone, Copy)]
pub struct Parcel<'a> {
    /// Id of the receipt; repeats are known by it.
    pub receipt_id: &'a str,
    /// The files.
    pub bundle: &'a Bundle,
}

/// What is about to leave the machine, for the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// Id of the receipt.
    pub receipt_id: String,
    /// Where it goes: a folder or an address, never with a secret.
    pub target: String,
    /// Hash of the whole bundle.
    pub bundle_sha256: String,
}

/// Remembers that something is about to leave.
pub trait Journal {
    /// Writes a row that survives power loss; called right before the first byte leaves.
    ///
    /// # Errors
    /// When the row cannot be written nothing is sent.
    fn before_send(&mut self, attempt: &Attempt) -> Result<(), Failure>;
}

/// What the other side said when it took a bundle.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Delivery {
    /// The answer in one line: reference, address and words of the other side, or the
    /// folder in which the bundle lies.
    pub answer: String,
    /// Whether the other side had the very same bundle already.
    pub repeated: bool,
}

/// Takes a bundle through one channel.
///
/// Deliberately absent: choosing the channel, asking the user, keeping receipts. Handing
/// the same parcel over twice is safe on every channel.
pub trait Courier: Send + Sync {
    /// Hands a parcel over.
    ///
    /// # Errors
    /// Typed by what is known about the other side; [`CourierError::leaves`] says which
    /// state the receipt has then.
    fn hand_over(
        &self,
        parcel: &Parcel<'_>,
        journal: &mut dyn Journal,
        progress: &dyn Progress,
    ) -> Result<Delivery, CourierError>;
}
