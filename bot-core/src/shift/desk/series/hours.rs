//! Moving dates of a series, and giving it another rule.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDateTime, NaiveTime, TimeDelta};

use super::{DateChange, Reached, is_live, keep, local, news, said};
use crate::clock::Instant;
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::Reference;
use crate::locale::{Arg, Language};
use crate::phrase;
use crate::series::Scope;
use crate::shift::Shift;
use crate::shift::change;
use crate::shift::desk::for_update;
use crate::shift::desk::header::as_whole_days;
use crate::shift::series::rule::{Turn, days_between, rule_of};
use crate::shift::series::{self, Field, Series};
use crate::time::{Dated, Freq, Moment, Repeat, When, Zone};

/// Moves the dates that are meant.
pub(in crate::shift::desk) async fn move_to(desk: &mut Desk<'_>, mut reached: Reached, when: &When) -> Outcome<Answer> {
    if reached.scope == Scope::One {
        return move_one(desk, reached, when).await;
    }
    let nothing_left = || UserError::new(phrase!("series-nothing-left")).type_next("shift list");
    let from = reached.from(desk).ok_or_else(nothing_left)?;
    let (mut live, mut cancelled) = reached.lock(desk, from).await?;
    if when.repeat.is_some() {
        another_rule(desk, &mut reached, &mut live, &mut cancelled, from, when)?;
    } else {
        if !when.timed && !when.is_whole_days() && !reached.series.whole_days {
            return Err(change::needs_clock_time(when).into());
        }
        let base = reached.named_local().filter(|local| *local >= from).unwrap_or(from);
        let turn = turn(when, days_between(base.date(), when));
        turned(desk, &mut reached, &mut live, &mut cancelled, from, &turn)?;
    }
    if !live.iter().any(DateChange::is_change) && reached.series == reached.before {
        return Err(UserError::new(phrase!("series-move-same"))
            .type_next("shift list")
            .into());
    }
    let kept = live.iter().filter(|change| change.after.shift.is_own(Field::Hours));
    let kept: Vec<u32> = kept.map(|change| change.after.shift.number).collect();
    live.extend(cancelled);
    in_saving_order(&mut live);
    keep(desk, &mut reached, &live).await?;
    news::tell(desk, &reached.series, &live).await?;
    said::changed(desk, &reached, &live, &kept).await
}

async fn move_one(desk: &mut Desk<'_>, mut reached: Reached, when: &When) -> Outcome<Answer> {
    if when.repeat.is_some() {
        return Err(phrase!("series-rule-for-one").into());
    }
    let number = reached.make_named(desk).await?.number;
    let mut change = DateChange::new(for_update(desk, number).await?);
    desk.must_run(change.before.shift.team)?;
    let when = as_whole_days(
        &change.before.shift,
        &on_its_day(&change.before.shift, when, desk.work.now),
    );
    let hours = change::hours(&when, desk.work.now)?;
    change.after.move_to(hours, desk.work.now)?;
    if let Some(of) = &mut change.after.shift.series {
        of.own.insert(Field::Hours);
    }
    let changes = [change];
    keep(desk, &mut reached, &changes).await?;
    news::tell(desk, &reached.series, &changes).await?;
    let was = changes[0].before.shift.when();
    said::one(
        desk,
        &changes[0],
        |shift| phrase!("shift-moved", shift = word shift.reference(), was = when was),
    )
    .await
}

/// A clock alone means the date's own day, and a day of the week the one that is nearest to it.
fn on_its_day(shift: &Shift, when: &When, now: Instant) -> When {
    if when.dated == Dated::Date {
        return when.clone();
    }
    let own = shift.start.zone.to_local(shift.start.at).date();
    let day = own + TimeDelta::days(days_between(own, when));
    let start = Moment::new(day.and_time(when.start.local.time()), when.start.zone.clone());
    if when.dated == Dated::Weekday && start.at <= now {
        return when.clone();
    }
    let length = series::length(&when.start, when.end.as_ref());
    When {
        end: length.map(|length| start.lasting(length)),
        start,
        ..when.clone()
    }
}

fn turn(when: &When, days: i64) -> Turn {
    Turn {
        days,
        clock: when.start.local.time(),
        zone: when.start.zone.clone(),
        length: series::length(&when.start, when.end.as_ref()),
        whole_days: !when.timed,
    }
}

/// Whether some of the dates were made by an earlier rule, and are none of this one.
fn some_of_another_rule(series: &Series, live: &[DateChange]) -> bool {
    let mut clocks = live.iter().filter_map(DateChange::local);
    clocks.any(|local| !series.reaches_back_to(local))
}

/// Turns the rule and all dates from `from` on.
fn turned(
    desk: &Desk<'_>,
    reached: &mut Reached,
    live: &mut [DateChange],
    cancelled: &mut [DateChange],
    from: NaiveDateTime,
    turn: &Turn,
) -> Result<(), UserError> {
    let outside = || reached.dates.iter().filter_map(local).filter(|local| *local < from);
    if turn.days != 0 && some_of_another_rule(&reached.series, live) {
        return Err(name_the_rule(desk, reached, from, turn));
    }
    let first = turn.of(from);
    if turn.days < 0 && outside().any(|local| local >= first) || !reached.series.turn(from, turn) {
        return Err(name_the_rule(desk, reached, from, turn));
    }
    reached.series.must_leave_room()?;
    let named = reached.named_number();
    for change in live {
        let Some(local) = change.local() else { continue };
        put(
            &reached.series,
            change,
            turn.of(local),
            Some(change.before.shift.number) == named,
        );
        let shift = &change.after.shift;
        must_be_ahead(change, shift.start.at, desk.work.now)?;
    }
    for change in cancelled {
        if let Some(local) = change.local() {
            put(&reached.series, change, turn.of(local), false);
        }
    }
    Ok(())
}

/// Refuses to move a date into the past.
fn must_be_ahead(change: &DateChange, start: Instant, now: Instant) -> Result<(), UserError> {
    let shift = &change.after.shift;
    if start > now || shift.start == change.before.shift.start {
        return Ok(());
    }
    Err(UserError::new(phrase!("shift-in-the-past", when = when shift.when())))
}

/// Puts a date at that wall clock of the rule; hours of its own stay, unless it `follows` in everything.
fn put(series: &Series, change: &mut DateChange, local: NaiveDateTime, follows: bool) {
    let start = series.dates.moment(local);
    let shift = &mut change.after.shift;
    let Some(of) = &mut shift.series else { return };
    of.local = local;
    of.at = start.at;
    if follows {
        of.own.remove(&Field::Hours);
    }
    if !of.own.contains(&Field::Hours) {
        let hours = series.hours(start);
        shift.start = hours.start;
        shift.end = hours.end;
        shift.whole_days = hours.whole_days;
    }
    if change.after.shift != change.before.shift && change.after.shift.version == change.before.shift.version {
        change.after.shift.version += 1;
    }
    change.after.ask_again_if_elsewhere(&change.before.shift);
}

/// The rule cannot be turned like that: what to type instead.
fn name_the_rule(desk: &Desk<'_>, reached: &Reached, from: NaiveDateTime, turn: &Turn) -> UserError {
    let to = turn.of(from);
    let weekday = to.format("%a").to_string().to_lowercase();
    let nth = ["1st", "2nd", "3rd", "4th"].get(usize::try_from(to.day0() / 7).unwrap_or_default());
    let rule = match reached.series.dates.rule.freq() {
        Freq::Weekly => format!("every {weekday}"),
        Freq::Monthly => format!("every {} {weekday} of the month", nth.unwrap_or(&"last")),
        Freq::Daily | Freq::Yearly => reached
            .series
            .dates
            .rule
            .clone()
            .endless()
            .words(Language::English)
            .to_lowercase(),
    };
    let named = reached
        .dates
        .iter()
        .find(|date| Some(date.number) == reached.named_number());
    let subject = named.map(|date| format!(" {}", date.reference())).unwrap_or_default();
    let hours = if turn.whole_days {
        "all day".to_owned()
    } else {
        turn.clock.format("%H:%M").to_string()
    };
    let typed = format!("shift move{subject} {rule} {hours} {}", reached.scope.typed());
    let words = reached.series.dates.rule.words(desk.voice.language);
    UserError::new(phrase!("series-cannot-turn", rule = word words)).type_next(typed)
}

/// Gives the dates from `from` on another rule. One that only turns the days moves the dates along; of any other the
/// dates that it has too stay, and the rest must be empty, and go.
pub(super) fn another_rule(
    desk: &Desk<'_>,
    reached: &mut Reached,
    live: &mut [DateChange],
    cancelled: &mut [DateChange],
    from: NaiveDateTime,
    when: &When,
) -> Result<(), UserError> {
    let rule = rule_of(when)?;
    let series = &reached.series;
    let own_clock = when_clock(series, when);
    let base = reached.named_local().filter(|local| *local >= from).unwrap_or(from);
    let ends = rule.until().is_some() || rule.times().is_some();
    let turns = !series.ended && !ends && !some_of_another_rule(series, live);
    if let Some(days) = series.days_to(base.date(), &rule).filter(|_| turns) {
        let turn = Turn {
            days,
            clock: own_clock.0,
            zone: own_clock.1,
            length: series::length(&when.start, when.end.as_ref()),
            whole_days: if says_hours(when) {
                !when.timed
            } else {
                series.whole_days
            },
        };
        let endless = reached.series.dates.rule.clone().endless();
        reached.series.dates.rule = endless;
        return turned(desk, reached, live, cancelled, from, &turn);
    }
    replaced(desk, reached, live, cancelled, from, &rule, own_clock, when)
}

/// Whether a rule says when its dates begin: by a clock, or as whole days.
const fn says_hours(when: &When) -> bool {
    when.timed || when.is_whole_days()
}

/// The clock and zone that a rule says, else those of the series.
fn when_clock(series: &Series, when: &When) -> (NaiveTime, Zone) {
    if says_hours(when) {
        return (when.start.local.time(), when.start.zone.clone());
    }
    (series.dates.first.time(), series.dates.zone.clone())
}

#[expect(
    clippy::too_many_arguments,
    reason = "one act, told apart from its caller for reading"
)]
fn replaced(
    desk: &Desk<'_>,
    reached: &mut Reached,
    live: &mut [DateChange],
    cancelled: &mut [DateChange],
    from: NaiveDateTime,
    rule: &Repeat,
    (clock, zone): (NaiveTime, Zone),
    when: &When,
) -> Result<(), UserError> {
    let now = desk.work.now;
    let base = match reached.scope {
        Scope::All => zone.to_local(now).date(),
        Scope::One | Scope::Later => from.date(),
    };
    let never = || UserError::new(phrase!("series-never")).type_next("shift list");
    let first = rule
        .occurrences(base.and_time(clock))
        .find(|local| zone.resolve(*local) > now)
        .ok_or_else(never)?;
    let series = &mut reached.series;
    series.set_rule(from, rule, first, zone);
    if says_hours(when) {
        let as_long = series.length.filter(|_| series.whole_days != when.timed);
        series.length = series::length(&when.start, when.end.as_ref()).or(as_long);
        series.whole_days = !when.timed;
    }
    series.must_leave_room()?;
    let last = live.iter().chain(cancelled.iter()).filter_map(DateChange::local).max();
    let last = last.unwrap_or(first) + TimeDelta::days(1);
    let on_rule: BTreeSet<NaiveDateTime> = series
        .dates
        .rule
        .occurrences(first)
        .take_while(|local| *local <= last)
        .collect();
    let named = reached.named_number();
    let mut in_the_way = Vec::new();
    for change in live {
        let Some(local) = change.local() else { continue };
        let to = local.date().and_time(clock);
        if on_rule.contains(&to) {
            put(&reached.series, change, to, Some(change.before.shift.number) == named);
            must_be_ahead(change, change.after.shift.start.at, now)?;
        } else if change.before.people().is_empty() {
            super::ending::let_go(change, now);
        } else {
            in_the_way.push(change.before.shift.reference());
        }
    }
    for change in cancelled {
        let to = change.local().map(|local| local.date().and_time(clock));
        if let Some(to) = to.filter(|to| on_rule.contains(to)) {
            put(&reached.series, change, to, false);
        }
    }
    nobody_may_be_on(&in_the_way, Scope::One)
}

/// Refuses to take dates away that somebody is on.
pub(super) fn nobody_may_be_on(dates: &[Reference], cancel: Scope) -> Result<(), UserError> {
    let Some(first) = dates.first() else { return Ok(()) };
    let named: Vec<Arg> = dates.iter().map(|date| Arg::Word(date.to_string())).collect();
    let refusal = phrase!("series-people-on", shifts = list named, count = number dates.len());
    Err(UserError::new(refusal).type_next(format!("shift cancel {first} {}", cancel.typed())))
}

/// Puts dates in the order in which each finds its place in the rule free.
pub(in crate::shift) fn in_saving_order(changes: &mut [DateChange]) {
    changes.sort_by_key(super::DateChange::local);
    let later = changes.iter().any(|change| local(&change.after.shift) > change.local());
    if later {
        changes.reverse();
    }
}

/// The dates of the act in the order of the calendar.
pub(in crate::shift) fn by_date(changes: &[DateChange]) -> Vec<&DateChange> {
    let mut dates: Vec<&DateChange> = changes.iter().filter(|change| change.is_change()).collect();
    dates.sort_by_key(|change| (change.after.shift.start.at, change.after.shift.number));
    dates.retain(|change| is_live(&change.before.shift) || is_live(&change.after.shift));
    dates
}
