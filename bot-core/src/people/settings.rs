//! What people type for a zone, a language, a prefix, and the reminders before a shift.

use chrono::{NaiveTime, TimeDelta};

use crate::error::{Hint, UserError};
use crate::locale::Language;
use crate::people::Prefix;
use crate::phrase;
use crate::shift::near::LONGEST_REST_DAYS;
use crate::shift::search::MOST_ASKS_A_WEEK;
use crate::time::{Duration, Zone, parse_clock, parse_duration};

/// The most reminders before a shift.
pub const MOST_RUNGS: usize = 5;
/// The earliest reminder before a shift, in days.
pub const EARLIEST_RUNG_DAYS: i64 = 30;
/// What takes a setting away.
const OFF: &str = "off";

/// Whether the setting is to be taken away.
pub fn is_off(typed: &str) -> bool {
    [OFF, "none", "no"]
        .iter()
        .any(|word| typed.trim().eq_ignore_ascii_case(word))
}

/// The zone of that name or city; `command` is what the near ones are offered with.
pub fn zone(typed: &str, command: &str) -> Result<Zone, UserError> {
    Zone::parse(typed).ok_or_else(|| {
        let error = UserError::new(phrase!("zone-unknown", zone = user typed));
        match near_zone(typed) {
            Some(zone) => error.hint(Hint::DidYouMean(format!("{command} {}", zone.name()))),
            None => error.type_next(format!("{command} America/New_York")),
        }
    })
}

/// The zone whose city begins as typed, else whose city, else whose whole name is nearest to it. A city of several zones (there are two
/// called Knox) is told apart by the whole name that the hint shows.
fn near_zone(typed: &str) -> Option<Zone> {
    let wanted = typed.trim().to_lowercase();
    let named = |name: fn(&Zone) -> String| {
        let zones: Vec<(String, Zone)> = Zone::all().map(|zone| (name(&zone).to_lowercase(), zone)).collect();
        let nearest = crate::catalogue::nearest(&wanted, zones.iter().map(|(name, _)| name.as_str()))?;
        let (_, zone) = zones.iter().find(|(name, _)| name == nearest)?;
        Some(zone.clone())
    };
    begun_city(&wanted)
        .or_else(|| named(city))
        .or_else(|| named(|zone| zone.name().to_owned()))
}

/// The first zone whose city begins with that, in lower case; three letters at least.
fn begun_city(begun: &str) -> Option<Zone> {
    let tells = begun.chars().count() >= 3;
    Zone::all().find(|zone| tells && city(zone).to_lowercase().starts_with(begun))
}

/// The last part of a zone's name, as people write it.
pub(crate) fn city(zone: &Zone) -> String {
    let name = zone.name();
    name.rsplit('/').next().unwrap_or(name).replace('_', " ")
}

/// The language of that code or name, in either language.
pub fn language(typed: &str, command: &str) -> Result<Language, UserError> {
    let folded = typed.trim().to_lowercase();
    let named = match folded.as_str() {
        "english" | "inglés" | "ingles" => Some(Language::English),
        "spanish" | "español" | "espanol" => Some(Language::Spanish),
        code => Language::from_code(code),
    };
    named.ok_or_else(|| {
        UserError::new(phrase!("language-unknown", language = user typed))
            .type_next(format!("{command} en"))
            .type_next(format!("{command} es"))
    })
}

/// What is to stand before a command in a group's rooms.
pub fn prefix(typed: &str) -> Result<Prefix, UserError> {
    let refusal = |_| UserError::new(phrase!("prefix-unfit", prefix = user typed)).type_next("group set prefix !");
    typed.trim().parse().map_err(refusal)
}

/// How often a member is asked for shifts in a week, at most: a number, or `off` for never.
pub fn asks(typed: &str) -> Result<u32, UserError> {
    if is_off(typed) {
        return Ok(0);
    }
    let asks = typed.trim().parse().ok().filter(|asks| *asks <= MOST_ASKS_A_WEEK);
    asks.ok_or_else(|| {
        let refusal = phrase!("asks-unreadable", asks = user typed, most = number MOST_ASKS_A_WEEK);
        UserError::new(refusal).type_next("group set asks 2")
    })
}

/// The reminders before a shift, longest first and each once: `24h,2h`, `1 day, 90 min`; none for `off`.
pub fn ladder(typed: &str) -> Result<Vec<TimeDelta>, UserError> {
    if is_off(typed) {
        return Ok(Vec::new());
    }
    let mut rungs = Vec::new();
    for rung in typed.split([',', ';']).map(str::trim).filter(|rung| !rung.is_empty()) {
        rungs.push(parse_duration(rung).map_err(|error| example(error.into()))?);
    }
    rungs.sort_by(|one, other| other.cmp(one));
    rungs.dedup();
    if rungs.is_empty() || rungs.len() > MOST_RUNGS {
        return Err(example(phrase!("ladder-count", most = number MOST_RUNGS).into()));
    }
    if rungs.iter().any(|rung| *rung > TimeDelta::days(EARLIEST_RUNG_DAYS)) {
        return Err(example(
            phrase!("ladder-early", days = number EARLIEST_RUNG_DAYS).into(),
        ));
    }
    Ok(rungs)
}

/// How long a group's members rest between two shifts: `8h`; `None` for `none`.
pub fn rest(typed: &str) -> Result<Option<Duration>, UserError> {
    if is_off(typed) {
        return Ok(None);
    }
    let example = |message| {
        UserError::new(message)
            .type_next("group set rest 8h")
            .type_next("group set rest none")
    };
    let rest = parse_duration(typed).map_err(|error| example(UserError::from(error).message))?;
    if rest > TimeDelta::days(LONGEST_REST_DAYS) {
        return Err(example(phrase!("rest-long", days = number LONGEST_REST_DAYS)));
    }
    Ok(Some(rest))
}

/// The time of day of a digest: `8:00`, `8am`.
pub fn digest(typed: &str) -> Result<NaiveTime, UserError> {
    let refusal = || UserError::new(phrase!("digest-unreadable", time = user typed)).type_next("me digest 8:00");
    parse_clock(typed).ok_or_else(refusal)
}

/// A whole command in place of the hints that a part of it gave.
fn example(error: UserError) -> UserError {
    UserError::new(error.message).type_next("me reminders 24h,2h")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reminders_are_sorted_and_each_is_kept_once() {
        let ladder = ladder("2h, 1 day,90 min, 24h").unwrap();
        assert_eq!(
            ladder,
            [TimeDelta::hours(24), TimeDelta::hours(2), TimeDelta::minutes(90)]
        );
    }

    #[test]
    fn off_takes_every_reminder_away() {
        assert_eq!(ladder(" Off "), Ok(Vec::new()));
    }

    #[test]
    fn reminders_out_of_bounds_are_refused_with_an_example() {
        for (typed, key) in [
            ("", "ladder-count"),
            (",", "ladder-count"),
            ("1h,2h,3h,4h,5h,6h", "ladder-count"),
            ("31 days", "ladder-early"),
            ("soon", "time-not-a-duration"),
        ] {
            let error = ladder(typed).unwrap_err();
            assert_eq!(error.message.key, key, "{typed:?}");
            assert_eq!(error.hints, [Hint::Type("me reminders 24h,2h".to_owned())], "{typed:?}");
        }
    }

    #[test]
    fn a_mistyped_city_is_answered_with_the_nearest_one() {
        let error = zone("Chicagoo", "me timezone").unwrap_err();
        assert_eq!(
            error.hints,
            [Hint::DidYouMean("me timezone America/Chicago".to_owned())]
        );
        let error = zone("madri", "me timezone").unwrap_err();
        assert_eq!(error.hints, [Hint::DidYouMean("me timezone Europe/Madrid".to_owned())]);
        assert_eq!(zone("new york", "me timezone").unwrap().name(), "America/New_York");
    }

    #[test]
    fn languages_go_by_code_and_by_name() {
        for typed in ["es", "ES", "Spanish", "Español", "espanol"] {
            assert_eq!(language(typed, "me language"), Ok(Language::Spanish), "{typed}");
        }
        assert_eq!(
            language("fr", "me language").unwrap_err().message.key,
            "language-unknown"
        );
    }
}
