//! How a rule is said. Whatever people can type is said in words that read back.

use chrono::{Datelike, NaiveTime, Weekday, WeekdaySet};

use super::{Freq, Repeat, WORKDAYS};
use crate::locale::Language;
use crate::time::words::Words;

impl Repeat {
    /// The repeat as a sentence has it: "every 2 weeks on Mon and Thu, until 20 Dec 2026".
    pub fn words(&self, language: Language) -> String {
        let words = Words::of(language);
        format!(
            "{}{}{}",
            self.rhythm(words),
            self.end_words(words),
            self.short_months(words)
        )
    }

    /// "every 2 weeks on Mon and Thu"
    fn rhythm(&self, words: &Words) -> String {
        let plain_days: WeekdaySet = self
            .weekdays
            .iter()
            .filter(|(nth, _)| nth.is_none())
            .map(|(_, day)| *day)
            .collect();
        let only_weekdays = Self {
            weekdays: self.weekdays.clone(),
            week_start: self.week_start,
            ..Self::plain(self.freq, self.every)
        };
        let alone = self.clone().endless() == only_weekdays && !plain_days.is_empty();
        match (self.freq, self.every) {
            (Freq::Weekly, 1) if alone && plain_days == WORKDAYS => words.rules.workdays.to_owned(),
            (Freq::Weekly, 1) if alone => words
                .rules
                .every_weekday
                .replace("{days}", &weekday_list(plain_days, words)),
            _ => format!("{}{}", self.interval(words), self.days(words)),
        }
    }

    /// "every 2 weeks"
    fn interval(&self, words: &Words) -> String {
        let unit = match self.freq {
            Freq::Daily => 0,
            Freq::Weekly => 1,
            Freq::Monthly => 2,
            Freq::Yearly => 3,
        };
        let [one, several] = words.rules.every[unit];
        match self.every {
            1 => one.to_owned(),
            every => several.replace("{}", &every.to_string()),
        }
    }

    /// " on Mon and Thu", " on the 15th", " on 5 Dec", " on the 1st Mon of Sep"
    fn days(&self, words: &Words) -> String {
        let rules = &words.rules;
        if let (Freq::Yearly, [month], [day @ 1..=31], []) =
            (self.freq, &self.months[..], &self.month_days[..], &self.weekdays[..])
            && self.year_days.is_empty()
            && self.weeks.is_empty()
            && self.positions.is_empty()
        {
            return rules.dates[0]
                .replace("{day}", &day.to_string())
                .replace("{month}", words.months[*month as usize - 1]);
        }
        let mut said = String::new();
        let mut positions = self.positions.as_slice();
        let plain: WeekdaySet = self
            .weekdays
            .iter()
            .filter(|(nth, _)| nth.is_none())
            .map(|(_, day)| *day)
            .collect();
        let mut places: Vec<String> = self.month_days.iter().map(|day| words.day_of_month(*day)).collect();
        if plain == WORKDAYS && !positions.is_empty() {
            places.extend(positions.iter().map(|nth| words.nth(*nth, rules.workday)));
            positions = &[];
        } else if !plain.is_empty() {
            said += &rules.on[0].replace("{on}", &weekday_list(plain, words));
        }
        let numbered = self.weekdays.iter().filter_map(|(nth, day)| Some((nth.as_ref()?, day)));
        places.extend(
            numbered.map(|(nth, day)| words.nth(*nth, rules.nth_weekdays[day.num_days_from_monday() as usize])),
        );
        let places: Vec<&str> = places.iter().map(String::as_str).collect();
        match places.len() {
            0 => {}
            1 => said += &rules.on[1].replace("{on}", places[0]),
            _ => said += &rules.on[2].replace("{on}", &words.list(&places)),
        }
        let numbers = |numbers: &[i32]| {
            let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
            words.list(&numbers.iter().map(String::as_str).collect::<Vec<_>>())
        };
        let rare = [&self.year_days[..], &self.weeks[..], positions];
        for (template, named) in rules.rare.iter().zip(rare).filter(|(_, named)| !named.is_empty()) {
            said += &template.replace("{on}", &numbers(named));
        }
        if !self.months.is_empty() {
            let months: Vec<&str> = self
                .months
                .iter()
                .map(|month| words.months[*month as usize - 1])
                .collect();
            said += &rules.dates[1].replace("{month}", &words.list(&months));
        }
        said
    }

    /// ", until 20 Dec 2026", ", 6 times"
    fn end_words(&self, words: &Words) -> String {
        let [until_day, once, times] = words.rules.ends;
        match (self.until, self.times) {
            (Some(until), _) => {
                let day = format!(
                    "{} {} {}",
                    until.day(),
                    words.months[until.month0() as usize],
                    until.year()
                );
                let end_of_day = NaiveTime::from_hms_opt(23, 59, 59);
                let clock = if Some(until.time()) == end_of_day {
                    String::new()
                } else {
                    until.format(" %H:%M").to_string()
                };
                until_day.replace("{}", &format!("{day}{clock}"))
            }
            (None, Some(1)) => once.replace("{}", "1"),
            (None, Some(count)) => times.replace("{}", &count.to_string()),
            (None, None) => String::new(),
        }
    }

    /// A rule on a day that some months have not leaves them out, and says so.
    fn short_months(&self, words: &Words) -> &'static str {
        let leaves_out =
            self.freq == Freq::Monthly && self.months.is_empty() && self.month_days.iter().any(|day| *day > 28);
        if leaves_out { words.rules.short_months } else { "" }
    }
}

impl Words {
    /// "15th", "last day", "2nd last day"
    fn day_of_month(&self, day: i32) -> String {
        let [counted, last, from_end] = self.rules.day_of_month;
        match day {
            1.. => counted.replace("{day}", &ordinal(day)).replace("{}", &day.to_string()),
            -1 => last.to_owned(),
            _ => from_end.replace("{}", &self.ordinal_words(day)),
        }
    }

    /// "1st Mon", "last weekday"
    fn nth(&self, nth: i32, day: &str) -> String {
        self.rules
            .nth
            .replace("{}", &self.ordinal_words(nth))
            .replace("{day}", day)
    }

    fn ordinal_words(&self, nth: i32) -> String {
        let place = match nth {
            1..=5 => usize::try_from(nth - 1).unwrap_or_default(),
            -1 => 5,
            -2 => 6,
            _ => return nth.to_string(),
        };
        self.rules.ordinals[place].to_owned()
    }
}

/// "1st", "22nd", "13th"
fn ordinal(day: i32) -> String {
    let suffix = match (day % 10, day % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{day}{suffix}")
}

fn weekday_list(days: WeekdaySet, words: &Words) -> String {
    let names: Vec<&str> = days.iter(Weekday::Mon).map(|day| words.repeated_weekday(day)).collect();
    words.list(&names)
}
