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
    /// Whether its month stands before its day: "dec 5".
    pub(super) month_first: bool,
    /// Whether its day stands before its month: "5 dec".
    pub(super) month_last: bool,
}

/// What names a day, apart from a day of the week.
#[derive(Debug, Clone)]
pub(super) enum Named {
    /// "today", "tomorrow": days from today.
    DaysFromToday(u64),
    /// "next friday": the Friday of next week, where weeks begin on Monday.
    NextWeek(Weekday),
    /// "el próximo viernes": the first Friday after today.
    Coming(Weekday),
    /// "the 15th": the next 15th of a month.
    OfMonth(u32),
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
    /// The coming such day of the week.
    fn on(weekday: Weekday) -> Self {
        Self {
            weekday: Some(weekday),
            named: None,
            ends_in_month: false,
            month_first: false,
            month_last: false,
        }
    }

    /// A day of the week and a date, in either order, name one day; nothing else does together.
    pub(super) fn and(self, other: Self) -> Option<Self> {
        let is_date = |named: &Named| matches!(named, Named::Date { .. } | Named::Slashed { .. });
        let named = self.named.xor(other.named).filter(is_date)?;
        Some(Self {
            weekday: Some(self.weekday.xor(other.weekday)?),
            named: Some(named),
            ends_in_month: false, // with its weekday it is no number of a title
            month_first: false,
            month_last: false,
        })
    }

    /// With two numbers read as day and month, where such a day exists.
    pub(super) fn read_day_first(&mut self) {
        if let Some(Named::Slashed {
            numbers: [day @ 1..=31, month @ 1..=12],
            year,
            ..
        }) = self.named
        {
            self.named = Some(Named::Date { year, month, day });
        }
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
            Some(Named::Coming(weekday)) => today
                .iter_days()
                .skip(1)
                .take(7)
                .filter(|date| date.weekday() == *weekday)
                .collect(),
            Some(Named::OfMonth(day)) => from.iter_days().take(100).filter(|date| date.day() == *day).collect(),
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

impl From<Named> for Day {
    fn from(named: Named) -> Self {
        Self {
            weekday: None,
            named: Some(named),
            ends_in_month: false,
            month_first: false,
            month_last: false,
        }
    }
}

/// A day at the head of the pieces, and the pieces after it.
pub(super) fn read_day(pieces: &[Piece]) -> Option<(Day, &[Piece])> {
    let (first, rest) = pieces.split_first()?;
    let found = |named: Named, rest| Some((Day::from(named), rest));
    match first.token {
        Token::Term(Term::The | Term::On) => read_numbered(rest).or_else(|| read_day(rest)),
        Token::Term(Term::DaysFromToday(days)) => found(Named::DaysFromToday(days), rest),
        Token::Term(Term::Weekday(_) | Term::TuesdayOrMarch | Term::This) => {
            let rest = if first.token == Token::Term(Term::This) {
                rest
            } else {
                pieces
            };
            let (weekday, rest) = read_weekday(rest)?;
            match rest.first().map(|piece| piece.token) {
                Some(Token::Term(Term::Coming)) => found(Named::Coming(weekday), &rest[1..]),
                Some(Token::Term(Term::OfNextWeek)) => found(Named::NextWeek(weekday), &rest[1..]),
                _ => Some((Day::on(weekday), rest)),
            }
        }
        Token::Term(Term::Next | Term::OfNextWeek) => {
            let rest = skip(rest, &[Term::On]);
            let (weekday, rest) = read_weekday(rest)?;
            found(Named::NextWeek(weekday), rest)
        }
        Token::Term(Term::Coming) => {
            let (weekday, rest) = read_weekday(rest)?;
            found(Named::Coming(weekday), rest)
        }
        Token::Date(year, month, day) => {
            let year = Some(year);
            found(Named::Date { year, month, day }, rest)
        }
        Token::Slashed(one, other, year) => {
            let slashed = Named::Slashed {
                numbers: [one, other],
                year,
                span: first.span.clone(),
            };
            found(slashed, rest)
        }
        Token::Term(Term::Month(month)) => {
            let (day, rest) = read_day_of_month(skip(rest, &[Term::The]))?;
            let (year, rest) = read_year(rest);
            let month_first = year.is_none();
            let date = Day::from(Named::Date { year, month, day });
            Some((Day { month_first, ..date }, rest))
        }
        Token::Number { .. } => {
            let (day, rest) = read_day_of_month(pieces).filter(|(day, _)| (1..=31).contains(day))?;
            let (month, rest) = read_month(rest)?;
            let (year, rest) = read_year(rest);
            let date = Day::from(Named::Date { year, month, day });
            let ends_in_month = year.is_none();
            Some((
                Day {
                    ends_in_month,
                    month_last: true,
                    ..date
                },
                rest,
            ))
        }
        _ => None,
    }
}

/// "the 15th", "el 15 a las 10": a number after "the" is a day where it is written as one, or a clock time follows.
fn read_numbered(pieces: &[Piece]) -> Option<(Day, &[Piece])> {
    let (day, rest) = read_day_of_month(pieces).filter(|(day, _)| (1..=31).contains(day))?;
    let ordinal = matches!(pieces.get(1)?.token, Token::Term(Term::Ordinal));
    let next = rest.first().map(|piece| piece.token);
    let clock_follows = matches!(next, Some(Token::Term(Term::AtOrTo | Term::At | Term::Noon)));
    let dated = read_month(rest).is_some();
    ((ordinal || clock_follows) && !dated).then_some((Named::OfMonth(day).into(), rest))
}

/// The pieces after a word that may or may not be there.
pub(super) fn skip<'p>(pieces: &'p [Piece], terms: &[Term]) -> &'p [Piece] {
    match pieces.split_first() {
        Some((
            Piece {
                token: Token::Term(term),
                ..
            },
            rest,
        )) if terms.contains(term) => rest,
        _ => pieces,
    }
}

pub(super) fn read_weekday(pieces: &[Piece]) -> Option<(Weekday, &[Piece])> {
    let (first, rest) = pieces.split_first()?;
    match first.token {
        Token::Term(Term::Weekday(weekday)) => Some((weekday, rest)),
        Token::Term(Term::TuesdayOrMarch) => Some((Weekday::Tue, rest)),
        _ => None,
    }
}

/// "5", "5th"
pub(super) fn read_day_of_month(pieces: &[Piece]) -> Option<(u32, &[Piece])> {
    let (first, rest) = pieces.split_first()?;
    let Token::Number { value, digits: 1..=2 } = first.token else {
        return None;
    };
    let rest = skip(rest, &[Term::Ordinal]);
    // "dec 10am" is no date
    let is_half = |piece: &Piece| matches!(piece.token, Token::Term(Term::Am | Term::Pm));
    (!rest.first().is_some_and(is_half)).then_some((value, rest))
}

/// "december", "of december"
pub(super) fn read_month(pieces: &[Piece]) -> Option<(u32, &[Piece])> {
    let (first, rest) = skip(pieces, &[Term::Of, Term::OfOrFrom]).split_first()?;
    match first.token {
        Token::Term(Term::Month(month)) => Some((month, rest)),
        Token::Term(Term::TuesdayOrMarch) => Some((3, rest)),
        _ => None,
    }
}

/// A year from 1900 to 2999 after a date, "de 2027".
fn read_year(pieces: &[Piece]) -> (Option<i32>, &[Piece]) {
    match skip(pieces, &[Term::OfOrFrom]).split_first() {
        Some((piece, rest)) => match piece.token {
            Token::Number {
                value: value @ 1900..=2999,
                ..
            } => (i32::try_from(value).ok(), rest),
            _ => (None, pieces),
        },
        None => (None, pieces),
    }
}
