//! Skeletons of documents, and notes of meetings that go into them.

use rostrum_core::skeletons::notes::sort;
use rostrum_core::skeletons::{Skeleton, with_skeletons};

use super::Desk;
use super::wire::{NotesRequest, Nothing, SkeletonRequest, Skeletons, SortedNotes, Workspace};
use crate::failure::{Code, Failure};
use crate::templates;

impl Desk {
    /// Lists how kinds of documents are usually built.
    pub fn skeletons(&self, _: Nothing) -> Result<Skeletons, Failure> {
        Ok(Skeletons { skeletons: templates::skeletons().to_vec() })
    }

    /// Adds the sections of a skeleton to a statement: their headings come after the text, as
    /// one act with the choice, which one undo takes back.
    ///
    /// # Errors
    /// [`Code::NotFound`] when no skeleton of this id is known.
    pub fn skeleton_add(&self, request: SkeletonRequest) -> Result<Workspace, Failure> {
        let skeleton = known(&request.skeleton)?.ok_or_else(|| unknown(&request.skeleton))?;
        let now = self.now();
        self.change(&request.file, |open| {
            let (chosen, mut added) = open.shared.skeletons();
            if chosen == skeleton.id || added.contains(&skeleton.id) {
                return Ok(());
            }
            added.push(skeleton.id.clone());
            let after = with_skeletons(&open.kept_call, &chosen, &added, templates::skeletons());
            let mut body = open.shared.body();
            for section in after.sections.iter().skip(open.call.sections.len()) {
                if section.holds != rostrum_core::model::call::SectionHolds::Signatories {
                    let gap = if body.is_empty() || body.ends_with("\n\n") { "" } else { "\n" };
                    let line = if body.is_empty() || body.ends_with('\n') { "" } else { "\n" };
                    body.push_str(&format!("{line}{gap}# {}\n\n", section.heading));
                }
            }
            let changes: Vec<_> = open.shared.as_one(|shared| {
                vec![
                    shared.set_head(&format!("skeleton.{}", skeleton.id), &now),
                    shared.put_body(&body),
                ]
            });
            for change in changes {
                open.note(change);
            }
            open.fit_call();
            Ok(())
        })?;
        self.workspace_of(&request.file)
    }

    /// Sorts notes of a meeting by topic, without the names of those who did not agree.
    pub fn notes_sort(&self, request: NotesRequest) -> Result<SortedNotes, Failure> {
        Ok(sort(&request.notes, &request.agreed))
    }
}

/// Returns the skeleton of this id; none for an empty one.
pub(super) fn known(id: &str) -> Result<Option<&'static Skeleton>, Failure> {
    if id.is_empty() {
        return Ok(None);
    }
    let found = templates::skeletons().iter().find(|skeleton| skeleton.id == id);
    found.map(Some).ok_or_else(|| unknown(id))
}

fn unknown(id: &str) -> Failure {
    let ids: Vec<&str> = templates::skeletons().iter().map(|s| s.id.as_str()).collect();
    let detail = format!("these are known: {}", ids.join(", "));
    Failure::new(Code::NotFound, format!("find the skeleton \"{id}\""), detail).with("name", id)
}
