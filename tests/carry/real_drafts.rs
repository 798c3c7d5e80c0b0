//! A response to every paragraph of a real draft, carried to the next one.
//!
//! The truth beside the corpus was made by reading both revisions; its keys are the first
//! words of a paragraph.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rostrum_core::import::{ImportOptions, read};
use rostrum_core::model::response::Target;
use rostrum_core::model::{BlockKind, Draft, Response, ResponseKind, Statement};
use rostrum_core::revise::carry::{
    Alignments, CarryAct, CarryDecision, CarryPlan, Outcome, apply, carry, sure,
};
use rostrum_core::revise::rebase::Rebase;
use rostrum_tests::corpus::corpus;

const OLD: &str = "revisions/paris-agreement/03_2015-11-06_agreement.md";
const NEW: &str = "revisions/paris-agreement/04_2015-12-04_agreement.md";
const TRUTH: &str = "truth/paris_03-04.tsv";

struct Real {
    drafts: Vec<(String, Draft)>,
    statement: Statement,
    /// New paragraphs of every old one, both by the first words.
    truth: BTreeMap<String, BTreeSet<String>>,
}

fn real() -> Option<Real> {
    let corpus = corpus()?;
    let draft = |name: &str| {
        let bytes = std::fs::read(corpus.join(name)).ok()?;
        read(&bytes, &ImportOptions { name, password: None }).ok()
    };
    let drafts = vec![("old".to_owned(), draft(OLD)?), ("new".to_owned(), draft(NEW)?)];
    let truth = std::fs::read_to_string(corpus.join(TRUTH)).ok()?;
    let mut links: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in truth.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [_, old, _, new, ..] = fields.as_slice() else { continue };
        if !old.is_empty() {
            let known = links.entry(first_words(old)).or_default();
            if !new.is_empty() {
                known.insert(first_words(new));
            }
        }
    }
    let paragraphs = drafts[0].1.blocks.iter().filter(|b| b.kind == BlockKind::Paragraph);
    let responses = paragraphs.enumerate().map(|(n, block)| Response {
        id: format!("r{n}"),
        kind: ResponseKind::Modify,
        targets: vec![Target {
            draft: "old".into(),
            block: block.id.clone(),
            label: block.label.clone().unwrap_or_default(),
            text: block.text.clone(),
        }],
        // A word of our own at the end, which most revisions leave room for.
        proposal: format!("{} Nobody is to be left behind.", block.text),
        ..Response::default()
    });
    let statement = Statement { responses: responses.collect(), ..Statement::default() };
    Some(Real { drafts, statement, truth: links })
}

/// A key has the first words, the last words, how many there are, and which of its like it is.
fn first_words(key: &str) -> String {
    bare(key.split('|').next().unwrap_or_default())
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

impl Real {
    fn plan(&self) -> CarryPlan {
        let alignments = Alignments::needed(&self.statement, &self.drafts, "new");
        carry(&self.statement, &self.drafts, "new", &alignments)
    }

    /// Returns what the truth says of a paragraph, if it knows it.
    fn known(&self, text: &str) -> Option<&BTreeSet<String>> {
        let text = bare(text);
        let mut found = self.truth.iter().filter(|(key, _)| text.starts_with(key.as_str()));
        // Formulas that begin alike cannot be told apart by their first words.
        let first = found.next()?;
        found.next().is_none().then_some(first.1)
    }
}

#[test]
fn of_the_responses_to_a_real_draft_none_is_lost_and_few_go_astray() {
    let Some(real) = real() else {
        println!("skipped: there is no corpus beside the checkout");
        return;
    };
    let plan = real.plan();
    assert_eq!(plan.responses.len(), real.statement.responses.len());
    let mut counts: BTreeMap<Outcome, u32> = BTreeMap::new();
    let (mut judged, mut astray, mut exact, mut three_way) = (0, Vec::new(), 0, 0);
    for row in &plan.responses {
        *counts.entry(row.outcome).or_default() += 1;
        match row.rebase {
            Rebase::Exact { .. } => exact += 1,
            Rebase::ThreeWay { .. } => three_way += 1,
            Rebase::Unneeded | Rebase::Adopted => {}
        }
        let Some(known) = real.known(&row.from[0].text).filter(|_| row.sure) else { continue };
        judged += 1;
        let to = bare(&row.to[0].text);
        // An option's number may stand before the first words.
        if !known.iter().any(|key| to.contains(key.as_str())) {
            astray.push((&row.from[0].text, &row.to[0].text));
        }
    }
    println!("{counts:?}; {exact} rebased exactly, {three_way} three-way; {judged} judged");
    println!("{} carried astray: {astray:#?}", astray.len());
    assert!(judged >= 100, "the truth knows what was carried: {judged}");
    assert!(astray.len() * 100 <= judged, "at most one in a hundred goes astray: {astray:#?}");
    let after = apply(&real.statement, &plan, &real.drafts[1].1, &sure(&plan)).expect("sure");
    for response in after {
        assert!(response.proposal.ends_with("Nobody is to be left behind."), "{response:?}");
        assert_eq!(response.earlier.len(), 1);
    }
}

/// The revisions of one negotiation, oldest first: every one that the corpus has but the very
/// first, a list of 1,900 wishes of which next to nothing stayed.
fn chain() -> Option<Vec<(String, Draft)>> {
    let folder = corpus()?.join("revisions/paris-agreement");
    let mut names: Vec<String> = std::fs::read_dir(folder.clone())
        .ok()?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| !name.starts_with("01_"))
        .filter(|name| {
            let pdf = Path::new(name).extension().is_some_and(|kind| kind == "pdf");
            pdf || name.ends_with("_agreement.md")
        })
        .collect();
    names.sort();
    let read_one = |name: &String| {
        let bytes = std::fs::read(folder.join(name)).ok()?;
        Some((name.clone(), read(&bytes, &ImportOptions { name, password: None }).ok()?))
    };
    names.iter().map(read_one).collect()
}

#[test]
fn thirty_responses_are_carried_through_every_revision_and_none_is_lost() {
    let Some(drafts) = chain().filter(|chain| chain.len() > 2) else {
        println!("skipped: there is no corpus beside the checkout");
        return;
    };
    let (first, draft) = &drafts[0];
    let long = draft.blocks.iter().filter(|b| b.kind == BlockKind::Paragraph && b.text.len() > 80);
    let long: Vec<_> = long.collect();
    let step = long.len() / 30;
    let responses = (0..30).map(|n| {
        let block = long[n * step];
        Response {
            id: format!("r{n}"),
            kind: if n % 3 == 0 { ResponseKind::Keep } else { ResponseKind::Modify },
            targets: vec![Target {
                draft: first.clone(),
                block: block.id.clone(),
                label: block.label.clone().unwrap_or_default(),
                text: block.text.clone(),
            }],
            proposal: if n % 3 == 0 { String::new() } else { format!("{} Always.", block.text) },
            rationale: format!("Reason {n}."),
            ..Response::default()
        }
    });
    let mut statement = Statement { responses: responses.collect(), ..Statement::default() };
    for at in 1..drafts.len() {
        let (new, draft) = &drafts[at];
        let known = &drafts[..=at];
        let begun = std::time::Instant::now();
        let plan = carry(&statement, known, new, &Alignments::needed(&statement, known, new));
        let took = begun.elapsed();
        let decisions: Vec<CarryDecision> = plan
            .responses
            .iter()
            .filter(|row| row.outcome != Outcome::AlreadyThere)
            .map(|row| {
                let act = match row.outcome {
                    Outcome::Choose => CarryAct::Stay,
                    _ => CarryAct::Accept,
                };
                let worded = matches!(row.rebase, Rebase::ThreeWay { .. });
                let proposal = worded.then(|| "Our words.".to_owned());
                CarryDecision { act, proposal, seen: true, ..CarryDecision::accept(row) }
            })
            .collect();
        let mut counts: BTreeMap<Outcome, u32> = BTreeMap::new();
        for row in &plan.responses {
            *counts.entry(row.outcome).or_default() += 1;
        }
        println!("{new}: {counts:?}, planned in {took:?}");
        for changed in apply(&statement, &plan, draft, &decisions).expect("decided") {
            let own = statement.responses.iter_mut().find(|r| r.id == changed.id);
            *own.expect("a response of the statement") = changed;
        }
        assert_eq!(statement.responses.len(), 30);
        for (n, response) in statement.responses.iter().enumerate() {
            assert_eq!(response.rationale, format!("Reason {n}."));
            assert!(!response.targets.is_empty(), "it still answers a paragraph");
            for target in &response.targets {
                let home = known.iter().find(|(id, _)| *id == target.draft);
                assert!(home.is_some_and(|(_, d)| d.block(&target.block).is_some()), "{target:?}");
            }
            let begins = response.earlier.first().or(response.targets.first());
            assert_eq!(begins.map(|t| &t.draft), Some(first), "where it came from is kept");
        }
    }
}

#[test]
fn a_real_draft_carried_to_itself_leaves_nothing_to_decide() {
    let Some(mut real) = real() else {
        println!("skipped: there is no corpus beside the checkout");
        return;
    };
    real.drafts[1].1 = real.drafts[0].1.clone();
    let plan = real.plan();
    let waiting: Vec<_> = plan.responses.iter().filter(|row| row.waits()).collect();
    assert!(waiting.is_empty(), "{:?}", waiting.first());
    assert!(plan.responses.iter().all(|row| row.to[0].block == row.from[0].block));
}

#[test]
fn a_real_draft_with_everything_decided_leaves_nothing_to_carry() {
    let Some(mut real) = real() else {
        println!("skipped: there is no corpus beside the checkout");
        return;
    };
    let plan = real.plan();
    let decide = |row: &rostrum_core::revise::carry::CarryRow| {
        let act = match row.outcome {
            Outcome::Choose if row.candidates.is_empty() => CarryAct::Aside,
            Outcome::Choose => CarryAct::Choose { candidate: 0 },
            _ => CarryAct::Accept,
        };
        let proposal = Some("Decided.".to_owned());
        CarryDecision { act, proposal, seen: true, ..CarryDecision::accept(row) }
    };
    let decisions: Vec<CarryDecision> = plan.responses.iter().map(decide).collect();
    let decided = apply(&real.statement, &plan, &real.drafts[1].1, &decisions).expect("decided");
    assert_eq!(decided.len(), real.statement.responses.len());
    real.statement.responses = decided;
    let again = real.plan();
    assert_eq!(again.totals.settled, again.totals.all, "carrying twice changes nothing");
}
