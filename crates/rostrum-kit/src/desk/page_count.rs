//! Pages of a statement, counted because the call limits them or because somebody asks.
//!
//! Laying out costs more than counting words, so it is never done while somebody types: the
//! window asks in a pause, and what was found last stands until then.

use std::sync::{Mutex, PoisonError};

use rostrum_core::count::Pages;
use rostrum_core::model::{Document, PictureBytes};
use rostrum_core::render::Layout;
use rostrum_pages::{Press, wants_chinese};

use super::Desk;
use super::preview::unmade;
use super::shown::pictures_by;
use super::wire::{FileRequest, Saved};
use crate::failure::Failure;
use crate::fonts::fonts;

/// The pages of the one statement that was counted last, so that the next count is quick.
#[derive(Default)]
pub(super) struct PageCounts(Mutex<Option<Held>>);

struct Held {
    file: String,
    chinese: bool,
    press: Press,
}

impl PageCounts {
    /// Lets go of the pages of a file that is closed.
    pub(super) fn forget(&self, file: &str) {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if held.as_ref().is_some_and(|held| held.file == file) {
            *held = None;
        }
    }

    fn lacks(&self, file: &str, document: &Document) -> Vec<String> {
        let chinese = wants_chinese(document);
        let held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match held.as_ref().filter(|held| held.file == file && held.chinese == chinese) {
            Some(held) => held.press.lacks(document),
            None => Press::new(fonts(chinese)).lacks(document),
        }
    }

    fn count(
        &self,
        file: &str,
        document: &Document,
        pictures: &PictureBytes,
    ) -> Result<Pages, Failure> {
        let chinese = wants_chinese(document);
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = held.take().filter(|held| held.file == file && held.chinese == chinese);
        let held = held.insert(kept.unwrap_or_else(|| Held {
            file: file.to_owned(),
            chinese,
            press: Press::new(fonts(chinese)),
        }));
        held.press.take(document, pictures);
        held.press.set(document).map_err(unmade)?;
        Ok(held.press.pages(document))
    }
}

/// Lays a document out for its pages alone.
pub(super) fn pages_of(document: &Document, pictures: &PictureBytes) -> Result<Pages, Failure> {
    let mut press = Press::new(fonts(wants_chinese(document)));
    press.take(document, pictures);
    press.set(document).map_err(unmade)?;
    Ok(press.pages(document))
}

impl Desk {
    /// Lays the statement out and counts its pages; the findings then know them.
    pub fn pages_count(&self, request: FileRequest) -> Result<Saved, Failure> {
        self.pages_ready(&request.file, true)?;
        let now = self.clock.now();
        self.with(&request.file, |open| {
            let (report, count) = open.checked(&open.statement(), now)?;
            Ok(Saved { at: open.saved.clone(), count, report })
        })
    }

    /// Counts the pages of a statement as it stands, where its call limits them or `always`.
    pub(super) fn pages_ready(&self, file: &str, always: bool) -> Result<(), Failure> {
        let document = self.with(file, |open| {
            let statement = open.statement();
            let composed = open.composed(&statement, Layout::Prose)?;
            let wanted = always || open.counted(&statement, &composed).limits_pages();
            if !wanted {
                open.pages.set(None);
            }
            Ok(wanted.then_some(composed.document))
        })?;
        let Some(document) = document else { return Ok(()) };
        // Off the statement's lock: whoever writes meanwhile does not wait for the pages.
        let pages = if let Some(pages) = self.previews.pages(file, &document) {
            pages
        } else {
            let lacks = self.page_counts.lacks(file, &document);
            let pictures = self.with(file, |open| pictures_by(open, &lacks))?;
            self.page_counts.count(file, &document, &pictures)?
        };
        self.with(file, |open| {
            open.pages.set(Some(pages));
            Ok(())
        })
    }
}
