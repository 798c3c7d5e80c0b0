//! Revisions of a draft, compared.

use rostrum_core::model::Draft;
use rostrum_core::revise::align::align;
use rostrum_core::revise::compare::{Comparison, compare};

use super::Desk;
use super::open::Open;
use super::wire::RevisionsRequest;
use crate::failure::{Code, Failure};

impl Desk {
    /// Shows two drafts side by side, section by section; any two, not only neighbours.
    ///
    /// # Errors
    /// [`Code::NotFound`] when the statement lacks one of the drafts.
    pub fn revisions_compare(&self, request: RevisionsRequest) -> Result<Comparison, Failure> {
        self.with(&request.file, |open| {
            let old = draft(open, &request.old)?;
            let new = draft(open, &request.new)?;
            let alignment = align(old, new);
            Ok(compare((&request.old, &request.new), old, new, &alignment))
        })
    }
}

fn draft<'a>(open: &'a Open, id: &str) -> Result<&'a Draft, Failure> {
    open.drafts.iter().find(|(known, _)| known == id).map(|(_, draft)| draft).ok_or_else(|| {
        Failure::new(
            Code::NotFound,
            "compare two drafts",
            "the statement has no draft with this id; add it first",
        )
        .with("name", id)
    })
}
