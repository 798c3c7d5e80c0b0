//! Pictures of our own making, as statements hold them.

use std::io::Cursor;
use std::sync::{Arc, LazyLock};

use image::codecs::jpeg::JpegEncoder;
use image::{ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use rostrum_core::model::{Picture, PictureBytes, PictureKind};
use rostrum_core::submit::manifest::sha256_hex;

/// Names of the pictures: a chart, a wide band, a tall column, a photograph.
pub const NAMES: [&str; 4] = ["chart.png", "band.png", "column.png", "photo.jpg"];

static ALL: LazyLock<Vec<(Picture, Arc<[u8]>)>> = LazyLock::new(|| {
    let made = [chart(), stripes(2_400, 240), stripes(300, 1_800), photo()];
    NAMES.into_iter().zip(made).map(|(name, made)| kept(name, made)).collect()
});

/// Returns the pictures as a statement lists them.
pub fn pictures() -> Vec<Picture> {
    ALL.iter().map(|(picture, _)| picture.clone()).collect()
}

/// Returns their bytes.
pub fn bytes() -> PictureBytes {
    ALL.iter().map(|(picture, bytes)| (picture.sha256.clone(), Arc::clone(bytes))).collect()
}

/// Returns the picture of this name.
///
/// # Panics
/// When there is none.
pub fn picture(name: &str) -> Picture {
    pictures().into_iter().find(|picture| picture.name == name).expect("one of the names")
}

/// Returns a picture at half its width and height, as programs write it that make files smaller.
///
/// # Panics
/// When there is no such picture.
pub fn half(name: &str) -> Vec<u8> {
    let own = picture(name);
    let bytes = &bytes()[&own.sha256];
    let whole = image::load_from_memory(bytes).expect("it can be read");
    let mut out = Cursor::new(Vec::new());
    whole
        .thumbnail(own.width / 2, own.height / 2)
        .write_to(&mut out, ImageFormat::Png)
        .expect("PNG");
    out.into_inner()
}

fn kept(name: &str, (width, height, bytes): (u32, u32, Vec<u8>)) -> (Picture, Arc<[u8]>) {
    let kind = if name.ends_with("png") { PictureKind::Png } else { PictureKind::Jpeg };
    let sha256 = sha256_hex(&bytes);
    let picture = Picture {
        id: name.replace('.', "-"),
        name: name.into(),
        kind,
        width,
        height,
        bytes: bytes.len() as u32,
        sha256,
        share: 0,
        added: format!("2026-11-22T10:00:{:02}Z", width % 60),
    };
    (picture, bytes.into())
}

fn png(width: u32, height: u32, colour: impl Fn(u32, u32) -> Rgba<u8>) -> (u32, u32, Vec<u8>) {
    let mut out = Cursor::new(Vec::new());
    let made = RgbaImage::from_fn(width, height, colour);
    made.write_to(&mut out, ImageFormat::Png).expect("a PNG can be written");
    (width, height, out.into_inner())
}

/// Five columns over a line, on nothing.
fn chart() -> (u32, u32, Vec<u8>) {
    let heights = [120, 180, 150, 260, 330];
    png(800, 420, |x, y| {
        let column = (x.saturating_sub(60) / 140).min(4) as usize;
        let inside = x >= 60 && (x - 60) % 140 < 100 && x < 760;
        if (390..394).contains(&y) {
            Rgba([60, 60, 60, 255])
        } else if inside && y < 390 && 390 - y < heights[column] {
            Rgba([40, 90, 160, 255])
        } else {
            Rgba([255, 255, 255, 0])
        }
    })
}

fn stripes(width: u32, height: u32) -> (u32, u32, Vec<u8>) {
    png(width, height, |x, y| {
        let on = (x / 40 + y / 40) % 2 == 0;
        if on { Rgba([200, 120, 40, 255]) } else { Rgba([245, 240, 225, 255]) }
    })
}

fn photo() -> (u32, u32, Vec<u8>) {
    let (width, height) = (640, 480);
    let made = RgbImage::from_fn(width, height, |x, y| {
        Rgb([(x * 255 / width) as u8, (y * 255 / height) as u8, 120])
    });
    let mut out = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut out, 85);
    made.write_with_encoder(encoder).expect("a JPEG can be written");
    (width, height, out)
}
