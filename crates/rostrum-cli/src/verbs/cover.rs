//! `rostrum cover`: what stands above the text of a statement.

use std::path::PathBuf;

use clap::Args;
use rostrum_core::model::Tongue;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{FileRequest, HeaderRequest, Workspace};
use rostrum_kit::{Code, Failure};
use serde::Serialize;

use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Show or fill in the cover of a statement: title, organisation, language, and what the call
/// asks for.
#[derive(Debug, Args)]
pub(crate) struct Cover {
    /// Statement file.
    file: PathBuf,
    /// Fill in a field: `language=fr`, `title=Comments on the zero draft`; `agenda_item=`
    /// empties one.
    #[arg(long, value_name = "FIELD=VALUE")]
    set: Vec<String>,
}

#[derive(Serialize)]
struct Answer {
    fields: Vec<Field>,
}

#[derive(Serialize)]
struct Field {
    id: String,
    label: String,
    value: String,
    required: bool,
}

impl Cover {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let file = super::path(&self.file);
        let before = fields(&desk.statement_open(FileRequest { file: file.clone() })?);
        // All are looked at before the first is written.
        let mut wanted = Vec::new();
        for set in &self.set {
            let (field, value) = set.split_once('=').unwrap_or((set, ""));
            if !set.contains('=') || !before.iter().any(|known| known.id == field.trim()) {
                let known: Vec<&str> = before.iter().map(|field| field.id.as_str()).collect();
                return Err(Failure::new(
                    Code::NotFound,
                    format!("set \"{set}\" on the cover"),
                    format!("write FIELD=VALUE; the fields are {}", known.join(", ")),
                )
                .with("name", field));
            }
            if field.trim() == "language" {
                language(value).map_err(|why| {
                    Failure::new(Code::ValueRefused, "set the language", why)
                        .with("field", "language")
                })?;
            }
            wanted.push((field.trim().to_owned(), value.to_owned()));
        }
        for (field, value) in wanted {
            desk.header_set(HeaderRequest { file: file.clone(), field, value })?;
        }
        let answer = Answer { fields: fields(&desk.statement_open(FileRequest { file })?) };
        terminal.answer(&answer, words);
        Ok(Outcome::Fine)
    }
}

/// Takes the tag of a language: `fr`, `zh`, `pt-BR`.
pub(crate) fn language(tag: &str) -> Result<String, String> {
    let tag = tag.trim();
    let letters = tag.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-');
    if Tongue::of(tag).is_own() || !letters {
        return Err(format!(
            "\"{tag}\" is no tag of a language; the six of the United Nations are ar, zh, en, fr, ru, es"
        ));
    }
    Ok(tag.to_owned())
}

fn fields(workspace: &Workspace) -> Vec<Field> {
    let statement = &workspace.statement;
    let asked = &workspace.call.header_fields;
    let required = |id: &str| asked.iter().any(|field| field.id == id && field.required);
    let field = |id: &str, label: &str, value: &str| Field {
        id: id.into(),
        label: label.into(),
        value: value.into(),
        required: required(id),
    };
    let mut out = vec![
        field("title", "Title", &statement.title),
        field("organisation", "Organisation", &statement.organisation),
        field("language", "Language", &statement.language),
    ];
    for own in asked.iter().filter(|own| !["title", "organisation"].contains(&own.id.as_str())) {
        let value = statement.header.get(&own.id).map_or("", String::as_str);
        out.push(field(&own.id, &own.label, value));
    }
    out
}

fn words(answer: &Answer) -> String {
    let wide = answer.fields.iter().map(|field| field.id.chars().count()).max().unwrap_or_default();
    let line = |field: &Field| {
        let value = match (field.value.trim(), field.required) {
            ("", true) => "(empty; the call asks for it)",
            ("", false) => "(empty)",
            (value, _) => value,
        };
        format!("{:wide$}  {}: {value}", field.id, field.label)
    };
    answer.fields.iter().map(line).collect::<Vec<_>>().join("\n")
}
