//! Working days: which days of the week are free, and which days beside them.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// Which days are worked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingWeek {
    free: Vec<Weekday>,
    holidays: BTreeSet<Date>,
}

impl Default for WorkingWeek {
    fn default() -> Self {
        Self { free: vec![Weekday::Saturday, Weekday::Sunday], holidays: BTreeSet::new() }
    }
}

impl WorkingWeek {
    /// Reads a week from words: free days as `sat,sun`, holidays as dates; what is no day is
    /// passed over. A week without a working day is read as Saturday and Sunday free.
    pub fn from_words(free: &str, holidays: &str) -> Self {
        let listed = |words: &str| -> Vec<String> {
            words
                .split([',', ' ', ';'])
                .map(|w| w.trim().to_lowercase())
                .filter(|w| !w.is_empty())
                .collect()
        };
        let mut week = Self::default();
        if !free.trim().is_empty() {
            let days: Vec<Weekday> = listed(free).iter().filter_map(|w| weekday(w)).collect();
            if days.len() < 7 {
                week.free = days;
            }
        }
        week.holidays = listed(holidays).iter().filter_map(|w| w.parse().ok()).collect();
        week
    }

    /// Tells whether a day is worked.
    pub fn works(&self, day: Date) -> bool {
        !self.free.contains(&day.weekday()) && !self.holidays.contains(&day)
    }

    /// Returns the day that lies `count` working days before another, which is not counted.
    pub fn before(&self, day: Date, count: u32) -> Date {
        let mut at = day;
        let mut left = count;
        // Two years hold more working days than any plan; a week of holidays cannot stall it.
        for _ in 0..count.saturating_mul(2).saturating_add(800) {
            if left == 0 {
                break;
            }
            let Ok(earlier) = at.checked_sub(1.day()) else { break };
            at = earlier;
            if self.works(at) {
                left -= 1;
            }
        }
        at
    }

    /// Counts the working days from one day to before another.
    pub fn between(&self, from: Date, to: Date) -> u32 {
        let mut at = from;
        let mut count = 0;
        while at < to && count < 1000 {
            count += u32::from(self.works(at));
            let Ok(next) = at.checked_add(1.day()) else { break };
            at = next;
        }
        count
    }
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(match word.get(..3)? {
        "mon" => Weekday::Monday,
        "tue" => Weekday::Tuesday,
        "wed" => Weekday::Wednesday,
        "thu" => Weekday::Thursday,
        "fri" => Weekday::Friday,
        "sat" => Weekday::Saturday,
        "sun" => Weekday::Sunday,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn seven_working_days_before_a_friday_is_wednesday_of_the_week_before() {
        let week = WorkingWeek::default();
        assert_eq!(week.before(date(2026, 12, 4), 7), date(2026, 11, 25));
        assert_eq!(week.between(date(2026, 11, 25), date(2026, 12, 4)), 7);
    }

    #[test]
    fn a_deadline_on_a_weekend_counts_from_the_friday() {
        let week = WorkingWeek::default();
        assert_eq!(week.before(date(2026, 12, 6), 1), date(2026, 12, 4));
        assert_eq!(week.before(date(2026, 12, 6), 0), date(2026, 12, 6));
    }

    #[test]
    fn holidays_and_another_weekend_are_passed_over() {
        let week = WorkingWeek::from_words("fri, sat", "2026-12-02");
        assert_eq!(week.before(date(2026, 12, 6), 4), date(2026, 11, 29));
        assert!(!week.works(date(2026, 12, 2)) && week.works(date(2026, 12, 6)));
    }

    #[test]
    fn a_week_without_work_is_not_taken() {
        let week = WorkingWeek::from_words("mon tue wed thu fri sat sun", "soon");
        assert_eq!(week, WorkingWeek::default());
    }
}
