//! Deadlines and plans as a calendar file.

use std::path::Path;

use rostrum_core::deadlines::calendar::{CalendarEntry, When, ics, uid};
use rostrum_core::deadlines::plan::{Plan, StepState, step_name};
use rostrum_core::deadlines::{DeadlineState, ToldDeadline};

use super::plan::{view, zone_or_own};
use super::wire::{CalendarRequest, DeadlinesRequest, Exported};
use super::{Desk, sha256, write_whole};
use crate::failure::{Code, Failure};

/// Alarms where none are asked for: a week, a day, three hours.
const USUAL_ALARMS: [u32; 3] = [7 * 24 * 60, 24 * 60, 180];

/// Minutes before midnight at which a step of a plan is told: nine in the morning.
const MORNING: i64 = -9 * 60;

impl Desk {
    /// Writes deadlines and plan as a calendar file that other calendars open.
    ///
    /// For a statement: the dates of its call that hold for it, and its plan. Otherwise the
    /// dates of one call, or those of all calls that lie ahead.
    ///
    /// # Errors
    /// [`Code::NotFound`] when there is no date to write.
    pub fn calendar_write(&self, request: CalendarRequest) -> Result<Exported, Failure> {
        let now = self.clock.now();
        let alarms: Vec<i64> = match request.alarms.as_slice() {
            [] => USUAL_ALARMS.iter().map(|minutes| i64::from(*minutes)).collect(),
            asked => asked.iter().map(|minutes| i64::from(*minutes)).collect(),
        };
        let (name, entries) = if request.file.is_empty() {
            let known = self.deadlines(DeadlinesRequest { zone: request.zone.clone() })?.deadlines;
            let wanted = |d: &&ToldDeadline| match request.call.as_str() {
                "" => d.state != DeadlineState::Passed,
                id => d.call == id,
            };
            if !request.call.is_empty() {
                self.call(&request.call)?;
            }
            let entries: Vec<_> =
                known.iter().filter(wanted).map(|d| closing(d, &alarms)).collect();
            ("Deadlines".to_owned(), entries)
        } else {
            let zone = zone_or_own(&request.zone);
            self.with(&request.file, |open| {
                let view = view(open, &zone, now);
                let statement = open.shared.statement();
                let (status, joint) = statement.standing();
                let holds = |d: &&ToldDeadline| {
                    open.call.deadlines_for(status, joint).any(|own| {
                        own.what == d.what && own.status == d.status && own.joint == d.joint
                    })
                };
                let mut entries: Vec<_> =
                    view.deadlines.iter().filter(holds).map(|d| closing(d, &alarms)).collect();
                if let Some(plan) = &view.plan {
                    entries.extend(steps(plan, &statement.title, &open.call.id));
                }
                Ok((statement.title, entries))
            })?
        };
        if entries.is_empty() {
            let detail = "no date is known; look it up in the letter of the call";
            return Err(
                Failure::new(Code::NotFound, "write a calendar", detail).with("name", "deadline")
            );
        }
        let text = ics(&name, &entries, now);
        write_whole(Path::new(&request.out), text.as_bytes())?;
        Ok(Exported {
            file: request.out,
            bytes: text.len() as u32,
            sha256: sha256(text.as_bytes()),
            findings: Vec::new(),
            pages: None,
            beside: Vec::new(),
        })
    }
}

/// Makes the entry of a deadline.
fn closing(deadline: &ToldDeadline, alarms: &[i64]) -> CalendarEntry {
    let status = deadline.status.map(|s| format!("{s:?}")).unwrap_or_default();
    let joint = deadline.joint.map(|j| j.to_string()).unwrap_or_default();
    let mut description = format!(
        "{}\nIn the secretariat's time: {}\nIn UTC: {}\nThe secretariat's words: {}",
        deadline.call_name, deadline.there, deadline.utc, deadline.wording
    );
    if let Some(why) = &deadline.assumed {
        description.push_str(&format!("\nAssumed: {why}"));
    }
    for earlier in &deadline.earlier {
        description.push_str(&format!("\nBefore it was moved: {}", earlier.there));
    }
    CalendarEntry {
        uid: uid(&["deadline", &deadline.call, &deadline.what, &status, &joint]),
        sequence: deadline.earlier.len() as u32,
        when: deadline.instant.parse().map_or(When::At(jiff::Timestamp::UNIX_EPOCH), When::At),
        title: format!("Closes: {} ({})", deadline.what, deadline.call_name),
        description,
        alarms: alarms.to_vec(),
    }
}

/// Makes the entries of a plan: whole days, told in the morning.
fn steps(plan: &Plan, title: &str, call: &str) -> Vec<CalendarEntry> {
    plan.steps_taken()
        .filter(|step| step.state != StepState::Done)
        .filter_map(|step| {
            Some(CalendarEntry {
                uid: uid(&["step", call, title, &step.id]),
                sequence: u32::from(step.changed),
                when: When::On(step.day.parse().ok()?),
                title: format!("{}: {title}", step_name(step)),
                description: format!("Plan for the {} that closes on {}", plan.what, plan.day),
                alarms: vec![MORNING],
            })
        })
        .collect()
}
