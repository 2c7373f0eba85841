//! From the parts of a phrase to instants.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime, SubsecRound, TimeDelta, Timelike};

use super::clock::{Hour, Reading, Settled, settle};
use super::day::{Day, Named};
use super::phrase::{Date, Finish, Phrase, Side};
use super::rhythm::Fault;
use crate::clock::Instant;
use crate::locale::Language;
use crate::time::duration::Amount;
use crate::time::error::Reason;
use crate::time::words::Words;
use crate::time::{Dated, Moment, Repeat, When, Zone};

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
    let repeat = match phrase.repeat.as_ref().map(|rule| rule.repeat.clone()) {
        Some(Err(Fault::Impossible(reason))) => return Err(Trouble::Impossible(reason)),
        Some(Err(Fault::Several(readings))) => return Err(Trouble::Several(readings)),
        Some(Ok(repeat)) => Some(repeat),
        None => None,
    };
    let until = match &phrase.finish {
        Some(Finish::Until(day)) => Some(day),
        _ => None,
    };
    let sides = [Some(&phrase.start), phrase.end.as_ref()];
    let days = sides.into_iter().flatten().filter_map(|side| side.day.as_ref());
    ask_about_dates(days.chain(&phrase.from).chain(until))?;
    let (start_hour, end_hour) = hours(&phrase.start, phrase.end.as_ref())?;
    let start = match (&phrase.from_now, &repeat) {
        (Some(amount), _) => present.later(*amount, start_hour)?,
        (None, Some(repeat)) => present.first(phrase, start_hour, repeat)?,
        (None, None) => present.start(phrase.start.day.as_ref(), start_hour)?,
    };
    let end = match (&phrase.end, end_hour) {
        (Some(side), Some(hour)) => Some(present.end(&start, side.day.as_ref(), hour)?),
        (Some(side), None) => Some(present.last_day(&start, side.day.as_ref())?),
        (None, _) if phrase.whole_days => Some(day_after(&start, start.local.date())?),
        _ => None,
    };
    let repeat = match repeat {
        Some(repeat) => Some(present.finished(repeat, &start, phrase.finish.as_ref(), phrase.from.is_some())?),
        None => None,
    };
    let when = When {
        start,
        end,
        timed: start_hour.is_some() || phrase.from_now.is_some(),
        dated: dated(phrase),
        repeat,
    };
    present.agree_on_coming(&when, &phrase.coming)?;
    Ok(when)
}

fn dated(phrase: &Phrase) -> Dated {
    match &phrase.start.day {
        None if phrase.from_now.is_none() && phrase.repeat.is_none() => Dated::Clock,
        Some(day) if day.named.is_none() => Dated::Weekday,
        _ => Dated::Date,
    }
}

/// "5/12" is asked about before anything else.
fn ask_about_dates<'d>(days: impl Iterator<Item = &'d Day>) -> Result<(), Trouble> {
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
    fn start(&self, day: Option<&Day>, hour: Option<Hour>) -> Result<Moment, Trouble> {
        let dates = match day {
            Some(day) => day.dates(self.today, self.today),
            None => self.today.iter_days().take(3).collect(),
        };
        let mut last = Trouble::Impossible(Reason::Date);
        for date in dates {
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

    /// The first occurrence of a repeat that is still ahead, from the day on that the phrase names.
    fn first(&self, phrase: &Phrase, hour: Option<Hour>, repeat: &Repeat) -> Result<Moment, Trouble> {
        let from = phrase.coming.first().map(|date| &date.day).or(phrase.from.as_ref());
        let from = match from {
            None => self.today,
            Some(day) => {
                let date = day.dates(self.today, self.today).first().copied();
                let date = date.ok_or(Trouble::Impossible(Reason::Date))?;
                agree_on_weekday(day, date)?;
                date
            }
        };
        if phrase.from.is_some() && from < self.today {
            return Err(Trouble::Past(self.moment(from, hour)?));
        }
        for date in repeat.first_dates(from).take(3) {
            let moment = self.moment(date, hour)?;
            let ahead = match hour {
                Some(_) => moment.at > self.now,
                None => date >= self.today,
            };
            if ahead {
                return Ok(moment);
            }
        }
        Err(Trouble::Impossible(Reason::Never))
    }

    /// The repeat with its end.
    fn finished(
        &self,
        repeat: Repeat,
        start: &Moment,
        finish: Option<&Finish>,
        starts_later: bool,
    ) -> Result<Repeat, Trouble> {
        let first = start.local.date();
        let repeat = match finish {
            None => repeat,
            Some(Finish::Times(times)) => repeat
                .so_many_times(*times)
                .ok_or(Trouble::Impossible(Reason::OutOfRange))?,
            Some(Finish::After(amount)) => {
                let long = amount.minutes == 0 && amount.total().is_some();
                let after = later_date(first, *amount).filter(|_| long);
                let last = after.and_then(|date| date.pred_opt());
                repeat.until_day(last.ok_or(Trouble::Impossible(Reason::OutOfRange))?)
            }
            Some(Finish::Until(day)) => {
                // "from jan 5 until jun 30" ends in the year in which it begins
                let from = if starts_later { first } else { self.today };
                let date = day.dates(from, self.today).first().copied();
                let date = date.ok_or(Trouble::Impossible(Reason::Date))?;
                agree_on_weekday(day, date)?;
                repeat.until_day(date)
            }
        };
        match repeat.occurrences(start.local).next() {
            Some(_) => Ok(repeat),
            None => Err(Trouble::Impossible(Reason::Never)),
        }
    }

    /// The dates of an echo must be those that the repeat has.
    fn agree_on_coming(&self, when: &When, coming: &[Date]) -> Result<(), Trouble> {
        let mut occurrence = Some(when.clone());
        for date in coming {
            let said = date.day.dates(self.today, self.today);
            let found = occurrence.filter(|found| {
                let local = found.start.zone.to_local(found.start.at);
                let clock = date.clock.unwrap_or_else(|| {
                    let set = found.start.local;
                    [set.hour(), set.minute()]
                });
                said.contains(&local.date()) && (!when.timed || clock == [local.hour(), local.minute()])
            });
            let found = found.ok_or(Trouble::Impossible(Reason::Dates))?;
            occurrence = found.next_after(found.start.at);
        }
        Ok(())
    }

    /// The end of a range of whole days: the first instant after its last day.
    fn last_day(&self, start: &Moment, day: Option<&Day>) -> Result<Moment, Trouble> {
        let first = start.local.date();
        let day = day.ok_or(Trouble::Impossible(Reason::Date))?;
        let dates = day.dates(first, self.today);
        let last = *dates.first().ok_or(Trouble::Impossible(Reason::Date))?;
        agree_on_weekday(day, last)?;
        let a_year_too_late = !day.has_year() && day.named.is_some() && last - first > HALF_A_YEAR;
        if last <= first || a_year_too_late {
            return Err(Trouble::Impossible(Reason::EndBeforeStart));
        }
        day_after(start, last)
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
        if let Some(shift) = hour.shift {
            let at = (local - TimeDelta::seconds(shift.into())).and_utc();
            return Ok(Moment::at(at, self.zone.clone()));
        }
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
        let local = self.zone.to_local(self.now);
        let date = later_date(local.date(), amount).ok_or(Trouble::Impossible(Reason::OutOfRange))?;
        if let Some(hour) = hour {
            return self.moment(date, Some(hour));
        }
        let from = if date == local.date() {
            self.now
        } else {
            self.zone.resolve(date.and_time(local.time()))
        };
        let at = whole_minute(from + TimeDelta::minutes(amount.minutes));
        Ok(Moment::at(at, self.zone.clone()))
    }
}

/// So many months and days after a date; the last day of a month that is too short.
fn later_date(date: NaiveDate, amount: Amount) -> Option<NaiveDate> {
    let months = Months::new(u32::try_from(amount.months).ok()?);
    date.checked_add_months(months)?
        .checked_add_days(Days::new(u64::try_from(amount.days).ok()?))
}

/// The first instant of the day after a date, as the end of what starts there.
fn day_after(start: &Moment, date: NaiveDate) -> Result<Moment, Trouble> {
    let next = date
        .checked_add_days(Days::new(1))
        .ok_or(Trouble::Impossible(Reason::Date))?;
    Ok(start.until(next.and_time(NaiveTime::MIN)))
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
