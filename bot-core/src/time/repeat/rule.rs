//! The text of a rule, as RFC 5545 writes it (section 3.3.10): read strictly, written shortly.

use std::fmt::{self, Write};
use std::str::FromStr;

use chrono::{NaiveDate, NaiveDateTime, Weekday};

use super::{Freq, NthWeekday, Repeat, last_second, sorted};
use crate::locale::Language;
use crate::time::words::Words;
use crate::time::{Zone, lexer, parse};

/// Why a text is no rule that Muster keeps; each says which part.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// It is no rule of RFC 5545.
    #[error("not a recurrence rule: {0:?}")]
    Malformed(String),
    /// The standard does not allow the part beside the others.
    #[error("the standard forbids this here: {0:?}")]
    Forbidden(String),
    /// A rule of the standard that repeats within a day, or has too long an interval or count.
    #[error("no support for: {0:?}")]
    Unsupported(String),
}

/// The days of the week as the standard writes them, from Monday.
const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// No rule that people write is longer.
const LONGEST: usize = 2000;

impl Repeat {
    /// Reads `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH`, with or without `RRULE:` before it. An UNTIL in UTC is taken for
    /// wall-clock time in UTC; where there is a zone, [`Self::from_rrule_in`] does better.
    pub fn from_rrule(text: &str) -> Result<Self, RuleError> {
        Self::from_rrule_in(text, &Zone::utc())
    }

    /// Reads a rule of something that happens in that zone.
    pub fn from_rrule_in(text: &str, zone: &Zone) -> Result<Self, RuleError> {
        let malformed = || RuleError::Malformed(text.chars().take(60).collect());
        if text.len() > LONGEST {
            return Err(malformed());
        }
        let upper = text.trim().to_uppercase();
        let body = upper.strip_prefix("RRULE:").unwrap_or(&upper).trim_end_matches(';');
        let mut parts: Vec<(&str, &str)> = Vec::new();
        for part in body.split(';') {
            let (name, value) = part.split_once('=').ok_or_else(malformed)?;
            if parts.iter().any(|(known, _)| *known == name) {
                return Err(RuleError::Forbidden(part.to_owned()));
            }
            parts.push((name, value));
        }
        let (_, freq) = parts.iter().find(|(name, _)| *name == "FREQ").ok_or_else(malformed)?;
        let mut rule = Self::plain(read_freq(freq)?, 1);
        for (name, value) in parts {
            rule.take(name, value, zone)?;
        }
        rule.judge()?;
        Ok(rule)
    }

    fn take(&mut self, name: &str, value: &str, zone: &Zone) -> Result<(), RuleError> {
        let part = || format!("{name}={value}");
        let malformed = || RuleError::Malformed(part());
        match name {
            "FREQ" => {}
            "INTERVAL" => self.every = counted(value, Self::MOST_EVERY, part)?,
            "COUNT" => self.times = Some(counted(value, Self::MOST_TIMES, part)?),
            "UNTIL" => self.until = Some(read_until(value, zone).ok_or_else(malformed)?),
            "WKST" => self.week_start = read_weekday(value).ok_or_else(malformed)?,
            "BYMONTH" => {
                let months = numbers(value, 12).filter(|months| months.iter().all(|month| *month > 0));
                self.months = months
                    .ok_or_else(malformed)?
                    .iter()
                    .map(|month| month.cast_unsigned())
                    .collect();
            }
            "BYMONTHDAY" => self.month_days = numbers(value, 31).ok_or_else(malformed)?,
            "BYYEARDAY" => self.year_days = numbers(value, 366).ok_or_else(malformed)?,
            "BYWEEKNO" => self.weeks = numbers(value, 53).ok_or_else(malformed)?,
            "BYSETPOS" => self.positions = numbers(value, 366).ok_or_else(malformed)?,
            "BYDAY" => {
                let days: Option<Vec<NthWeekday>> = value.split(',').map(read_nth_weekday).collect();
                *self = self.clone().on_weekdays(days.ok_or_else(malformed)?);
            }
            "BYHOUR" | "BYMINUTE" | "BYSECOND" => return Err(RuleError::Unsupported(part())),
            _ => return Err(malformed()),
        }
        Ok(())
    }

    /// What the standard forbids beside one another.
    fn judge(&self) -> Result<(), RuleError> {
        let forbidden = |wrong: bool, part: &str| {
            if wrong {
                Err(RuleError::Forbidden(part.to_owned()))
            } else {
                Ok(())
            }
        };
        let nth = self.weekdays.iter().any(|(nth, _)| nth.is_some());
        let alone = self.months.is_empty() && self.month_days.is_empty() && self.year_days.is_empty();
        let alone = alone && self.weeks.is_empty() && self.weekdays.is_empty();
        let [weekly, yearly] = [Freq::Weekly, Freq::Yearly].map(|freq| self.freq == freq);
        forbidden(self.until.is_some() && self.times.is_some(), "UNTIL with COUNT")?;
        forbidden(weekly && !self.month_days.is_empty(), "BYMONTHDAY with FREQ=WEEKLY")?;
        forbidden(!yearly && !self.year_days.is_empty(), "BYYEARDAY without FREQ=YEARLY")?;
        forbidden(!yearly && !self.weeks.is_empty(), "BYWEEKNO without FREQ=YEARLY")?;
        forbidden(
            nth && !yearly && self.freq != Freq::Monthly,
            "a numbered BYDAY within a week",
        )?;
        forbidden(nth && !self.weeks.is_empty(), "a numbered BYDAY with BYWEEKNO")?;
        forbidden(!self.positions.is_empty() && alone, "BYSETPOS alone")
    }

    /// The rule as text: `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH`.
    pub fn to_rrule(&self) -> String {
        let freq = match self.freq {
            Freq::Daily => "DAILY",
            Freq::Weekly => "WEEKLY",
            Freq::Monthly => "MONTHLY",
            Freq::Yearly => "YEARLY",
        };
        let mut text = format!("FREQ={freq}");
        let mut part = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                let _ = write!(text, ";{name}={value}"); // writing to a string never fails
            }
        };
        part("INTERVAL", (self.every > 1).then(|| self.every.to_string()));
        part("BYMONTH", listed(&self.months));
        part("BYWEEKNO", listed(&self.weeks));
        part("BYYEARDAY", listed(&self.year_days));
        part("BYMONTHDAY", listed(&self.month_days));
        let days: Vec<String> = self.weekdays.iter().map(write_nth_weekday).collect();
        part("BYDAY", listed(&days));
        part("BYSETPOS", listed(&self.positions));
        part(
            "WKST",
            (self.week_start != Weekday::Mon).then(|| write_nth_weekday(&(None, self.week_start))),
        );
        part("COUNT", self.times.map(|times| times.to_string()));
        part(
            "UNTIL",
            self.until.map(|until| until.format("%Y%m%dT%H%M%S").to_string()),
        );
        text
    }
}

fn read_freq(text: &str) -> Result<Freq, RuleError> {
    match text {
        "DAILY" => Ok(Freq::Daily),
        "WEEKLY" => Ok(Freq::Weekly),
        "MONTHLY" => Ok(Freq::Monthly),
        "YEARLY" => Ok(Freq::Yearly),
        "HOURLY" | "MINUTELY" | "SECONDLY" => Err(RuleError::Unsupported(format!("FREQ={text}"))),
        _ => Err(RuleError::Malformed(format!("FREQ={text}"))),
    }
}

/// A number of at least 1; one that is too large to be kept is a rule of the standard all the same.
fn counted(value: &str, most: u32, part: impl Fn() -> String) -> Result<u32, RuleError> {
    let digits = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    match value.parse::<u32>() {
        Ok(0) => Err(RuleError::Malformed(part())),
        Ok(number) if number <= most => Ok(number),
        _ if digits => Err(RuleError::Unsupported(part())),
        _ => Err(RuleError::Malformed(part())),
    }
}

/// Numbers from 1 to `most` or from -1 to -`most`.
fn numbers(value: &str, most: i32) -> Option<Vec<i32>> {
    let number = |text: &str| {
        text.parse::<i32>()
            .ok()
            .filter(|number| (1..=most).contains(&number.abs()))
    };
    value.split(',').map(number).collect::<Option<Vec<i32>>>().map(sorted)
}

fn read_weekday(text: &str) -> Option<Weekday> {
    let index = DAYS.iter().position(|day| *day == text)?;
    Weekday::try_from(u8::try_from(index).ok()?).ok()
}

/// `MO`, `1MO`, `-1FR`
fn read_nth_weekday(text: &str) -> Option<NthWeekday> {
    let (nth, day) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let day = read_weekday(day)?;
    if nth.is_empty() {
        return Some((None, day));
    }
    let nth = nth.parse::<i32>().ok().filter(|nth| (1..=53).contains(&nth.abs()))?;
    Some((Some(nth), day))
}

fn write_nth_weekday((nth, day): &NthWeekday) -> String {
    let day = DAYS[day.num_days_from_monday() as usize];
    nth.map_or_else(|| day.to_owned(), |nth| format!("{nth}{day}"))
}

/// `20261220`, `20261220T190000`, `20261220T180000Z`
fn read_until(text: &str, zone: &Zone) -> Option<NaiveDateTime> {
    if let Ok(day) = NaiveDate::parse_from_str(text, "%Y%m%d") {
        return Some(last_second(day));
    }
    let local = NaiveDateTime::parse_from_str(text.trim_end_matches('Z'), "%Y%m%dT%H%M%S").ok()?;
    Some(if text.ends_with('Z') {
        zone.to_local(local.and_utc())
    } else {
        local
    })
}

fn listed<T: ToString>(items: &[T]) -> Option<String> {
    let items: Vec<String> = items.iter().map(ToString::to_string).collect();
    (!items.is_empty()).then(|| items.join(","))
}

impl fmt::Display for Repeat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_rrule())
    }
}

impl FromStr for Repeat {
    type Err = RuleError;

    fn from_str(text: &str) -> Result<Self, RuleError> {
        if text.contains('=') {
            return Self::from_rrule(text);
        }
        Some(text)
            .filter(|text| text.len() <= parse::LONGEST)
            .and_then(|text| lexer::lex(text, Words::of(Language::English)))
            .and_then(|pieces| parse::repeat_alone(&pieces))
            .ok_or_else(|| RuleError::Malformed(text.chars().take(60).collect()))
    }
}

impl From<Repeat> for String {
    fn from(repeat: Repeat) -> Self {
        repeat.to_rrule()
    }
}

impl TryFrom<String> for Repeat {
    type Error = RuleError;

    fn try_from(text: String) -> Result<Self, RuleError> {
        text.parse()
    }
}
