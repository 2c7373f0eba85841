//! `shift copy week`: this week's shifts once more, in a later week.

use chrono::{Datelike, Days, NaiveDate, TimeDelta};

use super::{for_update, header, list};
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::{Kind, ShiftId};
use crate::locale::Voice;
use crate::phrase;
use crate::reply::Card;
use crate::shift::undo::ShiftUndo;
use crate::shift::{Roster, Shift, card, plan};
use crate::time::{Moment, When, Zone};
use crate::undo::Undo;

/// The most shifts that are copied at once.
const MOST: usize = 100;
/// The most of them that the answer shows.
const SHOWN: usize = 20;

/// Copies the shifts of this week that whoever types runs and that do not come by themselves to the week of that day: same
/// weekdays and wall clocks, nobody on them. What stands there already, by title and start, is left.
pub(super) async fn copy(desk: &mut Desk<'_>, when: &When) -> Outcome<Answer> {
    let group = desk.group()?.clone();
    let this = monday(group.zone.to_local(desk.work.now).date());
    let target = monday(when.start.local.date());
    if target <= this || when.repeat.is_some() {
        return Err(UserError::new(phrase!("week-not-ahead"))
            .type_next("shift copy week next monday")
            .into());
    }
    // Held, so that two who copy at once do not both find the week empty.
    desk.work.unit.group_for_update(group.id).await?;
    let (mut shifts, of_series) = copied(desk, this, &group.zone).await?;
    if shifts.is_empty() {
        let refusal = if of_series {
            phrase!("week-only-series")
        } else {
            phrase!("week-empty")
        };
        return Err(UserError::new(refusal).type_next("shift list").into());
    }
    let there = of_week(desk, target, &group.zone).await?;
    let found = shifts.len();
    let later = target - this;
    shifts.retain(|shift| !is_there(&there, shift, later));
    if shifts.is_empty() {
        return Err(UserError::new(phrase!("week-there")).type_next("shift list").into());
    }
    if shifts.len() > MOST {
        return Err(phrase!("week-too-many", most = number MOST, count = number shifts.len()).into());
    }
    let mut made = Vec::new();
    for shift in &shifts {
        made.push(again(desk, shift, later).await?);
    }
    let numbers = made.iter().map(|roster| roster.shift.number).collect();
    desk.remember_undo(Undo::Shift(ShiftUndo::Copied { shifts: numbers }))
        .await?;
    let day = card::day(&Moment::midnight(target, group.zone.clone()), &desk.voice);
    let told = Told {
        day,
        left: found - shifts.len(),
        of_series,
    };
    Ok(told.answer(&made, &desk.voice).into())
}

/// What is said beside the shifts that were made.
struct Told {
    /// The Monday of their week.
    day: String,
    /// How many stood there already.
    left: usize,
    /// Whether dates of series were left out.
    of_series: bool,
}

impl Told {
    fn answer(&self, made: &[Roster], voice: &Voice) -> Card {
        let count = made.len();
        let mut card = voice
            .say(&phrase!("week-copied", count = number count, day = word self.day))
            .list(made.iter().take(SHOWN).map(|roster| list::line(roster, voice)));
        if count > SHOWN {
            let narrower = "shift list";
            let more = phrase!("shift-list-more", more = number count - SHOWN, narrower = command narrower);
            card = card.line(voice.line(&more));
        }
        if self.left > 0 {
            card = card.line(voice.line(&phrase!("week-left", count = number self.left)));
        }
        if self.of_series {
            card = card.line(voice.line(&phrase!("week-series")));
        }
        card.actions(voice, [], "undo")
    }
}

fn monday(day: NaiveDate) -> NaiveDate {
    day - Days::new(u64::from(day.weekday().num_days_from_monday()))
}

/// The shifts that begin in the week of that Monday.
async fn of_week(desk: &mut Desk<'_>, monday: NaiveDate, zone: &Zone) -> Outcome<Vec<Shift>> {
    let group = desk.group()?.id;
    let midnight = |day| Moment::midnight(day, zone.clone()).at;
    let (from, until) = (midnight(monday), midnight(monday + Days::new(7)));
    let shifts = desk.work.unit.shifts_between(group, from, Some(until)).await?;
    let shifts = shifts.into_iter().map(|roster| roster.shift);
    Ok(shifts.filter(|shift| shift.start.at >= from).collect())
}

/// Those that are to be copied, and whether there are dates of series among the others.
async fn copied(desk: &mut Desk<'_>, monday: NaiveDate, zone: &Zone) -> Outcome<(Vec<Shift>, bool)> {
    let mut shifts = of_week(desk, monday, zone).await?;
    shifts.retain(|shift| desk.runs(shift.team));
    let of_series = shifts.iter().any(|shift| shift.series.is_some());
    shifts.retain(|shift| shift.series.is_none());
    Ok((shifts, of_series))
}

fn is_there(there: &[Shift], shift: &Shift, later: TimeDelta) -> bool {
    let start = start_of(shift, later);
    let same = |other: &Shift| other.title == shift.title && other.start.at == start.at;
    there.iter().any(same)
}

/// The same wall clock that many days later.
fn start_of(shift: &Shift, later: TimeDelta) -> Moment {
    Moment::new(shift.start.local + later, shift.start.zone.clone())
}

/// Posts the shift once more.
async fn again(desk: &mut Desk<'_>, shift: &Shift, later: TimeDelta) -> Outcome<Roster> {
    let start = start_of(shift, later);
    let copy = Shift {
        id: ShiftId::new(desk.work.ids, desk.work.now),
        number: desk.work.next_reference(shift.group, Kind::Shift).await?.number,
        end: shift.wall_length().map(|length| start.lasting(length)),
        start,
        version: 1,
        turn: 0,
        ..shift.clone()
    };
    let roster = Roster::new(copy, Vec::new());
    plan::save(&mut desk.work, None, &roster).await?;
    Ok(roster)
}

/// Cancels what was copied, and tells whoever is on it by now.
pub(in crate::shift) async fn take_back(desk: &mut Desk<'_>, shifts: Vec<u32>) -> Outcome<Answer> {
    let mut count = 0_u32;
    for shift in shifts {
        let before = for_update(desk, shift).await?;
        desk.must_run(before.shift.team)?;
        if before.shift.must_be_live(desk.work.now).is_ok() {
            header::call_off(desk, &before, None).await?;
            count += 1;
        }
    }
    Ok(desk.say(&phrase!("week-uncopied", count = number count)))
}
