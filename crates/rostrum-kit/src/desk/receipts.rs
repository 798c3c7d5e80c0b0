//! What became of a hand-over.

use super::Desk;
use super::wire::{ReceiptRequest, Workspace};
use crate::failure::{Code, Failure};

impl Desk {
    /// Records that a hand-over was acknowledged, published, refused or, after an unknown
    /// outcome, did arrive.
    ///
    /// # Errors
    /// [`Code::NotFound`]; [`Code::ValueRefused`] for a step that the states do not allow.
    pub fn receipt_mark(&self, request: ReceiptRequest) -> Result<Workspace, Failure> {
        let now = self.now();
        self.with(&request.file, |open| {
            let receipt = open
                .file
                .receipts()?
                .into_iter()
                .find(|receipt| receipt.id == request.id)
                .ok_or_else(|| {
                    Failure::new(
                        Code::NotFound,
                        format!("find the receipt \"{}\"", request.id),
                        "the statement has no receipt with this id",
                    )
                    .with("name", &request.id)
                })?;
            let moved = receipt.moved(request.state, &now, &request.note).map_err(|refused| {
                Failure::new(Code::ValueRefused, "record what became of a hand-over", refused)
                    .with("field", "state")
            })?;
            open.file.put_receipt(&moved)?;
            Ok(())
        })?;
        self.workspace_of(&request.file)
    }
}
