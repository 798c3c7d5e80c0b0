//! A PDF with one of each kind of thing in it.

use rostrum_core::scrub::{Choices, Hindrance, Kind, Removal, ScrubError, clean, report};
use rostrum_tests::peers;

use super::planted_word::photograph;
use super::{cleaned, everything_goes, of};

/// A PDF that is being written, object by object.
pub(crate) struct Writer {
    pub(crate) bytes: Vec<u8>,
    places: Vec<(usize, usize)>,
    last: usize,
}

impl Writer {
    pub(crate) fn new() -> Self {
        Self { bytes: b"%PDF-1.6\n".to_vec(), places: Vec::new(), last: 0 }
    }

    pub(crate) fn object(&mut self, number: usize, body: &str) {
        self.places.push((number, self.bytes.len()));
        self.bytes.extend_from_slice(format!("{number} 0 obj\n{body}\nendobj\n").as_bytes());
    }

    pub(crate) fn stream(&mut self, number: usize, head: &str, data: &[u8]) {
        self.places.push((number, self.bytes.len()));
        let head = format!("{number} 0 obj\n<<{head}/Length {}>>\nstream\n", data.len());
        self.bytes.extend_from_slice(head.as_bytes());
        self.bytes.extend_from_slice(data);
        self.bytes.extend_from_slice(b"\nendstream\nendobj\n");
    }

    /// Ends a state of the file; what is written after it is appended to it.
    pub(crate) fn end(&mut self, trailer: &str) {
        let start = self.bytes.len();
        let mut table = String::from("xref\n");
        if self.last == 0 {
            table.push_str("0 1\n0000000000 65535 f \n");
        }
        for (number, place) in self.places.drain(..) {
            table.push_str(&format!("{number} 1\n{place:010} 00000 n \n"));
        }
        let previous = if self.last > 0 { format!("/Prev {}", self.last) } else { String::new() };
        table.push_str(&format!(
            "trailer\n<</Size 40/Root 1 0 R{trailer}{previous}>>\nstartxref\n{start}\n%%EOF\n"
        ));
        self.bytes.extend_from_slice(table.as_bytes());
        self.last = start;
    }
}

const XMP: &str = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" xmlns:dc=\"d\" xmlns:xmp=\"x\" xmlns:xmpMM=\"m\" xmlns:pdfaid=\"a\" xmp:CreatorTool=\"Word for Board\"><dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">A study</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>Partner one</rdf:li></rdf:Seq></dc:creator><xmpMM:DocumentID>uuid:1</xmpMM:DocumentID><pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description></rdf:RDF></x:xmpmeta>";

fn words(text: &str) -> Vec<u8> {
    format!("BT /F1 12 Tf 72 700 Td ({text}) Tj ET").into_bytes()
}

fn pdf(signed: bool) -> Vec<u8> {
    let mut out = Writer::new();
    out.object(1, "<</Type/Catalog/Pages 2 0 R/Metadata 10 0 R/OpenAction 11 0 R/Names<</JavaScript<</Names[(a) 11 0 R]>>/EmbeddedFiles<</Names[(budget.xlsx) 12 0 R]>>>>/OCProperties<</OCGs[14 0 R 15 0 R]/D<</OFF[15 0 R]>>>>/AcroForm<</Fields[16 0 R]>>/PieceInfo<</Board<</Private(secret)>>>>>>");
    out.object(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
    out.object(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</I 7 0 R>>>>/Thumb 8 0 R/PieceInfo<</Board<<>>>>/LastModified(D:20261120)/Annots[20 0 R 21 0 R 22 0 R 16 0 R 23 0 R]/AA<</O 11 0 R>>>>");
    out.stream(4, "", &words("The board pays for this study."));
    out.object(5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
    out.stream(7, "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode/Metadata 9 0 R", &photograph());
    out.stream(8, "/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", &[0]);
    out.stream(
        9,
        "/Type/Metadata/Subtype/XML",
        XMP.replace("Partner one", "Partner six").as_bytes(),
    );
    out.stream(10, "/Type/Metadata/Subtype/XML", XMP.as_bytes());
    out.object(11, "<</S/JavaScript/JS(app.alert\\('hello'\\))>>");
    out.object(12, "<</Type/Filespec/F(budget.xlsx)/EF<</F 13 0 R>>>>");
    out.stream(13, "/Type/EmbeddedFile", b"rows and rows");
    out.object(14, "<</Type/OCG/Name(Text)>>");
    out.object(15, "<</Type/OCG/Name(Names of sources)>>");
    let field = if signed {
        "<</FT/Sig/T(signature)/V<</Type/Sig/Name(Partner one)>>/Type/Annot/Subtype/Widget/Rect[0 0 0 0]>>"
    } else {
        "<</FT/Tx/T(amount)/V(4711 francs)/Type/Annot/Subtype/Widget/Rect[0 0 9 9]>>"
    };
    out.object(16, field);
    out.object(20, "<</Type/Annot/Subtype/Text/Rect[9 9 9 9]/T(Partner two)/M(D:20261120100000Z)/Contents(Is this so?)/Popup 21 0 R>>");
    out.object(21, "<</Type/Annot/Subtype/Popup/Rect[9 9 9 9]/Parent 20 0 R>>");
    out.object(22, "<</Type/Annot/Subtype/Link/Rect[9 9 9 9]/A<</S/URI/URI(file:///C:/Users/other/plan.pdf)>>>>");
    out.object(
        23,
        "<</Type/Annot/Subtype/Link/Rect[9 9 9 9]/A<</S/URI/URI(https://example.org/)>>>>",
    );
    out.object(30, "<</Title(A study)/Author(Partner one)/Creator(Word for Board)/CreationDate(D:20261101090000Z)/Client(4711)>>");
    out.end("/Info 30 0 R");
    // The first state said who pays; the second does not, and still holds it.
    out.stream(4, "", &words("This study is independent."));
    out.end("/Info 30 0 R");
    out.bytes
}

#[test]
fn each_kind_of_thing_in_a_pdf_is_found_with_its_words() {
    let found = report(&pdf(false), "study.pdf", &Choices::default()).expect("a report");
    assert_eq!(found.hindrance, Hindrance::None);
    let expected = [
        (Kind::Author, "Partner one", Removal::Always),
        (Kind::Author, "Partner six", Removal::Always),
        (Kind::Program, "Word for Board", Removal::Always),
        (Kind::Dates, "made 2026-11-01 09:00", Removal::Always),
        (Kind::Property, "Client: 4711", Removal::Always),
        (Kind::DocumentMark, "DocumentID: uuid:1", Removal::Always),
        (Kind::Action, "JavaScript: app.alert('hello')", Removal::Always),
        (Kind::Attachment, "budget.xlsx", Removal::Attachments),
        (Kind::HiddenLayer, "Names of sources", Removal::Never),
        (Kind::FormData, "amount: 4711 francs", Removal::Never),
        (Kind::Comment, "Is this so?", Removal::Comments),
        (Kind::Path, "file:///C:/Users/other/plan.pdf", Removal::Always),
        (Kind::Thumbnail, "", Removal::Always),
        (Kind::Data, "", Removal::Always),
        (Kind::PicturePlace, "", Removal::Always),
        (Kind::Picture, "Partner one", Removal::Always),
        (Kind::EarlierState, "The board pays for this study.", Removal::Always),
    ];
    for (kind, what, removal) in expected {
        let all = of(&found.items, kind);
        let item = all.iter().find(|item| item.what == what);
        let item = item.unwrap_or_else(|| panic!("{kind:?} {what:?} among {all:?}"));
        assert_eq!(item.removal, removal, "{kind:?} {what:?}");
    }
    let comment = of(&found.items, Kind::Comment)[0];
    assert_eq!(
        (&*comment.who, &*comment.when, &*comment.place),
        ("Partner two", "2026-11-20 10:00", "1")
    );
}

#[test]
fn a_copy_shows_the_same_page_and_holds_nothing_else() {
    let bytes = pdf(false);
    let copy = cleaned(&bytes, "study.pdf", &Choices::default());
    let all = inflated(&copy.bytes);
    for gone in [
        "Partner one",
        "Partner six",
        "Word for Board",
        "The board pays",
        "JavaScript",
        "PieceInfo",
        "secret",
        "Thumb",
        "4711)",
        "file:///",
        "20261101",
    ] {
        assert!(!all.contains(gone), "{gone} is still there");
    }
    for kept in [
        "This study is independent.",
        "A study",
        "Is this so?",
        "rows and rows",
        "https://example.org/",
        "<pdfaid:part>2</pdfaid:part>",
    ] {
        assert!(all.contains(kept), "{kept} is gone");
    }
}

#[test]
fn comments_and_files_go_when_a_person_says_so() {
    let copy = cleaned(&pdf(false), "study.pdf", &everything_goes());
    let all = inflated(&copy.bytes);
    for gone in ["Is this so?", "Partner two", "rows and rows", "budget.xlsx", "Popup"] {
        assert!(!all.contains(gone), "{gone} is still there");
    }
    let kinds: Vec<Kind> = copy.left.iter().map(|item| item.kind).collect();
    assert_eq!(kinds, [Kind::HiddenLayer, Kind::FormData]);
}

#[test]
fn a_signed_pdf_is_reported_and_not_cleaned() {
    let found = report(&pdf(true), "letter.pdf", &Choices::default()).expect("a report");
    assert_eq!(found.hindrance, Hindrance::Signed);
    assert_eq!(of(&found.items, Kind::Signature)[0].what, "Partner one");
    assert_eq!(clean(&pdf(true), "letter.pdf", &Choices::default()), Err(ScrubError::Signed));
}

#[test]
fn other_programs_read_the_copy_without_complaint() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, choices) in [("some.pdf", Choices::default()), ("all.pdf", everything_goes())] {
        let copy = cleaned(&pdf(false), "study.pdf", &choices);
        let file = folder.path().join(name);
        std::fs::write(&file, &copy.bytes).expect("written");
        if let Some(mut qpdf) = peers::program("qpdf") {
            peers::output(qpdf.arg("--check").arg(&file));
        }
        if let Some(mut pdftotext) = peers::program("pdftotext") {
            let text = peers::output(pdftotext.arg(&file).arg("-"));
            assert_eq!(text.trim(), "This study is independent.");
        }
    }
}

/// Returns all that a PDF holds as letters, packed objects unpacked.
fn inflated(bytes: &[u8]) -> String {
    let pdf = hayro_syntax::Pdf::new(bytes.to_vec()).expect("a PDF");
    let mut out = String::new();
    for object in pdf.objects() {
        out.push_str(&format!("{object:?}\n"));
        if let hayro_syntax::object::Object::Stream(stream) = object {
            let data = stream.decoded().map(std::borrow::Cow::into_owned);
            out.push_str(&String::from_utf8_lossy(&data.unwrap_or_default()));
        }
    }
    out
}
