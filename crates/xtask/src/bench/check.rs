//! How long checks and counts take after a key stroke in a long statement.

use std::path::Path;
use std::time::{Duration, Instant};

use rostrum_core::calls;
use rostrum_core::check::{Case, CheckReport, Live, check};
use rostrum_core::count::{CountReport, Counter, count};
use rostrum_core::import::{ImportOptions, read};
use rostrum_core::model::signatory::EcosocStatus;
use rostrum_core::model::{Call, Draft, Source, Statement};
use rostrum_core::render::{Composer, Composition, Layout, compose};
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
    say(&format!("{:<36} {:>9} {:>9} {:>9}", "after a key stroke", "p50 ms", "p95 ms", "max ms"));
    row("compose", &mut times.compose);
    row("count", &mut times.count);
    row("check", &mut times.check);
    let p95 = row("all of it", &mut times.whole);
    row("all of it, nothing kept", &mut times.scratch);
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
    say(&format!("{name:<36} {:>9.2} {:>9.2} {:>9.2}", ms(at(50)), ms(at(95)), ms(at(100))));
    at(95)
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
