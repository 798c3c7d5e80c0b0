//! The import worker alone, as both faces contain it.

fn main() {
    rostrum_kit::worker::run_if_asked();
}
