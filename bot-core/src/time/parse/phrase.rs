//! The grammar: from tokens to the parts of a phrase. It judges the order of the words only; which instant they
//! name, and whether there is one, is for [`super::evaluate`].
//!
//! ```text
//! phrase := "in" amount [side] | amount "from now" | {part}
//! part   := side | dash side | repeat | "all day"
//!         | "until" day | "for" n "times" | "for" amount | "starting" day | "next" date, date …   (of a repeat)
//! side   := any order of: ["on"] day, ["at"] clock, part of the day, each at most once
//! day    := "today" | "tomorrow" | ["this" | "next"] weekday | [weekday] date
//! date   := month day [year] | day ["of"] month [year] | 2026-12-05 | 5/12[/2026] | "the" 15th
//! ```
//!
//! A bare hour ("10") counts as a clock time only where something says so: after a day, a repeat or "at", or as an end
//! of a range whose other end is marked. Otherwise the numbers of titles ("Ward 3 sat 10am") would be read as hours.

use std::ops::Range;

use super::clock::{Clock, Face, read_clock};
use super::day::{Day, Named, read_day, skip};
use super::rhythm::{Rule, read_repeat};
use crate::locale::Language;
use crate::time::duration::{Amount, read_amount};
use crate::time::lexer::{Piece, Token};
use crate::time::words::{Part, Term};

/// The parts of a phrase.
#[derive(Debug, Default)]
pub(super) struct Phrase {
    /// "every tue"
    pub(super) repeat: Option<Rule>,
    /// "in 2h"
    pub(super) from_now: Option<Amount>,
    /// The start, or all of it.
    pub(super) start: Side,
    /// The end of a range.
    pub(super) end: Option<Side>,
    /// "all day", or a range of days.
    pub(super) whole_days: bool,
    /// When a repeat ends.
    pub(super) finish: Option<Finish>,
    /// The first day of a repeat.
    pub(super) from: Option<Day>,
    /// The coming dates of a repeat, as an echo has them.
    pub(super) coming: Vec<Date>,
}

/// A coming date of a repeat, and what the clock shows then where that is not what was set.
#[derive(Debug)]
pub(super) struct Date {
    pub(super) day: Day,
    pub(super) clock: Option<[u32; 2]>,
}

/// When a repeat ends.
#[derive(Debug)]
pub(super) enum Finish {
    /// With that day.
    Until(Day),
    /// After so many times.
    Times(u32),
    /// After that long.
    After(Amount),
}

/// One end of a range, or all of a phrase that is none.
#[derive(Debug, Default, Clone)]
pub(super) struct Side {
    /// The day.
    pub(super) day: Option<Day>,
    /// The clock time.
    pub(super) clock: Option<Clock>,
    /// The part of the day.
    part: Option<(Part, Range<usize>)>,
    /// Whether the clock is a bare hour that nothing before it marks as one.
    loose: bool,
    /// Whether the clock comes before the day.
    clock_first: bool,
    /// Whether it ends in a date such as "dec 5", whose day may be the first of a range: "dec 5-7".
    ends_in_day: bool,
}

/// Reads the tokens of a phrase; `None` where they are no `<when>`.
pub(super) fn read(pieces: &[Piece], language: Language) -> Option<Phrase> {
    let mut phrase = Phrase::default();
    let mut rest = phrase.take_from_now(pieces);
    while !rest.is_empty() {
        rest = phrase.take(rest)?;
    }
    phrase.join()?;
    if language == Language::Spanish {
        let sides = [Some(&mut phrase.start), phrase.end.as_mut()];
        let days = sides.into_iter().flatten().filter_map(|side| side.day.as_mut());
        days.chain(&mut phrase.from).for_each(Day::read_day_first);
        if let Some(Finish::Until(day)) = &mut phrase.finish {
            day.read_day_first();
        }
    }
    phrase.says_when().then_some(phrase)
}

impl Phrase {
    /// "in 2h", "2h from now"
    fn take_from_now<'p>(&mut self, pieces: &'p [Piece]) -> &'p [Piece] {
        let after_in = skip(pieces, &[Term::In]);
        let Some((amount, rest)) = read_amount(after_in) else {
            return pieces;
        };
        let after = skip(rest, &[Term::FromNow]);
        if after_in.len() == pieces.len() && after.len() == rest.len() {
            return pieces;
        }
        self.from_now = Some(amount);
        after
    }

    /// Takes what the pieces begin with.
    fn take<'p>(&mut self, pieces: &'p [Piece]) -> Option<&'p [Piece]> {
        let (first, rest) = pieces.split_first()?;
        if self.repeat.is_some()
            && let Some(rest) = self.take_of_repeat(first, rest)
        {
            return Some(rest);
        }
        if self.can_repeat()
            && let Some((rule, rest)) = read_repeat(pieces)
        {
            self.side().part.clone_from(&rule.part);
            self.repeat = Some(rule);
            return Some(rest);
        }
        match first.token {
            Token::Dash | Token::Term(Term::To | Term::Until) => self.begin_end(rest),
            Token::Term(Term::AtOrTo) if self.side().clock.is_some() => {
                let rest = self.begin_end(rest)?;
                self.side().take_clock(rest, true)
            }
            Token::Term(Term::At | Term::AtOrTo) => self.side().take_clock(rest, true),
            Token::Term(Term::From | Term::OfOrFrom) => {
                let clock = skip(rest, &[Term::At, Term::AtOrTo]);
                match read_day_range(clock) {
                    Some((start, end, rest)) => self.take_days(start, end, rest),
                    None => match read_day(rest) {
                        Some(day) => self.side().take_day(day),
                        None => self.side().take_clock(clock, true),
                    },
                }
            }
            Token::Term(Term::Part(part)) => {
                let said = self.repeat.is_some() || self.from_now.is_some();
                self.side().take_part((part, first.span.clone()), rest, said)
            }
            Token::Term(Term::PartOfToday(part)) => {
                let today = Day::from(Named::DaysFromToday(0));
                let rest = self.side().take_day((today, rest))?;
                self.side().take_part((part, first.span.clone()), rest, true)
            }
            Token::Term(Term::AllDay) if !self.whole_days => {
                self.whole_days = true;
                Some(rest)
            }
            Token::Term(Term::On | Term::The) => match read_day(pieces).or_else(|| read_day(rest)) {
                Some(day) => self.side().take_day(day),
                None if matches!(rest.first()?.token, Token::Term(Term::Noon | Term::Midnight)) => Some(rest),
                None => None,
            },
            _ => {
                let marked = self.repeat.is_some();
                if let Some(day) = read_day(pieces) {
                    return self.side().take_day(day);
                }
                self.side().take_clock(pieces, marked)
            }
        }
    }

    /// "until dec 20", "6 times", "for 6 weeks", "starting dec 7", "next Tue 1 Dec, Tue 8 Dec"
    fn take_of_repeat<'p>(&mut self, first: &Piece, rest: &'p [Piece]) -> Option<&'p [Piece]> {
        match first.token {
            Token::Term(Term::Until) if self.finish.is_none() => {
                let (day, rest) = read_day(rest)?;
                self.finish = Some(Finish::Until(day));
                Some(rest)
            }
            Token::Term(Term::For) if self.finish.is_none() => {
                if let Some((amount, rest)) = read_amount(rest) {
                    self.finish = Some(Finish::After(amount));
                    return Some(rest);
                }
                let (count, rest) = rest.split_first()?;
                self.take_times(count, rest)
            }
            Token::Number { .. } => self.take_times(first, rest),
            Token::Term(Term::From | Term::OfOrFrom) if self.from.is_none() => {
                let (day, rest) = read_day(rest)?;
                self.from = Some(day);
                Some(rest)
            }
            Token::Term(Term::Next | Term::Dates) if self.coming.is_empty() => {
                let mut rest = rest;
                while let Some((day, after)) = read_whole_date(rest) {
                    let clock = match after.first().map(|piece| piece.token) {
                        Some(Token::Aside(hour, minute)) => Some([hour, minute]),
                        _ => None,
                    };
                    rest = if clock.is_some() { &after[1..] } else { after };
                    self.coming.push(Date { day, clock });
                }
                (!self.coming.is_empty()).then_some(rest)
            }
            _ => None,
        }
    }

    fn take_times<'p>(&mut self, count: &Piece, rest: &'p [Piece]) -> Option<&'p [Piece]> {
        let (Token::Number { value, .. }, None) = (count.token, &self.finish) else {
            return None;
        };
        let after = skip(rest, &[Term::Times]);
        (after.len() < rest.len()).then(|| self.finish = Some(Finish::Times(value)))?;
        Some(after)
    }

    /// The side that is being read.
    fn side(&mut self) -> &mut Side {
        self.end.as_mut().unwrap_or(&mut self.start)
    }

    /// A repeat stands alone or after a clock time that is plainly one.
    fn can_repeat(&self) -> bool {
        let side = &self.start;
        self.repeat.is_none() && self.from_now.is_none() && side.day.is_none() && !side.loose
    }

    fn begin_end<'p>(&mut self, rest: &'p [Piece]) -> Option<&'p [Piece]> {
        if self.end.is_some() || self.start.is_empty() {
            return None;
        }
        self.end = Some(Side::default());
        // "dec 5-7": the day of the end alone
        if self.start.ends_in_day
            && self.start.clock.is_none()
            && let [
                Piece {
                    token: Token::Number {
                        value: value @ 1..=31, ..
                    },
                    ..
                },
                after @ ..,
            ] = skip(rest, &[Term::On, Term::The])
            && let after = skip(after, &[Term::Ordinal])
            && matches!(
                after.first().map(|piece| piece.token),
                None | Some(Token::Term(Term::AllDay))
            )
            && let Some(Day {
                named: Some(Named::Date { year, month, .. }),
                ..
            }) = &self.start.day
        {
            self.side().day = Some(
                Named::Date {
                    year: *year,
                    month: *month,
                    day: *value,
                }
                .into(),
            );
            return Some(after);
        }
        Some(rest)
    }

    fn take_days<'p>(&mut self, start: Day, end: Day, rest: &'p [Piece]) -> Option<&'p [Piece]> {
        if self.end.is_some() || !self.start.is_empty() {
            return None;
        }
        self.start.day = Some(start);
        self.end = Some(Side {
            day: Some(end),
            ..Side::default()
        });
        Some(rest)
    }

    /// Makes one of the two sides and the part of the day: both have clocks or neither has, and a day at the very end
    /// ("10am-1pm sat") is that of the start.
    fn join(&mut self) -> Option<()> {
        self.start.settle_part()?;
        let Some(end) = &mut self.end else {
            return (!self.whole_days || self.start.clock.is_none()).then_some(());
        };
        end.settle_part()?;
        let start = &mut self.start;
        match (&start.clock, &end.clock) {
            (None, None) => {
                let both = start.day.is_some() && end.day.is_some() && self.repeat.is_none() && self.from_now.is_none();
                self.whole_days = true;
                both.then_some(())
            }
            // "5-7 dec"
            (
                Some(Clock {
                    face: Face::Bare(first @ 1..=31, _),
                    ..
                }),
                None,
            ) if start.loose && start.day.is_none() => {
                let Some(Named::Date { year, month, day }) = end.day.as_ref()?.named else {
                    return None;
                };
                let in_order = *first < day && end.day.as_ref()?.month_last;
                start.day = Some(
                    Named::Date {
                        year,
                        month,
                        day: *first,
                    }
                    .into(),
                );
                start.clock = None;
                start.loose = false;
                self.whole_days = true;
                in_order.then_some(())
            }
            (Some(_), Some(_)) if !self.whole_days => {
                if start.day.is_none() && end.day.is_some() {
                    if !end.clock_first || end.loose {
                        return None;
                    }
                    start.day = end.day.take();
                }
                Some(())
            }
            _ => None,
        }
    }

    /// Whether it says when something is, and every bare hour is marked as one.
    fn says_when(&self) -> bool {
        if self.from_now.is_some() {
            let minutes = self.from_now.is_some_and(|amount| amount.minutes != 0);
            let fits = self.start.clock.is_none() || !minutes;
            return fits && !self.start.loose && self.start.day.is_none() && self.end.is_none() && !self.whole_days;
        }
        let end = self.end.as_ref();
        let says_when = match &self.repeat {
            Some(_) => {
                let offset = |side: &Side| {
                    side.clock
                        .as_ref()
                        .is_some_and(|clock| clock.offset.or(clock.shift).is_some())
                };
                let no_day = |side: &Side| side.day.is_none() && !offset(side);
                no_day(&self.start) && end.is_none_or(no_day)
            }
            None => self.start.day.is_some() || (self.start.clock.is_some() && !self.whole_days),
        };
        let in_a_range = |end: &Side| {
            let other_is_marked = end.clock.as_ref().is_some_and(|clock| !clock.plain);
            other_is_marked || self.start.day.is_some()
        };
        says_when && (!self.start.loose || self.repeat.is_some() || end.is_some_and(in_a_range))
    }
}

/// "5 al 7 de diciembre", "5 to 7 dec", after "from".
fn read_day_range(pieces: &[Piece]) -> Option<(Day, Day, &[Piece])> {
    let [first, to, rest @ ..] = pieces else { return None };
    let (Token::Number { value, digits: 1..=2 }, Token::Dash | Token::Term(Term::To)) = (first.token, to.token) else {
        return None;
    };
    let (end, rest) = read_day(rest)?;
    let Some(Named::Date { year, month, day }) = end.named else {
        return None;
    };
    (1..day).contains(&value).then(|| {
        let start = Named::Date {
            year,
            month,
            day: value,
        };
        (start.into(), end, rest)
    })
}

/// A date with its weekday before it or not: "Tue 1 Dec 2026".
fn read_whole_date(pieces: &[Piece]) -> Option<(Day, &[Piece])> {
    let (day, rest) = read_day(pieces)?;
    if day.named.is_some() {
        return Some((day, rest));
    }
    let (date, rest) = read_day(rest)?;
    Some((day.and(date)?, rest))
}

impl Side {
    fn is_empty(&self) -> bool {
        self.day.is_none() && self.clock.is_none() && self.part.is_none()
    }

    fn take_day<'p>(&mut self, (day, rest): (Day, &'p [Piece])) -> Option<&'p [Piece]> {
        self.clock_first |= self.clock.is_some();
        self.ends_in_day = day.month_first;
        self.day = Some(match self.day.take() {
            None => day,
            Some(before) => before.and(day)?,
        });
        Some(rest)
    }

    /// A part of the day says more of a day or of a clock time: "sat evening", "8 in the evening".
    fn take_part<'p>(&mut self, part: (Part, Range<usize>), rest: &'p [Piece], said: bool) -> Option<&'p [Piece]> {
        if (self.is_empty() && !said) || self.part.is_some() {
            return None;
        }
        self.part = Some(part);
        Some(rest)
    }

    /// A bare hour is marked by "at" or by a day before it, unless that is a number and a month: "2 dec 5" may be
    /// the end of a title and the fifth of December.
    fn take_clock<'p>(&mut self, pieces: &'p [Piece], at: bool) -> Option<&'p [Piece]> {
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
    fn settle_part(&mut self) -> Option<()> {
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
