//! The start screen: recent statements and open calls.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::wire::{Nothing, RecentStatement, StartView, Workspace};
use super::{Desk, calls};
use crate::failure::Failure;
use crate::store::{OtherCopy, StoreError};

/// Most statements that are remembered.
const MOST: usize = 20;

/// One line of `recent.json`.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Recent {
    file: String,
}

impl Desk {
    /// Shows recent statements and calls.
    pub fn start_view(&self, _: Nothing) -> Result<StartView, Failure> {
        let statements =
            self.recent().into_iter().filter_map(|recent| self.recent_card(&recent.file)).collect();
        let now = self.clock.now();
        let calls = self.calls()?.iter().map(|call| calls::card(call, now)).collect();
        let sample = self.sample_path();
        let sample =
            if sample.exists() { sample.to_string_lossy().into_owned() } else { String::new() };
        Ok(StartView { statements, calls, sample })
    }

    /// Puts a statement first among the recent ones.
    pub(super) fn remember(&self, file: &str) {
        let path = std::path::absolute(file).unwrap_or_else(|_| PathBuf::from(file));
        let file = path.to_string_lossy().into_owned();
        let mut recent = self.recent();
        if recent.first().is_some_and(|first| first.file == file) {
            return;
        }
        recent.retain(|known| known.file != file);
        recent.insert(0, Recent { file });
        recent.truncate(MOST);
        // A machine on which the list cannot be kept still has its statements.
        let _ = std::fs::create_dir_all(&self.places.data).and_then(|()| {
            let text = serde_json::to_vec_pretty(&recent).unwrap_or_default();
            std::fs::write(self.recent_path(), text)
        });
    }

    /// Returns the paths of the statements that were open lately.
    pub(super) fn recent_files(&self) -> Vec<String> {
        self.recent().into_iter().map(|recent| recent.file).collect()
    }

    fn recent(&self) -> Vec<Recent> {
        std::fs::read(self.recent_path())
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    fn recent_path(&self) -> PathBuf {
        self.places.data.join("recent.json")
    }

    /// Describes a statement; `None` when it is gone or unreadable.
    fn recent_card(&self, file: &str) -> Option<RecentStatement> {
        if self.is_open(file) {
            let workspace = self.workspace_of(file).ok()?;
            return Some(card(&workspace, self.clock.now()));
        }
        let path = Path::new(file);
        let glance = OtherCopy::read(path).and_then(|other| Ok((other.glance()?, other)));
        let (glance, other) = match glance {
            Ok(seen) => seen,
            // Open in another Rostrum: it is listed by its name and opens once it is free.
            Err(StoreError::Busy { .. }) => {
                let title = path.file_stem()?.to_string_lossy().into_owned();
                return Some(RecentStatement {
                    file: file.to_owned(),
                    title,
                    ..RecentStatement::default()
                });
            }
            Err(_) => return None,
        };
        let statement = other.statement().ok()?.statement();
        let call = rostrum_core::calls::load(&glance.call).ok()?;
        Some(RecentStatement {
            file: file.to_owned(),
            title: statement.title.clone(),
            call: call.name.clone(),
            saved: glance.saved,
            next: next_step(
                glance.drafts as usize,
                statement.responses.len(),
                glance.versions as usize,
                glance.receipts as usize,
            )
            .to_owned(),
            deadline: calls::next_date(&call, &statement, self.clock.now()),
        })
    }
}

fn card(workspace: &Workspace, now: Timestamp) -> RecentStatement {
    RecentStatement {
        file: workspace.file.clone(),
        title: workspace.statement.title.clone(),
        call: workspace.call.name.clone(),
        saved: workspace.saved.clone(),
        next: next_step(
            workspace.drafts.len(),
            workspace.statement.responses.len(),
            workspace.versions.len(),
            workspace.receipts.len(),
        )
        .to_owned(),
        deadline: calls::next_date(&workspace.call, &workspace.statement, now),
    }
}

/// Names the step of the way that comes next, by what a statement has already.
fn next_step(drafts: usize, responses: usize, versions: usize, receipts: usize) -> &'static str {
    match (drafts, responses, versions, receipts) {
        (_, _, _, 1..) => "follow_up",
        (_, _, 1.., _) => "hand_over",
        (0, _, _, _) => "read",
        (_, 0, _, _) => "respond",
        _ => "write",
    }
}
