//! Which dates an act means: the one that `on:` names, and when it is to come.

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta};

use super::words::{day, days};
use super::{Course, Date, Day, EXCEPTIONS_MAX, NoRoom};
use crate::catalogue::{ArgKind, ArgSpec, Args, Shape};
use crate::clock::Instant;
use crate::error::UserError;
use crate::ids::Reference;
use crate::locale::Voice;
use crate::phrase;
use crate::series::Scope;
use crate::time::{Dated, Freq, Moment, When};

/// Which dates of what repeats an act means, as typed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Which {
    /// One, this and later, or all.
    pub scope: Option<Scope>,
    /// The date that is meant, if not the next one.
    pub on: Option<When>,
}

impl Which {
    /// What was given for `dates:` and `on:`.
    pub fn take(args: &mut Args) -> Self {
        Self {
            scope: Scope::take(args),
            on: args.when(ON.name),
        }
    }
}

/// The option `on:<date>`.
pub const ON: ArgSpec = ArgSpec::new("on", "date", ArgKind::When, Shape::Keyed);

/// What becomes of a part that may be missing.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub enum Part<T> {
    /// It stays.
    #[default]
    Kept,
    /// It is taken away: `none`.
    Removed,
    /// It is this.
    Set(T),
}

impl<T> Part<T> {
    /// What the catalogue gives: nothing, `none`, or a value.
    pub fn given(given: Option<Option<T>>) -> Self {
        match given {
            None => Self::Kept,
            Some(None) => Self::Removed,
            Some(Some(after)) => Self::Set(after),
        }
    }

    /// The part as it is afterwards.
    pub fn of(self, before: Option<T>) -> Option<T> {
        match self {
            Self::Kept => before,
            Self::Removed => None,
            Self::Set(after) => Some(after),
        }
    }
}

/// The date to come that `on:` names; without it the next one.
pub fn coming(course: &Course, on: Option<&When>, subject: Reference, voice: &Voice) -> Result<Date, UserError> {
    let Some(on) = on else {
        let next = course.next();
        return next.ok_or_else(|| phrase!("course-ended", subject = word subject).into());
    };
    let asked = on.start.local.date();
    match course.day(asked) {
        Day::Of(date) => Ok(date),
        Day::Skipped(_) => {
            let day = day(asked, voice);
            Err(phrase!("course-is-skipped", subject = word subject, day = word day).into())
        }
        Day::Free => {
            let (day, dates) = (day(asked, voice), days(course, voice));
            Err(phrase!("course-no-date", subject = word subject, day = word day, dates = word dates).into())
        }
    }
}

/// The same, for what may also bring back a date that was left out.
pub fn any(course: &Course, on: Option<&When>, subject: Reference, voice: &Voice) -> Result<Date, UserError> {
    if let Some(on) = on
        && let Day::Skipped(date) = course.day(on.start.local.date())
    {
        return Ok(date);
    }
    coming(course, on, subject, voice)
}

/// When a date is to come by what was said of it: "18:00" is six o'clock of its own day, "sat" its own time
/// on the Saturday of its week.
pub fn moved(date: &Date, to: &When, now: Instant) -> Result<Moment, UserError> {
    if to.repeat.is_some() || to.end.is_some() {
        return Err(phrase!("course-one-time").into());
    }
    let own = &date.at;
    let its_day = own.local.date();
    let in_its_week = of_week(its_day, to.start.local.date());
    let day = match to.dated {
        Dated::Clock => its_day,
        Dated::Weekday if own.zone.resolve(in_its_week.and_time(own.local.time())) > now => in_its_week,
        Dated::Weekday | Dated::Date => to.start.local.date(),
    };
    let moved = if to.timed {
        Moment::new(day.and_time(to.start.local.time()), to.start.zone.clone())
    } else {
        Moment::new(day.and_time(own.local.time()), own.zone.clone())
    };
    if moved.at <= now {
        return Err(phrase!("course-over", at = moment moved).into());
    }
    Ok(moved)
}

/// The same day of the week of the week of `own`.
fn of_week(own: NaiveDate, day: NaiveDate) -> NaiveDate {
    let week = |day: NaiveDate| day - TimeDelta::days(day.weekday().num_days_from_monday().into());
    week(own) + (day - week(day))
}

/// The course whose every date moves as `date` does by what was said of it, and where the rule has that date then.
pub fn all_moved(
    course: &Course,
    date: &Date,
    to: &When,
    subject: Reference,
) -> Result<(Course, NaiveDateTime), UserError> {
    let own = date.rule.date();
    let mut day = if to.dated == Dated::Clock {
        own
    } else {
        to.start.local.date()
    };
    if (day - own).num_days().abs() >= 7 && course.dates.rule.freq() == Freq::Weekly {
        // "thu" is the next Thursday, and the date may be weeks away: every week's own Thursday is meant.
        day = of_week(own, day);
    }
    let (clock, zone) = if to.timed {
        (to.start.local.time(), to.start.zone.clone())
    } else {
        (date.rule.time(), course.dates.zone.clone())
    };
    let to = day.and_time(clock);
    let moved = course.moved_as(date.rule, to, zone);
    let moved = moved.ok_or_else(|| UserError::new(phrase!("course-not-turned", subject = word subject)))?;
    Ok((moved, to))
}

/// The refusal of one more date that is out of the ordinary.
pub fn full(NoRoom: NoRoom, subject: Reference) -> UserError {
    phrase!("course-full", subject = word subject, count = number EXCEPTIONS_MAX).into()
}
