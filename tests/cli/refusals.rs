//! Bad input: a clear message, the right exit code, and nothing lost.

use crate::command::{Home, Said, example};

fn refused(said: &Said, code: i32, words: &str) {
    assert_eq!(said.code, code, "{} {}", said.out, said.err);
    assert!(said.err.contains(words), "no \"{words}\" in: {}", said.err);
    assert!(!said.err.contains("panicked"), "{}", said.err);
    assert!(said.out.is_empty(), "nothing stands on standard output: {}", said.out);
}

#[test]
fn a_draft_that_cannot_be_read_says_what_to_do() {
    let home = Home::new();
    home.write("empty.pdf", "");
    home.write("cut.pdf", &std::fs::read(example("zero-draft.pdf")).expect("the example")[..900]);
    home.write("old.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0, 0]);
    home.write("old.rtf", "{\\rtf1\\ansi Zero draft}");
    home.write("page.png", b"\x89PNG\r\n\x1a\n");
    refused(&home.run(&["import", "nowhere.pdf"]), 2, "there is no such file");
    refused(&home.run(&["revise", "nowhere.pdf", "cut.pdf"]), 2, "there is no such file");
    refused(&home.run(&["import", "old.rtf"]), 2, "rich text file (.rtf)");
    refused(&home.run(&["import", "page.png"]), 2, "text recognition");
    refused(&home.run(&["import", "empty.pdf"]), 2, "holds no text");
    refused(&home.run(&["import", "cut.pdf"]), 2, "damaged");
    refused(&home.run(&["import", "old.doc"]), 2, "DOCX");
}

#[test]
fn two_drafts_are_compared_only_when_both_can_be_read() {
    let home = Home::new();
    home.write("zero.txt", "1. States met.\n");
    home.write("empty.txt", "");
    home.folder("drafts");
    refused(&home.run(&["revise", "zero.txt", "rev1.txt"]), 2, "rev1.txt");
    let said = home.run(&["revise", "nowhere/zero.txt", "zero.txt"]);
    refused(&said, 2, "there is no such file or folder; check the name");
    refused(&home.run(&["revise", "zero.txt", "drafts"]), 2, "it is a folder; name a file");
    refused(&home.run(&["revise", "zero.txt", "empty.txt"]), 2, "holds no text");
    let said = home.run(&["--json", "revise", "zero.txt", "rev1.txt"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""), "{}", said.err);
}

#[test]
fn a_file_that_is_no_statement_is_left_as_it_is() {
    let home = Home::new();
    let path = home.write("s.rostrum", "Dear Chair, this is a letter.");
    refused(&home.run(&["check", "s.rostrum"]), 2, "s.rostrum");
    refused(&home.run(&["new", "s.rostrum", "--call", "upr-joint"]), 2, "s.rostrum");
    assert_eq!(std::fs::read(path).expect("still there"), b"Dear Chair, this is a letter.");
}

#[test]
fn a_call_with_a_fault_names_line_and_remedy() {
    let home = Home::new();
    home.write("bad.toml", "id = \"bad\"\nversion = \"one\"\n");
    let said = home.run(&["calls", "validate", "bad.toml"]);
    assert_eq!(said.code, 2);
    assert!(said.out.contains("line 2") && said.out.contains("version"), "{}", said.out);
    refused(&home.run(&["new", "s.rostrum", "--call", "bad.toml"]), 2, "version");
    refused(&home.run(&["new", "s.rostrum", "--call", "no-such-call"]), 2, "upr-joint");
}

#[test]
fn a_paragraph_that_does_not_exist_is_named() {
    let home = Home::new();
    home.json(&["new", "s.rostrum", "--call", "oewg-ict-zero-draft"]);
    refused(&home.run(&["respond", "s.rostrum", "--to", "3", "--kind", "keep"]), 2, "draft add");
    home.json(&["draft", "add", "s.rostrum", &example("zero-draft.docx")]);
    refused(&home.run(&["respond", "s.rostrum", "--to", "999", "--kind", "keep"]), 2, "999");
    refused(&home.run(&["respond", "s.rostrum", "--to", "3", "--kind", "praise"]), 2, "general");
}

#[test]
fn handing_over_without_a_yes_sends_nothing() {
    let home = Home::new();
    ready_statement(&home);
    let folder = home.folder("out");
    home.json(&["channels", "add", "folder", "--kind", "folder", "--address", &folder]);
    refused(
        &home.run(&["submit", "s.rostrum", "--version", "one", "--channel", "folder"]),
        2,
        "--yes",
    );
    let left = std::fs::read_dir(home.path("out")).expect("the folder").count();
    assert_eq!(left, 0, "nothing was handed over");
    refused(
        &home.run(&["submit", "s.rostrum", "--version", "two", "--channel", "folder", "--yes"]),
        2,
        "two",
    );
}

#[test]
fn a_channel_that_cannot_be_reached_ends_with_three() {
    let home = Home::new();
    ready_statement(&home);
    // Port 9 of the loopback is closed on a test machine.
    home.json(&["channels", "add", "web", "--kind", "https", "--address", "http://127.0.0.1:9/in"]);
    let said = home.run(&["submit", "s.rostrum", "--version", "one", "--channel", "web", "--yes"]);
    refused(&said, 3, "127.0.0.1");
    let receipts = home.json(&["receipts", "s.rostrum"]);
    assert_eq!(receipts["receipts"][0]["state"], "prepared", "nothing was sent: {receipts}");
}

#[test]
fn no_keyring_is_said_and_the_secret_goes_nowhere() {
    let home = Home::new();
    let said = home.run_with(
        &[
            "channels",
            "add",
            "web",
            "--kind",
            "https",
            "--address",
            "https://un.example/in",
            "--secret",
        ],
        "a-secret-token\n",
    );
    refused(&said, 3, "keyring");
    for entry in walk(&home.path("home")) {
        let bytes = std::fs::read(&entry).unwrap_or_default();
        assert!(!String::from_utf8_lossy(&bytes).contains("a-secret-token"), "{}", entry.display());
    }
}

/// A statement in whose way nothing stands, frozen as `one`.
fn ready_statement(home: &Home) {
    home.json(&["new", "s.rostrum", "--call", "oewg-ict-zero-draft", "--organisation", "Ex Lab"]);
    home.json(&["draft", "add", "s.rostrum", &example("zero-draft.docx")]);
    home.json(&["respond", "s.rostrum", "--to", "3", "--kind", "keep", "--rationale", "Clear."]);
    for section in ["summary", "general-comments", "comments", "conclusion"] {
        home.json_with(&["write", "s.rostrum", "--section", section], "We welcome the draft.");
    }
    home.json(&["version", "s.rostrum", "create", "one"]);
}

#[test]
fn a_statement_with_grave_findings_is_not_handed_over() {
    let home = Home::new();
    home.json(&["new", "s.rostrum", "--call", "upr-joint"]);
    home.json(&["version", "s.rostrum", "create", "one"]);
    let folder = home.folder("out");
    home.json(&["channels", "add", "folder", "--kind", "folder", "--address", &folder]);
    let said =
        home.run(&["submit", "s.rostrum", "--version", "one", "--channel", "folder", "--yes"]);
    refused(&said, 1, "stands in the way");
    assert_eq!(home.json(&["receipts", "s.rostrum"])["receipts"].as_array().map(Vec::len), Some(0));
}

#[test]
#[cfg(unix)]
fn a_reader_that_goes_away_is_no_fault() {
    let home = Home::new();
    let rostrum = env!("CARGO_BIN_EXE_rostrum");
    let line = format!("'{rostrum}' --json calls list | head -c 10; exit ${{PIPESTATUS[0]}}");
    let ended = std::process::Command::new("bash")
        .args(["-c", &line])
        .env("ROSTRUM_HOME", home.path("home"))
        .output()
        .expect("bash runs");
    let said = String::from_utf8_lossy(&ended.stderr);
    assert!(ended.status.success() && said.is_empty(), "{said}");
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { found.extend(walk(&path)) } else { found.push(path) }
    }
    found
}

#[test]
fn a_version_or_channel_that_is_not_there_is_named_with_those_that_are() {
    let home = Home::new();
    ready_statement(&home);
    let endorse = ["endorse", "s.rostrum", "--organisation", "Harbour Watch", "--version", "two"];
    refused(&home.run(&endorse), 2, "there are these versions: one");
    let none = home.json(&["signatories", "s.rostrum"]);
    assert_eq!(none["signatories"].as_array().map(Vec::len), Some(0), "nobody was added: {none}");
    let submit = ["submit", "s.rostrum", "--version", "one", "--yes", "--channel"];
    refused(&home.run(&[&submit[..], &["post"]].concat()), 2, "`rostrum channels add` makes one");
    home.json(&["channels", "add", "here", "--kind", "folder", "--address", "out"]);
    refused(&home.run(&[&submit[..], &["post"]].concat()), 2, "these channels: here");
    home.folder("out");
    assert_eq!(home.run(&[&submit[..], &["here"]].concat()).code, 0);
    refused(&home.run(&["version", "s.rostrum", "show", "two"]), 2, "these versions: one");
}

#[test]
fn a_source_of_which_nothing_is_said_is_not_added() {
    let home = Home::new();
    home.json(&["new", "s.rostrum", "--call", "oewg-ict-zero-draft"]);
    refused(&home.run(&["evidence", "add", "s.rostrum"]), 2, "--title, --symbol");
    home.write("one.bib", "@book{one, title={One}}");
    let both = ["evidence", "add", "s.rostrum", "one.bib", "--title", "Two"];
    refused(&home.run(&both), 2, "not both");
    assert_eq!(home.run(&["evidence", "list", "s.rostrum"]).out, "");
}

#[test]
fn an_organisation_is_the_same_in_capitals_of_any_script() {
    let home = Home::new();
    home.json(&["new", "s.rostrum", "--call", "oewg-ict-zero-draft"]);
    for name in ["Институт Гавани", "ИНСТИТУТ ГАВАНИ"] {
        home.json(&["endorse", "s.rostrum", "--organisation", name, "--country", "Kenya"]);
    }
    let one = home.json(&["signatories", "s.rostrum"]);
    assert_eq!(one["signatories"].as_array().map(Vec::len), Some(1), "{one}");
    refused(&home.run(&["endorse", "s.rostrum", "--organisation", " "]), 2, "as it prints");
}

#[test]
fn what_came_back_and_is_no_word_document_is_called_what_it_is() {
    let home = Home::new();
    home.json(&["new", "s.rostrum", "--call", "oewg-ict-zero-draft"]);
    home.write("back.txt", "Dear all, no comments.\n");
    refused(
        &home.run(&["review", "s.rostrum", "back.txt"]),
        2,
        "it is plain text; open it in Word",
    );
    let pdf = example("zero-draft.pdf");
    refused(&home.run(&["review", "s.rostrum", &pdf]), 2, "it is a PDF; open it in Word");
}
