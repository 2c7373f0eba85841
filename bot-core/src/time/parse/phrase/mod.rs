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
//!
//! In parts: `side`, one end of a range; `range`, both; `repeated`, what is said of a repeat only.

mod range;
mod repeated;
mod side;

use super::day::{Day, Named, read_day, skip};
use super::rhythm::{Rule, read_repeat};
use crate::locale::Language;
use crate::time::duration::{Amount, read_amount};
use crate::time::lexer::{Piece, Token};
use crate::time::words::Term;

use range::read_day_range;
pub(super) use repeated::{Date, Finish};
pub(super) use side::Side;

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

    /// The side that is being read.
    fn side(&mut self) -> &mut Side {
        self.end.as_mut().unwrap_or(&mut self.start)
    }

    /// A repeat stands alone or after a clock time that is plainly one.
    fn can_repeat(&self) -> bool {
        let side = &self.start;
        self.repeat.is_none() && self.from_now.is_none() && side.day.is_none() && !side.loose
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
