//! What is handed over, and the proof of it.
//!
//! A frozen [`Version`](crate::model::Version) with its rendered documents becomes a
//! [`Bundle`]; what becomes of the bundle is told by a [`Receipt`], whose states only move
//! forward or say why not.

pub mod archive;
pub mod file_name;
pub mod manifest;
pub mod package;
pub mod receipt;
pub mod states;

pub use archive::archive;
pub use file_name::{document_name, with_suffix};
pub use package::{Bundle, BundleFile, PackageError, PackageInput, package};
pub use receipt::{PlannedFile, Receipt, ReceiptState, receipt_id};
pub use states::StepRefused;
