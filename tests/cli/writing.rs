//! What is written into a section stays inside it, and standard output takes a document.

use crate::command::Home;

fn home() -> Home {
    let home = Home::new();
    home.json(&["new", "s.rostrum", "--call", "oewg-ict-zero-draft"]);
    home
}

fn body(home: &Home) -> String {
    let said = home.run(&["--quiet", "export", "s.rostrum", "--to", "json", "-o", "-"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let statement: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
    statement["statement"]["body"].as_str().expect("a body").to_owned()
}

#[test]
fn a_text_with_headings_stays_inside_the_section_it_is_written_to() {
    let home = home();
    let empty = body(&home);
    let text = "# Summary\n\nWe agree.\n\n# Part 1\n\nTwo words.\n\n## Ports\n\nMore.\n";
    let write = ["write", "s.rostrum", "--section", "summary"];
    let said = home.run_with(&write, text);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.err.contains("\"Summary\" is the section's own"), "{}", said.err);
    assert!(said.err.contains("2 headings of the text stand a level lower"), "{}", said.err);
    assert!(said.err.contains("\"Part 1\", \"Ports\""), "{}", said.err);
    let wanted = "# Summary\n\nWe agree.\n\n## Part 1\n\nTwo words.\n\n### Ports\n\nMore.\n\n";
    assert!(body(&home).starts_with(wanted), "{}", body(&home));

    let answer = home.json_with(&write, text);
    assert_eq!(answer["left_out"], "Summary");
    assert_eq!(answer["headings_moved"][1]["heading"], "Ports");
    assert_eq!(
        (&answer["headings_moved"][1]["from"], &answer["headings_moved"][1]["to"]),
        (&2.into(), &3.into())
    );
    // Two, two and one, and the words of the headings below the section's own.
    assert_eq!(answer["words"], 8);

    let answer = home.json_with(&write, "We agree.\n");
    assert_eq!(answer["words"], 2);
    assert!(answer["headings_moved"].as_array().is_some_and(Vec::is_empty));
    assert_eq!(body(&home), empty.replacen("# Summary\n", "# Summary\n\nWe agree.\n", 1));
}

#[test]
fn text_from_windows_is_written_as_any_other() {
    let home = home();
    let write = ["write", "s.rostrum", "--section", "Summary"];
    home.json_with(&write, "\u{feff}# Summary\r\n\r\nWe agree.\r\n\r\n- one\r\n- two\r\n");
    assert!(body(&home).starts_with("# Summary\n\nWe agree.\n\n- one\n- two\n\n"));
}

#[test]
fn nothing_on_standard_input_empties_no_section() {
    let home = home();
    let write = ["write", "s.rostrum", "--section", "summary"];
    home.json_with(&write, "We agree.\n");
    let said = home.run_with(&write, " \n");
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(said.err.contains("--empty"), "{}", said.err);
    assert!(body(&home).contains("We agree."));
    home.json(&["write", "s.rostrum", "--section", "summary", "--empty"]);
    assert!(!body(&home).contains("We agree."));
}

#[test]
fn a_section_of_ones_own_is_found_in_any_script_and_named_when_another_is_not() {
    let home = Home::new();
    home.write("begun.md", "# Наши предложения\n\nСлова.\n");
    home.json(&["new", "s.rostrum", "--call", "oewg-ict-zero-draft", "--from", "begun.md"]);
    home.json_with(&["write", "s.rostrum", "--section", "наши предложения"], "Другие слова.\n");
    assert!(body(&home).contains("# Наши предложения\n\nДругие слова.\n"), "{}", body(&home));
    let said = home.run_with(&["write", "s.rostrum", "--section", "Annex"], "Words.\n");
    assert_eq!(said.code, 2);
    assert!(said.err.contains("Summary;") && said.err.contains("Наши предложения"), "{}", said.err);
}

#[test]
fn one_document_goes_to_standard_output_with_all_else_beside_it() {
    let home = home();
    home.json_with(&["write", "s.rostrum", "--section", "summary"], "We agree.\n");
    let said = home.run(&["export", "s.rostrum", "--to", "md", "-o", "-"]);
    assert_eq!(said.code, 0, "{}", said.err);
    home.run(&["export", "s.rostrum", "--to", "md", "-o", "s.md"]);
    assert_eq!(said.out, std::fs::read_to_string(home.path("s.md")).expect("the file"));
    assert!(said.err.contains("standard output written"), "{}", said.err);
    assert!(!home.path("-").exists());
    let said = home.run(&["calls", "export", "oewg-ict-zero-draft", "-o", "-"]);
    assert!(said.out.contains("id = \"oewg-ict-zero-draft\""), "{}", said.out);
}

#[test]
fn what_standard_output_cannot_take_is_refused_with_what_to_do() {
    let home = home();
    std::fs::copy(home.path("s.rostrum"), home.path("t.rostrum")).expect("a copy");
    for (arguments, words) in [
        (&["--json", "export", "s.rostrum", "--to", "md", "-o", "-"][..], "--json"),
        (&["export", "s.rostrum", "--to", "md,docx", "-o", "-"], "a folder"),
        (&["export", "s.rostrum", "--all", "-o", "-"], "a folder"),
        (&["merge", "s.rostrum", "t.rostrum", "-o", "-"], "a file only"),
        (&["calls", "deadlines", "--ics", "-"], "a file only"),
    ] {
        let said = home.run(arguments);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{arguments:?}: {}", said.err);
        assert!(said.err.contains(words), "{arguments:?}: {}", said.err);
        assert!(!home.path("-").exists(), "{arguments:?}");
    }
}

#[test]
fn no_document_is_written_over_a_statement() {
    let home = home();
    let before = std::fs::read(home.path("s.rostrum")).expect("the file");
    let said = home.run(&["export", "s.rostrum", "--to", "md", "-o", "s.rostrum"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(said.err.contains("is not replaced; choose another"), "{}", said.err);
    assert_eq!(std::fs::read(home.path("s.rostrum")).expect("the file"), before);
}

#[cfg(unix)]
#[test]
fn a_document_is_as_readable_as_any_other_and_a_link_stays_a_link() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let home = home();
    let mode = |name: &str| {
        std::fs::metadata(home.path(name)).expect("there").permissions().mode() & 0o777
    };
    home.write("any.txt", "Words.");
    home.run(&["export", "s.rostrum", "--to", "md", "-o", "s.md"]);
    assert_eq!(mode("s.md"), mode("any.txt"));
    std::fs::set_permissions(home.path("s.md"), std::fs::Permissions::from_mode(0o640))
        .expect("set");
    symlink("s.md", home.path("link.md")).expect("a link");
    home.json_with(&["write", "s.rostrum", "--section", "summary"], "We agree.\n");
    home.run(&["export", "s.rostrum", "--to", "md", "-o", "link.md"]);
    assert!(std::fs::read_to_string(home.path("s.md")).expect("read").contains("We agree."));
    assert_eq!(mode("s.md"), 0o640);
    let said = home.run(&["export", "s.rostrum", "--to", "md", "-o", "/dev/stdout"]);
    assert!(said.out.contains("We agree."), "{}", said.err);
}

#[test]
fn a_folder_that_is_not_there_is_said_to_be_missing() {
    let home = home();
    home.write("taken", "Words.");
    for arguments in [
        &["new", "nowhere/t.rostrum", "--call", "upr-joint"][..],
        &["export", "s.rostrum", "--to", "md", "-o", "nowhere/s.md"],
    ] {
        let said = home.run(arguments);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{arguments:?}");
        assert!(said.err.contains("there is no such folder; make it first"), "{}", said.err);
    }
    let said = home.run(&["export", "s.rostrum", "--to", "md,txt", "-o", "taken"]);
    assert!(said.err.contains("it is a file; several documents go into a folder"), "{}", said.err);
}

#[test]
fn a_note_that_is_missing_is_said_when_a_statement_is_checked() {
    let home = home();
    let write = ["write", "s.rostrum", "--section", "summary"];
    home.json_with(&write, "We agree[^9] with it.\n");
    let said = home.run(&["check", "s.rostrum"]);
    assert!(said.err.contains("told on export:\nerror D103"), "{}", said.err);
    home.json_with(&write, "We agree[^9] with it.\n\n[^9]: See A/79/214.\n");
    assert!(!home.run(&["check", "s.rostrum"]).err.contains("D103"));
}

#[test]
fn what_a_draft_has_on_every_page_is_told_a_few_times_on_export() {
    let home = Home::new();
    home.json(&["new", "s.rostrum", "--call", "no-stated-rules"]);
    let headings: String = (1..12)
        .map(|n| format!("# Part {n}\n\n#### Article {n}\n\n{n}. States meet.\n\n"))
        .collect();
    home.write("draft.md", headings);
    home.json(&["draft", "add", "s.rostrum", "draft.md"]);
    let pdf = ["export", "s.rostrum", "--to", "pdf", "--layout", "tracked", "-o", "s.pdf"];
    let told = home.run(&pdf).out;
    assert_eq!(told.matches("info D202").count(), 3, "{told}");
    assert!(told.contains("… and 8 more like it (D202; --json lists all)"), "{told}");
    let all = home.json(&pdf);
    assert_eq!(all["findings"].as_array().map(Vec::len), Some(11), "{all}");
}
