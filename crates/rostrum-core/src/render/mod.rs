//! Documents out: a statement composed once, rendered many ways.
