//! Files given to the program from outside: as arguments, by a second start, or dropped on the window.
//!
//! All three reach the window as the event `dropped` with a list of paths.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use tauri::{AppHandle, Emitter, Manager, State};

/// Files given at the start, until the window asks for them.
#[derive(Default)]
pub(crate) struct Given(Mutex<Vec<String>>);

impl Given {
    /// Keeps the arguments that name files.
    pub(crate) fn from_arguments(folder: &Path, arguments: impl Iterator<Item = String>) -> Self {
        Self(Mutex::new(files(folder, arguments)))
    }
}

/// Takes the files given at the start; a second call finds none.
#[tauri::command]
pub(crate) fn given_files(given: State<'_, Given>) -> Vec<String> {
    std::mem::take(&mut *given.0.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Takes what a second start was given and brings the window to the front.
pub(crate) fn again(app: &AppHandle, arguments: &[String], folder: &Path) {
    let paths = files(folder, arguments.iter().cloned());
    if !paths.is_empty() {
        let _ = app.emit("dropped", paths);
    }
    if let Some(window) = app.get_webview_window(crate::window::LABEL) {
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

/// Returns the arguments after the program's name that are files, as absolute paths.
fn files(folder: &Path, arguments: impl Iterator<Item = String>) -> Vec<String> {
    arguments
        .skip(1)
        .map(|argument| folder.join(argument))
        .filter(|path| path.is_file())
        .map(|path| path.to_string_lossy().into_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_arguments_that_are_files_are_taken() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let arguments = ["rostrum-app", "--flag", "tauri.conf.json", "absent.rostrum"];
        let taken = files(here, arguments.into_iter().map(String::from));
        assert_eq!(taken, [here.join("tauri.conf.json").to_string_lossy()]);
    }
}
