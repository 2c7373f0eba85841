//! How something repeats: a recurrence rule of RFC 5545 whose dates are days of the calendar and whose clock is that of
//! its first date.
//!
//! `days`: which days a rule has; [`Occurrences`]: its wall clocks in order; `rule`: its text; `words`: how it is said;
//! `turn`: the same rhythm on other days.

mod days;
mod occurrences;
mod rule;
mod turn;
mod words;

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta, Weekday, WeekdaySet};
use serde::{Deserialize, Serialize};

pub use self::occurrences::Occurrences;
pub use self::rule::RuleError;
use super::Moment;
use crate::clock::Instant;

/// Monday to Friday.
pub(crate) const WORKDAYS: WeekdaySet =
    WeekdaySet::from_array([Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri]);

/// How often the periods of a rule come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Freq {
    /// Days.
    Daily,
    /// Weeks.
    Weekly,
    /// Months.
    Monthly,
    /// Years.
    Yearly,
}

/// A day of the week, or the so many-th such day of the month or year, counted from its end if negative.
pub type NthWeekday = (Option<i32>, Weekday);

/// How something repeats: wall-clock times in the zone of its start. Its stored form is the text of RFC 5545,
/// `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH`; what the first version stored (`every 2 weeks on mon and thu`) is read too.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Repeat {
    freq: Freq,
    every: u32,
    months: Vec<u32>,
    weeks: Vec<i32>,
    year_days: Vec<i32>,
    month_days: Vec<i32>,
    weekdays: Vec<NthWeekday>,
    positions: Vec<i32>,
    week_start: Weekday,
    until: Option<NaiveDateTime>,
    times: Option<u32>,
}

impl Repeat {
    /// The most days between two occurrences that people may type; other units likewise.
    pub const MOST_DAYS: u32 = 366;
    /// The most weeks.
    pub const MOST_WEEKS: u32 = 52;
    /// The most months.
    pub const MOST_MONTHS: u32 = 24;
    /// The most years.
    pub const MOST_YEARS: u32 = 10;
    /// The longest INTERVAL of a rule that is read.
    pub const MOST_EVERY: u32 = 9999;
    /// The longest COUNT of a rule.
    pub const MOST_TIMES: u32 = 10_000;

    /// Every so many days, weeks, months or years, on the day of the first date; `None` for none, or for more than
    /// people may type.
    pub fn every(every: u32, freq: Freq) -> Option<Self> {
        let most = match freq {
            Freq::Daily => Self::MOST_DAYS,
            Freq::Weekly => Self::MOST_WEEKS,
            Freq::Monthly => Self::MOST_MONTHS,
            Freq::Yearly => Self::MOST_YEARS,
        };
        (1..=most).contains(&every).then(|| Self::plain(freq, every))
    }

    /// Every so many days; `None` for none or more than [`Self::MOST_DAYS`].
    pub fn daily(every: u32) -> Option<Self> {
        Self::every(every, Freq::Daily)
    }

    /// On days of the week, every so many weeks; `None` for no day, no week or more than [`Self::MOST_WEEKS`].
    pub fn weekly(every: u32, days: WeekdaySet) -> Option<Self> {
        let rule = Self::every(every, Freq::Weekly).filter(|_| !days.is_empty())?;
        Some(rule.on_weekdays(days.iter(Weekday::Mon).map(|day| (None, day))))
    }

    fn plain(freq: Freq, every: u32) -> Self {
        Self {
            freq,
            every,
            months: Vec::new(),
            weeks: Vec::new(),
            year_days: Vec::new(),
            month_days: Vec::new(),
            weekdays: Vec::new(),
            positions: Vec::new(),
            week_start: Weekday::Mon,
            until: None,
            times: None,
        }
    }

    /// The same in these months only, 1 to 12.
    #[must_use]
    pub(crate) fn in_months(mut self, months: impl IntoIterator<Item = u32>) -> Self {
        self.months = sorted(months);
        self
    }

    /// The same on these days of the month, -1 for its last.
    #[must_use]
    pub(crate) fn on_month_days(mut self, days: impl IntoIterator<Item = i32>) -> Self {
        self.month_days = sorted(days);
        self
    }

    /// The same on these days of the week.
    #[must_use]
    pub(crate) fn on_weekdays(mut self, days: impl IntoIterator<Item = NthWeekday>) -> Self {
        self.weekdays = days.into_iter().collect();
        self.weekdays
            .sort_unstable_by_key(|(nth, day)| (*nth, day.num_days_from_monday()));
        self.weekdays.dedup();
        self
    }

    /// Of the days of a period those at these places only, -1 for the last.
    #[must_use]
    pub(crate) fn at_positions(mut self, positions: impl IntoIterator<Item = i32>) -> Self {
        self.positions = sorted(positions);
        self
    }

    /// The same up to that wall clock, which counts; a number of times is dropped.
    #[must_use]
    pub fn ending(self, until: NaiveDateTime) -> Self {
        Self {
            until: Some(until),
            times: None,
            ..self
        }
    }

    /// The same up to the end of that day.
    #[must_use]
    pub fn until_day(self, day: NaiveDate) -> Self {
        self.ending(last_second(day))
    }

    /// The same so many times; an end by date is dropped. `None` for none or more than [`Self::MOST_TIMES`].
    pub fn so_many_times(self, times: u32) -> Option<Self> {
        (1..=Self::MOST_TIMES).contains(&times).then_some(Self {
            until: None,
            times: Some(times),
            ..self
        })
    }

    /// The same without an end.
    #[must_use]
    pub fn endless(self) -> Self {
        Self {
            until: None,
            times: None,
            ..self
        }
    }

    /// The unit of its interval.
    pub fn freq(&self) -> Freq {
        self.freq
    }

    /// The last wall clock at which it may occur.
    pub fn until(&self) -> Option<NaiveDateTime> {
        self.until
    }

    /// How many times it occurs, the first included.
    pub fn times(&self) -> Option<u32> {
        self.times
    }

    /// The wall clocks of the occurrences, in order: `first` if it fits the rule, else the first that does after it.
    /// COUNT is counted from there. A rule that never occurs, such as every 31 February, has none.
    pub fn occurrences(&self, first: NaiveDateTime) -> Occurrences {
        Occurrences::new(self, first, first.date())
    }

    /// The first occurrence after that instant of what first occurs at `start` (which counts, where it is after
    /// it): the wall clock of `start`, in phase with it whatever happened in between. `None` where it has ended.
    pub fn next_after(&self, start: &Moment, after: Instant) -> Option<Moment> {
        // A clock change never moves an occurrence by two days, so the search begins two before.
        let near = start.zone.to_local(after).date() - TimeDelta::days(2);
        Occurrences::new(self, start.local, near.max(start.local.date()))
            .map(|local| {
                if local == start.local {
                    start.clone()
                } else {
                    Moment::new(local, start.zone.clone())
                }
            })
            .find(|moment| moment.at > after)
    }

    /// The dates from `day` on that may be its first.
    pub(crate) fn first_dates(&self, day: NaiveDate) -> impl Iterator<Item = NaiveDate> + Send + use<> {
        let rule = Self {
            every: 1,
            until: None,
            times: None,
            ..self.clone()
        };
        let midnight = day.and_time(chrono::NaiveTime::MIN);
        Occurrences::new(&rule, midnight, day).map(|local| local.date())
    }
}

fn sorted<T: Ord>(numbers: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut numbers: Vec<T> = numbers.into_iter().collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// The last second of a day: what UNTIL with a bare date means.
fn last_second(day: NaiveDate) -> NaiveDateTime {
    day.and_time(chrono::NaiveTime::MIN) + TimeDelta::seconds(24 * 60 * 60 - 1)
}

/// The Monday of the week of that date.
pub(crate) fn monday(date: NaiveDate) -> NaiveDate {
    week_of(date, Weekday::Mon)
}

/// The first day of the week of that date, where weeks begin on `start`.
fn week_of(date: NaiveDate, start: Weekday) -> NaiveDate {
    date - TimeDelta::days(date.weekday().days_since(start).into())
}
