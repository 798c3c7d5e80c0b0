//! A statement that uses everything a document can hold, on a draft of a few paragraphs.

use rostrum_core::model::call::{
    Call, Ground, HeaderField, JointRules, Permission, Section, SectionHolds, SignatoryOrder,
    SignatoryPlace, Stated,
};
use rostrum_core::model::response::Target;
use rostrum_core::model::{
    Block, BlockKind, Draft, Response, ResponseKind, Signatory, Source, Statement,
};

use crate::sample::Sample;

const BODY: &str = r#"# Summary

We welcome the draft.[^1] It **builds** on *agreed* words and on <https://example.org/?a=1&b=2>, "as is".

1. First point, see [our page](https://example.org/page).
   - a detail
   - another detail
2. Second point[@report, para. 31 (a)].

   It goes on.

A line.  
Its second line; 3 < 4 & 5 > 2.

# Comments

Our comments follow the draft [@report; @book, p. 12].

| Measure | State | Note |
| --- | --- | --- |
| Reporting | **done** | see[^2] |
| Sharing | open | |

> Quoted words from elsewhere.

## An own heading

1. A new list
2. starts at one
   ![Orange and pale squares in a long row](band.png)

![Columns of five years, each higher than the one before but for the third](chart.png "Reports *each year*, by the [secretariat](https://example.org/reports)[@report]")

> A quotation with ![Colours that run into each other](photo.jpg "A “colour” field") a picture in it.

هذا بيان قصير.

# Requests

Please consider this [@book].

[^1]: See *also* [our letter](mailto:desk@example.org).
[^2]: A second note.
"#;

/// Returns the statement with its call and draft: numbered paragraphs, notes, signatories.
pub fn everything() -> Sample {
    let responses = vec![
        response("1", &[], ResponseKind::General, "", "The draft is clear.\nIt is also short."),
        response("2", &["b1"], ResponseKind::Keep, "", "It names the harm."),
        Response {
            sources: vec!["report".into(), "book".into()],
            ..response(
                "3",
                &["b2"],
                ResponseKind::Modify,
                "States shall share findings with all who are affected.",
                "A duty is clearer.",
            )
        },
        response("4", &["b3"], ResponseKind::Delete, "", ""),
        response("5", &["b4"], ResponseKind::Add, "States report each year.", "It lasts."),
        response("6", &["b4"], ResponseKind::Move, "After paragraph 1", "It comes first."),
        response("7", &["b1", "b4"], ResponseKind::Question, "", "Who acts?"),
        Response { private: true, ..response("8", &["b1"], ResponseKind::General, "", "SECRET") },
    ];
    let signatory = |organisation: &str, country: &str| Signatory {
        id: organisation.into(),
        organisation: organisation.into(),
        country: country.into(),
        ..Signatory::default()
    };
    let statement = Statement {
        title: "Comments of the Example Network & friends".into(),
        organisation: "Example Network".into(),
        language: "en".into(),
        call: "everything".into(),
        numbered_by: String::new(),
        words: Vec::new(),
        header: [("session".to_owned(), "Tenth session".to_owned())].into(),
        skeleton: String::new(),
        added_skeletons: Vec::new(),
        plan: std::collections::BTreeMap::new(),
        body: BODY.into(),
        responses,
        sources: vec![
            source(
                "report",
                serde_json::json!({"type": "report", "number": "A/79/214", "title": "Report"}),
            ),
            source(
                "book",
                serde_json::json!({
                    "type": "book", "title": "Norms", "publisher": "Example Press",
                    "author": [{"literal": "Example Institute"}],
                    "issued": {"date-parts": [[2025, 2]]}, "URL": "https://example.org/norms",
                }),
            ),
        ],
        signatories: vec![signatory("Zebra Trust", "Kenya"), signatory("Alpha Group", "Peru")],
        fixes: Vec::new(),
        mutes: Vec::new(),
        annexes: Vec::new(),
        pictures: crate::pictures::pictures(),
    };
    Sample { call: call(), statement, drafts: vec![("draft".into(), draft())] }
}

fn response(
    id: &str,
    blocks: &[&str],
    kind: ResponseKind,
    proposal: &str,
    rationale: &str,
) -> Response {
    let draft = draft();
    let target = |id: &&str| {
        let block = draft.block(id).expect("the draft has the block");
        Target {
            draft: "draft".into(),
            block: block.id.clone(),
            label: block.label.clone().unwrap_or_default(),
            text: block.text.clone(),
        }
    };
    Response {
        id: format!("response-{id}"),
        kind,
        targets: blocks.iter().map(target).collect(),
        proposal: proposal.into(),
        rationale: rationale.into(),
        ..Response::default()
    }
}

fn source(key: &str, item: serde_json::Value) -> Source {
    Source { key: key.into(), item, ..Source::default() }
}

fn stated<T>(value: T) -> Stated<T> {
    Stated { value, ground: Ground::default() }
}

fn call() -> Call {
    let section = |heading: &str, holds| Section {
        id: heading.to_lowercase(),
        heading: heading.into(),
        holds,
        ..Section::default()
    };
    let field = |id: &str, label: &str| HeaderField {
        id: id.into(),
        label: label.into(),
        ..HeaderField::default()
    };
    Call {
        id: "everything".into(),
        name: "A call that allows everything".into(),
        sections: vec![
            section("Summary", SectionHolds::Text),
            section("Comments", SectionHolds::Responses),
            section("Requests", SectionHolds::Text),
        ],
        header_fields: vec![field("organisation", "Organisation"), field("session", "Session")],
        numbered_paragraphs: Some(stated(Permission::Required)),
        joint: JointRules {
            place: Some(stated(SignatoryPlace::End)),
            order: Some(stated(SignatoryOrder::Alphabetical)),
            ..JointRules::default()
        },
        ..Call::default()
    }
}

fn draft() -> Draft {
    let block = |id: &str, label: &str, level, path: &[&str], text: &str| Block {
        id: id.into(),
        label: Some(label.into()),
        level,
        heading_path: path.iter().map(|h| (*h).to_owned()).collect(),
        text: text.into(),
        ..Block::default()
    };
    let heading = |id: &str, text: &str| Block {
        id: id.into(),
        kind: BlockKind::Heading,
        level: 1,
        text: text.into(),
        ..Block::default()
    };
    Draft {
        title: Some("Draft report".into()),
        symbol: Some("EX/1/2026/L.1".into()),
        blocks: vec![
            heading("h1", "B. Threats"),
            block("b1", "1.", 0, &["B. Threats"], "States note the harm to people."),
            block("b2", "2.", 0, &["B. Threats"], "States should share findings with others."),
            block("b3", "(a)", 1, &["B. Threats"], "where this is possible;"),
            heading("h2", "C. Norms"),
            block("b4", "3.", 0, &["C. Norms"], "States may report."),
        ],
        ..Draft::default()
    }
}
