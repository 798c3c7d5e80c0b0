//! The import worker alone, as both faces contain it.
//!
//! `import-worker --peak FILE` reads a file here and prints the most memory that took, in
//! kilobytes, and the milliseconds: a test cannot ask a process that has ended.

use std::time::Instant;

use rostrum_core::import::{ImportOptions, read};

#[expect(clippy::print_stdout, reason = "its answer")]
fn main() {
    rostrum_kit::worker::run_if_asked();
    let mut arguments = std::env::args().skip(1);
    if arguments.next().as_deref() != Some("--peak") {
        return;
    }
    let Some(bytes) = arguments.next().and_then(|file| std::fs::read(file).ok()) else { return };
    let begun = Instant::now();
    // Whether it could be read is for another test to say.
    let _ = read(&bytes, &ImportOptions { name: "draft", password: None });
    let spent = begun.elapsed().as_millis();
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0");
    println!("{} {spent}", peak.trim().trim_end_matches(" kB"));
}
