//! What came back from reviewers: taken in, discussed, decided.

mod deciding;
mod view;

use std::path::Path;

use rostrum_core::coauthor::SharedStatement;
use rostrum_core::model::review::{Answer, Decision, ReviewEntry, ReviewThing};
use rostrum_core::model::{Document, Statement};
use rostrum_core::render::Layout;
use rostrum_core::review::read::{Returned, other_kind};
use rostrum_core::review::{Acceptance, accept, mark_of_document, review};
use serde::{Deserialize, Serialize};

use super::open::Open;
use super::wire::{
    AnswerRequest, DecideRequest, Decided, FileRequest, ReviewRequest, ReviewTaken, ReviewView,
};
use super::{Desk, loose};
use crate::failure::{Code, Failure};
use crate::worker;
use deciding::write;
use view::view;

/// Larger than any statement by a factor of ten.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// Before the name of a setting that leads to what was exported.
const SENT: &str = "sent.";

/// What was exported, kept so that a copy that comes back can be laid beside it.
#[derive(Serialize, Deserialize)]
struct Sent {
    document: Document,
    statement: Statement,
}

impl Desk {
    /// Takes in a Word document that came back; the same document again brings nothing new.
    ///
    /// It is read in a process of its own, under a limit of time and memory.
    pub fn review_take(&self, request: ReviewRequest) -> Result<ReviewTaken, Failure> {
        let path = Path::new(&request.edited);
        let bytes = loose::read_file(path, MOST_BYTES)?;
        let name = path
            .file_name()
            .map_or_else(|| request.edited.clone(), |name| name.to_string_lossy().into_owned());
        if let Some(kind) = other_kind(&bytes, &name) {
            let detail = format!(
                "it is {kind}; open it in Word or LibreOffice and save it as a Word document (.docx)"
            );
            return Err(Failure::new(Code::DraftKind, format!("take in \"{name}\""), detail)
                .with("file", &name)
                .with("sort", "not-word"));
        }
        let job = self.jobs.start(&request.job, self.events.as_ref());
        let returned = worker::returned(&self.places.worker, &bytes, &name, &job)
            .map_err(|error| Failure::from(error).with("file", &name))?;
        let (mut ids, mut new, mut known) = (Vec::new(), 0, false);
        self.change(&request.file, |open| {
            let sent = sent(open, &returned.export)?;
            known = sent.is_some();
            let sent = match sent {
                Some(sent) => sent,
                None => nearest(open, &returned)?,
            };
            let entries = review(&returned, &sent.document, &sent.statement, &name);
            let here = open.shared.reviews();
            ids = entries.iter().map(|entry| entry.id.clone()).collect();
            let fresh: Vec<ReviewEntry> = entries
                .into_iter()
                .filter(|entry| !here.iter().any(|own| own.id == entry.id))
                .collect();
            new = fresh.len() as u32;
            let changes = open.shared.as_one(|shared| {
                fresh.iter().map(|entry| shared.put_review(entry)).collect::<Vec<_>>()
            });
            for change in changes {
                open.note(change);
            }
            Ok(())
        })?;
        let review = self.with(&request.file, |open| Ok(view(open)))?;
        Ok(ReviewTaken { review, ids, new, known })
    }

    /// Shows everything that came back.
    pub fn review_show(&self, request: FileRequest) -> Result<ReviewView, Failure> {
        self.with(&request.file, |open| Ok(view(open)))
    }

    /// Decides about suggestions and comments; undo takes all of it back as one act.
    ///
    /// # Errors
    /// [`Code::NotFound`] when an id is not known; nothing is changed then.
    pub fn review_decide(&self, request: DecideRequest) -> Result<Decided, Failure> {
        let (mut done, mut left) = (Vec::new(), Vec::new());
        self.change(&request.file, |open| {
            let entries = open.shared.reviews();
            let mut wanted = Vec::new();
            for id in &request.ids {
                let entry = entries.iter().find(|entry| entry.id == *id);
                wanted.push(entry.ok_or_else(|| unknown(id))?.clone());
            }
            let statement = open.shared.statement();
            let changes = open.shared.as_one(|shared| {
                let mut changes = Vec::new();
                let mut decide = |shared: &mut SharedStatement, entry: &ReviewEntry, as_what| {
                    let decided = ReviewEntry { decision: as_what, ..entry.clone() };
                    changes.push(shared.put_review(&decided));
                    done.push(entry.id.clone());
                };
                let Acceptance { taken, texts, left: unfit } = match request.decision {
                    Decision::Accepted => accept(&wanted, &entries, &statement),
                    _ => Acceptance::default(),
                };
                left.extend(unfit);
                for entry in &wanted {
                    match (&entry.thing, request.decision) {
                        (ReviewThing::Suggestion(_), Decision::Accepted) => {
                            if taken.iter().any(|(id, _)| *id == entry.id) {
                                decide(shared, entry, Decision::Accepted);
                            }
                        }
                        (ReviewThing::Suggestion(_), Decision::Resolved)
                        | (ReviewThing::Answer(_), _) => left.push(entry.id.clone()),
                        (ReviewThing::Suggestion(_), other) => {
                            // What stands in the text already is taken back by undo only.
                            if entry.decision == Decision::Accepted {
                                left.push(entry.id.clone());
                            } else {
                                decide(shared, entry, other);
                            }
                        }
                        (_, Decision::Open) => decide(shared, entry, Decision::Open),
                        (_, _) => decide(shared, entry, Decision::Resolved),
                    }
                }
                // Somebody else's suggestion that says the same is accepted with it.
                for (_, suggestion) in &taken {
                    for twin in entries.iter().filter(|e| e.decision == Decision::Open) {
                        if let ReviewThing::Suggestion(own) = &twin.thing
                            && own.edits == suggestion.edits
                            && !wanted.iter().any(|w| w.id == twin.id)
                        {
                            decide(shared, twin, Decision::Accepted);
                        }
                    }
                }
                changes.extend(write(shared, &statement, texts));
                changes
            });
            for change in changes {
                open.note(change);
            }
            Ok(())
        })?;
        let review = self.with(&request.file, |open| Ok(view(open)))?;
        Ok(Decided { review, workspace: self.workspace_of(&request.file)?, done, left })
    }

    /// Answers a comment or a suggestion, in the name of the organisation.
    ///
    /// # Errors
    /// [`Code::NotFound`] when there is nothing with this id; [`Code::ValueRefused`] for an
    /// empty answer.
    pub fn review_answer(&self, request: AnswerRequest) -> Result<ReviewView, Failure> {
        let text = request.text.trim();
        if text.is_empty() {
            return Err(Failure::new(Code::ValueRefused, "answer a comment", "say something")
                .with("field", "text"));
        }
        let (id, date) = (self.ids.next(), self.now());
        self.change(&request.file, |open| {
            if !open.shared.reviews().iter().any(|entry| entry.id == request.to) {
                return Err(unknown(&request.to));
            }
            let author = open.shared.statement().organisation;
            let answer = Answer { to: request.to.clone(), author, date, text: text.to_owned() };
            let change = open.shared.put_review(&ReviewEntry {
                id,
                thing: ReviewThing::Answer(answer),
                ..ReviewEntry::default()
            });
            open.note(change);
            Ok(())
        })?;
        self.with(&request.file, |open| Ok(view(open)))
    }
}

/// Keeps what was exported, so that a copy that comes back can be laid beside it.
pub(super) fn keep_sent(
    open: &mut Open,
    document: &Document,
    statement: &Statement,
) -> Result<(), Failure> {
    let mark = mark_of_document(document);
    let key = format!("{SENT}{mark}");
    if open.file.setting(&key)?.is_some() {
        return Ok(());
    }
    let sent = Sent { document: document.clone(), statement: super::exports::public(statement) };
    let bytes = serde_json::to_vec(&sent)
        .map_err(|error| Failure::new(Code::Internal, "keep what was exported", error))?;
    let sum = open.file.put_file(&bytes)?;
    open.file.put_setting(&key, &sum)?;
    Ok(())
}

/// Returns what was exported under a mark, when it is known.
fn sent(open: &Open, mark: &str) -> Result<Option<Sent>, Failure> {
    if mark.is_empty() {
        return Ok(None);
    }
    let Some(sum) = open.file.setting(&format!("{SENT}{mark}"))? else { return Ok(None) };
    let bytes = open.file.file(&sum)?;
    Ok(bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()))
}

/// Returns the statement as it stands, in the layout that the document is nearest to.
fn nearest(open: &Open, returned: &Returned) -> Result<Sent, Failure> {
    let statement = open.statement();
    let in_table = returned.paragraphs.iter().filter(|p| p.in_table).count();
    let mut layouts = vec![Layout::Prose];
    if in_table * 3 > returned.paragraphs.len() {
        layouts.insert(0, Layout::Table);
    }
    let composed = open.composed(&statement, layouts[0])?;
    Ok(Sent { document: composed.document, statement })
}

fn unknown(id: &str) -> Failure {
    Failure::new(
        Code::NotFound,
        format!("decide about \"{id}\""),
        "nothing that came back has this id; `rostrum review FILE` lists what there is",
    )
    .with("name", id)
}
