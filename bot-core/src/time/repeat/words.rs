//! How a rule is said.

use chrono::{Weekday, WeekdaySet};

use super::{Freq, Repeat, WORKDAYS};
use crate::locale::Language;
use crate::time::words::Words;

impl Repeat {
    /// The repeat as a sentence has it: "every 2 weeks on Mon and Thu". A rule that has no words yet is its text.
    pub fn words(&self, language: Language) -> String {
        let words = Words::of(language);
        let [every_day, every_days] = words.every_day;
        let [every_week, every_weeks] = words.every_week;
        let plain = Self {
            weekdays: self.weekdays.clone(),
            ..Self::plain(self.freq, self.every)
        };
        let days: WeekdaySet = self.weekdays.iter().map(|(_, day)| *day).collect();
        match (self.freq, self.every) {
            _ if *self != plain => self.to_rrule(),
            (Freq::Daily, 1) if days.is_empty() => every_day.to_owned(),
            (Freq::Daily, every) if days.is_empty() => every_days.replace("{}", &every.to_string()),
            (Freq::Weekly, 1) if days == WORKDAYS => words.every_workday.to_owned(),
            (Freq::Weekly, every) if !days.is_empty() => {
                let names: Vec<&str> = days.iter(Weekday::Mon).map(|day| words.repeated_weekday(day)).collect();
                let template = if every == 1 { every_week } else { every_weeks };
                template
                    .replace("{}", &every.to_string())
                    .replace("{days}", &words.list(&names))
            }
            _ => self.to_rrule(),
        }
    }
}
