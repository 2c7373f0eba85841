//! How a series is begun, moved to other hours, and given another rule.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::Series;
use crate::clock::Instant;
use crate::error::UserError;
use crate::phrase;
use crate::series::Dates;
use crate::shift::change::{self, Hours};
use crate::time::{Dated, Duration, Moment, Repeat, When, Zone};

/// How many dates of a rule are held against each other.
const LOOKED_AT: usize = 60;

/// How the dates of a series are moved: by so many days, to that clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// So many days later.
    pub days: i64,
    /// The clock that each begins at.
    pub clock: NaiveTime,
    /// The zone of that clock.
    pub zone: Zone,
    /// How long each lasts; `None` as long as before.
    pub length: Option<Duration>,
    /// Whether they are whole days from then on.
    pub whole_days: bool,
}

/// The rule that was asked for, and the hours of its first date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beginning {
    /// The rule with its first date.
    pub dates: Dates,
    /// The hours of that.
    pub hours: Hours,
}

/// What `<when>` and `repeat:` mean together; `None` where neither repeats.
pub fn begin(when: &When, repeat: Option<&When>, now: Instant) -> Result<Option<Beginning>, UserError> {
    let (when, rule) = match (when.repeat.clone(), repeat) {
        (None, None) => return Ok(None),
        (Some(rule), None) => (when.clone(), rule),
        (Some(_), Some(_)) => return Err(phrase!("series-two-rules").into()),
        (None, Some(repeat)) => {
            let rule = rule_of(repeat)?;
            (with_clock_of(when, repeat)?, rule)
        }
    };
    let hours = change::hours(
        &When {
            repeat: None,
            ..when.clone()
        },
        now,
    )?;
    let hours = if hours.start.at <= now {
        not_yet_begun(&hours, &rule, now)?
    } else {
        hours
    };
    let first = hours.start.local;
    let dates = Dates::new(rule.anchored(first.date()), first, hours.start.zone.clone());
    match dates.rule.occurrences(first).next() {
        None => Err(UserError::new(phrase!("series-never")).type_next("shift add Canvass every sat 10am-1pm")),
        Some(other) if other != first => {
            let on_rule = When {
                start: dates.moment(other),
                end: None,
                repeat: None,
                ..when.clone()
            };
            Err(phrase!("series-other-day", when = when when, first = when on_rule).into())
        }
        Some(_) => Ok(Some(Beginning { dates, hours })),
    }
}

/// The next date of whole days of which the first has begun: a series has coming dates only.
fn not_yet_begun(hours: &Hours, rule: &Repeat, now: Instant) -> Result<Hours, UserError> {
    let never = || UserError::new(phrase!("series-never")).type_next("shift add Canvass every sat 10am-1pm");
    let next = rule
        .clone()
        .anchored(hours.start.local.date())
        .next_after(&hours.start, now);
    let start = next.ok_or_else(never)?;
    let length = super::length(&hours.start, hours.end.as_ref());
    Ok(Hours {
        end: length.map(|length| start.lasting(length)),
        start,
        whole_days: hours.whole_days,
    })
}

/// The rule of a `repeat:`.
pub fn rule_of(repeat: &When) -> Result<Repeat, UserError> {
    let missing = || UserError::new(phrase!("series-no-rule")).type_next("shift add Canvass every sat 10am-1pm");
    repeat.repeat.clone().ok_or_else(missing)
}

/// A day without a clock time has that of its repeat; two clocks that differ are refused.
fn with_clock_of(when: &When, repeat: &When) -> Result<When, UserError> {
    let says_hours = |when: &When| when.timed || when.is_whole_days();
    if says_hours(when)
        && says_hours(repeat)
        && (when.timed != repeat.timed || when.start.local.time() != repeat.start.local.time())
    {
        return Err(phrase!("series-other-clock").into());
    }
    if says_hours(when) || !says_hours(repeat) {
        return Ok(when.clone());
    }
    let local = when.start.local.date().and_time(repeat.start.local.time());
    let start = Moment::new(local, when.start.zone.clone());
    let length = super::length(&repeat.start, repeat.end.as_ref());
    Ok(When {
        end: length.map(|length| start.lasting(length)),
        start,
        timed: repeat.timed,
        ..when.clone()
    })
}

impl Turn {
    /// The wall clock that a date gets.
    pub fn of(&self, local: NaiveDateTime) -> NaiveDateTime {
        (local.date() + TimeDelta::days(self.days)).and_time(self.clock)
    }
}

impl Series {
    /// The date that the rule has on that day, if it has one that is not left out.
    pub fn on(&self, day: NaiveDate) -> Option<Moment> {
        let local = day.and_time(self.dates.first.time());
        let before = self.dates.moment(local).at - TimeDelta::days(1);
        let mut coming = self.dates.coming(3, before).into_iter();
        coming.find(|date| date.local == local)
    }

    /// Whether the rule would have had a date on the day of that wall clock too, had it begun there.
    pub fn reaches_back_to(&self, local: NaiveDateTime) -> bool {
        let first = self.dates.first;
        let earlier = local.date().and_time(first.time());
        let mut on_rule = self
            .dates
            .rule
            .clone()
            .endless()
            .occurrences(earlier)
            .take_while(|local| *local <= first);
        local >= first || on_rule.next() == Some(earlier) && on_rule.last() == Some(first)
    }

    /// Refuses dates that are still on when the next one begins.
    pub fn must_leave_room(&self) -> Result<(), UserError> {
        let Some(length) = self.length else { return Ok(()) };
        let clocks: Vec<NaiveDateTime> = self.dates.rule.occurrences(self.dates.first).take(LOOKED_AT).collect();
        match clocks.windows(2).find(|pair| pair[1] - pair[0] < length) {
            Some(pair) => Err(phrase!(
                "series-overlaps-itself",
                length = duration length,
                next = duration pair[1] - pair[0]
            )
            .into()),
            None => Ok(()),
        }
    }

    /// Moves the dates from `from` on; whether there is such a rule.
    #[must_use]
    pub fn turn(&mut self, from: NaiveDateTime, turn: &Turn) -> bool {
        let anchor = from.max(self.dates.first);
        let rule = &self.dates.rule;
        let Some(turned) = rule.clone().endless().turned(anchor.date(), turn.days) else {
            return false;
        };
        let rule = match (rule.until(), rule.times()) {
            (Some(until), _) => {
                let before = i64::from(until.time() < self.dates.first.time());
                turned.until_day(until.date() + TimeDelta::days(turn.days - before))
            }
            (None, Some(times)) => {
                let gone = rule
                    .occurrences(self.dates.first)
                    .take_while(|local| *local < anchor)
                    .count();
                let left = u32::try_from(gone).map_or(1, |gone| times.saturating_sub(gone)).max(1);
                turned.clone().so_many_times(left).unwrap_or(turned)
            }
            (None, None) => turned,
        };
        self.dates.skipped = move_skipped(&self.dates.skipped, from, |local| Some(turn.of(local)));
        self.dates.rule = rule;
        self.dates.first = turn.of(anchor);
        self.dates.zone = turn.zone.clone();
        let as_long = self.length.filter(|_| self.whole_days == turn.whole_days);
        self.length = turn.length.or(as_long);
        self.whole_days = turn.whole_days;
        true
    }

    /// Gives the dates from `from` on another rule, which begins at `first`. What was left out stays so, where the new
    /// rule has a date on that day.
    pub fn set_rule(&mut self, from: NaiveDateTime, rule: &Repeat, first: NaiveDateTime, zone: Zone) {
        let clock = first.time();
        self.dates.skipped = move_skipped(&self.dates.skipped, from, |local| Some(local.date().and_time(clock)));
        self.dates = Dates {
            rule: rule.clone().anchored(first.date()),
            first,
            zone,
            skipped: std::mem::take(&mut self.dates.skipped),
        };
        self.ended = false;
    }

    /// By how many days the rule is to be turned to become that one, if turning makes it that one.
    pub fn days_to(&self, date: NaiveDate, rule: &Repeat) -> Option<i64> {
        let wanted = rule.clone().endless().anchored(date);
        let own = self.dates.rule.clone().endless();
        (0..7)
            .flat_map(|days| [days, -days])
            .find(|days| own.turned(date, *days).as_ref() == Some(&wanted))
    }
}

/// By how many days a `<when>` moves a date: none, where it names no day; by a day of the week to the nearest one; by a
/// date to that, where it is less than a week away, else to the nearest such day of the week.
pub fn days_between(date: NaiveDate, when: &When) -> i64 {
    let to = when.start.local.date();
    let later = i64::from(to.weekday().days_since(date.weekday()));
    let nearest = if later > 3 { later - 7 } else { later };
    match (when.dated, (to - date).num_days()) {
        (Dated::Clock, _) => 0,
        (Dated::Date, near @ -6..=6) => near,
        _ => nearest,
    }
}

fn move_skipped(
    skipped: &BTreeSet<NaiveDateTime>,
    from: NaiveDateTime,
    to: impl Fn(NaiveDateTime) -> Option<NaiveDateTime>,
) -> BTreeSet<NaiveDateTime> {
    let moved = skipped
        .iter()
        .filter_map(|local| if *local < from { Some(*local) } else { to(*local) });
    moved.collect()
}
