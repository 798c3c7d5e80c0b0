//! How long checks and counts take after a key stroke in a long statement.

use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use rostrum_core::calls;
use rostrum_core::check::{Case, CheckReport, Live, check};
use rostrum_core::coauthor::SharedStatement;
use rostrum_core::count::{CountReport, Counter, count};
use rostrum_core::finding::Edit;
use rostrum_core::import::{ImportOptions, read};
use rostrum_core::model::signatory::EcosocStatus;
use rostrum_core::model::{Call, Draft, Source, Statement};
use rostrum_core::render::{Composer, Composition, Layout, compose};
use rostrum_core::spell::Spelling;
use rostrum_kit::clock::SystemClock;
use rostrum_kit::desk::wire::{NewStatementRequest, ReplicaRequest, UpdateRequest};
use rostrum_kit::desk::{Desk, Places, Unheard};
use rostrum_kit::ids::Uuid7;
use rostrum_kit::keyring::{Keyring, MemorySecrets, Namespace};
use rostrum_kit::spelling::Shelf;
use rostrum_kit::templates::{self, example};

use super::own_text::{self, Dice};
use super::steps::long_statement;
use crate::{Outcome, say};

/// Words of the statement.
const WORDS: usize = 10_000;
/// Key strokes that are measured.
const STROKES: usize = 400;
/// Every so many strokes the answer is held against the one from the beginning.
const COMPARED: usize = 20;
/// What a key stroke may cost at the 95th percentile.
const BUDGET: Duration = Duration::from_millis(10);

/// Prints what each step costs after a key stroke, and fails when the budget is overrun.
pub(super) fn run(_: &Path, _: &[String]) -> Outcome {
    let (_, text) = templates::CALLS
        .iter()
        .find(|(id, _)| *id == "oewg-ict-zero-draft")
        .ok_or("the call of the example is not shipped")?;
    let call = calls::load(text).map_err(|faults| format!("load the call: {faults:?}"))?;
    let options = ImportOptions { name: example::DRAFT_NAME, password: None };
    let draft = read(example::DRAFT, &options).map_err(|error| format!("import: {error}"))?;
    let mut statement = long_statement(&draft);
    let headings: Vec<String> = call.sections.iter().map(|s| s.heading.clone()).collect();
    statement.body = own_text::body(WORDS, &headings);
    statement.sources = ["gge2021", "hospitals2026"].map(source).to_vec();
    let drafts = [("example".to_owned(), draft)];
    let words = statement.body.split_whitespace().count();

    let mut desk = Keeping::default();
    let began = Instant::now();
    let (first, _) = desk.checked(&statement, &call, &drafts);
    let opening = began.elapsed();
    let mut dice = Dice::new(7);
    let mut times = Times::default();
    let mut anew = 0;
    for stroke in 0..STROKES {
        strike(&mut statement.body, &mut dice);
        let before = Instant::now();
        let (report, counted) = desk.checked(&statement, &call, &drafts);
        times.whole.push(before.elapsed());
        times.compose.push(desk.took[0]);
        times.count.push(desk.took[1]);
        times.check.push(desk.took[2]);
        anew += desk.live.looked_at();
        if stroke % COMPARED == 0 {
            let before = Instant::now();
            let (whole_report, whole_count) = from_the_beginning(&statement, &call, &drafts);
            times.scratch.push(before.elapsed());
            if (&report, &counted) != (&whole_report, &whole_count) {
                return Err(format!(
                    "after {stroke} key strokes the answer is another than from the beginning"
                ));
            }
        }
    }
    say(&format!(
        "{words} words of body, {} responses, {} findings; {STROKES} key strokes at random places\n",
        statement.responses.len(),
        first.findings.len()
    ));
    say(&format!("{:<40} {:>9} {:>9} {:>9}", "after a key stroke", "p50 ms", "p95 ms", "max ms"));
    row("compose", &mut times.compose);
    row("count", &mut times.count);
    row("check", &mut times.check);
    let p95 = row("all of it", &mut times.whole);
    row("all of it, nothing kept", &mut times.scratch);
    row("all of it, and saved, through the desk", &mut through_the_desk(&statement.body)?);
    say(&format!(
        "\nopening: {:.1} ms · passages looked at a key stroke: {:.2} · answers equal in {} of {} comparisons",
        ms(opening),
        anew as f64 / STROKES as f64,
        STROKES.div_ceil(COMPARED),
        STROKES.div_ceil(COMPARED)
    ));
    if p95 > BUDGET && !cfg!(debug_assertions) {
        return Err(format!("a key stroke costs {:.1} ms; it may cost {:.0}", ms(p95), ms(BUDGET)));
    }
    Ok(())
}

/// Types in a statement file as the window does, and tells how long each answer took.
fn through_the_desk(body: &str) -> Result<Vec<Duration>, String> {
    let told = |failure: rostrum_kit::Failure| format!("{}: {}", failure.attempt, failure.detail);
    let folder = std::env::temp_dir().join(format!("rostrum-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(|error| format!("make a folder: {error}"))?;
    let file = folder.join("bench.rostrum").to_string_lossy().into_owned();
    let desk = desk(&folder);
    let new = NewStatementRequest {
        file: file.clone(),
        call: "oewg-ict-zero-draft".into(),
        title: "Comments".into(),
        organisation: "Example Network for a Safer Internet".into(),
        ..NewStatementRequest::default()
    };
    let mut times = Vec::new();
    let outcome = (|| {
        desk.statement_new(new).map_err(told)?;
        let since = String::new();
        let all = desk.replica_pull(ReplicaRequest { file: file.clone(), since }).map_err(told)?;
        let bytes = BASE64_STANDARD.decode(all.update).map_err(|error| error.to_string())?;
        let mut copy = SharedStatement::new(11);
        copy.apply(&bytes).map_err(|error| error.to_string())?;
        let push = |change: Vec<u8>| {
            let update = BASE64_STANDARD.encode(change);
            desk.replica_push(UpdateRequest { file: file.clone(), update }).map_err(told)
        };
        push(copy.set_body(body).shared)?;
        let mut dice = Dice::new(3);
        for _ in 0..STROKES / 4 {
            let start = dice.roll(body.len() / 2) as u32;
            let edit = Edit { start, end: start, text: "e".into() };
            let change = copy.edit_body(&[edit]).map_err(|error| error.to_string())?;
            let before = Instant::now();
            push(change.shared)?;
            times.push(before.elapsed());
        }
        Ok::<(), String>(())
    })();
    let _ = std::fs::remove_dir_all(&folder);
    outcome.map(|()| times)
}

fn desk(folder: &Path) -> Desk {
    let places = Places {
        config: folder.join("config"),
        data: folder.join("data"),
        documents: folder.join("documents"),
        secrets: Namespace::apart("bench"),
        worker: folder.join("none"),
    };
    let keyring = Keyring::new(MemorySecrets::default());
    Desk::new(places, Arc::new(SystemClock), Arc::new(Uuid7), keyring, Arc::new(Unheard))
}

/// What a desk keeps from one key stroke to the next.
#[derive(Default)]
struct Keeping {
    composer: Composer,
    counter: Counter,
    live: Live,
    took: [Duration; 3],
}

impl Keeping {
    fn checked(
        &mut self,
        statement: &Statement,
        call: &Call,
        drafts: &[(String, Draft)],
    ) -> (CheckReport, CountReport) {
        let at = Instant::now();
        let composed = self.composer.compose(&composition(statement, call, drafts));
        self.took[0] = at.elapsed();
        let at = Instant::now();
        let counted = self.counter.count(&composed.document, call, EcosocStatus::None, false);
        self.took[1] = at.elapsed();
        let at = Instant::now();
        let report = self.live.check(&Case {
            statement,
            call,
            drafts,
            document: &composed.document,
            count: &counted,
            now: jiff::Timestamp::UNIX_EPOCH,
            signatories: &[],
            spelling: spelling(),
            files: &[],
            lost_pictures: &std::collections::BTreeSet::new(),
        });
        self.took[2] = at.elapsed();
        (report, counted)
    }
}

fn from_the_beginning(
    statement: &Statement,
    call: &Call,
    drafts: &[(String, Draft)],
) -> (CheckReport, CountReport) {
    let composed = compose(&composition(statement, call, drafts));
    let counted = count(&composed.document, call, EcosocStatus::None, false);
    let report = check(&Case {
        statement,
        call,
        drafts,
        document: &composed.document,
        count: &counted,
        now: jiff::Timestamp::UNIX_EPOCH,
        signatories: &[],
        spelling: spelling(),
        files: &[],
        lost_pictures: &std::collections::BTreeSet::new(),
    });
    (report, counted)
}

fn composition<'a>(
    statement: &'a Statement,
    call: &'a Call,
    drafts: &'a [(String, Draft)],
) -> Composition<'a> {
    Composition { statement, call, drafts, layout: Layout::Prose, signatories: &[] }
}

/// Returns the English dictionary, as a desk has it at hand; read once.
fn spelling() -> &'static Spelling {
    static SPELLING: OnceLock<Spelling> = OnceLock::new();
    SPELLING.get_or_init(|| {
        let shelf = Shelf::new(std::path::Path::new(""));
        shelf.wait("en", Duration::from_mins(1));
        shelf.spelling("en", &[])
    })
}

/// Types or takes out a letter, a word or a paragraph end at a place chosen by dice.
fn strike(body: &mut String, dice: &mut Dice) {
    let mut at = dice.roll(body.len());
    while !body.is_char_boundary(at) {
        at += 1;
    }
    match dice.roll(10) {
        0 => body.insert_str(at, "\n\n"),
        1 => body.insert_str(at, " organise "),
        2 | 3 if at < body.len() => drop(body.remove(at)),
        4 => body.insert(at, ' '),
        _ => body.insert(at, 'e'),
    }
}

fn source(key: &str) -> Source {
    Source {
        key: key.into(),
        item: serde_json::json!({"id": key, "type": "report", "title": format!("Report {key}"), "issued": {"date-parts": [[2021]]}}),
        ..Source::default()
    }
}

#[derive(Default)]
struct Times {
    compose: Vec<Duration>,
    count: Vec<Duration>,
    check: Vec<Duration>,
    whole: Vec<Duration>,
    scratch: Vec<Duration>,
}

/// Prints a row of the table and returns the 95th percentile.
fn row(name: &str, times: &mut [Duration]) -> Duration {
    times.sort();
    let at = |share: usize| times[(times.len() - 1) * share / 100];
    say(&format!("{name:<40} {:>9.2} {:>9.2} {:>9.2}", ms(at(50)), ms(at(95)), ms(at(100))));
    at(95)
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
