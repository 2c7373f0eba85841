//! `remind cancel`: all of a reminder, or of one that repeats a date, or this and later ones.

use super::{allowed, ask, find, show, tell_creator, tell_of_change};
use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::locale::Phrase;
use crate::phrase;
use crate::reminder::{Reminder, schedule};
use crate::series::course::target::{self, Which};
use crate::series::course::words::day;
use crate::series::{Course, Scope};

pub(super) async fn run(desk: &mut Desk<'_>, number: u32, dates: Which) -> Outcome<Answer> {
    let reminder = find(desk, number).await?;
    allowed(&reminder, reminder.cancel())?;
    let reference = reminder.reference();
    let Some(course) = &reminder.course else {
        return match dates.on {
            Some(_) => Err(phrase!("course-repeats-not", subject = word reference).into()),
            None => whole(desk, reminder).await,
        };
    };
    match dates.scope.or(dates.on.as_ref().map(|_| Scope::One)) {
        None => Ok(ask(desk, &reminder)),
        Some(Scope::All) => whole(desk, reminder).await,
        Some(Scope::One) => {
            let date = target::coming(course, dates.on.as_ref(), reference, &desk.voice)?;
            let mut rest = course.clone();
            rest.skip(&date).map_err(|full| target::full(full, reference))?;
            let day = day(date.at.local.date(), &desk.voice);
            let said = phrase!("reminder-skips", reminder = command reference, day = word day, undo = command "undo");
            go_on(desk, reminder, rest, said).await
        }
        Some(Scope::Later) => {
            let date = target::coming(course, dates.on.as_ref(), reference, &desk.voice)?;
            let rest = course.before(&date);
            let day = day(date.rule.date(), &desk.voice);
            let said = phrase!("reminder-ends", reminder = command reference, day = word day, undo = command "undo");
            go_on(desk, reminder, rest, said).await
        }
    }
}

/// The reminder on the dates that are left to it; where none is left it is cancelled.
async fn go_on(desk: &mut Desk<'_>, reminder: Reminder, rest: Course, said: Phrase) -> Outcome<Answer> {
    let after = reminder.on_course(rest, desk.work.now);
    if after.coming().is_none() {
        return whole(desk, reminder).await;
    }
    let reminder = schedule::make(desk, reminder, after).await?;
    tell_of_change(desk, &reminder).await?;
    Ok(show(desk, &reminder, &[said]))
}

async fn whole(desk: &mut Desk<'_>, reminder: Reminder) -> Outcome<Answer> {
    let cancelled = allowed(&reminder, reminder.cancel())?;
    let reminder = schedule::make(desk, reminder, cancelled).await?;
    let reference = reminder.reference();
    if reminder.creator != desk.me() {
        let news = phrase!(
            "reminder-notice-cancelled",
            actor = person desk.actor.person.name,
            reminder = command reference,
            text = user reminder.text
        );
        tell_creator(desk, &reminder, news).await?;
        let (group, me) = (reminder.group, desk.me());
        desk.work
            .audit(group, me, "reminder.cancelled", Some(reference), None)
            .await?;
    }
    Ok(desk.say(&phrase!("reminder-cancelled", reminder = command reference, undo = command "undo")))
}
