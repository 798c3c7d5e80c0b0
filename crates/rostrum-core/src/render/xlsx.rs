//! The table of responses as a workbook of one sheet (ECMA-376), without dates and authors.
//!
//! Written by hand: a sheet of texts needs four small parts, and a library for workbooks would
//! bring a second zip writer and a clock.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::RenderError;
use super::comments::{CommentTable, LONGEST_CELL};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const SHEET: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// Returns a table as an Excel workbook: every cell a text, the head in bold, fixed, repeated
/// on every printed page and with filters, long texts on several lines, landscape.
///
/// The same table gives the same bytes.
///
/// # Errors
/// Only a table too large for the format.
pub fn xlsx(table: &CommentTable) -> Result<Vec<u8>, RenderError> {
    let files = [
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", relations()),
        ("xl/workbook.xml", workbook(table)),
        ("xl/_rels/workbook.xml.rels", sheet_relations()),
        ("xl/worksheets/sheet1.xml", sheet(table)),
        ("xl/styles.xml", STYLES.to_owned()),
        ("docProps/core.xml", core(table)),
    ];
    zipped(&files).map_err(|error| RenderError::Package { detail: error.to_string() })
}

fn zipped(files: &[(&str, String)]) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (path, text) in files {
        zip.start_file(*path, options)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

fn content_types() -> String {
    let part = |path: &str, kind: &str| {
        format!(
            "<Override PartName=\"/{path}\" \
             ContentType=\"application/vnd.openxmlformats-{kind}+xml\"/>"
        )
    };
    format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>{}{}{}{}</Types>",
        part("xl/workbook.xml", "officedocument.spreadsheetml.sheet.main"),
        part("xl/worksheets/sheet1.xml", "officedocument.spreadsheetml.worksheet"),
        part("xl/styles.xml", "officedocument.spreadsheetml.styles"),
        part("docProps/core.xml", "package.core-properties"),
    )
}

fn relations() -> String {
    format!(
        "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">\
         <Relationship Id=\"rId1\" Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
         </Relationships>"
    )
}

fn sheet_relations() -> String {
    format!(
        "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">\
         <Relationship Id=\"rId1\" Type=\"{RELATIONS}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{RELATIONS}/styles\" Target=\"styles.xml\"/></Relationships>"
    )
}

fn workbook(table: &CommentTable) -> String {
    let (last, rows) = (column(table.head.len().saturating_sub(1)), table.rows.len() + 1);
    format!(
        "{HEAD}<workbook xmlns=\"{SHEET}\" xmlns:r=\"{RELATIONS}\">\
         <sheets><sheet name=\"Comments\" sheetId=\"1\" r:id=\"rId1\"/></sheets><definedNames>\
         <definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">Comments!$A$1:${last}${rows}</definedName>\
         <definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">Comments!$1:$1</definedName>\
         </definedNames></workbook>"
    )
}

fn sheet(table: &CommentTable) -> String {
    let right = table.language.starts_with("ar");
    let mut out = format!(
        "{HEAD}<worksheet xmlns=\"{SHEET}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>\
         <sheetViews><sheetView workbookViewId=\"0\"{}>\
         <pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>\
         </sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>",
        if right { " rightToLeft=\"1\"" } else { "" },
    );
    for (at, key) in (1..).zip(&table.keys) {
        let width = match key.as_str() {
            "draft_text" | "proposal" | "rationale" => 60,
            "heading" => 30,
            _ => 16,
        };
        let _ = write!(out, "<col min=\"{at}\" max=\"{at}\" width=\"{width}\" customWidth=\"1\"/>");
    }
    out.push_str("</cols><sheetData>");
    let rows = std::iter::once(&table.head).chain(&table.rows);
    for (number, cells) in (1..).zip(rows) {
        let style = if number == 1 { 1 } else { 2 };
        let _ = write!(out, "<row r=\"{number}\">");
        for (at, cell) in cells.iter().enumerate() {
            let _ = write!(
                out,
                "<c r=\"{}{number}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                column(at),
                escaped(cut(cell)),
            );
        }
        out.push_str("</row>");
    }
    let _ = write!(
        out,
        "</sheetData><autoFilter ref=\"A1:{}{}\"/>\
         <pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>",
        column(table.head.len().saturating_sub(1)),
        table.rows.len() + 1,
    );
    out
}

/// Returns the letters of a column, counted from 0; a table of comments has fewer than 26.
fn column(at: usize) -> char {
    char::from(b'A' + (at % 26) as u8)
}

/// Returns what of a cell a spreadsheet holds.
fn cut(cell: &str) -> &str {
    let mut units = 0;
    for (at, c) in cell.char_indices() {
        units += c.len_utf16();
        if units > LONGEST_CELL {
            return &cell[..at];
        }
    }
    cell
}

/// Returns a text as it stands in XML; `_x000D_` in the text is no escape of a spreadsheet's.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for (at, c) in text.char_indices() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '_' if looks_escaped(&text[at..]) => out.push_str("_x005F_"),
            c => out.push(c),
        }
    }
    out
}

/// Tells whether a text begins as the escape of a character: `_x000D_`.
fn looks_escaped(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 7
        && bytes[1] == b'x'
        && bytes[2..6].iter().all(u8::is_ascii_hexdigit)
        && bytes[6] == b'_'
}

fn core(table: &CommentTable) -> String {
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title>\
         <dc:creator>{}</dc:creator><dc:language>{}</dc:language></cp:coreProperties>",
        escaped(&table.title),
        escaped(&table.organisation),
        escaped(&table.language),
    )
}

/// Two looks beside the usual one: the head, and texts of several lines.
const STYLES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
    <fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>\
    <font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
    <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>\
    <fill><patternFill patternType=\"gray125\"/></fill></fills>\
    <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
    <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
    <cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
    <xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>\
    <xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf></cellXfs>\
    <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_look_like_marks_of_the_format_stay_words() {
        assert_eq!(escaped("a_x000D_b <&> _x12"), "a_x005F_x000D_b &lt;&amp;&gt; _x12");
        let long = "é".repeat(LONGEST_CELL + 5);
        assert_eq!(cut(&long).chars().count(), LONGEST_CELL);
    }

    #[test]
    fn the_same_table_gives_the_same_bytes() {
        let table = CommentTable {
            keys: vec!["proposal".into()],
            head: vec!["Wording".into()],
            rows: vec![vec!["=1+1\nnext".into()]],
            ..CommentTable::default()
        };
        let bytes = xlsx(&table).expect("a workbook");
        assert_eq!(bytes, xlsx(&table).expect("the same"));
        assert!(bytes.starts_with(b"PK"));
    }
}
