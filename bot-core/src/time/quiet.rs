//! Quiet hours.

use std::fmt;
use std::str::FromStr;

use chrono::{Days, NaiveTime};
use serde::{Deserialize, Serialize};

use super::error::quoted;
use super::words::Words;
use super::{Zone, lexer, parse};
use crate::clock::Instant;
use crate::error::UserError;
use crate::locale::Language;
use crate::phrase;

/// The part of the day when personal messages wait, by the person's wall clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuietHours {
    /// The first quiet minute.
    pub from: NaiveTime,
    /// The first minute that is quiet no more; may be on the next day.
    pub to: NaiveTime,
}

/// A text that names no quiet hours.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not quiet hours: {typed:?}")]
pub struct NotQuietHours {
    /// What was typed.
    pub typed: String,
}

impl QuietHours {
    /// When a message of `at` may be sent: `at` itself outside quiet hours, else the instant at which they end. The
    /// hours are those of the wall clock, so a night with a clock change is an hour shorter or longer.
    pub fn release(self, at: Instant, zone: &Zone) -> Instant {
        let today = zone.to_local(at).date();
        let yesterday = today.checked_sub_days(Days::new(1)).unwrap_or(today);
        [yesterday, today]
            .into_iter()
            .find_map(|date| {
                let last_date = if self.to > self.from {
                    date
                } else {
                    date.checked_add_days(Days::new(1))?
                };
                let start = zone.resolve(date.and_time(self.from));
                let end = zone.resolve(last_date.and_time(self.to));
                (start <= at && at < end).then_some(end)
            })
            .unwrap_or(at)
    }
}

/// A clock time of every day: `8:00`, `8am`. `None` for anything else, and for what may be meant in two ways ("6").
pub fn parse_clock(text: &str) -> Option<NaiveTime> {
    Some(text)
        .filter(|text| text.len() <= parse::LONGEST)
        .and_then(|text| lexer::lex(text, Words::of(Language::English)))
        .and_then(|pieces| parse::clock_alone(&pieces))
}

impl fmt::Display for QuietHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (from, to) = (self.from.format("%H:%M"), self.to.format("%H:%M"));
        write!(f, "{from}-{to}")
    }
}

impl FromStr for QuietHours {
    type Err = NotQuietHours;

    fn from_str(text: &str) -> Result<Self, NotQuietHours> {
        Some(text)
            .filter(|text| text.len() <= parse::LONGEST)
            .and_then(|text| lexer::lex(text, Words::of(Language::English)))
            .and_then(|pieces| parse::clocks_alone(&pieces))
            .filter(|(from, to)| from != to)
            .map(|(from, to)| Self { from, to })
            .ok_or_else(|| NotQuietHours { typed: quoted(text) })
    }
}

impl From<NotQuietHours> for UserError {
    fn from(error: NotQuietHours) -> Self {
        Self::new(phrase!("time-not-quiet-hours", typed = user error.typed)).type_next("me quiet 21:00-08:00")
    }
}
