//! A text that was begun elsewhere, usually in Word → the body of a statement.
//!
//! ```text
//! bytes ──read──▶ Begun ──take(call)──▶ Taken { title, head, body, sources, remarks, report }
//! ```
//!
//! Headings become the sections of the call where their names are near enough, notes that are
//! plainly references become sources. Every word of the file stands in the statement once, or
//! in the report: what was changed, and what could not be carried over.

mod names;
mod place;
pub mod read;
mod references;
mod report;
mod take;
#[cfg(test)]
mod tests;
mod write;

pub(crate) use names::unnumbered;
pub use read::read;
pub use report::{Changed, How, Kept, PlacedSection, Report};
pub use take::{Taken, take};
