//! Versions: the text frozen under a name.

use rostrum_core::model::{Statement, Version};
use rostrum_core::render::{Layout, canonical_text};

use super::exports::public;
use super::open::Open;
use super::wire::{FreezeRequest, Workspace};
use super::{Desk, sha256};
use crate::failure::{Code, Failure};

/// Name under which the frozen statement lies beside a version.
const SNAPSHOT: &str = "statement.json";
/// Before the names of the cleaned annexes that lie beside a version, each with its place.
const ANNEX: &str = "annex/";

impl Desk {
    /// Lists the frozen versions of a statement; nothing is checked or counted for it.
    ///
    /// # Errors
    /// When the file cannot be opened.
    pub fn versions(&self, file: &str) -> Result<Vec<Version>, Failure> {
        self.with(file, |open| Ok(open.file.versions()?))
    }

    /// Freezes the text under a name.
    ///
    /// # Errors
    /// [`Code::NameTaken`] when another text is frozen under this name;
    /// [`Code::ValueRefused`] for an empty name.
    pub fn version_create(&self, request: FreezeRequest) -> Result<Workspace, Failure> {
        let name = request.name.trim();
        if name.is_empty() {
            return Err(Failure::new(Code::ValueRefused, "freeze a version", "give it a name")
                .with("field", "name"));
        }
        let now = self.now();
        self.annexes_ready(&request.file)?;
        // A later Rostrum may clean more: what is handed over is what was frozen.
        let annexes = self.cleaned_annexes(&request.file, "")?;
        self.with(&request.file, |open| {
            let statement = open.statement();
            let text = canonical_text(&statement, &open.call, &open.drafts);
            let digest = sha256(text.as_bytes());
            if let Some(known) = open.file.versions()?.iter().find(|v| v.name == name) {
                if known.sha256 == digest {
                    return Ok(());
                }
                return Err(Failure::new(
                    Code::NameTaken,
                    format!("freeze the version \"{name}\""),
                    "another text is frozen under this name; choose a new one",
                )
                .with("name", name));
            }
            let composed = open.composed(&statement, Layout::Prose)?;
            let words = open.counted(&statement, &composed).counted;
            let version = Version {
                name: name.to_owned(),
                sha256: digest,
                created: now.clone(),
                words,
                text,
            };
            let snapshot = serde_json::to_vec(&public(&statement))
                .map_err(|error| Failure::new(Code::Internal, "freeze a version", error))?;
            // The snapshot comes first: a version without it could not be handed over.
            open.file.put_version_file(name, SNAPSHOT, &snapshot)?;
            for (at, (annex, bytes)) in annexes.iter().enumerate() {
                open.file.put_version_file(name, &format!("{ANNEX}{at:03}/{annex}"), bytes)?;
            }
            open.file.put_version(&version)?;
            open.saved.clone_from(&now);
            Ok(())
        })?;
        self.workspace_of(&request.file)
    }
}

/// Returns the statement as it was frozen.
///
/// # Errors
/// [`Code::NotFound`] in a partner's copy, which carries the text of a version alone.
pub(super) fn frozen(open: &Open, name: &str) -> Result<Statement, Failure> {
    let attempt = format!("open the version \"{name}\"");
    let files = open.file.version_files(name)?;
    let snapshot = files.iter().find(|(file, _)| file == SNAPSHOT).ok_or_else(|| {
        Failure::new(
            Code::NotFound,
            attempt.clone(),
            "it was frozen in another copy; freeze the same text here under a new name: \
             its hash is the same and consents hold",
        )
        .with("name", name)
    })?;
    serde_json::from_slice(&snapshot.1)
        .map_err(|error| Failure::new(Code::StatementDamaged, attempt, error).with("name", name))
}

/// Returns the cleaned annexes of a version: name and bytes, in their order.
pub(super) fn annexes(open: &Open, name: &str) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let files = open.file.version_files(name)?.into_iter().filter_map(|(file, bytes)| {
        let (_, annex) = file.strip_prefix(ANNEX)?.split_once('/')?;
        Some((annex.to_owned(), bytes))
    });
    Ok(files.collect())
}

/// Finds a version by its name.
pub(super) fn version(open: &Open, name: &str) -> Result<Version, Failure> {
    open.file.versions()?.into_iter().find(|version| version.name == name).ok_or_else(|| {
        Failure::new(
            Code::NotFound,
            format!("find the version \"{name}\""),
            "there is no version of this name; freeze it first",
        )
        .with("name", name)
    })
}
