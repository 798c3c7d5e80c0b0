//! What holds for any fixes of any draft.

use proptest::prelude::*;
use rostrum_core::fixup::{apply, doubts, follow};
use rostrum_core::model::response::Target;
use rostrum_core::model::{BlockKind, Draft, DraftFix, Fix, Response};

use crate::words::*;

fn any_draft() -> impl Strategy<Value = Draft> {
    let line = prop_oneof![
        "[1-9]\\.\\|([a-dé]{1,5} ){1,6}[a-d]{1,4}\\.",
        "[a-z]([a-dé]{1,5} ){0,5}[a-d]{1,4}",
        "# [A-D]\\. [a-d]{2,6}",
    ];
    prop::collection::vec(line, 1..8).prop_map(|lines| {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        draft(&lines)
    })
}

fn any_fix() -> impl Strategy<Value = Fix> {
    let block = || {
        prop_oneof![
            8 => (1..9u8).prop_map(|n| format!("b{n}")),
            2 => (1..9u8, 2..4u8).prop_map(|(n, m)| format!("b{n}.{m}")),
        ]
    };
    let kinds = prop_oneof![
        Just(BlockKind::Heading),
        Just(BlockKind::Paragraph),
        Just(BlockKind::Title),
        Just(BlockKind::Other)
    ];
    prop_oneof![
        3 => (block(), 0..30u32).prop_map(|(block, offset)| Fix::Split { block, offset }),
        3 => block().prop_map(|block| Fix::Merge { block }),
        1 => (block(), kinds, 0..4u8).prop_map(|(block, kind, level)| Fix::Kind { block, kind, level }),
        1 => block().prop_map(|block| Fix::Label { block, label: None }),
        1 => block().prop_map(|block| Fix::Drop { block }),
        1 => block().prop_map(|block| Fix::Restore { block }),
        1 => (block(), block()).prop_map(|(block, to)| Fix::Footnote { block, to, mark: "9".into() }),
        1 => block().prop_map(|block| Fix::Settle { block }),
    ]
}

fn any_fixes() -> impl Strategy<Value = Vec<DraftFix>> {
    prop::collection::vec(any_fix(), 0..12).prop_map(made)
}

/// Returns the letters of a draft in any order: fixes regroup words, they make and lose none.
fn letters(draft: &Draft, dropped: &[rostrum_core::model::Block]) -> Vec<char> {
    let blocks = draft.blocks.iter().chain(dropped);
    let mut all: Vec<char> = blocks
        .flat_map(|block| block.label.iter().chain([&block.text]).flat_map(|text| text.chars()))
        .filter(|c| !c.is_whitespace())
        .collect();
    all.sort_unstable();
    all
}

proptest! {
    #[test]
    fn no_word_is_made_and_none_is_lost_but_what_is_left_out(
        read in any_draft(), fixes in any_fixes(),
    ) {
        let fixes: Vec<DraftFix> = fixes
            .into_iter()
            // The mark of a footnote is what a person read on the page.
            .filter(|made| !matches!(made.fix, Fix::Footnote { .. }))
            .collect();
        let fixed = apply(&read, &fixes);
        prop_assert_eq!(letters(&fixed.draft, &fixed.dropped), letters(&read, &[]));
    }

    #[test]
    fn the_same_fixes_give_the_same_draft_and_ids_are_never_doubled(
        read in any_draft(), fixes in any_fixes(),
    ) {
        let fixed = apply(&read, &fixes);
        prop_assert_eq!(&fixed, &apply(&read, &fixes));
        let mut seen = std::collections::BTreeSet::new();
        for block in fixed.draft.blocks.iter().chain(&fixed.dropped) {
            prop_assert!(seen.insert(&block.id), "{} twice", block.id);
            prop_assert!(!block.text.is_empty());
            for note in &block.footnotes {
                prop_assert!(block.text.is_char_boundary(note.offset as usize));
            }
        }
    }

    #[test]
    fn taking_the_last_fix_off_the_list_takes_it_back(
        read in any_draft(), fixes in any_fixes(), last in any_fix(),
    ) {
        let before = apply(&read, &fixes);
        let mut more: Vec<Fix> = fixes.iter().map(|made| made.fix.clone()).collect();
        more.push(last);
        let mut more = made(more);
        let _ = apply(&read, &more);
        more.pop();
        prop_assert_eq!(apply(&read, &more), before);
    }

    #[test]
    fn a_block_that_no_fix_names_and_none_is_merged_into_stays_as_it_was(
        read in any_draft(), fixes in any_fixes(),
    ) {
        let fixes: Vec<DraftFix> =
            fixes.into_iter().filter(|made| !matches!(made.fix, Fix::Merge { .. })).collect();
        let fixed = apply(&read, &fixes);
        for block in &read.blocks {
            let touched = fixes.iter().any(|made| {
                let to = match &made.fix { Fix::Footnote { to, .. } => to.as_str(), _ => "" };
                let root = |id: &str| id.split('.').next() == Some(block.id.as_str());
                root(made.fix.block()) || root(to)
            });
            if !touched {
                let now = fixed.draft.block(&block.id).expect("it is there");
                prop_assert_eq!((&now.text, &now.label, now.kind), (&block.text, &block.label, block.kind));
            }
        }
    }

    #[test]
    fn no_response_loses_its_targets(read in any_draft(), fixes in any_fixes()) {
        let fixed = apply(&read, &fixes);
        for block in &read.blocks {
            let target = Target {
                draft: "d".into(),
                block: block.id.clone(),
                label: String::new(),
                text: block.text.clone(),
            };
            let mut response = Response { targets: vec![target], ..Response::default() };
            follow(&mut response, "d", &fixed);
            prop_assert!(!response.targets.is_empty());
        }
        prop_assert!(doubts(&read, &fixed).len() <= read.blocks.len());
    }
}
