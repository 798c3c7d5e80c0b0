//! Finds the zone in a secretariat's words.

use jiff::Zoned;
use jiff::tz::{Offset, TimeZone};

/// Places that secretariats name, with their zones; longer names come first.
const PLACES: [(&str, &str); 24] = [
    ("new york", "America/New_York"),
    ("nyc", "America/New_York"),
    ("eastern time", "America/New_York"),
    ("eastern standard", "America/New_York"),
    ("eastern daylight", "America/New_York"),
    ("washington", "America/New_York"),
    ("geneva", "Europe/Zurich"),
    ("zurich", "Europe/Zurich"),
    ("vienna", "Europe/Vienna"),
    ("nairobi", "Africa/Nairobi"),
    ("addis ababa", "Africa/Addis_Ababa"),
    ("bangkok", "Asia/Bangkok"),
    ("beirut", "Asia/Beirut"),
    ("santiago", "America/Santiago"),
    ("the hague", "Europe/Amsterdam"),
    ("paris", "Europe/Paris"),
    ("rome", "Europe/Rome"),
    ("bonn", "Europe/Berlin"),
    ("berlin", "Europe/Berlin"),
    ("london", "Europe/London"),
    ("montreal", "America/Toronto"),
    ("kingston", "America/Jamaica"),
    ("tokyo", "Asia/Tokyo"),
    ("greenwich", "UTC"),
];

/// Letters that secretariats print, with the zone of the city they mean.
const LETTERS: [(&str, &str); 11] = [
    ("est", "America/New_York"),
    ("edt", "America/New_York"),
    ("cet", "Europe/Zurich"),
    ("cest", "Europe/Zurich"),
    ("eat", "Africa/Nairobi"),
    ("bst", "Europe/London"),
    ("utc", "UTC"),
    ("gmt", "UTC"),
    ("ict", "Asia/Bangkok"),
    ("jst", "Asia/Tokyo"),
    ("z", "UTC"),
];

/// A place that words name.
pub(super) struct Place {
    pub(super) zone: String,
    letters: Option<String>,
    offset: Option<Offset>,
}

impl Place {
    pub(super) fn time_zone(&self) -> Option<TimeZone> {
        match self.offset {
            Some(offset) => Some(TimeZone::fixed(offset)),
            None => crate::calls::zone(&self.zone),
        }
    }

    /// Says when letters name another clock than the one the city shows that day.
    pub(super) fn letters_doubt(&self, at: &Zoned) -> Option<String> {
        let letters = self.letters.as_deref()?;
        let summer = matches!(letters, "edt" | "cest" | "bst");
        let winter = matches!(letters, "est" | "cet");
        let info = at.time_zone().to_offset_info(at.timestamp());
        let is_summer = info.dst() == jiff::tz::Dst::Yes;
        ((summer && !is_summer) || (winter && is_summer)).then(|| {
            format!(
                "{} is not the time that the clocks of {} show on that day; the clocks are taken.",
                letters.to_uppercase(),
                city(&self.zone)
            )
        })
    }
}

/// Finds the zone: by its city, by an offset such as `UTC-11`, or by letters.
pub(super) fn read(text: &str) -> Option<Place> {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let letters = words.iter().find_map(|word| LETTERS.iter().find(|(letters, _)| letters == word));
    if let Some((_, zone)) = PLACES.iter().find(|(name, _)| text.contains(name)) {
        let letters = letters.filter(|(_, of)| of == zone).map(|(name, _)| (*name).to_owned());
        return Some(Place { zone: (*zone).into(), letters, offset: None });
    }
    if let Some(hours) = offset(text)
        && let Ok(offset) = Offset::from_hours(hours)
    {
        // The names of the zones of this family have their signs the other way round.
        let zone = match hours {
            0 => "UTC".into(),
            1.. => format!("Etc/GMT-{hours}"),
            ..0 => format!("Etc/GMT+{}", -hours),
        };
        return Some(Place { zone, letters: None, offset: Some(offset) });
    }
    letters.map(|(name, zone)| Place {
        zone: (*zone).into(),
        letters: Some((*name).into()),
        offset: None,
    })
}

fn offset(text: &str) -> Option<i8> {
    for name in ["utc", "gmt"] {
        for (at, _) in text.match_indices(name) {
            let rest = text[at + name.len()..].trim_start();
            let sign = match rest.chars().next()? {
                '+' => 1,
                '-' | '−' | '–' => -1,
                _ => continue,
            };
            let digits: String = rest.chars().skip(1).take_while(char::is_ascii_digit).collect();
            if let Ok(hours) = digits.parse::<i8>()
                && hours <= 14
            {
                return Some(sign * hours);
            }
        }
    }
    None
}

/// Returns the name of a zone's city; the zone of Geneva is Zurich's.
pub(super) fn city(zone: &str) -> String {
    match zone {
        "Europe/Zurich" => "Geneva".into(),
        _ => zone.rsplit('/').next().unwrap_or(zone).replace('_', " "),
    }
}
