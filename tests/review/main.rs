//! What comes back from partners in a Word document.

mod cases;
mod moves;
mod notes_and_tables;
mod office;
mod origins;
mod pictures;
mod team;
