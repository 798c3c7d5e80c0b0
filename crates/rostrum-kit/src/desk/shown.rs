//! The bytes of the pictures that a document shows.

use rostrum_core::model::document::{Content, Document};
use rostrum_core::model::{Picture, PictureBytes};
use rostrum_core::render::{Composed, missing_pictures, with_words_for_missing};

use super::open::Open;
use crate::failure::Failure;

/// Returns the bytes of pictures by their hashes, as far as this copy holds them.
pub(super) fn pictures_by(open: &Open, hashes: &[String]) -> Result<PictureBytes, Failure> {
    let mut out = PictureBytes::new();
    for hash in hashes {
        if !out.contains_key(hash)
            && let Some(bytes) = open.picture_bytes(hash)?
        {
            out.insert(hash.clone(), bytes);
        }
    }
    Ok(out)
}

fn shown(document: &Document) -> impl Iterator<Item = &Picture> {
    document.blocks.iter().filter_map(|block| match &block.content {
        Content::Picture { picture, .. } => Some(picture),
        _ => None,
    })
}

/// Returns the bytes of the pictures that are going out; what this copy does not hold is shown
/// in words, and told.
pub(super) fn pictures_for(open: &Open, composed: &mut Composed) -> Result<PictureBytes, Failure> {
    let hashes: Vec<String> = shown(&composed.document).map(|p| p.sha256.clone()).collect();
    let pictures = pictures_by(open, &hashes)?;
    let missing = missing_pictures(&composed.document, &pictures);
    if !missing.is_empty() {
        composed.document = with_words_for_missing(&composed.document, &pictures).into_owned();
        composed.findings.extend(missing);
    }
    Ok(pictures)
}

/// Returns the folder in which the pictures of a file lie that cannot hold them itself.
pub(super) fn folder_of(out: &std::path::Path) -> String {
    let stem = out.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    format!("{}-pictures", stem.unwrap_or_else(|| "statement".into()))
}

/// Returns the pictures of a document as files of their own names.
pub(super) fn as_files(document: &Document, pictures: &PictureBytes) -> Vec<(String, Vec<u8>)> {
    let mut out: Vec<(String, Vec<u8>)> = Vec::new();
    for picture in shown(document) {
        // A partner's copy may say anything: only what is a name is one.
        let name: String = picture
            .name
            .chars()
            .filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
            .collect();
        if let Some(bytes) = pictures.get(&picture.sha256)
            && name == picture.name
            && !name.starts_with('.')
            && !out.iter().any(|(known, _)| *known == name)
        {
            out.push((name, bytes.to_vec()));
        }
    }
    out
}
