//! What parent and child say to each other.
//!
//! Request: four bytes of length, little-endian; as many bytes of JSON ([`Head`]); then
//! the file. Answer: JSON ([`Answer`]) up to the end of the stream.

use std::io::{self, Read, Write};

use rostrum_core::begun::read::Begun;
use rostrum_core::import::ImportError;
use rostrum_core::model::Draft;
use rostrum_core::review::read::Returned;
use rostrum_core::scrub::{Choices, Item, Report, ScrubError};
use serde::{Deserialize, Serialize};

use super::Limits;
use super::page::{Asked, Picture, Undrawn};
use super::picture::{Made, PictureRefused};

/// Names and passwords are short; a longer head is not from us.
const LARGEST_HEAD: u32 = 64 * 1024;

/// What the child should know before it touches the file.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Head {
    pub(super) name: String,
    pub(super) password: Option<String>,
    pub(super) limits: Limits,
    /// Size of the file in bytes.
    pub(super) size: u64,
    /// Asks for a page as a picture in place of the words.
    pub(super) page: Option<Asked>,
    /// What is asked for in place of the words of a draft.
    #[serde(default)]
    pub(super) reading: Reading,
    /// Asks for what the file gives away in place of the words.
    #[serde(default)]
    pub(super) scrub: Option<Scrub>,
    /// Asks for a picture, cleaned and upright, whose longer side has at most so many pixels.
    #[serde(default)]
    pub(super) picture: Option<u32>,
}

/// As what the file is read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Reading {
    /// As a draft.
    #[default]
    Draft,
    /// As a document that came back, with the changes of reviewers.
    Returned,
    /// As a text that was begun and goes on as a statement.
    Begun,
}

/// What is asked about what a file gives away.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Scrub {
    /// What the person decided.
    pub(super) choices: Choices,
    /// Whether a cleaned copy is wanted.
    pub(super) clean: bool,
}

/// What came of it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Answer {
    /// It was read.
    Read(Draft),
    /// It was looked at and refused.
    Refused(ImportError),
    /// The changes of reviewers were read.
    Returned(Returned),
    /// A text that was begun was read.
    Begun(Begun),
    /// What the file gives away was looked up.
    Looked(Result<Report, ScrubError>),
    /// A cleaned copy was made; its bytes are base64.
    Cleaned(Result<(String, Vec<Item>, Vec<Item>), ScrubError>),
    /// A picture was made ready, or refused.
    Pictured(Result<Made, PictureRefused>),
    /// The page was drawn.
    Drawn(Picture),
    /// The page could not be drawn.
    Undrawn(Undrawn),
    /// The reader panicked.
    Broken,
}

/// Writes a request, and closes nothing.
pub(super) fn send(mut out: impl Write, head: &Head, bytes: &[u8]) -> io::Result<()> {
    let head = serde_json::to_vec(head)?;
    out.write_all(&(head.len() as u32).to_le_bytes())?;
    out.write_all(&head)?;
    out.write_all(bytes)?;
    out.flush()
}

/// Reads the head of a request.
pub(super) fn receive_head(mut from: impl Read) -> io::Result<Head> {
    let mut length = [0; 4];
    from.read_exact(&mut length)?;
    let length = u32::from_le_bytes(length);
    if length > LARGEST_HEAD {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut head = vec![0; length as usize];
    from.read_exact(&mut head)?;
    Ok(serde_json::from_slice(&head)?)
}

/// Reads the file of a request.
pub(super) fn receive_file(from: impl Read, head: &Head) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(head.size).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == head.size {
        Ok(bytes)
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_arrives_as_it_was_sent() {
        let head = Head {
            name: "Zero draft.pdf".into(),
            password: Some("pässword".into()),
            limits: Limits::default(),
            size: 3,
            page: Some(Asked { page: 2, scale: 1.5 }),
            ..Head::default()
        };
        let mut wire = Vec::new();
        send(&mut wire, &head, b"abc").expect("memory takes everything");
        let mut from = wire.as_slice();
        let received = receive_head(&mut from).expect("the head");
        assert_eq!(receive_file(&mut from, &received).expect("the file"), b"abc");
        assert_eq!(received, head);
    }

    #[test]
    fn a_request_that_is_cut_or_absurd_is_an_error() {
        assert!(receive_head([1, 0].as_slice()).is_err());
        assert!(receive_head([255, 255, 255, 255, 1].as_slice()).is_err());
        let head = Head { size: 9, ..Head::default() };
        assert!(receive_file(b"abc".as_slice(), &head).is_err());
    }
}
