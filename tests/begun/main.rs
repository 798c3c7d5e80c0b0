//! A text that was begun in Word goes on as a statement, and no word of it is lost.

mod cases;
mod desk;
mod peers;
mod pictures;
mod round_trips;
mod scene;
