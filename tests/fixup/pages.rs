//! Pages as pictures: drawn in the worker's fence, whatever the file is.
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use rostrum_core::import::ImportError;
use rostrum_core::ports::Unwatched;
use rostrum_kit::worker::page::{Asked, Picture, Undrawn};
use rostrum_kit::worker::{Limits, WorkerError, draw, draw_within};
use rostrum_tests::corpus::corpus;

const WORKER: &str = env!("CARGO_BIN_EXE_import-worker");

fn drawn(bytes: &[u8], page: u32, scale: f32) -> Result<Picture, WorkerError> {
    draw(Path::new(WORKER), bytes, None, Asked { page, scale }, &Unwatched)
}

fn example() -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../templates/example/zero-draft.pdf");
    fs::read(path).expect("the shipped example")
}

#[test]
fn a_page_comes_back_as_a_picture_of_its_size() {
    let picture = drawn(&example(), 1, 1.0).expect("the first page");
    let png = BASE64_STANDARD.decode(&picture.png).expect("base64");
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
    assert_eq!(picture.pixel_width, picture.width as u32);
    assert_eq!(png[16..20], picture.pixel_width.to_be_bytes(), "the picture's own header");
    assert!(png.len() > 10_000, "{} bytes: there is print on it", png.len());
    assert!(picture.pages >= 2);
    assert_eq!(drawn(&example(), 1, 1.0).expect("again"), picture, "the same page, the same bytes");
}

#[test]
fn a_page_that_is_not_there_is_said() {
    for page in [0, 10_000] {
        let none = drawn(&example(), page, 1.0).expect_err("no such page");
        assert!(matches!(none, WorkerError::Undrawn(Undrawn::NoSuchPage { .. })), "{none}");
    }
}

#[test]
fn what_is_no_pdf_has_no_pages() {
    let words = drawn(b"Only words.", 1, 1.0).expect_err("no pages");
    assert!(matches!(words, WorkerError::Undrawn(Undrawn::NoPages)), "{words}");
}

#[test]
fn a_page_that_takes_too_long_is_given_up() {
    let started = Instant::now();
    let limits = Limits { clock: Duration::from_millis(1), ..Limits::one_page() };
    let asked = Asked { page: 1, scale: 4.0 };
    let late = draw_within(&limits, Path::new(WORKER), &example(), None, asked, &Unwatched);
    assert!(matches!(late, Err(WorkerError::TimedOut { .. })));
    assert!(started.elapsed() < Duration::from_secs(5));
}

#[test]
fn an_absurd_scale_gives_a_picture_that_fits() {
    for scale in [-1.0, 0.0, 1e9, f32::INFINITY] {
        let picture = drawn(&example(), 1, scale).expect("brought into bounds");
        assert!(picture.pixel_width > 0 && picture.pixel_width <= 10_000);
    }
}

#[test]
fn cut_and_scrambled_files_never_break_the_fence() {
    let whole = example();
    for at in 1..8 {
        let mut scrambled = whole.clone();
        for hit in 0..40 {
            let place = (hit * 7919 + at * 104_729) % scrambled.len();
            scrambled[place] ^= 0x55;
        }
        for bytes in [&whole[..whole.len() * at / 8], &scrambled] {
            clear(drawn(bytes, 1, 0.5), &format!("damage {at}"));
        }
    }
}

#[test]
fn real_files_made_to_break_readers_end_clearly_and_in_time() {
    let Some(corpus) = corpus() else {
        println!("skipped: no corpus beside the checkout");
        return;
    };
    let mut seen = 0;
    let mut pictures = 0;
    for folder in ["pdf-robust/pdfjs", "pdf-robust/pypdf", "un-docs/scanned"] {
        let Ok(entries) = fs::read_dir(corpus.join(folder)) else { continue };
        for path in entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()) {
            let bytes = fs::read(&path).expect("a readable file");
            let started = Instant::now();
            let outcome = drawn(&bytes, 1, 0.5);
            pictures += u32::from(outcome.is_ok());
            clear(outcome, &path.display().to_string());
            assert!(started.elapsed() < Duration::from_secs(45), "{}", path.display());
            seen += 1;
        }
    }
    println!("{pictures} of {seen} files have a first page that can be drawn");
    assert!(seen > 20 && pictures > seen / 3, "{pictures} of {seen}");
}

/// A picture, or a reason a person can act on; the fence itself always holds.
fn clear(outcome: Result<Picture, WorkerError>, file: &str) {
    match outcome {
        Ok(picture) => assert!(!picture.png.is_empty(), "{file}"),
        Err(
            WorkerError::Undrawn(_)
            | WorkerError::Refused(ImportError::Locked)
            | WorkerError::Damaged
            | WorkerError::TooLarge { .. }
            | WorkerError::TimedOut { .. },
        ) => {}
        Err(other) => panic!("{file}: {other}"),
    }
}
