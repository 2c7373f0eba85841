//! What a new poll must be like, and when it closes.

use std::collections::HashSet;

use chrono::{TimeDelta, Timelike};

use super::ballot::folded;
use super::terms::{Quorum, percentage};
use crate::broadcast::audience::Asked;
use crate::clock::Instant;
use crate::error::UserError;
use crate::locale::Voice;
use crate::phrase;
use crate::time::{Frame, Moment, When};

/// The most characters of a question.
pub const QUESTION_CHARS: usize = 300;
/// The most characters of an option.
pub const OPTION_CHARS: usize = 100;
/// The most options.
pub const MOST_OPTIONS: usize = 20;
/// How long a poll is open whose creator names no end.
pub const OPEN_FOR: TimeDelta = TimeDelta::hours(24);

/// The options as typed: none, which stands for yes and no; else two or more, no two the same but for case.
pub fn options(typed: Vec<String>) -> Result<Vec<String>, UserError> {
    if let [only] = &typed[..] {
        return Err(phrase!("poll-one-option", option = user only).into());
    }
    let mut seen = HashSet::new();
    match typed.iter().find(|option| !seen.insert(folded(option))) {
        Some(twice) => Err(phrase!("poll-option-twice", option = user twice).into()),
        None => Ok(typed),
    }
}

/// The options of a poll that names none.
pub fn yes_or_no(voice: &Voice) -> Vec<String> {
    vec![voice.text(&phrase!("poll-yes")), voice.text(&phrase!("poll-no"))]
}

/// What can be said to a proposal, in the order of their numbers.
pub fn positions(voice: &Voice) -> Vec<String> {
    vec![
        voice.text(&phrase!("poll-agree")),
        voice.text(&phrase!("poll-stand-aside")),
        voice.text(&phrase!("poll-block")),
    ]
}

/// A quorum as typed.
pub fn quorum(typed: &str) -> Result<Quorum, UserError> {
    Quorum::read(typed).ok_or_else(|| phrase!("poll-quorum-form", typed = user typed).into())
}

/// A share as typed: `60%`.
pub fn pass(typed: &str) -> Result<u32, UserError> {
    percentage(typed).ok_or_else(|| phrase!("poll-pass-form", typed = user typed).into())
}

/// Who may vote, as typed. Who has not voted or not confirmed changes while a poll is open.
pub fn who(asked: Asked) -> Result<Asked, UserError> {
    match asked {
        Asked::Unconfirmed(_) | Asked::Nonvoters(_) => Err(phrase!("poll-who-form").into()),
        Asked::Everyone | Asked::Captains | Asked::Team(_) | Asked::Roster(_) => Ok(asked),
    }
}

/// A closing time as typed: one point in time. A day without a clock time means its last minute.
pub fn closing(until: &When) -> Result<Moment, UserError> {
    if until.end.is_some() || until.repeat.is_some() {
        return Err(phrase!("poll-until-one-time").into());
    }
    Ok(until.deadline())
}

/// The closing time of a new poll: the one asked for, if it is ahead; else 24 hours from now, by the wall clock of the
/// person who asks.
pub fn closes(until: Option<Moment>, frame: &Frame) -> Result<Moment, UserError> {
    match until {
        Some(closes) if closes.at <= frame.now => Err(phrase!("poll-until-past", closes = moment closes).into()),
        Some(closes) => Ok(closes),
        None => Ok(Moment::at(whole_minute(frame.now + OPEN_FOR), frame.zone.clone())),
    }
}

/// The next full minute, so that the time people read is the time that counts.
fn whole_minute(at: Instant) -> Instant {
    let over = TimeDelta::seconds(i64::from(at.second())) + TimeDelta::nanoseconds(i64::from(at.nanosecond()));
    if over.is_zero() {
        at
    } else {
        at - over + TimeDelta::minutes(1)
    }
}
