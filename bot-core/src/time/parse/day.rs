//! Days: "today", "next friday", "sat", "dec 5", "5th of december 2027", "2026-12-05", "5/12".

use std::ops::Range;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::time::lexer::{Piece, Token};
use crate::time::repeat::monday;
use crate::time::words::Term;

/// A day as it was named.
#[derive(Debug, Clone)]
pub(super) struct Day {
    /// The day of the week, on its own or before a date that must fall on it.
    pub(super) weekday: Option<Weekday>,
    /// What else names it.
    pub(super) named: Option<Named>,
    /// Whether it is a number and a month, which may be the number of a title and the month of a date.
    pub(super) ends_in_month: bool,
}

/// What names a day, apart from a day of the week.
#[derive(Debug, Clone)]
pub(super) enum Named {
    /// "today", "tomorrow": days from today.
    DaysFromToday(u64),
    /// "next friday": the Friday of next week, where weeks begin on Monday.
    NextWeek(Weekday),
    /// A date, or the next such date.
    Date {
        /// The year, where there is one.
        year: Option<i32>,
        /// The month, 1 to 12 unless it is wrong.
        month: u32,
        /// The day of the month.
        day: u32,
    },
    /// Two numbers of which either may be the month.
    Slashed {
        /// The numbers in their order.
        numbers: [u32; 2],
        /// The year, where there is one.
        year: Option<i32>,
        /// Where they stand in the text.
        span: Range<usize>,
    },
}

impl Day {
    /// A day of the week and a date, in either order, name one day; nothing else does together.
    pub(super) fn and(self, other: Self) -> Option<Self> {
        let is_date = |named: &Named| matches!(named, Named::Date { .. } | Named::Slashed { .. });
        let named = self.named.xor(other.named).filter(is_date)?;
        Some(Self {
            weekday: Some(self.weekday.xor(other.weekday)?),
            named: Some(named),
            ends_in_month: false, // with its weekday it is no number of a title
        })
    }

    /// Whether it names its year.
    pub(super) fn has_year(&self) -> bool {
        matches!(self.named, Some(Named::Date { year: Some(_), .. }))
    }

    /// The dates that it may mean from `from` on, in order; none where the calendar has no such date.
    pub(super) fn dates(&self, from: NaiveDate, today: NaiveDate) -> Vec<NaiveDate> {
        match &self.named {
            None => (0..15)
                .filter_map(|days| from.checked_add_days(Days::new(days)))
                .filter(|date| Some(date.weekday()) == self.weekday)
                .collect(),
            Some(Named::DaysFromToday(days)) => today.checked_add_days(Days::new(*days)).into_iter().collect(),
            Some(Named::NextWeek(weekday)) => {
                let days = 7 + u64::from(weekday.num_days_from_monday());
                monday(today).checked_add_days(Days::new(days)).into_iter().collect()
            }
            Some(Named::Date {
                year: Some(year),
                month,
                day,
            }) => NaiveDate::from_ymd_opt(*year, *month, *day).into_iter().collect(),
            // Leap days are at most eight years apart (1896 to 1904, 2096 to 2104).
            Some(Named::Date { year: None, month, day }) => (from.year()..=from.year() + 9)
                .filter_map(|year| NaiveDate::from_ymd_opt(year, *month, *day))
                .filter(|date| *date >= from)
                .collect(),
            Some(Named::Slashed { .. }) => Vec::new(), // asked about before dates are looked for
        }
    }
}

/// A day at the head of the pieces, and the pieces after it.
pub(super) fn read_day(pieces: &[Piece]) -> Option<(Day, &[Piece])> {
    let (first, rest) = pieces.split_first()?;
    let named = |named| Day {
        weekday: None,
        named: Some(named),
        ends_in_month: false,
    };
    let on = |weekday| Day {
        weekday: Some(weekday),
        named: None,
        ends_in_month: false,
    };
    match first.token {
        Token::Term(Term::Today) => Some((named(Named::DaysFromToday(0)), rest)),
        Token::Term(Term::Tomorrow) => Some((named(Named::DaysFromToday(1)), rest)),
        Token::Term(Term::Weekday(weekday)) => Some((on(weekday), rest)),
        Token::Term(Term::This) => {
            let (weekday, rest) = read_weekday(rest)?;
            Some((on(weekday), rest))
        }
        Token::Term(Term::Next) => {
            let (weekday, rest) = read_weekday(rest)?;
            Some((named(Named::NextWeek(weekday)), rest))
        }
        Token::Date(year, month, day) => {
            let year = Some(year);
            Some((named(Named::Date { year, month, day }), rest))
        }
        Token::Slashed(one, other, year) => {
            let slashed = Named::Slashed {
                numbers: [one, other],
                year,
                span: first.span.clone(),
            };
            Some((named(slashed), rest))
        }
        Token::Term(Term::Month(month)) => {
            let (day, rest) = read_day_of_month(rest)?;
            let (year, rest) = read_year(rest);
            Some((named(Named::Date { year, month, day }), rest))
        }
        Token::Number { .. } => {
            let (day, rest) = read_day_of_month(pieces).filter(|(day, _)| (1..=31).contains(day))?;
            let (month, rest) = read_month(rest)?;
            let (year, rest) = read_year(rest);
            let date = named(Named::Date { year, month, day });
            let ends_in_month = year.is_none();
            Some((Day { ends_in_month, ..date }, rest))
        }
        _ => None,
    }
}

fn read_weekday(pieces: &[Piece]) -> Option<(Weekday, &[Piece])> {
    match pieces.split_first()? {
        (
            Piece {
                token: Token::Term(Term::Weekday(weekday)),
                ..
            },
            rest,
        ) => Some((*weekday, rest)),
        _ => None,
    }
}

/// "5", "5th"
fn read_day_of_month(pieces: &[Piece]) -> Option<(u32, &[Piece])> {
    match pieces {
        [
            Piece {
                token: Token::Number { value, digits: 1..=2 },
                ..
            },
            Piece {
                token: Token::Term(Term::Ordinal),
                ..
            },
            rest @ ..,
        ]
        | [
            Piece {
                token: Token::Number { value, digits: 1..=2 },
                ..
            },
            rest @ ..,
        ] => {
            // "dec 10am" is no date
            let is_half = |piece: &Piece| matches!(piece.token, Token::Term(Term::Am | Term::Pm));
            (!rest.first().is_some_and(is_half)).then_some((*value, rest))
        }
        _ => None,
    }
}

/// "december", "of december"
fn read_month(pieces: &[Piece]) -> Option<(u32, &[Piece])> {
    match pieces {
        [
            Piece {
                token: Token::Term(Term::Of),
                ..
            },
            Piece {
                token: Token::Term(Term::Month(month)),
                ..
            },
            rest @ ..,
        ]
        | [
            Piece {
                token: Token::Term(Term::Month(month)),
                ..
            },
            rest @ ..,
        ] => Some((*month, rest)),
        _ => None,
    }
}

/// A year from 1900 to 2999 after a date.
fn read_year(pieces: &[Piece]) -> (Option<i32>, &[Piece]) {
    match pieces {
        [
            Piece {
                token:
                    Token::Number {
                        value: value @ 1900..=2999,
                        ..
                    },
                ..
            },
            rest @ ..,
        ] => (i32::try_from(*value).ok(), rest),
        _ => (None, pieces),
    }
}
