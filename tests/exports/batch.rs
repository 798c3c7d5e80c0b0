//! Several formats into one folder.

use std::sync::{Arc, Mutex, OnceLock};

use rostrum_kit::Code;
use rostrum_kit::desk::wire::{
    CancelRequest, ExportAllRequest, ExportPlanRequest, ExportRequest, ExportStyle,
};
use rostrum_kit::desk::{Desk, Events};

use super::Work;

fn request(work: &Work, formats: &[&str], layout: &str) -> ExportAllRequest {
    ExportAllRequest {
        file: work.file.clone(),
        formats: formats.iter().map(|format| (*format).to_owned()).collect(),
        layout: layout.into(),
        folder: work.path("out"),
        style: ExportStyle::default(),
        job: "export".into(),
    }
}

#[test]
fn every_format_lies_in_the_folder_under_the_name_of_the_calls_pattern() {
    let work = Work::new();
    let all = work.desk.export_all(request(&work, &["all"], "prose")).expect("written");
    assert!(all.failures.is_empty(), "{:?}", all.failures);
    let names = work.names("out");
    assert_eq!(
        names,
        [
            "Example_Lab_Comments_2026.docx",
            "Example_Lab_Comments_2026.html",
            "Example_Lab_Comments_2026.json",
            "Example_Lab_Comments_2026.md",
            "Example_Lab_Comments_2026.pdf",
            "Example_Lab_Comments_2026.txt",
            "Example_Lab_Comments_2026_comments.csv",
            "Example_Lab_Comments_2026_comments.xlsx",
            "Example_Lab_Comments_2026_form.txt",
        ]
    );
    for one in &all.files {
        let bytes = std::fs::metadata(&one.exported.file).expect("the file").len();
        assert_eq!(u64::from(one.exported.bytes), bytes, "{}", one.format);
    }
}

#[test]
fn what_is_written_together_has_the_bytes_of_what_is_written_alone() {
    let work = Work::new();
    let all = work.desk.export_all(request(&work, &["all"], "table")).expect("written");
    for one in &all.files {
        let laid = ["docx", "pdf", "html", "md", "txt"].contains(&one.format.as_str());
        let alone = work
            .desk
            .export(ExportRequest {
                file: work.file.clone(),
                format: one.format.clone(),
                layout: if laid { "table" } else { "prose" }.into(),
                out: work.path("alone"),
            })
            .expect("written");
        assert_eq!(alone.sha256, one.exported.sha256, "{}", one.format);
    }
}

#[test]
fn a_plan_names_the_files_says_which_would_be_replaced_and_writes_nothing() {
    let work = Work::new();
    let ask = || {
        let request = ExportPlanRequest {
            file: work.file.clone(),
            layout: "prose".into(),
            folder: work.path("out"),
        };
        work.desk.export_plan(request).expect("a plan")
    };
    let plan = ask();
    assert!(work.names("out").is_empty() && plan.files.iter().all(|file| !file.exists));
    assert!(plan.stated, "this call states its files");
    let allowed: Vec<&str> =
        plan.files.iter().filter(|file| file.allowed).map(|file| file.format.as_str()).collect();
    assert_eq!(allowed, ["docx", "pdf"]);
    assert!(plan.files[..2].iter().all(|file| file.allowed), "they come first");
    work.desk.export_all(request(&work, &["docx"], "prose")).expect("written");
    let there: Vec<String> =
        ask().files.into_iter().filter(|file| file.exists).map(|file| file.format).collect();
    assert_eq!(there, ["docx"]);
    work.write("A picture 👩‍🚀 of no font \u{e000}.");
    let pdf = ask().files.into_iter().find(|file| file.format == "pdf").expect("pdf");
    assert!(!pdf.findings.is_empty(), "what the PDF would miss is told before it is written");
}

/// Cancels the work as soon as it tells of itself.
#[derive(Default)]
struct Impatient {
    desk: OnceLock<std::sync::Weak<Desk>>,
    heard: Mutex<Vec<String>>,
}

impl Events for Impatient {
    fn progress(&self, job: &str, stage: &str, _: u32, _: u32) {
        self.heard.lock().expect("a list").push(stage.to_owned());
        if let Some(desk) = self.desk.get().and_then(std::sync::Weak::upgrade) {
            desk.cancel(CancelRequest { job: job.to_owned() }).expect("asked to stop");
        }
    }

    fn changed(&self, _: &str, _: &str) {}
}

#[test]
fn cancelling_leaves_nothing_behind() {
    let events = Arc::new(Impatient::default());
    let heard = Arc::clone(&events);
    let Work { folder, desk, file } = Work::heard_by(|_| events);
    let desk = Arc::new(desk);
    assert!(heard.desk.set(Arc::downgrade(&desk)).is_ok());
    let out = folder.path().join("out");
    let request = ExportAllRequest {
        file,
        formats: vec!["all".into()],
        folder: out.to_string_lossy().into_owned(),
        job: "export".into(),
        ..ExportAllRequest::default()
    };
    let failure = desk.export_all(request).expect_err("it was cancelled");
    assert_eq!(failure.code, Code::Cancelled);
    assert_eq!(*heard.heard.lock().expect("a list"), ["docx"], "told by format, then stopped");
    assert!(!out.exists(), "not even the folder");
}

#[test]
fn a_folder_that_cannot_be_and_a_format_that_is_none_are_told_by_name() {
    let work = Work::new();
    std::fs::write(work.path("out"), "a file").expect("a file in the way");
    let failure = work.desk.export_all(request(&work, &["md"], "prose")).expect_err("in the way");
    assert!(failure.to_string().contains(&work.path("out")), "{failure}");
    let failure = work.desk.export_all(request(&work, &["doc"], "prose")).expect_err("no format");
    assert_eq!(failure.code, Code::ValueRefused);
    assert!(failure.detail.contains("docx"), "{failure}");
}

#[test]
fn a_format_that_fails_keeps_none_of_the_others_back() {
    let work = Work::new();
    std::fs::create_dir_all(work.path("out/Example_Lab_Comments_2026.md")).expect("in the way");
    let all = work.desk.export_all(request(&work, &["md", "html"], "prose")).expect("some");
    assert_eq!(all.files.len(), 1);
    assert_eq!(all.files[0].format, "html");
    assert_eq!(all.failures[0].format, "md");
    let named = &all.failures[0].failure;
    assert!(named.attempt.contains("Example_Lab_Comments_2026.md"), "{named}");
    assert_eq!(work.names("out").len(), 2, "no half of a file: {:?}", work.names("out"));
}
