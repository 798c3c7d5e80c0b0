//! What a photograph says about itself: place, camera, people, and the same picture without.

use super::item::Items;
use super::{Format, Kind, Removal, Walked};

/// What was found in a picture.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Seen {
    /// Whether it says where it was taken.
    pub(super) place: bool,
    /// What else it says: camera, program, author, times.
    pub(super) said: Vec<String>,
    /// Whether anything of it can be taken out.
    pub(super) any: bool,
}

/// Looks at a JPEG or PNG; returns what it says and the picture without it.
///
/// The picture itself, its colours and the side that is up stay as they are. Other kinds of
/// pictures give nothing.
pub(super) fn look(bytes: &[u8]) -> Option<(Seen, Vec<u8>)> {
    if bytes.starts_with(b"\xFF\xD8\xFF") {
        jpeg(bytes)
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        png(bytes)
    } else {
        None
    }
}

/// Looks through a picture that is a file of its own.
pub(super) fn walk(bytes: &[u8]) -> Walked {
    let mut walked = Walked::nothing(Format::Picture);
    match look(bytes) {
        Some((seen, clean)) => {
            seen.tell(&mut walked.items, "");
            walked.bytes = clean;
        }
        None => walked.items.note(Kind::Unread, "", "", Removal::Never),
    }
    walked
}

fn jpeg(bytes: &[u8]) -> Option<(Seen, Vec<u8>)> {
    let mut seen = Seen::default();
    let mut out = Vec::with_capacity(bytes.len());
    out.extend_from_slice(&bytes[..2]);
    let mut at = 2;
    loop {
        if *bytes.get(at)? != 0xFF {
            return None;
        }
        let marker = *bytes.get(at + 1)?;
        if marker == 0xFF {
            at += 1;
            continue;
        }
        // From the scan on there is only the picture.
        if marker == 0xDA || marker == 0xD9 {
            out.extend_from_slice(&bytes[at..]);
            return Some((seen, out));
        }
        if marker == 0x01 || (0xD0..=0xD7).contains(&marker) {
            out.extend_from_slice(&bytes[at..at + 2]);
            at += 2;
            continue;
        }
        let length = usize::from(u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?]));
        let segment = bytes.get(at..at + 2 + length)?;
        let data = segment.get(4..)?;
        match marker {
            0xE1 if data.starts_with(b"Exif\0\0") => {
                let turned = exif(&data[6..], &mut seen);
                seen.any = true;
                if let Some(side) = turned.filter(|side| (2..=8).contains(side)) {
                    out.extend_from_slice(&upright(side));
                    // The side that is up says nothing; alone it is no reason to clean.
                    seen.any = data.len() > 40;
                }
            }
            0xE1 => {
                seen.any = true;
                xmp(data, &mut seen);
            }
            // Photoshop's own, with names and captions of the press.
            0xED => {
                seen.any = true;
                seen.say("captions");
            }
            0xFE => {
                seen.any = true;
                seen.say(&String::from_utf8_lossy(data));
            }
            _ => out.extend_from_slice(segment),
        }
        at += 2 + length;
    }
}

impl Seen {
    /// Notes what a picture says.
    pub(super) fn tell(&self, items: &mut Items, place: &str) {
        if self.place {
            items.note(Kind::PicturePlace, "", place, Removal::Always);
        }
        if self.any && !(self.place && self.said.is_empty()) {
            items.note(Kind::Picture, &self.said.join("; "), place, Removal::Always);
        }
    }

    fn say(&mut self, words: &str) {
        let words = super::item::shortened(words.trim_matches('\0'));
        if !words.is_empty() && !self.said.contains(&words) && self.said.len() < 8 {
            self.said.push(words);
        }
    }
}

/// Reads the tags that matter and returns which side is up.
fn exif(data: &[u8], seen: &mut Seen) -> Option<u16> {
    let little = match data.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let u16_at = |at: usize| -> Option<u16> {
        let pair = [*data.get(at)?, *data.get(at + 1)?];
        Some(if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) })
    };
    let u32_at = |at: usize| -> Option<u32> {
        let four = data.get(at..at + 4)?.try_into().ok()?;
        Some(if little { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) })
    };
    let mut side = None;
    let mut folders = vec![u32_at(4)? as usize];
    let mut read = 0;
    while let Some(folder) = folders.pop() {
        read += 1;
        if read > 4 {
            break;
        }
        let Some(count) = u16_at(folder) else { continue };
        for entry in 0..usize::from(count) {
            let at = folder + 2 + entry * 12;
            let (Some(tag), Some(length)) = (u16_at(at), u32_at(at + 4)) else { break };
            let words = || -> Option<String> {
                let length = (length as usize).min(200);
                let from = if length <= 4 { at + 8 } else { u32_at(at + 8)? as usize };
                Some(
                    String::from_utf8_lossy(data.get(from..from.checked_add(length)?)?)
                        .into_owned(),
                )
            };
            match tag {
                0x0112 => side = u16_at(at + 8),
                // Make, model, program, time, author, rights, owner of the camera, its number.
                0x010E | 0x010F | 0x0110 | 0x0131 | 0x0132 | 0x013B | 0x8298 | 0x9003 | 0xA430
                | 0xA431 => {
                    if let Some(words) = words() {
                        seen.say(&words);
                    }
                }
                0x8769 => folders.extend(u32_at(at + 8).map(|at| at as usize)),
                0x8825 => seen.place = true,
                _ => {}
            }
        }
    }
    side
}

fn xmp(data: &[u8], seen: &mut Seen) {
    let words = String::from_utf8_lossy(data);
    seen.place |= words.contains("GPSLatitude");
    seen.say("properties (XMP)");
}

/// Returns a segment that says which side is up and nothing else.
fn upright(side: u16) -> Vec<u8> {
    let mut out = vec![0xFF, 0xE1, 0x00, 0x22];
    out.extend_from_slice(b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01");
    out.extend_from_slice(&side.to_be_bytes());
    out.extend_from_slice(&[0, 0, 0, 0, 0, 0]);
    out
}

fn png(bytes: &[u8]) -> Option<(Seen, Vec<u8>)> {
    let mut seen = Seen::default();
    let mut out = bytes[..8].to_vec();
    let mut at = 8;
    while at < bytes.len() {
        let length = u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?) as usize;
        let chunk = bytes.get(at..at.checked_add(length)?.checked_add(12)?)?;
        let (name, data) = (&chunk[4..8], &chunk[8..8 + length]);
        match name {
            b"tEXt" | b"iTXt" | b"zTXt" => {
                seen.any = true;
                let words = data.split(|byte| *byte == 0).collect::<Vec<_>>();
                let plain = name == b"tEXt";
                let shown: Vec<_> = words
                    .iter()
                    .take(if plain { 2 } else { 1 })
                    .map(|word| String::from_utf8_lossy(word))
                    .collect();
                seen.place |= data.windows(11).any(|window| window == b"GPSLatitude");
                seen.say(&shown.join(": "));
            }
            b"eXIf" => {
                seen.any = true;
                exif(data, &mut seen);
            }
            b"tIME" => {
                seen.any = true;
                seen.say("time of the last change");
            }
            _ => out.extend_from_slice(chunk),
        }
        at += length + 12;
        if name == b"IEND" {
            break;
        }
    }
    // What stands behind the end of the picture is no picture.
    seen.any |= at < bytes.len();
    Some((seen, out))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A JPEG of no pixels whose Exif says side, author and place.
    fn photograph(side: u8) -> Vec<u8> {
        let mut tiff = b"MM\0*\0\0\0\x08\0\x03".to_vec();
        tiff.extend_from_slice(&[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, side, 0, 0]);
        tiff.extend_from_slice(&[0x01, 0x3B, 0, 2, 0, 0, 0, 9, 0, 0, 0, 50]);
        tiff.extend_from_slice(&[0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 40]);
        tiff.resize(50, 0);
        tiff.extend_from_slice(b"A. Writer\0");
        let mut out = b"\xFF\xD8\xFF\xE1".to_vec();
        out.extend_from_slice(&(tiff.len() as u16 + 8).to_be_bytes());
        out.extend_from_slice(b"Exif\0\0");
        out.extend_from_slice(&tiff);
        out.extend_from_slice(b"\xFF\xFE\x00\x07note!\xFF\xDA\x00\x02picture\xFF\xD9");
        out
    }

    #[test]
    fn a_photograph_loses_place_and_names_and_keeps_its_side() {
        let (seen, clean) = look(&photograph(6)).expect("a photograph");
        assert!(seen.place && seen.any);
        assert_eq!(seen.said, ["A. Writer", "note!"]);
        let (again, same) = look(&clean).expect("still a photograph");
        assert_eq!(again, Seen::default());
        assert_eq!(same, clean);
        assert!(clean.ends_with(b"\xFF\xDA\x00\x02picture\xFF\xD9"));
        assert!(clean.windows(2).any(|pair| pair == [0, 6]), "the side that is up");
    }

    #[test]
    fn cut_photographs_are_left_alone() {
        let whole = photograph(1);
        for end in 0..whole.len() {
            let _ = look(&whole[..end]);
        }
        assert_eq!(look(b"\xFF\xD8\xFF\xE1\xFF\xFFxx"), None);
    }
}
