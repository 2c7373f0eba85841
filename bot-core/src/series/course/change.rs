//! One date, this and later, or all of them become others.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::{Course, Date, EXCEPTIONS_MAX};
use crate::time::{Moment, Repeat, Zone};

/// More than [`EXCEPTIONS_MAX`] dates of a course would be out of the ordinary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoRoom;

/// What a day is to a course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Day {
    /// This date comes on it, or was moved away from it.
    Of(Date),
    /// This date was left out.
    Skipped(Date),
    /// There is nothing on it.
    Free,
}

impl Course {
    /// What a day of the calendar is to it.
    pub fn day(&self, day: NaiveDate) -> Day {
        let by_rule = self.by_rule(day);
        let moved: Vec<Date> = self.moved().collect();
        let comes = |date: &&Date| date.at.local.date() == day;
        let left = |date: &&Date| date.rule.date() == day;
        let moved = moved.iter().find(comes).or_else(|| moved.iter().find(left));
        match (by_rule, moved) {
            (Some(date), None) if self.dates.skipped.contains(&date.rule) => Day::Skipped(date),
            (Some(date), Some(moved)) if moved.rule != date.rule && !self.dates.skipped.contains(&date.rule) => {
                Day::Of(date)
            }
            (_, Some(moved)) => Day::Of(moved.clone()),
            (Some(date), None) => Day::Of(date),
            (None, None) => Day::Free,
        }
    }

    /// What the rule gives on a day that has not come, skipped or not.
    fn by_rule(&self, day: NaiveDate) -> Option<Date> {
        let midnight = day.and_time(chrono::NaiveTime::MIN);
        let before = self.dates.moment(midnight).at - TimeDelta::microseconds(1);
        let first = self.dates.moment(self.dates.first);
        let at = self.dates.rule.next_after(&first, before)?;
        let fits = at.local.date() == day && !self.has_come_to(at.local);
        fits.then(|| Date {
            rule: at.local,
            text: self.own.get(&at.local).and_then(|own| own.text.clone()),
            at,
        })
    }

    /// Whether the rule gives that wall clock.
    pub fn gives(&self, rule: NaiveDateTime) -> bool {
        let before = self.dates.moment(rule).at - TimeDelta::microseconds(1);
        let first = self.dates.moment(self.dates.first);
        let next = self.dates.rule.next_after(&first, before);
        next.is_some_and(|next| next.local == rule)
    }

    /// Leaves a date out.
    pub fn skip(&mut self, date: &Date) -> Result<(), NoRoom> {
        self.own.remove(&date.rule);
        if self.has_come_to(date.rule) {
            return Ok(());
        }
        self.dates.skipped.insert(date.rule);
        self.must_have_room()
    }

    /// Gives a date a time or a text of its own; one that was left out comes again.
    pub fn set_apart(&mut self, date: &Date, at: Option<Moment>, text: Option<String>) -> Result<(), NoRoom> {
        self.dates.skipped.remove(&date.rule);
        let own = self.own.entry(date.rule).or_default();
        own.at = at.or(own.at.take());
        own.text = text.or(own.text.take());
        let by_rule = Moment::new(date.rule, self.dates.zone.clone());
        if !self.has_come_to(date.rule) {
            let own = self.own.entry(date.rule).or_default();
            own.at.take_if(|at| at.at == by_rule.at);
        }
        self.own.retain(|_, own| own.at.is_some() || own.text.is_some());
        self.must_have_room()
    }

    fn must_have_room(&self) -> Result<(), NoRoom> {
        if self.own.len() + self.dates.skipped.len() <= EXCEPTIONS_MAX {
            Ok(())
        } else {
            Err(NoRoom)
        }
    }

    /// The course that ends before a date.
    #[must_use]
    pub fn before(&self, date: &Date) -> Self {
        let mut course = self.clone();
        course.dates.rule = course.dates.rule.until_day(date.rule.date() - TimeDelta::days(1));
        course.dates.skipped.retain(|rule| *rule < date.rule);
        course.own.retain(|rule, _| *rule < date.rule);
        course
    }

    /// The course that begins with a date: what is out of the ordinary from there on stays so.
    #[must_use]
    pub fn from(&self, date: &Date) -> Self {
        let mut course = self.clone();
        if let Some(times) = self.dates.rule.times() {
            let before = self.dates.rule.occurrences(self.dates.first);
            let before = before.take_while(|rule| *rule < date.rule).count();
            let left = times.saturating_sub(u32::try_from(before).unwrap_or(u32::MAX)).max(1);
            course.dates.rule = self.dates.rule.clone().so_many_times(left).unwrap_or(course.dates.rule);
        }
        course.dates.first = date.rule;
        course.past = None;
        course.dates.skipped.retain(|rule| *rule >= date.rule);
        course.own.retain(|rule, _| *rule >= date.rule);
        course
    }

    /// Every date moved as far as the one of `from` moves to get to `to`, by the wall clock; one that has a time of its own
    /// keeps that. `None` where the rule cannot be [turned](Repeat::turned) like that.
    pub fn moved_as(&self, from: NaiveDateTime, to: NaiveDateTime, zone: Zone) -> Option<Self> {
        let days = to.date() - from.date();
        let shifted = |local: NaiveDateTime| (local.date() + days).and_time(to.time());
        let rule = self.dates.rule.turned(from.date(), days.num_days())?;
        let rule = match rule.until() {
            Some(until) => rule.until_day(until.date() + days),
            None => rule,
        };
        let mut course = Self::new(rule, shifted(self.dates.first), zone);
        course.past = self.past.map(shifted);
        course.dates.skipped = self.dates.skipped.iter().copied().map(shifted).collect();
        course.own = self
            .own
            .iter()
            .map(|(rule, own)| (shifted(*rule), own.clone()))
            .collect();
        Some(course)
    }

    /// The course by another rule, which begins anew. What is out of the ordinary stays so on the days that the new rule
    /// has too.
    #[must_use]
    pub fn ruled(&self, rule: Repeat, first: NaiveDateTime, zone: Zone) -> Self {
        let mut course = Self::new(rule, first, zone);
        let same_day = |date: NaiveDateTime| course.by_rule(date.date()).map(|date| date.rule);
        let skipped = self.dates.skipped.iter().filter_map(|rule| same_day(*rule)).collect();
        let own = self
            .own
            .iter()
            .filter_map(|(rule, own)| {
                let pending = own.at.is_some() && self.has_come_to(*rule);
                let rule = if pending { Some(*rule) } else { same_day(*rule) };
                Some((rule?, own.clone()))
            })
            .collect();
        course.dates.skipped = skipped;
        course.own = own;
        course
    }
}
