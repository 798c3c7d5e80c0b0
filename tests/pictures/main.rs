//! Pictures of the body: what is taken, what becomes of it, and where it goes.

mod desk;
mod handed_over;
mod hostile;
mod made;
mod words;

use std::fs;

use rostrum_core::check::CheckReport;
use rostrum_kit::Failure;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{
    FileRequest, PictureAddRequest, PictureAdded, PicturePlace, PictureRow, SectionRequest,
};
use rostrum_tests::machine;
use tempfile::TempDir;

/// A machine with one statement.
struct Machine {
    folder: TempDir,
    desk: Desk,
    file: String,
}

impl Machine {
    fn new() -> Self {
        let folder = TempDir::new().expect("a folder for the test");
        let desk = machine::desk(folder.path(), env!("CARGO_BIN_EXE_import-worker"));
        let path = folder.path().join("s.rostrum").to_string_lossy().into_owned();
        let file = machine::statement(&desk, &path).file;
        Self { folder, desk, file }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_string_lossy().into_owned()
    }

    /// Adds a picture from bytes.
    fn try_add(&self, name: &str, bytes: &[u8]) -> Result<PictureAdded, Failure> {
        fs::write(self.path(name), bytes).expect("room on the disk");
        self.desk.picture_add(PictureAddRequest {
            file: self.file.clone(),
            path: self.path(name),
            alt: "What it shows".into(),
            place: PicturePlace::End,
            ..PictureAddRequest::default()
        })
    }

    fn add(&self, name: &str, bytes: &[u8]) -> PictureAdded {
        self.try_add(name, bytes).expect("added")
    }

    /// Returns why a picture is not taken.
    fn why_not(&self, name: &str, bytes: &[u8]) -> String {
        let failure = self.try_add(name, bytes).expect_err("refused");
        let of = |param: &str| failure.params.get(param).cloned().unwrap_or_default();
        format!("{:?} {} {}", failure.code, of("why"), of("sort")).trim().to_owned()
    }

    fn list(&self) -> Vec<PictureRow> {
        self.list_of(&self.file)
    }

    fn list_of(&self, file: &str) -> Vec<PictureRow> {
        self.desk.pictures(FileRequest { file: file.into() }).expect("a list").pictures
    }

    fn body(&self) -> String {
        let asked = FileRequest { file: self.file.clone() };
        self.desk.statement_open(asked).expect("open").statement.body
    }

    fn write(&self, section: &str, text: &str) {
        let (file, section, text) = (self.file.clone(), section.into(), text.into());
        self.desk.section_write(SectionRequest { file, section, text }).expect("written");
    }

    fn checked(&self, file: &str) -> CheckReport {
        self.desk.check(FileRequest { file: file.into() }).expect("checked")
    }

    /// Returns the bytes of a picture as they are kept.
    fn kept(&self, row: &PictureRow) -> Vec<u8> {
        let out = self.path("out");
        self.desk.picture_write(&self.file, &row.picture.id, &out).expect("written");
        fs::read(out).expect("bytes")
    }
}

/// Returns a PNG of these pixels.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    let made = image::RgbaImage::from_fn(width, height, |x, y| {
        image::Rgba([(x % 251) as u8, (y % 241) as u8, 90, if x < width / 2 { 255 } else { 0 }])
    });
    made.write_to(&mut out, image::ImageFormat::Png).expect("a PNG");
    out.into_inner()
}

/// Returns a JPEG whose left half is red and right half blue, with Exif that says which side is
/// up, where it was taken and by whom.
fn photograph(width: u32, height: u32, side: u8) -> Vec<u8> {
    let made = image::RgbImage::from_fn(width, height, |x, _| {
        image::Rgb(if x < width / 2 { [220, 20, 20] } else { [20, 20, 220] })
    });
    let mut plain = Vec::new();
    let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut plain, 92);
    made.write_with_encoder(encoder).expect("a JPEG");
    let mut tiff = b"MM\0*\0\0\0\x08\0\x03".to_vec();
    tiff.extend_from_slice(&[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, side, 0, 0]);
    tiff.extend_from_slice(&[0x01, 0x3B, 0, 2, 0, 0, 0, 9, 0, 0, 0, 50]);
    tiff.extend_from_slice(&[0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 60]);
    tiff.resize(50, 0);
    tiff.extend_from_slice(b"A. Writer\0");
    tiff.extend_from_slice(&[0, 0, 0, 0, 0, 0]);
    let mut out = b"\xFF\xD8\xFF\xE1".to_vec();
    out.extend_from_slice(&(tiff.len() as u16 + 8).to_be_bytes());
    out.extend_from_slice(b"Exif\0\0");
    out.extend_from_slice(&tiff);
    out.extend_from_slice(&plain[2..]);
    out
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}
