//! Repeats: "every day", "daily", "every 2 days", "every tue and thu", "weekdays", "every 2 weeks on mon".

use chrono::WeekdaySet;

use crate::time::Repeat;
use crate::time::error::Reason;
use crate::time::lexer::{Piece, Token};
use crate::time::repeat::WORKDAYS;
use crate::time::words::{Term, Unit};

/// A repeat, or what is wrong with its number.
pub(super) type Judged = Result<Repeat, Reason>;

/// A repeat at the head of the pieces, and the pieces after it.
pub(super) fn read_repeat(pieces: &[Piece]) -> Option<(Judged, &[Piece])> {
    let (first, rest) = pieces.split_first()?;
    match first.token {
        Token::Term(Term::Daily) => Some((judged(Repeat::daily(1)), rest)),
        Token::Term(Term::Workdays) => Some((judged(Repeat::weekly(1, WORKDAYS)), rest)),
        Token::Term(Term::Weekly) => weekly(1, rest),
        Token::Term(Term::Every) => every(rest),
        _ => None,
    }
}

fn every(pieces: &[Piece]) -> Option<(Judged, &[Piece])> {
    if let [
        Piece {
            token: Token::Term(Term::Workdays),
            ..
        },
        rest @ ..,
    ] = pieces
    {
        return Some((judged(Repeat::weekly(1, WORKDAYS)), rest));
    }
    if let Some((days, rest)) = read_weekdays(pieces) {
        return Some((judged(Repeat::weekly(1, days)), rest));
    }
    let (count, rest) = match pieces.split_first()? {
        (
            Piece {
                token: Token::Number { value, .. },
                ..
            },
            rest,
        ) => (*value, rest),
        (
            Piece {
                token: Token::Term(Term::Other),
                ..
            },
            rest,
        ) => (2, rest),
        _ => (1, pieces),
    };
    match rest.split_first()? {
        (
            Piece {
                token: Token::Term(Term::Unit(Unit::Day)),
                ..
            },
            rest,
        ) => Some((judged(Repeat::daily(count)), rest)),
        (
            Piece {
                token: Token::Term(Term::Unit(Unit::Week)),
                ..
            },
            rest,
        ) => weekly(count, rest),
        _ => None,
    }
}

/// "on mon and thu", after "every 2 weeks"
fn weekly(every: u32, pieces: &[Piece]) -> Option<(Judged, &[Piece])> {
    let pieces = match pieces {
        [
            Piece {
                token: Token::Term(Term::On),
                ..
            },
            rest @ ..,
        ] => rest,
        _ => pieces,
    };
    let (days, rest) = read_weekdays(pieces)?;
    Some((judged(Repeat::weekly(every, days)), rest))
}

/// "mon", "mon and thu", "mon, wed and fri"
fn read_weekdays(pieces: &[Piece]) -> Option<(WeekdaySet, &[Piece])> {
    let mut days = WeekdaySet::EMPTY;
    let mut rest = pieces;
    loop {
        rest = match rest {
            [
                Piece {
                    token: Token::Term(Term::Weekday(day)),
                    ..
                },
                after @ ..,
            ] => {
                days.insert(*day);
                after
            }
            [
                Piece {
                    token: Token::Term(Term::And),
                    ..
                },
                Piece {
                    token: Token::Term(Term::Weekday(day)),
                    ..
                },
                after @ ..,
            ] if !days.is_empty() => {
                days.insert(*day);
                after
            }
            _ => return (!days.is_empty()).then_some((days, rest)),
        }
    }
}

fn judged(repeat: Option<Repeat>) -> Judged {
    repeat.ok_or(Reason::OutOfRange)
}
