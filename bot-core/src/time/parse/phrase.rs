//! The grammar: from tokens to the parts of a phrase. It judges the order of the words only; which instant they
//! name, and whether there is one, is for [`super::evaluate`].
//!
//! ```text
//! phrase := "in" amount [clock] | [repeat] side [dash side]
//! side   := any order of: ["on"] day, ["at"] clock, each at most once
//! day    := "today" | "tomorrow" | ["this" | "next"] weekday | [weekday] date
//! date   := month day [year] | day ["of"] month [year] | 2026-12-05 | 5/12[/2026]
//! ```
//!
//! A bare hour ("10") counts as a clock time only where something says so: after a day or "at", or as an end of a
//! range whose other end is marked. Otherwise the numbers of titles ("Ward 3 sat 10am") would be read as hours.

use super::clock::{Clock, read_clock};
use super::day::{Day, read_day};
use super::rhythm::read_repeat;
use crate::time::Repeat;
use crate::time::duration::{Amount, read_amount};
use crate::time::error::Reason;
use crate::time::lexer::{Piece, Token};
use crate::time::words::Term;

/// The parts of a phrase.
#[derive(Debug)]
pub(super) struct Phrase {
    /// "every tue"; what is wrong with it, where its number is out of range.
    pub(super) repeat: Option<Result<Repeat, Reason>>,
    /// "in 2h"
    pub(super) from_now: Option<Amount>,
    /// The start, or all of it.
    pub(super) start: Side,
    /// The end of a range.
    pub(super) end: Option<Side>,
}

/// One end of a range, or all of a phrase that is none.
#[derive(Debug, Default, Clone)]
pub(super) struct Side {
    /// The day.
    pub(super) day: Option<Day>,
    /// The clock time.
    pub(super) clock: Option<Clock>,
    /// Whether the clock is a bare hour that nothing before it marks as one.
    loose: bool,
    /// Whether the clock comes before the day.
    clock_first: bool,
}

/// Reads the tokens of a phrase; `None` where they are no `<when>`.
pub(super) fn read(pieces: &[Piece]) -> Option<Phrase> {
    match pieces.split_first()? {
        (first, rest) if first.token == Token::Term(Term::In) => read_from_now(rest),
        _ => read_dated(pieces),
    }
}

/// "2h", "3 days at 10am", after "in".
fn read_from_now(pieces: &[Piece]) -> Option<Phrase> {
    let (amount, rest) = read_amount(pieces)?;
    let start = read_side(rest)?;
    let fits = start.clock.is_none() || (amount.minutes == 0 && !start.loose);
    (fits && start.day.is_none()).then_some(Phrase {
        repeat: None,
        from_now: Some(amount),
        start,
        end: None,
    })
}

fn read_dated(pieces: &[Piece]) -> Option<Phrase> {
    let (repeat, rest) = match read_repeat(pieces) {
        Some((repeat, rest)) => (Some(repeat), rest),
        None => (None, pieces),
    };
    let mut sides = rest.split(|piece| matches!(piece.token, Token::Dash | Token::Term(Term::To)));
    let mut start = read_side(sides.next()?)?;
    let mut end = sides.next().map_or(Some(None), |side| read_side(side).map(Some))?;
    if sides.next().is_some() {
        return None;
    }
    if let Some(end) = &mut end {
        join(&mut start, end)?;
    }
    let says_when = match repeat {
        Some(_) => start.day.is_none() && end.as_ref().is_none_or(|end| end.day.is_none()),
        None => start.day.is_some() || start.clock.is_some(),
    };
    let in_a_range = |end: &Side| {
        let other_is_marked = end.clock.as_ref().is_some_and(|clock| !clock.is_bare());
        other_is_marked || start.day.is_some()
    };
    let hour_is_marked = !start.loose || repeat.is_some() || end.as_ref().is_some_and(in_a_range);
    (says_when && hour_is_marked).then_some(Phrase {
        repeat,
        from_now: None,
        start,
        end,
    })
}

/// Makes a range of two sides: both have clocks, and a day at the very end ("10am-1pm sat") is that of the start.
fn join(start: &mut Side, end: &mut Side) -> Option<()> {
    start.clock.as_ref()?;
    end.clock.as_ref()?;
    if start.day.is_none() && end.day.is_some() {
        if !end.clock_first || end.loose {
            return None;
        }
        start.day = end.day.take();
    }
    Some(())
}

fn read_side(pieces: &[Piece]) -> Option<Side> {
    let mut side = Side::default();
    let mut rest = pieces;
    while let Some((first, after)) = rest.split_first() {
        rest = match first.token {
            Token::Term(Term::At) => side.take_clock(after, true)?,
            Token::Term(Term::On) => side.take_day(read_day(after)?)?,
            _ => match read_day(rest) {
                Some(day) => side.take_day(day)?,
                None => side.take_clock(rest, false)?,
            },
        };
    }
    Some(side)
}

impl Side {
    fn take_day<'p>(&mut self, (day, rest): (Day, &'p [Piece])) -> Option<&'p [Piece]> {
        self.clock_first |= self.clock.is_some();
        self.day = Some(match self.day.take() {
            None => day,
            Some(before) => before.and(day)?,
        });
        Some(rest)
    }

    /// A bare hour is marked by "at" or by a day before it, unless that is a number and a month: "2 dec 5" may be
    /// the end of a title and the fifth of December.
    fn take_clock<'p>(&mut self, pieces: &'p [Piece], at: bool) -> Option<&'p [Piece]> {
        let (clock, rest) = read_clock(pieces)?;
        if self.clock.is_some() {
            return None;
        }
        let marked = at || self.day.as_ref().is_some_and(|day| !day.ends_in_month);
        self.loose = clock.is_bare() && !marked;
        self.clock = Some(clock);
        Some(rest)
    }
}
