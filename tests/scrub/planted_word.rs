//! A Word file with one of each kind of thing in it.

use std::io::{Cursor, Read as _};

use rostrum_core::finding::Severity;
use rostrum_core::scrub::{Choices, Hindrance, Kind, Removal, ScrubError, clean, report};
use rostrum_tests::packages::zip;

use super::{cleaned, everything_goes, of};

const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" \
    xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\" \
    xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
    xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const BY: &str = "w:id=\"7\" w:author=\"Partner one\" w:date=\"2026-11-20T09:00:00Z\"";

fn relations(list: &[(&str, &str, &str)]) -> String {
    let all: String = list
        .iter()
        .map(|(id, kind, target)| {
            let outside = target.starts_with("file:") || target.starts_with("http");
            let mode = if outside { " TargetMode=\"External\"" } else { "" };
            format!(
                "<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"{mode}/>"
            )
        })
        .collect();
    format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{all}</Relationships>"
    )
}

/// A JPEG of one grey point that says where it was taken and by whom.
pub(crate) fn photograph() -> Vec<u8> {
    let mut tiff = b"MM\0*\0\0\0\x08\0\x02".to_vec();
    tiff.extend_from_slice(&[0x01, 0x3B, 0, 2, 0, 0, 0, 12, 0, 0, 0, 40]);
    tiff.extend_from_slice(&[0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 52]);
    tiff.resize(40, 0);
    tiff.extend_from_slice(b"Partner one\0\0\0\0\0");
    let mut out = b"\xFF\xD8\xFF\xE1".to_vec();
    out.extend_from_slice(&(tiff.len() as u16 + 8).to_be_bytes());
    out.extend_from_slice(b"Exif\0\0");
    out.extend_from_slice(&tiff);
    out.extend_from_slice(b"\xFF\xDB\0\x43\0");
    out.extend_from_slice(&[1; 64]);
    out.extend_from_slice(b"\xFF\xC0\0\x0B\x08\0\x01\0\x01\x01\x01\x11\0");
    for class in [0x00, 0x10] {
        out.extend_from_slice(&[0xFF, 0xC4, 0, 0x14, class, 1]);
        out.extend_from_slice(&[0; 16]);
    }
    out.extend_from_slice(b"\xFF\xDA\0\x08\x01\x01\0\0\x3F\0\x3F\xFF\xD9");
    out
}

fn parts() -> Vec<(&'static str, Vec<u8>)> {
    let document = format!(
        "<w:document {SPACES}><w:body>\
         <w:p w:rsidR=\"00AB12CD\" w:rsidRDefault=\"00EF3456\"><w:bookmarkStart w:id=\"1\" w:name=\"Anns_part\"/><w:bookmarkEnd w:id=\"1\"/>\
         <w:r><w:t xml:space=\"preserve\">States met </w:t></w:r>\
         <w:del {BY}><w:r><w:delText xml:space=\"preserve\">in secret </w:delText></w:r></w:del>\
         <w:ins {BY}><w:r><w:t>in public</w:t></w:r></w:ins>\
         <w:r><w:rPr><w:b/><w:rPrChange {BY}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>.</w:t></w:r></w:p>\
         <w:p><w:commentRangeStart w:id=\"0\"/><w:r><w:t>They agreed.</w:t></w:r><w:commentRangeEnd w:id=\"0\"/>\
         <w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr><w:commentReference w:id=\"0\"/></w:r>\
         <w:r><w:rPr><w:vanish/></w:rPr><w:t>our real aim</w:t></w:r>\
         <w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>white words</w:t></w:r></w:p>\
         <w:p><w:hyperlink r:id=\"rLink\"><w:r><w:t>the plan</w:t></w:r></w:hyperlink>\
         <w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"Picture 1\" descr=\"C:\\Users\\other\\logo.jpg\"/>\
         <a:graphic><a:graphicData uri=\"u\"><pic:pic><pic:blipFill><a:blip r:embed=\"rPic\" r:link=\"rPicLink\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>\
         <w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> LINK Excel.Sheet \"D:\\\\money\\\\plan.xlsx\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>\
         <w:p><w:permStart w:id=\"5\" w:ed=\"other@example.org\"/><w:r><w:t>The end.</w:t></w:r><w:permEnd w:id=\"5\"/></w:p>\
         <w:sectPr><w:printerSettings r:id=\"rPrint\"/></w:sectPr></w:body></w:document>"
    );
    let settings = format!(
        "<w:settings {SPACES}><w:attachedTemplate r:id=\"rTemplate\"/><w:rsids><w:rsidRoot w:val=\"00AB12CD\"/><w:rsid w:val=\"00999999\"/></w:rsids>\
         <w:docVars><w:docVar w:name=\"Client\" w:val=\"Harbour Board\"/></w:docVars><w15:docId w15:val=\"{{11111111-2222-3333-4444-555555555555}}\"/></w:settings>"
    );
    let comments = format!(
        "<w:comments {SPACES}><w:comment w:id=\"0\" w:author=\"Partner two\" w:date=\"2026-11-20T10:00:00Z\" w:initials=\"BO\"><w:p><w:r><w:t>Is this so?</w:t></w:r></w:p></w:comment></w:comments>"
    );
    let people = format!(
        "<w15:people {SPACES}><w15:person w15:author=\"Partner one\"><w15:presenceInfo w15:providerId=\"AD\" w15:userId=\"S::ann@example.org::1\"/></w15:person></w15:people>"
    );
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"jpg\" ContentType=\"image/jpeg\"/><Default Extension=\"bin\" ContentType=\"x/x\"/>\
        <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/><Override PartName=\"/word/comments.xml\" ContentType=\"c\"/><Override PartName=\"/docProps/custom.xml\" ContentType=\"p\"/></Types>";
    let core = "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\" xmlns:dcterms=\"t\"><dc:title>A study</dc:title><dc:creator>Partner one</dc:creator><cp:lastModifiedBy>Partner two</cp:lastModifiedBy><cp:revision>42</cp:revision><dcterms:created>2026-11-01T09:00:00Z</dcterms:created><cp:lastPrinted>2026-11-02T09:00:00Z</cp:lastPrinted><dc:description>for the board only</dc:description></cp:coreProperties>";
    let app = "<Properties xmlns=\"e\"><Template>C:\\Templates\\Board.dotx</Template><TotalTime>321</TotalTime><Company>Harbour Board</Company><Manager>Partner ten</Manager><Application>Microsoft Office Word</Application><AppVersion>16.0000</AppVersion></Properties>";
    let custom = "<Properties xmlns=\"e\" xmlns:vt=\"v\"><property fmtid=\"f\" pid=\"2\" name=\"ClientNumber\"><vt:lpwstr>4711</vt:lpwstr></property></Properties>";
    let mut printer: Vec<u8> = "Third floor".encode_utf16().flat_map(u16::to_le_bytes).collect();
    printer.resize(64, 0);
    let text = |text: &str| text.as_bytes().to_vec();
    vec![
        ("[Content_Types].xml", text(types)),
        (
            "_rels/.rels",
            relations(&[
                ("r1", "officeDocument", "word/document.xml"),
                ("r2", "core-properties", "docProps/core.xml"),
                ("r3", "extended-properties", "docProps/app.xml"),
                ("r4", "custom-properties", "docProps/custom.xml"),
                ("r5", "thumbnail", "docProps/thumbnail.jpeg"),
            ])
            .into_bytes(),
        ),
        ("docProps/core.xml", text(core)),
        ("docProps/app.xml", text(app)),
        ("docProps/custom.xml", text(custom)),
        ("docProps/thumbnail.jpeg", b"\xFF\xD8\xFF\xDA\x00\x02".to_vec()),
        ("word/document.xml", document.into_bytes()),
        (
            "word/_rels/document.xml.rels",
            relations(&[
                ("rComments", "comments", "comments.xml"),
                ("rPeople", "people", "people.xml"),
                ("rSettings", "settings", "settings.xml"),
                ("rData", "customXml", "../customXml/item1.xml"),
                ("rPic", "image", "media/image1.jpg"),
                ("rPicLink", "image", "file:///C:/Users/other/logo.jpg"),
                ("rLink", "hyperlink", "file:///D:/money/plan.docx"),
                ("rPrint", "printerSettings", "printerSettings1.bin"),
                ("rMacro", "vbaProject", "vbaProject.bin"),
                ("rOle", "oleObject", "embeddings/oleObject1.bin"),
            ])
            .into_bytes(),
        ),
        ("word/comments.xml", comments.into_bytes()),
        ("word/people.xml", people.into_bytes()),
        ("word/settings.xml", settings.into_bytes()),
        (
            "word/_rels/settings.xml.rels",
            relations(&[("rTemplate", "attachedTemplate", "file:///C:/Templates/Board.dotx")])
                .into_bytes(),
        ),
        ("word/media/image1.jpg", photograph()),
        ("word/printerSettings1.bin", printer),
        ("word/vbaProject.bin", b"macro".to_vec()),
        ("word/embeddings/oleObject1.bin", b"ole".to_vec()),
        ("customXml/item1.xml", text("<matter><number>4711</number></matter>")),
        ("[trash]/0000.dat", b"old words".to_vec()),
    ]
}

pub(crate) fn word_file() -> Vec<u8> {
    zip(&parts())
}

fn part(bytes: &[u8], name: &str) -> Option<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut part = archive.by_name(name).ok()?;
    let mut text = Vec::new();
    part.read_to_end(&mut text).expect("a part");
    Some(String::from_utf8_lossy(&text).into_owned())
}

#[test]
fn each_kind_of_thing_in_a_word_file_is_found_with_its_words() {
    let report = report(&word_file(), "study.docx", &Choices::default()).expect("a report");
    assert_eq!(report.hindrance, Hindrance::None);
    let expected = [
        (Kind::Author, "Partner one", Removal::Always),
        (Kind::SavedBy, "Partner two", Removal::Always),
        (Kind::Company, "Harbour Board", Removal::Always),
        (Kind::Manager, "Partner ten", Removal::Always),
        (Kind::Program, "Microsoft Office Word", Removal::Always),
        (Kind::Dates, "made 2026-11-01T09:00:00Z", Removal::Always),
        (Kind::Dates, "printed 2026-11-02T09:00:00Z", Removal::Always),
        (Kind::Dates, "saved 42 times", Removal::Always),
        (Kind::Dates, "321 min", Removal::Always),
        (Kind::Description, "for the board only", Removal::Always),
        (Kind::Property, "ClientNumber: 4711", Removal::Always),
        (Kind::Data, "number: 4711", Removal::Always),
        (Kind::Thumbnail, "", Removal::Always),
        (Kind::EditMarks, "", Removal::Always),
        (Kind::DocumentMark, "{11111111-2222-3333-4444-555555555555}", Removal::Always),
        (Kind::Variable, "Client: Harbour Board", Removal::Always),
        (Kind::Person, "S::ann@example.org::1", Removal::Always),
        (Kind::Person, "other@example.org", Removal::Always),
        (Kind::Printer, "Third floor", Removal::Always),
        (Kind::Path, "C:\\Templates\\Board.dotx", Removal::Always),
        (Kind::Path, "file:///C:/Templates/Board.dotx", Removal::Always),
        (Kind::Path, "C:\\Users\\other\\logo.jpg", Removal::Always),
        (Kind::Path, "file:///C:/Users/other/logo.jpg", Removal::Always),
        (Kind::Path, "file:///D:/money/plan.docx", Removal::Always),
        (Kind::Path, "LINK Excel.Sheet \"D:\\\\money\\\\plan.xlsx\"", Removal::Never),
        (Kind::PicturePlace, "", Removal::Always),
        (Kind::Picture, "Partner one", Removal::Always),
        (Kind::Comment, "Is this so?", Removal::Comments),
        (Kind::Deleted, "in secret", Removal::Changes),
        (Kind::Inserted, "in public", Removal::Changes),
        (Kind::LookChanged, "", Removal::Changes),
        (Kind::HiddenText, "our real aim", Removal::Hidden),
        (Kind::FaintText, "white words", Removal::Never),
        (Kind::Bookmark, "Anns_part", Removal::Never),
        (Kind::Macro, "vbaProject", Removal::Never),
        (Kind::Attachment, "oleObject1.bin", Removal::Never),
        (Kind::Leftover, "", Removal::Always),
    ];
    for (kind, what, removal) in expected {
        let found = of(&report.items, kind);
        let item = found.iter().find(|item| item.what == what);
        let item = item.unwrap_or_else(|| panic!("{kind:?} {what:?} among {found:?}"));
        assert_eq!(item.removal, removal, "{kind:?} {what:?}");
    }
    let marks = of(&report.items, Kind::EditMarks);
    assert_eq!(marks[0].count, 3, "three sittings left their marks");
    let comment = of(&report.items, Kind::Comment)[0];
    assert_eq!((&*comment.who, &*comment.when), ("Partner two", "2026-11-20T10:00:00Z"));
    let grave = report.items.iter().take_while(|item| item.weight == Severity::Error).count();
    assert!(grave >= 5 && report.items[grave..].iter().all(|i| i.weight < Severity::Error));
}

#[test]
fn a_copy_loses_what_no_reader_misses_and_keeps_the_text() {
    let copy = cleaned(&word_file(), "study.docx", &Choices::default());
    let all: String = [
        "word/document.xml",
        "word/settings.xml",
        "docProps/core.xml",
        "docProps/app.xml",
        "word/_rels/document.xml.rels",
        "[Content_Types].xml",
        "_rels/.rels",
    ]
    .iter()
    .filter_map(|name| part(&copy.bytes, name))
    .collect();
    for gone in [
        "rsid",
        "4711",
        "Partner ten",
        "Harbour Board",
        "C:\\",
        "file:///",
        "other@example.org",
        "custom.xml",
        "thumbnail",
        "people",
        "2026-11-01",
        "42",
        "docVar",
        "attachedTemplate",
    ] {
        assert!(!all.contains(gone), "{gone} is still there");
    }
    for kept in [
        "A study",
        "States met ",
        "in secret ",
        "in public",
        "They agreed.",
        "our real aim",
        "the plan",
        "descr=\"logo.jpg\"",
        "The end.",
        "comments.xml",
    ] {
        assert!(all.contains(kept), "{kept} is gone");
    }
    for part_gone in [
        "docProps/custom.xml",
        "word/people.xml",
        "customXml/item1.xml",
        "[trash]/0000.dat",
        "word/printerSettings1.bin",
    ] {
        assert_eq!(part(&copy.bytes, part_gone), None, "{part_gone}");
    }
    let photograph = part(&copy.bytes, "word/media/image1.jpg").expect("the picture stays");
    assert!(!photograph.contains("Partner one"));
}

#[test]
fn comments_changes_and_hidden_words_go_when_a_person_says_so() {
    let copy = cleaned(&word_file(), "study.docx", &everything_goes());
    let text = part(&copy.bytes, "word/document.xml").expect("the text");
    for gone in [
        "in secret",
        "our real aim",
        "comment",
        "<w:ins ",
        "<w:del ",
        "rPrChange",
        "Partner one",
        "Is this so",
    ] {
        assert!(!text.contains(gone), "{gone} is still in {text}");
    }
    assert!(text.contains("in public") && text.contains("<w:b/>"));
    assert_eq!(part(&copy.bytes, "word/comments.xml"), None);
    let kinds: Vec<Kind> = copy.left.iter().map(|item| item.kind).collect();
    assert_eq!(
        kinds,
        [Kind::FaintText, Kind::Path, Kind::Attachment, Kind::Macro, Kind::Bookmark],
        "what cannot be taken out safely is listed"
    );
}

#[test]
fn the_name_of_the_organisation_is_no_secret() {
    let choices = Choices { organisation: "Partner one".into(), ..Choices::default() };
    let found = report(&word_file(), "study.docx", &choices).expect("a report").items;
    assert!(of(&found, Kind::Author).is_empty());
    assert_eq!(of(&found, Kind::SavedBy).len(), 1);
}

#[test]
fn a_signed_file_is_reported_and_not_cleaned() {
    let mut parts = parts();
    parts.push(("_xmlsignatures/sig1.xml", b"<Signature/>".to_vec()));
    let bytes = zip(&parts);
    let found = report(&bytes, "study.docx", &Choices::default()).expect("a report");
    assert_eq!(found.hindrance, Hindrance::Signed);
    assert_eq!(clean(&bytes, "study.docx", &Choices::default()), Err(ScrubError::Signed));
}

#[test]
fn a_file_without_anything_is_handed_back_byte_for_byte() {
    let plain = "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>One.</w:t></w:r></w:p></w:body></w:document>";
    let root = relations(&[("r1", "officeDocument", "word/document.xml")]);
    let bytes = zip(&[("word/document.xml", plain), ("_rels/.rels", &root)]);
    let copy = cleaned(&bytes, "plain.docx", &everything_goes());
    assert_eq!(copy.bytes, bytes);
    assert!(copy.removed.is_empty() && copy.left.is_empty());
}
