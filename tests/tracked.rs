//! The draft with our proposals as changes: what a secretariat gets, and what it can do with it.

use std::path::PathBuf;

use rostrum_core::render::compose::tracked::{Proposed, Tracked};
use rostrum_core::render::{Composition, Layout, tracked, tracked_docx};
use rostrum_core::review::read::{NOTE, PARAGRAPH, Returned, Token, read};
use rostrum_tests::everything::everything;
use rostrum_tests::pandoc::Pandoc;
use rostrum_tests::peers::{converted, output, program, python};
use rostrum_tests::sample::{Sample, sample};
use serde_json::Value;
use tempfile::TempDir;

fn of(sample: &Sample) -> Tracked {
    tracked(&Composition {
        statement: &sample.statement,
        call: &sample.call,
        drafts: &sample.drafts,
        layout: Layout::Prose,
        signatories: &[],
    })
}

fn drafts() -> Vec<(&'static str, Tracked)> {
    let mut nobody = everything();
    nobody.statement.organisation.clear();
    vec![
        ("everything", of(&everything())),
        ("example", of(&sample())),
        ("nobody", of(&nobody)),
        ("empty", Tracked::default()),
    ]
}

fn written(draft: &Tracked, name: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(format!("{name}.docx"));
    std::fs::write(&file, tracked_docx(draft).expect("it can be written")).expect("disk");
    (folder, file)
}

/// Returns the words that stand there, paragraph by paragraph, when all is accepted
/// ([`Proposed::stays`]) or rejected ([`Proposed::is_there`]).
fn told(draft: &Tracked, stands: fn(Proposed) -> bool) -> Vec<String> {
    let kept = draft.paragraphs.iter().filter(|p| stands(p.whole));
    kept.map(|paragraph| {
        let label = if paragraph.label.is_empty() { "" } else { "\t" };
        let runs = paragraph.runs.iter().filter(|run| stands(run.change));
        let words: String = runs.map(|run| run.text.as_str()).collect();
        fold(&format!("{}{label}{words}", paragraph.label))
    })
    .filter(|words| !words.is_empty())
    .collect()
}

const REJECTED: fn(Proposed) -> bool = Proposed::is_there;
const ACCEPTED: fn(Proposed) -> bool = Proposed::stays;

fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn seen(returned: &Returned, keep: fn(&Token) -> bool) -> Vec<String> {
    let kept = returned.text.iter().filter(|t| keep(t) && t.c != NOTE);
    let text: String = kept.map(|t| t.c).collect();
    text.split(PARAGRAPH).map(fold).filter(|words| !words.is_empty()).collect()
}

fn comments(draft: &Tracked) -> usize {
    draft.paragraphs.iter().map(|p| p.comments.len()).sum()
}

#[test]
fn accepting_all_gives_the_proposals_and_rejecting_all_the_draft() {
    for (name, draft) in drafts() {
        let returned = read(&tracked_docx(&draft).expect("written")).expect("readable");
        assert_eq!(seen(&returned, Token::is_before), told(&draft, REJECTED), "{name}");
        let after = seen(&returned, |t| t.deleted.is_none());
        assert_eq!(after, told(&draft, ACCEPTED), "{name}");
        assert_eq!(returned.remarks.len(), comments(&draft), "{name}");
        let author = if draft.author.is_empty() { "Author" } else { &draft.author };
        assert!(returned.revisions.iter().all(|r| r.author == author && r.date.is_empty()));
    }
}

#[test]
fn the_draft_is_there_to_the_last_word_and_so_is_every_proposal() {
    let sample = sample();
    let (_, draft) = &drafts()[1];
    let rejected = told(draft, REJECTED).join(" ");
    for block in &sample.drafts[0].1.blocks {
        if block.kind != rostrum_core::model::BlockKind::Footnote {
            assert!(rejected.contains(&fold(&block.text)), "{}", block.text);
        }
    }
    let said: Vec<&str> =
        draft.paragraphs.iter().flat_map(|p| p.comments.iter().map(String::as_str)).collect();
    let accepted = told(draft, ACCEPTED).join(" ");
    for response in sample.statement.responses.iter().filter(|r| !r.private) {
        let proposal = fold(&response.proposal);
        // What is said in the middle of a sentence begins with a small letter.
        let small = proposal.to_lowercase();
        let shown = accepted.contains(&proposal)
            || said.iter().any(|s| fold(s).to_lowercase().contains(&small));
        assert!(shown, "{proposal}");
    }
    assert!(!said.iter().any(|words| words.contains("SECRET")));
}

#[test]
fn the_same_draft_gives_the_same_bytes() {
    for (name, draft) in drafts() {
        assert_eq!(tracked_docx(&draft).ok(), tracked_docx(&draft).ok(), "{name}");
    }
}

#[test]
fn openxml_audit_finds_no_fault_in_it() {
    for (name, draft) in drafts() {
        let (_folder, file) = written(&draft, name);
        let Some(mut audit) = python("openxml-audit") else { return };
        let done = audit.args(["--output", "json", "--max-errors", "0"]).arg(&file).output();
        let out = String::from_utf8_lossy(&done.expect("it starts").stdout).into_owned();
        let report: Value = serde_json::from_str(&out).unwrap_or_else(|_| panic!("{name}: {out}"));
        assert_eq!(report[0]["errors"], Value::Array(Vec::new()), "{name}");
    }
}

#[test]
fn pandoc_reads_the_whole_text_with_changes_accepted_and_rejected() {
    for (name, draft) in drafts() {
        let (_folder, file) = written(&draft, name);
        for (how, stands) in [("accept", ACCEPTED), ("reject", REJECTED)] {
            let Some(mut pandoc) = program("pandoc") else { return };
            let how = format!("--track-changes={how}");
            let read = output(pandoc.args(["-f", "docx", "-t", "json", &how]).arg(&file));
            let tree: Value = serde_json::from_str(&read).expect("pandoc prints JSON");
            let read = Pandoc::of(&tree);
            assert_eq!(fold(&read.text), told(&draft, stands).join(" "), "{name} {how}");
            let notes = draft
                .paragraphs
                .iter()
                .flat_map(|p| &p.runs)
                .filter(|run| stands(run.change))
                .filter_map(|run| run.note.as_deref());
            let notes: Vec<String> = notes.map(fold).collect();
            assert_eq!(read.notes.iter().map(|n| fold(n)).collect::<Vec<_>>(), notes, "{name}");
        }
    }
}

#[test]
fn pandoc_names_who_changed_what_and_every_comment() {
    for (name, draft) in drafts() {
        let (_folder, file) = written(&draft, name);
        let Some(mut pandoc) = program("pandoc") else { return };
        let read =
            output(pandoc.args(["-f", "docx", "-t", "json", "--track-changes=all"]).arg(&file));
        let author = if draft.author.is_empty() { "Author" } else { &draft.author };
        let tree: Value = serde_json::from_str(&read).expect("pandoc prints JSON");
        let (mut changes, mut comments_read) = (0, 0);
        every_span(&tree["blocks"], &mut |classes, attributes| {
            let by = attributes.iter().find(|(key, _)| key == "author").map(|(_, by)| by.as_str());
            if let [class] = classes
                && ["insertion", "deletion", "comment-start"].contains(&class.as_str())
            {
                assert_eq!(by, Some(author), "{name}");
                *(if class == "comment-start" { &mut comments_read } else { &mut changes }) += 1;
            }
        });
        assert_eq!(comments_read, comments(&draft), "{name}");
        let runs = draft.paragraphs.iter().flat_map(|p| &p.runs);
        let proposed = runs.filter(|run| run.change != Proposed::Same).count();
        assert!(changes >= proposed, "{name}: {changes} of {proposed}");
    }
}

/// Calls for every span of pandoc's tree with its classes and attributes.
fn every_span(node: &Value, seen: &mut impl FnMut(&[String], &[(String, String)])) {
    match node {
        Value::Array(nodes) => nodes.iter().for_each(|node| every_span(node, seen)),
        Value::Object(fields) => {
            if fields.get("t").and_then(Value::as_str) == Some("Span") {
                let attributes = &node["c"][0];
                let classes: Vec<String> =
                    serde_json::from_value(attributes[1].clone()).expect("classes");
                let pairs: Vec<(String, String)> =
                    serde_json::from_value(attributes[2].clone()).expect("attributes");
                seen(&classes, &pairs);
            }
            fields.values().for_each(|node| every_span(node, seen));
        }
        _ => {}
    }
}

#[test]
fn python_docx_reads_the_whole_text_with_changes_accepted_and_rejected() {
    for (name, draft) in drafts() {
        let (_folder, file) = written(&draft, name);
        for (how, stands) in [("accept", ACCEPTED), ("reject", REJECTED)] {
            let Some(mut python) = python("python") else { return };
            let script =
                std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/read_changes.py");
            let read = output(python.arg(script).arg(how).arg(&file));
            let read: Vec<String> = serde_json::from_str(&read).expect("a list of paragraphs");
            let read: Vec<String> =
                read.iter().map(|words| fold(words)).filter(|words| !words.is_empty()).collect();
            assert_eq!(read, told(&draft, stands), "{name} {how}");
        }
    }
}

#[test]
fn a_move_is_a_move_of_word_with_its_sub_paragraphs_and_its_reason() {
    let mut all = everything();
    let find = |all: &Sample, id: &str| {
        all.statement.responses.iter().position(|r| r.id == format!("response-{id}")).expect("it")
    };
    // Paragraph 3 before paragraph 1; paragraph 2 with its (a) to the end.
    let third = find(&all, "6");
    all.statement.responses[third].proposal = "Before paragraph 1".into();
    let second = find(&all, "3");
    all.statement.responses[second].kind = rostrum_core::model::ResponseKind::Move;
    all.statement.responses[second].proposal = "to the place after paragraph 3".into();
    let gone = find(&all, "4");
    all.statement.responses.remove(gone);
    let draft = of(&all);
    let accepted = told(&draft, ACCEPTED);
    assert_eq!(
        accepted.iter().map(|p| p.split(' ').next().unwrap_or_default()).collect::<Vec<_>>(),
        ["B.", "3.", "1.", "C.", "2.", "(a)", "States"],
    );
    assert_eq!(told(&draft, REJECTED).len(), 6);
    let moved = draft.paragraphs.iter().find(|p| p.whole == Proposed::MovedHere).expect("moved");
    assert!(moved.comments[0].contains("It comes first."), "{:?}", moved.comments);
    let returned = read(&tracked_docx(&draft).expect("written")).expect("readable");
    assert_eq!(seen(&returned, Token::is_before), told(&draft, REJECTED));
    assert_eq!(seen(&returned, |t| t.deleted.is_none()), accepted);
    assert!(returned.revisions.iter().any(|revision| !revision.moved.is_empty()));
}

#[test]
fn a_move_to_a_place_that_is_not_named_stays_a_comment() {
    let mut all = everything();
    let at = all.statement.responses.iter().position(|r| r.id == "response-6").expect("it");
    for place in ["to the preamble", "after paragraph 99", "after paragraph 3", "to chapter one"] {
        all.statement.responses[at].proposal = place.into();
        let draft = of(&all);
        assert!(draft.paragraphs.iter().all(|p| p.moved == 0), "{place}");
        let said = draft.paragraphs.iter().flat_map(|p| &p.comments);
        assert!(said.into_iter().any(|words| words.contains(place)), "{place}");
    }
}

#[test]
fn libreoffice_keeps_every_change_and_comment() {
    let all: Vec<(&str, Tracked, (TempDir, PathBuf))> = drafts()
        .into_iter()
        .map(|(name, draft)| {
            let file = written(&draft, name);
            (name, draft, file)
        })
        .collect();
    let files: Vec<PathBuf> = all.iter().map(|(_, _, (_, file))| file.clone()).collect();
    let folder = tempfile::tempdir().expect("a folder");
    let Some(back) = converted(folder.path(), &files, "docx") else { return };
    for ((name, draft, _), file) in all.iter().zip(&back) {
        let returned = read(&std::fs::read(file).expect("a file")).expect("readable");
        assert_eq!(seen(&returned, Token::is_before), told(draft, REJECTED), "{name}");
        let after = seen(&returned, |t| t.deleted.is_none());
        assert_eq!(after, told(draft, ACCEPTED), "{name}");
        assert_eq!(returned.remarks.len(), comments(draft), "{name}");
    }
}
