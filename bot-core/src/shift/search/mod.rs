//! The search for people: asking those whom a shift may suit, a few at a time, until it is full.
//!
//! Whoever is asked gets one message with a button that takes a seat; to decline is silent and free. Least recently asked
//! comes first, nobody is asked twice for one shift, nor more often in a week than the group says. Nobody is woken for it:
//! whoever has quiet hours or a pause is passed over until they end.
//!
//! - [`Search`], [`Ask`]: what is kept; [`Wanted`]: whom it may suit
//! - `ladder`: the next step, taken whenever the roster changes, somebody declines, or time passes
//! - `news`: what people are asked, and what those who look hear of it

mod ladder;
mod news;

use chrono::{SubsecRound as _, TimeDelta};

use super::{Roster, Shift};
use crate::clock::Instant;
use crate::ids::{GroupId, PersonId, ShiftId, TeamId};

pub(crate) use ladder::{Begun, begin, go_on, run};

/// How many are asked at a time where nobody says: for cover.
pub const FOR_COVER: u32 = 3;
/// How many are asked at a time where a captain does not say.
pub const FOR_CAPTAINS: u32 = 5;
/// The most that are asked at a time.
pub const MOST_AT_ONCE: u32 = 20;
/// How often a member is asked in a week, where the group has not said otherwise.
pub const ASKS_A_WEEK: u32 = 3;
/// The most that a group can set for that.
pub const MOST_ASKS_A_WEEK: u32 = 50;
/// The week in which asks are counted.
pub(crate) const WEEK: TimeDelta = TimeDelta::days(7);
/// How long before the start a search ends, where it began in time.
const ENDS_BEFORE: TimeDelta = TimeDelta::hours(1);
/// The least and the most time after which somebody who has not answered is not waited for.
const PATIENCE: (TimeDelta, TimeDelta) = (TimeDelta::minutes(15), TimeDelta::hours(12));

/// What a group begins with; also of groups that were written down before there was such a setting.
pub(crate) const fn default_asks() -> u32 {
    ASKS_A_WEEK
}

/// A search that is on for a shift: there is one at most.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    /// Who looks: the captain who asked for it, or the member who looks for cover.
    pub by: PersonId,
    /// How many are asked at a time; at most [`MOST_AT_ONCE`].
    pub at_once: u32,
    /// Since when.
    pub begun_at: Instant,
}

/// That somebody was asked for a shift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// Who.
    pub person: PersonId,
    /// When.
    pub asked_at: Instant,
    /// Until when they are waited for, before the next is asked; they can still take a seat after that.
    pub until: Instant,
    /// When they declined.
    pub declined_at: Option<Instant>,
}

/// Whom a shift may suit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The group whose members they are.
    pub group: GroupId,
    /// The shift, on which they are not, and for which they were not asked before.
    pub shift: ShiftId,
    /// The team that they are in.
    pub team: Option<TeamId>,
    /// The skill that they name; without regard to case.
    pub skill: Option<String>,
    /// They are in no other shift of the group between these two instants.
    pub free: (Instant, Instant),
    /// They were asked less often than `asks` since then.
    pub since: Instant,
    /// See `since`.
    pub asks: u32,
}

impl Shift {
    /// When a search that began then ends.
    pub fn search_ends(&self, begun_at: Instant) -> Instant {
        let start = self.counted_from().at;
        // whole seconds: the agenda keeps no nanoseconds, and would look again and again in the last microsecond before
        (start - ENDS_BEFORE.min((start - begun_at) / 4)).trunc_subsecs(0)
    }

    /// Until when somebody who is asked now is waited for: a sixth of the time that is left.
    pub fn ask_ends(&self, now: Instant) -> Instant {
        let (least, most) = PATIENCE;
        let patience = ((self.counted_from().at - now) / 6).clamp(least, most);
        (now + patience).trunc_subsecs(0)
    }
}

impl Ask {
    /// Whether an answer of theirs is waited for.
    fn is_open(&self, roster: &Roster, now: Instant) -> bool {
        let is_on = roster.people().contains(&self.person);
        self.declined_at.is_none() && self.until > now && !is_on
    }
}
