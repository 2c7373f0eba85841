//! A shift, a task, a reminder, a poll and a broadcast as documents show them, each in a file of its own.

mod broadcast;
mod poll;
mod reminder;
mod shift;
mod task;
mod template;

pub(super) use broadcast::BroadcastEntry;
pub(super) use poll::PollEntry;
pub(super) use reminder::ReminderEntry;
pub(super) use shift::ShiftEntry;
pub(super) use task::TaskEntry;
pub(super) use template::TemplateEntry;
