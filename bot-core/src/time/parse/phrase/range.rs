//! Ranges: where the end begins, and what its two sides have in common.

use super::{Phrase, Side};
use crate::time::lexer::{Piece, Token};
use crate::time::parse::clock::{Clock, Face};
use crate::time::parse::day::{Day, Named, read_day, skip};
use crate::time::words::Term;

impl Phrase {
    pub(super) fn begin_end<'p>(&mut self, rest: &'p [Piece]) -> Option<&'p [Piece]> {
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

    pub(super) fn take_days<'p>(&mut self, start: Day, end: Day, rest: &'p [Piece]) -> Option<&'p [Piece]> {
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
    pub(super) fn join(&mut self) -> Option<()> {
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
}

/// "5 al 7 de diciembre", "5 to 7 dec", after "from".
pub(super) fn read_day_range(pieces: &[Piece]) -> Option<(Day, Day, &[Piece])> {
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
