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

/// Reads a length of time: `2h`, `1h 30m`, `90 minutes`, `3 days`, `1 week`.
pub fn parse_duration(text: &str) -> Result<Duration, DurationError> {
    let pieces = Some(text)
        .filter(|text| text.len() <= parse::LONGEST)
        .and_then(|text| lex(text, Words::of(Language::English)));
    let read = pieces.as_deref().and_then(read_amount);
    match read {
        Some((amount, [])) => amount
            .total()
            .ok_or_else(|| DurationError::OutOfRange { typed: quoted(text) }),
        _ => Err(DurationError::NotADuration { typed: quoted(text) }),
    }
}

/// A length of time in the units that it was typed in: days are days of the calendar where there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Amount {
    /// Days of the calendar.
    pub(crate) days: i64,
    /// Minutes on top.
    pub(crate) minutes: i64,
}

impl Amount {
    /// The whole length with days of 24 hours; `None` out of range.
    pub(crate) fn total(self) -> Option<Duration> {
        let minutes = self.days * 24 * 60 + self.minutes;
        let fits = (1..=LONGEST_DAYS * 24 * 60).contains(&minutes);
        fits.then(|| TimeDelta::minutes(minutes))
    }
}

/// Numbers with units at the head of the pieces, and the pieces after them.
pub(crate) fn read_amount(pieces: &[Piece]) -> Option<(Amount, &[Piece])> {
    let mut amount = Amount::default();
    let mut rest = pieces;
    while let Some((count, unit, after)) = read_unit(rest) {
        match unit {
            Unit::Minute => amount.minutes += count,
            Unit::Hour => amount.minutes += count * 60,
            Unit::Day => amount.days += count,
            Unit::Week => amount.days += count * 7,
        }
        rest = after;
    }
    (rest.len() < pieces.len()).then_some((amount, rest))
}

/// "2 h", "and 30 minutes", "an hour".
fn read_unit(pieces: &[Piece]) -> Option<(i64, Unit, &[Piece])> {
    let (first, rest) = pieces.split_first()?;
    let (first, rest) = match first.token {
        Token::Term(Term::And) => rest.split_first()?,
        _ => (first, rest),
    };
    let count = match first.token {
        Token::Number { value, .. } => value.into(),
        Token::Term(Term::One) => 1,
        _ => return None,
    };
    match rest.split_first()? {
        (
            Piece {
                token: Token::Term(Term::Unit(unit)),
                ..
            },
            after,
        ) => Some((count, *unit, after)),
        _ => None,
    }
}

/// A length of time as a sentence has it, in days, hours and minutes: "1 day", "2 h", "1 h 30 min". In English it
/// reads back.
pub fn duration_words(duration: Duration, language: Language) -> String {
    let [day, days, hour, minute] = Words::of(language).units;
    let minutes = duration.num_minutes();
    let (whole_days, hours, minutes) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    let parts = [
        (whole_days, if whole_days == 1 { day } else { days }),
        (hours, hour),
        (minutes, minute),
    ];
    let said: Vec<String> = parts
        .iter()
        .filter(|(count, _)| *count != 0)
        .map(|(count, unit)| format!("{count} {unit}"))
        .collect();
    if said.is_empty() {
        return format!("0 {minute}");
    }
    said.join(" ")
}
