//! Time zones by name, from tables built into the program.

use jiff::Timestamp;
use jiff::tz::{TimeZone, TimeZoneDatabase};

/// Returns the zone of this IANA name, such as `America/New_York`.
///
/// The tables of the machine are not asked, so that the same input gives the same words
/// everywhere.
pub fn zone(name: &str) -> Option<TimeZone> {
    TimeZoneDatabase::bundled().get(name).ok()
}

/// Writes an instant in a zone as a person reads it: `7 December 2026, 17:00 (New York time)`.
///
/// The city is named instead of a letter code, because `EST` is often printed in summer.
/// An unknown zone gives UTC.
pub fn in_zone(instant: Timestamp, name: &str) -> String {
    match zone(name) {
        Some(zone) if name != "UTC" => {
            let city = name.rsplit('/').next().unwrap_or(name).replace('_', " ");
            // The secretariats in Switzerland speak of Geneva, whose zone is Zurich's.
            let city = if city == "Zurich" { "Geneva".into() } else { city };
            let there = instant.to_zoned(zone);
            format!("{} ({city} time)", there.strftime("%-d %B %Y, %H:%M"))
        }
        _ => format!("{} (UTC)", instant.strftime("%-d %B %Y, %H:%M")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_is_told_in_the_citys_time_in_summer_and_winter() {
        let told = |at: &str, zone| in_zone(at.parse().expect("an instant"), zone);
        assert_eq!(
            told("2026-06-05T21:00:00Z", "America/New_York"),
            "5 June 2026, 17:00 (New York time)"
        );
        assert_eq!(
            told("2026-12-05T14:00:00Z", "Europe/Zurich"),
            "5 December 2026, 15:00 (Geneva time)"
        );
        assert_eq!(told("2026-12-05T14:00:00Z", "Mars/Base"), "5 December 2026, 14:00 (UTC)");
    }
}
