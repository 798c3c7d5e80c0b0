//! What crosses about deadlines, plans, calendars and reminders.

pub use rostrum_core::deadlines::plan::Plan;
pub use rostrum_core::deadlines::wording::WordingRead;
pub use rostrum_core::deadlines::{DeadlineState, ToldDeadline};
use serde::{Deserialize, Serialize};

wire! {
    /// Asks for every known deadline.
    pub struct DeadlinesRequest {
        /// The user's zone as an IANA name; empty takes that of the machine.
        pub zone: String,
    }

    /// Deadlines: those ahead by date, then those that passed, the latest first.
    pub struct Deadlines {
        /// The deadlines.
        pub deadlines: Vec<ToldDeadline>,
    }

    /// Asks how a secretariat's words about a deadline are read.
    pub struct DeadlineWordsRequest {
        /// The secretariat's words.
        pub wording: String,
        /// The secretariat's zone as an IANA name.
        pub zone: String,
    }

    /// Asks for the plan of a statement.
    pub struct PlanRequest {
        /// Path of the statement file.
        pub file: String,
        /// The user's zone as an IANA name; empty takes that of the machine.
        pub zone: String,
    }

    /// The deadlines of a statement and the plan back from one of them.
    pub struct PlanView {
        /// Every date of the call, in its order.
        pub deadlines: Vec<ToldDeadline>,
        /// The plan; absent when the call has no date.
        pub plan: Option<Plan>,
        /// Whether too few working days are left for what is not done.
        pub tight: bool,
    }

    /// Sets things of the plan, as one act.
    pub struct PlanSetRequest {
        /// Path of the statement file.
        pub file: String,
        /// The user's zone as an IANA name; empty takes that of the machine.
        pub zone: String,
        /// What to set.
        pub entries: Vec<PlanEntry>,
        /// Whether the open steps are moved so that they fit into the days left.
        pub fit: bool,
    }

    /// One thing of the plan.
    pub struct PlanEntry {
        /// Name of a step, or `weekend`, `holidays`, `towards`, `STEP.done`, `STEP.name`.
        pub name: String,
        /// Working days before the deadline, a day, `off`; empty takes what Rostrum proposes.
        pub value: String,
    }

    /// Writes a calendar file.
    pub struct CalendarRequest {
        /// Path of the statement file whose dates and plan are written; empty writes the
        /// deadlines of calls.
        pub file: String,
        /// Id of a call whose deadlines are written; empty writes all that lie ahead.
        pub call: String,
        /// Minutes before each date at which an alarm sounds.
        pub alarms: Vec<u32>,
        /// The user's zone as an IANA name; empty takes that of the machine.
        pub zone: String,
        /// Path of the file to write.
        pub out: String,
    }

    /// When the system reminds of deadlines, while Rostrum runs.
    pub struct ReminderSettings {
        /// Whether it reminds at all.
        pub on: bool,
        /// Hours before a deadline.
        pub hours: Vec<u32>,
        /// Whether it also tells in the morning which steps of a plan are due.
        pub steps: bool,
    }

    /// Something to be reminded of now.
    pub struct Reminder {
        /// Path of the statement file.
        pub file: String,
        /// Title of the statement.
        pub title: String,
        /// What closes or is due.
        pub what: String,
        /// When, in the user's zone.
        pub when: String,
        /// Hours left, rounded up; 0 for a step of a plan.
        pub hours: u32,
    }
}
