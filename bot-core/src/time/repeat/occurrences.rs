//! The wall clocks of a rule, in order.

use std::vec::IntoIter;

use chrono::{NaiveDate, NaiveDateTime};

use super::Repeat;

/// The wall clocks of a rule, in order; made by [`Repeat::occurrences`].
#[derive(Debug, Clone)]
pub struct Occurrences {
    rule: Repeat,
    first: NaiveDateTime,
    /// The period that is looked at next.
    period: i64,
    /// The days that are left of the last one.
    days: IntoIter<NaiveDate>,
    /// How many periods in a row had none.
    empty: u32,
    /// How many times are left.
    left: Option<u32>,
}

impl Occurrences {
    /// Those of what first occurs at `first`, some of those before `near` left out. What is to be counted is counted
    /// from its first; everything else begins at once, however far `near` is.
    pub(super) fn new(rule: &Repeat, first: NaiveDateTime, near: NaiveDate) -> Self {
        let period = match rule.times {
            Some(_) => 0,
            None => rule.period_of(first.date(), near),
        };
        Self {
            rule: rule.anchored(first.date()),
            first,
            period,
            days: Vec::new().into_iter(),
            empty: 0,
            left: rule.times,
        }
    }

    fn next_day(&mut self) -> Option<NaiveDate> {
        loop {
            if let Some(day) = self.days.next() {
                return Some(day);
            }
            if self.empty >= self.rule.cycle() {
                return None;
            }
            let days = self.rule.days_of(self.first.date(), self.period)?;
            self.period += 1;
            self.empty = if days.is_empty() { self.empty + 1 } else { 0 };
            self.days = days.into_iter();
        }
    }
}

impl Iterator for Occurrences {
    type Item = NaiveDateTime;

    fn next(&mut self) -> Option<NaiveDateTime> {
        if self.left == Some(0) {
            return None;
        }
        loop {
            let at = self.next_day()?.and_time(self.first.time());
            if at < self.first {
                continue;
            }
            if self.rule.until.is_some_and(|until| at > until) {
                self.left = Some(0);
                return None;
            }
            self.left = self.left.map(|left| left - 1);
            return Some(at);
        }
    }
}
