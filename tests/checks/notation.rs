//! The notation in which cases are written: readable by a person who never programs.
//!
//! ```text
//! Call: csw-written            id of a shipped call, or of a sample in fixtures/calls/valid
//! Now: 2026-11-22T12:00:00Z
//! Words: harbourist, quay      the writers' own words
//! Pages: 7, 5 without annexes  how many there are, laid out
//! Draft language: fr
//! Language: en · Title: … · Organisation: … · Field NAME: …
//! Numbers of: the earlier draft    whose numbers the text uses
//! Body:
//! # Summary
//! [… 1,600 words …]            stands for that many words
//!
//! Draft:                       and "Earlier draft:"
//! 23. States should act.
//!
//! Responses:
//! - modify 23: States shall act.
//!   because: It is urgent.
//!   seen: States may act.      the words the response was written against
//!   sources: key1, key2
//!   private
//! Sources: key1, key2
//! Signatories:
//! - Harbour Watch (Utopia), holds, special
//! Pictures:
//! - chart.png, absent
//! Annexes:
//! - study.docx, comments removed      or signed, protected, absent, not looked through
//!   comment by Partner one: Is this so?  also insertion, deletion, hidden, author, path,
//!                                      path that stays, file inside
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::{Mutex, OnceLock};
use std::time::Duration;

use rostrum_core::calls;
use rostrum_core::check::{Case, CheckReport, Live, PublicFile, Seen, check, languages};
use rostrum_core::count::{CountReport, Counter, Pages};
use rostrum_core::model::annex::{Annex, ChangesFate, Fate};
use rostrum_core::model::response::{ResponseKind, Target};
use rostrum_core::model::signatory::{ConsentState, EcosocStatus};
use rostrum_core::model::{Block, Call, Draft, Picture, Response, Signatory, Source, Statement};
use rostrum_core::render::{Composed, Composer, Composition, Layout};
use rostrum_core::scrub::{Format, Hindrance, Item, Kind, Removal, Report};
use rostrum_kit::spelling::Shelf;

/// A case as it was written.
#[derive(Debug, Default)]
pub(crate) struct Written {
    pub(crate) statement: Statement,
    drafts: Vec<(String, Draft)>,
    signatories: Vec<(String, ConsentState)>,
    files: Vec<PublicFile>,
    lost_pictures: BTreeSet<String>,
    pub(crate) now: Option<String>,
    /// Whether no dictionary is at hand yet.
    pub(crate) no_dictionary: bool,
    pages: Option<Pages>,
    draft_language: Option<String>,
}

/// Makes a case of a body alone.
pub(crate) fn of_body(body: &str) -> Written {
    let mut written = read("");
    written.statement.body = body.into();
    written
}

/// Makes a case of a body, and of a response with this rationale to a small draft.
pub(crate) fn of_texts(body: &str, rationale: &str) -> Written {
    let mut written = read(
        "Draft:\n1. States met.\n2. States may act soon.\n3. One.\n4. Two.\n5. Three.\n\
         Responses:\n- keep 2\nSources: key",
    );
    written.statement.body = body.into();
    written.statement.responses[0].rationale = rationale.into();
    written
}

/// Reads a case.
pub(crate) fn read(text: &str) -> Written {
    let mut written = Written::default();
    written.statement.call = "oewg-ict-zero-draft".into();
    written.statement.language = "en".into();
    written.statement.title = "A title".into();
    written.statement.organisation = "Harbour Watch".into();
    let mut block = "Body";
    for line in text.lines() {
        let (key, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.trim();
        match key {
            "Call" => written.statement.call = value.into(),
            "Now" => written.now = Some(value.into()),
            "Pages" => written.pages = Some(pages(value)),
            "Draft language" => written.draft_language = Some(value.into()),
            "Words" => written.statement.words = value.split(", ").map(str::to_owned).collect(),
            "Language" => written.statement.language = value.into(),
            "Title" => written.statement.title = value.into(),
            "Organisation" => written.statement.organisation = value.into(),
            "Numbers of" => written.statement.numbered_by = "earlier".into(),
            "Sources" => written.statement.sources = value.split(", ").map(source).collect(),
            "Body" | "Draft" | "Earlier draft" | "Responses" | "Signatories" | "Annexes"
            | "Pictures" => block = key,
            _ if key.starts_with("Field ") => {
                written.statement.header.insert(key[6..].into(), value.into());
            }
            _ => line_of(&mut written, block, line),
        }
    }
    written
}

fn pages(value: &str) -> Pages {
    let numbers: Vec<u32> =
        value.split(' ').filter_map(|w| w.trim_end_matches(',').parse().ok()).collect();
    Pages { all: numbers[0], before_annexes: *numbers.last().expect("a number") }
}

fn line_of(written: &mut Written, block: &str, line: &str) {
    match block {
        "Draft" => paragraph(&mut written.drafts, "draft", line),
        "Earlier draft" => paragraph(&mut written.drafts, "earlier", line),
        "Responses" => response(written, line),
        "Signatories" => signatory(written, line),
        "Annexes" => annex(written, line),
        "Pictures" => picture(written, line),
        _ => {
            let body = &mut written.statement.body;
            body.push_str(&expanded(line));
            body.push('\n');
        }
    }
}

/// Puts words where `[… 1,600 words …]` stands.
fn expanded(line: &str) -> String {
    let Some(count) = line.strip_prefix("[… ").and_then(|l| l.strip_suffix(" words …]")) else {
        return line.into();
    };
    let count: usize = count.replace(',', "").parse().expect("a number of words");
    // Sentences of ten words, so that rules on long sentences stay quiet.
    let words = ["One", "and", "one", "and", "one", "and", "one", "and", "one", "more."];
    (0..count).map(|at| words[at % words.len()]).collect::<Vec<_>>().join(" ")
}

fn source(key: &str) -> Source {
    let title = format!("Title of {key}");
    Source {
        key: key.into(),
        item: serde_json::json!({"id": key, "type": "report", "title": title}),
        ..Source::default()
    }
}

fn paragraph(drafts: &mut Vec<(String, Draft)>, id: &str, line: &str) {
    if line.trim().is_empty() {
        return;
    }
    if drafts.iter().all(|(known, _)| known != id) {
        let revision = if id == "draft" { "Rev.1" } else { "the zero draft" };
        drafts.push((id.into(), Draft { revision: Some(revision.into()), ..Draft::default() }));
    }
    let (label, text) = line.split_once(' ').unwrap_or((line, ""));
    let draft = &mut drafts.iter_mut().find(|(known, _)| known == id).expect("the draft").1;
    draft.blocks.push(Block {
        id: format!("b{}", draft.blocks.len()),
        label: Some(label.into()),
        text: text.into(),
        confidence: 1.0,
        ..Block::default()
    });
}

fn response(written: &mut Written, line: &str) {
    let responses = &mut written.statement.responses;
    if let Some(head) = line.strip_prefix("- ") {
        let (head, proposal) = head.split_once(':').unwrap_or((head, ""));
        let earlier = head.ends_with(" of the earlier draft");
        let head = head.trim_end_matches(" of the earlier draft");
        let (kind, labels) = head.split_once(' ').unwrap_or((head, ""));
        let draft = if earlier { "earlier" } else { "draft" };
        let targets = labels.split(", ").filter(|l| !l.is_empty()).map(|label| {
            let found = written.drafts.iter().find(|(id, _)| id == draft);
            let block = found.and_then(|(_, d)| d.labelled(label));
            Target {
                draft: draft.into(),
                block: block.map_or("none".into(), |b| b.id.clone()),
                label: block.and_then(|b| b.label.clone()).unwrap_or(label.into()),
                text: block.map_or(String::new(), |b| b.text.clone()),
            }
        });
        let response = Response {
            id: format!("r{}", responses.len() + 1),
            kind: ResponseKind::from_word(kind).expect("a kind of response"),
            targets: targets.collect(),
            proposal: proposal.trim().into(),
            ..Response::default()
        };
        responses.push(response);
        return;
    }
    let Some(response) = responses.last_mut() else { return };
    match line.trim().split_once(": ") {
        Some(("because", why)) => response.rationale = why.into(),
        Some(("seen", words)) => response.targets[0].text = words.into(),
        Some(("sources", keys)) => {
            response.sources = keys.split(", ").map(str::to_owned).collect();
        }
        _ if line.trim() == "private" => response.private = true,
        _ => assert!(line.trim().is_empty(), "cannot read {line:?}"),
    }
}

fn signatory(written: &mut Written, line: &str) {
    let Some(entry) = line.strip_prefix("- ") else { return };
    let mut parts = entry.split(", ");
    let name = parts.next().expect("a name");
    let (organisation, country) = name.trim_end_matches(')').split_once(" (").unwrap_or((name, ""));
    let mut signatory = Signatory {
        id: format!("s{}", written.statement.signatories.len() + 1),
        organisation: organisation.into(),
        country: country.into(),
        ..Signatory::default()
    };
    let mut state = ConsentState::Holds;
    for part in parts {
        match part {
            "holds" => state = ConsentState::Holds,
            "asked" => state = ConsentState::Asked,
            "changed" => state = ConsentState::TextChanged,
            "general" => signatory.status = EcosocStatus::General,
            "special" => signatory.status = EcosocStatus::Special,
            "roster" => signatory.status = EcosocStatus::Roster,
            other => panic!("cannot read {other:?} of a signatory"),
        }
    }
    written.signatories.push((signatory.id.clone(), state));
    written.statement.signatories.push(signatory);
}

fn picture(written: &mut Written, line: &str) {
    let Some(entry) = line.strip_prefix("- ") else { return };
    let (name, lost) = match entry.strip_suffix(", absent") {
        Some(name) => (name, true),
        None => (entry, false),
    };
    let id = format!("picture-{}", written.statement.pictures.len() + 1);
    if lost {
        written.lost_pictures.insert(id.clone());
    }
    let picture = Picture { sha256: id.clone(), id, name: name.into(), ..Picture::default() };
    written.statement.pictures.push(picture);
}

fn annex(written: &mut Written, line: &str) {
    if let Some(entry) = line.strip_prefix("- ") {
        let mut parts = entry.split(", ");
        let name = parts.next().expect("a name").to_owned();
        let id = format!("annex-{}", written.files.len() + 1);
        let mut annex = Annex { id, name: name.clone(), ..Annex::default() };
        let mut report = Report {
            file: name,
            format: Format::Docx,
            hindrance: Hindrance::None,
            items: Vec::new(),
            more: 0,
        };
        let mut seen = None;
        for part in parts {
            match part {
                "comments removed" => annex.comments = Fate::Remove,
                "comments kept" => annex.comments = Fate::Keep,
                "changes accepted" => annex.changes = ChangesFate::Accept,
                "changes kept" => annex.changes = ChangesFate::Keep,
                "hidden removed" => annex.hidden = Fate::Remove,
                "files removed" => annex.attachments = Fate::Remove,
                "signed" => report.hindrance = Hindrance::Signed,
                "protected" => report.hindrance = Hindrance::Protected,
                "absent" => seen = Some(Seen::Absent),
                "not looked through" => seen = Some(Seen::Unlooked("kind".into())),
                other => panic!("cannot read {other:?} of an annex"),
            }
        }
        written.statement.annexes.push(annex.clone());
        written.files.push(PublicFile { annex, seen: seen.unwrap_or(Seen::Report(report)) });
        return;
    }
    let Some(PublicFile { seen: Seen::Report(report), .. }) = written.files.last_mut() else {
        return;
    };
    let Some((head, what)) = line.trim().split_once(": ") else { return };
    let (sort, who) = head.split_once(" by ").unwrap_or((head, ""));
    let (kind, removal) = match sort {
        "comment" => (Kind::Comment, Removal::Comments),
        "comment that stays" => (Kind::Comment, Removal::Never),
        "insertion" => (Kind::Inserted, Removal::Changes),
        "deletion" => (Kind::Deleted, Removal::Changes),
        "hidden" => (Kind::HiddenText, Removal::Hidden),
        "author" => (Kind::Author, Removal::Always),
        "path" => (Kind::Path, Removal::Always),
        "path that stays" => (Kind::Path, Removal::Never),
        "file inside" => (Kind::Attachment, Removal::Attachments),
        other => panic!("cannot read {other:?} in an annex"),
    };
    report.items.push(Item {
        kind,
        what: what.into(),
        who: who.into(),
        when: String::new(),
        place: String::new(),
        count: 1,
        weight: kind.weight(),
        removal,
    });
}

/// Returns a call by its id, shipped or a sample; each is read once.
pub(crate) fn call(id: &str) -> Call {
    static READ: Mutex<BTreeMap<String, Call>> = Mutex::new(BTreeMap::new());
    let mut read = READ.lock().expect("no test fails while it reads a call");
    if let Some(call) = read.get(id) {
        return call.clone();
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = ["../templates/calls", "fixtures/calls/valid"]
        .iter()
        .find_map(|dir| fs::read_to_string(root.join(dir).join(format!("{id}.toml"))).ok())
        .unwrap_or_else(|| panic!("there is no call {id:?}"));
    let call = calls::load(&text).expect("a sound call");
    read.insert(id.to_owned(), call.clone());
    call
}

/// Returns the dictionaries that ship; each is read once.
fn shelf() -> &'static Shelf {
    static SHELF: OnceLock<Shelf> = OnceLock::new();
    SHELF.get_or_init(|| Shelf::new(Path::new("no/such/folder")))
}

impl Written {
    /// Runs the checks on the case.
    pub(crate) fn checked(&self) -> CheckReport {
        self.given(check)
    }

    /// Runs the checks on the case as it is written on, with what was found before.
    pub(crate) fn checked_live(&self, live: &mut Live) -> CheckReport {
        self.given(|case| live.check(case))
    }

    /// Composes and counts the case with what is kept from before.
    pub(crate) fn counted(
        &self,
        composer: &mut Composer,
        counter: &mut Counter,
    ) -> (Composed, CountReport) {
        let call = call(&self.statement.call);
        let (drafts, listed) = (self.drafts_in_order(), self.listed());
        let made = composer.compose(&Composition {
            statement: &self.statement,
            call: &call,
            drafts: &drafts,
            layout: Layout::Prose,
            signatories: &listed,
        });
        let status = self.statement.signatories.first().map_or(EcosocStatus::None, |s| s.status);
        let joint = self.statement.signatories.len() > 1;
        let report = counter.count(&made.document, &call, status, joint);
        (made, report)
    }

    /// Gives the case to somebody.
    fn given<T>(&self, take: impl FnOnce(&Case<'_>) -> T) -> T {
        let call = call(&self.statement.call);
        let drafts = self.drafts_in_order();
        let (composed, counted) = self.counted(&mut Composer::default(), &mut Counter::default());
        let counted = match self.pages {
            Some(pages) => counted.with_pages(pages, &call),
            None => counted,
        };
        let tongues = languages(&self.statement, &drafts);
        for tongue in &tongues {
            shelf().wait(tongue, Duration::from_mins(1));
        }
        let at_hand = tongues.iter().map(String::as_str).filter(|_| !self.no_dictionary);
        let now = self.now.as_deref().unwrap_or("2026-11-22T12:00:00Z");
        take(&Case {
            statement: &self.statement,
            call: &call,
            drafts: &drafts,
            document: &composed.document,
            count: &counted,
            now: now.parse().expect("an instant"),
            signatories: &self.signatories,
            spelling: &shelf().spelling_in(at_hand, &self.statement.words),
            files: &self.files,
            lost_pictures: &self.lost_pictures,
        })
    }

    /// Returns the signatories whose consent holds.
    fn listed(&self) -> Vec<Signatory> {
        let holds =
            |s: &&Signatory| self.signatories.contains(&(s.id.clone(), ConsentState::Holds));
        self.statement.signatories.iter().filter(holds).cloned().collect()
    }

    fn drafts_in_order(&self) -> Vec<(String, Draft)> {
        let mut drafts = self.drafts.clone();
        drafts.sort_by_key(|(id, _)| id == "draft");
        for (_, draft) in &mut drafts {
            draft.language.clone_from(&self.draft_language);
        }
        drafts
    }

    /// Returns the words at a place of the body, or of a response's rationale or proposal.
    pub(crate) fn words_at(&self, place: &rostrum_core::finding::Place) -> String {
        let text = match (&*place.part, &place.paragraph) {
            (part @ ("response" | "proposal"), Some(id)) => {
                let found = self.statement.responses.iter().find(|r| r.id == *id);
                found.map_or("", |r| if part == "response" { &r.rationale } else { &r.proposal })
            }
            _ => &self.statement.body,
        };
        let units: Vec<u16> = text.encode_utf16().collect();
        let (start, end) = (place.start.unwrap_or(0), place.end.unwrap_or(0));
        String::from_utf16_lossy(&units[start as usize..end as usize])
    }
}
