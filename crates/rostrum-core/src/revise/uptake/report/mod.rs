//! The report on what stands in the later text: a document and a table.
//!
//! Tells what is computed and what a person judged in columns of their own, and never why
//! words stand where they stand. Only organisations are named, never persons.

mod csv;
mod document;
mod tallies;

pub use csv::csv;
pub use document::document;
pub use tallies::{Tally, organisations, tallies};

use super::Uptake;
use crate::model::response::Priority;
use crate::model::response::TakenUp;
use crate::model::{Response, Statement};

/// What a report is made from.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// The statement.
    pub statement: &'a Statement,
    /// What was found.
    pub uptake: &'a Uptake,
    /// Name of the later text, as people call it.
    pub later: &'a str,
}

impl<'a> Report<'a> {
    fn response(&self, id: &str) -> Option<&'a Response> {
        self.statement.responses.iter().find(|response| response.id == id)
    }
}

fn priority(priority: Priority) -> &'static str {
    match priority {
        Priority::High => "high",
        Priority::Medium => "medium",
        Priority::Low => "low",
    }
}

/// Returns what a person judged, as one word and a note; empty where nobody has.
fn judged(taken_up: Option<&TakenUp>) -> (&'static str, &str) {
    let Some(taken_up) = taken_up else { return ("", "") };
    let word = match taken_up.answer.as_str() {
        "yes" => "yes",
        "partly" => "partly",
        "no" => "no",
        _ => "",
    };
    (word, &taken_up.note)
}

/// Names the paragraphs a response answered: `23`, `23, 24`; empty for none.
fn paragraphs(labels: &[String]) -> String {
    let labels: Vec<&str> =
        labels.iter().map(|l| l.trim_end_matches('.')).filter(|l| !l.is_empty()).collect();
    labels.join(", ")
}
