//! From the parts of a phrase to instants.

use chrono::{Datelike, Days, NaiveDate, SubsecRound, TimeDelta, Timelike};

use super::clock::{Hour, Reading, Settled, settle};
use super::day::{Day, Named};
use super::phrase::{Phrase, Side};
use crate::clock::Instant;
use crate::locale::Language;
use crate::time::duration::Amount;
use crate::time::error::Reason;
use crate::time::words::Words;
use crate::time::{Moment, Repeat, When, Zone};

/// An end without a year that would be further away in the next year is meant to be before the start.
const HALF_A_YEAR: TimeDelta = TimeDelta::days(183);

/// Why a phrase names no instant.
#[derive(Debug)]
pub(super) enum Trouble {
    /// There is no such time.
    Impossible(Reason),
    /// It is over.
    Past(Moment),
    /// It reads in several ways.
    Several(Vec<Reading>),
    /// Its date does: each reading has it as month and day.
    EitherDate(Vec<Reading>),
}

/// What a phrase means, now and in that zone.
pub(super) fn when(phrase: &Phrase, now: Instant, zone: &Zone) -> Result<When, Trouble> {
    let present = Present {
        now,
        today: zone.to_local(now).date(),
        zone,
    };
    let repeat = phrase.repeat.clone().transpose().map_err(Trouble::Impossible)?;
    ask_about_dates([Some(&phrase.start), phrase.end.as_ref()])?;
    let (start_hour, end_hour) = hours(&phrase.start, phrase.end.as_ref())?;
    let start = match phrase.from_now {
        Some(amount) => present.later(amount, start_hour)?,
        None => present.start(phrase.start.day.as_ref(), start_hour, repeat.as_ref())?,
    };
    let end = match (&phrase.end, end_hour) {
        (Some(side), Some(hour)) => Some(present.end(&start, side.day.as_ref(), hour)?),
        _ => None,
    };
    Ok(When {
        start,
        end,
        timed: start_hour.is_some() || phrase.from_now.is_some(),
        dated: phrase.start.day.is_some() || phrase.from_now.is_some() || repeat.is_some(),
        repeat,
    })
}

/// "5/12" is asked about before anything else.
fn ask_about_dates(sides: [Option<&Side>; 2]) -> Result<(), Trouble> {
    let days = sides.into_iter().flatten().filter_map(|side| side.day.as_ref());
    for day in days {
        let Some(Named::Slashed {
            numbers: [one, other],
            year,
            span,
        }) = &day.named
        else {
            continue;
        };
        let months = Words::of(Language::English).months;
        let reading = |month: u32, day: u32| -> Option<Reading> {
            let index = usize::try_from(month).ok()?.checked_sub(1)?;
            let year = year.map(|year| format!(" {year}")).unwrap_or_default();
            let words = format!("{} {day}{year}", months.get(index)?.to_lowercase());
            Some(vec![(span.clone(), words)])
        };
        let readings: Vec<Reading> = [reading(*one, *other), reading(*other, *one)]
            .into_iter()
            .flatten()
            .collect();
        return Err(if readings.is_empty() {
            Trouble::Impossible(Reason::Date)
        } else {
            Trouble::EitherDate(readings)
        });
    }
    Ok(())
}

/// The clock times of both sides.
fn hours(start: &Side, end: Option<&Side>) -> Result<(Option<Hour>, Option<Hour>), Trouble> {
    let Some(start_clock) = &start.clock else {
        return Ok((None, None));
    };
    let on_a_day = start.day.is_some();
    let (end_clock, end_has_day) = match end {
        Some(end) => (end.clock.as_ref(), end.day.is_some()),
        None => (None, false),
    };
    let settled = |settled: Settled| match settled {
        Settled::One(start, end) => Ok((Some(start), end)),
        Settled::Several(readings) => Err(Trouble::Several(readings)),
        Settled::Impossible => Err(Trouble::Impossible(Reason::Clock)),
    };
    match end_clock.filter(|_| end_has_day) {
        None => settled(settle(start_clock, end_clock, on_a_day)),
        Some(end_clock) => {
            let (start, _) = settled(settle(start_clock, None, on_a_day))?;
            let (end, _) = settled(settle(end_clock, None, true))?;
            Ok((start, end))
        }
    }
}

/// Now, and where.
struct Present<'z> {
    now: Instant,
    today: NaiveDate,
    zone: &'z Zone,
}

impl Present<'_> {
    /// The first candidate that is still ahead; without a clock time a day is ahead until it ends.
    fn start(&self, day: Option<&Day>, hour: Option<Hour>, repeat: Option<&Repeat>) -> Result<Moment, Trouble> {
        let mut last = Trouble::Impossible(Reason::Date);
        for date in self.start_dates(day, repeat) {
            if let Some(day) = day.filter(|day| day.named.is_some()) {
                agree_on_weekday(day, date)?;
            }
            let moment = self.moment(date, hour)?;
            let ahead = match hour {
                Some(_) => moment.at > self.now,
                None => date >= self.today,
            };
            if ahead {
                return Ok(moment);
            }
            last = Trouble::Past(moment);
        }
        Err(last)
    }

    fn start_dates(&self, day: Option<&Day>, repeat: Option<&Repeat>) -> Vec<NaiveDate> {
        match (day, repeat) {
            (Some(day), _) => day.dates(self.today, self.today),
            (None, Some(repeat)) => repeat.first_dates(self.today).take(3).collect(),
            (None, None) => self.today.iter_days().take(3).collect(),
        }
    }

    /// The end of a range that starts there.
    fn end(&self, start: &Moment, day: Option<&Day>, hour: Hour) -> Result<Moment, Trouble> {
        let first = start.local.date();
        let Some(day) = day else {
            let same_day = self.end_moment(start, first, hour)?;
            let later = first.checked_add_days(Days::new(1));
            return match later.filter(|_| same_day.at <= start.at) {
                Some(next_day) => self.end_moment(start, next_day, hour),
                None => Ok(same_day),
            };
        };
        let mut last = Trouble::Impossible(Reason::Date);
        for date in day.dates(first, self.today) {
            if day.named.is_some() {
                agree_on_weekday(day, date)?;
            }
            let moment = self.end_moment(start, date, hour)?;
            let a_year_too_late = !day.has_year() && date.year() > first.year() && date - first > HALF_A_YEAR;
            if moment.at > start.at && !a_year_too_late {
                return Ok(moment);
            }
            last = Trouble::Impossible(Reason::EndBeforeStart);
        }
        Err(last)
    }

    fn end_moment(&self, start: &Moment, date: NaiveDate, hour: Hour) -> Result<Moment, Trouble> {
        let moment = self.moment(date, Some(hour))?;
        Ok(match hour.offset {
            Some(_) => moment,
            None => start.until(moment.local),
        })
    }

    /// That time on that date; an offset must be one that the zone has then.
    fn moment(&self, date: NaiveDate, hour: Option<Hour>) -> Result<Moment, Trouble> {
        let midnight = date.and_hms_opt(0, 0, 0).ok_or(Trouble::Impossible(Reason::Date))?;
        let Some(hour) = hour else {
            return Ok(Moment::new(midnight, self.zone.clone()));
        };
        let next_day = date.checked_add_days(Days::new(1)).filter(|_| hour.next_day);
        let local = next_day.unwrap_or(date).and_time(hour.time);
        let Some(offset) = hour.offset else {
            return Ok(Moment::new(local, self.zone.clone()));
        };
        let at = (local - TimeDelta::seconds(offset.into())).and_utc();
        let moment = Moment::at(at, self.zone.clone());
        if moment.local == local {
            Ok(moment)
        } else {
            Err(Trouble::Impossible(Reason::Clock))
        }
    }

    /// "in 3 days" keeps the wall clock, "in 72 h" does not; both end on a whole minute, never early.
    fn later(&self, amount: Amount, hour: Option<Hour>) -> Result<Moment, Trouble> {
        amount.total().ok_or(Trouble::Impossible(Reason::OutOfRange))?;
        let days = u64::try_from(amount.days).unwrap_or_default();
        let local = self.zone.to_local(self.now);
        if let Some(hour) = hour {
            let date = local.date().checked_add_days(Days::new(days));
            return self.moment(date.ok_or(Trouble::Impossible(Reason::OutOfRange))?, Some(hour));
        }
        let from = if days == 0 {
            self.now
        } else {
            let later = local.checked_add_days(Days::new(days));
            self.zone.resolve(later.ok_or(Trouble::Impossible(Reason::OutOfRange))?)
        };
        let at = whole_minute(from + TimeDelta::minutes(amount.minutes));
        Ok(Moment::at(at, self.zone.clone()))
    }
}

/// "Sat 5 Dec" must be a Saturday.
fn agree_on_weekday(day: &Day, date: NaiveDate) -> Result<(), Trouble> {
    if day.weekday.is_some_and(|weekday| weekday != date.weekday()) {
        return Err(Trouble::Impossible(Reason::Weekday(date)));
    }
    Ok(())
}

/// The instant, or the next whole minute after it.
fn whole_minute(at: Instant) -> Instant {
    let cut = at.trunc_subsecs(0) - TimeDelta::seconds(at.second().into());
    if cut < at { cut + TimeDelta::minutes(1) } else { cut }
}
