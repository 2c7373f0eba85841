//! The zone of a time in words, with its offset from UTC: right for as long as the time lasts, also where the clocks change
//! meanwhile.

use chrono::{Datelike, TimeDelta};

use super::Voice;
use crate::clock::Instant;
use crate::phrase;
use crate::reply::ZoneWords;
use crate::time::{self, When, Zone};

/// How far a change of the clocks is looked for that a repeat may meet: every zone that has summer time changes within a year.
const AHEAD: TimeDelta = TimeDelta::days(366);

impl Voice {
    /// The zone of a `<when>`: from its start to its end, of a repeat from the next date on.
    pub(crate) fn zone_of(&self, when: &When) -> ZoneWords {
        let start = when.start.at;
        let (from, until) = if when.repeat.is_some() {
            let from = start.max(self.now);
            (from, from + AHEAD)
        } else {
            (start, when.end.as_ref().map_or(start, |end| end.at))
        };
        self.zone_words(&when.start.zone, from, until)
    }

    /// A zone from one instant to another, both included.
    pub(super) fn zone_words(&self, zone: &Zone, from: Instant, until: Instant) -> ZoneWords {
        let name = zone.words(self.language);
        let offset = if *zone == Zone::utc() {
            String::new()
        } else {
            self.offset(zone, from, until)
        };
        ZoneWords { name, offset }
    }

    fn offset(&self, zone: &Zone, from: Instant, until: Instant) -> String {
        let before = time::offset_words(zone, from);
        let changes = zone.changes(from, until + TimeDelta::seconds(1)).into_iter();
        let other = changes.map(|(at, ..)| (at, time::offset_words(zone, at)));
        let Some((at, after)) = other.into_iter().find(|(_, after)| *after != before) else {
            return before;
        };
        let this_year = zone.to_local(self.now).year();
        let day = time::date_words(zone.to_local(at).date(), this_year, self.language);
        self.text(&phrase!(
            "time-offset-changes",
            before = word before,
            day = word day,
            after = word after
        ))
    }
}
