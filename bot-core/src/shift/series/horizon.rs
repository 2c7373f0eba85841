//! Which dates of a series are made ahead: those of the coming four weeks, and always the next three.
//!
//! A date is made once: by an act on the series, or when the agenda says that the horizon has reached it. What was in
//! the future while the bot was down and is past now is not made.

use std::collections::BTreeSet;

use chrono::{NaiveDateTime, TimeDelta};

use crate::clock::Instant;
use crate::series::Dates;
use crate::time::Moment;

/// How far ahead every date is made.
pub const AHEAD: TimeDelta = TimeDelta::days(28);
/// How many coming dates there are at least, however far apart.
pub const AT_LEAST: usize = 3;
/// How many dates an act on a later one makes on the way.
pub const MOST_AT_ONCE: usize = 60;

/// What the horizon shows at some instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Horizon {
    /// The dates that are to be made, in order.
    pub missing: Vec<Moment>,
    /// When the next one is; `None` where the rule has no more.
    pub next: Option<Instant>,
}

impl Horizon {
    /// What a series that has ended shows.
    pub const NOTHING: Self = Self {
        missing: Vec::new(),
        next: None,
    };
}

/// Looks ahead from `now`; `made` are the dates that were made, by their wall clocks.
pub fn look(dates: &Dates, made: &BTreeSet<NaiveDateTime>, now: Instant) -> Horizon {
    let mut missing = Vec::new();
    let mut within: Vec<Instant> = Vec::new();
    let mut after = now;
    while let Some(date) = dates.next_after(after) {
        if date.at > now + AHEAD && within.len() >= AT_LEAST {
            let too_few = within[within.len() - AT_LEAST];
            let next = too_few.min(date.at - AHEAD);
            return Horizon {
                missing,
                next: Some(next),
            };
        }
        after = date.at;
        within.push(date.at);
        if !made.contains(&date.local) {
            missing.push(date);
        }
    }
    Horizon { missing, next: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::contract::fixtures::zone;
    use crate::time::Repeat;

    fn local(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    fn dates(rule: &str) -> Dates {
        let rule = Repeat::from_rrule(rule).unwrap();
        Dates::new(rule, local("2026-12-05T10:00:00"), zone("Europe/Madrid"))
    }

    fn seen(rule: &str, now: &str) -> (usize, Option<String>) {
        let dates = dates(rule);
        let horizon = look(&dates, &BTreeSet::new(), dates.moment(local(now)).at);
        let next = horizon.next.map(|next| dates.zone.to_local(next).to_string());
        (horizon.missing.len(), next)
    }

    #[test]
    fn four_weeks_ahead_are_made() {
        let (count, next) = seen("FREQ=WEEKLY;BYDAY=SA", "2026-12-01T09:00:00");
        assert_eq!((count, next.as_deref()), (4, Some("2026-12-05 10:00:00")));
        let (count, next) = seen("FREQ=DAILY", "2026-12-01T09:00:00");
        assert_eq!((count, next.as_deref()), (24, Some("2026-12-01 10:00:00")));
    }

    #[test]
    fn three_are_made_however_far_apart() {
        let (count, next) = seen("FREQ=MONTHLY;BYDAY=1SA", "2026-12-01T09:00:00");
        assert_eq!((count, next.as_deref()), (3, Some("2026-12-05 10:00:00")));
    }

    #[test]
    fn of_a_rule_that_ends_only_what_is_left() {
        assert_eq!(seen("FREQ=WEEKLY;BYDAY=SA;COUNT=2", "2026-12-01T09:00:00"), (2, None));
        assert_eq!(seen("FREQ=WEEKLY;BYDAY=SA;COUNT=2", "2026-12-05T10:00:00"), (1, None));
        assert_eq!(seen("FREQ=WEEKLY;BYDAY=SA;COUNT=2", "2027-12-05T10:00:00"), (0, None));
    }

    #[test]
    fn what_is_made_is_not_missing() {
        let dates = dates("FREQ=WEEKLY;BYDAY=SA");
        let now = dates.moment(local("2026-12-01T09:00:00")).at;
        let made = BTreeSet::from(["2026-12-05T10:00:00", "2026-12-19T10:00:00"].map(local));
        let missing: Vec<String> = look(&dates, &made, now)
            .missing
            .iter()
            .map(|date| date.local.date().to_string())
            .collect();
        assert_eq!(missing, ["2026-12-12", "2026-12-26"]);
    }
}
