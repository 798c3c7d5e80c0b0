//! Checks a statement while it is being written: what a change did not touch is not run again.
//!
//! Nothing has to be told about the change. What the rules found in a passage is kept under the
//! very words of the passage, so typing, undoing, merging and moving all take the same way, and
//! the answer is that of [`check`](super::check) on the same case, which starts with nothing kept.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use super::reading::{Passage, Reading, Words, passages};
use super::{Case, CheckReport, Fact, PublicFile, RULES, Reach, report_of};
use crate::count::CountReport;
use crate::finding::Finding;
use crate::model::signatory::ConsentState;
use crate::model::{Call, Document, Draft, Response, Statement};
use crate::spell::Spelling;

/// Checks after which what was kept for words that stand nowhere any more is forgotten.
///
/// Undo soon after an edit finds its findings again; a day of writing does not fill the memory.
const FORGOTTEN: u64 = 64;

/// The checks of one statement, with what they found kept from one state to the next.
#[derive(Debug, Default)]
pub struct Live {
    ground: Option<Ground>,
    kept: BTreeMap<u64, Vec<Kept>>,
    beside: Option<Beside>,
    round: u64,
    anew: usize,
}

/// What was found and noted in a passage, with places counted from its beginning.
#[derive(Debug)]
pub(super) struct Kept {
    words: Arc<Words>,
    findings: Vec<Finding>,
    /// The language it is in.
    language: String,
    pub(super) facts: Vec<(&'static str, Vec<Fact>)>,
    round: u64,
}

/// What rules about one passage see beside it.
#[derive(Debug, PartialEq)]
struct Ground {
    call: Call,
    drafts: Vec<(String, Draft)>,
    /// Language, sources, and the responses with nothing but their sources and paragraphs.
    statement: Statement,
    spelling: Spelling,
}

/// What was found beside the text, and in what.
#[derive(Debug)]
struct Beside {
    statement: Statement,
    signatories: Vec<(String, ConsentState)>,
    files: Vec<PublicFile>,
    findings: Vec<Finding>,
}

impl Live {
    /// Runs the rules that can find something else than last time, and returns all findings.
    ///
    /// The report equals that of [`check`](super::check) for the same case.
    pub fn check(&mut self, case: &Case<'_>) -> CheckReport {
        self.round += 1;
        self.stand_on(case);
        let passages = self.read(case.statement);
        let mut findings = self.beside(case);
        let mut reading = Reading::new(case, passages);
        reading.noted = reading.passages.iter().filter_map(|p| self.kept_for(p)).collect();
        for (passage, kept) in reading.passages.iter().zip(&reading.noted) {
            findings.extend(kept.findings.iter().map(|found| moved(found, passage)));
        }
        for rule in RULES {
            if matches!(rule.reach, Reach::Statement | Reach::Noted(_) | Reach::Clock) {
                (rule.run)(&reading, &mut findings);
            }
        }
        drop(reading);
        self.forget();
        report_of(case, findings)
    }

    /// Returns the languages of the passages that the last check saw; Chinese, too, which has no
    /// dictionary.
    pub fn languages(&self) -> BTreeSet<&str> {
        let kept = self.kept.values().flatten().filter(|kept| kept.round == self.round);
        kept.map(|kept| kept.language.as_str()).collect()
    }

    /// Returns how many passages the last check had to look at; the others it knew already.
    pub fn looked_at(&self) -> usize {
        self.anew
    }

    /// Forgets everything when the call, a draft, the language, a source or a dictionary is
    /// another.
    fn stand_on(&mut self, case: &Case<'_>) {
        let statement = ground(case.statement);
        let same = self.ground.as_ref().is_some_and(|ground| {
            ground.statement == statement
                && ground.call == *case.call
                && ground.drafts == case.drafts
                && ground.spelling == *case.spelling
        });
        if !same {
            self.kept.clear();
            self.beside = None;
            self.ground = Some(Ground {
                call: case.call.clone(),
                drafts: case.drafts.to_vec(),
                statement,
                spelling: case.spelling.clone(),
            });
        }
    }

    /// Cuts the text into passages, and runs the rules on those that were not seen before.
    fn read(&mut self, statement: &Statement) -> Vec<Passage> {
        let mut passages = passages(statement);
        self.anew = 0;
        let Some(ground) = &self.ground else { return passages };
        let nothing = (Document::default(), CountReport::default());
        let case = Case {
            statement: &ground.statement,
            call: &ground.call,
            drafts: &ground.drafts,
            document: &nothing.0,
            count: &nothing.1,
            now: jiff::Timestamp::MIN,
            signatories: &[],
            spelling: &ground.spelling,
            files: &[],
            lost_pictures: &BTreeSet::new(),
        };
        for passage in &mut passages {
            let alike = self.kept.entry(mark(passage)).or_default();
            if let Some(kept) = alike.iter_mut().find(|kept| kept.words.same(passage.words())) {
                passage.share(&kept.words);
                kept.round = self.round;
                continue;
            }
            passage.cut();
            self.anew += 1;
            let mut findings = Vec::new();
            let mut facts = Vec::new();
            let reading = Reading::new(&case, vec![passage.alone()]);
            for rule in RULES {
                match rule.reach {
                    Reach::Passage => (rule.run)(&reading, &mut findings),
                    Reach::Noted(note) => {
                        let found = note(passage);
                        if !found.is_empty() {
                            facts.push((rule.code, found));
                        }
                    }
                    Reach::Statement | Reach::Beside | Reach::Clock => {}
                }
            }
            let language = reading.language_of(passage);
            let words = Arc::clone(passage.words());
            alike.push(Kept { words, findings, language, facts, round: self.round });
        }
        passages
    }

    fn kept_for(&self, passage: &Passage) -> Option<&Kept> {
        self.kept.get(&mark(passage))?.iter().find(|kept| Arc::ptr_eq(&kept.words, passage.words()))
    }

    /// Returns what is found beside the text, run again when something there is another.
    fn beside(&mut self, case: &Case<'_>) -> Vec<Finding> {
        let statement = Statement { body: String::new(), ..case.statement.clone() };
        if let Some(kept) = &self.beside
            && kept.statement == statement
            && kept.signatories == case.signatories
            && kept.files == case.files
        {
            return kept.findings.clone();
        }
        let nothing = (Document::default(), CountReport::default());
        let mut findings = Vec::new();
        let masked = Case {
            statement: &statement,
            document: &nothing.0,
            count: &nothing.1,
            now: jiff::Timestamp::MIN,
            ..*case
        };
        let reading = Reading::new(&masked, Vec::new());
        for rule in RULES.iter().filter(|rule| matches!(rule.reach, Reach::Beside)) {
            (rule.run)(&reading, &mut findings);
        }
        self.beside = Some(Beside {
            signatories: case.signatories.to_vec(),
            files: case.files.to_vec(),
            findings: findings.clone(),
            statement,
        });
        findings
    }

    fn forget(&mut self) {
        let round = self.round;
        self.kept.retain(|_, shelf| {
            shelf.retain(|kept| kept.round + FORGOTTEN > round);
            !shelf.is_empty()
        });
    }
}

/// Returns what rules about one passage may see of a statement.
fn ground(statement: &Statement) -> Statement {
    let responses = statement.responses.iter().map(|response| Response {
        id: response.id.clone(),
        sources: response.sources.clone(),
        targets: response.targets.clone(),
        ..Response::default()
    });
    Statement {
        language: statement.language.clone(),
        numbered_by: statement.numbered_by.clone(),
        responses: responses.collect(),
        sources: statement.sources.clone(),
        ..Statement::default()
    }
}

/// Returns the shelf on which the findings of these words lie.
fn mark(passage: &Passage) -> u64 {
    let mut hasher = DefaultHasher::new();
    passage.markdown.hash(&mut hasher);
    hasher.finish()
}

/// Returns a finding where its passage stands now.
fn moved(finding: &Finding, passage: &Passage) -> Finding {
    let mut moved = finding.clone();
    moved.place.section.clone_from(&passage.section);
    for at in [&mut moved.place.start, &mut moved.place.end].into_iter().flatten() {
        *at += passage.start;
    }
    for edit in &mut moved.edits {
        edit.start += passage.start;
        edit.end += passage.start;
    }
    moved
}
