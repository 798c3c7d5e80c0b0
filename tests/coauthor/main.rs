//! The shared document: copies edited apart come together, whatever the order, and nothing
//! from outside can harm one.

mod any_order;
mod cases;
mod files;
mod hostile;
mod words;
