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
    let (mut at, mut scanned) = (2, false);
    loop {
        let Some((marker, place)) = segment(bytes, at) else {
            // Cut behind the beginning of the picture: what there is of it stays.
            out.extend_from_slice(&bytes[at..]);
            return scanned.then_some((seen, out));
        };
        at = place.end;
        let segment = &bytes[place];
        let data = segment.get(4..).unwrap_or_default();
        match marker {
            0xD9 => {
                out.extend_from_slice(segment);
                // Phones put films and further pictures there.
                if at < bytes.len() {
                    seen.any = true;
                    seen.say("what stands behind the picture");
                }
                return Some((seen, out));
            }
            0xDA => {
                let end = scan_end(bytes, at);
                out.extend_from_slice(segment);
                out.extend_from_slice(&bytes[at..end]);
                (at, scanned) = (end, true);
            }
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
            0xE0 if data.starts_with(b"JFIF\0") && data.len() > 14 => {
                seen.any = true;
                seen.say("thumbnail");
                out.extend_from_slice(b"\xFF\xE0\0\x10");
                out.extend_from_slice(&data[..12]);
                out.extend_from_slice(&[0, 0]);
            }
            0xE0..=0xEF if !is_colour(marker, data) => {
                seen.any = true;
                seen.say(&program(data));
            }
            _ => out.extend_from_slice(segment),
        }
    }
}

/// Returns the marker of the segment at a place, and from where to where it goes.
fn segment(bytes: &[u8], mut at: usize) -> Option<(u8, std::ops::Range<usize>)> {
    while bytes.get(at..at + 2)? == b"\xFF\xFF" {
        at += 1;
    }
    let &[0xFF, marker] = bytes.get(at..at + 2)? else { return None };
    let length = match marker {
        0x01 | 0xD0..=0xD9 => 0,
        _ => usize::from(u16::from_be_bytes(bytes.get(at + 2..at + 4)?.try_into().ok()?)),
    };
    let place = at..at + 2 + length;
    (length != 1 && place.end <= bytes.len()).then_some((marker, place))
}

/// Returns where the next marker stands behind the beginning of a scan, or the end.
fn scan_end(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(pair) = bytes.get(at..at + 2) {
        match pair {
            [0xFF, 0x00 | 0xD0..=0xD7] => at += 2,
            [0xFF, 0xFF] => at += 1,
            [0xFF, _] => return at,
            _ => at += 1,
        }
    }
    bytes.len().min(at)
}

/// Tells the segments of programs that say how colours are meant, and how large a pixel is.
fn is_colour(marker: u8, data: &[u8]) -> bool {
    match marker {
        0xE0 => data.starts_with(b"JFIF\0"),
        0xE2 => data.starts_with(b"ICC_PROFILE\0"),
        0xEC => data.starts_with(b"Ducky"),
        0xEE => data.starts_with(b"Adobe"),
        _ => false,
    }
}

/// Returns the name that begins the segment of a program.
fn program(data: &[u8]) -> String {
    let name = data.iter().take(16).take_while(|byte| byte.is_ascii_graphic());
    name.map(|byte| char::from(*byte)).collect()
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

/// Parts of a PNG beside the picture itself that say how it looks.
const KEPT_CHUNKS: [&[u8]; 16] = [
    b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV", b"cLLI", b"bKGD",
    b"hIST", b"pHYs", b"sPLT", b"acTL", b"fcTL", b"fdAT",
];

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
            _ if name[0].is_ascii_uppercase() || KEPT_CHUNKS.contains(&name) => {
                out.extend_from_slice(chunk);
            }
            _ => {
                seen.any = true;
                seen.say(&program(name));
            }
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
