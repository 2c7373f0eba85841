//! `<when>` as people type it, in English and Spanish.
//!
//! The rules, where people may disagree:
//! - a weekday, a clock time or a date without a year is the next such one after now, today included;
//! - "fri" and "this fri" are the coming Friday; "next fri" is the Friday of next week, where weeks begin on Monday;
//! - "sat 10" is 10:00; a bare hour from 1 to 7 is asked about, and so is "5/12" in English, unless only one
//!   reading is possible; in Spanish it is 5 December;
//! - a range whose end has the earlier clock time ends on the next day;
//! - a part of the day without a clock time is its hour: morning 9, afternoon 15, evening 19, night 20;
//! - "el próximo viernes" is the first Friday after today;
//! - "in 2h" is rounded up to a whole minute, since that is what people are shown.
//!
//! In parts: [`place`] finds the zone; [`phrase`] is the grammar, made of [`day`], [`clock`] and [`rhythm`]; [`evaluate`] finds the instants.

mod clock;
mod day;
mod evaluate;
mod phrase;
mod place;
mod rhythm;

use chrono::NaiveTime;

use self::clock::{Reading, Settled};
use self::evaluate::Trouble;
use self::place::Place;
use self::rhythm::Rule;
use super::error::quoted;
use super::lexer::{Piece, Token, lex};
use super::words::Words;
use super::{Frame, Repeat, When, WhenError};
use crate::locale::Language;

/// The longest text in bytes that may be a time; nothing longer is looked at.
pub(crate) const LONGEST: usize = 400;

/// Reads a `<when>`: `sat 10am-1pm`, `tomorrow 17:00`, `dec 5 10-13`, `in 2h`, `every tue 18:30`, each with a zone
/// if need be (`America/Chicago`, `New York time`, `10am London`).
pub fn parse_when(text: &str, frame: &Frame) -> Result<When, WhenError> {
    read(text, frame, true)
}

/// The same, where other text follows: a city is then named with "time" only.
pub(super) fn parse_before_text(text: &str, frame: &Frame) -> Result<When, WhenError> {
    read(text, frame, false)
}

fn read(text: &str, frame: &Frame, bare_city: bool) -> Result<When, WhenError> {
    let not_a_time = || WhenError::NotATime {
        typed: quoted(text.trim()),
    };
    if text.len() > LONGEST {
        return Err(not_a_time());
    }
    let tidy = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = without_notes(&tidy);
    let (phrase_text, zone) = match place::find(&plain, bare_city) {
        Place::Unnamed => (plain, frame.zone.clone()),
        Place::Named(rest, zone) => (rest, zone),
        Place::Twice => return Err(not_a_time()),
        Place::Several(readings) => {
            let reads = |reading: &String| !matches!(parse_when(reading, frame), Err(WhenError::NotATime { .. }));
            let readings: Vec<String> = readings.into_iter().filter(reads).collect();
            let typed = quoted(&tidy);
            return Err(if readings.is_empty() {
                not_a_time()
            } else {
                WhenError::Ambiguous { typed, readings }
            });
        }
    };
    let pieces = lex(&phrase_text, Words::of(frame.language)).ok_or_else(not_a_time)?;
    let phrase = phrase::read(&pieces, frame.language).ok_or_else(not_a_time)?;
    let typed = quoted(&tidy);
    evaluate::when(&phrase, frame.now, &zone).or_else(|trouble| match trouble {
        Trouble::Impossible(reason) => Err(WhenError::Impossible { typed, reason }),
        Trouble::Past(moment) => Err(WhenError::Past { typed, moment }),
        Trouble::Several(readings) => {
            let readings = readings.iter().map(|reading| rewritten(&tidy, reading));
            choose(&typed, readings.collect(), frame)
        }
        Trouble::EitherDate(readings) => {
            let readings = readings.iter().map(|reading| with_iso_date(&tidy, reading, frame));
            choose(&typed, readings.collect(), frame)
        }
    })
}

/// The one reading that is possible; or the question which of several is meant.
fn choose(typed: &str, readings: Vec<String>, frame: &Frame) -> Result<When, WhenError> {
    let mut possible: Vec<(String, When)> = Vec::new();
    let mut trouble = None;
    let mut open = readings;
    open.reverse();
    while let Some(reading) = open.pop() {
        match parse_when(&reading, frame) {
            Ok(when) => {
                if possible.iter().all(|(_, other)| *other != when) {
                    possible.push((reading, when));
                }
            }
            Err(WhenError::Ambiguous { readings, .. }) => open.extend(readings.into_iter().rev()),
            Err(error) => {
                trouble.get_or_insert(error);
            }
        }
    }
    match (possible.len(), possible.pop(), trouble) {
        (1, Some((_, when)), _) => Ok(when),
        (0, _, Some(trouble)) => Err(trouble.quoting(typed)),
        (_, last, _) => Err(WhenError::Ambiguous {
            typed: typed.to_owned(),
            readings: possible.into_iter().chain(last).map(|(reading, _)| reading).collect(),
        }),
    }
}

/// The text with the words of a reading in it.
fn rewritten(text: &str, reading: &Reading) -> String {
    let mut rewritten = text.to_owned();
    for (span, words) in reading.iter().rev() {
        rewritten.replace_range(span.clone(), words);
    }
    rewritten
}

/// The text with a date as `2026-12-05` in place of the words of a reading ("dec 5"); with these words, where the
/// year is not to be found.
fn with_iso_date(text: &str, reading: &Reading, frame: &Frame) -> String {
    let worded = rewritten(text, reading);
    let Ok(when) = parse_when(&worded, frame) else {
        return worded;
    };
    let date = when.start.local.date().format("%Y-%m-%d").to_string();
    let dated: Reading = reading.iter().map(|(span, _)| (span.clone(), date.clone())).collect();
    rewritten(text, &dated)
}

/// The text with what an echo notes beside a rule blanked.
fn without_notes(text: &str) -> String {
    let mut text = text.to_owned();
    for language in Language::ALL {
        let note = Words::of(language).rules.short_months;
        text = text.replace(note, &" ".repeat(note.len()));
    }
    text
}

/// A repeat and nothing else: "every 2 weeks on mon".
pub(crate) fn repeat_alone(pieces: &[Piece]) -> Option<Repeat> {
    match rhythm::read_repeat(pieces)? {
        (
            Rule {
                repeat: Ok(repeat),
                part: None,
            },
            [],
        ) => Some(repeat),
        _ => None,
    }
}

/// One clock time and nothing else: "8:00", "8am".
pub(crate) fn clock_alone(pieces: &[Piece]) -> Option<NaiveTime> {
    let (clock, rest) = clock::read_clock(pieces, false)?;
    match clock::settle(&clock, None, false) {
        Settled::One(start, None) if rest.is_empty() => Some(start.time),
        _ => None,
    }
}

/// Two clock times and nothing else: "21:00-08:00", "9pm-8am".
pub(crate) fn clocks_alone(pieces: &[Piece]) -> Option<(NaiveTime, NaiveTime)> {
    let (start, rest) = clock::read_clock(pieces, false)?;
    let (dash, rest) = rest.split_first()?;
    let (end, rest) = clock::read_clock(rest, false)?;
    match clock::settle(&start, Some(&end), false) {
        Settled::One(start, Some(end)) if dash.token == Token::Dash && rest.is_empty() => Some((start.time, end.time)),
        _ => None,
    }
}
