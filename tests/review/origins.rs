//! Word files of every origin: what each records, counted, and nothing of it lost.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rostrum_core::model::review::{Decision, ReviewEntry, ReviewThing, SuggestionKind};
use rostrum_core::model::{Call, Document, Statement};
use rostrum_core::render::{Composition, Layout, compose};
use rostrum_core::review::read::{DRAWN, NOTE, PARAGRAPH, Returned, Token, read};
use rostrum_core::review::review;
use rostrum_tests::corpus::corpus;
use rostrum_tests::peers::{output, python};

use crate::team::Team;

/// Returns the Word files of the corpus by their names, in order.
fn files() -> Vec<(String, PathBuf)> {
    let mut out = Vec::new();
    let Some(root) = corpus().map(|root| root.join("docx-robust")) else { return out };
    for folder in std::fs::read_dir(root).expect("a folder").flatten() {
        let Ok(entries) = std::fs::read_dir(folder.path()) else { continue };
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.extension().is_some_and(|ending| ending == "docx") {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                out.push((format!("{}/{name}", folder.file_name().to_string_lossy()), path));
            }
        }
    }
    out.sort();
    out
}

/// Returns a statement that reads as the file did before anybody changed it, and its document.
fn before(returned: &Returned) -> (Statement, Document) {
    let text: String = returned.text.iter().filter(|t| t.is_before()).map(|t| t.c).collect();
    let mut body = String::new();
    for line in text.split(PARAGRAPH).map(str::trim).filter(|line| !line.is_empty()) {
        for c in line.chars().filter(|c| *c != NOTE && *c != DRAWN) {
            match c {
                '\n' => body.push_str("\\\n"),
                '\t' => body.push(' '),
                c if c.is_ascii_punctuation() => body.extend(['\\', c]),
                c => body.push(c),
            }
        }
        body.push_str("\n\n");
    }
    let statement = Statement { body, ..Statement::default() };
    let composition = Composition {
        statement: &statement,
        call: &Call::default(),
        drafts: &[],
        layout: Layout::Prose,
        signatories: &[],
    };
    let document = compose(&composition).document;
    (statement, document)
}

/// What a file records, and what became of it.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Counts {
    put_in: usize,
    taken_out: usize,
    comments: usize,
    replies: usize,
    resolved: usize,
    look: usize,
    cells: usize,
    recorded: usize,
    found: usize,
    moves: usize,
    by_hand: usize,
    unread: usize,
}

impl Counts {
    fn of(returned: &Returned, entries: &[ReviewEntry]) -> Self {
        let letters = |has: fn(&Token) -> bool| {
            returned.text.iter().filter(|t| t.c != PARAGRAPH && has(t)).count()
        };
        let other = |what: &str| returned.other.iter().filter(|other| other.what == what).count();
        let mut out = Self {
            put_in: letters(|t| t.inserted.is_some()),
            taken_out: letters(|t| t.deleted.is_some()),
            look: other("format"),
            cells: other("cells"),
            ..Self::default()
        };
        for entry in entries {
            match &entry.thing {
                ReviewThing::Suggestion(suggestion) => {
                    *(if suggestion.tracked { &mut out.recorded } else { &mut out.found }) += 1;
                    out.moves += usize::from(suggestion.kind == SuggestionKind::Move);
                    out.by_hand += usize::from(suggestion.edits.is_empty());
                }
                ReviewThing::Comment(_) => out.comments += 1,
                ReviewThing::Answer(_) => out.replies += 1,
                ReviewThing::Unread(_) => out.unread += 1,
            }
            out.resolved += usize::from(entry.decision == Decision::Resolved);
        }
        out
    }

    fn line(self) -> String {
        let numbers = [
            self.put_in,
            self.taken_out,
            self.comments,
            self.replies,
            self.resolved,
            self.look,
            self.cells,
            self.recorded,
            self.found,
            self.moves,
            self.by_hand,
            self.unread,
        ];
        numbers.map(|number| format!("{number:>6}")).concat()
    }
}

/// Panics unless every word that somebody put in or took out stands in what is shown.
fn nothing_is_lost(name: &str, returned: &Returned, entries: &[ReviewEntry]) {
    let fold = |text: &str| -> String {
        text.chars()
            .filter(|c| !c.is_whitespace() && !matches!(*c, PARAGRAPH | NOTE | '|'))
            .collect()
    };
    let shown: Vec<String> = entries
        .iter()
        .flat_map(|entry| match &entry.thing {
            ReviewThing::Suggestion(own) => vec![fold(&own.before), fold(&own.after)],
            ReviewThing::Unread(own) => vec![fold(&own.words)],
            _ => Vec::new(),
        })
        .collect();
    let changed = |token: &Token| (token.inserted, token.deleted);
    for run in returned.text.chunk_by(|a, b| changed(a) == changed(b)) {
        if changed(&run[0]) == (None, None) {
            continue;
        }
        // Paragraph by paragraph: a change over several may be more than one suggestion.
        for words in run.split(|token| token.c == PARAGRAPH) {
            let words = fold(&words.iter().map(|token| token.c).collect::<String>());
            let stands = shown.iter().any(|shown| shown.contains(&words));
            assert!(stands, "{name}: {words:?} is nowhere in {shown:#?}");
        }
    }
}

#[test]
fn what_files_of_every_origin_record_is_counted_and_nothing_of_it_is_lost() {
    let files = files();
    if files.is_empty() {
        return;
    }
    let mut table = String::from(
        "put in, taken out: letters; comments, replies, resolved; changes of the look and of \
         cells;\nrecorded and found suggestions, moves and by hand among them; not understood\n\n",
    );
    let mut counted = Vec::new();
    for (name, path) in &files {
        let bytes = std::fs::read(path).expect("a file");
        let returned = match read(&bytes) {
            Ok(returned) => returned,
            Err(error) => {
                assert!(!error.to_string().is_empty());
                table.push_str(&format!("refused  {name}\n"));
                continue;
            }
        };
        let (statement, document) = before(&returned);
        let entries = review(&returned, &document, &statement, name);
        nothing_is_lost(name, &returned, &entries);
        let counts = Counts::of(&returned, &entries);
        counted.push((name, path, counts));
        if counts != Counts::default() {
            table.push_str(&format!("{}  {name}\n", counts.line()));
        }
    }
    let silent = counted.iter().filter(|(_, _, counts)| *counts == Counts::default()).count();
    table.push_str(&format!("{silent} others say nothing, as nobody changed them\n"));
    agrees_with_a_second_count(&counted);
    insta::with_settings!({
        snapshot_path => "../golden",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, { insta::assert_snapshot!("word_files", table) });
}

/// Holds the numbers beside those of a walk over the same XML that knows nothing of our reading.
fn agrees_with_a_second_count(counted: &[(&String, &PathBuf, Counts)]) {
    let Some(mut python) = python("python") else { return };
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/count_changes.py");
    let told = output(python.arg(script).args(counted.iter().map(|(_, path, _)| path)));
    assert_eq!(told.lines().count(), counted.len());
    for ((name, _, own), line) in counted.iter().zip(told.lines()) {
        let peer: BTreeMap<String, usize> = serde_json::from_str(line).expect(line);
        let ours = [
            ("put_in", own.put_in),
            ("taken_out", own.taken_out),
            ("comments", own.comments + own.replies),
            ("replies", own.replies),
            ("resolved", own.resolved),
            ("look", own.look),
            ("cells", own.cells),
        ];
        for (what, ours) in ours {
            assert_eq!((what, ours), (what, peer[what]), "{name}");
        }
    }
}

#[test]
fn damaged_files_and_others_are_refused() {
    let team = Team::new();
    for refused in [b"".as_slice(), b"%PDF-1.7", b"PK\x03\x04", b"\xD0\xCF\x11\xE0"] {
        assert!(team.back("no.docx", refused).is_err());
    }
}
