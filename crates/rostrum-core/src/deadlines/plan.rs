//! The plan back from a deadline: what must be ready on which day.
//!
//! Each step stands some working days before the day of the deadline. Civil society asks
//! for seven working days with a draft, so the text is frozen seven before it closes. What a
//! person sets differently is kept in the statement as words by name, so that partners who
//! edit copies apart can merge their plans:
//!
//! ```text
//! comments       "8" working days before · "2026-11-20" · "off"
//! comments.done  "1"
//! own-1          "5"             a step of one's own …
//! own-1.name     "Ask the legal adviser"
//! weekend        "fri,sat"       free days of the week
//! holidays       "2026-11-26"    free days beside them
//! towards        "joint statement"   which of the call's dates is counted back from
//! ```

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::days::WorkingWeek;
use crate::calls::zone;
use crate::model::Call;
use crate::model::call::Deadline;
use crate::model::signatory::EcosocStatus;

/// The steps of every plan, with the working days before the deadline: first text, comments
/// of partners are in, text freeze, end of the sign-on, documents are made, hand-over.
pub const STEPS: [(&str, u32); 6] =
    [("draft", 15), ("comments", 8), ("freeze", 7), ("sign_on", 3), ("render", 2), ("send", 1)];

/// How a step stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum StepState {
    /// Its day lies ahead.
    #[default]
    Ahead,
    /// Its day is today.
    Today,
    /// Its day has passed and it is not done.
    Late,
    /// It is done.
    Done,
    /// It is not part of this plan.
    Off,
}

/// One step of a plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PlanStep {
    /// Id: `draft`, `comments`, `freeze`, `sign_on`, `render`, `send`, or one of one's own.
    pub id: String,
    /// Name of a step of one's own; empty for the others, which a face names.
    pub name: String,
    /// Working days before the day of the deadline; absent when a day was set.
    pub days_before: Option<u32>,
    /// The day, as `2026-11-25`.
    pub day: String,
    /// How it stands.
    pub state: StepState,
    /// Whether it differs from what Rostrum proposes.
    pub changed: bool,
}

/// A plan back from a deadline.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Plan {
    /// What closes.
    pub what: String,
    /// The instant it closes, as RFC 3339 in UTC.
    pub instant: String,
    /// Zone in which its days are counted: the secretariat's.
    pub zone: String,
    /// Day of the deadline in that zone, as `2026-12-04`.
    pub day: String,
    /// Today in that zone.
    pub today: String,
    /// Working days from today to before the day of the deadline.
    pub days_left: u32,
    /// Working days the longest step asks for.
    pub days_wanted: u32,
    /// Steps by day, those that are off last.
    pub steps: Vec<PlanStep>,
    /// Free days of the week, as `sat,sun`.
    pub weekend: String,
    /// Free days beside them, as `2026-11-26, 2026-11-27`.
    pub holidays: String,
}

impl Plan {
    /// Returns the steps that are part of the plan.
    pub fn steps_taken(&self) -> impl Iterator<Item = &PlanStep> {
        self.steps.iter().filter(|step| step.state != StepState::Off)
    }

    /// Tells whether the days left are too few for the steps that are not done.
    pub fn is_tight(&self) -> bool {
        self.steps.iter().any(|step| step.state == StepState::Late)
    }
}

/// Returns the date of a call that a plan counts back from: the one that was chosen, or the
/// first ahead that holds for this status and kind of statement, or the last one.
pub fn towards<'a>(
    call: &'a Call,
    standing: (EcosocStatus, bool),
    set: &BTreeMap<String, String>,
    now: Timestamp,
) -> Option<&'a Deadline> {
    let chosen = set.get("towards").map(String::as_str).unwrap_or_default();
    if let Some(found) = call.deadlines.iter().find(|d| !chosen.is_empty() && d.what == chosen) {
        return Some(found);
    }
    let mut dated: Vec<(Timestamp, &Deadline)> = call
        .deadlines_for(standing.0, standing.1)
        .filter_map(|d| Some((d.instant.parse().ok()?, d)))
        .collect();
    dated.sort_by_key(|(at, _)| *at);
    let ahead = dated.iter().find(|(at, _)| *at >= now);
    ahead.or(dated.last()).map(|(_, deadline)| *deadline)
}

/// Counts back from a deadline; `None` when its instant or zone is none.
///
/// A step of which nothing was set stands where Rostrum proposes it. Days are days in the
/// secretariat's zone, so that partners everywhere have the same plan.
pub fn plan(deadline: &Deadline, set: &BTreeMap<String, String>, now: Timestamp) -> Option<Plan> {
    let there = zone(&deadline.zone)?;
    let instant: Timestamp = deadline.instant.parse().ok()?;
    let day = instant.to_zoned(there.clone()).date();
    let today = now.to_zoned(there).date();
    let word = |name: &str| set.get(name).map_or("", |value| value.trim());
    let week = WorkingWeek::from_words(word("weekend"), word("holidays"));
    let mut steps: Vec<PlanStep> = STEPS
        .iter()
        .map(|(id, days)| step(id, "", Some(*days), word(id), &week, day))
        .chain(own(set).map(|id| {
            let name = word(&format!("{id}.name"));
            step(id, name, None, word(id), &week, day)
        }))
        .collect();
    for step in &mut steps {
        if step.state == StepState::Off {
            continue;
        }
        let at: Option<Date> = step.day.parse().ok();
        step.state = match at {
            _ if word(&format!("{}.done", step.id)) == "1" => StepState::Done,
            Some(at) if at < today => StepState::Late,
            Some(at) if at == today => StepState::Today,
            _ => StepState::Ahead,
        };
    }
    // Steps of one day stay in the order of the way.
    steps.sort_by(|a, b| {
        ((a.state == StepState::Off), &a.day).cmp(&((b.state == StepState::Off), &b.day))
    });
    let wanted = steps.iter().filter(|s| s.state != StepState::Off);
    Some(Plan {
        what: deadline.what.clone(),
        instant: instant.to_string(),
        zone: deadline.zone.clone(),
        day: day.to_string(),
        today: today.to_string(),
        days_left: week.between(today, day),
        days_wanted: wanted.filter_map(|s| s.days_before).max().unwrap_or_default(),
        steps,
        weekend: if word("weekend").is_empty() { "sat,sun".into() } else { word("weekend").into() },
        holidays: word("holidays").into(),
    })
}

/// Returns what to set so that the steps that are not done fit into the days left.
///
/// The order of the steps stays, and so does their share of the time; the hand-over keeps a
/// day of its own before the deadline while there is one.
pub fn fitted(plan: &Plan) -> Vec<(String, String)> {
    let open: Vec<&PlanStep> = plan
        .steps_taken()
        .filter(|step| step.state != StepState::Done)
        .filter(|step| step.days_before.is_some())
        .collect();
    let most = open.iter().filter_map(|step| step.days_before).max().unwrap_or_default();
    if most == 0 || most <= plan.days_left {
        return Vec::new();
    }
    let scaled = |days: u32| {
        let share = u64::from(days) * u64::from(plan.days_left) / u64::from(most);
        u32::try_from(share).unwrap_or(0).max(u32::from(plan.days_left > 0 && days > 0))
    };
    open.iter()
        .filter_map(|step| Some((step.id.clone(), scaled(step.days_before?).to_string())))
        .collect()
}

/// Tells why a word cannot be set under a name; `None` when it can.
pub fn refused(name: &str, value: &str) -> Option<&'static str> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.".contains(c);
    if name.is_empty() || !name.chars().all(plain) {
        return Some(
            "name a step: draft, comments, freeze, sign_on, render, send, or one you added",
        );
    }
    let value = value.trim();
    let special = matches!(name, "weekend" | "holidays" | "towards");
    let of_a_step = name.split_once('.').is_some_and(|(_, part)| matches!(part, "name" | "done"));
    if value.is_empty() || special || of_a_step {
        return None;
    }
    let known = value == "off"
        || value.parse::<u32>().is_ok_and(|days| days <= 400)
        || value.parse::<Date>().is_ok();
    (!known).then_some("give working days before the deadline (7), a day (2026-11-25), or off")
}

/// Names a step in English, for calendars and the command line.
pub fn step_name(step: &PlanStep) -> String {
    match step.id.as_str() {
        "draft" => "First text is ready".into(),
        "comments" => "Comments of partners are in".into(),
        "freeze" => "Text freeze".into(),
        "sign_on" => "Sign-on closes".into(),
        "render" => "Documents are made".into(),
        "send" => "Hand over".into(),
        id if step.name.is_empty() => id.into(),
        _ => step.name.clone(),
    }
}

/// Returns the ids of steps of one's own.
fn own(set: &BTreeMap<String, String>) -> impl Iterator<Item = &str> {
    set.iter()
        .filter(|(name, value)| {
            !value.trim().is_empty() && name.starts_with("own") && !name.contains('.')
        })
        .map(|(name, _)| name.as_str())
}

fn step(
    id: &str,
    name: &str,
    proposed: Option<u32>,
    set: &str,
    week: &WorkingWeek,
    deadline: Date,
) -> PlanStep {
    let made = PlanStep { id: id.into(), name: name.into(), ..PlanStep::default() };
    if set == "off" {
        return PlanStep { state: StepState::Off, changed: true, ..made };
    }
    if let Ok(day) = set.parse::<Date>() {
        return PlanStep { day: day.to_string(), changed: true, ..made };
    }
    let days = set.parse().ok().or(proposed).unwrap_or_default();
    PlanStep {
        days_before: Some(days),
        day: week.before(deadline, days).to_string(),
        changed: proposed.is_some_and(|proposed| proposed != days),
        ..made
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deadline() -> Deadline {
        Deadline {
            what: "statement".into(),
            instant: "2026-12-04T22:00:00Z".into(),
            zone: "America/New_York".into(),
            ..Deadline::default()
        }
    }

    fn at(now: &str, set: &[(&str, &str)]) -> Plan {
        let set = set.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        plan(&deadline(), &set, now.parse().expect("an instant")).expect("a plan")
    }

    fn day<'a>(plan: &'a Plan, id: &str) -> &'a PlanStep {
        plan.steps.iter().find(|step| step.id == id).expect("a step")
    }

    #[test]
    fn the_text_is_frozen_seven_working_days_before() {
        let plan = at("2026-11-02T12:00:00Z", &[]);
        assert_eq!(day(&plan, "freeze").day, "2026-11-25");
        assert_eq!(day(&plan, "send").day, "2026-12-03");
        let order: Vec<&str> = plan.steps.iter().map(|s| s.id.as_str()).collect();
        assert_eq!(order, ["draft", "comments", "freeze", "sign_on", "render", "send"]);
        assert!(!plan.is_tight());
    }

    #[test]
    fn a_step_can_be_moved_set_to_a_day_left_out_or_ticked() {
        let plan = at(
            "2026-11-25T15:00:00Z",
            &[
                ("freeze", "5"),
                ("comments", "2026-11-20"),
                ("render", "off"),
                ("draft.done", "1"),
                ("own-1", "4"),
                ("own-1.name", "Ask the adviser"),
            ],
        );
        assert_eq!(
            (day(&plan, "freeze").day.as_str(), day(&plan, "freeze").changed),
            ("2026-11-27", true)
        );
        assert_eq!(day(&plan, "comments").state, StepState::Late);
        assert_eq!(day(&plan, "draft").state, StepState::Done);
        assert_eq!(plan.steps.last().map(|s| s.state), Some(StepState::Off));
        assert_eq!(day(&plan, "own-1").name, "Ask the adviser");
    }

    #[test]
    fn today_is_today_in_the_secretariats_zone() {
        // In Sydney it is the 26th already; in New York it is the evening of the 25th.
        let plan = at("2026-11-26T02:00:00Z", &[]);
        assert_eq!(
            (plan.today.as_str(), day(&plan, "freeze").state),
            ("2026-11-25", StepState::Today)
        );
    }

    #[test]
    fn a_plan_that_is_too_long_fits_itself_into_the_days_left() {
        let plan = at("2026-11-27T15:00:00Z", &[]);
        assert!(plan.is_tight());
        let set = fitted(&plan);
        let borrowed: Vec<(&str, &str)> =
            set.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let fitted_plan = at("2026-11-27T15:00:00Z", &borrowed);
        assert!(!fitted_plan.is_tight(), "{fitted_plan:#?}");
        let order: Vec<&str> = fitted_plan.steps.iter().map(|s| s.id.as_str()).collect();
        assert_eq!(order, ["draft", "comments", "freeze", "sign_on", "render", "send"]);
        assert!(fitted(&fitted_plan).is_empty());
    }

    #[test]
    fn a_plan_counts_back_from_the_date_that_holds() {
        let joint = Deadline {
            what: "joint statement".into(),
            instant: "2026-11-20T22:00:00Z".into(),
            joint: Some(true),
            ..deadline()
        };
        let call = Call { deadlines: vec![deadline(), joint], ..Call::default() };
        let now = "2026-11-02T12:00:00Z".parse().expect("an instant");
        let what = |joint, set: &[(&str, &str)]| {
            let set = set.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
            towards(&call, (EcosocStatus::None, joint), &set, now).map(|d| d.what.clone())
        };
        assert_eq!(what(false, &[]).as_deref(), Some("statement"));
        assert_eq!(what(true, &[]).as_deref(), Some("joint statement"));
        assert_eq!(what(true, &[("towards", "statement")]).as_deref(), Some("statement"));
    }

    #[test]
    fn only_days_dates_and_off_can_be_set() {
        for (name, value, fine) in [
            ("freeze", "7", true),
            ("freeze", "2026-11-25", true),
            ("freeze", "off", true),
            ("freeze", "", true),
            ("freeze", "soon", false),
            ("Freeze it", "7", false),
            ("own-1.name", "Anything", true),
        ] {
            assert_eq!(refused(name, value).is_none(), fine, "{name} {value}");
        }
    }
}
