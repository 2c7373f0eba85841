//! `remind edit`: another text, time or rule, for one date, this and later ones, or all.

use chrono::NaiveTime;

use super::set::{must_have_room, nine};
use super::{allowed, ask, find, show, tell_of_change};
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::{Kind, ReminderId};
use crate::phrase;
use crate::reminder::command::Edit;
use crate::reminder::rules::No;
use crate::reminder::{Reminder, State, schedule};
use crate::series::Scope;
use crate::series::course::target::{self, Part};
use crate::series::course::words::day;
use crate::series::course::{Course, Date};
use crate::time::{Moment, Repeat, When};
use crate::undo::Undo;

pub(super) async fn run(desk: &mut Desk<'_>, edit: Edit) -> Outcome<Answer> {
    let reminder = find(desk, edit.reminder).await?;
    let reference = reminder.reference();
    if edit.text.is_none() && edit.when.is_none() && edit.repeat == Part::Kept {
        let nothing = UserError::new(phrase!("reminder-edit-nothing", reminder = command reference));
        return Err(nothing.type_next(format!("remind edit {reference} when:18:00")).into());
    }
    allowed(&reminder, may_change(&reminder, &edit))?;
    let Some(course) = reminder.course.clone() else {
        if edit.dates.on.is_some() {
            return Err(phrase!("course-repeats-not", subject = word reference).into());
        }
        let after = once(desk, &reminder, edit)?;
        return save(desk, reminder, after).await;
    };
    let new_rule = edit.repeat != Part::Kept || edit.when.as_ref().is_some_and(|when| when.repeat.is_some());
    let named = edit.dates.on.as_ref().map(|_| Scope::One);
    match edit.dates.scope.or(named).or(new_rule.then_some(Scope::All)) {
        None => Ok(ask(desk, &reminder)),
        Some(Scope::One) => one(desk, reminder, course, edit).await,
        Some(Scope::Later) => later(desk, reminder, course, edit).await,
        Some(Scope::All) => {
            let date = course.next();
            let after = all(desk, &reminder, &course, date, edit)?;
            save(desk, reminder, after).await
        }
    }
}

/// What was cancelled stays so; what is over needs another time.
fn may_change(reminder: &Reminder, edit: &Edit) -> Result<(), No> {
    let new_time = edit.when.is_some() || matches!(edit.repeat, Part::Set(_));
    match reminder.state {
        State::Cancelled => Err(No::Cancelled),
        State::Over if !new_time => Err(No::Over),
        _ => Ok(()),
    }
}

/// A reminder that comes once, as it is after the edit: it may begin to repeat.
fn once(desk: &Desk<'_>, reminder: &Reminder, edit: Edit) -> Result<Reminder, UserError> {
    let mut after = reminder.clone();
    after.text = edit.text.unwrap_or(after.text);
    let repeat = edit.repeat.of(None);
    if edit.when.is_none() && repeat.is_none() {
        return Ok(after);
    }
    let clock = reminder.next.as_ref().map(|next| next.local.time());
    let (rule, first) = rule_and_first(desk, edit.when, repeat, clock)?;
    after.snoozed = None;
    after.zone = first.zone.clone();
    after.course = rule.map(|rule| Course::new(rule, first.local, first.zone.clone()));
    after.next = Some(first);
    if after.state == State::Over {
        after.state = State::Waiting;
    }
    Ok(after)
}

/// One date has a time or a text of its own.
async fn one(desk: &mut Desk<'_>, reminder: Reminder, mut course: Course, edit: Edit) -> Outcome<Answer> {
    let reference = reminder.reference();
    if edit.repeat != Part::Kept {
        return Err(phrase!("course-one-time").into());
    }
    let on = edit.dates.on.as_ref();
    let date = if edit.when.is_some() {
        target::any(&course, on, reference, &desk.voice)?
    } else {
        target::coming(&course, on, reference, &desk.voice)?
    };
    let now = desk.work.now;
    let at = edit
        .when
        .as_ref()
        .map(|when| target::moved(&date, when, now))
        .transpose()?;
    course
        .set_apart(&date, at, edit.text)
        .map_err(|full| target::full(full, reference))?;
    let after = reminder.on_course(course, now);
    save(desk, reminder, after).await
}

/// This and later dates: from the next one on that is all of them; from a later one on it is a reminder of its own.
async fn later(desk: &mut Desk<'_>, reminder: Reminder, course: Course, edit: Edit) -> Outcome<Answer> {
    let reference = reminder.reference();
    let date = target::coming(&course, edit.dates.on.as_ref(), reference, &desk.voice)?;
    let now = desk.work.now;
    let head = reminder.on_course(course.before(&date), now);
    if head.next.is_none() {
        let after = all(desk, &reminder, &course, Some(date), edit)?;
        return save(desk, reminder, after).await;
    }
    must_have_room(desk, &reminder.audience).await?;
    let from = day(date.at.local.date(), &desk.voice);
    let rest = course.from(&date);
    let tail = Reminder {
        id: ReminderId::new(desk.work.ids, now),
        number: desk.work.next_reference(reminder.group, Kind::Reminder).await?.number,
        creator: desk.me(),
        snoozed: None,
        said: None,
        fired_at: None,
        created_at: now,
        version: 0,
        ..reminder.clone()
    };
    let edited = all(desk, &reminder, &rest, rest.next(), edit)?;
    let tail = Reminder {
        text: edited.text,
        zone: edited.zone,
        next: edited.next,
        course: edited.course,
        ..tail
    };
    let unset = Reminder {
        state: State::Cancelled,
        ..tail.clone()
    };
    let before = reminder.version;
    let head = schedule::replace(&mut desk.work, before, head).await?;
    let tail = schedule::replace(&mut desk.work, 0, tail).await?;
    desk.remember_undo(Undo::Reminders(vec![reminder, unset])).await?;
    tell_of_change(desk, &head).await?;
    let said = phrase!(
        "reminder-parted",
        reminder = command reference,
        day = word from,
        next = command tail.reference()
    );
    Ok(show(desk, &tail, &[said]))
}

/// Every coming date; what is out of the ordinary stays so.
fn all(
    desk: &Desk<'_>,
    reminder: &Reminder,
    course: &Course,
    date: Option<Date>,
    edit: Edit,
) -> Result<Reminder, UserError> {
    let now = desk.work.now;
    let mut after = reminder.clone();
    after.text = edit.text.unwrap_or(after.text);
    let reference = reminder.reference();
    let new_rule = edit.when.as_ref().is_some_and(|when| when.repeat.is_some());
    match (edit.repeat, edit.when) {
        (Part::Kept, None) => Ok(after.on_course(course.clone(), now)),
        (Part::Kept, Some(to)) if !new_rule => {
            let ended = || phrase!("course-ended", subject = word reference);
            let (course, _) = target::all_moved(course, &date.ok_or_else(ended)?, &to, reference)?;
            Ok(after.on_course(course, now))
        }
        (Part::Removed, when) => {
            if let Some(date) = date {
                after.text = date.text.unwrap_or(after.text);
            }
            after.course = None;
            if let Some(when) = when {
                let (_, first) = rule_and_first(desk, Some(when), None, None)?;
                after.zone = first.zone.clone();
                after.next = Some(first);
            }
            Ok(after)
        }
        (repeat, when) => {
            let clock = course.dates.first.time();
            let (rule, first) = rule_and_first(desk, when, repeat.of(None), Some(clock))?;
            let rule = rule.unwrap_or_else(|| course.dates.rule.clone());
            Ok(after.on_course(course.ruled(rule, first.local, first.zone), now))
        }
    }
}

/// The rule, if there is one, and the first time. A day without a clock time has that of before, else nine in the morning.
fn rule_and_first(
    desk: &Desk<'_>,
    when: Option<When>,
    repeat: Option<When>,
    before: Option<NaiveTime>,
) -> Result<(Option<Repeat>, Moment), UserError> {
    let missing = || UserError::new(phrase!("task-repeat-missing")).type_next("repeat:every fri 17:00");
    let rule = match &repeat {
        Some(repeat) => Some(repeat.repeat.clone().ok_or_else(missing)?),
        None => when.as_ref().and_then(|when| when.repeat.clone()),
    };
    let said = [when.as_ref(), repeat.as_ref()];
    let clock = said.into_iter().flatten().find(|when| when.timed);
    let clock = clock
        .map(|when| when.start.local.time())
        .or(before)
        .unwrap_or_else(nine);
    let start = when.or(repeat).ok_or_else(missing)?.start;
    let start = Moment::new(start.local.date().and_time(clock), start.zone);
    let now = desk.work.now;
    let first = match &rule {
        Some(rule) => rule.next_after(&start, now),
        None => Some(start.clone()).filter(|start| start.at > now),
    };
    let over = || UserError::new(phrase!("course-over", at = moment start));
    Ok((rule, first.ok_or_else(over)?))
}

async fn save(desk: &mut Desk<'_>, before: Reminder, after: Reminder) -> Outcome<Answer> {
    if before == after {
        let same = UserError::new(phrase!("reminder-edit-same", reminder = command before.reference()));
        return Err(same.type_next("remind list").into());
    }
    let reminder = schedule::make(desk, before, after).await?;
    tell_of_change(desk, &reminder).await?;
    Ok(show(desk, &reminder, &[]))
}
