//! `remind me` and `remind here`.

use chrono::NaiveTime;

use crate::clock::Instant;
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::{Kind, ReminderId};
use crate::phrase;
use crate::reminder::command::Set;
use crate::reminder::{Audience, LIVE_MAX, Reminder, State, card, schedule};
use crate::series::Course;
use crate::time::{Moment, When};

/// Sets a reminder.
pub(super) async fn run(desk: &mut Desk<'_>, asked: Set, audience: Audience) -> Outcome<Answer> {
    must_have_room(desk, &audience).await?;
    let group = desk.group()?.id;
    let now = desk.work.now;
    let first = first_time(&asked.when, now)?;
    let course = asked.when.repeat.clone();
    let course = course.map(|rule| Course::new(rule, first.local, first.zone.clone()));
    let reminder = Reminder {
        id: ReminderId::new(desk.work.ids, desk.work.now),
        group,
        number: desk.work.next_reference(group, Kind::Reminder).await?.number,
        creator: desk.me(),
        audience,
        text: asked.text,
        zone: first.zone.clone(),
        next: Some(first),
        course,
        said: None,
        snoozed: None,
        fired_at: None,
        state: State::Waiting,
        created_at: desk.work.now,
        version: 0,
    };
    // Taking the setting back leaves a cancelled one, whose number is not given again.
    let unset = Reminder {
        state: State::Cancelled,
        ..reminder.clone()
    };
    let reminder = schedule::make(desk, unset, reminder).await?;
    Ok(answer(desk, &reminder, asked.when.timed))
}

/// When it comes first: a day without a clock time means nine in the morning.
fn first_time(when: &When, now: Instant) -> Result<Moment, UserError> {
    if when.timed {
        return Ok(when.start.clone());
    }
    let start = Moment::new(when.start.local.date().and_time(nine()), when.start.zone.clone());
    let first = match &when.repeat {
        Some(repeat) => repeat.next_after(&start, now),
        None => Some(start).filter(|start| start.at > now),
    };
    first.ok_or_else(|| UserError::new(phrase!("reminder-past-nine")).type_next("remind me 17:00 <text>"))
}

/// The clock time of a day without one.
pub(super) fn nine() -> NaiveTime {
    NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default()
}

/// Refuses one more than [`LIVE_MAX`].
pub(super) async fn must_have_room(desk: &mut Desk<'_>, audience: &Audience) -> Outcome<()> {
    let (group, me) = (desk.group()?.id, desk.me());
    let live = match audience {
        Audience::Creator => desk.work.unit.live_reminders_of(group, me).await?,
        Audience::Room(room) => desk.work.unit.live_reminders_in(group, room).await?,
    };
    let count = live.iter().filter(|reminder| reminder.audience == *audience).count();
    if count < LIVE_MAX {
        return Ok(());
    }
    let full = match audience {
        Audience::Creator => phrase!("reminder-full-me", count = number count),
        Audience::Room(_) => phrase!("reminder-full-here", count = number count),
    };
    Err(UserError::new(full).type_next("remind list").into())
}

fn answer(desk: &Desk<'_>, reminder: &Reminder, timed: bool) -> Answer {
    let voice = &desk.voice;
    let is_mine = reminder.audience == Audience::Creator;
    let set = card::coming(reminder, voice).map(|when| {
        if is_mine {
            phrase!("reminder-set-me", when = any when)
        } else {
            phrase!("reminder-set-here", when = any when)
        }
    });
    let nine = (!timed).then(|| phrase!("reminder-nine"));
    let in_the_open = is_mine && desk.actor.person.agreed_at.is_none() && !desk.room.private;
    let by_name = in_the_open.then(|| phrase!("reminder-by-name"));
    let lines = [set, nine, by_name].into_iter().flatten();
    let opening = crate::reply::Card::new().heading(card::heading(reminder, voice));
    let card = lines.fold(opening, |card, phrase| card.line(voice.line(&phrase)));
    card::with_actions(reminder, card, voice).into()
}
