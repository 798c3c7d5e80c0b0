//! What only a program with a window can ask of the system: which file, and to open a link.
//!
//! Where nobody can click, `ROSTRUM_PICKS` names a folder that answers every file dialog:
//! a file to open is the first of its kind in it, a file to save goes into it, and a folder
//! is the folder itself. Automated runs of the real window use it; nothing else should.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{CheckedLink, Exported, LinkRequest, OriginalRequest};
use rostrum_kit::{Code, Failure};
use tauri::{AppHandle, State};
use tauri_plugin_dialog::{DialogExt, FilePath};
use tauri_plugin_opener::OpenerExt;

/// File name endings of what can be read as a draft.
const DRAFTS: &[&str] = &["pdf", "docx", "odt", "html", "htm", "md", "txt"];

/// File name endings of a text that somebody began and that can go on as a statement.
const TEXTS: &[&str] = &["docx", "odt", "md", "txt"];

/// Asks for a draft to read; nothing when the user changed their mind.
#[tauri::command]
pub(crate) async fn pick_draft(app: AppHandle) -> Option<String> {
    open_dialog(&app, DRAFTS)
}

/// Asks for an existing file of a kind.
#[tauri::command]
pub(crate) async fn pick_open(app: AppHandle, kind: String) -> Option<String> {
    open_dialog(&app, endings(&kind))
}

/// Asks where to write a file of a kind; `suggested` is a bare file name.
#[tauri::command]
pub(crate) async fn pick_save(app: AppHandle, kind: String, suggested: String) -> Option<String> {
    match picks() {
        Some(folder) => Some(folder.join(bare(&suggested)).to_string_lossy().into_owned()),
        None => save_dialog(&app, &kind, bare(&suggested)),
    }
}

/// Asks for a folder.
#[tauri::command]
pub(crate) async fn pick_folder(app: AppHandle) -> Option<String> {
    match picks() {
        Some(folder) => Some(folder.to_string_lossy().into_owned()),
        None => as_path(app.dialog().file().blocking_pick_folder()),
    }
}

/// Opens an address in the system's browser after the desk has checked it.
#[tauri::command]
pub(crate) async fn open_link(
    app: AppHandle,
    desk: State<'_, Arc<Desk>>,
    url: String,
) -> Result<(), Failure> {
    let CheckedLink { url } = desk.link_check(LinkRequest { url })?;
    let opened = app.opener().open_url(&url, None::<&str>);
    opened.map_err(|error| Failure::new(Code::LinkRefused, "open a link", error).with("url", url))
}

/// Opens the original of a draft in the system's viewer, from a copy that nobody else can read.
#[tauri::command]
pub(crate) async fn open_original(
    app: AppHandle,
    desk: State<'_, Arc<Desk>>,
    file: String,
    draft: String,
) -> Result<(), Failure> {
    let asked = OriginalRequest { file, draft, out: String::new() };
    let Exported { file: path, .. } = desk.draft_original(asked)?;
    open_in_viewer(&app, path)
}

fn open_in_viewer(app: &AppHandle, path: String) -> Result<(), Failure> {
    app.opener().open_path(&path, None::<&str>).map_err(|error| {
        Failure::new(Code::FileRefused, "open the original", error).with("file", path)
    })
}

/// Shows a file in the system's file browser.
#[tauri::command]
pub(crate) async fn reveal(app: AppHandle, path: String) -> Result<(), Failure> {
    let shown = app.opener().reveal_item_in_dir(&path);
    shown.map_err(|error| Failure::new(Code::FileMissing, "show a file", error).with("file", path))
}

fn open_dialog(app: &AppHandle, endings: &[&str]) -> Option<String> {
    match picks() {
        Some(folder) => first_of(&folder, endings),
        None => as_path(app.dialog().file().add_filter("", endings).blocking_pick_file()),
    }
}

fn save_dialog(app: &AppHandle, kind: &str, suggested: &str) -> Option<String> {
    let endings = endings(kind);
    let dialog = app.dialog().file().set_file_name(suggested).add_filter(kind, endings);
    let path = as_path(dialog.blocking_save_file())?;
    // A copy keeps the kind of its file, which only its suggested name tells.
    Some(if kind == "annex" { path } else { with_ending(path, endings) })
}

/// Returns the folder that answers for the user, when there is one.
fn picks() -> Option<PathBuf> {
    std::env::var_os("ROSTRUM_PICKS").map(PathBuf::from).filter(|folder| folder.is_dir())
}

/// Returns the first file in a folder, by name, that has one of the endings.
fn first_of(folder: &Path, endings: &[&str]) -> Option<String> {
    let mut files: Vec<_> =
        folder.read_dir().ok()?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    let fits = |path: &&PathBuf| {
        path.extension()
            .is_some_and(|own| endings.iter().any(|ending| own.eq_ignore_ascii_case(ending)))
    };
    files.iter().find(fits).map(|path| path.to_string_lossy().into_owned())
}

fn as_path(picked: Option<FilePath>) -> Option<String> {
    picked?.into_path().ok().map(|path| path.to_string_lossy().into_owned())
}

/// Endings of files that may go with a statement; the first ones are looked through.
const ANNEXES: &[&str] = &[
    "docx", "pdf", "odt", "docm", "dotx", "jpg", "jpeg", "png", "html", "txt", "md", "csv", "xlsx",
    "ods", "pptx", "zip",
];

/// Returns the file name endings of a kind of file.
fn endings(kind: &str) -> &'static [&'static str] {
    match kind {
        "statement" => &["rostrum"],
        "draft" => DRAFTS,
        "text" => TEXTS,
        "bibliography" => &["bib", "json"],
        "docx" => &["docx"],
        "md" => &["md"],
        "txt" => &["txt"],
        "html" => &["html"],
        "csv" => &["csv"],
        "json" => &["json"],
        "ics" => &["ics"],
        "call" => &["toml"],
        "annex" => ANNEXES,
        "picture" => &["png", "jpg", "jpeg"],
        _ => &["*"],
    }
}

/// Returns a file name without any folder before it.
fn bare(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or_default()
}

/// Adds the ending that the user left out; GTK's dialog does not.
fn with_ending(path: String, endings: &[&str]) -> String {
    match (Path::new(&path).extension(), endings.first()) {
        (None, Some(ending)) if *ending != "*" => format!("{path}.{ending}"),
        _ => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suggested_name_cannot_leave_the_folder() {
        assert_eq!(bare("../../etc/passwd"), "passwd");
        assert_eq!(bare("C:\\temp\\a.docx"), "a.docx");
        assert_eq!(bare("Comments on the draft.docx"), "Comments on the draft.docx");
    }

    #[test]
    fn a_file_to_save_gets_the_ending_of_its_kind() {
        assert_eq!(with_ending("/tmp/a".into(), endings("docx")), "/tmp/a.docx");
        assert_eq!(with_ending("/tmp/a.docx".into(), endings("docx")), "/tmp/a.docx");
        assert_eq!(with_ending("/tmp/a".into(), endings("")), "/tmp/a");
    }
}
