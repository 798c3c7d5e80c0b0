//! What becomes of a picture before it is kept.

use rostrum_core::model::PictureKind;
use rostrum_core::scrub::Kind;

use super::{Machine, holds, photograph, png};

#[test]
fn a_small_upright_picture_keeps_its_bytes() {
    let machine = Machine::new();
    let bytes = png(60, 40);
    let added = machine.add("chart.png", &bytes);
    let picture = &added.picture.picture;
    assert_eq!((picture.width, picture.height, picture.kind), (60, 40, PictureKind::Png));
    assert_eq!(machine.kept(&added.picture), bytes);
    assert!(added.done.removed.is_empty() && !added.done.turned && added.done.before_width == 0);
}

#[test]
fn a_photograph_loses_place_and_names_and_stands_upright() {
    let machine = Machine::new();
    let bytes = photograph(80, 40, 6);
    let added = machine.add("photo.jpg", &bytes);
    let kinds: Vec<Kind> = added.done.removed.iter().map(|item| item.kind).collect();
    assert!(kinds.contains(&Kind::PicturePlace), "{kinds:?}");
    assert!(added.done.turned);
    assert_eq!((added.picture.picture.width, added.picture.picture.height), (40, 80));
    let kept = machine.kept(&added.picture);
    assert!(!holds(&kept, b"A. Writer") && !holds(&kept, b"Exif"));
    // Turned a quarter to the right, what was left is on top.
    let seen = image::load_from_memory(&kept).expect("a picture").to_rgb8();
    assert_eq!(seen.dimensions(), (40, 80));
    let (top, bottom) = (seen.get_pixel(20, 10).0, seen.get_pixel(20, 70).0);
    assert!(top[0] > 180 && top[2] < 80 && bottom[2] > 180, "{top:?} {bottom:?}");
}

#[test]
fn an_upright_photograph_keeps_its_pixels() {
    let machine = Machine::new();
    let bytes = photograph(80, 40, 1);
    let added = machine.add("photo.jpeg", &bytes);
    assert_eq!(added.picture.picture.name, "photo.jpg");
    let kept = machine.kept(&added.picture);
    assert!(!holds(&kept, b"A. Writer") && !added.done.turned);
    let pixels = |bytes: &[u8]| image::load_from_memory(bytes).expect("a picture").to_rgb8();
    assert!(pixels(&kept) == pixels(&bytes), "the very same pixels");
}

#[test]
fn a_large_picture_is_made_as_large_as_print_needs() {
    let machine = Machine::new();
    let added = machine.add("wide.png", &png(3_720, 30));
    let picture = &added.picture.picture;
    assert_eq!((picture.width, picture.height), (2_480, 20));
    assert_eq!((added.done.before_width, added.done.before_height), (3_720, 30));
    let seen = image::load_from_memory(&machine.kept(&added.picture)).expect("a picture");
    assert_eq!((seen.width(), seen.height()), (2_480, 20));
    assert!(seen.color().has_alpha(), "what is not seen stays so");
}

#[test]
fn words_in_a_png_and_behind_a_jpeg_go() {
    let machine = Machine::new();
    let plain = png(20, 20);
    let mut with_words = plain[..33].to_vec();
    let words = b"tEXtAuthor\0A. Writer";
    with_words.extend_from_slice(&(words.len() as u32 - 4).to_be_bytes());
    with_words.extend_from_slice(words);
    with_words.extend_from_slice(&crc(words).to_be_bytes());
    with_words.extend_from_slice(&plain[33..]);
    let added = machine.add("words.png", &with_words);
    assert_eq!(machine.kept(&added.picture), plain);
    assert_eq!(added.done.removed.len(), 1);

    let mut film = photograph(20, 20, 1);
    film.extend_from_slice(b"a film with a place in it");
    let kept = machine.kept(&machine.add("film.jpg", &film).picture);
    assert!(kept.ends_with(b"\xFF\xD9") && !holds(&kept, b"a film"));
}

/// Returns the sum that closes a part of a PNG.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xEDB8_8320 & (sum & 1).wrapping_neg())
        })
    })
}
