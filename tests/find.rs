//! Finding words in the drafts of a statement, as the window and the command line do.

use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{DraftRequest, DraftView, FileRequest, FindRequest, FoundInDrafts};
use rostrum_tests::machine;
use tempfile::TempDir;

const ZERO: &str = "Zero draft\n\nA. Existing and potential threats\n\n\
    1. States expressed concern about ransomware and its effect on hospitals.\n\n\
    2. Les États ont réaffirmé que le chiffrement protège les personnes.\n\n\
    B. Capacity-building\n\n\
    3. Capacity-building should respond to needs. Encryption matters here, too.\n";

const REV: &str = "Rev.1\n\nA. Existing and potential threats\n\n\
    1. States expressed grave concern about ransomware and its effect on hospitals and schools.\n\n\
    2. States noted encryption.\n";

const CHINESE: &str = "零草案\n\n1. 各国对现有和潜在威胁表示关切，并重申国际法适用。\n\n2. 各国强调能力建设的重要性。\n";

const ARABIC: &str = "المسودة الأولى\n\n\
    1. أعربت الدول عن قلقها إزاء التهديدات القائمة والمحتملة في مجال الأَمْن السيبراني.\n\n\
    2. وأكدت الدول أهمية بناء القدرات.\n";

struct Machine {
    folder: TempDir,
    desk: Desk,
    file: String,
}

impl Machine {
    /// A statement with these drafts, oldest first.
    fn with(drafts: &[(&str, &str)]) -> Self {
        let folder = TempDir::new().expect("a folder for the test");
        let desk = machine::desk(folder.path(), env!("CARGO_BIN_EXE_import-worker"));
        let file = folder.path().join("comments.rostrum").to_string_lossy().into_owned();
        machine::statement(&desk, &file);
        let machine = Self { folder, desk, file };
        for (name, text) in drafts {
            machine.add(name, text);
        }
        machine
    }

    fn add(&self, name: &str, text: &str) -> DraftView {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).expect("a file for the test");
        machine::draft(&self.desk, &self.file, &path.to_string_lossy())
    }

    fn find(&self, words: &str) -> FoundInDrafts {
        let request = FindRequest { file: self.file.clone(), words: words.into(), whole: false };
        self.desk.drafts_find(request).expect("words are looked for")
    }

    /// What is found, as `draft label` and the marked words.
    fn found(&self, words: &str) -> Vec<String> {
        shown(&self.find(words))
    }
}

fn shown(found: &FoundInDrafts) -> Vec<String> {
    found
        .drafts
        .iter()
        .flat_map(|draft| {
            draft.hits.iter().map(|hit| {
                let marked: Vec<&str> = hit
                    .places
                    .iter()
                    .map(|place| &hit.snippet[place.start as usize..place.end as usize])
                    .collect();
                format!("{} {}: {}", draft.name, hit.label, marked.join("|"))
            })
        })
        .collect()
}

#[test]
fn words_are_found_in_every_draft_the_newest_first() {
    let machine = Machine::with(&[("zero.txt", ZERO), ("rev1.txt", REV)]);
    assert_eq!(
        machine.found("concern RANSOMWARE"),
        ["rev1.txt 1: concern|ransomware", "zero.txt 1: concern|ransomware"]
    );
    let found = machine.find("encryption");
    assert_eq!(found.total, 2);
    assert_eq!(found.drafts[1].hits[0].heading, "B. Capacity-building");
}

#[test]
fn a_word_begins_longer_words_unless_whole_words_are_asked_for() {
    let machine = Machine::with(&[("zero.txt", ZERO)]);
    assert_eq!(machine.found("hospit"), ["zero.txt 1: hospitals"]);
    let request = FindRequest { file: machine.file.clone(), words: "hospit".into(), whole: true };
    assert_eq!(machine.desk.drafts_find(request).expect("looked for").total, 0);
}

#[test]
fn accents_and_case_do_not_matter() {
    let machine = Machine::with(&[("zero.txt", ZERO)]);
    assert_eq!(machine.found("etats PROTEGE"), ["zero.txt 2: États|protège"]);
}

#[test]
fn words_in_quotation_marks_follow_each_other() {
    let machine = Machine::with(&[("zero.txt", ZERO)]);
    assert_eq!(machine.found("\"expressed concern\""), ["zero.txt 1: expressed concern"]);
    assert_eq!(machine.found("\"concern expressed\""), Vec::<String>::new());
}

#[test]
fn chinese_is_found_by_two_letters_and_by_more() {
    let machine = Machine::with(&[("zh.txt", CHINESE), ("zero.txt", ZERO)]);
    assert_eq!(machine.found("威胁"), ["zh.txt 1: 威胁"]);
    assert_eq!(machine.found("国际法适用"), ["zh.txt 1: 国际法适用"]);
    assert_eq!(machine.found("威胁 能力建设"), Vec::<String>::new());
}

#[test]
fn arabic_is_found_behind_its_article_and_without_vowel_signs() {
    let machine = Machine::with(&[("ar.txt", ARABIC)]);
    assert_eq!(machine.found("تهديدات"), ["ar.txt 1: تهديدات"]);
    assert_eq!(machine.found("الامن"), ["ar.txt 1: الأَمْن"]);
    assert_eq!(machine.found("القدرات بناء"), ["ar.txt 2: بناء|القدرات"]);
}

#[test]
fn signs_of_the_search_language_are_only_signs() {
    let machine = Machine::with(&[("zero.txt", ZERO)]);
    for odd in ["\"", "*", "NEAR(", "a OR b", "folded:", "^", "-", "''", "%", "\u{0}"] {
        machine.find(odd);
    }
    assert_eq!(machine.found("(ransomware*)"), ["zero.txt 1: ransomware"]);
    assert_eq!(machine.find("… – “").total, 0);
}

#[test]
fn a_draft_added_later_is_found_as_well() {
    let machine = Machine::with(&[("zero.txt", ZERO)]);
    assert_eq!(machine.find("schools").total, 0);
    machine.add("rev1.txt", REV);
    assert_eq!(machine.found("schools"), ["rev1.txt 1: schools"]);
}

#[test]
fn looking_for_words_changes_nothing_in_the_file() {
    let machine = Machine::with(&[("zero.txt", ZERO)]);
    let close = || {
        machine.desk.statement_close(FileRequest { file: machine.file.clone() }).expect("closed");
        std::fs::read(&machine.file).expect("the file is there")
    };
    let before = close();
    machine.desk.statement_open(FileRequest { file: machine.file.clone() }).expect("opened");
    assert_eq!(machine.find("ransomware").total, 1);
    assert_eq!(close(), before);
}

#[test]
fn the_reading_of_a_draft_tells_its_direction_topics_and_sections() {
    let machine = Machine::with(&[("ar.txt", ARABIC), ("zero.txt", ZERO)]);
    let drafts = machine
        .desk
        .workspace(FileRequest { file: machine.file.clone() })
        .expect("the statement")
        .drafts;
    let reading = |at: usize| {
        let request = DraftRequest { file: machine.file.clone(), draft: drafts[at].id.clone() };
        machine.desk.draft_reading(request).expect("the reading")
    };
    let arabic = reading(0);
    assert_eq!(format!("{:?}", arabic.direction), "Rtl");
    let topics: Vec<&str> = arabic.topics.iter().map(|t| t.topic.as_str()).collect();
    assert_eq!(topics, ["threats", "capacity-building"]);
    let english = reading(1);
    assert_eq!(format!("{:?}", english.direction), "Ltr");
    assert!(english.sections.iter().any(|s| s.heading.starts_with("B.") && s.paragraphs == 1));
    assert!(english.topics.iter().any(|t| t.topic == "threats" && t.paragraphs == 2));
}
