//! The bytes of pictures, as they lie in the file.

use std::collections::BTreeSet;
use std::sync::Arc;

use rostrum_core::model::{Picture, Statement};
use rostrum_core::pictures::{fits, is_sound, mentions};

use super::shows;
use crate::desk::open::Open;
use crate::desk::wire::{PictureMention, PictureRow, PictureState};
use crate::failure::Failure;
use crate::store::StoreError;

impl Open {
    /// Returns the ids of the pictures whose bytes are not in this copy, or are damaged.
    pub(in crate::desk) fn lost_pictures(
        &self,
        statement: &Statement,
    ) -> Result<BTreeSet<String>, Failure> {
        let mut lost = BTreeSet::new();
        for picture in &statement.pictures {
            if self.kept_picture(picture)?.is_none() {
                lost.insert(picture.id.clone());
            }
        }
        Ok(lost)
    }

    /// Returns the bytes of a picture, held against hash, kind and size; nothing when they are
    /// not in this copy or not what was kept.
    pub(in crate::desk) fn kept_picture(
        &self,
        picture: &Picture,
    ) -> Result<Option<Arc<[u8]>>, Failure> {
        Ok(self.picture_bytes(&picture.sha256)?.filter(|bytes| fits(picture, bytes)))
    }

    /// Returns the bytes of a picture by their hash, held against it; nothing when they are not
    /// in this copy, damaged, or larger than any picture that is kept here.
    pub(in crate::desk) fn picture_bytes(&self, sum: &str) -> Result<Option<Arc<[u8]>>, Failure> {
        if let Some(bytes) = self.pictures.borrow().get(sum) {
            return Ok(Some(Arc::clone(bytes)));
        }
        let bytes = match self.file.file(sum) {
            Ok(Some(bytes)) if is_sound(&bytes) => bytes,
            Ok(_) | Err(StoreError::Damaged { .. }) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let bytes: Arc<[u8]> = bytes.into();
        self.pictures.borrow_mut().insert(sum.to_owned(), Arc::clone(&bytes));
        Ok(Some(bytes))
    }

    /// Returns a picture with where the body shows it.
    pub(super) fn picture_row(
        &self,
        statement: &Statement,
        picture: &Picture,
    ) -> Result<PictureRow, Failure> {
        let state = if self.kept_picture(picture)?.is_some() {
            PictureState::Here
        } else if self.file.has_file(&picture.sha256)? {
            PictureState::Damaged
        } else {
            PictureState::Absent
        };
        let body = &statement.body;
        let units = |to: usize| body[..to].encode_utf16().count() as u32;
        let shown = mentions(body)
            .into_iter()
            .filter(|mention| shows(statement, &mention.name, picture))
            .map(|mention| PictureMention {
                start: units(mention.range.start),
                end: units(mention.range.end),
                alt: mention.alt,
                caption: mention.caption,
            })
            .collect();
        Ok(PictureRow { picture: picture.clone(), state, shown })
    }
}
