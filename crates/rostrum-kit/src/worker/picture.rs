//! A picture for the body, made ready inside the worker's fence: without what cameras and
//! programs wrote into it, the right way up, no larger than print needs.
//!
//! Comes in: the bytes of a PNG or JPEG and the most pixels of its longer side. A picture that
//! is upright and small enough keeps its pixels as they are.

use std::io::Cursor;
use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::imageops::FilterType as Sampling;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, RgbaImage};
use rostrum_core::model::PictureKind;
use rostrum_core::pictures::{Head as Said, head};
use rostrum_core::ports::Progress;
use rostrum_core::scrub::{Choices, Item, clean};
use serde::{Deserialize, Serialize};

use super::frame::{Answer, Head};
use super::parent::ask;
use super::{Limits, WorkerError};
use crate::failure::Failure;

/// Most pixels that are unfolded: those of the largest cameras.
const MOST_PIXELS: u64 = 100_000_000;

/// Most memory for the pixels of one picture, in bytes.
const MOST_MEMORY: u64 = 820 << 20;

/// Quality of a JPEG that is written anew, of 100.
const QUALITY: u8 = 90;

/// A picture that is ready.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Made {
    /// The picture, base64.
    pub bytes: String,
    /// What kind of file it is.
    pub kind: PictureKind,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// What was taken out.
    pub removed: Vec<Item>,
    /// Whether it was turned the right way up.
    pub turned: bool,
    /// Width and height before it was made smaller.
    pub before: Option<(u32, u32)>,
    /// Whether it moved, and only its first state was taken.
    pub still: bool,
    /// Whether it had the colours of print and got those of screens.
    pub colours: bool,
}

/// Why a picture was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum PictureRefused {
    /// The file is empty.
    #[error("the file is empty; check that it was saved")]
    Empty,
    /// The file is no PNG and no JPEG.
    #[error("{}", advice(sort))]
    Kind {
        /// What it is: `gif`, `webp`, `svg`, `heic`, `tiff`, `bmp`, `pdf`, `office`, `other`, …
        sort: String,
    },
    /// The file is not whole, or what is in it makes no sense.
    #[error("the picture is damaged or not whole; open it in an image program and save it again")]
    Damaged,
    /// It has more pixels than are unfolded.
    #[error(
        "the picture has {width} by {height} pixels, more than {} million; save it smaller",
        MOST_PIXELS / 1_000_000
    )]
    Pixels {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
    /// The file is larger than what is read.
    #[error("the file is larger than {limit} MB; save it with fewer pixels")]
    Large {
        /// The limit, in megabytes.
        limit: u64,
    },
    /// Making it ready took more memory or time than any picture needs.
    #[error("the picture takes more memory or time than any picture needs; save it anew, smaller")]
    Heavy,
}

impl PictureRefused {
    /// Adds what a face needs to say why.
    pub(crate) fn told(&self, failure: Failure) -> Failure {
        match self {
            Self::Empty => failure.with("why", "empty"),
            Self::Kind { sort } => failure.with("why", "kind").with("sort", sort),
            Self::Damaged => failure.with("why", "damaged"),
            Self::Pixels { width, height } => {
                failure.with("why", "pixels").with("width", width).with("height", height)
            }
            Self::Large { limit } => failure.with("why", "large").with("limit", limit),
            Self::Heavy => failure.with("why", "heavy"),
        }
    }
}

fn advice(sort: &str) -> String {
    let what = match sort {
        "gif" => "a GIF; open it in an image program and save it as PNG",
        "webp" => "a WebP picture; open it in an image program and save it as PNG or JPEG",
        "svg" => "a drawing (SVG); save it from the drawing program as PNG, 2,000 pixels wide",
        "heic" => "a HEIC photograph; send it to the computer as JPEG (\"most compatible\")",
        "avif" => "an AVIF picture; open it in an image program and save it as JPEG",
        "tiff" => "a TIFF picture; open it in an image program and save it as PNG",
        "bmp" => "a BMP picture; open it in an image program and save it as PNG",
        "metafile" => "a Windows metafile; paste it into an image program and save it as PNG",
        "pdf" => "a PDF; save the page as PNG, or attach the file as an annex",
        "office" => "an Office file; save the chart as a picture (PNG), or attach it as an annex",
        _ => "of another kind; save it as PNG (charts, maps) or JPEG (photographs)",
    };
    format!("only PNG and JPEG pictures are taken, and this file is {what}")
}

/// Makes a picture ready in a child process.
///
/// # Errors
/// [`WorkerError::Picture`] for whatever is in the file; the child is gone afterwards.
pub fn ready(
    program: &Path,
    bytes: &[u8],
    longest: u32,
    progress: &dyn Progress,
) -> Result<Made, WorkerError> {
    let head = Head {
        limits: Limits::whole_file(),
        size: bytes.len() as u64,
        picture: Some(longest),
        ..Head::default()
    };
    let refused = |refused| Err(WorkerError::Picture(refused));
    match ask(&head, program, bytes, progress) {
        Ok(Answer::Pictured(Ok(made))) => Ok(made),
        Ok(Answer::Pictured(Err(why))) => refused(why),
        Ok(_) | Err(WorkerError::Damaged) => refused(PictureRefused::Damaged),
        Err(
            WorkerError::OutOfMemory { .. }
            | WorkerError::TimedOut { .. }
            | WorkerError::TooLarge { .. },
        ) => refused(PictureRefused::Heavy),
        Err(other) => Err(other),
    }
}

impl Made {
    /// Returns the bytes of the picture.
    ///
    /// # Errors
    /// When the child spoke nonsense.
    pub fn decoded(&self) -> Result<Vec<u8>, WorkerError> {
        BASE64_STANDARD.decode(&self.bytes).map_err(|_| WorkerError::Damaged)
    }
}

/// Makes a picture ready.
pub(super) fn make(bytes: &[u8], longest: u32) -> Result<Made, PictureRefused> {
    if bytes.is_empty() {
        return Err(PictureRefused::Empty);
    }
    let Some(said) = head(bytes) else {
        let known = bytes.starts_with(b"\x89PNG") || bytes.starts_with(b"\xFF\xD8");
        return Err(if known {
            PictureRefused::Damaged
        } else {
            PictureRefused::Kind { sort: sort(bytes).into() }
        });
    };
    let (width, height) = (said.width, said.height);
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(PictureRefused::Pixels { width, height });
    }
    if width == 0 || height == 0 {
        return Err(PictureRefused::Damaged);
    }
    let cleaned = clean(bytes, "", &Choices::default()).map_err(|_| PictureRefused::Damaged)?;
    if !is_whole(&cleaned.bytes, said.kind) {
        return Err(PictureRefused::Damaged);
    }
    let format = match said.kind {
        PictureKind::Png => ImageFormat::Png,
        PictureKind::Jpeg => ImageFormat::Jpeg,
    };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = image::Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let damaged = |error| match error {
        image::ImageError::Limits(_) => PictureRefused::Heavy,
        _ => PictureRefused::Damaged,
    };
    let mut decoder = reader.into_decoder().map_err(damaged)?;
    let side = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    // What is damaged further on shows only when everything is read.
    let pixels = DynamicImage::from_decoder(decoder).map_err(damaged)?;
    let turned = side != Orientation::NoTransforms;
    let still = said.kind == PictureKind::Png && moves(&cleaned.bytes);
    let colours = said.colours == 4;
    let smaller = width.max(height) > longest;
    let mut made = Made {
        bytes: String::new(),
        kind: said.kind,
        width,
        height,
        removed: cleaned.removed,
        turned,
        before: None,
        still,
        colours,
    };
    if !(turned || still || colours || smaller) {
        made.bytes = BASE64_STANDARD.encode(cleaned.bytes);
        return Ok(made);
    }
    let mut pixels = pixels;
    pixels.apply_orientation(side);
    (made.width, made.height) = (pixels.width(), pixels.height());
    if smaller {
        made.before = Some((made.width, made.height));
        pixels = scaled(pixels, longest);
        (made.width, made.height) = (pixels.width(), pixels.height());
    }
    // The colours of print are told by a profile that fits no others.
    let profile = profile.filter(|_| !colours);
    let written = write(&pixels, &said, profile).map_err(damaged)?;
    made.bytes = BASE64_STANDARD.encode(written);
    Ok(made)
}

/// Makes a picture smaller, so that its longer side has so many pixels.
fn scaled(pixels: DynamicImage, longest: u32) -> DynamicImage {
    let (width, height) = (u64::from(pixels.width()), u64::from(pixels.height()));
    let most = width.max(height);
    let fitting = |side: u64| ((side * u64::from(longest) + most / 2) / most).max(1) as u32;
    let (wide, high) = (fitting(width), fitting(height));
    // In plain steps first: the careful way over all of it takes memory and shows nothing more.
    let pixels = if most > 4 * u64::from(longest) {
        pixels.thumbnail_exact(wide.saturating_mul(2), high.saturating_mul(2))
    } else {
        pixels
    };
    match pixels.color() {
        color if color.has_alpha() => {
            let mut through = pixels.into_rgba8();
            weigh(&mut through, |colour, alpha| (colour * alpha + 127) / 255);
            let mut small = image::imageops::resize(&through, wide, high, Sampling::CatmullRom);
            weigh(&mut small, |colour, alpha| (colour * 255 + alpha / 2) / alpha.max(1));
            DynamicImage::ImageRgba8(small)
        }
        color if color.has_color() => {
            let full = DynamicImage::ImageRgb8(pixels.into_rgb8());
            full.resize_exact(wide, high, Sampling::CatmullRom)
        }
        _ => {
            let grey = DynamicImage::ImageLuma8(pixels.into_luma8());
            grey.resize_exact(wide, high, Sampling::CatmullRom)
        }
    }
}

/// Weighs colours by how much is seen of them, so that what is not seen lends no colour to its
/// neighbours.
fn weigh(pixels: &mut RgbaImage, by: impl Fn(u32, u32) -> u32) {
    for pixel in pixels.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0;
        let seen = |colour: u8| by(colour.into(), alpha.into()).min(255) as u8;
        pixel.0 = [seen(red), seen(green), seen(blue), alpha];
    }
}

fn write(
    pixels: &DynamicImage,
    said: &Said,
    profile: Option<Vec<u8>>,
) -> Result<Vec<u8>, image::ImageError> {
    let mut out = Vec::new();
    match said.kind {
        PictureKind::Png => {
            let mut encoder = PngEncoder::new_with_quality(
                &mut out,
                CompressionType::Default,
                FilterType::Adaptive,
            );
            if let Some(profile) = profile {
                // A file without it shows as well.
                let _ = encoder.set_icc_profile(profile);
            }
            pixels.write_with_encoder(encoder)?;
        }
        PictureKind::Jpeg => {
            let mut encoder = JpegEncoder::new_with_quality(&mut out, QUALITY);
            if let Some(profile) = profile {
                let _ = encoder.set_icc_profile(profile);
            }
            pixels.write_with_encoder(encoder)?;
        }
    }
    Ok(out)
}

/// Tells whether a cleaned picture goes on to its end: readers show what there is of one that
/// was cut, grey below.
fn is_whole(bytes: &[u8], kind: PictureKind) -> bool {
    match kind {
        PictureKind::Png => bytes.ends_with(b"\0\0\0\0IEND\xAE\x42\x60\x82"),
        PictureKind::Jpeg => bytes.ends_with(b"\xFF\xD9"),
    }
}

/// Tells whether a PNG holds further states of a moving picture.
fn moves(png: &[u8]) -> bool {
    let mut at = 8;
    while let Some(&[a, b, c, d, ref name @ ..]) = png.get(at..at + 8) {
        match name {
            b"acTL" => return true,
            b"IDAT" => return false,
            _ => at = at.saturating_add(u32::from_be_bytes([a, b, c, d]) as usize + 12),
        }
    }
    false
}

/// Tells what a file is that is no PNG and no JPEG.
fn sort(bytes: &[u8]) -> &'static str {
    let begins = |with: &[u8]| bytes.starts_with(with);
    let at = |place: usize, with: &[u8]| bytes.get(place..).is_some_and(|b| b.starts_with(with));
    if begins(b"GIF8") {
        "gif"
    } else if begins(b"RIFF") && at(8, b"WEBP") {
        "webp"
    } else if at(4, b"ftypavif") || at(4, b"ftypavis") {
        "avif"
    } else if at(4, b"ftyp") {
        "heic"
    } else if begins(b"II*\0") || begins(b"MM\0*") {
        "tiff"
    } else if begins(b"BM") {
        "bmp"
    } else if begins(b"%PDF") {
        "pdf"
    } else if begins(b"\xD7\xCD\xC6\x9A") || at(40, b" EMF") {
        "metafile"
    } else if begins(b"PK\x03\x04") || begins(b"\xD0\xCF\x11\xE0") {
        "office"
    } else {
        let words = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
        if words.contains("<svg") { "svg" } else { "other" }
    }
}
