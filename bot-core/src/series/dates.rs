//! The dates that a rule gives.

use std::collections::BTreeSet;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use crate::clock::Instant;
use crate::time::{Moment, Repeat, Zone};

/// The dates that a rule gives from a first one on, but for those that are left out: wall clocks of one zone, so that
/// they stay right through clock changes (see [`Zone::resolve`]).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dates {
    /// How it repeats.
    pub rule: Repeat,
    /// The wall clock from which the rule counts.
    pub first: NaiveDateTime,
    /// The zone of every wall clock here.
    pub zone: Zone,
    /// The dates that are left out, by the wall clock that the rule gives them.
    pub skipped: BTreeSet<NaiveDateTime>,
}

impl Dates {
    /// The dates of a rule, none left out.
    pub const fn new(rule: Repeat, first: NaiveDateTime, zone: Zone) -> Self {
        Self {
            rule,
            first,
            zone,
            skipped: BTreeSet::new(),
        }
    }

    /// The moment of a wall clock in the zone.
    pub fn moment(&self, local: NaiveDateTime) -> Moment {
        Moment::new(local, self.zone.clone())
    }

    /// The first date after that instant; `None` where the rule has ended.
    pub fn next_after(&self, after: Instant) -> Option<Moment> {
        let first = self.moment(self.first);
        let mut next = self.rule.next_after(&first, after)?;
        while self.skipped.contains(&next.local) {
            next = self.rule.next_after(&first, next.at)?;
        }
        Some(next)
    }

    /// The dates after that instant, at most `most`.
    pub fn coming(&self, most: usize, after: Instant) -> Vec<Moment> {
        std::iter::successors(self.next_after(after), |last| self.next_after(last.at))
            .take(most)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::contract::fixtures::zone;

    fn local(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    fn every_saturday() -> Dates {
        let rule = "every sat".parse().unwrap();
        Dates::new(rule, local("2026-10-24T10:00:00"), zone("Europe/Madrid"))
    }

    #[test]
    fn the_clock_stays_through_a_clock_change() {
        let dates = every_saturday();
        let before = dates.moment(local("2026-10-01T00:00:00")).at;
        let coming: Vec<String> = dates
            .coming(2, before)
            .iter()
            .map(|date| format!("{} {}", date.local, date.at))
            .collect();
        assert_eq!(
            coming,
            [
                "2026-10-24 10:00:00 2026-10-24 08:00:00 UTC",
                "2026-10-31 10:00:00 2026-10-31 09:00:00 UTC"
            ]
        );
    }

    #[test]
    fn what_is_left_out_does_not_come() {
        let mut dates = every_saturday();
        dates.skipped = ["2026-10-24T10:00:00", "2026-11-07T10:00:00"].map(local).into();
        let coming = dates.coming(2, dates.moment(local("2026-10-01T00:00:00")).at);
        let coming: Vec<NaiveDateTime> = coming.into_iter().map(|date| date.local).collect();
        assert_eq!(coming, ["2026-10-31T10:00:00", "2026-11-14T10:00:00"].map(local));
    }
}
