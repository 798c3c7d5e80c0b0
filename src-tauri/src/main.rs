//! Starts the Rostrum window.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() {
    rostrum_kit::worker::run_if_asked();
    rostrum_app::with_drawing_that_works();
    rostrum_app::run();
}
