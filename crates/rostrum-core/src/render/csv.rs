//! The table of responses as comma-separated values.

use super::comments::{CommentTable, lines};

/// Whether a file says with its first character that it is UTF-8, as Excel asks of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Bom {
    /// Only where a letter is not of ASCII, so that without it Excel shows something else.
    #[default]
    Needed,
    /// Always.
    Always,
    /// Never, for programs that stumble over it.
    Never,
}

/// Returns a table as comma-separated values (RFC 4180, UTF-8).
///
/// The first row names the columns. A cell that a spreadsheet would take for a formula gets an
/// apostrophe before it, as spreadsheets themselves do; line breaks stay inside their cell.
pub fn csv(table: &CommentTable, bom: Bom) -> String {
    let mut out = String::new();
    row(&mut out, &table.head);
    for cells in &table.rows {
        row(&mut out, cells);
    }
    let marked = match bom {
        Bom::Needed => !out.is_ascii(),
        Bom::Always => true,
        Bom::Never => false,
    };
    if marked {
        out.insert(0, '\u{FEFF}');
    }
    out
}

/// Tells whether a spreadsheet takes a cell for a formula; the wide signs are those of Chinese
/// and Japanese keyboards (OWASP, "CSV injection").
fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

/// Appends one row, its cells fit for any spreadsheet.
pub(crate) fn row(out: &mut String, cells: &[String]) {
    for (at, value) in cells.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        let mut value = lines(value);
        if is_formula(&value) {
            value.insert(0, '\'');
        }
        if value.contains([',', '"', '\n', ';']) {
            out.push('"');
            out.push_str(&value.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&value);
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(cell: &str) -> CommentTable {
        let (head, rows) = (vec!["proposal".into()], vec![vec![cell.into()]]);
        CommentTable { head, rows, ..CommentTable::default() }
    }

    #[test]
    fn what_looks_like_a_formula_is_words() {
        for cell in ["=1+1", "+1", "-2", "@sum", "\t=1", "\r=1", "＝1"] {
            let written = csv(&table(cell), Bom::Never);
            let (_, cell) = written.split_once("\r\n").expect("two rows");
            assert!(cell.trim_start_matches('"').starts_with('\''), "{cell:?}");
        }
        assert_eq!(csv(&table("a-b"), Bom::Never), "proposal\r\na-b\r\n");
    }

    #[test]
    fn the_mark_of_utf_8_stands_where_excel_needs_it() {
        assert!(!csv(&table("plain"), Bom::Needed).starts_with('\u{FEFF}'));
        assert!(csv(&table("États"), Bom::Needed).starts_with('\u{FEFF}'));
        assert!(csv(&table("plain"), Bom::Always).starts_with('\u{FEFF}'));
        assert!(!csv(&table("États"), Bom::Never).starts_with('\u{FEFF}'));
    }

    #[test]
    fn line_breaks_and_quotation_marks_stay_in_their_cell() {
        assert_eq!(csv(&table("a\nb \"c\""), Bom::Never), "proposal\r\n\"a\nb \"\"c\"\"\"\r\n");
    }
}
