//! Real prose by careful writers, on which the checks should be quiet.

use std::fs;
use std::path::{Path, PathBuf};

use rostrum_core::check::word;
use rostrum_core::count::words;
use rostrum_core::finding::Finding;

/// Returns the folder of real material: `ROSTRUM_CORPUS`, or beside a folder above the project.
fn corpus() -> Option<PathBuf> {
    if let Ok(path) = std::env::var("ROSTRUM_CORPUS") {
        return Some(PathBuf::from(path)).filter(|p| p.is_dir());
    }
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|folder| folder.join("../shared/corpus"))
        .find(|path| path.is_dir())
}

/// Returns name and text of each piece: submissions of one careful organisation, and UN texts.
pub(crate) fn pieces() -> Option<Vec<(String, String)>> {
    let corpus = corpus()?;
    let mut out = Vec::new();
    for folder in ["submissions/simon-institute", "un-docs/general-comments"] {
        let mut files: Vec<PathBuf> =
            fs::read_dir(corpus.join(folder)).ok()?.filter_map(|e| Some(e.ok()?.path())).collect();
        files.sort();
        for path in files {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let Ok(text) = fs::read_to_string(&path) else { continue };
            let text = match path.extension().and_then(|e| e.to_str()) {
                Some("md") => text.split("\n---\n").skip(1).collect::<Vec<_>>().join("\n---\n"),
                Some("json") => paragraphs(&text),
                _ => continue,
            };
            out.push((name, text));
        }
    }
    Some(out)
}

/// Returns the numbered paragraphs of an annotated UN text as prose.
fn paragraphs(json: &str) -> String {
    let value: serde_json::Value = serde_json::from_str(json).unwrap_or_default();
    let mut out = String::new();
    collect(&value, &mut out);
    out
}

fn collect(value: &serde_json::Value, out: &mut String) {
    match value {
        serde_json::Value::Object(fields) => {
            for (name, value) in fields {
                match value.as_str() {
                    Some(text) if matches!(name.as_str(), "Text" | "text") => {
                        let plain =
                            text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
                        out.push_str(plain.trim());
                        out.push_str("\n\n");
                    }
                    _ => collect(value, out),
                }
            }
        }
        serde_json::Value::Array(entries) => entries.iter().for_each(|e| collect(e, out)),
        _ => {}
    }
}

/// Returns the words checked and the findings that stand at a place in the text.
pub(crate) fn findings(text: &str) -> (u32, Vec<(Finding, String)>) {
    let written = super::notation::of_body(text);
    let found = written.checked().findings;
    let placed = found.into_iter().filter(|f| f.place.start.is_some() && f.place.part == "body");
    let told = placed.map(|f| {
        let at = written.words_at(&f.place);
        (f, at)
    });
    (words(text), told.collect())
}

/// Writes one finding as a line.
pub(crate) fn line(name: &str, finding: &Finding, at: &str) -> String {
    format!("{name}: {} {} | {at}", word(finding.severity), finding.name)
}
