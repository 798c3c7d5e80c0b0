//! Notes as people type them; all names are of nobody.

use super::*;

const NOTES: &str = "\
# Group 2

- Ms Okafor: ransomware against ports is the threat we see most.
- A. Silva (Harbour Watch): points of contact must be tested. Ms Okafor agrees.
• [10:32] Question: who pays for training?
Capacity-building:
1. Okafor offered to host the next course.
2. Dr. Lindqvist said that money comes too late; Lindqvist's office has figures.
International law: the group wants the Charter named.
See https://example.org/notes
";

fn texts(sorted: &SortedNotes, topic: &str) -> Vec<String> {
    let group = sorted.topics.iter().find(|group| group.topic == topic);
    group.map(|g| g.points.iter().map(|p| p.text.clone()).collect()).unwrap_or_default()
}

#[test]
fn points_come_under_their_topics_without_the_names_of_those_who_spoke() {
    let sorted = sort(NOTES, &[]);
    assert_eq!(texts(&sorted, "threats"), ["ransomware against ports is the threat we see most."]);
    assert!(!sorted.markdown.contains("Okafor"), "{}", sorted.markdown);
    assert!(!sorted.markdown.contains("Silva") && !sorted.markdown.contains("Lindqvist"));
    assert!(sorted.markdown.contains("A participant offered to host the next course."));
    assert!(sorted.markdown.contains("a participant's office has figures"));
    assert!(sorted.markdown.contains("points of contact must be tested. A participant agrees."));
}

#[test]
fn who_agreed_is_named() {
    let sorted = sort(NOTES, &["A. Silva".into()]);
    assert!(sorted.markdown.contains("- A. Silva (Harbour Watch): points of contact"));
    assert!(!sorted.markdown.contains("Okafor"));
}

#[test]
fn speakers_are_listed_with_their_lines_and_labels_are_nobody() {
    let sorted = sort(NOTES, &[]);
    let names: Vec<(&str, u32)> =
        sorted.speakers.iter().map(|s| (s.name.as_str(), s.lines)).collect();
    assert_eq!(names, [("Ms Okafor", 1), ("A. Silva", 1), ("Dr. Lindqvist", 0)]);
    assert_eq!(sorted.speakers[1].organisation, "Harbour Watch");
}

#[test]
fn a_heading_gives_its_topic_to_the_lines_beneath_it() {
    let sorted = sort("Norms:\n- they should be kept\n- all of them\n", &[]);
    assert_eq!(texts(&sorted, "norms"), ["they should be kept", "all of them"]);
}

#[test]
fn empty_notes_give_nothing() {
    assert_eq!(sort(" \n\n", &[]), SortedNotes::default());
}

proptest::proptest! {
    #[test]
    fn no_notes_make_the_sorting_fail_and_a_silent_name_never_stands_in_a_point(
        words in proptest::collection::vec("[A-Z]?[a-zé]{1,6}[.:,]?|Ms|Quillfeather|\\(|\\)|-|[0-9]", 0..30)
    ) {
        let notes = format!("Ms Quillfeather: we ask\n{}", words.join(" "));
        let sorted = sort(&notes, &[]);
        for point in sorted.topics.iter().flat_map(|group| &group.points) {
            for word in point.text.split(|c: char| !c.is_alphanumeric()) {
                proptest::prop_assert_ne!(word, "Quillfeather");
            }
        }
    }
}
