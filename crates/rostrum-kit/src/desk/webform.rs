//! The statement for a form in a browser.

use rostrum_core::render::Layout;
use rostrum_core::webform::{WebForm, web_form};

use super::Desk;
use super::exports::form_style;
use super::handover;
use super::wire::FormRequest;
use crate::failure::Failure;

impl Desk {
    /// Shows the text of each question of a form, with its counters.
    ///
    /// # Errors
    /// [`crate::Code::NotFound`] for an unknown version, [`crate::Code::ValueRefused`] for an
    /// unknown word of the style.
    pub fn form_show(&self, request: FormRequest) -> Result<WebForm, Failure> {
        let style = form_style(&request.style)?;
        self.with(&request.file, |open| {
            let (statement, composed) = if request.version.is_empty() {
                let statement = open.statement();
                let composed = open.composed(&statement, Layout::Prose)?;
                (statement, composed)
            } else {
                handover::composed(open, &request.version, Layout::Prose)?
            };
            Ok(web_form(&composed.document, &open.call, statement.standing(), style))
        })
    }
}
