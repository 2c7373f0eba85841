//! The words of time, a table a language: what is read, and the names that echoes are made of.
//!
//! To add a language to the reader: give it a table of [`Term`]s and name it in [`Words::of`].

mod en;
mod es;

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, Weekday};

use super::atlas;
use crate::locale::Language;

/// The most words in a row that are one term.
pub(crate) const LONGEST_TERM: usize = 5;

/// What is read, by its folded words.
type Dictionary = LazyLock<HashMap<&'static str, Term>>;

/// The form that words are compared in: lower case, no accents, no dots; "Miércoles" is "miercoles".
pub(crate) fn folded(word: &str) -> String {
    let bare = |letter: char| match letter {
        '.' | '\u{300}'..='\u{36f}' => None, // dots, and accents that stand on their own
        letter => Some(atlas::bare(letter)),
    };
    word.chars().flat_map(char::to_lowercase).filter_map(bare).collect()
}

/// What a word, or several in a row, mean in a `<when>` or a length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Term {
    /// A day of the week.
    Weekday(Weekday),
    /// "mondays": that day of every week
    Weekdays(Weekday),
    /// A month, 1 to 12.
    Month(u32),
    /// "mar" in Spanish: Tuesday, or March after the number of a day
    TuesdayOrMarch,
    /// "today", "tomorrow": so many days from today
    DaysFromToday(u64),
    /// "noon"
    Noon,
    /// "midnight"
    Midnight,
    /// "am"
    Am,
    /// "pm"
    Pm,
    /// "morning", "in the morning"
    Part(Part),
    /// "tonight", "this evening": that part of today
    PartOfToday(Part),
    /// "every morning", where one word could be another
    EveryPart(Part),
    /// "all day"
    AllDay,
    /// "and a half", after an hour or a length of time
    AndHalf,
    /// "y cuarto", "menos cuarto": so many minutes past the hour before it
    Past(i32),
    /// "half past", "quarter to": so many minutes past the hour after it
    PastNext(i32),
    /// "half an hour": so many minutes
    Minutes(i64),
    /// "every"
    Every,
    /// "other", in "every other day"
    Other,
    /// "daily"
    Daily,
    /// "weekly"
    Weekly,
    /// "monthly"
    Monthly,
    /// "yearly"
    Yearly,
    /// "weekday", "weekdays": Monday to Friday
    Workdays,
    /// "weekend", "weekends": Saturday and Sunday
    Weekend,
    /// "first", "last": the so many-th of a month, from its end if negative
    Nth(i32),
    /// "times", after a number
    Times,
    /// "and"
    And,
    /// "on", before a day
    On,
    /// "the", before a day
    The,
    /// "at", before a clock time
    At,
    /// "a las" in Spanish: before a clock time, or between two
    AtOrTo,
    /// "from", before the first of two clock times, or the first day of a repeat
    From,
    /// "in", before a length of time
    In,
    /// "from now", after a length of time
    FromNow,
    /// "next", before a day of the week; before the coming dates in an echo
    Next,
    /// "próximo": the coming one
    Coming,
    /// "of next week", "next week", beside a day of the week
    OfNextWeek,
    /// "próximas fechas", before the coming dates in an echo
    Dates,
    /// "this", before a day of the week
    This,
    /// "to", between the ends of a range
    To,
    /// "until", between the ends of a range or before the last day of a repeat
    Until,
    /// "for", before how long or how often something repeats
    For,
    /// "of", in "5th of december"
    Of,
    /// "de" in Spanish: "of", or "from" before a clock time
    OfOrFrom,
    /// "th", after the number of a day
    Ordinal,
    /// "a", "an", for the number one
    One,
    /// A number in letters
    Number(u32),
    /// A unit of a length of time
    Unit(Unit),
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// The hours before sunrise, in Spanish.
    Small,
    /// Until noon.
    Morning,
    /// From noon.
    Afternoon,
    /// From five.
    Evening,
    /// Until midnight.
    Night,
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
    /// A month of the calendar.
    Month,
    /// Twelve months.
    Year,
}

/// The words of one language.
#[derive(Debug)]
pub(crate) struct Words {
    /// What is read: words, or several in a row, and what they mean.
    dictionary: &'static Dictionary,
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
    /// How repeats are said.
    pub(crate) rules: RuleWords,
    /// A whole day.
    pub(crate) all_day: &'static str,
    /// Units of a length of time: one and several days, hours, minutes.
    pub(crate) units: [&'static str; 4],
}

/// How repeats are said: `{}` stands for a count, `{on}` for which days, `{day}` and `{month}` for a date.
#[derive(Debug)]
pub(crate) struct RuleWords {
    /// One and several: days, weeks, months, years.
    pub(crate) every: [[&'static str; 2]; 4],
    /// Monday to Friday.
    pub(crate) workdays: &'static str,
    /// Days of the week, every week.
    pub(crate) every_weekday: &'static str,
    /// Before days of the week; before days of the month, one and several.
    pub(crate) on: [&'static str; 3],
    /// A day of the month; its last day; its so many-th day from the end.
    pub(crate) day_of_month: [&'static str; 3],
    /// The days of the week after "first", from Monday.
    pub(crate) nth_weekdays: [&'static str; 7],
    /// The so many-th day of the week.
    pub(crate) nth: &'static str,
    /// First to fifth, last, last but one.
    pub(crate) ordinals: [&'static str; 7],
    /// A workday of the month.
    pub(crate) workday: &'static str,
    /// A day of the year; what is of a month or of months.
    pub(crate) dates: [&'static str; 2],
    /// Days of the year, weeks of the year, of these only those at places.
    pub(crate) rare: [&'static str; 3],
    /// Up to a day; so many times, one and several.
    pub(crate) ends: [&'static str; 3],
    /// What is said of a rule on a day that shorter months have not.
    pub(crate) short_months: &'static str,
}

impl Words {
    /// The words of that language.
    pub(crate) fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &en::WORDS,
            Language::Spanish => &es::WORDS,
        }
    }

    /// What words in a row mean, folded by [`folded`].
    pub(crate) fn term(&self, words: &str) -> Option<Term> {
        self.dictionary.get(words).copied()
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
