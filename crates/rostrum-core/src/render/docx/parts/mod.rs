//! The parts of the file that are written here whole.

pub(super) mod numbering;
pub(super) mod page;
pub(super) mod properties;
pub(super) mod settings;
pub(super) mod styles;
pub(super) mod theme;
