//! `rostrum carry`: carry the responses of a statement to a new revision.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use rostrum_core::finding::Finding;
use rostrum_core::model::ResponseKind;
use rostrum_core::model::response::Target;
use rostrum_core::revise::align::Relation;
use rostrum_kit::Failure;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{
    AddDraftRequest, CarryDecision, CarryPlan, CarryRequest, CarryRow, CarryTotals,
    DraftPlaceRequest, DraftRequest, FileRequest, Outcome as Fate, Rebase, Reference, Why,
    Workspace,
};
use serde::Serialize;

use crate::outcome::Outcome;
use crate::terminal::{Terminal, findings};

/// Carry the responses of a statement to a new revision of its draft.
///
/// What is sure is carried at once; what waits for a decision stays on the old text and is
/// listed with its reason. Nothing is ever dropped.
#[derive(Debug, Args)]
pub(crate) struct Carry {
    /// Statement file.
    file: PathBuf,
    /// The new revision: a file to add, or the id or name of a draft already in the statement.
    new_draft: PathBuf,
    /// What to carry.
    #[arg(long, value_enum, default_value_t = Which::Sure)]
    apply: Which,
    /// The draft it is a revision of, by id, name or revision; it is placed directly behind it.
    #[arg(long, default_value = "", hide_default_value = true)]
    revision_of: String,
    /// Leave the numbers of paragraphs in the text as they are.
    #[arg(long)]
    keep_numbers: bool,
    /// Password of the new draft.
    #[arg(long, default_value = "", hide_default_value = true)]
    password: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Which {
    /// What is the same or was edited where that decides nothing.
    Sure,
    /// Also what was moved, split, merged; and what is gone is set aside.
    AllProposed,
    /// Nothing: only tell.
    None,
}

#[derive(Serialize)]
struct Answer {
    draft: String,
    responses: Vec<Line>,
    numbers: Vec<Reference>,
    findings: Vec<Finding>,
    /// Before anything was carried.
    totals: CarryTotals,
    carried: u32,
    set_aside: u32,
    waiting: u32,
}

#[derive(Serialize)]
struct Line {
    id: String,
    kind: ResponseKind,
    outcome: Fate,
    relation: Relation,
    style_only: bool,
    confidence: f32,
    from: Vec<Target>,
    to: Vec<Target>,
    candidates: Vec<Vec<Target>>,
    reason: String,
    why: Why,
    rebase: Rebase,
    applied: bool,
}

impl Carry {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let file = super::path(&self.file);
        let workspace = desk.statement_open(FileRequest { file: file.clone() })?;
        let draft = self.draft(desk, &workspace)?;
        let request = DraftRequest { file: file.clone(), draft: draft.clone() };
        let plan = desk.carry_plan(request)?;
        let decisions = self.decisions(&plan);
        let applied: Vec<&str> = decisions.iter().map(|d| d.response.as_str()).collect();
        let answer = answer(&workspace, &plan, &applied);
        if self.apply != Which::None {
            let numbers = !self.keep_numbers;
            desk.carry_apply(CarryRequest { file, draft, decisions, numbers })?;
        }
        terminal.answer(&answer, |answer| words(answer, self.apply));
        Ok(Outcome::Fine)
    }

    /// Returns the id of the new draft, which is added when it is a file.
    fn draft(&self, desk: &Desk, workspace: &Workspace) -> Result<String, Failure> {
        let typed = super::path(&self.new_draft);
        let known = super::draft::meant(&workspace.drafts, &typed);
        let id = match known {
            Ok(id) if !Path::new(&typed).is_file() => id,
            Err(unknown) if !Path::new(&typed).exists() => return Err(unknown),
            _ => {
                let request = AddDraftRequest {
                    file: workspace.file.clone(),
                    draft: typed,
                    password: self.password.clone(),
                    job: "import".into(),
                };
                desk.draft_add(request)?.id
            }
        };
        if !self.revision_of.is_empty() {
            let after = super::draft::meant(&workspace.drafts, &self.revision_of)?;
            let file = workspace.file.clone();
            desk.draft_place(DraftPlaceRequest { file, draft: id.clone(), after })?;
        }
        Ok(id)
    }

    fn decisions(&self, plan: &CarryPlan) -> Vec<CarryDecision> {
        let wanted = |row: &&CarryRow| match self.apply {
            Which::None => false,
            Which::Sure => row.sure,
            Which::AllProposed => {
                let worded = !matches!(row.rebase, Rebase::ThreeWay { .. });
                let proposed = row.outcome == Fate::Proposed
                    || row.outcome == Fate::Aside
                    || (row.rebase == Rebase::Adopted && row.outcome != Fate::Choose);
                row.sure || (row.waits() && proposed && worded)
            }
        };
        plan.responses.iter().filter(wanted).map(CarryDecision::accept).collect()
    }
}

fn answer(workspace: &Workspace, plan: &CarryPlan, applied: &[&str]) -> Answer {
    let kind = |id: &str| {
        let response = workspace.statement.responses.iter().find(|r| r.id == id);
        response.map(|r| r.kind).unwrap_or_default()
    };
    let lines: Vec<Line> = plan
        .responses
        .iter()
        .map(|row| Line {
            id: row.response.clone(),
            kind: kind(&row.response),
            outcome: row.outcome,
            relation: row.relation,
            style_only: row.style_only,
            confidence: row.confidence,
            from: row.from.clone(),
            to: row.to.clone(),
            candidates: row.candidates.iter().map(|c| c.to.clone()).collect(),
            reason: row.why.words(),
            why: row.why.clone(),
            rebase: row.rebase.clone(),
            applied: applied.contains(&row.response.as_str()),
        })
        .collect();
    let count = |wanted: fn(&Line) -> bool| lines.iter().filter(|line| wanted(line)).count() as u32;
    Answer {
        draft: plan.draft.clone(),
        numbers: plan.references.clone(),
        findings: plan.findings.clone(),
        totals: plan.totals,
        carried: count(|line| line.applied && line.outcome != Fate::Aside),
        set_aside: count(|line| line.applied && line.outcome == Fate::Aside),
        waiting: count(|line| !line.applied && line.outcome != Fate::AlreadyThere),
        responses: lines,
    }
}

fn words(answer: &Answer, apply: Which) -> String {
    let mut out = String::new();
    if apply == Which::None {
        out.push_str(&format!(
            "{} of {} responses can be carried, {} wait for a decision.\n",
            answer.totals.sure, answer.totals.all, answer.totals.waiting
        ));
    } else {
        out.push_str(&format!(
            "{} of {} responses carried, {} set aside, {} wait for a decision.\n",
            answer.carried, answer.totals.all, answer.set_aside, answer.waiting
        ));
    }
    for line in &answer.responses {
        if line.outcome == Fate::AlreadyThere {
            continue;
        }
        let labels = |targets: &[Target]| {
            let names: Vec<String> = targets.iter().map(super::respond::name).collect();
            names.join(", ")
        };
        let state = match (line.applied, line.outcome) {
            (true, Fate::Aside) => "aside  ",
            (true, _) => "carried",
            (false, _) if apply == Which::None => "       ",
            (false, _) => "waits  ",
        };
        out.push_str(&format!(
            "{state}  {} {} → {}  {}{}: {}\n",
            line.kind.as_str(),
            labels(&line.from),
            labels(&line.to),
            line.relation,
            if line.style_only { ", style only" } else { "" },
            line.reason
        ));
        for candidate in &line.candidates {
            let text = candidate.first().map_or("", |target| target.text.as_str());
            let short: String = text.chars().take(90).collect();
            let label = candidate.first().map_or("", |target| target.label.as_str());
            out.push_str(&format!("           ? {label} {short}\n"));
        }
    }
    for number in answer.numbers.iter().filter(|number| number.edit.is_some()) {
        out.push_str(&format!("number   {} → {}\n", number.before, number.after));
    }
    out.push_str(&findings(&answer.findings));
    out
}
