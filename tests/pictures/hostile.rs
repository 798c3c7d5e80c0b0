//! Files that are no pictures, or mean harm.

use super::{Machine, photograph, png};

#[test]
fn other_kinds_are_named_and_refused() {
    let machine = Machine::new();
    for (name, bytes, why) in [
        ("a.gif", b"GIF89a\x01\0\x01\0".as_slice(), "gif"),
        ("a.webp", b"RIFF\x10\0\0\0WEBPVP8 ", "webp"),
        ("a.svg", b"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>", "svg"),
        ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0", "heic"),
        ("a.tif", b"II*\0\x08\0\0\0", "tiff"),
        ("a.bmp", b"BM\x10\0\0\0", "bmp"),
        ("a.pdf", b"%PDF-1.7\n", "pdf"),
        ("a.png", b"only words", "other"),
    ] {
        assert_eq!(machine.why_not(name, bytes), format!("PictureRefused kind {why}"));
    }
    assert_eq!(machine.why_not("a.png", b""), "PictureRefused empty");
    assert!(machine.list().is_empty());
    assert!(!machine.body().contains("!["));
}

#[test]
fn a_few_bytes_do_not_unfold_to_more_than_memory_holds() {
    let machine = Machine::new();
    let mut bomb = png(10, 10);
    bomb[16..20].copy_from_slice(&50_000_u32.to_be_bytes());
    bomb[20..24].copy_from_slice(&50_000_u32.to_be_bytes());
    assert_eq!(machine.why_not("bomb.png", &bomb), "PictureRefused pixels");
    bomb[16..20].copy_from_slice(&0_u32.to_be_bytes());
    assert_eq!(machine.why_not("bomb.png", &bomb), "PictureRefused damaged");
}

#[test]
fn a_cut_picture_is_refused_wherever_it_was_cut() {
    let machine = Machine::new();
    for whole in [png(40, 40), photograph(40, 40, 6)] {
        for part in [2, 9, 30, 50, 75, 99] {
            let end = whole.len() * part / 100;
            let told = machine.why_not("cut", &whole[..end]);
            let fits = ["PictureRefused damaged", "PictureRefused kind other"].contains(&&*told);
            assert!(fits, "{part} per cent: {told}");
        }
    }
}

#[test]
fn a_file_that_is_too_large_is_told_as_a_picture() {
    let machine = Machine::new();
    let mut bytes = png(10, 10);
    bytes.resize(20 * 1024 * 1024 + 1, 0);
    assert_eq!(machine.why_not("large.png", &bytes), "PictureRefused large");
}
