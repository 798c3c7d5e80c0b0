//! The PDF: what it keeps to, how it reads, what stands in its way.

use rostrum_core::finding::Severity;
use rostrum_core::model::call::{NotesPlace, Paper};
use rostrum_core::model::document::{Content, CoverLine, Inline, Marks};
use rostrum_core::render::Layout;
use rostrum_pages::{Standard, look_over};
use rostrum_tests::everything::everything;
use rostrum_tests::{peers, pictures, sample};

use super::{block, document, fonts, paragraph, pdf_of, read};

/// Rules of outloud that guess: ruled lines without a table (the rule under the cover), the
/// order in which notes are painted, and a note that it takes for a footer.
const GUESSES: [&str; 4] = ["TBL-014", "ORD-001", "ART-", "SEM-"];

#[test]
fn every_layout_is_a_pdf_for_archives_and_for_screen_readers() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut files = Vec::new();
    let all = everything();
    let example = sample::sample();
    for (name, composed) in [
        ("prose", all.composed(Layout::Prose)),
        ("table", all.composed(Layout::Table)),
        ("example", example.composed(Layout::Prose)),
    ] {
        let pdf = pdf_of(&composed.document);
        assert_eq!(pdf.standard, Standard::Strict, "{name}: {:?}", pdf.findings);
        let file = folder.path().join(format!("{name}.pdf"));
        std::fs::write(&file, &pdf.bytes).expect("written");
        files.push(file);
    }
    for file in &files {
        if let Some(mut qpdf) = peers::program("qpdf") {
            peers::output(qpdf.arg("--check").arg(file));
        }
    }
    if let Some(mut pdfinfo) = peers::program("pdfinfo") {
        let told = peers::output(pdfinfo.arg(&files[0]));
        for line in ["Tagged:          yes", "Creator:         Rostrum"] {
            assert!(told.contains(line), "{line} is missing in\n{told}");
        }
        assert!(told.contains("Comments of the Example Network & friends"), "{told}");
        assert!(told.contains("1980"), "a text that may change has no day: {told}");
    }
    if let Some(mut outloud) = peers::python("outloud") {
        let done = outloud.args(&files).args(["--json", "-"]).output().expect("it starts");
        let told = String::from_utf8_lossy(&done.stdout);
        let report: serde_json::Value = serde_json::from_str(&told).expect("a report");
        let found = findings(&report);
        let (mut errors, mut warnings) = (Vec::new(), Vec::new());
        for finding in found {
            let rule = finding["rule"].as_str().unwrap_or_default();
            match finding["severity"].as_str() {
                Some("error") => errors.push(finding),
                Some("warning") if !GUESSES.iter().any(|guess| rule.starts_with(guess)) => {
                    warnings.push(finding);
                }
                _ => {}
            }
        }
        assert!(done.status.success() && errors.is_empty(), "{errors:#?}");
        assert!(warnings.is_empty(), "{warnings:#?}");
    }
}

/// Returns everything in a report that has a rule and a severity.
fn findings(report: &serde_json::Value) -> Vec<&serde_json::Value> {
    match report {
        serde_json::Value::Object(fields) => {
            let own =
                (fields.contains_key("rule") && fields.contains_key("severity")).then_some(report);
            own.into_iter().chain(fields.values().flat_map(findings)).collect()
        }
        serde_json::Value::Array(values) => values.iter().flat_map(findings).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn goldens_of_the_text_in_the_order_a_reader_gets_it() {
    let all = everything();
    for (name, layout) in [("prose_pdf", Layout::Prose), ("table_pdf", Layout::Table)] {
        let pdf = pdf_of(&all.composed(layout).document);
        let Some(text) = read(&pdf.bytes, "-raw") else { return };
        let text: Vec<&str> = text.lines().map(str::trim_end).collect();
        insta::with_settings!({
            snapshot_path => "../golden",
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, { insta::assert_snapshot!(name, text.join("\n").replace('\u{c}', "⌁ page\n")) });
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let all = everything().composed(Layout::Prose).document;
    let first = pdf_of(&all);
    pdf_of(&document(&["Something else in between."]));
    assert_eq!(first, pdf_of(&all));
}

#[test]
fn a_frozen_version_carries_its_day() {
    let pdf = rostrum_pages::pdf(
        &document(&["Words."]),
        &pictures::bytes(),
        fonts(),
        Some((2026, 11, 22)),
    );
    let bytes = pdf.expect("written").bytes;
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.contains("2026-11-22") && !text.contains("1980"));
}

#[test]
fn words_that_look_like_mark_up_are_words() {
    let words =
        r#"#panic("x") *not bold* $x^2$ _y_ @ref <label> // note \u{41} #eval("1+1") --- ~ ""#;
    let pdf = pdf_of(&document(&[words]));
    assert_eq!(pdf.standard, Standard::Strict);
    if let Some(text) = read(&pdf.bytes, "-raw") {
        assert!(text.contains(words), "{text}");
    }
}

#[test]
fn characters_without_a_font_are_named_and_the_file_is_an_ordinary_one() {
    let mut with = document(&["Fine words.", "A smile 🙂 and ไทย.", "A private \u{E001}."]);
    with.blocks[1].section = Some("Summary".into());
    let pdf = pdf_of(&with);
    assert_eq!(pdf.standard, Standard::Tagged);
    let told: Vec<(&str, &str)> =
        pdf.findings.iter().map(|f| (f.code.as_str(), f.variant.as_str())).collect();
    assert_eq!(
        told,
        [("D201", "characters"), ("D201", "private"), ("D204", "characters")],
        "{:?}",
        pdf.findings
    );
    let first = &pdf.findings[0];
    assert_eq!(first.severity, Severity::Error);
    assert_eq!(first.place.section.as_deref(), Some("Summary"));
    assert!(first.message.contains("🙂 (U+1F642)"), "{}", first.message);
    if let Some(text) = read(&pdf.bytes, "-raw") {
        assert!(text.contains("Fine words."), "{text}");
    }
}

#[test]
fn a_picture_that_nobody_described_makes_an_ordinary_file_and_is_named() {
    let picture = |alt: &str| Content::Picture {
        picture: pictures::picture("chart.png"),
        alt: alt.into(),
        caption: vec![Inline::plain("Reports each year")],
        indented: false,
    };
    let mut with = document(&["Fine words."]);
    with.blocks.push(block(12, picture("Columns of five years")));
    let pdf = pdf_of(&with);
    assert_eq!((pdf.standard, pdf.findings), (Standard::Strict, vec![]));
    with.blocks.push(block(40, picture(" ")));
    let pdf = pdf_of(&with);
    assert_eq!(pdf.standard, Standard::Tagged);
    let told: Vec<(&str, &str)> =
        pdf.findings.iter().map(|f| (f.code.as_str(), f.variant.as_str())).collect();
    assert_eq!(told, [("D206", "name"), ("D204", "picture")]);
    assert_eq!(pdf.findings[0].params["picture"], "chart.png");
}

#[test]
fn a_picture_that_is_damaged_or_not_there_is_shown_in_words() {
    let own = pictures::picture("chart.png");
    let mut with = document(&["Fine words."]);
    with.blocks.push(block(
        12,
        Content::Picture {
            picture: own.clone(),
            alt: "Columns of five years".into(),
            caption: vec![Inline::plain("Reports each year")],
            indented: false,
        },
    ));
    let whole = pictures::bytes();
    let half: std::sync::Arc<[u8]> = whole[&own.sha256][..200].into();
    let damaged = [(own.sha256, half)].into();
    for bytes in [rostrum_core::model::PictureBytes::new(), damaged] {
        let pdf = rostrum_pages::pdf(&with, &bytes, fonts(), None).expect("written");
        assert_eq!(pdf.standard, Standard::Strict);
        if let Some(text) = read(&pdf.bytes, "-raw") {
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let wanted = "[Picture: Columns of five years] Reports each year";
            assert!(words.contains(wanted), "{words}");
        }
    }
}

#[test]
fn chinese_needs_a_font_of_the_machine_and_says_so_without_one() {
    let mut chinese = document(&["联合国信息和通信技术安全问题。"]);
    chinese.title = "对零草案的意见".into();
    let told = look_over(&chinese, fonts());
    assert!(told.iter().any(|f| f.variant == "chinese" && f.hint.contains("Noto Sans CJK")));
    assert!(rostrum_pages::wants_chinese(&chinese));
    assert!(!rostrum_pages::wants_chinese(&document(&["Ελληνικά, русский, عربي"])));
    let with = rostrum_kit::fonts::fonts(true);
    let pdf = rostrum_pages::pdf(&chinese, &pictures::bytes(), with, None).expect("written");
    if with.covers('联') {
        assert_eq!(pdf.standard, Standard::Strict, "{:?}", pdf.findings);
        if let Some(text) = read(&pdf.bytes, "-raw") {
            assert!(text.contains("联合国信息"), "{text}");
        }
        set_in_chinese_letters(&pdf.bytes);
    } else {
        assert_eq!(pdf.standard, Standard::Tagged);
    }
}

/// A font for all of East Asia shows Chinese in the letters of China, and bold ones as bold.
fn set_in_chinese_letters(pdf: &[u8]) {
    let Some(mut pdffonts) = peers::program("pdffonts") else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("chinese.pdf");
    std::fs::write(&file, pdf).expect("written");
    let told = peers::output(pdffonts.arg(&file));
    if told.contains("CJK") {
        assert!(told.contains("CJKsc-Regular") && told.contains("CJKsc-Bold"), "{told}");
        assert!(!told.contains("CJKjp"), "{told}");
    }
}

#[test]
fn a_heading_that_skips_a_level_is_told_to_screen_readers_without_the_gap() {
    let heading =
        |level, text: &str| block(0, Content::Heading { level, text: vec![Inline::plain(text)] });
    let mut skips = document(&[]);
    skips.blocks =
        vec![heading(2, "Two"), heading(4, "Four"), heading(2, "Again"), paragraph(9, "Words.")];
    let pdf = pdf_of(&skips);
    assert_eq!(pdf.standard, Standard::Strict, "{:?}", pdf.findings);
    let told: Vec<&str> = pdf.findings.iter().map(|f| f.params["told"].as_str()).collect();
    assert_eq!(told, ["1", "2", "1"], "{:?}", pdf.findings);
}

#[test]
fn a_statement_without_a_title_is_named_by_what_it_is_about() {
    let mut untitled = document(&["Words."]);
    untitled.title.clear();
    untitled.subject = "Zero draft".into();
    let pdf = pdf_of(&untitled);
    assert_eq!((pdf.standard, pdf.findings[0].code.as_str()), (Standard::Strict, "D203"));
    untitled = rostrum_core::model::Document::default();
    assert_eq!(pdf_of(&untitled).standard, Standard::Strict, "an empty document is one, too");
}

#[test]
fn arabic_runs_from_right_to_left_with_what_it_names_in_its_place() {
    let mut arabic = document(&["ترحب المنظمة بمشروع التقرير A/AC.292/2025.", "An English line."]);
    arabic.language = "ar".into();
    arabic.cover = vec![CoverLine { label: "الجهة".into(), value: "مختبر".into() }];
    let pdf = pdf_of(&arabic);
    assert_eq!(pdf.standard, Standard::Strict, "{:?}", pdf.findings);
    let Some(text) = read(&pdf.bytes, "-layout") else { return };
    assert!(text.contains("ترحب المنظمة بمشروع التقرير"), "{text}");
    assert!(text.contains("A/AC.292/2025"), "{text}");
    let indent = |words: &str| {
        let line = text.lines().find(|line| line.contains(words)).expect(words);
        line.chars().take_while(|c| !c.is_alphabetic()).filter(|c| *c == ' ').count()
    };
    assert!(indent("ترحب") > 5, "it stands at the right:\n{text}");
    assert_eq!(indent("English"), 0, "a line of Latin letters runs its own way:\n{text}");
}

#[test]
fn a_link_leads_to_the_web_or_to_a_letter_and_nowhere_else() {
    let link = |url: &str| Inline::Link { url: url.into(), text: vec![Inline::plain("here")] };
    let mut linked = document(&[]);
    linked.blocks = vec![block(
        0,
        Content::Paragraph {
            number: None,
            quoted: false,
            text: vec![
                link("https://example.org/a"),
                link("javascript:alert(1)"),
                link("file:///x"),
            ],
        },
    )];
    let bytes = pdf_of(&linked).bytes;
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.contains("https://example.org/a"));
    assert!(!text.contains("javascript") && !text.contains("file:///"));
}

#[test]
fn a_word_wider_than_its_line_does_not_run_off_the_page() {
    let word = "x".repeat(400);
    let mut wide = document(&[&word]);
    let cell = |text: &str| vec![Inline::plain(text)];
    wide.blocks.push(block(
        9,
        Content::Table {
            widths: vec![1, 9],
            rows: vec![
                vec![cell("A"), cell("B")],
                vec![cell("donaudampfschifffahrtsgesellschaft"), cell("b")],
                vec![cell("1")],
            ],
        },
    ));
    let pdf = pdf_of(&wide);
    assert_eq!(pdf.standard, Standard::Strict, "{:?}", pdf.findings);
    let Some(boxes) = read(&pdf.bytes, "-bbox") else { return };
    let edge = |name: &str| -> Vec<f64> {
        let before = format!("{name}=\"");
        let parts = boxes.split(&before).skip(1);
        parts.filter_map(|rest| rest.split('"').next()?.parse().ok()).collect()
    };
    assert!(edge("xMax").iter().all(|x| *x < 595.3 - 68.0), "{boxes}");
}

#[test]
fn what_is_put_in_and_taken_out_shows_in_the_way_of_the_call() {
    let marked = |inserted, deleted, text: &str| {
        Inline::marked(text, Marks { inserted, deleted, ..Marks::default() })
    };
    let mut shown = document(&[]);
    shown.blocks = vec![block(
        0,
        Content::Paragraph {
            number: Some(7),
            quoted: false,
            text: vec![
                Inline::plain("States "),
                marked(false, true, "should"),
                marked(true, false, " shall"),
                Inline::plain(" act."),
            ],
        },
    )];
    for (marking, expected) in [
        (rostrum_core::model::call::Marking::BoldUnderline, "States should shall act."),
        (rostrum_core::model::call::Marking::Brackets, "States [delete: should] [add: shall] act."),
    ] {
        shown.look.marking = marking;
        let Some(text) = read(&pdf_of(&shown).bytes, "-raw") else { return };
        assert!(text.contains(expected), "{text}");
        assert!(text.contains("7."), "{text}");
    }
}

#[test]
fn the_draft_with_our_changes_is_a_tagged_pdf_with_its_reasons_as_notes() {
    let all = everything();
    let changes = rostrum_core::render::tracked(&rostrum_core::render::Composition {
        statement: &all.statement,
        call: &all.call,
        drafts: &all.drafts,
        layout: Layout::Prose,
        signatories: &[],
    });
    let pdf = pdf_of(&changes.document());
    assert_eq!(pdf.standard, Standard::Strict, "{:?}", pdf.findings);
    let Some(text) = read(&pdf.bytes, "-raw") else { return };
    for words in [
        "Changes proposed by:",
        "should shall share findings with others.all who are affected.",
        "States report each year.",
        "Example Network: A duty is clearer",
        "Example Network: move after paragraph 1. It comes first.",
    ] {
        let found = text.split_whitespace().collect::<Vec<_>>().join(" ").contains(words);
        assert!(found, "{words} in {text}");
    }
}

#[test]
fn endnotes_contents_and_a_title_below_the_cover_keep_to_the_standards() {
    let mut document = everything().composed(Layout::Prose).document;
    document.look.contents = true;
    document.look.notes = NotesPlace::End;
    document.look.plain = true;
    document.look.paper = Paper::Letter;
    document.look.margin_mm = 20;
    document.look.line_spacing = 150;
    document.title_after = 1;
    let pdf = pdf_of(&document);
    assert_eq!(pdf.standard, Standard::Strict, "{:?}", pdf.findings);
    let Some(text) = read(&pdf.bytes, "-raw") else { return };
    let heading = "An own heading";
    assert_eq!(text.matches(heading).count(), 2, "listed and in its place: {text}");
    let (title, cover) = (text.find("Comments of the Example"), text.find("Organisation:"));
    assert!(cover < title, "{text}");
    let last = text.rfind("Requests").expect("the last section");
    assert!(text.rfind("A second note.") > Some(last), "{text}");
    if let Some(mut pdfinfo) = peers::program("pdfinfo") {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("x.pdf");
        std::fs::write(&file, &pdf.bytes).expect("written");
        let told = peers::output(pdfinfo.arg(&file));
        assert!(told.contains("612 x 792"), "{told}");
    }
}
