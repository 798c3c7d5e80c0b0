//! The draft with our proposals as changes: what a secretariat gets, and what it can do with it.

use std::path::PathBuf;

use rostrum_core::render::compose::tracked::{Proposed, Tracked};
use rostrum_core::render::{Composition, Layout, tracked, tracked_docx};
use rostrum_core::review::read::{NOTE, PARAGRAPH, Returned, Token, read};
use rostrum_tests::everything::everything;
use rostrum_tests::peers::{converted, output, program, python};
use rostrum_tests::sample::{Sample, sample};
use serde_json::Value;
use tempfile::TempDir;

fn drafts() -> Vec<(&'static str, Tracked)> {
    let of = |sample: &Sample| {
        tracked(&Composition {
            statement: &sample.statement,
            call: &sample.call,
            drafts: &sample.drafts,
            layout: Layout::Prose,
            signatories: &[],
        })
    };
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

/// Returns the words that stay when changes of one kind are dropped, paragraph by paragraph.
fn told(draft: &Tracked, dropped: Proposed) -> Vec<String> {
    let kept = draft.paragraphs.iter().filter(|p| p.whole != dropped);
    kept.map(|paragraph| {
        let label = if paragraph.label.is_empty() { "" } else { "\t" };
        let runs = paragraph.runs.iter().filter(|run| run.change != dropped);
        let words: String = runs.map(|run| run.text.as_str()).collect();
        fold(&format!("{}{label}{words}", paragraph.label))
    })
    .filter(|words| !words.is_empty())
    .collect()
}

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
        assert_eq!(seen(&returned, Token::is_before), told(&draft, Proposed::Inserted), "{name}");
        let after = seen(&returned, |t| t.deleted.is_none());
        assert_eq!(after, told(&draft, Proposed::Deleted), "{name}");
        assert_eq!(returned.remarks.len(), comments(&draft), "{name}");
        let author = if draft.author.is_empty() { "Author" } else { &draft.author };
        assert!(returned.revisions.iter().all(|r| r.author == author && r.date.is_empty()));
    }
}

#[test]
fn the_draft_is_there_to_the_last_word_and_so_is_every_proposal() {
    let sample = sample();
    let (_, draft) = &drafts()[1];
    let rejected = told(draft, Proposed::Inserted).join(" ");
    for block in &sample.drafts[0].1.blocks {
        if block.kind != rostrum_core::model::BlockKind::Footnote {
            assert!(rejected.contains(&fold(&block.text)), "{}", block.text);
        }
    }
    let said: Vec<&str> =
        draft.paragraphs.iter().flat_map(|p| p.comments.iter().map(String::as_str)).collect();
    let accepted = told(draft, Proposed::Deleted).join(" ");
    for response in sample.statement.responses.iter().filter(|r| !r.private) {
        let proposal = fold(&response.proposal);
        let shown =
            accepted.contains(&proposal) || said.iter().any(|s| fold(s).contains(&proposal));
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
fn pandoc_reads_the_same_words_with_changes_accepted_and_rejected() {
    for (name, draft) in drafts() {
        let (_folder, file) = written(&draft, name);
        for (how, dropped) in [("accept", Proposed::Deleted), ("reject", Proposed::Inserted)] {
            let Some(mut pandoc) = program("pandoc") else { return };
            let how = format!("--track-changes={how}");
            let read =
                output(pandoc.args(["-f", "docx", "-t", "plain", "--wrap=none", &how]).arg(&file));
            let read = fold(&read);
            for words in told(&draft, dropped) {
                // Notes stand as numbers in the words pandoc prints.
                let first: String = words.split(' ').take(4).collect::<Vec<_>>().join(" ");
                assert!(read.contains(&first), "{name} {how}: {first}");
            }
        }
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
        assert_eq!(seen(&returned, Token::is_before), told(draft, Proposed::Inserted), "{name}");
        let after = seen(&returned, |t| t.deleted.is_none());
        assert_eq!(after, told(draft, Proposed::Deleted), "{name}");
        assert_eq!(returned.remarks.len(), comments(draft), "{name}");
    }
}
