//! One side of a phrase: a day, a clock time, a part of the day.

use std::ops::Range;

use crate::time::lexer::Piece;
use crate::time::parse::clock::{Clock, read_clock};
use crate::time::parse::day::Day;
use crate::time::words::Part;

/// One end of a range, or all of a phrase that is none.
#[derive(Debug, Default, Clone)]
pub(in crate::time::parse) struct Side {
    /// The day.
    pub(in crate::time::parse) day: Option<Day>,
    /// The clock time.
    pub(in crate::time::parse) clock: Option<Clock>,
    /// The part of the day.
    pub(super) part: Option<(Part, Range<usize>)>,
    /// Whether the clock is a bare hour that nothing before it marks as one.
    pub(super) loose: bool,
    /// Whether the clock comes before the day.
    pub(super) clock_first: bool,
    /// Whether it ends in a date such as "dec 5", whose day may be the first of a range: "dec 5-7".
    pub(super) ends_in_day: bool,
}

impl Side {
    pub(super) fn is_empty(&self) -> bool {
        self.day.is_none() && self.clock.is_none() && self.part.is_none()
    }

    pub(super) fn take_day<'p>(&mut self, (day, rest): (Day, &'p [Piece])) -> Option<&'p [Piece]> {
        self.clock_first |= self.clock.is_some();
        self.ends_in_day = day.month_first;
        self.day = Some(match self.day.take() {
            None => day,
            Some(before) => before.and(day)?,
        });
        Some(rest)
    }

    /// A part of the day says more of a day or of a clock time: "sat evening", "8 in the evening".
    pub(super) fn take_part<'p>(
        &mut self,
        part: (Part, Range<usize>),
        rest: &'p [Piece],
        said: bool,
    ) -> Option<&'p [Piece]> {
        if (self.is_empty() && !said) || self.part.is_some() {
            return None;
        }
        self.part = Some(part);
        Some(rest)
    }

    /// A bare hour is marked by "at" or by a day before it, unless that is a number and a month: "2 dec 5" may be
    /// the end of a title and the fifth of December.
    pub(super) fn take_clock<'p>(&mut self, pieces: &'p [Piece], at: bool) -> Option<&'p [Piece]> {
        let (clock, rest) = read_clock(pieces, at)?;
        if self.clock.is_some() {
            return None;
        }
        let marked = at || self.part.is_some() || self.day.as_ref().is_some_and(|day| !day.ends_in_month);
        self.loose = clock.plain && !marked;
        self.clock = Some(clock);
        Some(rest)
    }

    /// "8 in the evening" is one clock time; a part of a day without one begins at its hour.
    pub(super) fn settle_part(&mut self) -> Option<()> {
        let Some((part, span)) = self.part.take() else {
            return Some(());
        };
        match &mut self.clock {
            Some(clock) => {
                clock.in_part(part, &span)?;
                self.loose = false;
            }
            None => self.clock = Some(Clock::of_part(part, span)?),
        }
        Some(())
    }
}
