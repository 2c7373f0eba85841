//! Repeats: "every 2 weeks on mon and thu", "weekdays", "first monday of the month", "every year on dec 5".
//!
//! ```text
//! rule     := "every" (part | weekdays | [n | "other"] unit [days] | date | nths) | ("daily" | "weekly" | …) [days]
//!           | "weekdays" | "mondays" {"and" "tuesdays"} | nths of-month | the day of-month
//! nths     := nth {"and" nth} (weekday | "day" | "weekday")
//! of-month := "of" "the" "month" | "of" "every" [n] "month" | "of" december
//! ```

use std::ops::Range;

use chrono::{Weekday, WeekdaySet};

use super::clock::Reading;
use super::day::{Named, read_day, read_day_of_month, read_month, read_weekday, skip};
use crate::locale::Language;
use crate::time::error::Reason;
use crate::time::lexer::{Piece, Token};
use crate::time::repeat::{Freq, NthWeekday, Repeat, WORKDAYS};
use crate::time::words::{Part, Term, Unit, Words};

const WEEKEND: WeekdaySet = WeekdaySet::from_array([Weekday::Sat, Weekday::Sun]);

/// A repeat, or what is wrong with it.
pub(super) type Judged = Result<Repeat, Fault>;

/// Why a repeat is none.
#[derive(Debug, Clone)]
pub(super) enum Fault {
    /// It cannot be.
    Impossible(Reason),
    /// It reads in several ways.
    Several(Vec<Reading>),
}

/// A repeat as it was written.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) repeat: Judged,
    /// "every morning"
    pub(super) part: Option<(Part, Range<usize>)>,
}

type Read<'p, T> = Option<(T, &'p [Piece])>;

impl From<Option<Repeat>> for Rule {
    fn from(repeat: Option<Repeat>) -> Self {
        Self {
            repeat: repeat.ok_or(Fault::Impossible(Reason::OutOfRange)),
            part: None,
        }
    }
}

/// A repeat at the head of the pieces, and the pieces after it.
pub(super) fn read_repeat(pieces: &[Piece]) -> Read<'_, Rule> {
    let (first, rest) = pieces.split_first()?;
    let Token::Term(term) = first.token else {
        return read_of_month(pieces);
    };
    let on = |freq| read_days(Repeat::every(1, freq), freq, rest);
    match term {
        Term::Daily => on(Freq::Daily),
        Term::Weekly => on(Freq::Weekly),
        Term::Monthly => on(Freq::Monthly),
        Term::Yearly => on(Freq::Yearly),
        Term::Workdays => Some((Repeat::weekly(1, WORKDAYS).into(), rest)),
        Term::Weekend => Some((Repeat::weekly(1, WEEKEND).into(), rest)),
        Term::Weekdays(_) => {
            let (days, rest) = read_list(pieces, |pieces, _| match pieces.split_first()? {
                (
                    Piece {
                        token: Token::Term(Term::Weekdays(day)),
                        ..
                    },
                    rest,
                ) => Some((*day, rest)),
                _ => None,
            })?;
            Some((Repeat::weekly(1, days.into_iter().collect()).into(), rest))
        }
        Term::EveryPart(part) => Some((daily_in(part, first), rest)),
        Term::Every => read_every(first, rest),
        Term::On | Term::The if matches!(rest.first()?.token, Token::Term(Term::Weekdays(_))) => read_repeat(rest),
        _ => read_of_month(pieces),
    }
}

fn daily_in(part: Part, piece: &Piece) -> Rule {
    Rule {
        part: Some((part, piece.span.clone())),
        ..Repeat::daily(1).into()
    }
}

fn read_every<'p>(every: &Piece, pieces: &'p [Piece]) -> Read<'p, Rule> {
    let (first, rest) = pieces.split_first()?;
    match first.token {
        Token::Term(Term::Part(part)) => return Some((daily_in(part, first), rest)),
        Token::Term(Term::Workdays) => return Some((Repeat::weekly(1, WORKDAYS).into(), rest)),
        Token::Term(Term::Weekend) => return Some((Repeat::weekly(1, WEEKEND).into(), rest)),
        _ => {}
    }
    if let Some((rule, rest)) = read_of_month(pieces) {
        return Some((rule, rest));
    }
    if let Some((days, rest)) = read_weekdays(pieces) {
        return Some((Repeat::weekly(1, days).into(), rest));
    }
    if let Some((date, rest)) = read_yearly_date(pieces) {
        return Some((
            Repeat::every(1, Freq::Yearly).map(|rule| on_date(rule, date)).into(),
            rest,
        ));
    }
    let (count, rest) = match first.token {
        Token::Number { value, .. } => match rest.split_first() {
            Some((piece, after)) if piece.token == Token::Term(Term::Ordinal) => {
                return read_every_nth(every, value.cast_signed(), pieces, after);
            }
            _ => (value, rest),
        },
        Token::Term(Term::Other) => (2, rest),
        Token::Term(Term::Nth(nth)) => return read_every_nth(every, nth, pieces, rest),
        _ => (1, pieces),
    };
    if first.token == Token::Term(Term::Other)
        && let Some((days, rest)) = read_weekdays(rest)
    {
        return Some((Repeat::weekly(2, days).into(), rest));
    }
    let (unit, rest) = rest.split_first()?;
    let freq = match unit.token {
        Token::Term(Term::Unit(Unit::Day)) => Freq::Daily,
        Token::Term(Term::Unit(Unit::Week)) => Freq::Weekly,
        Token::Term(Term::Unit(Unit::Month)) => Freq::Monthly,
        Token::Term(Term::Unit(Unit::Year)) => Freq::Yearly,
        _ => return None,
    };
    read_days(Repeat::every(count, freq), freq, rest)
}

/// "every first monday" is one a month; "every 2nd tue" is one a month or every other one, and asked about; "every 15th"
/// is a day of the month.
fn read_every_nth<'p>(every: &Piece, nth: i32, pieces: &'p [Piece], rest: &'p [Piece]) -> Read<'p, Rule> {
    let monthly = || Repeat::every(1, Freq::Monthly);
    let Some((weekday, rest)) = read_weekday(rest) else {
        let (day, rest) = read_day_of_month(pieces)?;
        let fits = (1..=31).contains(&day);
        return fits.then(|| {
            (
                monthly().map(|rule| rule.on_month_days([day.cast_signed()])).into(),
                rest,
            )
        });
    };
    if !(2..=5).contains(&nth) {
        let fits = nth == 1 || nth == -1;
        return fits.then(|| {
            (
                monthly().map(|rule| rule.on_weekdays([(Some(nth), weekday)])).into(),
                rest,
            )
        });
    }
    let end = pieces[..pieces.len() - rest.len()].last()?.span.end;
    let span = every.span.start..end;
    let name = Words::of(Language::English).weekday(weekday).to_lowercase();
    let ordinal = Words::of(Language::English).rules.ordinals[usize::try_from(nth - 1).ok()?];
    let several = vec![
        vec![(span.clone(), format!("every {nth} weeks on {name}"))],
        vec![(span, format!("{ordinal} {name} of the month"))],
    ];
    let repeat = Err(Fault::Several(several));
    Some((Rule { repeat, part: None }, rest))
}

/// Which days, after "every 2 weeks", "monthly", "every year": "on mon and thu", "on the 15th", "on dec 5".
fn read_days(repeat: Option<Repeat>, freq: Freq, pieces: &[Piece]) -> Read<'_, Rule> {
    let found = |repeat: Option<Repeat>, rest| Some((repeat.into(), rest));
    let after = skip(pieces, &[Term::On, Term::Every]);
    match freq {
        Freq::Daily => {}
        Freq::Weekly => {
            if let Some((days, rest)) = read_weekdays(skip(after, &[Term::The])) {
                let days: Vec<_> = days.iter(Weekday::Mon).map(|day| (None, day)).collect();
                return found(repeat.map(|rule| rule.on_weekdays(days)), rest);
            }
        }
        Freq::Monthly => {
            if let Some((days, rest)) = read_nths(after) {
                return found(repeat.map(|rule| days.of(rule)), rest);
            }
            if let Some((days, rest)) = read_month_days(pieces) {
                return found(repeat.map(|rule| rule.on_month_days(days)), rest);
            }
        }
        Freq::Yearly => {
            let of_month = |pieces| {
                let (days, rest) = read_nths(pieces)?;
                let (month, rest) = read_month(rest)?;
                Some(((days, month), rest))
            };
            if let Some(((days, month), rest)) = of_month(after) {
                return found(repeat.map(|rule| days.of(rule.in_months([month]))), rest);
            }
            if let Some((date, rest)) = read_yearly_date(after) {
                return found(repeat.map(|rule| on_date(rule, date)), rest);
            }
        }
    }
    found(repeat, pieces)
}

/// "dec 5", "5 de diciembre": a month and a day, without a year.
fn read_yearly_date(pieces: &[Piece]) -> Read<'_, (u32, u32)> {
    let (date, rest) = read_day(pieces)?;
    match date.named? {
        Named::Date { year: None, month, day } => Some(((month, day), rest)),
        _ => None,
    }
}

fn on_date(rule: Repeat, (month, day): (u32, u32)) -> Repeat {
    rule.in_months([month]).on_month_days([day.cast_signed()])
}

/// "the 1st and 15th", "el día 15", "last day". A number is a day where it is written as one, or something says so:
/// in "monthly 10-12" it is a clock time.
fn read_month_days(pieces: &[Piece]) -> Read<'_, Vec<i32>> {
    read_list(pieces, |pieces, goes_on| {
        let pieces_after = skip(skip(pieces, &[Term::On, Term::Every]), &[Term::The]);
        let named = skip(pieces_after, &[Term::Unit(Unit::Day)]);
        let (first, rest) = named.split_first()?;
        if let (Token::Term(Term::Nth(nth)), Some((day, rest))) = (first.token, rest.split_first())
            && day.token == Token::Term(Term::Unit(Unit::Day))
        {
            return Some((nth, rest));
        }
        let (day, rest) = read_day_of_month(named).filter(|(day, _)| (1..=31).contains(day))?;
        let ordinal = rest.len() + 1 < named.len();
        let marked = ordinal || goes_on || named.len() < pieces.len();
        marked.then_some((day.cast_signed(), rest))
    })
}

/// "first monday", "1st and 3rd tue", "1st tue and last fri", "last day", "last weekday"
enum Nths {
    Weekdays(Vec<NthWeekday>),
    Days(Vec<i32>),
    Workdays(Vec<i32>),
}

impl Nths {
    fn of(&self, rule: Repeat) -> Repeat {
        match self {
            Self::Weekdays(days) => rule.on_weekdays(days.iter().copied()),
            Self::Days(days) => rule.on_month_days(days.iter().copied()),
            Self::Workdays(places) => rule
                .on_weekdays(WORKDAYS.iter(Weekday::Mon).map(|day| (None, day)))
                .at_positions(places.iter().copied()),
        }
    }

    /// Both, where both are days of the week.
    fn and(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Weekdays(one), Self::Weekdays(other)) => Some(Self::Weekdays([one, other].concat())),
            _ => None,
        }
    }
}

fn read_nths(pieces: &[Piece]) -> Read<'_, Nths> {
    let (mut nths, mut rest) = read_nth_group(pieces)?;
    while let Some((more, after)) = read_nth_group(skip(rest, &[Term::And])) {
        nths = nths.and(more)?;
        rest = after;
    }
    Some((nths, rest))
}

/// "1st and 3rd tue"
fn read_nth_group(pieces: &[Piece]) -> Read<'_, Nths> {
    let (nths, rest) = read_list(pieces, |pieces, _| {
        let (first, rest) = skip(skip(pieces, &[Term::On]), &[Term::The]).split_first()?;
        match first.token {
            Token::Term(Term::Nth(nth)) => Some((nth, rest)),
            Token::Number {
                value: value @ 1..=5, ..
            } => {
                let after = skip(rest, &[Term::Ordinal]);
                if let (2, Some((last, after))) = (value, after.split_first())
                    && last.token == Token::Term(Term::Nth(-1))
                {
                    return Some((-2, after));
                }
                (after.len() < rest.len()).then_some((value.cast_signed(), after))
            }
            _ => None,
        }
    })?;
    let (of, after) = rest.split_first()?;
    let nths = match of.token {
        Token::Term(Term::Unit(Unit::Day)) => Nths::Days(nths),
        Token::Term(Term::Workdays) => Nths::Workdays(nths),
        _ => {
            let (day, _) = read_weekday(rest)?;
            Nths::Weekdays(nths.into_iter().map(|nth| (Some(nth), day)).collect())
        }
    };
    Some((nths, after))
}

/// "first monday of the month", "15th of every month", "last friday of september"
fn read_of_month(pieces: &[Piece]) -> Read<'_, Rule> {
    if let Some((days, rest)) = read_nths(pieces) {
        if let Some((rule, rest)) = read_the_month(rest) {
            return Some((rule.map(|rule| days.of(rule)).into(), rest));
        }
        // "every last friday of september" is said of every year
        let (month, rest) = read_month(rest).filter(|_| !matches!(days, Nths::Days(_)))?;
        let yearly = Repeat::every(1, Freq::Yearly)?;
        return Some((Some(days.of(yearly.in_months([month]))).into(), rest));
    }
    let (days, rest) = read_month_days(pieces)?;
    let (rule, rest) = read_the_month(rest)?;
    Some((rule.map(|rule| rule.on_month_days(days)).into(), rest))
}

/// "of the month", "of every 2 months", "del mes", "de cada mes"
fn read_the_month(pieces: &[Piece]) -> Read<'_, Option<Repeat>> {
    let after = skip(pieces, &[Term::Of, Term::OfOrFrom]);
    if after.len() == pieces.len() {
        return None;
    }
    let after = skip(after, &[Term::The, Term::Every, Term::On]);
    let (first, rest) = after.split_first()?;
    let (count, after) = match first.token {
        Token::Number { value, .. } => (value, rest),
        Token::Term(Term::Other) => (2, rest),
        _ => (1, after),
    };
    match after.split_first()? {
        (
            Piece {
                token: Token::Term(Term::Unit(Unit::Month)),
                ..
            },
            rest,
        ) => Some((Repeat::every(count, Freq::Monthly), rest)),
        _ => None,
    }
}

/// "mon", "mon and thu", "mon, wed and fri"
fn read_weekdays(pieces: &[Piece]) -> Read<'_, WeekdaySet> {
    let (days, rest) = read_list(pieces, |pieces, _| read_weekday(skip(pieces, &[Term::On])))?;
    Some((days.into_iter().collect(), rest))
}

/// One or more, with or without "and" between them, which the reader is told.
fn read_list<'p, T>(pieces: &'p [Piece], read: impl Fn(&'p [Piece], bool) -> Read<'p, T>) -> Read<'p, Vec<T>> {
    let (first, mut rest) = read(pieces, false)?;
    let mut items = vec![first];
    loop {
        let after_and = skip(rest, &[Term::And]);
        let Some((item, after)) = read(after_and, after_and.len() < rest.len()) else {
            return Some((items, rest));
        };
        items.push(item);
        rest = after;
    }
}
