//! Reminders of deadlines, at moments the user chooses, while Rostrum runs.

use std::collections::BTreeSet;
use std::path::PathBuf;

use rostrum_core::deadlines::plan::{StepState, step_name};
use rostrum_core::deadlines::{DeadlineState, ToldDeadline};

use super::plan::view;
use super::wire::{Nothing, Reminder, ReminderSettings};
use super::{Desk, write_whole};
use crate::clock::own_zone;
use crate::failure::{Code, Failure};

/// Moments that are proposed: a week, a day, three hours before.
const USUAL_HOURS: [u32; 3] = [168, 24, 3];

/// Hour of the day, in the user's zone, from which steps of a plan are told.
const MORNING: i8 = 9;

impl Desk {
    /// Tells when the system reminds of deadlines; it does not unless the user asked for it.
    pub fn reminders(&self, _: Nothing) -> Result<ReminderSettings, Failure> {
        let usual = ReminderSettings { on: false, hours: USUAL_HOURS.to_vec(), steps: true };
        let kept = std::fs::read(self.reminders_path()).ok();
        Ok(kept.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or(usual))
    }

    /// Sets when the system reminds of deadlines.
    ///
    /// # Errors
    /// [`Code::ValueRefused`] for more than a year before; what writing a file fails with.
    pub fn reminders_set(
        &self,
        mut settings: ReminderSettings,
    ) -> Result<ReminderSettings, Failure> {
        if settings.hours.iter().any(|hours| *hours == 0 || *hours > 24 * 366) {
            let detail = "give hours before the deadline, from 1 to a year";
            return Err(
                Failure::new(Code::ValueRefused, "set reminders", detail).with("field", "hours")
            );
        }
        settings.hours.sort_unstable_by(|a, b| b.cmp(a));
        settings.hours.dedup();
        let failed = |error: std::io::Error| super::from_io(&error, "keep the reminders");
        std::fs::create_dir_all(&self.places.config).map_err(failed)?;
        let text = serde_json::to_vec_pretty(&settings)
            .map_err(|error| Failure::new(Code::Internal, "keep the reminders", error))?;
        write_whole(&self.reminders_path(), &text)?;
        Ok(settings)
    }

    /// Returns what to remind of now, of the statements that were open lately; each moment is
    /// told once on this machine.
    ///
    /// Of several moments that passed while Rostrum was closed, the last is told. A statement
    /// that was handed over is not told of any more.
    pub fn reminders_due(&self) -> Result<Vec<Reminder>, Failure> {
        let settings = self.reminders(Nothing {})?;
        if !settings.on {
            return Ok(Vec::new());
        }
        let zone = own_zone();
        let now = self.clock.now();
        let path = self.places.data.join("reminded.json");
        let before: BTreeSet<String> = std::fs::read(&path)
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default();
        let mut told = before.clone();
        let mut due = Vec::new();
        for file in self.recent_files() {
            // One that is gone, busy or damaged is told of where it is opened.
            let Ok((title, planned)) = self.with_closed(&file, |open| {
                if !open.file.receipts()?.is_empty() {
                    return Ok((String::new(), super::wire::PlanView::default()));
                }
                Ok((open.shared.statement().title, view(open, &zone, now)))
            }) else {
                continue;
            };
            let Some(plan) = &planned.plan else { continue };
            let closes = planned.deadlines.iter().find(|d| {
                d.what == plan.what && d.instant == plan.instant && d.state != DeadlineState::Passed
            });
            if let Some(closes) = closes
                && let Some(hours) = moment(closes, &settings.hours, &file, &mut told)
            {
                due.push(Reminder {
                    file: file.clone(),
                    title: title.clone(),
                    what: closes.what.clone(),
                    when: closes.here.clone(),
                    hours,
                });
            }
            let morning = jiff::tz::TimeZone::get(&zone)
                .is_ok_and(|zone| now.to_zoned(zone).hour() >= MORNING);
            if settings.steps && morning {
                for step in plan.steps_taken().filter(|step| step.state == StepState::Today) {
                    if told.insert(format!("{file}|{}|{}", step.id, step.day)) {
                        due.push(Reminder {
                            file: file.clone(),
                            title: title.clone(),
                            what: step_name(step),
                            when: step.day.clone(),
                            hours: 0,
                        });
                    }
                }
            }
        }
        if told != before {
            // Where this cannot be kept, a reminder comes twice, which is better than never.
            let _ = std::fs::create_dir_all(&self.places.data);
            let _ = write_whole(&path, &serde_json::to_vec(&told).unwrap_or_default());
        }
        Ok(due)
    }

    fn reminders_path(&self) -> PathBuf {
        self.places.config.join("reminders.json")
    }
}

/// Returns the hours left when a moment has come that was not told, and notes it with all
/// that came before.
fn moment(
    deadline: &ToldDeadline,
    hours: &[u32],
    file: &str,
    told: &mut BTreeSet<String>,
) -> Option<u32> {
    let left = u32::try_from(deadline.seconds_left).ok()?;
    let reached: Vec<String> = hours
        .iter()
        .filter(|hours| left <= **hours * 3600)
        .map(|hours| format!("{file}|{}|{hours}", deadline.instant))
        .collect();
    let new = reached.into_iter().filter(|key| told.insert(key.clone())).count();
    (new > 0).then(|| left.div_ceil(3600))
}
