//! What a new poll must be like, and when it closes.

use std::collections::HashSet;

use chrono::{TimeDelta, Timelike};

use super::ballot::folded;
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

/// The options as asked: yes and no where none are given; else two or more, no two the same but for case.
pub fn options(typed: Vec<String>, voice: &Voice) -> Result<Vec<String>, UserError> {
    if typed.is_empty() {
        return Ok(vec![voice.text(&phrase!("poll-yes")), voice.text(&phrase!("poll-no"))]);
    }
    if typed.len() == 1 {
        return Err(phrase!("poll-one-option", option = user typed[0]).into());
    }
    let mut seen = HashSet::new();
    match typed.iter().find(|option| !seen.insert(folded(option))) {
        Some(twice) => Err(phrase!("poll-option-twice", option = user twice).into()),
        None => Ok(typed),
    }
}

/// The closing time of a new poll: what was asked for, else 24 hours from now.
pub fn closing(until: Option<&When>, frame: &Frame) -> Result<Moment, UserError> {
    match until {
        Some(until) => moment(until, frame),
        None => Ok(Moment::at(whole_minute(frame.now + OPEN_FOR), frame.zone.clone())),
    }
}

/// A closing time as asked for: one point in time, ahead of now. A day without a clock time means the last minute of that day.
pub fn moment(until: &When, frame: &Frame) -> Result<Moment, UserError> {
    if until.end.is_some() || until.repeat.is_some() {
        return Err(phrase!("poll-until-one-time").into());
    }
    let closes = if until.timed {
        until.start.clone()
    } else {
        last_minute(&until.start)
    };
    if closes.at <= frame.now {
        return Err(phrase!("poll-until-past", closes = moment closes).into());
    }
    Ok(closes)
}

fn last_minute(day: &Moment) -> Moment {
    let local = day.local.date().and_hms_opt(23, 59, 0).unwrap_or(day.local);
    Moment::new(local, day.zone.clone())
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
