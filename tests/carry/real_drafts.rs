//! A response to every paragraph of a real draft, carried to the next one.
//!
//! The truth beside the corpus was made by reading both revisions; its keys are the first
//! words of a paragraph.

use std::collections::{BTreeMap, BTreeSet};

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
