//! The shared document: the statement as a CRDT that merges without loss.
//!
//! [`SharedStatement`] is the statement as co-authors hold it. It is two documents, because
//! what is shared and what is private must never lie in one history:
//!
//! ```text
//! shared  ── text "body"
//!         ── map  "head"         title, organisation, language, call, header.<id>,
//!                                skeleton, skeleton.<id>, plan.<step>, annex.<id>, picture.<id>
//!         ── map  "responses"    id  → { kind, targets, proposal, rationale, … }
//!         ── map  "sources"      key → { item, locator, quotation, … }
//!         ── map  "signatories"  id  → { organisation, country, … }
//!         ── map  "fixes"        id  → { draft, seen, fix }
//!         ── map  "reviews"      id  → { file, thing, decision }
//! private ── map  "responses"    the same shape; leaves this file in no copy for partners
//! ```
//!
//! Every change is an update in the Yjs format, version 1; a state is the set of its
//! updates, so applying them twice or in another order makes no difference.

mod body;
mod entries;
mod files;
mod footnotes;
mod guard;
mod history;
mod merge;
mod projection;
mod replica;
mod section;
mod shared;
mod splice;

pub use body::{EditRefused, edited};
pub use guard::{MAX_UPDATE, UpdateRefused};
pub use section::{Moved, Settled, sections};
pub use shared::{Change, SharedStatement};
