//! The words of time, a table a language: what is read, and the names that echoes are made of.
//!
//! To add a language to the reader: give it a table of [`Term`]s and name it in [`Words::of`].

mod en;
mod es;

use chrono::{Datelike, NaiveDate, Weekday};

use super::atlas;
use crate::locale::Language;

/// What a word means in a `<when>` or a length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Term {
    /// A day of the week.
    Weekday(Weekday),
    /// A month, 1 to 12.
    Month(u32),
    /// "today"
    Today,
    /// "tomorrow"
    Tomorrow,
    /// "noon"
    Noon,
    /// "midnight"
    Midnight,
    /// "am"
    Am,
    /// "pm"
    Pm,
    /// "every"
    Every,
    /// "other", in "every other day"
    Other,
    /// "daily"
    Daily,
    /// "weekly"
    Weekly,
    /// "weekday", "weekdays": Monday to Friday
    Workdays,
    /// "and"
    And,
    /// "on", before a day
    On,
    /// "at", "from", before a clock time
    At,
    /// "in", before a length of time
    In,
    /// "next", before a day of the week
    Next,
    /// "this", before a day of the week
    This,
    /// "to", "until", between the ends of a range
    To,
    /// "of", in "5th of december"
    Of,
    /// "th", after the number of a day
    Ordinal,
    /// "a", "an", for the number one
    One,
    /// A unit of a length of time
    Unit(Unit),
}

/// A unit of a length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    /// 60 seconds.
    Minute,
    /// 60 minutes.
    Hour,
    /// A day of the calendar; 24 hours where no calendar is at hand.
    Day,
    /// Seven days.
    Week,
}

/// The words of one language.
#[derive(Debug)]
pub(crate) struct Words {
    /// What is read: lower-case words and what they mean.
    pub(crate) terms: &'static [(&'static str, Term)],
    /// The days of the week as echoed, from Monday.
    pub(crate) weekdays: [&'static str; 7],
    /// The days of the week as a repeat names them, from Monday.
    pub(crate) repeated_weekdays: [&'static str; 7],
    /// The months as echoed.
    pub(crate) months: [&'static str; 12],
    /// A zone, with `{}` for its city.
    pub(crate) zone: &'static str,
    /// What cities are called where the time zone database, which writes English, calls them otherwise: that name,
    /// and the one of this language.
    pub(crate) cities: &'static [(&'static str, &'static str)],
    /// Before the last of a list.
    pub(crate) and: &'static str,
    /// Before the coming dates of a repeat.
    pub(crate) coming: &'static str,
    /// Every day; every so many days, with `{}` for the count.
    pub(crate) every_day: [&'static str; 2],
    /// Monday to Friday.
    pub(crate) every_workday: &'static str,
    /// Every week, every so many weeks: `{}` for the count, `{days}` for the days of the week.
    pub(crate) every_week: [&'static str; 2],
    /// Units of a length of time: one and several days, hours, minutes.
    pub(crate) units: [&'static str; 4],
}

impl Words {
    /// The words of that language.
    pub(crate) fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &en::WORDS,
            Language::Spanish => &es::WORDS,
        }
    }

    /// What a word means; upper or lower case.
    pub(crate) fn term(&self, word: &str) -> Option<Term> {
        let word = word.to_lowercase();
        let (_, term) = self.terms.iter().find(|(known, _)| *known == word)?;
        Some(*term)
    }

    /// The short name of a day of the week.
    pub(crate) fn weekday(&self, weekday: Weekday) -> &'static str {
        self.weekdays[weekday.num_days_from_monday() as usize]
    }

    /// A day of the week in a repeat.
    pub(crate) fn repeated_weekday(&self, weekday: Weekday) -> &'static str {
        self.repeated_weekdays[weekday.num_days_from_monday() as usize]
    }

    /// What a city of the time zone database is called.
    pub(crate) fn city<'a>(&self, city: &'a str) -> &'a str {
        let known = self.cities.iter().find(|(name, _)| *name == city);
        known.map_or(city, |(_, own)| own)
    }

    /// What the time zone database calls a city that some language calls otherwise.
    pub(crate) fn database_city(typed: &str) -> Option<&'static str> {
        let mut cities = Language::ALL.into_iter().flat_map(|language| Self::of(language).cities);
        cities
            .find(|(_, own)| atlas::same_city(own, typed))
            .map(|(name, _)| *name)
    }

    /// The short name of the month of a date.
    pub(crate) fn month(&self, date: NaiveDate) -> &'static str {
        self.months[date.month0() as usize]
    }

    /// "a", "a and b", "a, b and c".
    pub(crate) fn list(&self, items: &[&str]) -> String {
        match items {
            [] => String::new(),
            [only] => (*only).to_owned(),
            [first @ .., last] => format!("{} {} {last}", first.join(", "), self.and),
        }
    }
}
