//! How long the steps of the main job take on the shipped example and on a long statement.

use std::hint::black_box;
use std::time::{Duration, Instant};

use rostrum_core::check::{Case, check};
use rostrum_core::count::count;
use rostrum_core::import::{ImportOptions, read};
use rostrum_core::model::response::Target;
use rostrum_core::model::signatory::EcosocStatus;
use rostrum_core::model::{BlockKind, Draft, PictureBytes, Response, ResponseKind, Statement};
use rostrum_core::render::{Composition, Layout, compose, docx};
use rostrum_core::{calls, revise};
use rostrum_kit::spelling::Shelf;
use rostrum_kit::templates::{self, example};

use crate::{Outcome, say};

/// Words of the statement that is counted, checked and rendered.
const WORDS: usize = 10_000;

/// Longest time that one measurement goes on.
const LONGEST: Duration = Duration::from_secs(2);

/// Prints median and 95th percentile of each step whose name holds `only`.
pub(super) fn run(root: &std::path::Path, only: &str) -> Outcome {
    say(&format!("{:<44} {:>10} {:>10} {:>6}", "step", "median ms", "p95 ms", "runs"));

    for name in ["zero-draft.docx", "zero-draft.pdf", "zero-draft.md"] {
        let bytes = std::fs::read(root.join("templates/example").join(name))
            .map_err(|error| format!("read {name}: {error}"))?;
        let options = ImportOptions { name, password: None };
        measure(only, &format!("import {name}"), || read(&bytes, &options).is_ok());
    }

    let (_, text) = templates::CALLS
        .iter()
        .find(|(id, _)| *id == "oewg-ict-zero-draft")
        .ok_or("the call of the example is not shipped")?;
    measure(only, "load a call", || calls::load(text).is_ok());
    let call = calls::load(text).map_err(|faults| format!("load the call: {faults:?}"))?;

    let options = ImportOptions { name: example::DRAFT_NAME, password: None };
    let draft = read(example::DRAFT, &options).map_err(|error| format!("import: {error}"))?;
    let statement = long_statement(&draft);
    let drafts = [("example".to_owned(), draft)];
    let composition = Composition {
        statement: &statement,
        call: &call,
        drafts: &drafts,
        layout: Layout::Prose,
        signatories: &[],
    };
    measure(only, "compose 10,000 words", || compose(&composition).document);
    let document = compose(&composition).document;
    measure(only, "count 10,000 words", || count(&document, &call, EcosocStatus::None, false));
    let counted = count(&document, &call, EcosocStatus::None, false);
    let shelf = Shelf::new(std::path::Path::new(""));
    shelf.wait("en", std::time::Duration::from_mins(1));
    let spelling = shelf.spelling("en", &[]);
    let case = Case {
        statement: &statement,
        call: &call,
        drafts: &drafts,
        document: &document,
        count: &counted,
        now: jiff::Timestamp::UNIX_EPOCH,
        signatories: &[],
        spelling: &spelling,
        files: &[],
        lost_pictures: &std::collections::BTreeSet::new(),
    };
    measure(only, "check 10,000 words, every rule", || check(&case));
    measure(only, "render 10,000 words to Word", || docx(&document, &PictureBytes::new()).is_ok());
    let response = &statement.responses[0];
    measure(only, "word marks of one proposal", || {
        revise::words::diff(&response.targets[0].text, &response.proposal)
    });
    Ok(())
}

/// Makes a long statement of the sample's own sentences, with a response to every third paragraph.
pub(super) fn long_statement(draft: &Draft) -> Statement {
    let mut body = String::new();
    while body.split_whitespace().count() < WORDS {
        body.push_str(example::BODY);
        body.push('\n');
    }
    let paragraphs = draft.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
    let responses = paragraphs.step_by(3).enumerate().map(|(at, block)| Response {
        id: format!("r{at}"),
        kind: ResponseKind::Modify,
        targets: vec![Target {
            draft: "example".into(),
            block: block.id.clone(),
            label: block.label.clone().unwrap_or_default(),
            text: block.text.clone(),
        }],
        proposal: block.text.replace("States", "Member States"),
        rationale: "The words say who acts.".into(),
        ..Response::default()
    });
    Statement {
        title: "Comments".into(),
        organisation: "Example Network for a Safer Internet".into(),
        language: "en".into(),
        call: "oewg-ict-zero-draft".into(),
        responses: responses.collect(),
        body,
        ..Statement::default()
    }
}

/// Runs a step again and again and tells how long it took.
fn measure<T>(only: &str, name: &str, mut step: impl FnMut() -> T) {
    if !name.contains(only) {
        return;
    }
    black_box(step());
    let began = Instant::now();
    let mut times = Vec::new();
    while times.len() < 200 && (began.elapsed() < LONGEST || times.len() < 5) {
        let at = Instant::now();
        black_box(step());
        times.push(at.elapsed());
    }
    times.sort();
    let ms = |share: usize| times[(times.len() - 1) * share / 100].as_secs_f64() * 1000.0;
    say(&format!("{name:<44} {:>10.2} {:>10.2} {:>6}", ms(50), ms(95), times.len()));
}
