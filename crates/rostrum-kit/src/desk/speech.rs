//! A statement that is read aloud.

use std::path::Path;

use rostrum_core::model::call::{LimitScope, LimitUnit};
use rostrum_core::model::{Call, PictureBytes, Statement};
use rostrum_core::render::{Bom, Layout};
use rostrum_core::speak::{delivered, speech};
use rostrum_core::webform::FormStyle;

use super::exports::{self, Material, Rendered};
use super::open::standing;
use super::wire::{DeliveredRequest, Exported, Speech, SpeechRequest};
use super::{Desk, sha256};
use crate::failure::{Code, Failure};

impl Desk {
    /// Tells how long a statement takes to be read, sentence by sentence.
    ///
    /// The mark stands where the call's minutes end, or after three where it states none.
    pub fn speech_show(&self, request: SpeechRequest) -> Result<Speech, Failure> {
        self.with(&request.file, |open| {
            let statement = open.statement();
            let composed = open.composed(&statement, Layout::Prose)?;
            let minutes = minutes(&open.call, &statement);
            Ok(speech(&composed.document, request.pace, minutes, &request.skipped))
        })
    }

    /// Tells the same of a Markdown, DOCX or text file, or of a statement.
    pub fn speech_file(
        &self,
        path: &str,
        call: Option<&str>,
        pace: u32,
        language: Option<&str>,
    ) -> Result<Speech, Failure> {
        let (mut composed, statement, call) = self.composed_file(path, call)?;
        if let Some(language) = language {
            language.clone_into(&mut composed.document.language);
        }
        Ok(speech(&composed.document, pace, minutes(&call, &statement), &[]))
    }

    /// Writes the text as it was delivered: what was said, without notes and marks.
    ///
    /// # Errors
    /// [`Code::ValueRefused`] for an ending that is none of docx, pdf, txt, md and html.
    pub fn delivered_export(&self, request: DeliveredRequest) -> Result<Exported, Failure> {
        let format = Path::new(&request.out)
            .extension()
            .map(|ending| ending.to_string_lossy().to_lowercase())
            .unwrap_or_default();
        if !["docx", "pdf", "txt", "md", "html"].contains(&format.as_str()) {
            let detail = "end the file's name with docx, pdf, txt, md or html";
            return Err(Failure::new(Code::ValueRefused, "write the delivered text", detail)
                .with("field", "format"));
        }
        let made = self.with(&request.file, |open| {
            let statement = open.statement();
            let mut composed = open.composed(&statement, Layout::Prose)?;
            let occasion = [("As delivered".to_owned(), request.occasion.clone())];
            composed.document = delivered(&composed.document, &request.skipped, &occasion);
            let material = Material {
                statement: &statement,
                call: &open.call,
                drafts: &open.drafts,
                day: None,
                form: FormStyle::default(),
                bom: Bom::default(),
                pictures: &PictureBytes::new(),
                folder: "",
            };
            exports::rendered(&format, &composed, &material)
        })?;
        let Rendered { bytes, findings, pages, beside: _ } = made;
        exports::write_whole(Path::new(&request.out), &bytes)?;
        Ok(Exported {
            file: request.out,
            bytes: bytes.len() as u32,
            sha256: sha256(&bytes),
            findings,
            pages,
            beside: Vec::new(),
        })
    }
}

/// Returns the minutes that the call states for this statement.
fn minutes(call: &Call, statement: &Statement) -> Option<u32> {
    let (status, joint) = standing(statement);
    call.limit(LimitUnit::Minutes, LimitScope::Whole, status, joint).map(|limit| limit.max)
}
