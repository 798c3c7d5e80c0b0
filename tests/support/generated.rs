//! Whole statements that a generator writes, with every word known and marked by what it is.

use proptest::prelude::*;
use rostrum_core::model::call::{
    Call, Ground, HeaderField, JointRules, Marking, NotesPlace, Permission, SignatoryPlace, Stated,
};
use rostrum_core::model::response::Target;
use rostrum_core::model::{Block, Draft, Picture, Response, ResponseKind, Signatory, Statement};
use rostrum_core::render::{Composed, Composition, Layout, compose};

use crate::pictures::pictures;
use crate::written::{ALTS, Letters, Words, body, piece, quoted, word, words};

/// Marks around words of title and cover block.
const HEAD: [char; 2] = ['þ', 'Þ'];
/// Marks around words of the text, of answers as well.
const TEXT: [char; 2] = ['«', '»'];
/// Marks around words of notes.
const NOTES: [char; 2] = ['‹', '›'];
/// Marks around wording that is proposed.
const PROPOSALS: [char; 2] = ['ø', 'Ø'];
/// Marks around words of the draft.
const DRAFT: [char; 2] = ['æ', 'Æ'];
/// Marks around names of signatories.
const SIGNATORIES: [char; 2] = ['đ', 'Đ'];

/// A statement with its call and draft, and every word it holds.
#[derive(Debug, Clone)]
pub struct Generated {
    /// The statement.
    pub statement: Statement,
    /// The call it answers.
    pub call: Call,
    /// The draft.
    pub drafts: Vec<(String, Draft)>,
    /// Every word, by what it is.
    pub known: Known,
}

/// Words by what they are, each in the order of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// Title and cover block.
    pub head: Vec<String>,
    /// Body, then rationales.
    pub text: Vec<String>,
    /// Rationales alone.
    pub rationales: Vec<String>,
    /// Notes.
    pub notes: Vec<String>,
    /// What pictures show.
    pub alts: Vec<String>,
    /// Wording that is proposed.
    pub proposals: Vec<String>,
    /// Words of the draft that a proposal takes out.
    pub taken_out: Vec<String>,
    /// Names and countries.
    pub signatories: Vec<String>,
}

impl Generated {
    /// Composes it.
    pub fn composed(&self, layout: Layout) -> Composed {
        compose(&Composition {
            statement: &self.statement,
            call: &self.call,
            drafts: &self.drafts,
            layout,
            signatories: &self.statement.signatories,
        })
    }

    /// Tells what an export lacks, has twice or has in another order; none when it is whole.
    ///
    /// The table shows the words of the draft beside what is proposed, so that they may stand
    /// there more than once.
    pub fn lacks(&self, export: &str, layout: Layout) -> Option<String> {
        let known = &self.known;
        let kinds = [
            ("head", HEAD, &known.head),
            ("text", TEXT, &known.text),
            ("notes", NOTES, &known.notes),
            ("proposals", PROPOSALS, &known.proposals),
            ("signatories", SIGNATORIES, &known.signatories),
            ("draft", DRAFT, &known.taken_out),
        ];
        let looked_at = if layout == Layout::Table { &kinds[..5] } else { &kinds[..] };
        looked_at.iter().find_map(|(kind, marks, all)| differs(kind, export, *marks, all))
    }

    /// Tells what of what pictures show is lacking, stands twice or in another order; none when
    /// it is whole.
    pub fn lacks_of_pictures(&self, export: &str) -> Option<String> {
        differs("pictures", export, ALTS, &self.known.alts)
    }

    /// Tells what a table of the responses lacks; none when it is whole.
    pub fn lacks_of_responses(&self, export: &str) -> Option<String> {
        let known = &self.known;
        differs("rationales", export, TEXT, &known.rationales)
            .or_else(|| differs("proposals", export, PROPOSALS, &known.proposals))
    }
}

fn differs(kind: &str, export: &str, marks: [char; 2], all: &[String]) -> Option<String> {
    let found = quoted(export, marks);
    (found != all).then(|| format!("{kind}: {found:?} instead of {all:?} in\n{export}"))
}

fn marked(words: &[String], [open, close]: [char; 2]) -> String {
    words.iter().map(|word| format!("{open}{word}{close}")).collect::<Vec<_>>().join(" ")
}

/// Words without punctuation: a comparison of two wordings would share it out.
fn letters_only() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("[a-z0-9éß]{1,8}", 1..5)
}

#[derive(Debug, Clone)]
struct Answer {
    kind: ResponseKind,
    paragraph: usize,
    proposal: Vec<String>,
    rationale: Vec<String>,
    lines: bool,
}

fn answer(letters: Letters) -> impl Strategy<Value = Answer> {
    let kind = prop::sample::select(ResponseKind::ALL.to_vec());
    (kind, 0usize..3, letters_only(), words(letters), any::<bool>()).prop_map(
        |(kind, paragraph, proposal, rationale, lines)| Answer {
            kind,
            paragraph,
            proposal,
            rationale,
            lines,
        },
    )
}

fn stated<T>(value: T) -> Stated<T> {
    Stated { value, ground: Ground::default() }
}

fn call() -> impl Strategy<Value = Call> {
    let place = prop::sample::select(vec![
        SignatoryPlace::Cover,
        SignatoryPlace::Top,
        SignatoryPlace::Footnote,
        SignatoryPlace::End,
    ]);
    let choices = prop::array::uniform6(any::<bool>());
    (place, choices).prop_map(
        |(place, [numbered, plain, brackets, at_end, contents, title_last])| {
            let field = |id: &str| HeaderField {
                id: id.into(),
                label: id.into(),
                ..HeaderField::default()
            };
            let permission = |yes, value| if yes { Some(stated(value)) } else { None };
            let mut call = Call {
                header_fields: vec![field("organisation"), field("session")],
                numbered_paragraphs: permission(numbered, Permission::Required),
                marking: if brackets { Marking::Brackets } else { Marking::BoldUnderline },
                joint: JointRules { place: Some(stated(place)), ..JointRules::default() },
                ..Call::default()
            };
            if title_last {
                call.header_fields.push(field("title"));
            }
            call.format.emphasis = permission(plain, Permission::Forbidden);
            call.format.contents = permission(contents, Permission::Required);
            call.format.notes = at_end.then(|| stated(NotesPlace::End));
            call
        },
    )
}

/// Returns a statement that holds everything a statement can hold.
pub fn generated(letters: Letters) -> impl Strategy<Value = Generated> {
    let head = (words(letters), words(letters), words(letters));
    let draft = prop::collection::vec(letters_only(), 3);
    let answers = prop::collection::vec(answer(letters), 0..4);
    let signatories = prop::collection::vec((word(letters), word(letters)), 0..3);
    let pieces = prop::collection::vec(piece(letters), 1..7);
    (head, call(), pieces, draft, answers, signatories).prop_map(
        |((title, organisation, session), call, pieces, draft, answers, signatories)| {
            let (body, Words { text, notes, alts }) = body(&pieces);
            let mut known = Known { text, notes, alts, ..Known::default() };
            let head = if call.header_fields.len() > 2 {
                [&organisation, &session, &title]
            } else {
                [&title, &organisation, &session]
            };
            known.head.extend(head.into_iter().flatten().cloned());
            let statement = Statement {
                title: marked(&title, HEAD),
                organisation: marked(&organisation, HEAD),
                header: [("session".to_owned(), marked(&session, HEAD))].into(),
                body,
                responses: responses(&answers, &draft, &mut known),
                signatories: signed(&signatories, &mut known),
                // Small, so that a page has room: the head of a table is said again on the next.
                pictures: pictures().into_iter().map(|own| Picture { share: 5, ..own }).collect(),
                ..Statement::default()
            };
            let drafts = vec![("draft".to_owned(), drafted(&draft))];
            Generated { statement, call, drafts, known }
        },
    )
}

fn drafted(draft: &[Vec<String>]) -> Draft {
    let block = |(at, words): (usize, &Vec<String>)| Block {
        id: format!("b{at}"),
        label: Some(format!("{}.", at + 1)),
        text: marked(words, DRAFT),
        ..Block::default()
    };
    Draft { blocks: draft.iter().enumerate().map(block).collect(), ..Draft::default() }
}

fn responses(answers: &[Answer], draft: &[Vec<String>], known: &mut Known) -> Vec<Response> {
    let asks = |kind: ResponseKind| {
        matches!(kind, ResponseKind::Modify | ResponseKind::Add | ResponseKind::Move)
    };
    let mut in_order: Vec<&Answer> = answers.iter().collect();
    in_order.sort_by_key(|answer| match answer.kind {
        ResponseKind::General => 0,
        _ => answer.paragraph + 1,
    });
    for answer in in_order {
        known.rationales.extend(answer.rationale.iter().cloned());
        if asks(answer.kind) {
            known.proposals.extend(answer.proposal.iter().cloned());
        }
        if matches!(answer.kind, ResponseKind::Modify | ResponseKind::Delete) {
            known.taken_out.extend(draft[answer.paragraph].iter().cloned());
        }
    }
    known.text.extend(known.rationales.iter().cloned());
    let response = |(at, answer): (usize, &Answer)| {
        let rationale = marked(&answer.rationale, TEXT);
        let target = Target {
            draft: "draft".into(),
            block: format!("b{}", answer.paragraph),
            label: format!("{}.", answer.paragraph + 1),
            text: marked(&draft[answer.paragraph], DRAFT),
        };
        Response {
            id: format!("r{at}"),
            kind: answer.kind,
            targets: if answer.kind == ResponseKind::General { vec![] } else { vec![target] },
            proposal: if asks(answer.kind) {
                marked(&answer.proposal, PROPOSALS)
            } else {
                String::new()
            },
            rationale: if answer.lines { rationale.replace(' ', "\n") } else { rationale },
            ..Response::default()
        }
    };
    answers.iter().enumerate().map(response).collect()
}

fn signed(names: &[(String, String)], known: &mut Known) -> Vec<Signatory> {
    let mut out: Vec<Signatory> = (0..)
        .zip(names)
        .map(|(at, (organisation, country))| Signatory {
            id: format!("s{at}"),
            organisation: marked(std::slice::from_ref(organisation), SIGNATORIES),
            country: marked(std::slice::from_ref(country), SIGNATORIES),
            ..Signatory::default()
        })
        .collect();
    out.sort_by_key(|signatory| (signatory.organisation.to_lowercase(), signatory.id.clone()));
    let all = out.iter().flat_map(|s| [&s.organisation, &s.country]);
    known.signatories.extend(all.flat_map(|name| quoted(name, SIGNATORIES)));
    // As they were added, which is not the order in which they print.
    out.sort_by_key(|signatory| std::cmp::Reverse(signatory.id.clone()));
    out
}
