use std::collections::BTreeMap;

use proptest::prelude::*;

use super::pieces::pieces;
use super::*;

const OLD: &str = "States should consider measures to protect networks, and to report on them.";

#[track_caller]
fn exact(proposal: &str, new: &str) -> String {
    match rebase(OLD, proposal, new) {
        Rebase::Exact { text } => text,
        other => panic!("not exact: {other:?}"),
    }
}

#[test]
fn changes_that_lie_apart_are_joined() {
    assert_eq!(
        exact(
            "States shall consider measures to protect networks, and to report on them.",
            "States should consider measures to protect civilian networks, and to report on them each year.",
        ),
        "States shall consider measures to protect civilian networks, and to report on them each year.",
    );
}

#[test]
fn changes_of_the_same_words_are_for_a_person() {
    let Rebase::ThreeWay { parts, conflicts, text } = rebase(
        OLD,
        "States shall consider measures to protect networks, and to report on them.",
        "States are invited to consider measures to protect networks, and to report yearly.",
    ) else {
        panic!("both changed \"should\"");
    };
    assert_eq!(conflicts, 1);
    let conflict = parts.iter().find(|p| p.side == MergeSide::Conflict).expect("one conflict");
    assert_eq!(conflict.old.trim(), "should");
    assert_eq!(conflict.ours.trim(), "shall");
    assert_eq!(conflict.theirs.trim(), "are invited to");
    assert_eq!(text, "States shall consider measures to protect networks, and to report yearly.");
}

#[test]
fn changes_with_one_word_between_them_are_for_a_person() {
    let merged = rebase(
        OLD,
        "States shall consider measures to protect networks, and to report on them.",
        "States should consider steps to protect networks, and to report on them.",
    );
    assert!(matches!(merged, Rebase::ThreeWay { conflicts: 1, .. }), "{merged:?}");
}

#[test]
fn what_the_new_text_already_says_is_adopted() {
    let ours = "States shall consider measures to protect networks, and to report on them.";
    assert_eq!(rebase(OLD, ours, ours), Rebase::Adopted);
    let theirs =
        "States shall consider measures to protect networks, and to report on them yearly.";
    assert_eq!(rebase(OLD, ours, theirs), Rebase::Adopted);
}

#[test]
fn what_was_adopted_in_part_keeps_the_rest() {
    assert_eq!(
        exact(
            "States shall consider measures to protect networks, and to report on them yearly.",
            "States shall consider measures to protect networks, and to report on them.",
        ),
        "States shall consider measures to protect networks, and to report on them yearly.",
    );
}

#[test]
fn a_word_that_could_stand_at_several_places_is_for_a_person() {
    // Where "very" was put in cannot be told, and the other side changed the next word.
    let merged = rebase(
        "a very very good text for all",
        "a very very very good text for all",
        "a very very bad text for all",
    );
    assert!(matches!(merged, Rebase::ThreeWay { .. }), "{merged:?}");
}

#[test]
fn scripts_without_spaces_are_joined_by_their_signs() {
    let merged = rebase(
        "各国应考虑保护网络的措施。",
        "各国必须考虑保护网络的措施。",
        "各国应考虑保护民用网络的措施。",
    );
    assert_eq!(merged, Rebase::Exact { text: "各国必须考虑保护民用网络的措施。".into() });
}

#[test]
fn an_end_that_both_sides_leave_keeps_its_paragraphs() {
    assert_eq!(
        rebase(
            "One two three four.\nFive six seven.",
            "One two three four.\nFive six seven eight.",
            "Zero two three four.\nFive six seven."
        ),
        Rebase::Exact { text: "Zero two three four.\nFive six seven eight.".into() },
    );
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(vec!["a", "b", "c", "d", "the", "x.", "网"]), 0..12)
        .prop_map(|words| words.join(" "))
}

fn counted(text: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for piece in pieces(text) {
        *counts.entry(piece.word.to_owned()).or_default() += 1;
    }
    counts
}

proptest! {
    #[test]
    fn on_an_unchanged_text_the_proposal_stays(old in text(), proposal in text()) {
        prop_assert_eq!(rebase(&old, &proposal, &old), Rebase::Unneeded);
    }

    #[test]
    fn a_proposal_that_changes_nothing_becomes_the_new_text(old in text(), new in text()) {
        prop_assume!(!old.trim().is_empty() && old != new);
        prop_assert_eq!(rebase(&old, &old, &new), Rebase::Exact { text: new });
    }

    #[test]
    fn an_exact_result_does_not_depend_on_the_side(
        old in text(), ours in text(), theirs in text(),
    ) {
        if let (Rebase::Exact { text: a }, Rebase::Exact { text: b }) =
            (rebase(&old, &ours, &theirs), rebase(&old, &theirs, &ours))
        {
            prop_assert_eq!(counted(&a), counted(&b));
        }
    }

    #[test]
    fn no_word_that_a_side_put_in_is_lost(old in text(), ours in text(), theirs in text()) {
        if let Rebase::Exact { text } = rebase(&old, &ours, &theirs) {
            let (was, own, their, now) =
                (counted(&old), counted(&ours), counted(&theirs), counted(&text));
            for (word, n) in own.iter().chain(&their) {
                if *n > was.get(word).copied().unwrap_or(0) {
                    prop_assert!(now.contains_key(word), "{word} is lost in {text:?}");
                }
            }
            for word in now.keys() {
                prop_assert!(own.contains_key(word) || their.contains_key(word));
            }
        }
    }

    #[test]
    fn the_stretches_of_a_conflict_are_the_three_texts(
        old in text(), ours in text(), theirs in text(),
    ) {
        if let Rebase::ThreeWay { parts, .. } = rebase(&old, &ours, &theirs) {
            let whole = |side: fn(&MergePart) -> &str| {
                let words: Vec<&str> =
                    parts.iter().flat_map(|p| pieces(side(p))).map(|p| p.word).collect();
                words.join(" ")
            };
            let words = |text: &str| {
                pieces(text).iter().map(|p| p.word).collect::<Vec<_>>().join(" ")
            };
            prop_assert_eq!(whole(|p| &p.old), words(&old));
            prop_assert_eq!(whole(|p| &p.ours), words(&ours));
            prop_assert_eq!(whole(|p| &p.theirs), words(&theirs));
        }
    }
}
