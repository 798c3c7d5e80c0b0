//! A table while it is read, and the passages it becomes.

use super::paragraph::{is_strong, unbold};
use super::{Passage, Shape};
use crate::model::document::{Inline, Marks};

/// A table while it is read.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Vec<Vec<Passage>>>,
    /// Whether the row that is read was taken out.
    pub(super) row_deleted: bool,
    /// Whether cells reach over columns or rows.
    merged: bool,
    /// The cell of the last row that is read.
    into: usize,
}

impl Table {
    /// Starts a row.
    pub(super) fn row(&mut self) {
        self.row_deleted = false;
        self.rows.push(Vec::new());
    }

    /// Ends a row.
    pub(super) fn end_row(&mut self) {
        if self.row_deleted {
            self.rows.pop();
        }
        self.row_deleted = false;
    }

    /// Starts a cell.
    pub(super) fn cell(&mut self) {
        if self.rows.is_empty() {
            self.rows.push(Vec::new());
        }
        if let Some(row) = self.rows.last_mut() {
            row.push(Vec::new());
            self.into = row.len() - 1;
        }
    }

    /// Hears that the cell reaches over so many columns.
    pub(super) fn span(&mut self, columns: usize) {
        // Wider tables than this are made to break readers.
        for _ in 1..columns.min(64) {
            self.merged = true;
            if let Some(row) = self.rows.last_mut() {
                row.push(Vec::new());
            }
        }
    }

    /// Hears that the cell goes on with the one above.
    pub(super) fn goes_on(&mut self) {
        self.merged = true;
    }

    /// Puts a passage into the cell that is read; outside any cell it starts one.
    pub(super) fn take(&mut self, passage: Passage) {
        if self.rows.last().is_none_or(Vec::is_empty) {
            self.cell();
        }
        let into = self.into;
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.get_mut(into)) {
            cell.push(passage);
        }
    }

    /// Returns the passages, and what was changed with which words: a box of one column, and
    /// a table that holds headings, is running text.
    pub(super) fn passages(self) -> (Vec<Passage>, Option<&'static str>) {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let holds_headings = self.rows.iter().flatten().flatten().any(|passage| {
            matches!(passage.shape, Shape::Heading(..) | Shape::Title | Shape::Table)
        });
        if columns <= 1 || holds_headings {
            let all: Vec<Passage> = self.rows.into_iter().flatten().flatten().collect();
            let what = (!all.is_empty()).then_some("box");
            return (all, what);
        }
        let mut rows: Vec<Vec<Vec<Inline>>> = self
            .rows
            .into_iter()
            .map(|row| row.into_iter().map(cell).collect::<Vec<_>>())
            .filter(|row: &Vec<Vec<Inline>>| !row.is_empty())
            .collect();
        if rows.iter().flatten().all(Vec::is_empty) {
            return (Vec::new(), None);
        }
        if let Some(head) = rows.first_mut()
            && head.iter().all(|cell| is_strong(cell))
        {
            // The first row of a table prints bold in any case.
            for cell in head.iter_mut() {
                unbold(cell);
            }
        }
        let table = Passage { shape: Shape::Table, rows, ..Passage::default() };
        (vec![table], self.merged.then_some("cells"))
    }
}

/// Returns the words of a cell; its paragraphs are parted by breaks.
fn cell(passages: Vec<Passage>) -> Vec<Inline> {
    let mut out = Vec::new();
    for passage in passages {
        if !out.is_empty() {
            out.push(Inline::Break);
        }
        if let Shape::Item(item) = &passage.shape {
            out.push(Inline::marked(format!("{} ", item.label), Marks::default()));
        }
        out.extend(passage.text);
    }
    out
}
