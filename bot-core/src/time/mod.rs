//! `<when>` as people type it, zones, repeats and quiet hours: pure functions of (text, now, zone, language).
//!
//! - [`Zone`]: IANA zones by name or city; [`Moment`], [`When`], [`Repeat`], [`QuietHours`], [`Duration`]
//! - [`parse_when`], [`parse_duration`], [`parse_clock`]: what people type; [`split_trailing`], [`split_leading`]: a `<when>` in a text
//! - [`words_of_moment`], [`words_of_when`], [`duration_words`]: what people are shown; in English it reads back; [`duration_in_hours`]: as work is counted
//! - `words`: the words of each language; `lexer`, `parse`: how they are read

mod atlas;
mod duration;
mod echo;
mod error;
mod lexer;
mod moment;
mod parse;
mod quiet;
mod repeat;
mod split;
#[cfg(test)]
mod tests;
mod words;
pub mod zone;

pub use duration::{Duration, DurationError, LONGEST_DAYS, duration_in_hours, duration_words, parse_duration};
pub(crate) use echo::offset_words;
pub use echo::{clock_words, date_words, hours_words, weekday_words, words_of_moment, words_of_when};
pub use error::{QUOTED, Reason, WhenError};
pub use moment::{Dated, Moment, When};
pub use parse::parse_when;
pub use quiet::{NotQuietHours, QuietHours, parse_clock};
pub use repeat::{Freq, NthWeekday, Occurrences, Repeat, RuleError};
pub use split::{Split, split_leading, split_trailing};
pub use zone::{UnknownZone, Zone};

use crate::clock::Instant;
use crate::locale::Language;

/// Where a phrase is read: what "tomorrow" and "10am" mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The present instant.
    pub now: Instant,
    /// The speaker's zone.
    pub zone: Zone,
    /// The speaker's language.
    pub language: Language,
}
