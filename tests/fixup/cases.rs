//! What each fix does, as a person would say it.

use rostrum_core::fixup::{DoubtReason, Misfit, apply, doubts, follow, seen};
use rostrum_core::model::draft::Region;
use rostrum_core::model::response::Target;
use rostrum_core::model::{BlockKind, DraftFix, Fix, Response};

use crate::words::*;

#[test]
fn without_fixes_a_draft_is_as_it_was_read() {
    let read = draft(&["# A. Threats", "1.|States recall.", "?and agree."]);
    assert_eq!(apply(&read, &[]).draft, read);
}

#[test]
fn a_split_gives_the_second_part_the_label_printed_at_its_start() {
    let read = draft(&["23.|States recall. 24. States agree.", "25.|They meet."]);
    let fixed = apply(&read, &made([split("b1", 14)]));
    assert_eq!(lines(&fixed.draft), ["23.|States recall.", "24.|States agree.", "25.|They meet."]);
    assert_eq!(ids(&fixed.draft), ["b1", "b1.2", "b2"]);
    assert_eq!(fixed.went["b1"], ["b1", "b1.2"]);
}

#[test]
fn a_part_can_be_split_again_and_no_id_comes_twice() {
    let read = draft(&["1.|One two three four."]);
    let fixed = apply(&read, &made([split("b1", 8), split("b1.2", 6), split("b1", 4)]));
    assert_eq!(lines(&fixed.draft), ["1.|One", "two", "three", "four."]);
    assert_eq!(ids(&fixed.draft), ["b1", "b1.4", "b1.2", "b1.3"]);
}

#[test]
fn notes_go_with_the_part_in_which_their_mark_stands() {
    let mut read = draft(&["1.|States recall. They agree."]);
    read.blocks[0].footnotes = vec![note("1", "First.", 14), note("2", "Second.", 26)];
    let fixed = apply(&read, &made([split("b1", 15)]));
    assert_eq!(fixed.draft.blocks[0].footnotes, [note("1", "First.", 14)]);
    assert_eq!(fixed.draft.blocks[1].footnotes, [note("2", "Second.", 11)]);
    let back = apply(&read, &made([split("b1", 15), merge("b1.2")]));
    assert_eq!(back.draft.blocks[0].footnotes, read.blocks[0].footnotes);
    assert_eq!(back.draft.blocks[0].text, read.blocks[0].text);
}

#[test]
fn a_merged_paragraph_is_outlined_whole() {
    let mut read = draft(&["7.|They meet", "|every year", "|in spring."]);
    let place = |y| Some(Region { x: 72.0, y, width: 100.0, height: 12.0 });
    for (block, (page, y)) in read.blocks.iter_mut().zip([(1, 700.0), (1, 720.0), (2, 80.0)]) {
        (block.page, block.region) = (Some(page), place(y));
    }
    let fixed = apply(&read, &made([merge("b2"), merge("b3")]));
    let whole = &fixed.draft.blocks[0];
    assert_eq!(whole.region.map(|region| (region.y, region.height)), Some((700.0, 32.0)));
    assert_eq!(
        whole.continues.iter().map(|s| (s.page, s.region.y)).collect::<Vec<_>>(),
        [(2, 80.0)]
    );
}

#[test]
fn a_merge_keeps_the_first_id_and_a_wrong_label_among_the_words() {
    let read = draft(&["7.|as set out in paragraph", "12.|of the report.", "8.|They meet."]);
    let fixed = apply(&read, &made([merge("b2")]));
    assert_eq!(
        lines(&fixed.draft),
        ["7.|as set out in paragraph 12. of the report.", "8.|They meet."]
    );
    assert_eq!(fixed.went["b2"], ["b1"]);
}

#[test]
fn a_word_parted_at_the_end_of_a_line_keeps_its_hyphen() {
    let read = draft(&["7.|capacity-", "building matters."]);
    assert_eq!(lines(&apply(&read, &made([merge("b2")])).draft), ["7.|capacity-building matters."]);
}

#[test]
fn a_label_is_taken_from_the_words_and_goes_back_to_them() {
    let read = draft(&["24. States agree.", "2015|was a good year."]);
    let fixed = apply(&read, &made([label("b1", "24."), label("b2", "")]));
    assert_eq!(lines(&fixed.draft), ["24.|States agree.", "2015 was a good year."]);
}

#[test]
fn what_becomes_a_heading_stands_above_what_follows() {
    let read = draft(&["# A. Threats", "International law", "9.|States reaffirm."]);
    let heading = Fix::Kind { block: "b2".into(), kind: BlockKind::Heading, level: 2 };
    let fixed = apply(&read, &made([heading]));
    assert_eq!(fixed.draft.blocks[2].heading_path, ["A. Threats", "International law"]);
    assert_eq!(fixed.draft.blocks[0], read.blocks[0], "untouched");
}

#[test]
fn what_is_left_out_can_come_back_to_its_place() {
    let read = draft(&["1.|One.", "A/79/214 page 3", "2.|Two."]);
    let out = apply(&read, &made([drop_it("b2")]));
    assert_eq!(lines(&out.draft), ["1.|One.", "2.|Two."]);
    assert_eq!(
        out.dropped,
        [read.blocks[1].clone()].map(|mut block| {
            block.confidence = 1.0;
            block
        })
    );
    let back = apply(&read, &made([drop_it("b2"), Fix::Restore { block: "b2".into() }]));
    assert_eq!(lines(&back.draft), lines(&read));
}

#[test]
fn a_note_in_the_middle_of_a_paragraph_goes_to_the_end_and_is_tied_to_its_mark() {
    let read = draft(&["1.|The report was adopted.12 It", "12 See the annex.", "is in force."]);
    let note = Fix::Footnote { block: "b2".into(), to: "b1".into(), mark: "12".into() };
    let fixed = apply(&read, &made([note, merge("b3")]));
    assert_eq!(
        lines(&fixed.draft),
        ["1.|The report was adopted. It is in force.", "^12|See the annex."]
    );
    let tied = &fixed.draft.blocks[0].footnotes[0];
    assert_eq!((tied.mark.as_str(), tied.text.as_str(), tied.offset), ("12", "See the annex.", 23));
}

#[test]
fn a_number_inside_a_number_is_not_a_mark() {
    let read = draft(&["1.|Resolution 79/212 of 2012 was adopted", "2 See the annex."]);
    let note = Fix::Footnote { block: "b2".into(), to: "b1".into(), mark: "2".into() };
    let fixed = apply(&read, &made([note]));
    assert_eq!(fixed.draft.blocks[0].text, read.blocks[0].text, "no mark is glued to a word");
}

#[test]
fn a_fix_is_never_made_to_other_words_than_the_person_saw() {
    let read = draft(&["1.|One two.", "2.|Three."]);
    let fix = drop_it("b1");
    let late = DraftFix {
        id: "theirs".into(),
        draft: "d".into(),
        seen: seen(&read, &fix).expect("b1 is there"),
        fix,
    };
    let mut both = made([merge("b2")]);
    both.push(late.clone());
    let fixed = apply(&read, &both);
    assert_eq!(lines(&fixed.draft), ["1.|One two. 2. Three."]);
    assert_eq!(fixed.misfits, [("theirs".to_owned(), Misfit::Changed)]);
    assert!(fixed.draft.findings[0].message.contains("other words"));
    assert!(apply(&read, &[late]).draft.blocks.len() == 1, "alone it fits");
}

#[test]
fn a_fix_that_cannot_be_made_is_reported_and_changes_nothing() {
    let read = draft(&["1.|One."]);
    for (fix, why) in [
        (merge("b1"), Misfit::First),
        (merge("b9"), Misfit::Gone),
        (split("b1", 0), Misfit::NoCut),
        (split("b1", 99), Misfit::NoCut),
        (Fix::Restore { block: "b1".into() }, Misfit::Gone),
    ] {
        let fixed = apply(&read, &made([fix.clone()]));
        assert_eq!(fixed.draft.blocks, read.blocks, "{fix:?}");
        assert_eq!(fixed.misfits, [("f0".to_owned(), why)], "{fix:?}");
        assert_eq!(fixed.draft.findings.len(), 1);
    }
}

#[test]
fn every_place_the_reader_doubted_has_a_reason_until_a_person_looked() {
    let read = draft(&["1.|States recall", "?and agree.", "?2.|Three.", "?International law"]);
    let reasons = |list: &[rostrum_core::fixup::Doubt]| -> Vec<(DoubtReason, bool)> {
        list.iter().map(|doubt| (doubt.reason, doubt.looked)).collect()
    };
    assert_eq!(
        reasons(&doubts(&read, &apply(&read, &[]))),
        [
            (DoubtReason::Continues, false),
            (DoubtReason::Bounds, false),
            (DoubtReason::Heading, false)
        ]
    );
    let fixed =
        apply(&read, &made([merge("b2"), Fix::Settle { block: "b3".into() }, drop_it("b4")]));
    let now = doubts(&read, &fixed);
    assert!(now.iter().all(|doubt| doubt.looked), "{now:?}");
    assert_eq!(now.iter().map(|d| d.block.as_str()).collect::<Vec<_>>(), ["b1", "b3", ""]);
}

fn response(block: &str, text: &str) -> Response {
    let target =
        Target { draft: "d".into(), block: block.into(), label: "1.".into(), text: text.into() };
    Response { id: "r".into(), targets: vec![target], ..Response::default() }
}

#[test]
fn a_response_follows_its_words_into_a_merged_paragraph() {
    let read = draft(&["1.|One.", "two."]);
    let fixed = apply(&read, &made([merge("b2")]));
    let mut answer = response("b2", "two.");
    assert!(follow(&mut answer, "d", &fixed).is_empty());
    assert_eq!(
        (answer.targets[0].block.as_str(), answer.targets[0].text.as_str()),
        ("b1", "One. two.")
    );
}

#[test]
fn a_response_to_a_paragraph_that_was_split_answers_the_parts_and_says_so() {
    let read = draft(&["1.|One. 2. Two."]);
    let fixed = apply(&read, &made([split("b1", 5)]));
    let mut answer = response("b1", "One. 2. Two.");
    let found = follow(&mut answer, "d", &fixed);
    // The label of the second part is no longer among its words, and still it holds them.
    assert_eq!(answer.targets.iter().map(|t| t.block.as_str()).collect::<Vec<_>>(), ["b1", "b1.2"]);
    assert_eq!(found[0].variant, "spread");
}

#[test]
fn a_response_to_what_was_left_out_stays_as_it_was_written() {
    let read = draft(&["1.|One.", "2.|Two."]);
    let fixed = apply(&read, &made([drop_it("b1")]));
    let mut answer = response("b1", "One.");
    assert_eq!(follow(&mut answer, "d", &fixed)[0].variant, "left-out");
    assert_eq!(answer, response("b1", "One."));
}

#[test]
fn a_response_to_a_part_goes_back_to_the_whole_when_the_split_is_taken_back() {
    let read = draft(&["1.|One. 2. Two."]);
    let mut answer = response("b1.2", "Two.");
    assert!(follow(&mut answer, "d", &apply(&read, &[])).is_empty());
    assert_eq!(answer.targets[0].block, "b1");
}
