//! Hostile bytes.

use crate::any_order::*;
use crate::words::*;
use proptest::prelude::*;
use rostrum_core::coauthor::SharedStatement;

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
