//! Any edits, in any order.

use crate::words::*;
use proptest::prelude::*;
use rostrum_core::coauthor::{Change, SharedStatement};
use rostrum_core::finding::Edit;
use rostrum_core::model::{Response, Statement};

/// Something one of the people does.
#[derive(Debug, Clone)]
pub(crate) enum Act {
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

pub(crate) fn act() -> impl Strategy<Value = Act> {
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

pub(crate) fn perform(
    people: &mut [SharedStatement],
    logs: &mut [Vec<Change>],
    who: usize,
    act: &Act,
) {
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
        Act::Section(n, text) => person.write_section(&format!("S{n}"), text).0,
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
pub(crate) fn apart(acts: &[(usize, Act)]) -> (Vec<SharedStatement>, Vec<Vec<Change>>) {
    let mut people: Vec<_> = (0..PEOPLE).map(|n| SharedStatement::new(n as u64 * 10)).collect();
    let mut logs = vec![Vec::new(); PEOPLE];
    for (who, act) in acts {
        perform(&mut people, &mut logs, *who, act);
    }
    (people, logs)
}

pub(crate) fn shared_part(statement: &SharedStatement) -> Statement {
    let mut part = statement.statement();
    part.responses.retain(|response| !response.private);
    part
}

pub(crate) fn joined(updates: &[&[u8]]) -> Statement {
    SharedStatement::from_updates(99, updates.iter().copied(), []).expect("joined").statement()
}

pub(crate) fn acts() -> impl Strategy<Value = Vec<(usize, Act)>> {
    prop::collection::vec((0..PEOPLE, act()), 1..40)
}

/// A failing case is shrunk and printed; it becomes a test of its own, not a file.
pub(crate) fn cases(count: u32) -> ProptestConfig {
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
