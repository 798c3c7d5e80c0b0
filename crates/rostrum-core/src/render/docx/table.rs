//! Tables of a document.

use std::fmt::Write as _;

use super::parts::page::text_width;
use super::runs::Runs;
use crate::model::document::{Inline, Look, plain_text};

/// A row with more letters in one cell may go on over the end of a page: kept whole it could
/// leave half a page empty.
const LETTERS_KEPT_WHOLE: usize = 600;

/// Writes a table; its first row is the header and stands on every page again.
///
/// `anchor` is the id and the name of its bookmark, which stands in the first cell.
pub(super) fn table(
    out: &mut String,
    runs: &mut Runs<'_>,
    (widths, rows): (&[u16], &[Vec<Vec<Inline>>]),
    anchor: (usize, &str),
    look: &Look,
) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let width = text_width(look);
    let grid = grid(widths, columns, width as usize);
    let turned = if runs.right_to_left { "<w:bidiVisual/>" } else { "" };
    let _ = write!(
        out,
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>{turned}<w:tblW w:w=\"{width}\" w:type=\"dxa\"/>\
         <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\"/></w:tblPr><w:tblGrid>"
    );
    for column in &grid {
        let _ = write!(out, "<w:gridCol w:w=\"{column}\"/>");
    }
    out.push_str("</w:tblGrid>");
    let empty = [Vec::new()];
    let rows = if rows.is_empty() { &empty[..] } else { rows };
    for (at, row) in rows.iter().enumerate() {
        let style = if at == 0 { "TableHeading" } else { "TableText" };
        let whole = row.iter().all(|cell| plain_text(cell).len() <= LETTERS_KEPT_WHOLE);
        out.push_str("<w:tr>");
        if whole || at == 0 {
            out.push_str("<w:trPr>");
            out.push_str(if whole { "<w:cantSplit/>" } else { "" });
            out.push_str(if at == 0 { "<w:tblHeader/>" } else { "" });
            out.push_str("</w:trPr>");
        }
        for (column, width) in grid.iter().enumerate() {
            let line = row.get(column).map_or(&[][..], Vec::as_slice);
            let bidi = if runs.runs_left(line) { "<w:bidi/>" } else { "" };
            let _ = write!(
                out,
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>\
                 <w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{bidi}</w:pPr>"
            );
            if (at, column) == (0, 0) {
                let (id, name) = anchor;
                let _ = write!(
                    out,
                    "<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/><w:bookmarkEnd w:id=\"{id}\"/>"
                );
            }
            runs.line(out, line);
            out.push_str("</w:p></w:tc>");
        }
        out.push_str("</w:tr>");
    }
    out.push_str("</w:tbl>");
}

/// Shares the width of the text out among the columns, in twentieths of a point.
fn grid(widths: &[u16], columns: usize, total: usize) -> Vec<usize> {
    let share = |column: usize| usize::from(widths.get(column).copied().unwrap_or(1).max(1));
    let whole: usize = (0..columns).map(share).sum();
    let mut out: Vec<usize> = (0..columns).map(|column| total * share(column) / whole).collect();
    let before: usize = out[..columns - 1].iter().sum();
    if let Some(last) = out.last_mut() {
        *last = total.saturating_sub(before);
    }
    out
}
