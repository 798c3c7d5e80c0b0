//! The shared document.
