//! Writes dates as a calendar file (RFC 5545) that other calendars open.
//!
//! Instants are written in UTC, so no table of zones is needed and no calendar can take a
//! letter code for another zone; the secretariat's own time stands in the description.
//! Days of a plan are written as whole days.

use std::fmt::Write as _;

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use sha2::{Digest as _, Sha256};

/// Octets after which a line is folded, without the line end.
const MOST_OCTETS: usize = 75;

/// When an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// At an instant.
    At(Timestamp),
    /// On a whole day.
    On(Date),
}

/// One entry of a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarEntry {
    /// What makes it the same entry when the file is written again: see [`uid`].
    pub uid: String,
    /// How often its date has been moved; a calendar takes the higher number.
    pub sequence: u32,
    /// When it is.
    pub when: When,
    /// Title.
    pub title: String,
    /// What to know about it, in lines.
    pub description: String,
    /// Minutes before it at which an alarm sounds; for a whole day, before its midnight, and
    /// less than 0 after it.
    pub alarms: Vec<i64>,
}

/// Makes a name of an entry that is the same every time, from what identifies it.
pub fn uid(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let mut name = String::from("rostrum-");
    for byte in hash.finalize().iter().take(16) {
        let _ = write!(name, "{byte:02x}");
    }
    name
}

/// Writes a calendar; `stamp` is when it was made.
///
/// Lines end with CR LF and are folded at 75 octets, never inside a letter.
pub fn ics(name: &str, entries: &[CalendarEntry], stamp: Timestamp) -> String {
    let mut out = Lines::default();
    out.line("BEGIN:VCALENDAR");
    out.line("VERSION:2.0");
    out.line("PRODID:-//Rostrum//Rostrum//EN");
    out.line("CALSCALE:GREGORIAN");
    out.line("METHOD:PUBLISH");
    out.text("X-WR-CALNAME", name);
    for entry in entries {
        out.line("BEGIN:VEVENT");
        out.line(&format!("UID:{}", entry.uid));
        out.line(&format!("DTSTAMP:{}", utc(stamp)));
        out.line(&format!("SEQUENCE:{}", entry.sequence));
        match entry.when {
            When::At(at) => out.line(&format!("DTSTART:{}", utc(at))),
            When::On(day) => {
                out.line(&format!("DTSTART;VALUE=DATE:{}", day.strftime("%Y%m%d")));
                if let Ok(next) = day.checked_add(1.day()) {
                    out.line(&format!("DTEND;VALUE=DATE:{}", next.strftime("%Y%m%d")));
                }
            }
        }
        out.text("SUMMARY", &entry.title);
        out.text("DESCRIPTION", &entry.description);
        out.line("TRANSP:TRANSPARENT");
        for minutes in &entry.alarms {
            out.line("BEGIN:VALARM");
            out.line("ACTION:DISPLAY");
            out.text("DESCRIPTION", &entry.title);
            out.line(&format!("TRIGGER:{}", trigger(*minutes)));
            out.line("END:VALARM");
        }
        out.line("END:VEVENT");
    }
    out.line("END:VCALENDAR");
    out.0
}

fn utc(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// Writes minutes before the start as a duration: `-P7D`, `-PT90M`, `PT9H`.
fn trigger(minutes_before: i64) -> String {
    let sign = if minutes_before > 0 { "-" } else { "" };
    let minutes = minutes_before.unsigned_abs();
    match minutes {
        0 => "PT0S".into(),
        _ if minutes.is_multiple_of(24 * 60) => format!("{sign}P{}D", minutes / (24 * 60)),
        _ if minutes.is_multiple_of(60) => format!("{sign}PT{}H", minutes / 60),
        _ => format!("{sign}PT{minutes}M"),
    }
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    fn text(&mut self, name: &str, value: &str) {
        let mut line = format!("{name}:");
        for c in value.trim().chars() {
            match c {
                '\\' | ';' | ',' => {
                    line.push('\\');
                    line.push(c);
                }
                '\n' => line.push_str("\\n"),
                c if c.is_control() => {}
                c => line.push(c),
            }
        }
        self.line(&line);
    }

    fn line(&mut self, line: &str) {
        let mut used = 0;
        for c in line.chars() {
            // A folded line begins with a space, which takes one octet.
            if used + c.len_utf8() > MOST_OCTETS {
                self.0.push_str("\r\n ");
                used = 1;
            }
            self.0.push(c);
            used += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn entry(title: &str) -> CalendarEntry {
        CalendarEntry {
            uid: uid(&["a", "b"]),
            sequence: 1,
            when: When::At("2026-12-04T22:00:00Z".parse().expect("an instant")),
            title: title.into(),
            description: "First line\nsecond; with, marks".into(),
            alarms: vec![7 * 24 * 60, 180, 90, 0],
        }
    }

    fn made(entries: &[CalendarEntry]) -> String {
        ics("Deadlines", entries, "2026-11-22T08:00:00Z".parse().expect("an instant"))
    }

    #[test]
    fn an_instant_is_written_in_utc_with_its_alarms() {
        let text = made(&[entry("Statement closes")]);
        for line in [
            "DTSTART:20261204T220000Z",
            "DTSTAMP:20261122T080000Z",
            "DESCRIPTION:First line\\nsecond\\; with\\, marks",
            "TRIGGER:-P7D",
            "TRIGGER:-PT3H",
            "TRIGGER:-PT90M",
            "TRIGGER:PT0S",
        ] {
            assert!(text.contains(&format!("{line}\r\n")), "{line}\n{text}");
        }
    }

    #[test]
    fn a_day_of_a_plan_is_a_whole_day_with_an_alarm_in_its_morning() {
        let day =
            CalendarEntry { when: When::On(date(2026, 12, 31)), alarms: vec![-540], ..entry("x") };
        let text = made(&[day]);
        assert!(text.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"));
        assert!(text.contains("TRIGGER:PT9H\r\n"));
    }

    #[test]
    fn the_same_thing_has_the_same_name_and_another_has_another() {
        assert_eq!(uid(&["a", "b"]), uid(&["a", "b"]));
        assert_ne!(uid(&["a", "b"]), uid(&["ab", ""]));
    }

    proptest! {
        #[test]
        fn no_line_is_longer_than_75_octets_and_unfolding_gives_the_words_back(
            title in "\\PC{0,200}"
        ) {
            let text = made(&[entry(&title)]);
            prop_assert!(text.split("\r\n").all(|line| line.len() <= MOST_OCTETS));
            prop_assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
            let whole = text.replace("\r\n ", "");
            let summary = whole
                .split("\r\n")
                .find_map(|line| line.strip_prefix("SUMMARY:"))
                .expect("a summary");
            let mut back = String::new();
            let mut letters = summary.chars();
            while let Some(c) = letters.next() {
                back.extend(if c == '\\' { letters.next() } else { Some(c) });
            }
            prop_assert_eq!(back, title.trim());
        }
    }
}
