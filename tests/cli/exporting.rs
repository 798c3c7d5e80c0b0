//! Documents on the command line: one, several into a folder, texts for a form.

use crate::command::Home;

fn statement() -> Home {
    let home = Home::new();
    home.json(&[
        "new",
        "s.rostrum",
        "--call",
        "ngo-committee-answers-2022",
        "--organisation",
        "Lab",
    ]);
    let text = format!("We say “yes” — {}", "again ".repeat(520));
    home.run_with(&["write", "s.rostrum", "--section", "question-1"], &text);
    home
}

#[test]
fn one_format_goes_into_a_file_and_several_into_a_folder() {
    let home = statement();
    let one = home.json(&["export", "s.rostrum", "--to", "md", "-o", "s.md"]);
    assert_eq!(one["file"], "s.md");
    assert!(one["sha256"].as_str().is_some_and(|hash| hash.len() == 64), "{one}");

    let several = home.json(&["export", "s.rostrum", "--to", "docx,pdf,html", "-o", "out/"]);
    let files = several["files"].as_array().expect("files");
    let formats: Vec<&str> = files.iter().filter_map(|file| file["format"].as_str()).collect();
    assert_eq!(formats, ["docx", "pdf", "html"]);
    for file in files {
        let path = file["file"].as_str().expect("a path");
        assert!(home.path(path).is_file(), "{path}");
        assert!(file["bytes"].as_u64() > Some(100), "{file}");
    }
    let all = home.json(&["export", "s.rostrum", "--all", "-o", "all"]);
    assert_eq!(all["files"].as_array().map(Vec::len), Some(9), "{all}");
    let taken = home.json(&["export", "s.rostrum", "--to", "allowed", "-o", "taken"]);
    assert_eq!(taken["files"][0]["format"], "docx", "{taken}");
    assert_eq!(taken["files"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_folder_that_is_a_file_is_told_by_its_name() {
    let home = statement();
    home.write("out", "not a folder");
    let said = home.run(&["export", "s.rostrum", "--all", "-o", "out/"]);
    assert_eq!(said.code, 2, "{}", said.out);
    assert!(said.err.contains("\"out/\""), "{}", said.err);
    let said = home.run(&["export", "s.rostrum", "--to", "docx,rtf", "-o", "elsewhere/"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("rtf") && said.err.contains("docx"), "{}", said.err);
    assert!(!home.path("elsewhere").exists(), "nothing is left behind");
}

#[test]
fn the_questions_of_a_form_have_texts_and_counters() {
    let home = statement();
    let form = home.json(&["form", "s.rostrum"]);
    let fields = form["fields"].as_array().expect("fields");
    let first = fields.iter().find(|field| field["id"] == "question-1").expect("the question");
    assert_eq!(first["question"], "Question 1");
    assert_eq!(first["words"], 524, "{first}");
    assert_eq!((&first["limit"], &first["over"]), (&500.into(), &24.into()));
    assert_eq!(first["state"], "over");
    let text = first["text"].as_str().expect("a text");
    assert!(text.starts_with("We say \"yes\" - again"), "{text}");
    assert_eq!(first["characters"], text.encode_utf16().count());

    let said = home.run(&["form", "s.rostrum"]);
    assert!(said.out.contains("limit 500 words, 24 too many"), "{}", said.out);
    let only = home.run(&["form", "s.rostrum", "--only", "Question 1", "--dashes", "kept"]);
    assert!(only.out.starts_with("We say \"yes\" — again"), "{}", only.out);
    assert_eq!(home.run(&["form", "s.rostrum", "--only", "Question 9"]).code, 2);

    home.json(&["export", "s.rostrum", "--to", "txt", "--form", "-o", "form.txt"]);
    let written = std::fs::read_to_string(home.path("form.txt")).expect("a text");
    assert!(written.contains("=== Question 1 (524 of 500 words, 24 too many) ==="), "{written}");
    assert_eq!(home.run(&["export", "s.rostrum", "--to", "md", "--form", "-o", "f"]).code, 2);
}

#[cfg(unix)]
#[test]
fn a_run_that_is_interrupted_leaves_no_half_of_a_file() {
    let home = statement();
    let text = "We say yes, and again. ".repeat(8_000);
    home.run_with(&["write", "s.rostrum", "--section", "question-1"], &text);
    // At any moment: before it reads, while it lays out, while it writes.
    for moment in [0, 40, 160, 640] {
        let out = home.folder(&format!("out-{moment}"));
        let mut run = home.started(&["export", "s.rostrum", "--to", "pdf,docx", "-o", &out]);
        std::thread::sleep(std::time::Duration::from_millis(moment));
        let id = run.id().to_string();
        let told = std::process::Command::new("kill").args(["-INT", &id]).status();
        assert!(told.is_ok_and(|told| told.success()), "the interrupt reaches it");
        let ended = run.wait().expect("it ends");
        let files: Vec<_> = std::fs::read_dir(&out).expect("the folder").flatten().collect();
        for file in &files {
            let name = file.file_name().to_string_lossy().into_owned();
            let bytes = std::fs::read(file.path()).expect("a file");
            let whole = match name.rsplit('.').next() {
                Some("pdf") => bytes.trim_ascii_end().ends_with(b"%%EOF"),
                Some("docx") => bytes.windows(4).any(|four| four == b"PK\x05\x06"),
                _ => false,
            };
            assert!(whole, "{name} after {moment} ms");
        }
        assert!(ended.success() == (files.len() == 2), "{ended} with {} files", files.len());
    }
}
