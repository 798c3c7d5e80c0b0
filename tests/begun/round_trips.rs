//! Our own export, read back, is the statement it was made from.

use proptest::prelude::*;
use rostrum_core::model::{Call, Statement};
use rostrum_core::render::{Composition, Layout, compose, docx};
use rostrum_tests::written::{Letters, body, piece};

use rostrum_tests::peers::converted;

use crate::scene::{call, composed, said, taken};

pub(crate) const BODY: &str = "# Summary

We **strongly** welcome the draft.[^1] It names *the harm* to people.

- States share findings.
  - Also with those who were hit.
- Nobody is left out.

1. One measure comes first.
2. Another comes second.

A second paragraph, with a [link](https://example.org/a) in it.

| Measure | State |
| --- | --- |
| Reporting | **done** |
| Sharing | open |

> Words that somebody else said.

The last words stand here.\\
They go on below.

[^1]: A note on the *draft*.

# General comments

## Threats

A paragraph under a heading.

# Recommendations

Share findings.
";

pub(crate) fn exported(statement: &Statement, call: &Call) -> Vec<u8> {
    let composition =
        Composition { statement, call, drafts: &[], layout: Layout::Prose, signatories: &[] };
    docx(&compose(&composition).document, &rostrum_core::model::PictureBytes::new())
        .expect("a document")
}

#[test]
fn an_export_is_read_back_as_the_same_body() {
    let call = call(&["Summary", "General comments", "Recommendations"]);
    let statement = Statement {
        title: "Comments on the draft".into(),
        organisation: "Example Lab".into(),
        language: "en".into(),
        body: BODY.into(),
        ..Statement::default()
    };
    let taken = taken(&exported(&statement, &call), "sent.docx", &call);
    assert_eq!(taken.body.trim_end(), BODY.trim_end());
    assert_eq!(taken.title, statement.title);
    assert_eq!(taken.head, [("organisation".into(), "Example Lab".to_owned())]);
    assert_eq!(taken.report.not_carried, []);
    let changed: Vec<&str> = taken.report.changed.iter().map(|c| c.what.as_str()).collect();
    assert_eq!(changed, ["title", "cover"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_written_comes_back(pieces in prop::collection::vec(piece(Letters::All), 1..8)) {
        let (body, _) = body(&pieces);
        let statement = Statement { title: "T".into(), body, ..Statement::default() };
        let call = Call::default();
        let before = composed(&statement.body, &call);
        prop_assume!(!before.blocks.is_empty());
        let taken = taken(&exported(&statement, &call), "sent.docx", &call);
        prop_assert_eq!(said(&composed(&taken.body, &call)), said(&before), "{}", taken.body);
    }
}

#[test]
fn what_libreoffice_makes_of_an_export_is_the_same_text() {
    let call = call(&["Summary", "General comments", "Recommendations"]);
    let statement = Statement {
        title: "Comments on the draft".into(),
        body: BODY.into(),
        ..Statement::default()
    };
    let folder = tempfile::tempdir().expect("a folder");
    let sent = folder.path().join("sent.docx");
    std::fs::write(&sent, exported(&statement, &call)).expect("disk");
    let Some(odt) = converted(folder.path(), std::slice::from_ref(&sent), "odt") else { return };
    let Some(docx) = converted(folder.path(), &odt, "docx:MS Word 2007 XML") else { return };
    for file in [&odt[0], &docx[0]] {
        let bytes = std::fs::read(file).expect("the file");
        let taken = taken(&bytes, "begun", &call);
        let text = composed(&taken.body, &call);
        assert_eq!(said(&text), said(&composed(BODY, &call)), "{}", file.display());
        assert_eq!(taken.title, statement.title);
    }
}
