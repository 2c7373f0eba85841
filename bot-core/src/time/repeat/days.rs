//! Which days a rule has: the days of one period (a day, week, month or year) that satisfy every BY part, and of these
//! the positions that BYSETPOS names.

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta};

use super::{Freq, Repeat, week_of};

/// The calendar repeats after 400 years, which are whole weeks.
const CYCLE_YEARS: u32 = 400;
const CYCLE_DAYS: u32 = 146_097;

impl Repeat {
    /// The rule with what it leaves to its first date written out: "every month" of something on the 5th is
    /// "on the 5th".
    pub(crate) fn anchored(&self, first: NaiveDate) -> Self {
        let rule = self.clone();
        if !(rule.year_days.is_empty() && rule.month_days.is_empty() && rule.weekdays.is_empty()) {
            return rule;
        }
        let (month, day) = (first.month(), first.day().cast_signed());
        match rule.freq {
            Freq::Daily => rule,
            Freq::Weekly => rule.on_weekdays([(None, first.weekday())]),
            Freq::Yearly if !rule.weeks.is_empty() => rule.on_weekdays([(None, first.weekday())]),
            Freq::Yearly if rule.months.is_empty() => rule.in_months([month]).on_month_days([day]),
            Freq::Monthly | Freq::Yearly => rule.on_month_days([day]),
        }
    }

    /// After so many periods in a row without a day there is never one again.
    pub(super) fn cycle(&self) -> u32 {
        let periods = match self.freq {
            Freq::Daily => CYCLE_DAYS,
            Freq::Weekly => CYCLE_DAYS / 7,
            Freq::Monthly => CYCLE_YEARS * 12,
            Freq::Yearly => CYCLE_YEARS,
        };
        periods / common_divisor(periods, self.every)
    }

    /// In which period after that of `first` a date lies, or the one before it that the rule has.
    pub(super) fn period_of(&self, first: NaiveDate, date: NaiveDate) -> i64 {
        let distance = match self.freq {
            Freq::Daily => (date - first).num_days(),
            Freq::Weekly => (week_of(date, self.week_start) - week_of(first, self.week_start)).num_weeks(),
            Freq::Monthly => months_of(date) - months_of(first),
            Freq::Yearly => i64::from(date.year() - first.year()),
        };
        distance.max(0) / i64::from(self.every)
    }

    /// The days of a period, in order; `None` past the end of the calendar.
    pub(super) fn days_of(&self, first: NaiveDate, period: i64) -> Option<Vec<NaiveDate>> {
        let steps = period.checked_mul(i64::from(self.every))?;
        let (start, end) = match self.freq {
            Freq::Daily => {
                let day = first.checked_add_signed(TimeDelta::try_days(steps)?)?;
                (day, day.checked_add_days(Days::new(1))?)
            }
            Freq::Weekly => {
                let week = week_of(first, self.week_start).checked_add_signed(TimeDelta::try_weeks(steps)?)?;
                (week, week.checked_add_days(Days::new(7))?)
            }
            Freq::Monthly => {
                let month = first
                    .with_day(1)?
                    .checked_add_months(Months::new(steps.try_into().ok()?))?;
                (month, month.checked_add_months(Months::new(1))?)
            }
            Freq::Yearly => {
                let year = i32::try_from(steps).ok()?.checked_add(first.year())?;
                (
                    NaiveDate::from_ymd_opt(year, 1, 1)?,
                    NaiveDate::from_ymd_opt(year.checked_add(1)?, 1, 1)?,
                )
            }
        };
        let days: Vec<NaiveDate> = start
            .iter_days()
            .take_while(|day| *day < end)
            .filter(|day| self.has(*day))
            .collect();
        Some(self.placed(days))
    }

    /// Whether every BY part has that day.
    fn has(&self, date: NaiveDate) -> bool {
        let day = date.day().cast_signed();
        let any_month = self.months.is_empty() || self.months.contains(&date.month());
        any_month
            && among(&self.month_days, day, || month_length(date))
            && among(&self.year_days, date.ordinal().cast_signed(), || year_length(date))
            && (self.weeks.is_empty() || self.has_week(date))
            && (self.weekdays.is_empty() || self.has_weekday(date))
    }

    /// Weeks are numbered as ISO 8601 has it: the first has four days of the year at least.
    fn has_week(&self, date: NaiveDate) -> bool {
        let middle = week_of(date, self.week_start) + TimeDelta::days(3);
        let number = |middle: NaiveDate| middle.ordinal0().cast_signed() / 7 + 1;
        let weeks_of_the_year = || {
            let last = NaiveDate::from_ymd_opt(middle.year(), 12, 28);
            last.map_or(52, |last| number(week_of(last, self.week_start) + TimeDelta::days(3)))
        };
        among(&self.weeks, number(middle), weeks_of_the_year)
    }

    fn has_weekday(&self, date: NaiveDate) -> bool {
        let of_the_month = self.freq == Freq::Monthly || !self.months.is_empty();
        let (day, length) = if of_the_month {
            (date.day().cast_signed(), month_length(date))
        } else {
            (date.ordinal().cast_signed(), year_length(date))
        };
        let (from_start, from_end) = ((day - 1) / 7 + 1, -((length - day) / 7 + 1));
        self.weekdays.iter().any(|(nth, weekday)| {
            date.weekday() == *weekday && nth.is_none_or(|nth| nth == from_start || nth == from_end)
        })
    }

    /// Of the days of a period those at the rule's positions.
    fn placed(&self, days: Vec<NaiveDate>) -> Vec<NaiveDate> {
        if self.positions.is_empty() {
            return days;
        }
        let count = i32::try_from(days.len()).unwrap_or(i32::MAX);
        let places = (1..=count).zip(days);
        places
            .filter(|(place, _)| among(&self.positions, *place, || count))
            .map(|(_, day)| day)
            .collect()
    }
}

/// Whether a number from 1 to `last` is among those that are named, from the start or, negative, from the end; all
/// are where none is.
fn among(named: &[i32], number: i32, last: impl FnOnce() -> i32) -> bool {
    named.is_empty() || named.contains(&number) || {
        let from_end = number - last() - 1;
        named.contains(&from_end)
    }
}

fn month_length(date: NaiveDate) -> i32 {
    date.num_days_in_month().into()
}

fn year_length(date: NaiveDate) -> i32 {
    if date.leap_year() { 366 } else { 365 }
}

fn months_of(date: NaiveDate) -> i64 {
    i64::from(date.year()) * 12 + i64::from(date.month0())
}

fn common_divisor(one: u32, other: u32) -> u32 {
    if other == 0 {
        one
    } else {
        common_divisor(other, one % other)
    }
}
