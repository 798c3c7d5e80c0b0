//! Bounds of the pace at which a statement is spoken; the usual ones are
//! [`count::pace`](crate::count::pace)'s, so that count and speech never disagree.

/// The slowest pace that can be set.
pub const SLOWEST: u32 = 40;

/// The fastest pace that can be set.
pub const FASTEST: u32 = 400;
