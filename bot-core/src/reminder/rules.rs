//! When a reminder fires, and what snooze, pause and resume make of it: pure functions of (reminder, now).

use super::{Reminder, State};
use crate::clock::Instant;
use crate::series::course::Date;
use crate::time::{Duration, LONGEST_DAYS, Moment};

/// Why a reminder stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum No {
    /// It was cancelled.
    Cancelled,
    /// It has come for the last time.
    Over,
    /// It is paused already.
    Paused,
    /// It is not paused.
    NotPaused,
    /// Its only time passed while it was paused.
    Missed(Moment),
    /// The snoozed time is more than [`LONGEST_DAYS`] away.
    TooFar,
}

/// A reminder that came: once, whatever it missed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Firing {
    /// The reminder as it stands afterwards.
    pub after: Reminder,
    /// The times that it stands for, earliest first; never empty. More than one where something was missed.
    pub times: Vec<Came>,
}

/// A time that a reminder came at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Came {
    /// When.
    pub at: Moment,
    /// What it says then, if that is its own.
    pub text: Option<String>,
}

impl Reminder {
    /// What comes of it at `now`: everything that fell due until then, in one. `None` where nothing did.
    pub fn fire(&self, now: Instant) -> Option<Firing> {
        if self.state != State::Waiting {
            return None;
        }
        let mut after = self.clone();
        let mut times = Vec::new();
        if let Some(at) = after.snoozed.take_if(|moment| moment.at <= now) {
            let text = after.said.clone();
            times.push(Came { at, text });
        }
        while after.is_due(now) {
            times.extend(after.pass());
        }
        times.sort_by_key(|came| came.at.at);
        after.said.clone_from(&times.last()?.text);
        after.fired_at = Some(now);
        if after.coming().is_none() {
            after.state = State::Over;
        }
        Some(Firing { after, times })
    }

    /// Puts the occurrence that came last off by that much, counted from now; or the first one, counted from its own
    /// time, where none has come yet. The rule of a repeat goes on as it was.
    pub fn snooze(&self, by: Duration, now: Instant) -> Result<Self, No> {
        if self.state == State::Cancelled {
            return Err(No::Cancelled);
        }
        let mut after = self.clone();
        if self.state == State::Paused {
            after.skip_missed(now);
        }
        let pending = after.coming().filter(|moment| moment.at > now).cloned();
        let moved = match pending {
            Some(pending) if self.fired_at.is_none() => {
                if after.snoozed.as_ref() != Some(&pending) {
                    after.said = after.pass().and_then(|came| came.text);
                }
                pending.at.checked_add_signed(by)
            }
            _ => now.checked_add_signed(by),
        };
        let farthest = now + Duration::days(LONGEST_DAYS);
        let moved = moved.filter(|moved| *moved <= farthest).ok_or(No::TooFar)?;
        after.snoozed = Some(Moment::at(moved, self.zone.clone()));
        after.state = State::Waiting;
        Ok(after)
    }

    /// Silences it.
    pub fn pause(&self) -> Result<Self, No> {
        match self.state {
            State::Waiting => Ok(self.in_state(State::Paused)),
            State::Paused => Err(No::Paused),
            State::Over => Err(No::Over),
            State::Cancelled => Err(No::Cancelled),
        }
    }

    /// Lets it come again. What a repeat missed meanwhile is skipped.
    pub fn resume(&self, now: Instant) -> Result<Self, No> {
        match self.state {
            State::Paused => {}
            State::Waiting => return Err(No::NotPaused),
            State::Over => return Err(No::Over),
            State::Cancelled => return Err(No::Cancelled),
        }
        let mut after = self.in_state(State::Waiting);
        let missed = after.coming().cloned();
        after.skip_missed(now);
        match (after.coming(), missed) {
            (Some(_), _) => Ok(after),
            (None, Some(missed)) => Err(No::Missed(missed)),
            (None, None) => Err(No::Over),
        }
    }

    /// Ends it.
    pub fn cancel(&self) -> Result<Self, No> {
        match self.state {
            State::Waiting | State::Paused => Ok(self.in_state(State::Cancelled)),
            State::Over => Err(No::Over),
            State::Cancelled => Err(No::Cancelled),
        }
    }

    /// Lets go what fell due until `now`.
    fn skip_missed(&mut self, now: Instant) {
        self.snoozed.take_if(|moment| moment.at <= now);
        while self.is_due(now) {
            self.pass();
        }
    }

    /// Whether its own rule's time has come.
    fn is_due(&self, now: Instant) -> bool {
        self.next.as_ref().is_some_and(|next| next.at <= now)
    }

    /// Its next time has come, or was put off: the one after it is next.
    fn pass(&mut self) -> Option<Came> {
        let Some(course) = &mut self.course else {
            return self.next.take().map(|at| Came { at, text: None });
        };
        let date = course.next();
        if let Some(date) = &date {
            course.take(date);
        }
        self.next = course.next().map(|date| date.at);
        date.map(|Date { at, text, .. }| Came { at, text })
    }

    pub(super) fn in_state(&self, state: State) -> Self {
        Self { state, ..self.clone() }
    }
}
