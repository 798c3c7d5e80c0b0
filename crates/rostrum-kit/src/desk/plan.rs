//! Deadlines of calls, and the plan of a statement back from one of them.

use rostrum_core::deadlines::plan::{fitted, plan, refused, towards};
use rostrum_core::deadlines::{DeadlineState, ToldDeadline, told, wording};

use super::Desk;
use super::open::Open;
use super::wire::{
    DeadlineWordsRequest, Deadlines, DeadlinesRequest, PlanEntry, PlanRequest, PlanSetRequest,
    PlanView, WordingRead,
};
use crate::clock::own_zone;
use crate::failure::{Code, Failure};

impl Desk {
    /// Lists every known deadline: those ahead by date, then those that passed, the latest
    /// first.
    pub fn deadlines(&self, request: DeadlinesRequest) -> Result<Deadlines, Failure> {
        let zone = zone_or_own(&request.zone);
        let now = self.clock.now();
        let mut deadlines: Vec<ToldDeadline> = self
            .calls()?
            .iter()
            .flat_map(|call| call.deadlines.iter().filter_map(|d| told(call, d, &zone, now)))
            .collect();
        deadlines.sort_by_key(|d| {
            let passed = d.state == DeadlineState::Passed;
            (passed, if passed { d.seconds_left.saturating_neg() } else { d.seconds_left })
        });
        Ok(Deadlines { deadlines })
    }

    /// Reads a deadline out of a secretariat's words.
    pub fn deadline_read(&self, request: DeadlineWordsRequest) -> Result<WordingRead, Failure> {
        let home = if request.zone.is_empty() { "America/New_York" } else { &request.zone };
        let zone = rostrum_core::calls::zone(home).unwrap_or(jiff::tz::TimeZone::UTC);
        let year = self.clock.now().to_zoned(zone).year();
        Ok(wording::read(&request.wording, home, year))
    }

    /// Shows the deadlines of a statement and the plan back from one of them.
    pub fn plan_show(&self, request: PlanRequest) -> Result<PlanView, Failure> {
        self.plan_of(&request.file, &request.zone)
    }

    /// Sets steps of the plan, as one act.
    ///
    /// # Errors
    /// [`Code::ValueRefused`] for a name or value that no plan has.
    pub fn plan_set(&self, request: PlanSetRequest) -> Result<PlanView, Failure> {
        for PlanEntry { name, value } in &request.entries {
            if let Some(why) = refused(name, value) {
                let attempt = format!("set \"{name}\" of the plan to \"{value}\"");
                return Err(Failure::new(Code::ValueRefused, attempt, why)
                    .with("field", "plan")
                    .with("name", name));
            }
        }
        self.change(&request.file, |open| {
            let changes: Vec<_> = open.shared.as_one(|shared| {
                let set = |entry: &PlanEntry| {
                    shared.set_head(&format!("plan.{}", entry.name), entry.value.trim())
                };
                request.entries.iter().map(set).collect()
            });
            for change in changes {
                open.note(change);
            }
            Ok(())
        })?;
        if request.fit {
            let entries: Vec<PlanEntry> = self
                .plan_of(&request.file, &request.zone)?
                .plan
                .iter()
                .flat_map(fitted)
                .map(|(name, value)| PlanEntry { name, value })
                .collect();
            if !entries.is_empty() {
                return self.plan_set(PlanSetRequest { entries, fit: false, ..request });
            }
        }
        self.plan_of(&request.file, &request.zone)
    }

    fn plan_of(&self, file: &str, zone: &str) -> Result<PlanView, Failure> {
        let zone = zone_or_own(zone);
        let now = self.clock.now();
        self.with(file, |open| Ok(view(open, &zone, now)))
    }
}

/// Tells the deadlines and the plan of an open statement.
pub(super) fn view(open: &Open, zone: &str, now: jiff::Timestamp) -> PlanView {
    let statement = open.shared.statement();
    let call = &open.call;
    let plan = towards(call, statement.standing(), &statement.plan, now)
        .and_then(|deadline| plan(deadline, &statement.plan, now));
    PlanView {
        deadlines: call.deadlines.iter().filter_map(|d| told(call, d, zone, now)).collect(),
        tight: plan.as_ref().is_some_and(rostrum_core::deadlines::plan::Plan::is_tight),
        plan,
    }
}

/// Returns the zone that was asked for, or that of the machine.
pub(super) fn zone_or_own(zone: &str) -> String {
    if zone.is_empty() { own_zone() } else { zone.to_owned() }
}
