//! A deadline as it is told: in the secretariat's zone, the user's and UTC.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::calls::zone;
use crate::model::Call;
use crate::model::call::Deadline;
use crate::model::signatory::EcosocStatus;

/// Seconds of a day.
const DAY: i64 = 24 * 60 * 60;

/// How pressing a deadline is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum DeadlineState {
    /// More than a week is left.
    #[default]
    Ahead,
    /// A week or less is left.
    Week,
    /// Two days or less are left.
    Days,
    /// It is behind us. Handing over is not stopped by it.
    Passed,
}

/// One deadline of a call, told for a person.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ToldDeadline {
    /// Id of the call.
    pub call: String,
    /// Name of the call.
    pub call_name: String,
    /// What closes.
    pub what: String,
    /// The instant, as RFC 3339 in UTC: the earliest sound reading.
    pub instant: String,
    /// Zone of the secretariat, as an IANA name.
    pub zone: String,
    /// The secretariat's own words.
    pub wording: String,
    /// Why the instant is an assumption; absent when the wording leaves no doubt.
    pub assumed: Option<String>,
    /// Status of the organisations for which it holds; absent means any.
    pub status: Option<EcosocStatus>,
    /// Whether it holds for joint statements only, or for single ones only.
    pub joint: Option<bool>,
    /// In the secretariat's zone: `Friday, 4 December 2026, 17:00 (New York)`.
    pub there: String,
    /// In the user's zone.
    pub here: String,
    /// In UTC.
    pub utc: String,
    /// Whole seconds until then; less than 0 once it has passed.
    pub seconds_left: i32,
    /// How pressing it is.
    pub state: DeadlineState,
    /// What the date was before it was moved, the oldest first.
    pub earlier: Vec<ToldEarlier>,
}

/// What a date was before the secretariat moved it, told for a person.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ToldEarlier {
    /// The instant, as RFC 3339 in UTC.
    pub instant: String,
    /// The secretariat's own words.
    pub wording: String,
    /// In the secretariat's zone.
    pub there: String,
    /// Day on which the change was told; empty when not known.
    pub told: String,
}

/// Tells a deadline of a call; `None` when its instant is none.
///
/// `own` is the user's zone as an IANA name; one that is not known is told as UTC.
pub fn told(call: &Call, deadline: &Deadline, own: &str, now: Timestamp) -> Option<ToldDeadline> {
    let instant: Timestamp = deadline.instant.parse().ok()?;
    let left = instant.as_second() - now.as_second();
    Some(ToldDeadline {
        call: call.id.clone(),
        call_name: call.name.clone(),
        what: deadline.what.clone(),
        instant: instant.to_string(),
        zone: deadline.zone.clone(),
        wording: deadline.wording.clone(),
        assumed: deadline.assumed.clone(),
        status: deadline.status,
        joint: deadline.joint,
        there: day_and_time(instant, &deadline.zone),
        here: day_and_time(instant, own),
        utc: day_and_time(instant, "UTC"),
        seconds_left: i32::try_from(left).unwrap_or(if left < 0 { i32::MIN } else { i32::MAX }),
        state: match left {
            ..0 => DeadlineState::Passed,
            0..=172_800 => DeadlineState::Days,
            _ if left <= 7 * DAY => DeadlineState::Week,
            _ => DeadlineState::Ahead,
        },
        earlier: deadline
            .history
            .iter()
            .filter_map(|earlier| {
                let at: Timestamp = earlier.instant.parse().ok()?;
                Some(ToldEarlier {
                    instant: at.to_string(),
                    wording: earlier.wording.clone(),
                    there: day_and_time(at, &deadline.zone),
                    told: earlier.told.clone().unwrap_or_default(),
                })
            })
            .collect(),
    })
}

/// Writes an instant in a zone with the city in brackets.
fn day_and_time(instant: Timestamp, name: &str) -> String {
    match zone(name) {
        Some(zone) if !matches!(name, "UTC" | "Etc/UTC") => {
            let at = instant.to_zoned(zone);
            let place = name.rsplit('/').next().unwrap_or(name).replace('_', " ");
            format!("{} ({place})", at.strftime("%A, %-d %B %Y, %H:%M"))
        }
        _ => format!("{} UTC", instant.strftime("%A, %-d %B %Y, %H:%M")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::call::EarlierDate;

    fn deadline() -> Deadline {
        Deadline {
            what: "statement".into(),
            instant: "2026-06-05T21:00:00Z".into(),
            zone: "America/New_York".into(),
            history: vec![EarlierDate {
                instant: "2026-05-29T21:00:00Z".into(),
                ..EarlierDate::default()
            }],
            ..Deadline::default()
        }
    }

    #[test]
    fn one_instant_is_told_three_times() {
        let now = "2026-06-04T09:00:00Z".parse().expect("an instant");
        let told = told(&Call::default(), &deadline(), "Africa/Nairobi", now).expect("told");
        assert_eq!(told.there, "Friday, 5 June 2026, 17:00 (New York)");
        assert_eq!(told.here, "Saturday, 6 June 2026, 00:00 (Nairobi)");
        assert_eq!(told.utc, "Friday, 5 June 2026, 21:00 UTC");
        assert_eq!((told.seconds_left, told.state), (36 * 3600, DeadlineState::Days));
        assert_eq!(told.earlier[0].there, "Friday, 29 May 2026, 17:00 (New York)");
    }

    #[test]
    fn a_passed_deadline_says_so_and_one_without_an_instant_is_not_told() {
        let now = "2026-06-05T21:00:01Z".parse().expect("an instant");
        let late = told(&Call::default(), &deadline(), "UTC", now).expect("told");
        assert_eq!((late.seconds_left, late.state), (-1, DeadlineState::Passed));
        let vague = Deadline { instant: "soon".into(), ..deadline() };
        assert!(told(&Call::default(), &vague, "UTC", now).is_none());
    }
}
