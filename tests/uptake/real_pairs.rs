//! Real revisions: what became of proposals whose fate the next revision tells.

#![expect(clippy::print_stderr, reason = "a skipped test must say so, and figures are told")]

use std::collections::BTreeMap;

use rostrum_core::import::{ImportOptions, read};
use rostrum_core::model::{Draft, Response, ResponseKind, Statement};
use rostrum_core::revise::align::{Relation, align};
use rostrum_core::revise::uptake::{Uptake, UptakeStatus, uptake};
use rostrum_tests::corpus::corpus;

use crate::notation::target;

const PAIRS: [(&str, &str); 2] = [
    ("paris-agreement/03_2015-11-06_agreement.md", "paris-agreement/04_2015-12-04_agreement.md"),
    (
        "bbnj-ga-resolutions/2023-08-01_A-RES-77-321.txt",
        "bbnj-ga-resolutions/2024-04-24_A-RES-78-272.txt",
    ),
];

/// What no negotiator wrote.
const OURS: &str = "and the quarterly hearing of lighthouse keepers and violin makers";

fn pairs() -> Vec<(&'static str, Draft, Draft)> {
    let Some(folder) = corpus() else {
        eprintln!("skipped: no corpus beside the checkout");
        return Vec::new();
    };
    let draft = |name: &str| {
        let bytes = std::fs::read(folder.join("revisions").join(name)).ok()?;
        read(&bytes, &ImportOptions { name, password: None }).ok()
    };
    let pairs = PAIRS.into_iter().filter_map(|(old, new)| Some((old, draft(old)?, draft(new)?)));
    pairs.collect()
}

fn found(old: &Draft, new: &Draft, responses: Vec<Response>) -> Uptake {
    let statement = Statement { responses, ..Statement::default() };
    uptake(&statement, &[("old".into(), old.clone())], ("new", new))
}

fn response(old: &Draft, block: &str, kind: ResponseKind, proposal: String) -> Response {
    Response {
        id: block.into(),
        kind,
        targets: vec![target("old", old.block(block).expect("a block"))],
        proposal,
        ..Response::default()
    }
}

fn told(name: &str, what: &str, uptake: &Uptake) -> BTreeMap<UptakeStatus, u32> {
    eprintln!("{name}, {what}: {:?} of {}", uptake.totals, uptake.proposals.len());
    for proposal in &uptake.proposals {
        if std::env::var("ROSTRUM_TELL").is_ok_and(|status| status == proposal.status.word()) {
            eprintln!("  {proposal:#?}");
        }
    }
    uptake.totals.clone()
}

fn share(totals: &BTreeMap<UptakeStatus, u32>, status: UptakeStatus) -> f64 {
    let all: u32 = totals.values().sum();
    f64::from(totals.get(&status).copied().unwrap_or_default()) / f64::from(all.max(1))
}

#[test]
fn the_wording_that_came_is_found_and_one_that_never_came_is_not() {
    for (name, old, new) in pairs() {
        let edited: Vec<(String, String)> = align(&old, &new)
            .links
            .into_iter()
            .filter(|l| l.relation == Relation::Edited && !l.style_only && l.new.len() == 1)
            .filter_map(|l| Some((l.old, new.block(&l.new[0])?.text.clone())))
            .collect();
        let came = edited
            .iter()
            .map(|(id, text)| response(&old, id, ResponseKind::Modify, text.clone()))
            .collect();
        let came = told(name, "the wording that came", &found(&old, &new, came));
        assert!(
            (share(&came, UptakeStatus::Adopted) - 1.0).abs() < f64::EPSILON,
            "{name}: {came:?}"
        );
        let never = old
            .blocks
            .iter()
            .filter(|block| block.text.split(' ').count() > 5)
            .map(|b| response(&old, &b.id, ResponseKind::Modify, format!("{} {OURS}.", b.text)))
            .collect();
        let never = told(name, "wording that never came", &found(&old, &new, never));
        assert!((share(&never, UptakeStatus::Not) - 1.0).abs() < f64::EPSILON, "{name}: {never:?}");
    }
}

/// What came into one paragraph is no answer to the same request on another one.
#[test]
fn wording_that_came_elsewhere_is_never_adopted() {
    for (name, old, new) in pairs() {
        let links = align(&old, &new).links;
        let came: Vec<&str> = links
            .iter()
            .filter(|l| l.relation == Relation::Edited && !l.style_only && l.new.len() == 1)
            .filter_map(|l| Some(new.block(&l.new[0])?.text.as_str()))
            .collect();
        let same: Vec<&str> = links
            .iter()
            .filter(|l| l.relation == Relation::Same && l.new.len() == 1)
            .map(|l| l.old.as_str())
            .collect();
        let asked = same
            .iter()
            .zip(came)
            .map(|(id, came)| {
                let text = &old.block(id).expect("a block").text;
                response(&old, id, ResponseKind::Modify, format!("{text} {came}"))
            })
            .collect();
        let totals = told(name, "wording that came elsewhere", &found(&old, &new, asked));
        assert!(share(&totals, UptakeStatus::Adopted) < f64::EPSILON, "{name}: {totals:?}");
        assert!(share(&totals, UptakeStatus::Partly) < f64::EPSILON, "{name}: {totals:?}");
    }
}

#[test]
fn what_was_added_is_found_and_what_stands_was_not_taken_out() {
    for (name, old, new) in pairs() {
        let links = align(&old, &new);
        let blocks = |relation: Relation| -> Vec<&str> {
            let of = links.links.iter().filter(move |l| l.relation == relation && !l.style_only);
            of.map(|l| l.old.as_str()).collect()
        };
        let first = old.blocks[0].id.clone();
        let added = links
            .added
            .iter()
            .filter_map(|id| new.block(id))
            .filter(|block| block.text.split(' ').count() > 12)
            .map(|block| response(&old, &first, ResponseKind::Add, block.text.clone()))
            .collect();
        let added = told(name, "what was added", &found(&old, &new, added));
        assert!(share(&added, UptakeStatus::Not) < 0.1, "{name}: {added:?}");
        let ask = |ids: Vec<&str>, kind| {
            let asked = ids.iter().map(|id| response(&old, id, kind, String::new())).collect();
            found(&old, &new, asked)
        };
        let stays = ask(blocks(Relation::Same), ResponseKind::Delete);
        let stays = told(name, "delete what stands", &stays);
        assert!(share(&stays, UptakeStatus::Adopted) < f64::EPSILON, "{name}: {stays:?}");
        let kept = told(name, "keep what stands", &ask(blocks(Relation::Same), ResponseKind::Keep));
        assert!(kept.is_empty() || share(&kept, UptakeStatus::Adopted) > 0.99, "{name}: {kept:?}");
        let gone = told(name, "keep what went", &ask(blocks(Relation::Gone), ResponseKind::Keep));
        assert!(share(&gone, UptakeStatus::Adopted) < f64::EPSILON, "{name}: {gone:?}");
    }
}
