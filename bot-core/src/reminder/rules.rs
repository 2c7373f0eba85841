//! When a reminder fires, and what snooze, pause and resume make of it: pure functions of (reminder, now).

use super::{Reminder, State};
use crate::clock::Instant;
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
    pub times: Vec<Moment>,
}

impl Reminder {
    /// What comes of it at `now`: everything that fell due until then, in one. `None` where nothing did.
    pub fn fire(&self, now: Instant) -> Option<Firing> {
        if self.state != State::Waiting {
            return None;
        }
        let mut after = self.clone();
        let mut times: Vec<Moment> = after.snoozed.take_if(|moment| moment.at <= now).into_iter().collect();
        while let Some(moment) = after.next.take_if(|moment| moment.at <= now) {
            after.next = self.following(&moment);
            times.push(moment);
        }
        if times.is_empty() {
            return None;
        }
        times.sort_by_key(|moment| moment.at);
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
                    after.next = self.following(&pending);
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
        while let Some(moment) = self.next.take_if(|moment| moment.at <= now) {
            self.next = self.following(&moment);
        }
    }

    /// The time that follows `moment` by the rule, from the wall clock.
    fn following(&self, moment: &Moment) -> Option<Moment> {
        self.repeat.as_ref()?.next_after(moment, moment.at)
    }

    fn in_state(&self, state: State) -> Self {
        Self { state, ..self.clone() }
    }
}
