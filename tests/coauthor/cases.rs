//! What two people see who work on one statement.

use crate::words::*;
use rostrum_core::coauthor::{SharedStatement, UpdateRefused};
use rostrum_core::finding::Edit;
use rostrum_core::model::response::{Carried, Priority, ResponseStatus, TakenUp, Target};
use rostrum_core::model::signatory::EcosocStatus;
use rostrum_core::model::{
    Annex, DraftFix, Fate, Fix, Mute, MuteScope, Picture, Response, ResponseKind, Signatory,
    Source, Statement,
};

#[test]
fn everything_that_is_put_in_comes_out_again() {
    let mut shared = SharedStatement::new(1);
    let wanted = Statement {
        title: "Comments on the zero draft".into(),
        organisation: "An Organisation".into(),
        language: "ar".into(),
        call: "oewg-ict".into(),
        numbered_by: "d".into(),
        header: [("contact".to_owned(), "Ms. Somebody".to_owned())].into(),
        skeleton: "letter-to-chair".into(),
        added_skeletons: vec!["working-paper".into(), "joint-statement".into()],
        plan: [("freeze".to_owned(), "5".to_owned()), ("draft.done".to_owned(), "1".to_owned())]
            .into(),
        body: "# Summary\n\nمرحبا 𝔸.\n".into(),
        responses: vec![Response {
            id: "r1".into(),
            kind: ResponseKind::Modify,
            targets: vec![Target {
                draft: "d".into(),
                block: "b1".into(),
                label: "23.".into(),
                text: "Old \"words\".".into(),
            }],
            proposal: "New words.".into(),
            rationale: "Because.".into(),
            priority: Priority::High,
            topic: "norms".into(),
            sources: vec!["k1".into()],
            private: false,
            norms: vec!["f".into()],
            tags: vec!["hospitals".into()],
            status: ResponseStatus::Ready,
            owner: "the legal desk".into(),
            alternative_to: "r0".into(),
            earlier: vec![Target { label: "21.".into(), ..Target::default() }],
            carried: Some(Carried { relation: "edited".into(), ..Carried::default() }),
            taken_up: Some(TakenUp { answer: "partly".into(), note: "In other words.".into() }),
        }],
        words: vec!["flumgrable".into()],
        sources: vec![Source {
            key: "k1".into(),
            item: serde_json::json!({"type": "report", "title": "T", "author": [{"family": "N"}]}),
            locator: "para. 3".into(),
            quotation: "Said so.".into(),
            seen: "2026-11-22".into(),
            copy_sha256: "ab".into(),
        }],
        signatories: vec![Signatory {
            id: "s1".into(),
            organisation: "Another Organisation".into(),
            country: "Nowhere".into(),
            region: "African States".into(),
            group: "Civil society".into(),
            status: EcosocStatus::Special,
        }],
        fixes: vec![DraftFix {
            id: "f".into(),
            draft: "d".into(),
            seen: "0123".into(),
            fix: Fix::Split { block: "b17".into(), offset: 40 },
        }],
        mutes: vec![Mute {
            id: "m".into(),
            rule: "R303".into(),
            scope: MuteScope::Section,
            at: "Summary".into(),
            mark: "0123".into(),
            said: "Many ports.".into(),
            reason: "We counted.".into(),
        }],
        annexes: vec![Annex {
            id: "x".into(),
            name: "study.pdf".into(),
            bytes: 12,
            sha256: "0123".into(),
            added: "2026-11-22T12:00:00Z".into(),
            comments: Fate::Keep,
            ..Annex::default()
        }],
        pictures: vec![Picture {
            id: "y".into(),
            name: "chart.png".into(),
            width: 600,
            height: 400,
            bytes: 12,
            sha256: "4567".into(),
            share: 50,
            added: "2026-11-22T12:00:00Z".into(),
            ..Picture::default()
        }],
    };
    let _ = shared.set_head("title", &wanted.title);
    let _ = shared.set_head("organisation", &wanted.organisation);
    let _ = shared.set_head("language", &wanted.language);
    let _ = shared.set_head("call", &wanted.call);
    let _ = shared.number_by("d");
    let _ = shared.set_head("contact", "Ms. Somebody");
    let _ = shared.set_body(&wanted.body);
    let _ = shared.keep_word("flumgrable", true);
    let _ = shared.keep_word("twice", true);
    let _ = shared.keep_word("twice", false);
    let _ = shared.put_response(&wanted.responses[0]);
    let _ = shared.put_source(&wanted.sources[0]);
    let _ = shared.put_signatory(&wanted.signatories[0]);
    let _ = shared.put_fix(&wanted.fixes[0]);
    let _ = shared.put_mute(&wanted.mutes[0]);
    let _ = shared.put_annex(&wanted.annexes[0]);
    let _ = shared.put_picture(&wanted.pictures[0]);
    let _ = shared.set_head("skeleton", &wanted.skeleton);
    // They come in the order of their adding, which is the value.
    let _ = shared.set_head("skeleton.joint-statement", "2026-11-22T15:00:00Z");
    let _ = shared.set_head("skeleton.working-paper", "2026-11-21T15:00:00Z");
    let _ = shared.set_head("plan.freeze", "5");
    let _ = shared.set_head("plan.draft.done", "1");
    assert_eq!(shared.statement(), wanted);
    assert_eq!(copy_of(&shared, 2).statement(), wanted);
    let _ = shared.set_head("header.contact", "");
    assert!(shared.statement().header.is_empty());
}

#[test]
fn the_updates_of_a_session_add_up_to_its_statement() {
    let mut shared = SharedStatement::new(1);
    let changes = [
        shared.set_body("One. Two.\n"),
        shared.put_response(&response("r1", "First.")),
        shared.put_response(&private("r2", "Ours.")),
        shared.put_response(&private("r1", "First, now ours.")),
        shared.remove_response("r2"),
        shared.undo(),
        shared.set_body("One. Three.\n"),
    ];
    let again = SharedStatement::from_updates(
        2,
        changes.iter().map(|c| c.shared.as_slice()).filter(|u| !u.is_empty()),
        changes.iter().map(|c| c.private.as_slice()).filter(|u| !u.is_empty()),
    )
    .expect("a whole log");
    assert_eq!(again.statement(), shared.statement());
    assert_eq!(ids(&again), ["r1", "r2"]);
}

#[test]
fn a_statement_may_move_to_another_thread() {
    fn moves<T: Send>(_: T) {}
    moves(SharedStatement::new(1));
}

#[test]
fn saying_the_same_again_is_no_change() {
    let mut shared = SharedStatement::new(1);
    let _ = shared.set_head("title", "T");
    let _ = shared.set_body("Text");
    let _ = shared.put_response(&response("r1", "R"));
    let _ = shared.put_source(&source("k", "Q"));
    assert!(shared.set_head("title", "T").is_empty());
    assert!(shared.set_body("Text").is_empty());
    assert!(shared.put_response(&response("r1", "R")).is_empty());
    assert!(shared.put_source(&source("k", "Q")).is_empty());
    assert!(shared.remove_response("unknown").is_empty());
}

#[test]
fn two_people_who_edit_copies_of_the_body_keep_both_edits() {
    let mut a = SharedStatement::new(1);
    let _ = a.set_body("The States shall cooperate. The Secretariat shall report.\n");
    let mut b = copy_of(&a, 2);
    let _ = a.set_body("The States should cooperate. The Secretariat shall report.\n");
    let _ = b.set_body("The States shall cooperate. The Secretariat shall report every year.\n");
    meet(&mut a, &mut b);
    assert_eq!(a.body(), "The States should cooperate. The Secretariat shall report every year.\n");
    assert_eq!(a.statement(), b.statement());
}

#[test]
fn two_people_who_edit_one_response_keep_both_edits() {
    let mut a = SharedStatement::new(1);
    let _ = a.put_response(&response("r1", "It is new and clear."));
    let mut b = copy_of(&a, 2);
    let _ = a.put_response(&response("r1", "It is really new and clear."));
    let _ = b.put_response(&Response {
        topic: "norms".into(),
        ..response("r1", "It is new and very clear.")
    });
    meet(&mut a, &mut b);
    assert_eq!(a.statement(), b.statement());
    let merged = &a.statement().responses[0];
    assert_eq!(merged.rationale, "It is really new and very clear.");
    assert_eq!(merged.topic, "norms");
}

#[test]
fn an_edit_wins_over_a_removal_that_did_not_know_it() {
    for (remover, editor) in [(1, 2), (2, 1)] {
        let mut a = SharedStatement::new(remover);
        let _ = a.put_response(&response("r1", "Old."));
        let mut b = copy_of(&a, editor);
        // The remover edits as well before taking it out.
        let _ = a.put_response(&response("r1", "Old, really."));
        let _ = a.remove_response("r1");
        let _ = b.put_response(&response("r1", "Old and dear."));
        meet(&mut a, &mut b);
        assert_eq!(a.statement(), b.statement());
        assert_eq!(ids(&a), ["r1"], "the partner's words stay");
        let _ = a.remove_response("r1");
        meet(&mut a, &mut b);
        assert_eq!(ids(&b), [""; 0], "a removal that knows all edits holds");
    }
}

#[test]
fn undo_takes_back_one_call_and_redo_brings_it_again() {
    let mut shared = SharedStatement::new(1);
    assert!(!shared.can_undo());
    let _ = shared.put_response(&response("r1", "First."));
    let _ = shared.put_response(&response("r1", "First, better."));
    let _ = shared.put_source(&source("k", "Q"));
    let _ = shared.set_head("title", "T");
    let _ = shared.remove_response("r1");
    let full = |s: &SharedStatement| {
        let s = s.statement();
        let rationale = s.responses.first().map(|r| r.rationale.clone()).unwrap_or_default();
        (rationale, s.sources.len(), s.title)
    };
    let states = [
        (String::new(), 0, ""),
        ("First.".into(), 0, ""),
        ("First, better.".into(), 0, ""),
        ("First, better.".into(), 1, ""),
        ("First, better.".into(), 1, "T"),
        (String::new(), 1, "T"),
    ]
    .map(|(rationale, sources, title): (String, _, &str)| (rationale, sources, title.to_owned()));
    assert_eq!(full(&shared), states[5]);
    for state in states[..5].iter().rev() {
        assert!(shared.can_undo());
        assert!(!shared.undo().is_empty());
        assert_eq!(full(&shared), *state);
    }
    assert!(!shared.can_undo());
    assert!(shared.undo().is_empty());
    for state in &states[1..] {
        assert!(shared.can_redo());
        assert!(!shared.redo().is_empty());
        assert_eq!(full(&shared), *state);
    }
    assert!(!shared.can_redo());
}

#[test]
fn several_things_done_as_one_are_taken_back_and_brought_again_as_one() {
    let mut shared = SharedStatement::new(1);
    let _ = shared.set_head("title", "Comments");
    let one = Response { id: "r1".into(), rationale: "It is clear.".into(), ..Response::default() };
    let two = Response { id: "r2".into(), private: true, ..one.clone() };
    let _ = shared.as_one(|shared| [shared.put_response(&one), shared.put_response(&two)]);
    let mut copy = SharedStatement::new(2);
    copy.apply(&shared.diff(&[]).expect("all of it")).expect("sound");
    let change = shared.undo();
    assert!(shared.statement().responses.is_empty());
    assert_eq!(shared.statement().title, "Comments", "the act before stays");
    copy.apply(&change.shared).expect("one update for the whole act");
    assert!(copy.statement().responses.is_empty());
    let _ = shared.redo();
    let ids: Vec<String> = shared.statement().responses.into_iter().map(|r| r.id).collect();
    assert_eq!(ids, ["r1", "r2"]);
    let _ = shared.undo();
    let _ = shared.undo();
    assert_eq!(shared.statement(), Statement::default());
}

#[test]
fn undo_leaves_the_body_and_the_work_of_others_alone() {
    let mut a = SharedStatement::new(1);
    let _ = a.put_response(&response("r1", "One."));
    let mut b = copy_of(&a, 2);
    let _ = a.put_response(&response("r1", "One. Mine."));
    let _ = a.set_body("Body.");
    let _ = b.put_response(&response("r1", "Theirs. One."));
    let _ = b.put_response(&response("r2", "Two."));
    meet(&mut a, &mut b);
    let _ = a.undo();
    assert_eq!(a.body(), "Body.");
    assert_eq!(a.statement().responses[0].rationale, "Theirs. One.");
    assert_eq!(ids(&a), ["r1", "r2"]);
    meet(&mut a, &mut b);
    assert_eq!(a.statement(), b.statement());
}

#[test]
fn making_a_response_private_and_back_is_one_step_of_undo() {
    let mut shared = SharedStatement::new(1);
    let _ = shared.put_response(&response("r1", "Words."));
    let _ = shared.put_response(&response("r2", "Other."));
    let change = shared.put_response(&private("r1", "Words."));
    assert!(!change.shared.is_empty() && !change.private.is_empty());
    assert_eq!(ids(&shared), ["r1", "r2"], "it keeps its place");
    assert!(shared.statement().responses[0].private);
    let change = shared.undo();
    assert!(!change.shared.is_empty() && !change.private.is_empty());
    assert_eq!(shared.statement().responses[0], response("r1", "Words."));
    let _ = shared.redo();
    assert_eq!(shared.statement().responses[0], private("r1", "Words."));
    let _ = shared.put_response(&response("r1", "Words."));
    assert_eq!(shared.statement().responses[0], response("r1", "Words."));
    assert_eq!(ids(&shared), ["r1", "r2"]);
}

#[test]
fn a_new_change_ends_what_could_be_brought_again() {
    let mut shared = SharedStatement::new(1);
    let _ = shared.put_response(&private("r1", "Words."));
    let _ = shared.undo();
    let _ = shared.set_head("title", "T");
    assert!(!shared.can_redo());
}

#[test]
fn edits_of_the_body_count_in_the_text_as_it_is() {
    let mut shared = SharedStatement::new(1);
    let _ = shared.set_body("𝔸 one two");
    let edit = |start, end, text: &str| Edit { start, end, text: text.into() };
    let change = shared.edit_body(&[edit(7, 10, "2"), edit(3, 6, "1")]).expect("made");
    assert!(!change.is_empty());
    assert_eq!(shared.body(), "𝔸 1 2");
    assert!(shared.edit_body(&[edit(1, 2, "")]).is_err());
    assert_eq!(shared.body(), "𝔸 1 2");
}

#[test]
fn a_shared_copy_holds_no_private_or_deleted_words_and_merges_back() {
    let mut a = SharedStatement::new(1);
    let _ = a.set_body("Kept SECRET1 words.");
    let _ = a.set_body("Kept words.");
    let _ = a.put_response(&private("r1", "SECRET2"));
    let _ = a.put_response(&response("r2", "SECRET3"));
    let _ = a.put_response(&private("r2", "SECRET3"));
    let _ = a.put_response(&response("r3", "SECRET4"));
    let _ = a.remove_response("r3");
    let _ = a.put_source(&source("k", "SECRET5"));
    let _ = a.remove_source("k");
    let _ = a.put_response(&response("r4", "Shared, SECRET6 deleted."));
    let _ = a.put_response(&response("r4", "Shared."));
    let bytes = a.share_copy();
    assert!(!bytes.windows(6).any(|w| w == b"SECRET"));
    let mut partner = SharedStatement::from_updates(2, [bytes.as_slice()], []).expect("a copy");
    assert_eq!(partner.body(), a.body());
    assert_eq!(ids(&partner), ["r4"]);
    let _ = partner.set_body("Kept and new words.");
    let _ = partner.put_response(&response("r4", "Shared and good."));
    let _ = a.set_body("Kept words!");
    meet(&mut a, &mut partner);
    assert_eq!(a.body(), "Kept and new words!");
    assert_eq!(ids(&a), ["r1", "r2", "r4"]);
    assert_eq!(partner.statement().responses, [response("r4", "Shared and good.")]);
    assert!(!partner.state().shared.windows(6).any(|w| w == b"SECRET"));
}

#[test]
fn edits_are_counted_as_what_a_merge_would_bring() {
    let mut a = SharedStatement::new(1);
    let _ = a.set_body("First sentence. Second sentence. Third sentence.");
    let _ = a.put_response(&response("r1", "R"));
    let mut b = copy_of(&a, 2);
    let counts = |a: &SharedStatement, b: &SharedStatement| {
        (a.edits_missing_in(b).expect("counted"), b.edits_missing_in(a).expect("counted"))
    };
    assert_eq!(counts(&a, &b), (0, 0));
    let _ = a.set_body("First phrase. Second sentence. Third phrase.");
    let _ = a.put_response(&private("r9", "not counted"));
    assert_eq!(counts(&a, &b), (2, 0));
    let _ = b.put_response(&response("r1", "R, better"));
    let _ = b.put_response(&response("r2", "New"));
    let _ = b.put_source(&source("k", "Q"));
    let _ = b.put_signatory(&signatory("s", "O"));
    let _ = b.set_head("title", "T");
    let _ = b.set_head("contact", "C");
    assert_eq!(counts(&a, &b), (2, 6));
    meet(&mut a, &mut b);
    assert_eq!(counts(&a, &b), (0, 0));
}

#[test]
fn an_update_with_a_gap_is_refused_and_changes_nothing() {
    let mut a = SharedStatement::new(1);
    let first = a.set_body("One.");
    let second = a.set_body("One. Two.");
    let mut b = SharedStatement::new(2);
    let _ = b.put_response(&response("r1", "R"));
    let before = b.state();
    assert_eq!(b.apply(&second.shared), Err(UpdateRefused::Gap));
    assert_eq!(b.state(), before);
    assert_eq!(b.apply(&first.shared), Ok(true));
    assert_eq!(b.apply(&second.shared), Ok(true));
    assert_eq!(b.apply(&second.shared), Ok(false));
    assert_eq!(b.body(), "One. Two.");
    assert_eq!(ids(&b), ["r1"]);
}

#[test]
fn the_five_byte_memory_bomb_is_refused_in_no_time() {
    let mut shared = SharedStatement::new(1);
    for bomb in [
        &[0x80, 0x80, 0x80, 0x80, 0x01][..],
        &[0x80, 0x80, 0x80, 0x20],
        &[0xff, 0xff, 0xff, 0xff, 0x0f],
        &[1, 0x80, 0x80, 0x80, 0x80, 0x01, 1, 0],
        &[0, 0x80, 0x80, 0x80, 0x80, 0x01],
        &[0, 1, 1, 0x80, 0x80, 0x80, 0x80, 0x01],
    ] {
        assert!(matches!(shared.apply(bomb), Err(UpdateRefused::Damaged { .. })), "{bomb:?}");
        assert!(shared.diff(bomb).is_err(), "{bomb:?}");
    }
}

#[test]
fn words_that_are_not_in_the_body_cannot_shift_it() {
    // Another program writes a number into the text: offsets would no longer count characters.
    use yrs::{Doc, OffsetKind, Options, Text, Transact};
    let doc = Doc::with_options(Options { offset_kind: OffsetKind::Utf16, ..Options::default() });
    let text = doc.get_or_insert_text("body");
    let update = {
        let mut txn = doc.transact_mut();
        text.insert(&mut txn, 0, "ab");
        text.insert_embed(&mut txn, 1, 5i64);
        txn.encode_update_v1()
    };
    let mut shared = SharedStatement::new(1);
    assert_eq!(shared.apply(&update), Err(UpdateRefused::Foreign { kind: 5 }));
    assert_eq!(shared.body(), "");
}
