//! The dates of a reminder that repeats: what becomes of it when one of them, later ones or all change.

use super::{Reminder, State};
use crate::clock::Instant;
use crate::series::Course;

impl Reminder {
    /// The same on the dates of another course; what it had missed it still tells of. Where none is to come it is over.
    pub(super) fn on_course(&self, mut course: Course, now: Instant) -> Self {
        let has_missed = self.next.as_ref().is_some_and(|next| next.at <= now);
        if !has_missed {
            course.let_go(now);
        }
        let mut after = self.clone();
        after.next = course.next().map(|date| date.at);
        after.zone = course.dates.zone.clone();
        after.course = Some(course);
        after.state = match (self.state, after.coming()) {
            (State::Waiting | State::Paused, None) => State::Over,
            (State::Over, Some(_)) => State::Waiting,
            (state, _) => state,
        };
        after
    }
}
