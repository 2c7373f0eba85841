//! The same rhythm on other days.

use chrono::NaiveDate;

use super::{Freq, NthWeekday, Repeat};

impl Repeat {
    /// The rule of the same dates, each so many days later (earlier, if negative), for what has a date on `date`: a
    /// weekly rule has other days of the week then, a daily one begins on another day. `None` where that is no such
    /// rule: where dates would pass each other or leave their week, and for months and years, whose days are counted
    /// otherwise.
    pub fn turned(&self, date: NaiveDate, days: i64) -> Option<Self> {
        if days == 0 {
            return Some(self.clone());
        }
        let bare = self.months.is_empty() && self.positions.is_empty();
        let distance = days.unsigned_abs();
        match self.freq {
            Freq::Daily if bare && self.weekdays.is_empty() && self.month_days.is_empty() => {
                (distance < u64::from(self.every)).then(|| self.clone())
            }
            Freq::Weekly if bare && distance < 7 => {
                let rule = self.anchored(date);
                // Several days a week keep their order and their week only where no day passes the week's end.
                let leaves_its_week = |(_, day): &NthWeekday| {
                    let place = i64::from(day.days_since(self.week_start)) + days;
                    !(0..7).contains(&place)
                };
                if self.every > 1 && rule.weekdays.len() > 1 && rule.weekdays.iter().any(leaves_its_week) {
                    return None;
                }
                let turn = (0..days.rem_euclid(7)).fold(rule.weekdays.clone(), |weekdays, _| {
                    weekdays.into_iter().map(|(nth, day)| (nth, day.succ())).collect()
                });
                Some(rule.on_weekdays(turn))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turned(rule: &str, days: i64) -> Option<String> {
        let date: NaiveDate = "2026-12-05".parse().unwrap(); // a Saturday
        let rule = Repeat::from_rrule(rule).unwrap().turned(date, days)?;
        Some(rule.to_rrule())
    }

    #[test]
    fn a_weekly_rule_has_other_days() {
        assert_eq!(
            turned("FREQ=WEEKLY;BYDAY=SA", 1).as_deref(),
            Some("FREQ=WEEKLY;BYDAY=SU")
        );
        assert_eq!(turned("FREQ=WEEKLY", -1).as_deref(), Some("FREQ=WEEKLY;BYDAY=FR"));
        assert_eq!(
            turned("FREQ=WEEKLY;BYDAY=MO,SA", 2).as_deref(),
            Some("FREQ=WEEKLY;BYDAY=MO,WE")
        );
        assert_eq!(turned("FREQ=WEEKLY;BYDAY=SA", 7), None);
    }

    #[test]
    fn every_other_week_no_day_may_leave_its_week() {
        let alone = turned("FREQ=WEEKLY;INTERVAL=2;BYDAY=SA", 3);
        assert_eq!(alone.as_deref(), Some("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"));
        assert_eq!(turned("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SA", 2), None);
        let inside = turned("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SA", 1);
        assert_eq!(inside.as_deref(), Some("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU"));
    }

    #[test]
    fn days_are_turned_within_their_interval_and_months_not_at_all() {
        assert_eq!(
            turned("FREQ=DAILY;INTERVAL=3", 2).as_deref(),
            Some("FREQ=DAILY;INTERVAL=3")
        );
        assert_eq!(turned("FREQ=DAILY", 1), None);
        assert_eq!(turned("FREQ=MONTHLY;BYDAY=1SA", 1), None);
        assert_eq!(
            turned("FREQ=MONTHLY;BYDAY=1SA", 0).as_deref(),
            Some("FREQ=MONTHLY;BYDAY=1SA")
        );
    }
}
