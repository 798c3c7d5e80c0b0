//! A desk on a machine of its own, as the tests of the desk begin.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rostrum_kit::clock::FixedClock;
use rostrum_kit::desk::wire::{
    AddDraftRequest, Channel, ChannelRequest, DraftView, NewStatementRequest, SectionRequest,
    Workspace,
};
use rostrum_kit::desk::{Desk, Events, Places, Unheard};
use rostrum_kit::ids::Uuid7;
use rostrum_kit::keyring::{Keyring, MemorySecrets, Namespace};

/// Returns a desk whose places are below a folder; `worker` is the path of `import-worker`,
/// which only a test knows: `env!("CARGO_BIN_EXE_import-worker")`.
///
/// # Panics
/// Never, as long as the instant written here is one.
pub fn desk(home: &Path, worker: &str) -> Desk {
    desk_heard_by(home, worker, Arc::new(Unheard))
}

/// Returns such a desk; somebody hears what it tells while it works.
///
/// # Panics
/// As [`desk`].
pub fn desk_heard_by(home: &Path, worker: &str, events: Arc<dyn Events>) -> Desk {
    let places = Places {
        config: home.join("config"),
        data: home.join("data"),
        documents: home.join("documents"),
        secrets: Namespace::apart("rostrum-tests"),
        worker: PathBuf::from(worker),
    };
    let now = "2026-11-22T15:00:00Z".parse().expect("an instant");
    Desk::new(
        places,
        Arc::new(FixedClock(now)),
        Arc::new(Uuid7),
        Keyring::new(MemorySecrets::default()),
        events,
    )
}

/// Begins a statement in a file.
///
/// # Panics
/// When the desk refuses.
pub fn statement(desk: &Desk, file: &str) -> Workspace {
    desk.statement_new(NewStatementRequest {
        file: file.into(),
        call: "oewg-ict-zero-draft".into(),
        title: "Comments".into(),
        organisation: "Example Lab".into(),
        skeleton: String::new(),
    })
    .expect("a new statement")
}

/// Begins a statement of a call without rules, each of its sections written, so that nothing
/// but what a test adds can stand in the way of handing it over.
///
/// # Panics
/// When the desk refuses.
pub fn statement_without_rules(desk: &Desk, file: &str) {
    let new = NewStatementRequest {
        file: file.into(),
        call: "no-stated-rules".into(),
        title: "Comments".into(),
        organisation: "Example Lab".into(),
        skeleton: String::new(),
    };
    let made = desk.statement_new(new).expect("a statement");
    for section in made.call.sections {
        let text = "We ask for more light on the harbour.".to_owned();
        let write = SectionRequest { file: file.into(), section: section.id, text };
        desk.section_write(write).expect("written");
    }
}

/// Makes a folder, and the way named `folder` that hands over into it.
///
/// # Panics
/// When the disk or the desk refuses.
pub fn way_into_folder(desk: &Desk, folder: &str) {
    std::fs::create_dir_all(folder).expect("a folder");
    let channel = Channel {
        id: "folder".into(),
        kind: "folder".into(),
        name: "Folder".into(),
        address: folder.into(),
        has_secret: false,
    };
    let request = ChannelRequest { channel, secret: String::new() };
    desk.channel_save(request).expect("a channel");
}

/// Adds a draft from a file to a statement.
///
/// # Panics
/// When the desk refuses.
pub fn draft(desk: &Desk, file: &str, draft: &str) -> DraftView {
    desk.draft_add(AddDraftRequest {
        file: file.into(),
        draft: draft.into(),
        password: String::new(),
        job: "import".into(),
    })
    .expect("the draft is read")
}
