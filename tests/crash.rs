//! Nothing acknowledged is ever lost.
