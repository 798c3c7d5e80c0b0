//! Tells the system what the desk wants to remind of, while the window's program runs.

use std::sync::Arc;
use std::time::Duration;

use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::Reminder;
use tauri::AppHandle;
use tauri_plugin_notification::NotificationExt as _;

/// How often the desk is asked: a reminder is never later than this.
const EVERY: Duration = Duration::from_mins(1);

/// Asks the desk every minute, on a thread of its own, until the program ends.
///
/// The desk answers with nothing unless the user asked for reminders.
pub(crate) fn watch(app: AppHandle, desk: Arc<Desk>) {
    std::thread::spawn(move || {
        loop {
            // What cannot be read now is asked again in a minute.
            for reminder in desk.reminders_due().unwrap_or_default() {
                let told = app.notification().builder();
                // A system without notifications shows none, and that is no fault.
                let _ = told.title(title(&reminder)).body(body(&reminder)).show();
            }
            std::thread::sleep(EVERY);
        }
    });
}

fn title(reminder: &Reminder) -> String {
    match reminder.hours {
        0 => format!("Today: {}", reminder.what),
        hours @ 1..48 => format!("Closes in {hours} hours: {}", reminder.what),
        hours => format!("Closes in {} days: {}", hours / 24, reminder.what),
    }
}

fn body(reminder: &Reminder) -> String {
    format!("{}\n{}", reminder.title, reminder.when)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reminder_says_how_long_it_is_and_when() {
        let reminder = |hours| Reminder {
            title: "Comments".into(),
            what: "statement".into(),
            when: "Friday, 4 December 2026, 17:00 (New York)".into(),
            hours,
            ..Reminder::default()
        };
        assert_eq!(title(&reminder(3)), "Closes in 3 hours: statement");
        assert_eq!(title(&reminder(168)), "Closes in 7 days: statement");
        assert_eq!(title(&reminder(0)), "Today: statement");
        assert!(body(&reminder(3)).contains("17:00"));
    }
}
