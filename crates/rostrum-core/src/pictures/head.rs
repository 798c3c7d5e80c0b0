//! What the first bytes of a picture say: its kind and its size, before anything is unfolded.

use crate::model::PictureKind;

/// What the first bytes of a picture say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Kind of file.
    pub kind: PictureKind,
    /// Width in pixels, as it lies in the file.
    pub width: u32,
    /// Height in pixels, as it lies in the file.
    pub height: u32,
    /// Number of colours of a pixel: 1 grey, 3 red, green and blue, 4 those of print. 0 for PNG.
    pub colours: u8,
}

/// Reads the kind and size of a PNG or JPEG; nothing for anything else.
pub fn head(bytes: &[u8]) -> Option<Head> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") { png(bytes) } else { jpeg(bytes) }
}

fn png(bytes: &[u8]) -> Option<Head> {
    if bytes.get(12..16)? != b"IHDR" {
        return None;
    }
    let side = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    Some(Head { kind: PictureKind::Png, width: side(16)?, height: side(20)?, colours: 0 })
}

fn jpeg(bytes: &[u8]) -> Option<Head> {
    if !bytes.starts_with(b"\xFF\xD8\xFF") {
        return None;
    }
    let number = |at: usize| Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?));
    let mut at = 2;
    loop {
        if *bytes.get(at)? != 0xFF {
            return None;
        }
        let marker = *bytes.get(at + 1)?;
        match marker {
            0xFF => at += 1,
            0x01 | 0xD0..=0xD8 => at += 2,
            0xD9 | 0xDA => return None,
            // Every start of a frame; the three between are tables.
            0xC0..=0xCF if !matches!(marker, 0xC4 | 0xC8 | 0xCC) => {
                return Some(Head {
                    kind: PictureKind::Jpeg,
                    height: number(at + 5)?.into(),
                    width: number(at + 7)?.into(),
                    colours: *bytes.get(at + 9)?,
                });
            }
            _ => at += 2 + usize::from(number(at + 2)?),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kind_and_size_stand_in_the_first_bytes() {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        png.extend_from_slice(&[0, 0, 0xC3, 0x50, 0, 0, 0, 9, 8, 2, 0, 0, 0]);
        let said = Head { kind: PictureKind::Png, width: 50_000, height: 9, colours: 0 };
        assert_eq!(head(&png), Some(said));
        let jpeg = b"\xFF\xD8\xFF\xE0\0\x04xx\xFF\xC4\0\x02\xFF\xC2\0\x0b\x08\0\x10\0\x20\x03";
        let said = Head { kind: PictureKind::Jpeg, width: 32, height: 16, colours: 3 };
        assert_eq!(head(jpeg), Some(said));
        for end in 0..jpeg.len() {
            assert_eq!(head(&jpeg[..end]), None);
        }
    }

    #[test]
    fn other_files_have_no_size() {
        for other in
            [b"GIF89a\x10\0\x10\0".as_slice(), b"RIFF____WEBP", b"<svg/>", b"", b"\xFF\xD8\xFF"]
        {
            assert_eq!(head(other), None);
        }
    }
}
