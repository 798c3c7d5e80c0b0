//! A bundle as one zip file, for portals that take one upload.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::Bundle;

/// Why a bundle could not be put into one file.
#[derive(Debug, thiserror::Error)]
#[error("put the bundle into one zip file")]
pub struct ArchiveError(#[from] zip::result::ZipError);

/// Returns the bundle as a zip file with the same bytes every time.
///
/// Every entry has the earliest date a zip file can hold, 1 January 1980, and ordinary
/// permissions; nothing of the machine is in it.
///
/// # Errors
/// Fails only when the bundle is too large for the format.
pub fn archive(bundle: &Bundle) -> Result<Vec<u8>, ArchiveError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for file in &bundle.files {
        zip.start_file(file.name.as_str(), options)?;
        zip.write_all(&file.bytes).map_err(zip::result::ZipError::Io)?;
    }
    Ok(zip.finish()?.into_inner())
}
