//! A table while it is read, and the pieces it becomes.

use crate::import::labels;
use crate::import::piece::Piece;
use crate::model::draft::BlockKind;

/// Cells with more paragraphs than this are a page layout, not a table.
const LAYOUT_CELL: usize = 3;

/// A table while it is read.
#[derive(Debug, Default)]
pub(crate) struct Table {
    rows: Vec<Vec<Vec<Piece>>>,
    /// Whether the row that is read was deleted.
    pub(crate) row_deleted: bool,
}

impl Table {
    /// Starts a row.
    pub(crate) fn row(&mut self) {
        self.row_deleted = false;
        self.rows.push(Vec::new());
    }

    /// Ends a row.
    pub(crate) fn end_row(&mut self) {
        if self.row_deleted {
            self.rows.pop();
        }
    }

    /// Starts a cell.
    pub(crate) fn cell(&mut self) {
        if self.rows.is_empty() {
            self.rows.push(Vec::new());
        }
        if let Some(row) = self.rows.last_mut() {
            row.push(Vec::new());
        }
    }

    /// Puts a piece into the cell that is read; outside any cell it starts one.
    pub(crate) fn take(&mut self, piece: Piece) {
        if self.rows.last().is_none_or(Vec::is_empty) {
            self.cell();
        }
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            cell.push(piece);
        }
    }

    /// Returns the pieces: a box of one column is running text, a label beside its words is a
    /// paragraph, anything else gives one piece a row.
    pub(crate) fn pieces(self) -> Vec<Piece> {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let fullest = self.rows.iter().flatten().map(Vec::len).max().unwrap_or(0);
        if columns <= 1 {
            return self.rows.into_iter().flatten().flatten().collect();
        }
        if fullest > LAYOUT_CELL {
            let mut rows = self.rows;
            let heads = rows.first().is_some_and(|first| is_head(first));
            let head = heads.then(|| rows.remove(0)).and_then(row);
            return head.into_iter().chain(rows.into_iter().flatten().flatten()).collect();
        }
        self.rows.into_iter().filter_map(row).collect()
    }
}

/// Returns whether a first row names the columns below it.
fn is_head(cells: &[Vec<Piece>]) -> bool {
    cells.len() > 1
        && cells.iter().all(|cell| {
            cell.len() == 1
                && cell
                    .iter()
                    .all(|piece| piece.strong && piece.text.split_whitespace().count() <= 8)
        })
}

fn row(cells: Vec<Vec<Piece>>) -> Option<Piece> {
    let mut cells: Vec<Piece> = cells.into_iter().filter_map(|cell| join(cell, " ")).collect();
    if cells.len() == 2
        && cells[0].label.is_none()
        && labels::split(&cells[0].text)
            .is_some_and(|label| label.rest >= cells[0].text.trim_end().len())
    {
        let mut words = cells.pop()?;
        let label = cells.pop()?;
        words.label = Some(label.text.trim().to_owned());
        words.label_typed = true;
        words.kind = Some(BlockKind::Paragraph);
        return Some(words);
    }
    let mut row = join(cells, " | ")?;
    row.kind = Some(BlockKind::Other);
    row.label = None;
    Some(row)
}

fn join(pieces: Vec<Piece>, between: &str) -> Option<Piece> {
    let mut pieces = pieces.into_iter();
    let mut all = with_label(pieces.next()?);
    for piece in pieces {
        let piece = with_label(piece);
        all.text.push_str(between);
        let shift = all.text.len();
        if piece.original.is_some() || all.original.is_some() {
            let before =
                all.original.take().unwrap_or_else(|| all.text[..shift - between.len()].to_owned());
            all.original =
                Some(before + between + piece.original.as_deref().unwrap_or(&piece.text));
        }
        all.text.push_str(&piece.text);
        all.marks.extend(piece.marks.into_iter().map(|mut mark| {
            mark.at += shift;
            mark
        }));
    }
    Some(all)
}

/// Inside a cell an automatic number is part of the words.
fn with_label(mut piece: Piece) -> Piece {
    if let Some(label) = piece.label.take() {
        let shift = label.len() + 1;
        piece.text = format!("{label} {}", piece.text);
        for mark in &mut piece.marks {
            mark.at += shift;
        }
    }
    piece
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&[&str]]) -> Vec<Piece> {
        let mut table = Table::default();
        for cells in rows {
            table.row();
            for text in *cells {
                table.cell();
                table.take(Piece::plain(*text));
            }
            table.end_row();
        }
        table.pieces()
    }

    #[test]
    fn a_box_is_running_text_and_a_row_is_one_piece() {
        let boxed = table(&[&["Boxed words."]]);
        assert_eq!((boxed.len(), boxed[0].kind), (1, None));
        let rows = table(&[&["State", "Vote"], &["A", "yes"]]);
        assert_eq!(rows[1].text, "A | yes");
        assert_eq!(rows[1].kind, Some(BlockKind::Other));
    }

    #[test]
    fn a_label_beside_its_words_makes_a_paragraph() {
        let rows = table(&[&["12.", "States recall."], &["13.", "States note."]]);
        assert_eq!(rows[1].label.as_deref(), Some("13."));
        assert_eq!(rows[1].text, "States note.");
    }
}
