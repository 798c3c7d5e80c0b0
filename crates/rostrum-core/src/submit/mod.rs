//! What is handed over, and the proof of it.

pub mod receipt;

pub use receipt::{PlannedFile, Receipt, ReceiptState};
