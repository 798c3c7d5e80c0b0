//! Skeletons: what ships, what a statement begins with, and what is added later.

use rostrum_core::model::call::SectionHolds;
use rostrum_kit::Code;
use rostrum_kit::desk::wire::{
    CheckReport, FileRequest, MergeRequest, NotesRequest, Nothing, SectionRequest, ShareRequest,
    SkeletonRequest, Workspace,
};

use crate::machine::{Machine, statement};

const NOW: &str = "2026-11-10T09:00:00Z";

fn headings(workspace: &Workspace) -> Vec<&str> {
    workspace.call.sections.iter().map(|section| section.heading.as_str()).collect()
}

fn names(report: &CheckReport) -> Vec<&str> {
    report.findings.iter().map(|finding| finding.name.as_str()).collect()
}

#[test]
fn seven_kinds_ship_and_every_section_says_what_belongs_and_what_to_avoid() {
    let machine = Machine::new();
    let all = machine.at(NOW).skeletons(Nothing {}).expect("skeletons").skeletons;
    let ids: Vec<&str> = all.iter().map(|skeleton| skeleton.id.as_str()).collect();
    for id in [
        "accreditation-letter",
        "comment-on-draft",
        "joint-statement",
        "letter-to-chair",
        "oral-statement",
        "working-paper",
        "workshop-report",
    ] {
        assert!(ids.contains(&id), "{id} is missing");
    }
    for skeleton in &all {
        let mut seen = std::collections::BTreeSet::new();
        for section in &skeleton.sections {
            let place = format!("{}: {}", skeleton.id, section.heading);
            assert!(seen.insert(&section.id), "{place}");
            assert!(!section.guidance.is_empty(), "{place}");
            if section.holds != SectionHolds::Signatories {
                assert!(!section.avoid.is_empty() && !section.example.is_empty(), "{place}");
                assert!(
                    section.example.split_whitespace().count() <= 60,
                    "{place} is no short one"
                );
            }
        }
    }
}

#[test]
fn a_letter_begins_with_its_own_sections_and_is_checked_by_them() {
    let machine = Machine::new();
    let desk = machine.at(NOW);
    let file = machine.path("letter.rostrum");
    let made = statement(&desk, &file, "no-stated-rules", "accreditation-letter");
    assert!(headings(&made).contains(&"Past interaction with the United Nations"));
    assert!(made.statement.body.contains("# Purpose of the organisation\n"));
    assert!(made.call.header_fields.iter().any(|field| field.id == "addressee"));
    let report = desk.check(FileRequest { file }).expect("checked");
    assert!(!names(&report).contains(&"unknown-section"), "{:?}", names(&report));
}

#[test]
fn one_that_is_added_comes_with_its_headings_and_goes_with_one_undo() {
    let machine = Machine::new();
    let desk = machine.at(NOW);
    let file = machine.path("s.rostrum");
    let before = statement(&desk, &file, "oewg-ict-zero-draft", "");
    let request = SkeletonRequest { file: file.clone(), skeleton: "workshop-report".into() };
    let after = desk.skeleton_add(request.clone()).expect("added");
    assert!(after.statement.body.contains("# Points by topic\n"), "{}", after.statement.body);
    assert_eq!(after.call.sections[..before.call.sections.len()], before.call.sections[..]);
    let twice = desk.skeleton_add(request).expect("nothing twice");
    assert_eq!(twice.statement.body, after.statement.body);
    let undone = desk.undo(FileRequest { file }).expect("undone");
    assert_eq!(headings(&undone), headings(&before));
    assert_eq!(undone.statement.body, before.statement.body);
}

#[test]
fn what_a_partner_adds_comes_with_the_merge() {
    let machine = Machine::new();
    let desk = machine.at(NOW);
    let (file, partner) = (machine.path("s.rostrum"), machine.path("partner.rostrum"));
    statement(&desk, &file, "oewg-ict-zero-draft", "");
    desk.statement_share(ShareRequest { file: file.clone(), out: partner.clone() })
        .expect("a copy");
    desk.skeleton_add(SkeletonRequest { file: partner.clone(), skeleton: "working-paper".into() })
        .expect("added");
    desk.statement_close(FileRequest { file: partner.clone() }).expect("closed");
    let merged = desk.statement_merge(MergeRequest { file, other: partner }).expect("merged");
    assert!(headings(&merged.workspace).contains(&"Questions for discussion"));
}

#[test]
fn notes_go_into_a_section_sorted_and_without_names() {
    let machine = Machine::new();
    let desk = machine.at(NOW);
    let file = machine.path("s.rostrum");
    statement(&desk, &file, "no-stated-rules", "workshop-report");
    let notes = "Ms Quillfeather (Harbour Watch): ransomware against ports comes first\n\
                 A. Nobody: capacity-building needs money\n";
    let sorted = desk
        .notes_sort(NotesRequest { notes: notes.into(), agreed: vec!["A. Nobody".into()] })
        .expect("sorted");
    let made = desk
        .section_write(SectionRequest {
            file: file.clone(),
            section: "points".into(),
            text: sorted.markdown,
        })
        .expect("written");
    let body = &made.statement.body;
    assert!(body.contains("## Existing and potential threats\n\n- ransomware against ports"));
    assert!(body.contains("- A. Nobody: capacity-building needs money"), "{body}");
    assert!(!body.contains("Quillfeather") && !body.contains("Harbour Watch"), "{body}");
}

#[test]
fn a_skeleton_that_is_not_known_is_refused_with_those_that_are() {
    let machine = Machine::new();
    let desk = machine.at(NOW);
    let file = machine.path("s.rostrum");
    statement(&desk, &file, "no-stated-rules", "");
    let refused = desk
        .skeleton_add(SkeletonRequest { file, skeleton: "sonnet".into() })
        .expect_err("none of this id");
    assert_eq!(refused.code, Code::NotFound);
    assert!(refused.detail.contains("oral-statement"));
}
