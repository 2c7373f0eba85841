//! Lengths of time: `2h`, `90 min`, `1h30m`, `3 days`.

use chrono::TimeDelta;

use super::error::quoted;
use super::lexer::{Piece, Token, lex};
use super::parse;
use super::words::{Term, Unit, Words};
use crate::error::UserError;
use crate::locale::Language;
use crate::phrase;

/// A length of time as people type it: whole minutes, more than none, at most [`LONGEST_DAYS`].
pub type Duration = TimeDelta;

/// The most days of a [`Duration`].
pub const LONGEST_DAYS: i64 = 366;

/// Why a text is no length of time.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DurationError {
    /// It does not read as one.
    #[error("not a length of time: {typed:?}")]
    NotADuration {
        /// What was typed.
        typed: String,
    },
    /// It is nothing, or more than [`LONGEST_DAYS`].
    #[error("a length of time out of range: {typed:?}")]
    OutOfRange {
        /// What was typed.
        typed: String,
    },
}

impl From<DurationError> for UserError {
    fn from(error: DurationError) -> Self {
        match error {
            DurationError::NotADuration { typed } => {
                Self::new(phrase!("time-not-a-duration", typed = user typed)).type_next("2h")
            }
            DurationError::OutOfRange { typed } => {
                Self::new(phrase!("time-duration-range", typed = user typed, days = number LONGEST_DAYS))
                    .type_next("2h")
            }
        }
    }
}

/// Reads a length of time: `2h`, `1h 30m`, `90 minutes`, `3 days`, `1 week`,
/// `an hour and a half`, `media hora`.
pub fn parse_duration(text: &str) -> Result<Duration, DurationError> {
    let not_a_duration = || DurationError::NotADuration { typed: quoted(text) };
    let pieces = Some(text)
        .filter(|text| text.len() <= parse::LONGEST)
        .and_then(|text| lex(text, Words::of(Language::Spanish))) // its table has the English words too
        .ok_or_else(not_a_duration)?;
    match read_amount(&pieces) {
        Some((amount, [])) if amount.months == 0 => amount
            .total()
            .ok_or_else(|| DurationError::OutOfRange { typed: quoted(text) }),
        _ => Err(not_a_duration()),
    }
}

/// A length of time in the units that it was typed in: days are days of the calendar where there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Amount {
    /// Months of the calendar.
    pub(crate) months: i64,
    /// Days of the calendar.
    pub(crate) days: i64,
    /// Minutes on top.
    pub(crate) minutes: i64,
}

impl Amount {
    /// The whole length with days of 24 hours and months of 30 days; `None` out of range.
    pub(crate) fn total(self) -> Option<Duration> {
        let minutes = (self.months * 30 + self.days) * 24 * 60 + self.minutes;
        let fits = (1..=LONGEST_DAYS * 24 * 60).contains(&minutes);
        fits.then(|| TimeDelta::minutes(minutes))
    }
}

/// Numbers with units at the head of the pieces, and the pieces after them.
pub(crate) fn read_amount(pieces: &[Piece]) -> Option<(Amount, &[Piece])> {
    let mut amount = Amount::default();
    let mut rest = pieces;
    while let Some((more, after)) = read_part(rest) {
        amount.months += more.months;
        amount.days += more.days;
        amount.minutes += more.minutes;
        rest = after;
    }
    (rest.len() < pieces.len()).then_some((amount, rest))
}

/// "2 h", "and 30 minutes", "an hour and a half", "half an hour", "1h30".
fn read_part(pieces: &[Piece]) -> Option<(Amount, &[Piece])> {
    let (first, rest) = pieces.split_first()?;
    let (first, rest) = match first.token {
        Token::Term(Term::And) => rest.split_first()?,
        _ => (first, rest),
    };
    let count: i64 = match first.token {
        Token::Number { value, .. } => value.into(),
        Token::Term(Term::One) => 1,
        Token::Term(Term::Minutes(minutes)) => {
            return Some((
                Amount {
                    minutes,
                    ..Amount::default()
                },
                rest,
            ));
        }
        _ => return None,
    };
    let (piece, after) = rest.split_first()?;
    let Token::Term(Term::Unit(unit)) = piece.token else {
        return None;
    };
    let mut amount = Amount::default();
    match unit {
        Unit::Minute => amount.minutes = count,
        Unit::Hour => amount.minutes = count * 60,
        Unit::Day => amount.days = count,
        Unit::Week => amount.days = count * 7,
        Unit::Month => amount.months = count,
        Unit::Year => amount.months = count * 12,
    }
    if unit != Unit::Hour {
        return Some((amount, after));
    }
    match after.split_first() {
        Some((half, after)) if half.token == Token::Term(Term::AndHalf) => {
            amount.minutes += 30;
            Some((amount, after))
        }
        Some((minutes, after)) if minutes.span.start == piece.span.end => match minutes.token {
            Token::Number { value, digits: 2 } if value < 60 && !is_unit(after.first()) => {
                amount.minutes += i64::from(value);
                Some((amount, after))
            }
            _ => Some((amount, &rest[1..])),
        },
        _ => Some((amount, after)),
    }
}

fn is_unit(piece: Option<&Piece>) -> bool {
    piece.is_some_and(|piece| matches!(piece.token, Token::Term(Term::Unit(_))))
}

/// A length of time as a sentence has it, in days, hours and minutes: "1 day", "2 h", "1 h 30 min". In English it
/// reads back.
pub fn duration_words(duration: Duration, language: Language) -> String {
    let [day, days, ..] = Words::of(language).units;
    let whole_days = duration.num_days();
    let days = (whole_days, if whole_days == 1 { day } else { days });
    joined(Some(days), duration - Duration::days(whole_days), language)
}

/// The same in hours and minutes, as work is counted: "96 h 20 min".
pub fn duration_in_hours(duration: Duration, language: Language) -> String {
    joined(None, duration, language)
}

fn joined(days: Option<(i64, &str)>, rest: Duration, language: Language) -> String {
    let [.., hour, minute] = Words::of(language).units;
    let clock = [(rest.num_hours(), hour), (rest.num_minutes() % 60, minute)];
    let parts = days.into_iter().chain(clock).filter(|(count, _)| *count != 0);
    let said: Vec<String> = parts.map(|(count, unit)| format!("{count} {unit}")).collect();
    if said.is_empty() {
        return format!("0 {minute}");
    }
    said.join(" ")
}
