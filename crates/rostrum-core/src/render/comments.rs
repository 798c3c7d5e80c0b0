//! The responses as a table, for spreadsheets.

use crate::finding::{Finding, Place, Severity};
use crate::model::response::Priority;
use crate::model::{Call, Draft, Statement};

use super::compose::labels::{Aim, short_name};
use super::compose::responses::in_order;
use super::compose::{clean, phrases};

/// The columns that a table of comments can have, in the order in which they stand where the
/// call says nothing of them.
pub const COLUMNS: [&str; 11] = [
    "paragraph",
    "heading",
    "kind",
    "draft_text",
    "proposal",
    "rationale",
    "priority",
    "topic",
    "sources",
    "norms",
    "tags",
];

/// The most characters a cell of a spreadsheet holds (Excel specifications and limits).
pub(super) const LONGEST_CELL: usize = 32_767;

/// The responses that are handed over as a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CommentTable {
    /// Title of the statement.
    pub title: String,
    /// Organisation that speaks.
    pub organisation: String,
    /// Language of the text as a BCP 47 tag.
    pub language: String,
    /// Keys of the columns, of [`COLUMNS`].
    pub keys: Vec<String>,
    /// Names of the columns.
    pub head: Vec<String>,
    /// A row for each response, in the order of the draft; lines of a cell are parted by `\n`.
    pub rows: Vec<Vec<String>>,
}

/// Returns the table of comments, with the columns that the call names.
pub fn comment_table(
    statement: &Statement,
    call: &Call,
    drafts: &[(String, Draft)],
) -> CommentTable {
    let columns: Vec<(String, String)> = match &call.format.comment_columns {
        Some(stated) => stated.value.iter().filter_map(|column| named(column)).collect(),
        None => COLUMNS.iter().map(|key| ((*key).to_owned(), (*key).to_owned())).collect(),
    };
    let phrases = phrases::of(&statement.language);
    let rows = in_order(&statement.responses, drafts).into_iter().map(|(response, aims)| {
        let heading = aims.iter().find_map(Aim::block).map(|block| block.heading_path.join(" / "));
        let words: Vec<&str> = aims.iter().map(Aim::words).collect();
        let held = |key: &str| match key {
            "paragraph" if aims.is_empty() => String::new(),
            "paragraph" => short_name(&aims, phrases),
            "heading" => heading.clone().unwrap_or_default(),
            "kind" => response.kind.as_str().into(),
            "draft_text" => words.join("\n"),
            "proposal" => response.proposal.clone(),
            "rationale" => response.rationale.clone(),
            "priority" => priority(response.priority).into(),
            "topic" => response.topic.clone(),
            "sources" => response.sources.join("; "),
            "norms" => response.norms.join(" ").to_uppercase(),
            _ => response.tags.join("; "),
        };
        columns.iter().map(|(key, _)| lines(&held(key))).collect()
    });
    CommentTable {
        title: clean(&statement.title),
        organisation: clean(&statement.organisation),
        language: statement.language.clone(),
        rows: rows.collect(),
        keys: columns.iter().map(|(key, _)| key.clone()).collect(),
        head: columns.into_iter().map(|(_, name)| clean(&name)).collect(),
    }
}

/// Reads a column as a call writes it, `proposal: Suggested wording`; none when there is no
/// such column.
pub(crate) fn named(column: &str) -> Option<(String, String)> {
    let (key, name) = column.split_once(':').unwrap_or((column, column));
    let (key, name) = (key.trim(), name.trim());
    let known = COLUMNS.contains(&key) && !name.is_empty();
    known.then(|| (key.to_owned(), name.to_owned()))
}

/// Returns a cell fit for every format, its lines kept.
pub(super) fn lines(value: &str) -> String {
    let lines: Vec<String> = value.lines().map(clean).collect();
    lines.join("\n")
}

impl CommentTable {
    /// Reports cells that no spreadsheet holds whole.
    pub fn findings(&self) -> Vec<Finding> {
        let long = self.rows.iter().flatten().filter(|cell| units(cell) > LONGEST_CELL).count();
        if long == 0 {
            return Vec::new();
        }
        vec![Finding {
            code: "D301".into(),
            name: "cell-too-long".into(),
            severity: Severity::Warning,
            variant: "cut".into(),
            params: [("count".to_owned(), long.to_string())].into(),
            message: format!(
                "{long} cells are longer than the 32,767 characters a spreadsheet holds; they are \
                 cut there."
            ),
            hint: "Shorten them, or hand the comments over as a Word document.".into(),
            place: Place::part("response"),
            edits: Vec::new(),
        }]
    }
}

/// Returns the length of a cell as spreadsheets count it.
pub(super) fn units(cell: &str) -> usize {
    cell.encode_utf16().count()
}

fn priority(priority: Priority) -> &'static str {
    match priority {
        Priority::High => "high",
        Priority::Medium => "medium",
        Priority::Low => "low",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_has_a_key_that_is_known_and_a_name() {
        assert_eq!(
            named("proposal: Suggested wording").map(|c| c.1),
            Some("Suggested wording".into())
        );
        assert_eq!(named("topic").map(|c| c.1), Some("topic".into()));
        assert_eq!(named("wording: Suggested"), None);
        assert_eq!(named("topic:"), None);
    }

    #[test]
    fn a_cell_that_no_spreadsheet_holds_is_told() {
        let row = |cell: String| CommentTable { rows: vec![vec![cell]], ..CommentTable::default() };
        assert!(row("x".repeat(LONGEST_CELL)).findings().is_empty());
        assert_eq!(row("😀".repeat(LONGEST_CELL / 2 + 1)).findings().len(), 1);
    }
}
