//! Reads a deadline out of a secretariat's own words, and says what had to be assumed.
//!
//! Where the words can be read twice, the earlier reading is taken, so that who keeps to it
//! is never late. The city decides the zone: letters such as `EST` are often printed in
//! summer, when the clocks of the city show another time.

mod clock;
mod day;
mod place;

use jiff::Timestamp;
use jiff::civil::Time;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::days::WorkingWeek;
use clock::Clock;

/// What was read out of a secretariat's words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WordingRead {
    /// The earliest sound reading, as RFC 3339 in UTC; empty when the words name no day.
    pub instant: String,
    /// Zone, as an IANA name.
    pub zone: String,
    /// What had to be assumed, in sentences; empty when the words leave no doubt.
    pub assumed: Vec<String>,
}

/// Reads a deadline; `home` is the secretariat's zone and `year` the year to take where the
/// words name none.
pub fn read(wording: &str, home: &str, year: i16) -> WordingRead {
    let text = wording.to_lowercase();
    let place = place::read(&text);
    let mut assumed = Vec::new();
    let (name, zone) = match &place {
        Some(place) => (place.zone.clone(), place.time_zone()),
        None => (home.to_owned(), crate::calls::zone(home)),
    };
    let zone_name = name.clone();
    let Some(found) = day::read(&text, year) else {
        return WordingRead {
            zone: zone_name,
            assumed: vec!["The words name no day; look it up and give day and hour.".into()],
            ..WordingRead::default()
        };
    };
    if found.range {
        assumed.push("The words name a span of days; its last day is taken.".into());
    }
    if found.year_missing {
        assumed.push(format!("The words name no year; {year} is taken."));
    }
    let zone = zone.unwrap_or(TimeZone::UTC);
    let city = place::city(&zone_name);
    let clock = clock::read(&text);
    let (day, time) = match &clock {
        None => {
            assumed.push(format!(
                "The words name no hour; the close of business in {city} on the working day \
                 before is taken."
            ));
            (WorkingWeek::default().before(found.day, 1), Time::constant(17, 0, 0, 0))
        }
        Some(Clock { time, doubt, .. }) => {
            assumed.extend(doubt.iter().cloned());
            (found.day, *time)
        }
    };
    if place.is_none() && clock.is_some() {
        assumed.push(format!("The words name no place; the clocks of {city} are taken."));
    }
    let Ok(zoned) = day.to_datetime(time).to_zoned(zone) else {
        return WordingRead { zone: zone_name, assumed, ..WordingRead::default() };
    };
    if let Some(place) = &place
        && let Some(doubt) = place.letters_doubt(&zoned)
    {
        assumed.push(doubt);
    }
    let instant: Timestamp = zoned.timestamp();
    WordingRead { instant: instant.to_string(), zone: zone_name, assumed }
}

#[cfg(test)]
mod tests;
