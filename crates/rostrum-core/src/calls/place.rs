//! Finds the line of the file on which a field stands.

use std::fmt::Write as _;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Tells lines of one file.
pub(super) struct Places<'a> {
    text: &'a str,
}

/// One step of the way to a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// Into the field of this name.
    Field(String),
    /// Into the entry with this number, counted from 0.
    Entry(usize),
}

impl<'a> Places<'a> {
    /// Tells lines of this text.
    pub(super) fn new(text: &'a str) -> Self {
        Self { text }
    }

    /// Returns the line, counted from 1, in which this byte stands.
    pub(super) fn line(&self, byte: usize) -> u32 {
        let before = self.text.get(..byte.min(self.text.len())).unwrap_or(self.text);
        before.bytes().filter(|b| *b == b'\n').count() as u32 + 1
    }

    /// Returns the line of the field at the end of this way, or of the last part of the way
    /// that is in the file.
    pub(super) fn line_of(&self, table: &Spanned<DeTable<'_>>, way: &[Step]) -> u32 {
        let mut line = 1;
        let mut fields = Some(table.get_ref());
        let mut value: Option<&Spanned<DeValue<'_>>> = None;
        for step in way {
            let next = match step {
                Step::Field(name) => {
                    fields.and_then(|f| f.get_key_value(name.as_str())).map(|(key, value)| {
                        line = self.line(key.span().start);
                        value
                    })
                }
                Step::Entry(at) => value
                    .and_then(|v| v.get_ref().as_array())
                    .and_then(|entries| entries.get(*at))
                    .inspect(|entry| line = self.line(entry.span().start)),
            };
            let Some(next) = next else { break };
            fields = next.get_ref().as_table();
            value = Some(next);
        }
        line
    }
}

/// Writes a way as `limits[1].source`.
pub(super) fn written(way: &[Step]) -> String {
    let mut out = String::new();
    for step in way {
        match step {
            Step::Field(name) if out.is_empty() => out.push_str(name),
            Step::Field(name) => {
                let _ = write!(out, ".{name}");
            }
            Step::Entry(at) => {
                let _ = write!(out, "[{at}]");
            }
        }
    }
    out
}
