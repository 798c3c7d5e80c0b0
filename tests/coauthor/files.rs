//! Files that go with a statement, and pictures in it, as two people see them.

use rostrum_core::coauthor::SharedStatement;
use rostrum_core::model::{Annex, Picture};

#[test]
fn a_file_that_two_people_added_apart_is_there_once_and_goes_as_one() {
    let annex = |id: &str, added: &str| Annex {
        id: id.into(),
        name: "study.pdf".into(),
        sha256: "01".into(),
        added: added.into(),
        ..Annex::default()
    };
    let picture = |id: &str, added: &str| Picture {
        id: id.into(),
        name: "chart.png".into(),
        sha256: "02".into(),
        added: added.into(),
        ..Picture::default()
    };
    let mut ann = SharedStatement::new(1);
    let mut ben = SharedStatement::new(2);
    let _ = ann.put_annex(&annex("a", "2026-11-22T12:00:01Z"));
    let _ = ann.put_picture(&picture("a", "2026-11-22T12:00:01Z"));
    let _ = ben.put_annex(&annex("b", "2026-11-22T12:00:00Z"));
    let _ = ben.put_picture(&picture("b", "2026-11-22T12:00:00Z"));
    ann.apply(&ben.diff(&ann.state_vector()).expect("a change")).expect("taken in");
    let both = ann.statement();
    assert_eq!(both.annexes, [annex("b", "2026-11-22T12:00:00Z")]);
    assert_eq!(both.pictures, [picture("b", "2026-11-22T12:00:00Z")]);

    // Another name of the one is no reason for the other to come out from behind it.
    let renamed = Picture { name: "map.png".into(), ..both.pictures[0].clone() };
    let _ = ann.put_picture(&renamed);
    assert_eq!(ann.statement().pictures, [renamed]);
    let _ = ann.undo();
    assert_eq!(ann.statement().pictures, both.pictures);

    let _ = ann.remove_annex("b");
    let _ = ann.remove_picture("b");
    assert!(ann.statement().annexes.is_empty() && ann.statement().pictures.is_empty());
    let _ = ann.undo();
    let _ = ann.undo();
    assert_eq!((ann.statement().annexes, ann.statement().pictures), (both.annexes, both.pictures));
}

#[test]
fn two_pictures_of_one_name_stay_two() {
    let picture = |id: &str, sha256: &str| Picture {
        id: id.into(),
        name: "chart.png".into(),
        sha256: sha256.into(),
        added: "2026-11-22T12:00:00Z".into(),
        ..Picture::default()
    };
    let mut shared = SharedStatement::new(1);
    let _ = shared.put_picture(&picture("b", "02"));
    let _ = shared.put_picture(&picture("a", "01"));
    let ids: Vec<String> = shared.statement().pictures.into_iter().map(|p| p.id).collect();
    assert_eq!(ids, ["a", "b"], "the same order in every copy");
}
