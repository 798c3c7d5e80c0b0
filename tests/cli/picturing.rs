//! Pictures of the text, on the command line.

use crate::command::Home;

/// A home with a statement and a picture beside it.
fn home() -> Home {
    let home = Home::new();
    home.json(&["new", "s.rostrum", "--call", "no-stated-rules"]);
    home.write("Our mark.png", icon("128x128.png"));
    home
}

fn icon(name: &str) -> Vec<u8> {
    let icons = concat!(env!("CARGO_MANIFEST_DIR"), "/../../icons/");
    std::fs::read(format!("{icons}{name}")).expect("an icon of the program")
}

#[test]
fn a_picture_is_added_set_replaced_and_taken_out() {
    let home = home();
    let add =
        ["picture", "add", "s.rostrum", "Our mark.png", "--alt", "A lectern", "--width", "40"];
    let added = home.json(&add);
    let picture = &added["picture"];
    assert_eq!((&picture["name"], &picture["width"]), (&"Our-mark.png".into(), &128.into()));
    assert_eq!((&picture["share"], &picture["state"]), (&40.into(), &"here".into()));
    assert_eq!(added["markdown"], "![A lectern](Our-mark.png)");
    assert_eq!(picture["shown"][0]["alt"], "A lectern");

    let set =
        ["picture", "set", "s.rostrum", "Our-mark.png", "--caption", "Ours", "--name", "mark"];
    let row = &home.json(&set)["pictures"][0];
    assert_eq!(row["name"], "mark.png");
    assert_eq!(
        (&row["shown"][0]["alt"], &row["shown"][0]["caption"]),
        (&"A lectern".into(), &"Ours".into())
    );
    home.json(&["picture", "show", "s.rostrum", "mark.png", "-o", "again.png"]);
    let kept = std::fs::read(home.path("again.png")).expect("written");
    assert_eq!(row["bytes"], kept.len());

    home.write("other.png", icon("32x32.png"));
    let other = home.json(&["picture", "replace", "s.rostrum", "mark.png", "other.png"]);
    assert_eq!(
        (&other["picture"]["name"], &other["picture"]["width"]),
        (&"mark.png".into(), &32.into())
    );
    let listed = home.run(&["picture", "list", "s.rostrum"]).out;
    assert!(listed.contains("32 × 32 pixels") && listed.contains("caption: Ours"), "{listed}");

    let gone = home.json(&["picture", "remove", "s.rostrum", "mark.png"]);
    assert_eq!(gone["pictures"], serde_json::json!([]));
    home.json(&["export", "s.rostrum", "--to", "md", "-o", "out.md"]);
    let text = std::fs::read_to_string(home.path("out.md")).expect("written");
    assert!(!text.contains("mark"), "{text}");
}

#[test]
fn what_is_no_picture_is_told_with_what_to_do_and_nothing_is_added() {
    let home = home();
    home.write("moving.gif", b"GIF89a\x01\0\x01\0");
    let said = home.run(&["picture", "add", "s.rostrum", "moving.gif"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("save it as PNG"), "{}", said.err);
    let said = home.run(&["picture", "add", "s.rostrum", "Our mark.png", "--under", "No such"]);
    assert_eq!(said.code, 2, "{}", said.out);
    assert_eq!(home.json(&["picture", "list", "s.rostrum"])["pictures"], serde_json::json!([]));
    assert_eq!(home.run(&["picture", "show", "s.rostrum", "no.png"]).code, 2);
}

#[test]
fn check_tells_a_picture_that_does_not_say_what_it_shows() {
    let home = home();
    home.json(&["picture", "add", "s.rostrum", "Our mark.png"]);
    let report = || home.run(&["check", "s.rostrum", "--format", "json"]).out;
    assert!(report().contains("R109"), "{}", report());
    home.json(&["picture", "set", "s.rostrum", "Our-mark.png", "--alt", "A lectern and a flag"]);
    assert!(!report().contains("R109"));
    home.json(&["picture", "remove", "s.rostrum", "Our-mark.png", "--leave-text"]);
    assert!(report().contains("R111"), "the text still shows it");
}
