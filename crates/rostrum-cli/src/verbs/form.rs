//! `rostrum form`: the text of each question of a form in a browser, with its counters.

use std::path::PathBuf;

use clap::Args;
use rostrum_core::model::call::LimitUnit;
use rostrum_core::webform::{FieldState, FormField, WebForm};
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::FormRequest;
use rostrum_kit::{Code, Failure};

use super::export::Style;
use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Show the text of each question of a form in a browser, with its counters.
///
/// Quotation marks are straight, and characters that portals break are written with the keys
/// of a keyboard. Words and characters are counted as browsers count them.
#[derive(Debug, Args)]
pub(crate) struct Form {
    /// Statement file.
    file: PathBuf,
    /// Name of a version; the present text without it.
    #[arg(long = "for", value_name = "NAME", default_value = "", hide_default_value = true)]
    version: String,
    /// Only the text of this question, by its heading or id, and nothing else: to pipe it on.
    #[arg(long, value_name = "QUESTION")]
    only: Option<String>,
    /// Style of the texts.
    #[command(flatten)]
    style: Style,
}

impl Form {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let request = FormRequest {
            file: super::path(&self.file),
            version: self.version,
            style: self.style.into(),
        };
        let mut form = desk.form_show(request)?;
        if let Some(only) = &self.only {
            let asked = |field: &FormField| {
                field.id == *only || field.question.to_lowercase() == only.to_lowercase()
            };
            let known: Vec<String> = form.fields.iter().map(|f| f.question.clone()).collect();
            form.fields.retain(asked);
            if form.fields.is_empty() {
                return Err(Failure::new(
                    Code::NotFound,
                    format!("show the question \"{only}\""),
                    format!("the form has these: {}", known.join("; ")),
                )
                .with("name", only));
            }
            terminal.answer(&form, |form| form.fields[0].text.clone());
            return Ok(Outcome::Fine);
        }
        terminal.answer(&form, words);
        Ok(Outcome::Fine)
    }
}

fn words(form: &WebForm) -> String {
    let mut out = String::new();
    for field in &form.fields {
        out.push_str(&format!("{} ({})\n\n{}\n\n", field.question, counted(field), field.text));
    }
    out
}

fn counted(field: &FormField) -> String {
    let both = format!("{} words, {} characters", field.words, field.characters);
    let (Some(limit), Some(unit)) = (field.limit, field.unit) else { return both };
    let unit = if unit == LimitUnit::Words { "words" } else { "characters" };
    match field.state {
        FieldState::Over => format!("{both}; limit {limit} {unit}, {} too many", field.over),
        FieldState::Near => format!("{both}; limit {limit} {unit}, nearly full"),
        FieldState::Fits | FieldState::Free => format!("{both}; limit {limit} {unit}"),
    }
}
