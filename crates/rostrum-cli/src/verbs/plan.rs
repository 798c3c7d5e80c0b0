//! `rostrum plan`: the plan of a statement back from its deadline.

use std::path::PathBuf;

use clap::Args;
use rostrum_core::deadlines::plan::{StepState, step_name};
use rostrum_kit::Failure;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{CalendarRequest, PlanEntry, PlanRequest, PlanSetRequest, PlanView};

use super::calls::told;
use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Show or change the plan of a statement back from its deadline.
#[derive(Debug, Args)]
pub(crate) struct PlanVerb {
    /// Statement file.
    file: PathBuf,
    /// Move a step: `freeze=5` working days before, `comments=2026-11-20`, `render=off`;
    /// `freeze=` takes what Rostrum proposes.
    #[arg(long, value_name = "STEP=WHEN")]
    set: Vec<String>,
    /// Add a step of your own: "Ask the legal adviser=4".
    #[arg(long, value_name = "NAME=WHEN")]
    add: Vec<String>,
    /// Tick a step.
    #[arg(long, value_name = "STEP")]
    done: Vec<String>,
    /// Take a tick back.
    #[arg(long, value_name = "STEP")]
    undone: Vec<String>,
    /// Free days of the week: sat,sun.
    #[arg(long, value_name = "DAYS")]
    weekend: Option<String>,
    /// Free days beside them: 2026-11-26,2026-11-27.
    #[arg(long, value_name = "DAYS")]
    holidays: Option<String>,
    /// Which of the call's dates is counted back from.
    #[arg(long, value_name = "WHAT")]
    towards: Option<String>,
    /// Move the open steps so that they fit into the days left.
    #[arg(long)]
    fit: bool,
    /// Write deadlines and plan to a calendar file with alarms.
    #[arg(long, value_name = "FILE")]
    ics: Option<PathBuf>,
    /// When alarms sound before each deadline: 7d, 24h, 90m.
    #[arg(long, value_delimiter = ',', value_parser = minutes)]
    alarms: Vec<u32>,
    /// Your zone; the machine's unless given.
    #[arg(long, default_value = "", hide_default_value = true)]
    zone: String,
}

impl PlanVerb {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let file = super::path(&self.file);
        let request = PlanRequest { file: file.clone(), zone: self.zone.clone() };
        let mut view = desk.plan_show(request)?;
        let entries = self.entries(&view);
        if !entries.is_empty() || self.fit {
            view = desk.plan_set(PlanSetRequest {
                file: file.clone(),
                zone: self.zone.clone(),
                entries,
                fit: self.fit,
            })?;
        }
        if let Some(out) = &self.ics {
            let written = desk.calendar_write(CalendarRequest {
                file,
                alarms: self.alarms,
                zone: self.zone,
                out: crate::out::file(out)?,
                ..CalendarRequest::default()
            })?;
            terminal.note(&format!("Calendar written to {}", written.file));
        }
        terminal.answer(&view, words);
        Ok(Outcome::Fine)
    }

    fn entries(&self, view: &PlanView) -> Vec<PlanEntry> {
        let entry = |name: String, value: &str| PlanEntry { name, value: value.to_owned() };
        let mut entries: Vec<PlanEntry> = self
            .set
            .iter()
            .map(|pair| {
                let (name, value) = pair.split_once('=').unwrap_or((pair, "off?"));
                entry(name.trim().to_owned(), value.trim())
            })
            .collect();
        let taken =
            |id: &str| view.plan.iter().flat_map(|plan| &plan.steps).any(|step| step.id == id);
        let mut free = (1..).map(|n| format!("own-{n}")).filter(|id| !taken(id));
        for pair in &self.add {
            let (name, value) = pair.rsplit_once('=').unwrap_or((pair, "1"));
            if let Some(id) = free.next() {
                entries.push(entry(format!("{id}.name"), name.trim()));
                entries.push(entry(id, value.trim()));
            }
        }
        entries.extend(self.done.iter().map(|id| entry(format!("{id}.done"), "1")));
        entries.extend(self.undone.iter().map(|id| entry(format!("{id}.done"), "")));
        for (name, value) in
            [("weekend", &self.weekend), ("holidays", &self.holidays), ("towards", &self.towards)]
        {
            entries.extend(value.as_ref().map(|value| entry(name.to_owned(), value)));
        }
        entries
    }
}

fn words(view: &PlanView) -> String {
    let mut out: String = view.deadlines.iter().map(told).collect();
    let Some(plan) = &view.plan else {
        return out + "The call states no date to count back from.\n";
    };
    out.push_str(&format!(
        "\nPlan for the {}: {} working days are left until {} ({})\n",
        plan.what, plan.days_left, plan.day, plan.zone
    ));
    for step in &plan.steps {
        let mark = match step.state {
            StepState::Done => "done ",
            StepState::Late => "LATE ",
            StepState::Today => "TODAY",
            StepState::Off => "off  ",
            StepState::Ahead => "     ",
        };
        let days = step.days_before.map(|days| format!("  {days} before")).unwrap_or_default();
        out.push_str(&format!(
            "  {mark} {:<10}  {:<28} {}{days}\n",
            step.day,
            step_name(step),
            step.id
        ));
    }
    if view.tight {
        out.push_str("The days left are too few for what is not done: --fit moves the steps.\n");
    }
    out
}

/// Reads a time before a deadline: `7d`, `24h`, `90m`.
pub(crate) fn minutes(words: &str) -> Result<u32, String> {
    let words = words.trim();
    let (figures, factor) = match words.chars().last() {
        Some('d') => (&words[..words.len() - 1], 24 * 60),
        Some('h') => (&words[..words.len() - 1], 60),
        Some('m') => (&words[..words.len() - 1], 1),
        _ => (words, 1),
    };
    figures
        .parse::<u32>()
        .ok()
        .and_then(|figures| figures.checked_mul(factor))
        .ok_or_else(|| "give days, hours or minutes: 7d, 24h, 90m".into())
}
