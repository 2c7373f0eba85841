//! What people see of a course: its rule, the dates that come, and what is out of the ordinary about them.

use chrono::{Datelike, NaiveDate};

use super::{Course, Date};
use crate::locale::{Phrase, Voice};
use crate::phrase;
use crate::series::card::SHOWN;
use crate::time::{Moment, clock_words, date_words};

/// "every Fri, 17:00 New York time, next Fri 4 Dec, Sat 12 Dec (10:00, moved from Fri 11 Dec), Fri 25 Dec; not Fri 18 Dec".
/// A date that is in hand already stands before those that come after it.
///
/// `own` is what a date has of its own, where it has: "own text".
pub fn sentence(course: &Course, in_hand: Option<Date>, own: &Phrase, voice: &Voice) -> Phrase {
    let rule = course.dates.rule.words(voice.language);
    let clock = course.dates.first.format("%H:%M");
    let zone = course.dates.zone.words(voice.language);
    let is_ahead = |date: &Date| date.at.at > voice.now;
    // Of what is behind the bot may not have told yet: a few more than are shown.
    let mut dates: Vec<Date> = in_hand.into_iter().filter(is_ahead).collect();
    let mut coming = course.clone();
    coming.let_go(voice.now);
    dates.extend(coming.coming(SHOWN));
    dates.sort_by_key(|date| date.at.at);
    dates.truncate(SHOWN);
    let Some(last) = dates.iter().map(|date| date.rule).max() else {
        return phrase!("course-last", rule = word rule, clock = word clock, zone = word zone);
    };
    let shown: Vec<String> = dates.iter().map(|date| shown(course, date, own, voice)).collect();
    let skipped: Vec<String> = coming
        .dates
        .skipped
        .range(..last)
        .filter(|rule| course.dates.moment(**rule).at > voice.now)
        .map(|rule| day(rule.date(), voice))
        .collect();
    let (rule, shown, skipped) = (rule, shown.join(", "), skipped.join(", "));
    if skipped.is_empty() {
        phrase!("course-coming", rule = word rule, clock = word clock, zone = word zone, dates = word shown)
    } else {
        phrase!(
            "course-coming-but",
            rule = word rule,
            clock = word clock,
            zone = word zone,
            dates = word shown,
            skipped = word skipped
        )
    }
}

/// "That was the last of 6."
pub fn was_last(course: &Course) -> Phrase {
    match course.dates.rule.times() {
        Some(times) => phrase!("course-was-last-of", count = number times),
        None => phrase!("course-was-last"),
    }
}

/// "Fri 4 Dec", "Sat 12 Dec (10:00, moved from Fri 11 Dec)"
fn shown(course: &Course, date: &Date, own: &Phrase, voice: &Voice) -> String {
    let at = Moment::at(date.at.at, course.dates.zone.clone());
    let clock = clock_words(&at);
    let by_rule = course.dates.moment(date.rule);
    let other_clock = clock != course.dates.first.format("%H:%M").to_string();
    let other_day = at.local.date() != by_rule.zone.to_local(by_rule.at).date();
    let apart = [
        other_clock.then_some(clock),
        other_day.then(|| {
            let from = day(date.rule.date(), voice);
            voice.text(&phrase!("course-moved", from = word from))
        }),
        date.text.as_ref().map(|_| voice.text(own)),
    ];
    let apart: Vec<String> = apart.into_iter().flatten().collect();
    let day = day(at.local.date(), voice);
    if apart.is_empty() {
        day
    } else {
        format!("{day} ({})", apart.join(", "))
    }
}

/// "Fri 4 Dec"
pub fn day(date: NaiveDate, voice: &Voice) -> String {
    date_words(date, voice.zone.to_local(voice.now).year(), voice.language)
}

/// "Fri 4 Dec, Fri 11 Dec": the days of the next dates.
pub(super) fn days(course: &Course, voice: &Voice) -> String {
    let days = course.coming(SHOWN).into_iter();
    let days: Vec<String> = days.map(|date| day(date.at.local.date(), voice)).collect();
    days.join(", ")
}
