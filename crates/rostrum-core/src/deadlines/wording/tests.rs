//! Wordings of the kinds that secretariats print, and how they are read.

use super::*;

const NEW_YORK: &str = "America/New_York";
const GENEVA: &str = "Europe/Zurich";

/// Wording, the secretariat's zone, the instant, and a word of each doubt.
const CASES: [(&str, &str, &str, &[&str]); 18] = [
    ("12 February 2024 (11.59 New York time)", NEW_YORK, "2024-02-12T16:59:00Z", &["morning"]),
    ("10 December 2023, midnight Eastern Time", NEW_YORK, "2023-12-10T05:00:00Z", &["Midnight"]),
    (
        "5 June 2020, at midnight New York time (EST)",
        NEW_YORK,
        "2020-06-05T04:00:00Z",
        &["Midnight", "EST"],
    ),
    ("29 July 2025, 10:00 AM (EST)", NEW_YORK, "2025-07-29T14:00:00Z", &["EST"]),
    ("COB NYC time, 4 March 2020", NEW_YORK, "2020-03-04T22:00:00Z", &["17:00"]),
    ("6 pm (Geneva time), 4 June 2020", GENEVA, "2020-06-04T16:00:00Z", &[]),
    ("4 June 2020, 18:00 CET", GENEVA, "2020-06-04T16:00:00Z", &["CET"]),
    ("12.00 pm Geneva time (CET), 20 November 2026", GENEVA, "2026-11-20T11:00:00Z", &["noon"]),
    ("18 January 2024, 6 p.m., New York time", "Europe/Vienna", "2024-01-18T23:00:00Z", &[]),
    ("16 March 2025, 23:59 UTC", GENEVA, "2025-03-16T23:59:00Z", &[]),
    ("21 June 2017, noon UTC", GENEVA, "2017-06-21T12:00:00Z", &[]),
    ("21 June 2017, midnight UTC-11", GENEVA, "2017-06-21T11:00:00Z", &["Midnight"]),
    ("23:59 EAT on 3 May 2023", GENEVA, "2023-05-03T20:59:00Z", &[]),
    ("31 December 2023", NEW_YORK, "2023-12-29T22:00:00Z", &["no hour"]),
    ("27 September to 17 October 2019", NEW_YORK, "2019-10-16T21:00:00Z", &["span", "no hour"]),
    ("by 15 May, 17:00", GENEVA, "2026-05-15T15:00:00Z", &["no year", "no place"]),
    ("2026-12-04, end of day, Geneva", GENEVA, "2026-12-04T22:59:00Z", &[]),
    ("December 4th, 2026 at 12:00 noon GMT", NEW_YORK, "2026-12-04T12:00:00Z", &[]),
];

#[test]
fn wordings_are_read_to_the_earliest_sound_instant_and_doubts_are_told() {
    for (wording, home, instant, doubts) in CASES {
        let read = read(wording, home, 2026);
        assert_eq!(read.instant, instant, "{wording}: {read:?}");
        assert_eq!(read.assumed.len(), doubts.len(), "{wording}: {read:?}");
        for (said, word) in read.assumed.iter().zip(doubts) {
            assert!(said.contains(word), "{wording}: {said}");
        }
    }
}

#[test]
fn words_without_a_day_give_no_instant() {
    let read = read("as soon as possible", NEW_YORK, 2026);
    assert_eq!((read.instant.as_str(), read.zone.as_str()), ("", NEW_YORK));
    assert!(read.assumed[0].contains("no day"));
}

proptest::proptest! {
    #[test]
    fn no_words_make_the_reader_fail(words in "\\PC{0,60}") {
        let _ = read(&words, GENEVA, 2026);
    }

    #[test]
    fn nothing_like_a_date_makes_the_reader_fail(
        words in "([0-9]{1,4}|[ :.,-]|may|june|midnight|pm|am|utc|noon|1st|é){0,12}"
    ) {
        let _ = read(&words, "Nowhere/At_All", 2026);
    }
}
