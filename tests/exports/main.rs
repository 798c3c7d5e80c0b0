//! Exports as people make them: several formats into one folder, tables that spreadsheets open,
//! texts for forms, data that programs read.

mod batch;
mod data;
mod forms;
mod look;
mod pictures;
mod tables;

use std::path::Path;
use std::sync::Arc;

use rostrum_core::model::response::Priority;
use rostrum_core::model::{Response, ResponseKind};
use rostrum_kit::desk::wire::{ResponseRequest, SectionRequest};
use rostrum_kit::desk::{Desk, Events, Unheard};
use rostrum_tests::machine;
use tempfile::TempDir;

/// A desk with one small statement.
struct Work {
    folder: TempDir,
    desk: Desk,
    file: String,
}

impl Work {
    fn new() -> Self {
        Self::heard_by(|_| Arc::new(Unheard))
    }

    fn heard_by(events: impl FnOnce(&Path) -> Arc<dyn Events>) -> Self {
        let folder = TempDir::new().expect("a folder for the test");
        let events = events(folder.path());
        let desk =
            machine::desk_heard_by(folder.path(), env!("CARGO_BIN_EXE_import-worker"), events);
        let file = folder.path().join("s.rostrum").to_string_lossy().into_owned();
        machine::statement(&desk, &file);
        let work = Self { folder, desk, file };
        work.write("We welcome the draft — “in full”.[^1]\n\n[^1]: See A/79/214.\n");
        work.respond("States shall, \"without delay\";\nname a point of contact.", "=1+1 is two");
        work
    }

    fn write(&self, text: &str) {
        let request = SectionRequest {
            file: self.file.clone(),
            section: "summary".into(),
            text: text.into(),
        };
        self.desk.section_write(request).expect("written");
    }

    fn respond(&self, proposal: &str, rationale: &str) {
        let response = Response {
            kind: ResponseKind::General,
            proposal: proposal.into(),
            rationale: rationale.into(),
            priority: Priority::High,
            topic: "États".into(),
            ..Response::default()
        };
        let request = ResponseRequest { file: self.file.clone(), response };
        self.desk.response_save(request).expect("saved");
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_string_lossy().into_owned()
    }

    /// Returns the names in a folder below the home, in order.
    fn names(&self, folder: &str) -> Vec<String> {
        let Ok(entries) = std::fs::read_dir(self.path(folder)) else { return Vec::new() };
        let mut names: Vec<String> = entries
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}
