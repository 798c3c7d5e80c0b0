//! What holds for any two drafts.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rostrum_core::model::{Block, BlockKind, Draft};
use rostrum_core::revise::align::{Alignment, Relation, align};
use rostrum_core::revise::compare::compare;

/// Openings, subjects and ends from which look-alike paragraphs are made.
const OPENINGS: &[&str] = &[
    "Requests the Secretary-General to",
    "Encourages all States to",
    "Each State should",
    "[States][Parties] [shall][should]",
    "No text",
    "[Deleted]",
    "",
];
const SUBJECTS: &[&str] = &[
    "report on measures taken in hospitals",
    "keep a register of points of contact",
    "share what was learnt from incidents",
    "train public officials every second year",
    "publish national policies, including on encryption",
];
const ENDS: &[&str] =
    &[" at its next session;", ", as appropriate;", ".", " by 2030, subject to funds;", ""];

fn block() -> impl Strategy<Value = (usize, usize, usize, u8, bool)> {
    (0..OPENINGS.len(), 0..SUBJECTS.len(), 0..ENDS.len(), 0..4u8, prop::bool::ANY)
}

fn draft() -> impl Strategy<Value = Draft> {
    prop::collection::vec(block(), 0..24).prop_map(|blocks| {
        let made =
            blocks.into_iter().enumerate().map(|(at, (opening, subject, end, kind, label))| {
                let (kind, level) = match kind {
                    0 => (BlockKind::Heading, 1),
                    1 => (BlockKind::Footnote, 0),
                    _ => (BlockKind::Paragraph, u8::from(at % 3 == 0)),
                };
                Block {
                    id: format!("b{at}"),
                    kind,
                    level,
                    label: label.then(|| format!("{at}.")),
                    text: format!("{} {}{}", OPENINGS[opening], SUBJECTS[subject], ENDS[end]),
                    confidence: 1.0,
                    ..Block::default()
                }
            });
        Draft { blocks: made.collect(), ..Draft::default() }
    })
}

/// Sure pairs of ids, from the old draft to the new one.
fn pairs(alignment: &Alignment) -> BTreeSet<(String, String)> {
    alignment
        .links
        .iter()
        .filter(|link| link.relation != Relation::Unsure)
        .flat_map(|link| link.new.iter().map(|new| (link.old.clone(), new.clone())))
        .collect()
}

/// Makes two drafts of distinct paragraphs; the fate of each is to stay, go, lose words, get
/// words, go to the end, or be preceded by a new one.
fn revised(fates: &[u8]) -> (Draft, Draft) {
    let words = |at: usize| -> Vec<String> {
        ["harbour", "lantern", "orchard", "granite", "violin", "meadow", "copper", "glacier"]
            .iter()
            .map(|word| format!("{word}{at}"))
            .collect()
    };
    let made = |id: String, words: &[String]| Block {
        id,
        text: format!("Each State should consider {}.", words.join(" and ")),
        confidence: 1.0,
        ..Block::default()
    };
    let (mut old, mut new, mut last) = (Vec::new(), Vec::new(), Vec::new());
    for (at, fate) in fates.iter().enumerate() {
        let words = words(at);
        old.push(made(format!("o{at}"), &words));
        let id = format!("n{at}");
        match fate {
            1 => {}
            2 => new.push(made(id, &words[..6])),
            3 => new.push(made(id, &[words.clone(), vec![format!("ribbon{at}")]].concat())),
            4 => last.push(made(id, &words)),
            5 => {
                let other: Vec<String> = (0..8).map(|n| format!("novel{at}x{n}")).collect();
                new.push(made(format!("n{}", at + 1000), &other));
                new.push(made(id, &words));
            }
            _ => new.push(made(id, &words)),
        }
    }
    new.append(&mut last);
    (Draft { blocks: old, ..Draft::default() }, Draft { blocks: new, ..Draft::default() })
}

/// A few blocks of a few words each, many of them the same.
fn tiny() -> impl Strategy<Value = Draft> {
    let words = prop::collection::vec(
        prop::sample::select(vec!["States", "States,", "shall", "3", "[", "国", ""]),
        0..4,
    );
    let label = prop::sample::select(vec!["", "1.", "1.", "2.", "(a)", "Option 1:"]);
    prop::collection::vec((words, label, 0..3u8), 0..5).prop_map(|blocks| {
        let made = blocks.into_iter().enumerate().map(|(at, (words, label, kind))| Block {
            id: format!("b{at}"),
            kind: if kind == 0 { BlockKind::Heading } else { BlockKind::Paragraph },
            level: kind,
            label: (!label.is_empty()).then(|| label.to_owned()),
            text: words.join(" "),
            confidence: 1.0,
            ..Block::default()
        });
        Draft { blocks: made.collect(), ..Draft::default() }
    })
}

proptest! {
    #[test]
    fn the_shortest_draft_against_itself_is_all_same(draft in tiny()) {
        let alignment = align(&draft, &draft);
        for link in &alignment.links {
            prop_assert_eq!(link.relation, Relation::Same);
            prop_assert_eq!(&link.new, &vec![link.old.clone()]);
        }
    }

    #[test]
    fn a_text_that_stands_once_in_each_draft_is_always_found(
        old in draft(), new in draft(), at in 0..30usize,
    ) {
        let own = |id: &str| Block {
            id: id.into(),
            text: "Museums keep the records of earlier conferences.".into(),
            confidence: 1.0,
            ..Block::default()
        };
        let (mut old, mut new) = (old, new);
        old.blocks.insert(at.min(old.blocks.len()), own("own"));
        new.blocks.insert((at / 2).min(new.blocks.len()), own("its"));
        let alignment = align(&old, &new);
        let link = alignment.link("own").expect("a link");
        prop_assert!(matches!(link.relation, Relation::Same | Relation::Moved), "{:?}", link);
        prop_assert_eq!(&link.new, &vec!["its".to_owned()]);
    }

    #[test]
    fn a_draft_against_itself_is_all_same(draft in draft()) {
        let alignment = align(&draft, &draft);
        for link in &alignment.links {
            prop_assert_eq!(link.relation, Relation::Same);
            prop_assert_eq!(&link.new, &vec![link.old.clone()]);
        }
        prop_assert!(alignment.added.is_empty());
    }

    #[test]
    fn every_block_is_told_of_once(old in draft(), new in draft()) {
        let alignment = align(&old, &new);
        let told: Vec<&str> = alignment.links.iter().map(|link| link.old.as_str()).collect();
        let there: Vec<&str> = old.blocks.iter().map(|block| block.id.as_str()).collect();
        prop_assert_eq!(told, there);
        let named: BTreeSet<&str> =
            alignment.links.iter().flat_map(|link| &link.new).map(String::as_str).collect();
        for block in &new.blocks {
            let added = alignment.added.contains(&block.id);
            prop_assert_ne!(added, named.contains(block.id.as_str()));
        }
        prop_assert!(named.iter().all(|id| new.block(id).is_some()));
    }

    #[test]
    fn every_link_fits_its_relation(old in draft(), new in draft()) {
        let alignment = align(&old, &new);
        for link in &alignment.links {
            let distinct: BTreeSet<&String> = link.new.iter().collect();
            prop_assert_eq!(distinct.len(), link.new.len());
            prop_assert!((0.0..=1.0).contains(&link.confidence));
            let fits = match link.relation {
                Relation::Same | Relation::Edited | Relation::Moved => link.new.len() == 1,
                Relation::Split => link.new.len() > 1,
                Relation::Merged => link.new.len() == 1 && alignment.back(&link.new[0]).len() > 1,
                Relation::Gone => link.new.is_empty(),
                Relation::Unsure => !link.new.is_empty(),
            };
            prop_assert!(fits, "{:?}", link);
            prop_assert!(link.reason.words().ends_with('.'));
        }
    }

    #[test]
    fn the_way_back_finds_the_same_pairs(fates in prop::collection::vec(0..6u8, 4..20)) {
        let (old, new) = revised(&fates);
        let there = pairs(&align(&old, &new));
        let back: BTreeSet<(String, String)> =
            pairs(&align(&new, &old)).into_iter().map(|(new, old)| (old, new)).collect();
        prop_assert_eq!(&there, &back);
        for (old, new) in &there {
            prop_assert_eq!(old.trim_start_matches('o'), new.trim_start_matches('n'));
        }
    }

    #[test]
    fn the_same_drafts_give_the_same_answer(old in draft(), new in draft()) {
        prop_assert_eq!(align(&old, &new), align(&old, &new));
    }

    #[test]
    fn a_comparison_shows_every_block_once(old in draft(), new in draft()) {
        let alignment = align(&old, &new);
        let comparison = compare(("old", "new"), &old, &new, &alignment);
        let rows = || comparison.sections.iter().flat_map(|section| &section.rows);
        let mut shown: Vec<&str> = rows().flat_map(|row| &row.old).map(|b| b.id.as_str()).collect();
        shown.sort_unstable();
        let mut there: Vec<&str> = old.blocks.iter().map(|block| block.id.as_str()).collect();
        there.sort_unstable();
        prop_assert_eq!(shown, there);
        let news: BTreeSet<&str> = rows().flat_map(|row| &row.new).map(|b| b.id.as_str()).collect();
        prop_assert_eq!(news.len(), new.blocks.len());
    }
}
