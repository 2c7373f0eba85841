//! What every store does with reminders.
