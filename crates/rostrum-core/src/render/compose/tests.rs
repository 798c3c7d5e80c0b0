//! What composing promises, told on small statements.

use super::*;
use crate::model::call::{Ground, HeaderField, JointRules, Section, SignatoryOrder};
use crate::model::document::{Inline, plain_text};
use crate::model::response::Target;
use crate::model::signatory::EcosocStatus;
use crate::model::{Block, BlockKind, Response, ResponseKind, Source};

#[expect(clippy::unnecessary_wraps, reason = "the fields it fills are optional")]
fn stated<T>(value: T) -> Option<Stated<T>> {
    Some(Stated { value, ground: Ground::default() })
}

fn call() -> Call {
    let section = |heading: &str, holds| Section {
        id: heading.to_lowercase(),
        heading: heading.into(),
        holds,
        ..Section::default()
    };
    Call {
        id: "sample".into(),
        name: "Sample call".into(),
        sections: vec![
            section("Summary", SectionHolds::Text),
            section("Comments", SectionHolds::Responses),
            section("Requests", SectionHolds::Text),
        ],
        header_fields: vec![
            HeaderField {
                id: "organisation".into(),
                label: "Organisation".into(),
                required: true,
                ..HeaderField::default()
            },
            HeaderField {
                id: "session".into(),
                label: "Session".into(),
                required: false,
                ..HeaderField::default()
            },
        ],
        ..Call::default()
    }
}

fn draft() -> Draft {
    let block = |id: &str, label: &str, level, text: &str| Block {
        id: id.into(),
        label: Some(label.into()),
        level,
        heading_path: vec!["B. Threats".into()],
        text: text.into(),
        ..Block::default()
    };
    Draft {
        blocks: vec![
            Block {
                id: "h".into(),
                kind: BlockKind::Heading,
                level: 1,
                text: "B. Threats".into(),
                ..Block::default()
            },
            block("b1", "12.", 0, "States note the threat."),
            block("b2", "13.", 0, "States should share findings."),
            block("b3", "(a)", 1, "with others;"),
            block("b4", "14.", 0, "States may report."),
        ],
        ..Draft::default()
    }
}

fn to(blocks: &[&str], kind: ResponseKind, proposal: &str, rationale: &str) -> Response {
    let target =
        |block: &&str| Target { draft: "d".into(), block: (*block).into(), ..Target::default() };
    Response {
        id: format!("{}-{}", blocks.join("-"), kind.as_str()),
        kind,
        targets: blocks.iter().map(target).collect(),
        proposal: proposal.into(),
        rationale: rationale.into(),
        ..Response::default()
    }
}

fn source(key: &str, number: &str) -> Source {
    Source {
        key: key.into(),
        item: serde_json::json!({"type": "report", "number": number, "title": "A report"}),
        ..Source::default()
    }
}

fn composed(statement: &Statement, call: &Call) -> Composed {
    with(statement, call, Layout::Prose, &[])
}

fn with(statement: &Statement, call: &Call, layout: Layout, signed: &[Signatory]) -> Composed {
    let drafts = [("d".to_owned(), draft())];
    compose(&Composition { statement, call, drafts: &drafts, layout, signatories: signed })
}

/// Shows a document as lines: `#` headings, `1.` numbers, `>` quotations, `[1]` notes,
/// `{+put in+}`, `[-taken out-]`.
fn shown(document: &Document) -> Vec<String> {
    document
        .blocks
        .iter()
        .flat_map(|block| match &block.content {
            Content::Heading { level, text } => {
                vec![format!("{} {}", "#".repeat(usize::from(*level)), line(text))]
            }
            Content::Paragraph { number: Some(number), text, .. } => {
                vec![format!("{number}. {}", line(text))]
            }
            Content::Paragraph { quoted: true, text, .. } => vec![format!("> {}", line(text))],
            Content::Paragraph { text, .. } => vec![line(text)],
            Content::ListItem { depth, number, text } => {
                let mark = number.map_or_else(|| "-".into(), |n| format!("{n})"));
                vec![format!("{}{mark} {}", "  ".repeat(usize::from(*depth)), line(text))]
            }
            Content::Table { rows, .. } => rows
                .iter()
                .map(|row| row.iter().map(|c| line(c)).collect::<Vec<_>>().join(" | "))
                .collect(),
            Content::Picture { alt, caption, .. } => vec![format!("[{alt}] {}", line(caption))],
        })
        .collect()
}

fn line(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text { text, marks } if marks.inserted => format!("{{+{text}+}}"),
            Inline::Text { text, marks } if marks.deleted => format!("[-{text}-]"),
            Inline::Text { text, marks } if marks.bold => format!("**{text}**"),
            Inline::Text { text, marks } if marks.italic => format!("*{text}*"),
            Inline::Text { text, .. } => text.clone(),
            Inline::Link { url, text } => format!("<{url}: {}>", line(text)),
            Inline::Note(at) => format!("[{}]", at + 1),
            Inline::Break => " / ".into(),
        })
        .collect()
}

#[test]
fn responses_follow_the_text_of_their_section_in_the_order_of_the_draft() {
    let statement = Statement {
        body: "# Summary\n\nShort.\n\n# Comments\n\nOur comments.\n\n# Requests\n\nPlease.".into(),
        responses: vec![
            to(&["b4"], ResponseKind::Keep, "", "It is clear."),
            to(&["b2"], ResponseKind::Modify, "States shall share findings.", "It must bind."),
            to(&[], ResponseKind::General, "", "We welcome the draft."),
            Response { private: true, ..to(&["b1"], ResponseKind::Delete, "", "Secret.") },
        ],
        ..Statement::default()
    };
    assert_eq!(
        shown(&composed(&statement, &call()).document),
        [
            "# Summary",
            "Short.",
            "# Comments",
            "Our comments.",
            "**The text as a whole:** We welcome the draft.",
            "## B. Threats",
            "**Paragraph 13: modify.**",
            "> States [-should -]{+shall +}share findings.",
            "Rationale: It must bind.",
            "**Paragraph 14: keep.** It is clear.",
            "# Requests",
            "Please.",
        ]
    );
}

#[test]
fn every_kind_says_what_it_asks_for() {
    let statement = Statement {
        responses: vec![
            to(&["b1"], ResponseKind::Add, "States cooperate.", ""),
            to(&["b2", "b4"], ResponseKind::Question, "", "What is meant?"),
            to(&["b3"], ResponseKind::Delete, "", "It is vague."),
            to(&["b4"], ResponseKind::Move, "after paragraph 12", ""),
            to(&["b1", "b2", "b4"], ResponseKind::General, "", "Good."),
            to(&["h"], ResponseKind::General, "", "Well structured."),
        ],
        ..Statement::default()
    };
    let document = composed(&statement, &call()).document;
    assert_eq!(shown(&document)[..1], ["# Comments"]);
    assert_eq!(
        shown(&document)[1..],
        [
            "## B. Threats",
            "**Section “B. Threats”:** Well structured.",
            "**After paragraph 12: add.**",
            "> {+States cooperate.+}",
            "**Paragraphs 12 to 14:** Good.",
            "**Paragraphs 13 and 14: question.** What is meant?",
            "**Paragraph 13 (a): delete.**",
            "> [-with others;-]",
            "Rationale: It is vague.",
            "**Paragraph 14: move after paragraph 12.**",
        ]
    );
}

#[test]
fn the_table_has_a_row_for_every_response() {
    let statement = Statement {
        responses: vec![
            to(&["b2"], ResponseKind::Modify, "States shall share findings.", "It must bind."),
            to(&["b1"], ResponseKind::Keep, "", "Good."),
        ],
        ..Statement::default()
    };
    let document = with(&statement, &call(), Layout::Table, &[]).document;
    assert_eq!(
        shown(&document),
        [
            "# Comments",
            "Paragraph | Draft text | Proposal | Rationale",
            "12 / *keep* | States note the threat. | Keep | Good.",
            "13 / *modify* | States should share findings. | States [-should -]{+shall +}share findings. | It must bind.",
        ]
    );
    assert!(document.blocks[1..].iter().all(|b| b.part == Part::Tables));
}

#[test]
fn paragraphs_are_numbered_over_headings_when_the_call_has_them_numbered() {
    let statement = Statement {
        body: "# Summary\n\nOne.\n\n> Quoted.\n\n- item\n\n# Requests\n\nTwo.".into(),
        ..Statement::default()
    };
    let numbered = Call { numbered_paragraphs: stated(Permission::Required), ..call() };
    assert_eq!(
        shown(&composed(&statement, &numbered).document),
        ["# Summary", "1. One.", "> Quoted.", "- item", "# Requests", "2. Two."]
    );
    for rule in [None, stated(Permission::Forbidden), stated(Permission::Avoid)] {
        let call = Call { numbered_paragraphs: rule, ..call() };
        assert_eq!(shown(&composed(&statement, &call).document)[1], "One.");
    }
}

#[test]
fn citations_and_footnotes_become_notes_in_reading_order() {
    let statement = Statement {
        language: "en".into(),
        body: "# Summary\n\nAs said [@report, para. 3], and more[^1] here [@report].\n\n# Requests\n\nEnd [@other] [@report].\n\n[^1]: See *also* [@other, p. 2].".into(),
        responses: vec![Response {
            sources: vec!["report".into()],
            ..to(&["b1"], ResponseKind::Keep, "", "It holds.")
        }],
        sources: vec![source("report", "A/79/214"), source("other", "A/80/257")],
        ..Statement::default()
    };
    let Composed { document, findings } = composed(&statement, &call());
    assert_eq!(findings, []);
    assert_eq!(
        shown(&document),
        [
            "# Summary",
            "As said,[1] and more[2] here.[3]",
            "# Comments",
            "## B. Threats",
            "**Paragraph 12: keep.** It holds.[4]",
            "# Requests",
            "End.[5]",
        ]
    );
    let notes: Vec<String> = document.notes.iter().map(|n| plain_text(n)).collect();
    assert_eq!(
        notes,
        [
            "A/79/214, para. 3.",
            "See also A/80/257, p. 2.",
            "A/79/214.",
            "A/79/214.",
            "A/80/257; A/79/214.",
        ]
    );
}

#[test]
fn a_call_without_notes_gets_its_sources_in_brackets() {
    let statement = Statement {
        body: "# Summary\n\nAs said [@report, para. 3]. So it is.[@report] It starts.".into(),
        responses: vec![Response {
            sources: vec!["report".into()],
            ..to(&["b1"], ResponseKind::Keep, "", "It holds.")
        }],
        sources: vec![source("report", "A/79/214")],
        ..Statement::default()
    };
    let call = Call { footnotes: stated(Permission::Forbidden), ..call() };
    let document = composed(&statement, &call).document;
    assert_eq!(shown(&document)[1], "As said (A/79/214, para. 3). So it is (A/79/214). It starts.");
    assert_eq!(shown(&document)[4], "**Paragraph 12: keep.** It holds (A/79/214).");
    assert_eq!(document.notes, Vec::<Vec<Inline>>::new());
}

#[test]
fn what_cannot_be_set_stays_in_the_text_and_is_reported() {
    let statement = Statement {
        body: "# Summary\n\nSee [@gone] and [^2] and [this](javascript:x) and [@ ] now.\n\n[^9]: Lost."
            .into(),
        ..Statement::default()
    };
    let Composed { document, findings } = composed(&statement, &call());
    assert_eq!(shown(&document)[1], "See [@gone] and [^2] and this and [@ ] now.");
    let mut names: Vec<&str> = findings.iter().map(|f| f.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(
        names,
        [
            "missing-footnote",
            "refused-link",
            "unknown-source",
            "unreadable-citation",
            "unused-footnote"
        ]
    );
}

#[test]
fn markdown_is_read_to_the_last_word() {
    let statement = Statement {
        body: "# Summary\n\nA **bold** and *fine* [link](https://example.org).  \nNext line.\n\n1. one\n   - deep\n2. two\n\n   more\n\n| a | b |\n|---|---|\n| c | **d** |\n\n> quoted\n\n```\ncode\nlines\n```\n".into(),
        ..Statement::default()
    };
    assert_eq!(
        shown(&composed(&statement, &call()).document),
        [
            "# Summary",
            "A **bold** and *fine* <https://example.org: link>. / Next line.",
            "1) one",
            "  - deep",
            "2) two",
            "> more",
            "a | b",
            "c | **d**",
            "> quoted",
            "code / lines",
        ]
    );
}

#[test]
fn signatories_stand_where_and_how_the_call_wants_them() {
    let signed = [
        Signatory {
            organisation: "Zebra Trust".into(),
            country: "Kenya".into(),
            status: EcosocStatus::General,
            ..Signatory::default()
        },
        Signatory {
            organisation: "Alpha Group".into(),
            country: "Peru".into(),
            ..Signatory::default()
        },
    ];
    let statement =
        Statement { body: "# Summary\n\nShort[^a].\n\n[^a]: Note.".into(), ..Statement::default() };
    let joint = |place, order| Call {
        joint: JointRules { place: stated(place), order: stated(order), ..JointRules::default() },
        ..call()
    };
    let end = joint(SignatoryPlace::End, SignatoryOrder::Alphabetical);
    let document = with(&statement, &end, Layout::Prose, &signed).document;
    assert_eq!(
        shown(&document)[2..],
        ["# Signatories", "Alpha Group (Peru)", "Zebra Trust (Kenya)"]
    );

    let top = joint(SignatoryPlace::Top, SignatoryOrder::Status);
    let document = with(&statement, &top, Layout::Prose, &signed).document;
    assert_eq!(shown(&document)[0], "Zebra Trust (Kenya); Alpha Group (Peru)");
    assert_eq!(document.blocks[0].part, Part::Signatories);

    let note = joint(SignatoryPlace::Footnote, SignatoryOrder::Country);
    let document = with(&statement, &note, Layout::Prose, &signed).document;
    assert_eq!(document.title_note, Some(0));
    assert_eq!(plain_text(&document.notes[0]), "Zebra Trust (Kenya); Alpha Group (Peru).");
    assert_eq!(shown(&document)[1], "Short[2].");

    assert_eq!(shown(&composed(&statement, &end).document).len(), 2);
}

#[test]
fn the_cover_has_the_fields_of_the_call_that_are_filled() {
    let statement = Statement {
        title: "Our views".into(),
        organisation: "Alpha Group".into(),
        header: [("session".to_owned(), " Tenth\n".to_owned())].into(),
        ..Statement::default()
    };
    let line = |label: &str, value: &str| CoverLine { label: label.into(), value: value.into() };
    let document = composed(&statement, &call()).document;
    assert_eq!(document.cover, [line("Organisation", "Alpha Group"), line("Session", "Tenth")]);
    let bare = Call { header_fields: Vec::new(), ..call() };
    assert_eq!(composed(&statement, &bare).document.cover, [line("Submitted by", "Alpha Group")]);
}

#[test]
fn the_title_stands_where_the_call_has_it_among_the_fields_of_the_cover() {
    let statement = Statement {
        title: "Our views".into(),
        organisation: "Alpha Group".into(),
        header: [("session".to_owned(), "Tenth".to_owned())].into(),
        ..Statement::default()
    };
    let field =
        |id: &str| HeaderField { id: id.into(), label: id.into(), ..HeaderField::default() };
    for (fields, before) in [
        (vec!["title", "organisation", "session"], 0),
        (vec!["organisation", "title", "session"], 1),
        (vec!["session", "agenda_item", "organisation", "title"], 2),
        // Who speaks stands first where the call has no field for it.
        (vec!["session", "title"], 2),
        (vec!["title", "session"], 0),
        (vec!["organisation", "session"], 0),
    ] {
        let call = Call { header_fields: fields.iter().map(|id| field(id)).collect(), ..call() };
        assert_eq!(composed(&statement, &call).document.title_after, before, "{fields:?}");
    }
}

#[test]
fn words_are_in_the_language_that_is_said_for_them() {
    let body = "# Summary\n\nThe term <span lang=\"fr\">*droit* souple</span> is </span> old.";
    let statement = Statement { body: body.into(), language: "en".into(), ..Statement::default() };
    let document = composed(&statement, &Call::default()).document;
    let line = document.blocks[1].lines()[0].clone();
    let french: String = line
        .iter()
        .filter_map(|piece| match piece {
            Inline::Text { text, marks } if marks.tongue.tag() == Some("fr") => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(french, "droit souple");
    assert_eq!(plain_text(&line), "The term droit souple is </span> old.");
}

#[test]
fn a_long_text_without_a_limit_gets_a_table_of_contents() {
    let section = |at: usize| format!("# Part {at}\n\n{}\n\n", "some words of ours ".repeat(300));
    let body: String = (0..8).map(section).collect();
    let statement = Statement { body, ..Statement::default() };
    let with = |call: &Call| composed(&statement, call).document.has_contents();
    assert!(with(&Call::default()));
    let limited = Call { limits: vec![crate::model::call::Limit::default()], ..Call::default() };
    assert!(!with(&limited), "its words would count");
    let mut forbidden = Call::default();
    forbidden.format.contents = stated(Permission::Forbidden);
    assert!(!with(&forbidden));
    let mut asked = limited;
    asked.format.contents = stated(Permission::Required);
    assert!(with(&asked));
    let short = Statement { body: "# One\n\nWords.".into(), ..Statement::default() };
    assert!(!composed(&short, &Call::default()).document.has_contents());
}
