//! Tables of a document as tables of docx-rs.

use docx_rs::{Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType};

use super::parts::page::TEXT_WIDTH;
use super::runs::Runs;
use crate::model::document::Inline;

/// Writes a table; its first row is the header.
///
/// `anchor` is the id and the name of its bookmark, which stands in the first cell.
pub(super) fn table(
    runs: &mut Runs<'_>,
    widths: &[u16],
    rows: &[Vec<Vec<Inline>>],
    anchor: (usize, &str),
) -> Table {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let grid = grid(widths, columns);
    let rows = rows
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let style = if at == 0 { "TableHeading" } else { "TableText" };
            let cells = (0..columns)
                .map(|column| {
                    let line = row.get(column).map_or(&[][..], Vec::as_slice);
                    let mut paragraph = Paragraph::new().style(style);
                    if (at, column) == (0, 0) {
                        paragraph = paragraph
                            .add_bookmark_start(anchor.0, anchor.1)
                            .add_bookmark_end(anchor.0);
                    }
                    let paragraph = runs.add(paragraph, line);
                    TableCell::new().add_paragraph(paragraph).width(grid[column], WidthType::Dxa)
                })
                .collect();
            TableRow::new(cells).cant_split()
        })
        .collect();
    Table::without_borders(rows)
        .style("TableGrid")
        .set_grid(grid)
        .layout(TableLayoutType::Fixed)
        .width(TEXT_WIDTH as usize, WidthType::Dxa)
}

/// Shares the width of the text out among the columns, in twentieths of a point.
fn grid(widths: &[u16], columns: usize) -> Vec<usize> {
    let share = |column: usize| usize::from(widths.get(column).copied().unwrap_or(1).max(1));
    let whole: usize = (0..columns).map(share).sum();
    let total = TEXT_WIDTH as usize;
    let mut out: Vec<usize> = (0..columns).map(|column| total * share(column) / whole).collect();
    let before: usize = out[..columns - 1].iter().sum();
    if let Some(last) = out.last_mut() {
        *last = total.saturating_sub(before);
    }
    out
}
