//! How something repeats: every so many days, or on days of the week every so many weeks.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday, WeekdaySet};
use serde::{Deserialize, Serialize};

use super::words::Words;
use super::{Moment, lexer, parse};
use crate::clock::Instant;
use crate::locale::Language;

/// Monday to Friday.
pub(crate) const WORKDAYS: WeekdaySet =
    WeekdaySet::from_array([Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri]);

/// How something repeats: wall-clock times in the zone of its start. Its canonical text is what a person would
/// type: `every 2 days`, `every weekday`, `every 2 weeks on mon and thu`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Repeat(Rhythm);

/// The kinds of repeat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rhythm {
    /// Every so many days.
    Daily { every: u32 },
    /// On these days, every so many weeks (from Monday).
    Weekly { every: u32, days: WeekdaySet },
}

/// A text that is no repeat.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a repeat: {0:?}")]
pub struct UnknownRepeat(pub String);

impl Repeat {
    /// The most days between two occurrences.
    pub const MOST_DAYS: u32 = 366;
    /// The most weeks between two occurrences.
    pub const MOST_WEEKS: u32 = 52;

    /// Every so many days; `None` for none or more than [`Self::MOST_DAYS`].
    pub fn daily(every: u32) -> Option<Self> {
        (1..=Self::MOST_DAYS)
            .contains(&every)
            .then_some(Self(Rhythm::Daily { every }))
    }

    /// On days of the week, every so many weeks; `None` for no day, no week or more than [`Self::MOST_WEEKS`].
    pub fn weekly(every: u32, days: WeekdaySet) -> Option<Self> {
        let fits = (1..=Self::MOST_WEEKS).contains(&every) && !days.is_empty();
        fits.then_some(Self(Rhythm::Weekly { every, days }))
    }

    /// Whether a first occurrence may be on that day of the week.
    pub(crate) fn may_start_on(self, weekday: Weekday) -> bool {
        match self.0 {
            Rhythm::Daily { .. } => true,
            Rhythm::Weekly { days, .. } => days.contains(weekday),
        }
    }

    /// The first occurrence after that instant of what first occurs at `start` (which counts, where it is after
    /// it): the wall clock of `start`, in phase with it whatever happened in between. `None` past the end of the
    /// calendar.
    pub fn next_after(self, start: &Moment, after: Instant) -> Option<Moment> {
        if start.at > after && self.may_start_on(start.local.weekday()) {
            return Some(start.clone());
        }
        // A clock change never moves an occurrence by two days, so the search begins two before.
        let near = start.zone.to_local(after).date() - TimeDelta::days(2);
        let mut date = near.max(start.local.date());
        loop {
            if self.falls_on(start.local.date(), date) {
                let moment = Moment::new(date.and_time(start.local.time()), start.zone.clone());
                if moment.at > after {
                    return Some(moment);
                }
            }
            date = date.checked_add_days(Days::new(1))?;
        }
    }

    /// Whether there is an occurrence on that date, when the first is on `start`.
    fn falls_on(self, start: NaiveDate, date: NaiveDate) -> bool {
        let in_phase = |distance: i64, every: u32| distance >= 0 && distance % i64::from(every) == 0;
        match self.0 {
            Rhythm::Daily { every } => in_phase((date - start).num_days(), every),
            Rhythm::Weekly { every, days } => {
                let weeks = (monday(date) - monday(start)).num_weeks();
                days.contains(date.weekday()) && in_phase(weeks, every)
            }
        }
    }

    /// The repeat as a sentence has it: "every 2 weeks on Mon and Thu".
    pub fn words(self, language: Language) -> String {
        let words = Words::of(language);
        let [every_day, every_days] = words.every_day;
        let [every_week, every_weeks] = words.every_week;
        match self.0 {
            Rhythm::Daily { every: 1 } => every_day.to_owned(),
            Rhythm::Daily { every } => every_days.replace("{}", &every.to_string()),
            Rhythm::Weekly { every: 1, days } if days == WORKDAYS => words.every_workday.to_owned(),
            Rhythm::Weekly { every, days } => {
                let names: Vec<&str> = days.iter(Weekday::Mon).map(|day| words.repeated_weekday(day)).collect();
                let template = if every == 1 { every_week } else { every_weeks };
                template
                    .replace("{}", &every.to_string())
                    .replace("{days}", &words.list(&names))
            }
        }
    }
}

/// The Monday of the week of that date.
pub(crate) fn monday(date: NaiveDate) -> NaiveDate {
    date - TimeDelta::days(date.weekday().num_days_from_monday().into())
}

impl fmt::Display for Repeat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(Language::English).to_lowercase())
    }
}

impl FromStr for Repeat {
    type Err = UnknownRepeat;

    fn from_str(text: &str) -> Result<Self, UnknownRepeat> {
        Some(text)
            .filter(|text| text.len() <= parse::LONGEST)
            .and_then(|text| lexer::lex(text, Words::of(Language::English)))
            .and_then(|pieces| parse::repeat_alone(&pieces))
            .ok_or_else(|| UnknownRepeat(text.to_owned()))
    }
}

impl From<Repeat> for String {
    fn from(repeat: Repeat) -> Self {
        repeat.to_string()
    }
}

impl TryFrom<String> for Repeat {
    type Error = UnknownRepeat;

    fn try_from(text: String) -> Result<Self, UnknownRepeat> {
        text.parse()
    }
}
