//! What follows a shift that people were checked in for: thanks to each of them, and the question to one who runs it how it
//! went.

use chrono::TimeDelta;

use super::desk::report_example;
use super::{Roster, Seat, Shift, card};
use crate::clock::Instant;
use crate::error::Fault;
use crate::ids::PersonId;
use crate::locale::Voice;
use crate::people::{Group, Person, leads};
use crate::phrase;
use crate::reply::Card;
use crate::store::{Due, DueAct, StoreResult};
use crate::work::{Personal, Work};

/// How long after the end that is.
pub const AFTER: TimeDelta = TimeDelta::minutes(15);
/// How long after that it is still said: thanks a week later are about nothing.
pub const WITHIN: TimeDelta = TimeDelta::hours(24);

/// When it is due, of a shift that is on and that somebody came to.
fn due_of(roster: &Roster) -> Option<Due> {
    let shift = &roster.shift;
    let follows = shift.cancelled.is_none() && roster.count_came() > 0;
    follows.then(|| shift.due(shift.ends_at() + AFTER, DueAct::Thank, None))
}

/// Has the agenda follow what an act made of a roster. What was said already is not said again: it has the same key.
pub(super) async fn plan(work: &mut Work<'_>, before: &Roster, after: &Roster) -> StoreResult<()> {
    let (was, is) = (due_of(before), due_of(after));
    if let Some(was) = was.filter(|was| is.as_ref() != Some(was)) {
        work.unit.settle(&was).await?;
    }
    if let Some(is) = is {
        work.unit.schedule(&is).await?;
    }
    Ok(())
}

/// Thanks everybody who came and asks how it went, unless it is too late by now.
pub(super) async fn run(work: &mut Work<'_>, due: &Due, number: u32) -> Result<(), Fault> {
    let Some(roster) = work.unit.shift(due.group, number).await? else {
        return Ok(());
    };
    let roster = &roster;
    let until = due.at + WITHIN;
    if due_of(roster).as_ref() != Some(due) || work.now > until {
        return Ok(());
    }
    let group = work.group(due.group).await?;
    for person in roster.members_in() {
        thank(work, (due, until), roster, &group, person).await?;
    }
    if work.unit.shift_report(due.group, roster.shift.id).await?.is_some() {
        return Ok(());
    }
    match teller(work, roster).await? {
        Some(person) if in_time(work, &group, person, until).await?.is_some() => {
            ask(work, due, roster, &group, person).await
        }
        _ => Ok(()),
    }
}

/// Thanks a member in private, or not at all: hours are for nobody else to read.
async fn thank(
    work: &mut Work<'_>,
    (due, until): (&Due, Instant),
    roster: &Roster,
    group: &Group,
    person: PersonId,
) -> Result<(), Fault> {
    let Some(length) = roster.hours_of(person, work.now) else {
        return Ok(());
    };
    let Some(reader) = in_time(work, group, person, until).await? else {
        return Ok(());
    };
    let Shift { title, start, .. } = &roster.shift;
    let said = |voice: &Voice| {
        let day = card::day(start, voice);
        voice.say(&if length > TimeDelta::zero() {
            phrase!("shift-thanks", title = user title, day = word day, length = hours length)
        } else {
            phrase!("shift-thanks-came", title = user title, day = word day)
        })
    };
    work.write_to(&reader, group, Personal::due(due, person), said).await?;
    Ok(())
}

/// A member, if they can be written to by then, after their quiet hours and a pause.
async fn in_time(work: &mut Work<'_>, group: &Group, person: PersonId, until: Instant) -> StoreResult<Option<Person>> {
    if work.unit.membership(group.id, person).await?.is_none() {
        return Ok(None);
    }
    let reader = work.unit.person(person).await?;
    Ok(reader.filter(|reader| work.may_be_written_to(reader, group) <= until))
}

async fn ask(work: &mut Work<'_>, due: &Due, roster: &Roster, group: &Group, person: PersonId) -> Result<(), Fault> {
    let personal = Personal {
        key: due.key(format_args!("{}/went", person.0)),
        ..Personal::due(due, person)
    };
    work.notify(group, person, personal, |voice| question(roster, voice))
        .await
}

/// "S1 · Canvass is over, and 5 people were there. How did it go?"
fn question(roster: &Roster, voice: &Voice) -> Card {
    let (shift, title) = (roster.shift.reference(), &roster.shift.title);
    let asked = phrase!("shift-asks-went", shift = word shift, title = user title, came = number roster.count_came());
    voice
        .say(&asked)
        .line(voice.line(&phrase!("shift-asks-went-shown")))
        .actions(voice, [], report_example(shift))
}

/// The one who is asked: whoever checked others in first and runs the shift; else a captain of its team, else of the group,
/// else an organizer. Of several one who was there, else who has been in the group the longest.
async fn teller(work: &mut Work<'_>, roster: &Roster) -> StoreResult<Option<PersonId>> {
    let circles = leads::circles(work, roster.shift.group, roster.shift.team).await?;
    let runs = |person: &PersonId| circles.iter().any(|circle| circle.contains(person));
    if let Some(person) = first_who_checked_in(roster).filter(runs) {
        return Ok(Some(person));
    }
    let there = |person: &&PersonId| roster.hours_of(**person, work.now).is_some();
    let nearest = circles.iter().find(|circle| !circle.is_empty());
    Ok(nearest.and_then(|own| own.iter().find(there).or(own.first()).copied()))
}

/// Whoever was the first to check somebody else in.
fn first_who_checked_in(roster: &Roster) -> Option<PersonId> {
    let taken_down = roster.seats.iter().filter(|seat| seat.attendance.came_by.is_some());
    let first = taken_down.min_by_key(|seat: &&Seat| (seat.attendance.came_at, seat.turn))?;
    first.attendance.came_by
}
