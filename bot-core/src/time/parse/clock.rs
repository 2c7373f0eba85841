//! Clock times: "10am", "17:00", "noon", a bare "10", and the hours that are left to guess in a range.

use std::ops::Range;

use chrono::NaiveTime;

use crate::time::lexer::{Piece, Token};
use crate::time::words::Term;

/// A clock time as it was written.
#[derive(Debug, Clone)]
pub(super) struct Clock {
    /// What it looks like.
    pub(super) face: Face,
    /// Where it stands in the text.
    pub(super) span: Range<usize>,
    /// The offset that tells apart the two times of an hour that comes twice, in seconds.
    pub(super) offset: Option<i32>,
}

/// What a clock time looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Face {
    /// "10am", "10:30 pm", "noon": hour, minute, second of a twelve-hour clock; whether after noon.
    Half([u32; 3], bool),
    /// "17:00": hour, minute, second of a 24-hour clock.
    Full([u32; 3]),
    /// "10": an hour, and whether it is plainly of a 24-hour clock ("05", "13", "0").
    Bare(u32, bool),
    /// "midnight": the first instant of a day or its last.
    Midnight,
}

/// A clock time that is settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hour {
    /// The time.
    pub(super) time: NaiveTime,
    /// Whether it is 24:00, which is 00:00 on the next day.
    pub(super) next_day: bool,
    /// As in [`Clock`].
    pub(super) offset: Option<i32>,
}

/// What clock times come to.
#[derive(Debug)]
pub(super) enum Settled {
    /// The start and the end, where there is one.
    One(Hour, Option<Hour>),
    /// Several readings: the words to write in place of others.
    Several(Vec<Reading>),
    /// No clock shows that.
    Impossible,
}

/// Words to write at places of the text to make it read in one way.
pub(super) type Reading = Vec<(Range<usize>, String)>;

const DAY: i64 = 24 * 60 * 60;

/// A clock time at the head of the pieces, and the pieces after it.
pub(super) fn read_clock(pieces: &[Piece]) -> Option<(Clock, &[Piece])> {
    let (first, rest) = pieces.split_first()?;
    let half = match rest.first().map(|piece| piece.token) {
        Some(Token::Term(Term::Am)) => Some(false),
        Some(Token::Term(Term::Pm)) => Some(true),
        _ => None,
    };
    let face = match (first.token, half) {
        (Token::Term(Term::Noon), None) => Face::Half([12, 0, 0], true),
        (Token::Term(Term::Midnight), None) => Face::Midnight,
        (Token::Clock(h, m, s), None) => Face::Full([h, m, s]),
        (Token::Clock(h, m, s), Some(pm)) => Face::Half([h, m, s], pm),
        (Token::Number { value, digits: 1..=2 }, Some(pm)) => Face::Half([value, 0, 0], pm),
        (
            Token::Number {
                value,
                digits: digits @ 1..=2,
            },
            None,
        ) => {
            let of_24_hours = value == 0 || value > 12 || (digits == 2 && value < 10);
            Face::Bare(value, of_24_hours)
        }
        _ => return None,
    };
    let (last, rest) = match half {
        Some(_) => rest.split_first()?,
        None => (first, rest),
    };
    let (offset, rest) = match rest {
        [
            Piece {
                token: Token::Offset(seconds),
                ..
            },
            after @ ..,
        ] => (Some(*seconds), after),
        _ => (None, rest),
    };
    let span = first.span.start..last.span.end;
    Some((Clock { face, span, offset }, rest))
}

/// Settles a clock time, or the two of a range on one day. A bare hour from 1 to 7 may be in the morning or in the
/// afternoon and is asked about; one from 8 to 12 is in the morning ("sat 10").
pub(super) fn settle(start: &Clock, end: Option<&Clock>, on_a_day: bool) -> Settled {
    match end {
        None => settle_one(start, on_a_day),
        Some(end) => settle_range(start, end, on_a_day),
    }
}

fn settle_one(clock: &Clock, on_a_day: bool) -> Settled {
    match clock.face {
        Face::Bare(1..=7, false) => several(&[clock], &[&["am"], &["pm"]]),
        Face::Midnight if on_a_day => Settled::Several(vec![
            vec![(clock.span.clone(), "00:00".to_owned())],
            vec![(clock.span.clone(), "24:00".to_owned())],
        ]),
        face => match exact(face) {
            Some(seconds) => Settled::One(clock.at(seconds), None),
            None => Settled::Impossible,
        },
    }
}

fn settle_range(start: &Clock, end: &Clock, on_a_day: bool) -> Settled {
    use Face::{Bare, Full, Half};
    let settled = |start_at: Option<i64>, end_at: Option<i64>| match (start_at, end_at) {
        (Some(start_at), Some(end_at)) => Settled::One(start.at(start_at), Some(end.at(end_at))),
        _ => Settled::Impossible,
    };
    match (start.face, end.face) {
        (Bare(0 | 13.., _), _) | (_, Bare(0 | 13.., _)) => settled(exact(start.face), exact(end.face)),
        (Bare(early, false), Bare(late, false)) if early < 8 || late <= early => {
            let [am, pm] = [false, true].map(|pm| {
                let early = halved(early, pm);
                let late = nearest_half(late, |late| late - early);
                [is_pm(early), is_pm(late)]
            });
            several(&[start, end], &[&am, &pm])
        }
        // "10-1pm": the longest possible start before the end is half a day before it
        (Bare(hour, false), Half(..) | Face::Midnight) => match exact(end.face) {
            Some(end_at) => settled(Some(nearest_half(hour, |hour| end_at - hour)), Some(end_at)),
            None => Settled::Impossible,
        },
        (Half(..), Bare(hour, false)) => match exact(start.face) {
            Some(from) => settled(Some(from), Some(nearest_half(hour, |hour| hour - from))),
            None => Settled::Impossible,
        },
        (Full(from), Bare(hour, false)) if from[0] >= hour => {
            let Some(from) = exact(start.face) else {
                return Settled::Impossible;
            };
            let nearest = nearest_half(hour, |hour| hour - from);
            if exact(end.face) == Some(nearest) {
                settled(Some(from), Some(nearest))
            } else {
                several(&[end], &[&["am"], &["pm"]])
            }
        }
        (Face::Midnight, _) if on_a_day => settle_one(start, on_a_day),
        (start, end) => settled(exact(start), exact(end)),
    }
}

impl Clock {
    /// Whether it is an hour and nothing else, such as "10".
    pub(super) fn is_bare(&self) -> bool {
        matches!(self.face, Face::Bare(..))
    }

    fn at(&self, seconds: i64) -> Hour {
        let time = u32::try_from(seconds % DAY)
            .ok()
            .and_then(|seconds| NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0));
        Hour {
            time: time.unwrap_or_default(),
            next_day: seconds == DAY,
            offset: self.offset,
        }
    }
}

/// The seconds after midnight of a face that reads in one way; `None` where no clock shows it.
fn exact(face: Face) -> Option<i64> {
    let [hour, minute, second] = match face {
        Face::Half([hour @ 1..=12, minute, second], pm) => [hour % 12 + if pm { 12 } else { 0 }, minute, second],
        Face::Half(..) => return None,
        Face::Full(time) => time,
        Face::Bare(hour, _) => [hour, 0, 0],
        Face::Midnight => [0, 0, 0],
    };
    let seconds = i64::from(hour * 3600 + minute * 60 + second);
    (minute < 60 && second < 60 && seconds <= DAY).then_some(seconds)
}

/// The seconds after midnight of an hour of the twelve-hour clock.
fn halved(hour: u32, pm: bool) -> i64 {
    i64::from(hour % 12 + if pm { 12 } else { 0 }) * 3600
}

fn is_pm(seconds: i64) -> &'static str {
    if seconds >= DAY / 2 { "pm" } else { "am" }
}

/// Of the two times of a bare hour the one for which the range is the shorter; `length` may be negative over
/// midnight.
fn nearest_half(hour: u32, length: impl Fn(i64) -> i64) -> i64 {
    let real_length = |seconds: i64| match length(seconds).rem_euclid(DAY) {
        0 => DAY,
        length => length,
    };
    let [am, pm] = [false, true].map(|pm| halved(hour, pm));
    if real_length(am) <= real_length(pm) { am } else { pm }
}

/// The readings in which these bare hours are followed by these halves of the day.
fn several(clocks: &[&Clock], halves: &[&[&str]]) -> Settled {
    let reading = |halves: &&[&str]| -> Reading {
        let written = clocks.iter().zip(*halves);
        written
            .map(|(clock, half)| match clock.face {
                Face::Bare(hour, _) => (clock.span.clone(), format!("{hour}{half}")),
                _ => (clock.span.clone(), String::new()),
            })
            .collect()
    };
    Settled::Several(halves.iter().map(reading).collect())
}
