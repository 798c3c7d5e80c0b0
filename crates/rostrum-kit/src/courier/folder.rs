//! The channel that always works: a new folder on a disk.
//!
//! The bundle is written beside its place under a name ending in `.part`, synced, read
//! back and hashed, and only then renamed. A folder of the final name is therefore always
//! whole, also after power loss.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use rostrum_core::ports::Progress;
use rostrum_core::submit::Bundle;

use super::{Attempt, Courier, CourierError, Delivery, Journal, Parcel};

/// Writes bundles into a folder that the user chose.
#[derive(Debug, Clone)]
pub struct FolderCourier {
    root: PathBuf,
}

impl FolderCourier {
    /// Makes a courier that writes below `root`, which must exist when it is used.
    ///
    /// A missing root is not made: it is more likely a disk that is not plugged in.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }
}

impl Courier for FolderCourier {
    fn hand_over(
        &self,
        parcel: &Parcel<'_>,
        journal: &mut dyn Journal,
        progress: &dyn Progress,
    ) -> Result<Delivery, CourierError> {
        let short = parcel.receipt_id.get(..8).unwrap_or(parcel.receipt_id);
        let name = format!("{}-{short}", parcel.bundle.stem());
        let place = self.root.join(&name);
        let there = |repeated| Delivery { answer: place.display().to_string(), repeated };
        if !self.root.is_dir() {
            return Err(CourierError::Unreachable {
                target: self.root.display().to_string(),
                detail: "the folder is not there; is the disk plugged in?".into(),
            });
        }
        if fs::symlink_metadata(&place).is_ok() {
            return if holds(&place, parcel.bundle) {
                Ok(there(true))
            } else {
                Err(CourierError::OtherContent { folder: place.display().to_string() })
            };
        }
        journal
            .before_send(&Attempt {
                receipt_id: parcel.receipt_id.into(),
                target: place.display().to_string(),
                bundle_sha256: parcel.bundle.sha256(),
            })
            .map_err(CourierError::Journal)?;

        let part = self.root.join(format!("{name}.part"));
        let written = clear(&part)
            .map_err(|error| typed(&part, &error))
            .and_then(|()| write(&part, parcel.bundle, progress))
            .and_then(|()| rename(&part, &place));
        if let Err(error) = written {
            // The failure that is reported is the first one; a rest is cleared next time.
            let _ = clear(&part);
            return Err(error);
        }
        sync_folder(&self.root).map_err(|error| typed(&self.root, &error))?;
        Ok(there(false))
    }
}

/// Takes away what an interrupted hand-over of the same receipt left.
fn clear(part: &Path) -> io::Result<()> {
    match fs::symlink_metadata(part) {
        Ok(found) if found.is_dir() => fs::remove_dir_all(part),
        Ok(_) => fs::remove_file(part),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

fn write(part: &Path, bundle: &Bundle, progress: &dyn Progress) -> Result<(), CourierError> {
    fs::create_dir(part).map_err(|error| typed(part, &error))?;
    let total = bundle.files.len() as u32;
    for (done, file) in bundle.files.iter().enumerate() {
        if progress.cancelled() {
            return Err(CourierError::Cancelled { sent: false });
        }
        progress.step("write", done as u32, total);
        let path = part.join(&file.name);
        let mut out = OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&path)
            .map_err(|error| typed(&path, &error))?;
        out.write_all(&file.bytes)
            .and_then(|()| out.sync_all())
            .map_err(|error| typed(&path, &error))?;
    }
    sync_folder(part).map_err(|error| typed(part, &error))?;
    match first_difference(part, bundle) {
        None => Ok(()),
        Some(file) => Err(CourierError::NotAsWritten { file: file.display().to_string() }),
    }
}

fn rename(part: &Path, place: &Path) -> Result<(), CourierError> {
    // Renaming onto an empty folder would succeed on Unix; it is not ours to replace.
    if fs::symlink_metadata(place).is_ok() {
        return Err(CourierError::OtherContent { folder: place.display().to_string() });
    }
    fs::rename(part, place).map_err(|error| typed(place, &error))
}

/// Tells whether a folder holds every file of the bundle, byte for byte.
fn holds(place: &Path, bundle: &Bundle) -> bool {
    place.is_dir() && first_difference(place, bundle).is_none()
}

fn first_difference(place: &Path, bundle: &Bundle) -> Option<PathBuf> {
    bundle.files.iter().map(|file| (place.join(&file.name), &file.bytes)).find_map(
        |(path, bytes)| {
            let size = fs::metadata(&path).map(|found| found.len());
            let same = size.is_ok_and(|size| size == bytes.len() as u64)
                && fs::read(&path).is_ok_and(|read| read == *bytes);
            (!same).then_some(path)
        },
    )
}

/// Makes names in a folder survive power loss; Windows does this by itself.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

fn typed(path: &Path, error: &io::Error) -> CourierError {
    let folder = path.display().to_string();
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            CourierError::DiskFull { folder }
        }
        ErrorKind::NotFound => {
            CourierError::Unreachable { target: folder, detail: error.to_string() }
        }
        _ => CourierError::FolderRefused { folder, detail: error.to_string() },
    }
}
