//! Tables of comments, as `LibreOffice` reads them.

use std::path::{Path, PathBuf};

use rostrum_core::calls;
use rostrum_core::model::Call;
use rostrum_core::model::response::ResponseKind;
use rostrum_core::model::{Response, Statement};
use rostrum_core::render::{Bom, CommentTable, comment_table, csv, xlsx};
use rostrum_tests::peers::{output, program};

/// Cells that spreadsheets are known to spoil.
const CELLS: [&str; 12] = [
    "=1+1",
    "+41 22 000 00 00",
    "-5 per cent",
    "@everyone",
    "two\nlines, and a comma; a semicolon",
    "“quoted” and \"straight\"",
    "États, приложение, 附件, مرفق",
    "007",
    "1/2",
    "1e10",
    "a_x000D_b",
    "TRUE",
];

fn table() -> CommentTable {
    let responses = CELLS.iter().enumerate().map(|(at, cell)| Response {
        id: format!("r{at}"),
        kind: ResponseKind::Modify,
        proposal: (*cell).into(),
        rationale: CELLS[CELLS.len() - 1 - at].into(),
        ..Response::default()
    });
    let statement = Statement {
        title: "Comments".into(),
        organisation: "Example Lab".into(),
        responses: responses.collect(),
        ..Statement::default()
    };
    comment_table(&statement, &Call::default(), &[])
}

/// Reads comma-separated values.
fn cells(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let (mut quoted, mut letters) = (false, text.chars().peekable());
    while let Some(c) = letters.next() {
        let row = rows.last_mut().expect("a row");
        match c {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => {
                row.last_mut().expect("a cell").push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\n' if !quoted => rows.push(vec![String::new()]),
            '\r' if !quoted => {}
            c => row.last_mut().expect("a cell").push(c),
        }
    }
    rows.retain(|row| row.len() > 1);
    rows
}

/// Opens a file in `LibreOffice` and gives the cells it shows.
fn shown(folder: &Path, file: &Path) -> Option<Vec<Vec<String>>> {
    let mut office = program("soffice")?;
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let out = folder.join("shown");
    let csv = file.extension().is_some_and(|ending| ending == "csv");
    // What a person is asked when opening a CSV; its mark of UTF-8 fills that in.
    let asked = csv.then_some("--infilter=CSV:44,34,76");
    output(
        office
            .arg(profile)
            .args(asked)
            .args(["--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76"])
            .arg("--outdir")
            .arg(&out)
            .arg(file),
    );
    let name: PathBuf = file.file_name().expect("a name").into();
    let made = out.join(name.with_extension("csv"));
    let text = std::fs::read_to_string(&made).expect("LibreOffice opens tables");
    Some(cells(text.trim_start_matches('\u{feff}')))
}

fn expected(table: &CommentTable) -> Vec<Vec<String>> {
    std::iter::once(table.head.clone()).chain(table.rows.clone()).collect()
}

#[test]
fn libreoffice_reads_every_cell_of_the_workbook_as_it_was_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("comments.xlsx");
    std::fs::write(&file, xlsx(&table()).expect("a workbook")).expect("written");
    let Some(found) = shown(folder.path(), &file) else { return };
    assert_eq!(found, expected(&table()));
}

#[test]
fn libreoffice_takes_no_cell_of_the_csv_for_a_formula_and_keeps_its_lines() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("comments.csv");
    std::fs::write(&file, csv(&table(), Bom::Needed)).expect("written");
    let Some(found) = shown(folder.path(), &file) else { return };
    let wanted = expected(&table());
    assert_eq!(found.len(), wanted.len());
    for (found, wanted) in found.iter().flatten().zip(wanted.iter().flatten()) {
        let guarded = wanted.starts_with(['=', '+', '-', '@']);
        // A spreadsheet that opens a CSV makes numbers of what looks like one; nothing in the
        // file can stop it, which is what the workbook is for.
        if ["007", "1/2", "1e10", "TRUE"].contains(&wanted.as_str()) {
            continue;
        }
        let wanted = if guarded { format!("'{wanted}") } else { wanted.clone() };
        assert_eq!(*found, wanted);
    }
}

#[test]
fn the_call_names_the_columns() {
    let toml = "id = \"own\"\nversion = 1\nname = \"Own\"\nbody = \"Body\"\nstatus = \"open\"\n\
        kind = \"comment_on_draft\"\nsummary = \"A table.\"\n[format]\n\
        comment_columns = { value = [\"proposal: Suggested wording\", \"rationale: Reason\"], \
        source = \"page\", year = 2026, certainty = \"official\" }\n\
        [[sections]]\nid = \"a\"\nheading = \"A\"\nguidance = \"Say it.\"\n\
        [[sources]]\nid = \"page\"\nurl = \"https://example.org/call\"\n";
    let call = calls::load(toml).expect("a sound call");
    let statement = Statement {
        responses: vec![Response { proposal: "Shall.".into(), ..Response::default() }],
        ..Statement::default()
    };
    let written = csv(&comment_table(&statement, &call, &[]), Bom::Needed);
    assert_eq!(written, "Suggested wording,Reason\r\nShall.,\r\n");
    let faults = calls::load(&toml.replace("rationale: Reason", "why: Reason")).expect_err("why");
    assert_eq!(faults[0].field, "format.comment_columns.value");
    assert!(faults[0].remedy.contains("rationale"), "{}", faults[0].remedy);
}
