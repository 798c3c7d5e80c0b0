//! The pure heart of Rostrum, read from top to bottom as the way of the data:
//!
//! ```text
//! draft bytes ──import──▶ Draft ──┐
//! call data   ──load────▶ Call ───┤
//! statement   ──────────▶ Statement ┼──check──▶ findings
//! sources     ──cite────▶ notes ──┘
//! Statement + Call + Drafts ──compose──▶ Document ──render──▶ docx │ md │ txt │ html
//! Document + Call ──webform──▶ a plain text for each question of a form
//! Document ──count──▶ words, part by part
//! Draft + what a person set right ──fixup──▶ Draft as it stands
//! Draft → Draft' ──revise──▶ links between paragraphs
//! Text begun in Word + Call ──begun──▶ body, sources, and what was changed
//! Document that came back ──review──▶ suggestions, comments ──▶ Statement
//! Version ──package──▶ bundle, whose way out is told by a Receipt
//! ```
//!
//! [`coauthor`] keeps the statement as one shared document that merges without loss.
//!
//! Nothing here opens a file or a socket, asks the clock, the environment or chance:
//! bytes and values come in, bytes and values go out, and the same input gives the same
//! output. What must come from outside enters through [`ports`].
//! The crate's `clippy.toml` and `tests/architecture.rs` keep this true.

pub mod begun;
pub mod calls;
pub mod check;
pub mod cite;
pub mod coauthor;
pub mod count;
pub mod deadlines;
pub mod finding;
pub mod fixup;
pub mod import;
pub mod model;
mod months;
pub mod pictures;
pub mod ports;
pub mod read;
pub mod render;
pub mod respond;
pub mod review;
pub mod revise;
pub mod scrub;
pub mod skeletons;
pub mod speak;
pub mod spell;
pub mod submit;
pub mod webform;
