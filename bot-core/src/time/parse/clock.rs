//! Clock times: "10am", "17:00", "noon", a bare "10", and the hours that are left to guess in a range.

use std::ops::Range;

use chrono::NaiveTime;

use crate::time::lexer::{Piece, Token};
use crate::time::words::{Part, Term, Unit};

/// A clock time as it was written.
#[derive(Debug, Clone)]
pub(super) struct Clock {
    /// What it looks like.
    pub(super) face: Face,
    /// Where it stands in the text.
    pub(super) span: Range<usize>,
    /// The offset that tells apart the two times of an hour that comes twice, in seconds.
    pub(super) offset: Option<i32>,
    /// The offset that the clock itself is of, in seconds: "T10:00+01:00".
    pub(super) shift: Option<i32>,
    /// Whether only what is before it can tell that it is a clock time: "10", "18.30".
    pub(super) plain: bool,
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
    /// "7 y media": an hour of a twelve-hour clock and minutes.
    BarePast(u32, u32),
    /// "12 in the morning": midnight or noon, and minutes.
    EitherTwelve(u32),
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
    /// As in [`Clock`].
    pub(super) shift: Option<i32>,
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

/// A clock time at the head of the pieces, and the pieces after it. Where something before it says that it is one,
/// `marked`, "18h" and "10h30" are clock times too.
pub(super) fn read_clock(pieces: &[Piece], marked: bool) -> Option<(Clock, &[Piece])> {
    let (first, rest) = pieces.split_first()?;
    let (early, first, rest) = match first.token {
        Token::Term(Term::PastNext(minutes)) => {
            let (hour, rest) = rest.split_first()?;
            (Some((minutes, first.span.start)), hour, rest)
        }
        _ => (None, first, rest),
    };
    let plain = matches!(first.token, Token::Number { .. } | Token::Dotted(..));
    let face = match first.token {
        Token::Term(Term::Noon) => Face::Half([12, 0, 0], true),
        Token::Term(Term::Midnight) => Face::Midnight,
        Token::Clock(h, m, s) => Face::Full([h, m, s]),
        Token::Dotted(h, m) => Face::Full([h, m, 0]),
        Token::Number {
            value,
            digits: digits @ 1..=2,
        } => Face::Bare(value, value == 0 || value > 12 || (digits == 2 && value < 10)),
        _ => return None,
    };
    let mut clock = Clock {
        face,
        span: early.map_or(first.span.start, |(_, start)| start)..first.span.end,
        offset: None,
        shift: None,
        plain: plain && early.is_none(),
    };
    if let Some((minutes, _)) = early {
        clock.past(minutes)?;
    }
    Some(clock.and_what_follows(rest, marked))
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
        Face::Bare(1..=7, false) | Face::BarePast(1..=7, _) => several(&[clock], &[&["am"], &["pm"]]),
        Face::EitherTwelve(minute) => Settled::Several(vec![
            vec![(clock.span.clone(), format!("12:{minute:02}"))],
            vec![(clock.span.clone(), format!("00:{minute:02}"))],
        ]),
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
    if let Some(settled) = settle_minutes(start, end) {
        return settled;
    }
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

/// A range with "12 in the morning" or "half past 7" in it: asked about first where either may mean two times.
fn settle_minutes(start: &Clock, end: &Clock) -> Option<Settled> {
    for clock in [start, end] {
        if matches!(clock.face, Face::EitherTwelve(_)) {
            return Some(settle_one(clock, false));
        }
        if let Face::BarePast(..) = clock.face {
            return Some(several(&[clock], &[&["am"], &["pm"]]));
        }
    }
    None
}

impl Clock {
    /// "am", "y media", "(UTC-5)", "h" after the hour.
    fn and_what_follows(mut self, mut rest: &[Piece], marked: bool) -> (Self, &[Piece]) {
        while let Some((piece, after)) = rest.split_first() {
            let understood = match piece.token {
                Token::Term(Term::Am) => self.halve(false),
                Token::Term(Term::Pm) => self.halve(true),
                Token::Term(Term::Noon) if matches!(self.face, Face::Bare(12, _)) => self.halve(true),
                Token::Term(Term::AndHalf) => self.past(30),
                Token::Term(Term::Past(minutes)) => self.past(minutes),
                Token::Offset(seconds) if self.offset.is_none() => {
                    self.offset = Some(seconds);
                    rest = after;
                    continue; // what is written in its place keeps the offset
                }
                Token::Shift(seconds) => {
                    self.shift = Some(seconds);
                    Some(())
                }
                Token::Term(Term::Unit(Unit::Hour)) if marked || !self.plain => self.of_24_hours(after),
                _ => None,
            };
            if understood.is_none() {
                break;
            }
            self.span.end = piece.span.end;
            rest = after;
            if let (Token::Term(Term::Unit(Unit::Hour)), Some(([minutes], after))) =
                (piece.token, rest.split_at_checked(1))
                && let Token::Number { value, digits: 2 } = minutes.token
                && minutes.span.start == piece.span.end
                && let Face::Bare(hour, _) = self.face
            {
                self.face = Face::Full([hour, value, 0]);
                self.span.end = minutes.span.end;
                rest = after;
            }
        }
        (self, rest)
    }

    fn halve(&mut self, pm: bool) -> Option<()> {
        self.face = match self.face {
            Face::Full(time) => Face::Half(time, pm),
            Face::Bare(hour, _) => Face::Half([hour, 0, 0], pm),
            Face::BarePast(hour, minute) => Face::Half([hour, minute, 0], pm),
            Face::Half(..) | Face::EitherTwelve(_) | Face::Midnight => return None,
        };
        self.plain = false;
        Some(())
    }

    /// "18 h", "18:30 h"; "7h" may still be in the evening.
    fn of_24_hours(&mut self, after: &[Piece]) -> Option<()> {
        let glued = after.first().map(|piece| piece.token);
        match self.face {
            Face::Bare(..) | Face::Full(_) if !matches!(glued, Some(Token::Term(Term::Unit(_)))) => Some(()),
            _ => None,
        }
    }

    /// So many minutes past the hour, or before it.
    fn past(&mut self, minutes: i32) -> Option<()> {
        let Face::Bare(hour, of_24_hours) = self.face else {
            return None;
        };
        let hour = if minutes < 0 {
            if hour == 1 && !of_24_hours {
                12
            } else {
                hour.checked_sub(1)?
            }
        } else {
            hour
        };
        let minute = minutes.rem_euclid(60).cast_unsigned();
        self.face = if of_24_hours || hour == 0 || hour > 12 {
            Face::Full([hour, minute, 0])
        } else {
            Face::BarePast(hour, minute)
        };
        self.plain = false;
        Some(())
    }

    /// The clock time in that part of the day; `None` where the two do not go together.
    pub(super) fn in_part(&mut self, part: Part, span: &Range<usize>) -> Option<()> {
        let adjacent = self.span.end <= span.start;
        let time = match self.face {
            Face::Bare(hour, false) => [hour, 0, 0],
            Face::BarePast(hour, minute) => [hour, minute, 0],
            Face::Full([hour @ 1..=12, minute, second]) if (part, hour) != (Part::Morning, 12) => {
                [hour, minute, second]
            }
            face => {
                let hour = exact(face)? / 3600;
                let hours = match part {
                    Part::Small => 0..=6,
                    Part::Morning => 0..=12,
                    Part::Afternoon => 12..=21,
                    Part::Evening | Part::Night => 17..=24,
                };
                return hours.contains(&hour).then_some(());
            }
        };
        let [hour, minute, second] = time;
        self.face = match (part, hour) {
            (Part::Morning, 12) => Face::EitherTwelve(minute),
            (Part::Small, 1..=6 | 12) | (Part::Morning, 1..=11) => Face::Half(time, false),
            (Part::Afternoon, 1..=9 | 12) | (Part::Evening | Part::Night, 5..=11) => Face::Half(time, true),
            (Part::Night, 12) if minute == 0 && second == 0 => Face::Full([24, 0, 0]),
            _ => return None,
        };
        self.plain = false;
        if adjacent {
            self.span.end = span.end;
        }
        Some(())
    }

    /// When a part of the day begins, where no clock time is named with it.
    pub(super) fn of_part(part: Part, span: Range<usize>) -> Option<Self> {
        let hour = match part {
            Part::Small => return None,
            Part::Morning => 9,
            Part::Afternoon => 15,
            Part::Evening => 19,
            Part::Night => 20,
        };
        Some(Self {
            face: Face::Full([hour, 0, 0]),
            span,
            offset: None,
            shift: None,
            plain: false,
        })
    }

    fn at(&self, seconds: i64) -> Hour {
        let time = u32::try_from(seconds % DAY)
            .ok()
            .and_then(|seconds| NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0));
        Hour {
            time: time.unwrap_or_default(),
            next_day: seconds == DAY,
            offset: self.offset,
            shift: self.shift,
        }
    }
}

/// The seconds after midnight of a face that reads in one way; `None` where no clock shows it.
fn exact(face: Face) -> Option<i64> {
    let [hour, minute, second] = match face {
        Face::Half([hour @ 1..=12, minute, second], pm) => [hour % 12 + if pm { 12 } else { 0 }, minute, second],
        Face::Half(..) | Face::EitherTwelve(_) => return None,
        Face::Full(time) => time,
        Face::Bare(hour, _) => [hour, 0, 0],
        Face::BarePast(hour, minute) => [hour, minute, 0],
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
                Face::BarePast(hour, minute) => (clock.span.clone(), format!("{hour}:{minute:02}{half}")),
                _ => (clock.span.clone(), String::new()),
            })
            .collect()
    };
    Settled::Several(halves.iter().map(reading).collect())
}
