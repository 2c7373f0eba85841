//! Which dates of a series an act means.

use chrono::{NaiveDate, TimeDelta};

use super::{Named, Reached, is_live};
use crate::desk::{Answer, Desk};
use crate::error::{Fault, Outcome, UserError};
use crate::locale::Arg;
use crate::phrase;
use crate::series::{Scope, card};
use crate::shift::Shift;
use crate::shift::command::Target;
use crate::shift::desk::unknown;
use crate::shift::series::Series;
use crate::time::{Dated, Moment, When};

/// How far around a day that has no date the nearest ones are looked for, and how many at most.
const AROUND: TimeDelta = TimeDelta::days(400);
const MOST_AROUND: usize = 900;

/// What an act means.
pub(in crate::shift::desk) enum Reach {
    /// A shift that does not repeat.
    Single,
    /// Some date of a series: which is to be asked.
    Ask(Answer),
    /// Dates of a series.
    Dates(Box<Reached>),
}

/// Finds the dates that an act means, and locks their series.
pub(in crate::shift::desk) async fn reach(desk: &mut Desk<'_>, target: &Target) -> Outcome<Reach> {
    let group = desk.group()?.id;
    let roster = desk.work.unit.shift(group, target.shift).await?;
    let shift = roster.ok_or_else(|| unknown(target.shift))?.shift;
    let Some(of) = &shift.series else {
        if target.dates.is_none() && target.on.is_none() {
            return Ok(Reach::Single);
        }
        let single = phrase!("series-none", shift = word shift.reference());
        return Err(UserError::new(single)
            .type_next(format!("shift show {}", shift.reference()))
            .into());
    };
    desk.must_run(shift.team)?;
    let series = desk.work.unit.shift_series_for_update(group, of.series).await?;
    let series = series.ok_or(Fault::Invariant("a date has its series"))?;
    let dates = desk.work.unit.series_dates(group, series.id, desk.work.now).await?;
    let asked = shift.reference();
    let named = match &target.on {
        None => Named::Made(Box::new(shift)),
        Some(day) => on_day(desk, &series, &dates, day)?,
    };
    let scope = match target.dates {
        Some(scope) => scope,
        None if is_last(&series, &dates, &named) => Scope::One,
        None => return Ok(Reach::Ask(card::which(asked, group, &desk.typed, &desk.voice).into())),
    };
    Ok(Reach::Dates(Box::new(Reached {
        before: series.clone(),
        series,
        scope,
        named,
        dates,
        made: Vec::new(),
    })))
}

/// The last date of a series that has ended is a date like any other.
fn is_last(series: &Series, dates: &[Shift], named: &Named) -> bool {
    let Named::Made(named) = named else { return false };
    series.ended && !dates.iter().any(|date| is_live(date) && date.number != named.number)
}

/// The date of a series on that day: where it was moved to, else where the rule has it.
fn on_day(desk: &Desk<'_>, series: &Series, dates: &[Shift], day: &When) -> Result<Named, UserError> {
    let now = desk.work.now;
    let wanted = day.start.local.date();
    let shown = |date: &&Shift| date.start.zone.to_local(date.start.at).date() == wanted;
    let by_rule = |date: &&Shift| super::local(date).is_some_and(|local| local.date() == wanted);
    let live = || dates.iter().filter(|date| is_live(date));
    if let Some(date) = live().find(shown).or_else(|| live().find(by_rule)) {
        return Ok(Named::Made(Box::new(date.clone())));
    }
    let ahead = series.on(wanted).filter(|date| date.at > now && !series.ended);
    let known = |date: &Moment| dates.iter().any(|made| super::local(made) == Some(date.local));
    if let Some(date) = ahead.filter(|date| !known(date)) {
        return Ok(Named::Ahead(date));
    }
    Err(unknown_day(desk, series, dates, wanted))
}

/// The command with another `on:`.
fn on_another_day(typed: &str, day: NaiveDate) -> String {
    let (head, tail) = typed.split_once(" on:").unwrap_or((typed, ""));
    let scope = tail.split_whitespace().find(|word| word.starts_with("dates:"));
    let scope = scope.map(|scope| format!(" {scope}")).unwrap_or_default();
    format!("{head} on:{day}{scope}")
}

/// "There is no date of it on Fri 11 Dec. The nearest are Sat 5 Dec and Sat 12 Dec."
fn unknown_day(desk: &Desk<'_>, series: &Series, dates: &[Shift], wanted: NaiveDate) -> UserError {
    let now = desk.work.now;
    let on = Moment::new(wanted.and_time(series.dates.first.time()), series.dates.zone.clone());
    let mut coming: Vec<Moment> = dates
        .iter()
        .filter(|date| is_live(date))
        .map(|date| date.start.clone())
        .collect();
    let known = |date: &Moment| dates.iter().any(|made| super::local(made) == Some(date.local));
    if !series.ended {
        let around = series.dates.coming(MOST_AROUND, now.max(on.at - AROUND));
        coming.extend(around.into_iter().filter(|date| !known(date)));
    }
    coming.retain(|date| date.at > now);
    coming.sort_by_key(|date| ((date.at - on.at).abs(), date.at));
    coming.truncate(2);
    coming.sort_by_key(|date| date.at);
    let typed = coming
        .first()
        .map(|date| on_another_day(&desk.typed, date.local.date()));
    let named: Vec<Arg> = coming.iter().map(|date| Arg::When(series.when(date))).collect();
    let day = When {
        start: on,
        end: None,
        timed: false,
        dated: Dated::Date,
        repeat: None,
    };
    if named.is_empty() {
        return UserError::new(phrase!("series-no-such-date-left", day = when day)).type_next("shift list");
    }
    let error = UserError::new(phrase!("series-no-such-date", day = when day, dates = list named));
    typed.into_iter().fold(error, UserError::type_next)
}
