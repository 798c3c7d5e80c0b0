//! What a call means over time: deadlines and plans, calls of one's own, newer versions,
//! skeletons, and statements that are read aloud; all through the desk.

mod calendar;
mod machine;
mod own_calls;
mod plan;
mod reminders;
mod renewal;
mod skeletons;
mod speech;
