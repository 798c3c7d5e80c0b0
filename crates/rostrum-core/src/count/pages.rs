//! Takes the pages of a laid-out document into its count.

use super::CountReport;
use crate::model::call::{Call, Counted, Counting, LimitScope, LimitUnit};

/// How many pages a laid-out document has.
///
/// Laying out is not the core's work; whoever did it gives the numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pages {
    /// All pages.
    pub all: u32,
    /// Pages on which anything but annexes stands.
    pub before_annexes: u32,
}

impl Pages {
    /// Returns how many of them count: without those of annexes where the call leaves these out.
    pub fn counted(self, counting: &Counting) -> u32 {
        let out = counting.annexes.as_ref().is_some_and(|rule| rule.value == Counted::Out);
        if out { self.before_annexes } else { self.all }
    }
}

impl CountReport {
    /// Returns the report with the pages in it, in the limits as well.
    #[must_use]
    pub fn with_pages(mut self, pages: Pages, call: &Call) -> Self {
        let counted = pages.counted(&call.counting);
        self.pages = Some(pages.all);
        self.pages_counted = Some(counted);
        for limit in &mut self.limits {
            if limit.unit == LimitUnit::Pages && limit.applies_to == LimitScope::Whole {
                limit.used = Some(counted);
            }
        }
        self
    }

    /// Tells whether a limit in pages holds, so that the document has to be laid out to be checked.
    pub fn limits_pages(&self) -> bool {
        self.limits.iter().any(|l| l.unit == LimitUnit::Pages && l.applies_to == LimitScope::Whole)
    }
}
