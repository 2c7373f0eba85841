//! What is said of a repeat only: when it begins and ends, and its coming dates.

use super::Phrase;
use crate::time::duration::{Amount, read_amount};
use crate::time::lexer::{Piece, Token};
use crate::time::parse::day::{Day, read_day, skip};
use crate::time::words::Term;

/// A coming date of a repeat, and what the clock shows then where that is not what was set.
#[derive(Debug)]
pub(in crate::time::parse) struct Date {
    pub(in crate::time::parse) day: Day,
    pub(in crate::time::parse) clock: Option<[u32; 2]>,
}

/// When a repeat ends.
#[derive(Debug)]
pub(in crate::time::parse) enum Finish {
    /// With that day.
    Until(Day),
    /// After so many times.
    Times(u32),
    /// After that long.
    After(Amount),
}

impl Phrase {
    /// "until dec 20", "6 times", "for 6 weeks", "starting dec 7", "next Tue 1 Dec, Tue 8 Dec"
    pub(super) fn take_of_repeat<'p>(&mut self, first: &Piece, rest: &'p [Piece]) -> Option<&'p [Piece]> {
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
