//! The cover of a statement, on the command line.

use crate::command::Home;

fn value(answer: &serde_json::Value, field: &str) -> String {
    let fields = answer["fields"].as_array().expect("fields");
    let field = fields.iter().find(|own| own["id"] == field).expect("the field");
    field["value"].as_str().expect("words").to_owned()
}

#[test]
fn the_cover_is_shown_and_filled_in() {
    let home = Home::new();
    let new = ["new", "s.rostrum", "--call", "oewg-ict-zero-draft", "--language", "fr"];
    home.json(&new);
    let shown = home.json(&["cover", "s.rostrum"]);
    assert_eq!((value(&shown, "language"), value(&shown, "date")), ("fr".into(), String::new()));
    let set = ["cover", "s.rostrum", "--set", "language=zh", "--set", "title=对零草案的意见"];
    let set = home.json(&set);
    assert_eq!(value(&set, "title"), "对零草案的意见");
    home.json(&["export", "s.rostrum", "--to", "html", "-o", "s.html"]);
    let page = std::fs::read_to_string(home.path("s.html")).expect("written");
    assert!(page.contains("<html lang=\"zh\""), "{}", &page[..200]);
    let told = home.run(&["cover", "s.rostrum"]).out;
    assert!(told.contains("Submitted by") || told.contains("Organisation"), "{told}");
    assert!(told.contains("(empty; the call asks for it)"), "{told}");
}

#[test]
fn what_is_no_field_or_no_language_is_refused_and_nothing_is_set() {
    let home = Home::new();
    home.json(&["new", "s.rostrum", "--call", "oewg-ict-zero-draft", "--title", "Ours"]);
    let before = home.json(&["cover", "s.rostrum"]);
    for (wrong, told) in [
        ("colour=red", "title, organisation, language"),
        ("title", "write FIELD=VALUE"),
        ("language=French", "ar, zh, en, fr, ru, es"),
    ] {
        let said = home.run(&["cover", "s.rostrum", "--set", "title=Other", "--set", wrong]);
        assert_eq!(said.code, 2, "{wrong}");
        assert!(said.err.contains(told), "{wrong}: {}", said.err);
    }
    assert_eq!(home.json(&["cover", "s.rostrum"]), before);
    let new = ["new", "t.rostrum", "--call", "oewg-ict-zero-draft", "--language", "Français"];
    assert_eq!(home.run(&new).code, 2);
    assert!(!home.path("t.rostrum").exists());
}
