//! Why a text is no `<when>`, in words.

use chrono::NaiveTime;

use super::{Dated, Moment, When};
use crate::error::{Hint, UserError};
use crate::phrase;

/// Why a text is no `<when>`. What was typed is quoted, cut to [`QUOTED`] characters.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WhenError {
    /// It does not read as a time.
    #[error("not a time: {typed:?}")]
    NotATime {
        /// What was typed.
        typed: String,
    },
    /// It reads in several ways.
    #[error("ambiguous: {typed:?} may be {readings:?}")]
    Ambiguous {
        /// What was typed.
        typed: String,
        /// The same in words that read in one way only.
        readings: Vec<String>,
    },
    /// It reads as a time that does not exist.
    #[error("impossible: {typed:?} ({reason:?})")]
    Impossible {
        /// What was typed.
        typed: String,
        /// Why there is no such time.
        reason: Reason,
    },
    /// It is over.
    #[error("past: {typed:?}")]
    Past {
        /// What was typed.
        typed: String,
        /// When it was.
        moment: Moment,
    },
}

/// Why a time does not exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The month has no such day, or the year no such month.
    Date,
    /// The clock has no such hour, minute or second, or not in that zone.
    Clock,
    /// The date is another day of the week.
    Weekday(chrono::NaiveDate),
    /// The end is not after the start.
    EndBeforeStart,
    /// A repeat has no occurrence, or none before its end.
    Never,
    /// A repeat has not the dates that are named with it.
    Dates,
    /// A length of time or of a repeat is nothing, or more than 366 days.
    OutOfRange,
}

impl WhenError {
    /// The same about other words.
    pub(crate) fn quoting(mut self, words: &str) -> Self {
        match &mut self {
            Self::NotATime { typed }
            | Self::Ambiguous { typed, .. }
            | Self::Impossible { typed, .. }
            | Self::Past { typed, .. } => words.clone_into(typed),
        }
        self
    }
}

/// The most characters of a quotation.
pub const QUOTED: usize = 60;

/// What was typed, cut to [`QUOTED`] characters.
pub(crate) fn quoted(typed: &str) -> String {
    let mut quote: String = typed.chars().take(QUOTED).collect();
    if quote.len() < typed.len() {
        quote.push('…');
    }
    quote
}

impl From<WhenError> for UserError {
    fn from(error: WhenError) -> Self {
        match error {
            WhenError::NotATime { typed } => Self::new(phrase!("time-not-a-time", typed = user typed))
                .type_next("sat 10am-1pm")
                .type_next("tomorrow 17:00"),
            WhenError::Ambiguous { typed, readings } => Self {
                message: phrase!("time-ambiguous", typed = user typed),
                hints: readings.into_iter().map(Hint::Type).collect(),
                confidential: false,
            },
            WhenError::Impossible { typed, reason } => impossible(&typed, reason),
            WhenError::Past { typed, moment } => {
                let timed = moment.local.time() != NaiveTime::MIN; // else a whole day
                let again = if timed {
                    format!("tomorrow {}", moment.local.format("%H:%M"))
                } else {
                    "tomorrow".to_owned()
                };
                let moment = When {
                    start: moment,
                    end: None,
                    timed,
                    dated: Dated::Date,
                    repeat: None,
                };
                Self::new(phrase!("time-past", typed = user typed, moment = when moment)).type_next(again)
            }
        }
    }
}

fn impossible(typed: &str, reason: Reason) -> UserError {
    match reason {
        Reason::Date => UserError::new(phrase!("time-no-such-date", typed = user typed)).type_next("dec 5 10am"),
        Reason::Clock => UserError::new(phrase!("time-no-such-clock", typed = user typed))
            .type_next("17:00")
            .type_next("5pm"),
        Reason::Weekday(date) => {
            let on_that_day = date.format("%Y-%m-%d");
            UserError::new(phrase!("time-other-weekday", typed = user typed)).type_next(on_that_day.to_string())
        }
        Reason::EndBeforeStart => {
            UserError::new(phrase!("time-end-before-start", typed = user typed)).type_next("sat 10am-1pm")
        }
        Reason::Never => UserError::new(phrase!("time-never", typed = user typed)).type_next("every tue 18:30"),
        Reason::Dates => UserError::new(phrase!("time-other-dates", typed = user typed)).type_next("every tue 18:30"),
        Reason::OutOfRange => UserError::new(phrase!("time-out-of-range", typed = user typed)).type_next("in 3 days"),
    }
}
