//! The shared document: copies edited apart come together, whatever the order, and nothing
//! from outside can harm one.

use proptest::prelude::*;
use rostrum_core::coauthor::{Change, SharedStatement, UpdateRefused};
use rostrum_core::finding::Edit;
use rostrum_core::model::response::{Priority, Target};
use rostrum_core::model::signatory::EcosocStatus;
use rostrum_core::model::{Response, ResponseKind, Signatory, Source, Statement};

fn response(id: &str, rationale: &str) -> Response {
    Response { id: id.into(), rationale: rationale.into(), ..Response::default() }
}

fn private(id: &str, rationale: &str) -> Response {
    Response { private: true, ..response(id, rationale) }
}

fn source(key: &str, quotation: &str) -> Source {
    Source { key: key.into(), quotation: quotation.into(), ..Source::default() }
}

fn signatory(id: &str, organisation: &str) -> Signatory {
    Signatory { id: id.into(), organisation: organisation.into(), ..Signatory::default() }
}

/// A second session on the same statement.
fn copy_of(statement: &SharedStatement, client: u64) -> SharedStatement {
    let state = statement.state();
    SharedStatement::from_updates(client, [state.shared.as_slice()], []).expect("own state")
}

/// Brings everything shared that `from` has into `to`.
fn bring(from: &SharedStatement, to: &mut SharedStatement) {
    let update = from.diff(&to.state_vector()).expect("a difference");
    to.apply(&update).expect("own updates are taken");
}

fn meet(a: &mut SharedStatement, b: &mut SharedStatement) {
    bring(a, b);
    bring(b, a);
}

fn ids(statement: &SharedStatement) -> Vec<String> {
    statement.statement().responses.into_iter().map(|r| r.id).collect()
}

#[test]
fn everything_that_is_put_in_comes_out_again() {
    let mut shared = SharedStatement::new(1);
    let wanted = Statement {
        title: "Comments on the zero draft".into(),
        organisation: "An Organisation".into(),
        language: "ar".into(),
        call: "oewg-ict".into(),
        header: [("contact".to_owned(), "Ms. Somebody".to_owned())].into(),
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
        }],
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
    };
    let _ = shared.set_head("title", &wanted.title);
    let _ = shared.set_head("organisation", &wanted.organisation);
    let _ = shared.set_head("language", &wanted.language);
    let _ = shared.set_head("call", &wanted.call);
    let _ = shared.set_head("contact", "Ms. Somebody");
    let _ = shared.set_body(&wanted.body);
    let _ = shared.put_response(&wanted.responses[0]);
    let _ = shared.put_source(&wanted.sources[0]);
    let _ = shared.put_signatory(&wanted.signatories[0]);
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

// ---- any edits, in any order ----

/// Something one of the people does.
#[derive(Debug, Clone)]
enum Act {
    Body(String),
    Insert(u32, String),
    Section(u8, String),
    Respond(u8, String, String),
    Keep(u8, String),
    Remove(u8),
    Cite(u8, String),
    Uncite(u8),
    Sign(u8, String),
    Head(u8, String),
    Undo,
    Redo,
    /// Gets what that other person has.
    Fetch(usize),
}

const PEOPLE: usize = 3;

fn act() -> impl Strategy<Value = Act> {
    let words = || "[a-c 𝔸é.\n#]{0,12}";
    prop_oneof![
        3 => words().prop_map(Act::Body),
        4 => (any::<u32>(), words()).prop_map(|(at, text)| Act::Insert(at, text)),
        1 => (0..3u8, words()).prop_map(|(n, text)| Act::Section(n, text)),
        3 => (0..3u8, words(), words()).prop_map(|(n, p, r)| Act::Respond(n, p, r)),
        1 => (0..3u8, words()).prop_map(|(n, r)| Act::Keep(n, r)),
        2 => (0..3u8).prop_map(Act::Remove),
        1 => (0..2u8, words()).prop_map(|(n, q)| Act::Cite(n, q)),
        1 => (0..2u8).prop_map(Act::Uncite),
        1 => (0..2u8, words()).prop_map(|(n, o)| Act::Sign(n, o)),
        1 => (0..4u8, words()).prop_map(|(n, v)| Act::Head(n, v)),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
        2 => (0..PEOPLE).prop_map(Act::Fetch),
    ]
}

fn perform(people: &mut [SharedStatement], logs: &mut [Vec<Change>], who: usize, act: &Act) {
    if let Act::Fetch(from) = act {
        let update = people[*from].diff(&people[who].state_vector()).expect("a difference");
        if people[who].apply(&update).expect("own updates are taken") {
            logs[who].push(Change { shared: update, ..Change::default() });
        }
        return;
    }
    let person = &mut people[who];
    let change = match act {
        Act::Body(text) => person.set_body(text),
        Act::Insert(at, text) => {
            let body: Vec<u16> = person.body().encode_utf16().collect();
            let mut at = *at as usize % (body.len() + 1);
            // Between characters, not inside one.
            while at > 0 && at < body.len() && (0xdc00..0xe000).contains(&body[at]) {
                at -= 1;
            }
            let (start, end) = (at as u32, at as u32);
            person.edit_body(&[Edit { start, end, text: text.clone() }]).expect("inside")
        }
        Act::Section(n, text) => person.write_section(&format!("S{n}"), text),
        Act::Respond(n, proposal, rationale) => person.put_response(&Response {
            proposal: proposal.clone(),
            ..response(&format!("r{n}"), rationale)
        }),
        Act::Keep(n, rationale) => person.put_response(&private(&format!("r{n}"), rationale)),
        Act::Remove(n) => person.remove_response(&format!("r{n}")),
        Act::Cite(n, quotation) => person.put_source(&source(&format!("k{n}"), quotation)),
        Act::Uncite(n) => person.remove_source(&format!("k{n}")),
        Act::Sign(n, name) => person.put_signatory(&signatory(&format!("s{n}"), name)),
        Act::Head(n, value) => {
            person.set_head(["title", "call", "x", "header.y"][*n as usize], value)
        }
        Act::Undo => person.undo(),
        Act::Redo => person.redo(),
        Act::Fetch(_) => unreachable!("done above"),
    };
    logs[who].push(change);
}

/// Lets people act apart and returns their sessions with what each kept in the file.
fn apart(acts: &[(usize, Act)]) -> (Vec<SharedStatement>, Vec<Vec<Change>>) {
    let mut people: Vec<_> = (0..PEOPLE).map(|n| SharedStatement::new(n as u64 * 10)).collect();
    let mut logs = vec![Vec::new(); PEOPLE];
    for (who, act) in acts {
        perform(&mut people, &mut logs, *who, act);
    }
    (people, logs)
}

fn shared_part(statement: &SharedStatement) -> Statement {
    let mut part = statement.statement();
    part.responses.retain(|response| !response.private);
    part
}

fn joined(updates: &[&[u8]]) -> Statement {
    SharedStatement::from_updates(99, updates.iter().copied(), []).expect("joined").statement()
}

fn acts() -> impl Strategy<Value = Vec<(usize, Act)>> {
    prop::collection::vec((0..PEOPLE, act()), 1..40)
}

/// A failing case is shrunk and printed; it becomes a test of its own, not a file.
fn cases(count: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(count) }
}

proptest! {
    #![proptest_config(cases(250))]

    #[test]
    fn whatever_three_people_do_their_copies_come_together(acts in acts()) {
        let (mut people, _) = apart(&acts);
        for from in 0..PEOPLE {
            for to in 0..PEOPLE {
                let update = people[from].diff(&people[to].state_vector()).expect("a difference");
                people[to].apply(&update).expect("own updates are taken");
            }
        }
        // What one keeps back hides a response only from that one.
        let [a, b, c] = [0, 1, 2].map(|n| joined(&[&people[n].state().shared]));
        prop_assert_eq!(&a, &b);
        prop_assert_eq!(&b, &c);
    }

    #[test]
    fn what_is_kept_in_the_file_adds_up_to_what_is_seen(acts in acts()) {
        let (people, logs) = apart(&acts);
        for (person, log) in people.iter().zip(&logs) {
            let again = SharedStatement::from_updates(
                77,
                log.iter().map(|c| c.shared.as_slice()).filter(|u| !u.is_empty()),
                log.iter().map(|c| c.private.as_slice()).filter(|u| !u.is_empty()),
            ).expect("a whole log");
            prop_assert_eq!(again.statement(), person.statement());
        }
    }

    #[test]
    fn merging_commutes_is_associative_and_may_be_repeated(acts in acts()) {
        let (people, _) = apart(&acts);
        let states: Vec<Vec<u8>> = people.iter().map(|p| p.state().shared).collect();
        let [a, b, c] = [&states[0][..], &states[1][..], &states[2][..]];
        let all = joined(&[a, b, c]);
        for order in [[a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]] {
            prop_assert_eq!(&joined(&order), &all);
        }
        prop_assert_eq!(&joined(&[a, b, c, a, c, b]), &all);
        let pair = |x: &[u8], y: &[u8]| {
            SharedStatement::from_updates(98, [x, y], []).expect("joined").state().shared
        };
        prop_assert_eq!(&joined(&[&pair(a, b), c]), &all);
        prop_assert_eq!(&joined(&[a, &pair(b, c)]), &all);
    }

    #[test]
    fn no_words_written_apart_are_lost(
        base in "[a-c .\n]{0,40}",
        places in prop::collection::vec((any::<u32>(), 0..PEOPLE), 1..30),
    ) {
        let mut first = SharedStatement::new(1);
        let _ = first.set_body(&base);
        let mut people: Vec<_> = (0..PEOPLE).map(|n| copy_of(&first, 10 + n as u64)).collect();
        for (n, (at, who)) in places.iter().enumerate() {
            let person = &mut people[*who];
            let at = at % (person.body().encode_utf16().count() as u32 + 1);
            let text = char::from_u32(0x1000 + n as u32).expect("a letter").to_string();
            let _ = person.edit_body(&[Edit { start: at, end: at, text }]).expect("inside");
        }
        let states: Vec<Vec<u8>> = people.iter().map(|p| p.state().shared).collect();
        let merged = joined(&states.iter().map(Vec::as_slice).collect::<Vec<_>>()).body;
        for n in 0..places.len() {
            let mark = char::from_u32(0x1000 + n as u32).expect("a letter");
            prop_assert_eq!(merged.matches(mark).count(), 1);
        }
        let rest: String = merged.chars().filter(|c| (*c as u32) < 0x1000).collect();
        prop_assert_eq!(rest, base);
    }

    #[test]
    fn no_response_somebody_edited_is_lost(acts in acts()) {
        // Removals by one, edits by another who does not know of them: the edit stays.
        let (mut people, _) = apart(&acts);
        let _ = people[0].put_response(&response("r0", "Words."));
        let mut editor = copy_of(&people[0], 500);
        let mut remover = copy_of(&people[0], 501);
        let _ = editor.put_response(&response("r0", "Words that must stay."));
        let _ = remover.put_response(&response("r0", "Other words."));
        let _ = remover.remove_response("r0");
        meet(&mut editor, &mut remover);
        prop_assert_eq!(shared_part(&editor), shared_part(&remover));
        prop_assert!(ids(&editor).contains(&"r0".to_owned()));
    }

    #[test]
    fn undoing_everything_and_redoing_it_gives_the_same(acts in acts()) {
        // One person alone: what others did since may stand in the way of an exact return.
        let own = |act: &Act| !matches!(act, Act::Fetch(_) | Act::Undo | Act::Redo);
        let acts: Vec<_> =
            acts.into_iter().filter(|(_, act)| own(act)).map(|(_, act)| (0, act)).collect();
        let (mut people, _) = apart(&acts);
        let person = &mut people[0];
        let before = person.statement();
        let mut steps = 0;
        while person.can_undo() {
            let _ = person.undo();
            steps += 1;
            prop_assert!(steps < 1000);
        }
        let empty = person.statement();
        prop_assert_eq!(&empty.body, &before.body);
        prop_assert!(empty.responses.is_empty() && empty.sources.is_empty());
        prop_assert!(empty.signatories.is_empty() && empty.header.is_empty());
        while person.can_redo() {
            let _ = person.redo();
            steps += 1;
            prop_assert!(steps < 2000);
        }
        prop_assert_eq!(person.statement(), before);
    }
}

// ---- hostile bytes ----

/// A statement with something of everything, and updates of it to spoil.
fn sample() -> (SharedStatement, Vec<Vec<u8>>) {
    let mut a = SharedStatement::new(7);
    let mut updates = vec![
        a.set_body("# Summary\n\nWe welcome 𝔸 the draft.\n").shared,
        a.set_body("# Summary\n\nWe warmly welcome the zero draft.\n").shared,
        a.set_head("title", "T").shared,
        a.put_response(&response("r1", "Why.")).shared,
        a.put_response(&response("r1", "Why not.")).shared,
        a.put_source(&source("k", "Q")).shared,
        a.remove_source("k").shared,
        a.put_signatory(&signatory("s", "O")).shared,
    ];
    updates.push(a.state().shared);
    (a, updates)
}

fn unharmed(shared: &mut SharedStatement) {
    let statement = shared.statement();
    let _ = shared.set_body(&format!("{} More.", statement.body));
    let _ = shared.put_response(&response("r1", "Again."));
    let _ = shared.put_response(&response("new", "Again."));
    let _ = shared.remove_response("new");
    let _ = shared.undo();
    let _ = shared.share_copy();
    let state = shared.state().shared;
    let again = SharedStatement::from_updates(3, [state.as_slice()], []).expect("own state");
    assert_eq!(shared_part(&again), shared_part(shared));
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn random_bytes_are_refused_and_change_nothing(
        bytes in prop::collection::vec(any::<u8>(), 0..80), small in prop::collection::vec(0..12u8, 0..40),
    ) {
        let (mut shared, _) = sample();
        let before = shared.statement();
        for bytes in [bytes, small] {
            match shared.apply(&bytes) {
                Err(_) | Ok(false) => prop_assert_eq!(shared.statement(), before.clone()),
                Ok(true) => return Ok(()),
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(3000))]

    #[test]
    fn spoiled_updates_never_panic_and_refused_ones_change_nothing(
        which in 0..9usize,
        spoils in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4u8), 1..6),
        empty in any::<bool>(),
    ) {
        let (full, mut updates) = sample();
        let mut bytes = updates.swap_remove(which);
        for (at, value, how) in spoils {
            if bytes.is_empty() { break; }
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = value,
                1 => bytes[at] ^= 1 << (value % 8),
                2 => { bytes.remove(at); }
                _ => bytes.insert(at, value),
            }
        }
        let mut shared = if empty { SharedStatement::new(8) } else { full };
        let (before, known) = (shared.statement(), shared.state_vector());
        match shared.apply(&bytes) {
            Ok(true) => {}
            Ok(false) => prop_assert_eq!(shared.statement(), before),
            Err(_) => {
                prop_assert_eq!(shared.statement(), before);
                prop_assert_eq!(shared.state_vector(), known);
            }
        }
        unharmed(&mut shared);
    }
}
