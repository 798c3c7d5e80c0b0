//! Pages as the window and the command line ask for them.

use rostrum_kit::Code;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{
    Channel, ChannelRequest, ExportRequest, ExportStyle, FreezeRequest, HandOverRequest, Preview,
    PreviewPageRequest, PreviewPlace, PreviewRequest, PreviewTouchRequest, SectionRequest,
};
use rostrum_tests::machine;
use tempfile::TempDir;

struct Machine {
    folder: TempDir,
    desk: Desk,
    file: String,
}

impl Machine {
    /// A desk with one statement, which answers a call that takes PDF.
    fn new() -> Self {
        let folder = TempDir::new().expect("a folder for the test");
        let desk = machine::desk(folder.path(), env!("CARGO_BIN_EXE_import-worker"));
        let file = folder.path().join("s.rostrum").to_string_lossy().into_owned();
        machine::statement(&desk, &file);
        Self { folder, desk, file }
    }

    fn write(&self, section: &str, text: &str) -> String {
        let request =
            SectionRequest { file: self.file.clone(), section: section.into(), text: text.into() };
        self.desk.section_write(request).expect("written").statement.body
    }

    fn preview(&self, version: &str) -> Preview {
        let request = PreviewRequest {
            file: self.file.clone(),
            version: version.into(),
            ..PreviewRequest::default()
        };
        self.desk.preview(request).expect("laid out")
    }
}

#[test]
fn a_pdf_is_exported_with_the_number_of_its_pages() {
    let machine = Machine::new();
    machine.write("summary", "We welcome the draft.");
    let out = machine.folder.path().join("out.pdf");
    let exported = machine
        .desk
        .export(ExportRequest {
            file: machine.file.clone(),
            format: "pdf".into(),
            layout: "table".into(),
            out: out.to_string_lossy().into_owned(),
        })
        .expect("exported");
    let bytes = std::fs::read(out).expect("the file");
    assert!(bytes.starts_with(b"%PDF-1.7"));
    assert_eq!((exported.bytes as usize, exported.pages), (bytes.len(), Some(1)));
}

#[test]
fn the_preview_leads_from_the_text_to_the_page_and_back() {
    let machine = Machine::new();
    let text = "We welcome № the draft.\n\nHospitals **come first**, and schools come second.\n\n- one\n- two";
    let body = machine.write("summary", text);
    let preview = machine.preview("");
    assert_eq!(preview.pages.len(), 1);
    assert!(!preview.overtaken && preview.findings.is_empty(), "{:?}", preview.findings);
    let units: Vec<u16> = body.encode_utf16().collect();
    let at = |at: u32| String::from_utf16_lossy(&units[at as usize..]);
    let pieces: Vec<String> = preview
        .places
        .iter()
        .filter(|place| place.origin.part == "body")
        .map(|place| at(place.origin.at).lines().next().unwrap_or_default().to_owned())
        .collect();
    for piece in ["We welcome № the draft.", "Hospitals **come first**, and schools come second."]
    {
        assert!(pieces.iter().any(|found| found == piece), "{piece} in {pieces:?}");
    }
    let hospitals = preview.places.iter().find(|p| at(p.origin.at).starts_with("Hospitals"));
    let y = hospitals.expect("its place").y;
    let touch = |x: f64| {
        let request = PreviewTouchRequest { file: machine.file.clone(), page: 1, x, y: y + 6.0 };
        machine.desk.preview_touch(request).expect("words")
    };
    assert!(at(touch(74.0).at).starts_with("Hospitals"));
    let later = at(touch(230.0).at);
    let words = later.lines().next().unwrap_or_default();
    assert!(words.len() < 40 && words.ends_with("second."), "{later}");
    let title = preview.places.iter().find(|place| place.origin.part == "title");
    assert_eq!(title.expect("the title").page, 1);
}

#[test]
fn the_pages_follow_what_is_chosen_for_the_files_and_count_as_the_pdf_does() {
    let machine = Machine::new();
    machine.write("summary", "We welcome the draft.[^1]\n\n[^1]: As said in 2024.");
    let shown = |layout: &str, footnotes: &str, contents: &str| {
        machine.desk.preview(PreviewRequest {
            file: machine.file.clone(),
            layout: layout.into(),
            footnotes: footnotes.into(),
            contents: contents.into(),
            ..PreviewRequest::default()
        })
    };
    let height = |preview: &Preview| {
        let body = |place: &&PreviewPlace| place.origin.part == "body";
        preview.places.iter().find(body).map(|place| (place.page, place.y))
    };
    let usual = shown("", "", "").expect("laid out");
    let with = shown("prose", "", "with").expect("laid out");
    assert!(height(&with) > height(&usual), "the contents stand before the text");
    let end = shown("prose", "end", "").expect("laid out");
    assert_ne!(end.pages, usual.pages, "the note went to the end");
    for (footnotes, contents) in [("", "with"), ("end", ""), ("foot", "without")] {
        let preview = shown("prose", footnotes, contents).expect("laid out");
        let style = ExportStyle {
            footnotes: footnotes.into(),
            contents: contents.into(),
            ..ExportStyle::default()
        };
        let request = ExportRequest {
            file: machine.file.clone(),
            format: "pdf".into(),
            layout: "prose".into(),
            out: machine.folder.path().join("chosen.pdf").to_string_lossy().into_owned(),
        };
        let written = machine.desk.export_as(&request, &style).expect("written");
        let count = preview.pages.len() as u32;
        assert_eq!((written.pages, preview.counted), (Some(count), count));
    }
    let refused = |layout, footnotes| shown(layout, footnotes, "").err().map(|f| f.code);
    assert_eq!(refused("prose", "margin"), Some(Code::ValueRefused));
    assert_eq!(refused("tracked", ""), Some(Code::ValueRefused), "there is no draft to change");
}

#[test]
fn a_page_that_has_not_changed_keeps_its_key() {
    let machine = Machine::new();
    machine.write("summary", &"Many words fill the first page of this statement. ".repeat(120));
    let before = machine.preview("");
    assert!(before.pages.len() > 1);
    machine.write(
        "summary",
        &("Many words fill the first page of this statement. ".repeat(120) + "End."),
    );
    let after = machine.preview("");
    assert_eq!(before.pages[0].key, after.pages[0].key);
    assert_ne!(before.pages.last(), after.pages.last());
    let page = |page| {
        let request = PreviewPageRequest { file: machine.file.clone(), page };
        machine.desk.preview_page(request).expect("an answer")
    };
    let first = page(1);
    assert!(first.svg.starts_with("<svg") && first.key == after.pages[0].key);
    assert!(page(0).svg.is_empty() && page(99).svg.is_empty());
}

#[test]
fn a_request_that_came_later_is_answered_first() {
    let machine = Machine::new();
    machine.write("summary", &"Words for some pages of text. ".repeat(600));
    let answers = std::thread::scope(|scope| {
        let started: Vec<_> = (0..8).map(|_| scope.spawn(|| machine.preview(""))).collect();
        started.into_iter().map(|one| one.join().expect("answered")).collect::<Vec<_>>()
    });
    let (late, answered): (Vec<_>, Vec<_>) = answers.into_iter().partition(|a| a.overtaken);
    assert!(!answered.is_empty() && answered.iter().all(|a| !a.pages.is_empty()));
    assert!(late.iter().all(|a| a.pages.is_empty()));
}

#[test]
fn a_frozen_version_is_shown_as_it_was_and_handed_over_as_pdf_where_the_call_takes_that() {
    let machine = Machine::new();
    machine.write("summary", "The frozen words.");
    let freeze = FreezeRequest { file: machine.file.clone(), name: "one".into() };
    machine.desk.version_create(freeze).expect("frozen");
    machine.write("summary", &"The later words. ".repeat(900));
    assert_eq!(machine.preview("one").pages.len(), 1);
    assert!(machine.preview("").pages.len() > 1);
    let missing = machine.desk.preview(PreviewRequest {
        file: machine.file.clone(),
        version: "two".into(),
        ..PreviewRequest::default()
    });
    assert_eq!(missing.err().map(|failure| failure.code), Some(Code::NotFound));
    let folder = machine.folder.path().join("sent");
    std::fs::create_dir(&folder).expect("a folder");
    machine
        .desk
        .channel_save(ChannelRequest {
            channel: Channel {
                id: "folder".into(),
                kind: "folder".into(),
                name: "A folder".into(),
                address: folder.to_string_lossy().into_owned(),
                ..Channel::default()
            },
            secret: String::new(),
        })
        .expect("a way to hand over");
    let plan = machine
        .desk
        .hand_over_plan(HandOverRequest {
            file: machine.file.clone(),
            version: "one".into(),
            channel: "folder".into(),
            job: String::new(),
        })
        .expect("a plan");
    let names: Vec<&str> = plan.documents.iter().map(|file| file.name.as_str()).collect();
    let pdf = |name: &str| std::path::Path::new(name).extension().is_some_and(|end| end == "pdf");
    assert!(names.iter().any(|name| pdf(name)), "{names:?}");
}
