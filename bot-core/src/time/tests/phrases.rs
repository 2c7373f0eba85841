//! `phrases.txt`: phrases in both languages, in several zones and about clock changes, and what they mean.

use super::local_time;
use crate::clock::Instant;
use crate::locale::Language;
use crate::time::{Frame, Moment, When, WhenError, Zone, parse_when, words_of_when};

const TABLE: &str = include_str!("phrases.txt");

/// A line of the table and where it is said.
struct Line {
    frame: Frame,
    phrase: String,
    meaning: &'static str,
}

fn lines() -> Vec<Line> {
    let mut frame = None;
    let mut lines = Vec::new();
    for line in TABLE.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        if let Some(said) = line.strip_prefix("@ ") {
            let [language, zone, now] = said.split(" | ").collect::<Vec<_>>()[..] else {
                panic!("{line}");
            };
            let zone = Zone::parse(zone).unwrap();
            let language = match language {
                "English" => Language::English,
                "Spanish" => Language::Spanish,
                other => panic!("{other}"),
            };
            frame = Some(Frame {
                now: zone.resolve(local_time(now)),
                zone,
                language,
            });
            continue;
        }
        let (phrase, meaning) = line.split_once("=>").unwrap_or_else(|| panic!("{line}"));
        lines.push(Line {
            frame: frame.clone().unwrap(),
            phrase: phrase.trim().replace("<nbsp>", "\u{a0}").replace("<thin>", "\u{2009}"),
            meaning: meaning.trim(),
        });
    }
    lines
}

fn meaning(phrase: &str, frame: &Frame) -> String {
    match parse_when(phrase, frame) {
        Ok(when) => describe(&when, frame),
        Err(WhenError::NotATime { .. }) => "not a time".to_owned(),
        Err(WhenError::Ambiguous { readings, .. }) => format!("? {}", readings.join(" | ")),
        Err(WhenError::Past { .. }) => "past".to_owned(),
        Err(WhenError::Impossible { reason, .. }) => format!("impossible {reason:?}"),
    }
}

/// `2026-11-28 10:00-05..13:00-05`, `2026-11-28` for a day, a rule and its first dates in front.
fn describe(when: &When, frame: &Frame) -> String {
    let mut words = String::new();
    if let Some(repeat) = &when.repeat {
        words += &repeat.to_rrule();
        words += ": ";
    }
    let coming = std::iter::successors(Some(when.clone()), |last| last.next_after(last.start.at));
    let dates: Vec<String> = coming.take(3).map(|when| range(&when)).collect();
    words += &dates.join(", ");
    if when.start.zone != frame.zone {
        words += " ";
        words += when.start.zone.name();
    }
    words
}

fn range(when: &When) -> String {
    let day = |moment: &Moment| moment.zone.to_local(moment.at).format("%Y-%m-%d").to_string();
    if !when.timed {
        let until = when.end.as_ref().map(|end| format!("..before {}", day(end)));
        return day(&when.start) + &until.unwrap_or_default();
    }
    let start = format!("{} {}", day(&when.start), clock(&when.start));
    match &when.end {
        None => start,
        Some(end) if day(end) == day(&when.start) => format!("{start}..{}", clock(end)),
        Some(end) => format!("{start}..{} {}", day(end), clock(end)),
    }
}

/// `10:00-05`, `10:00+05:45`
fn clock(moment: &Moment) -> String {
    let minutes = moment.zone.offset(moment.at).num_minutes();
    let local = moment.zone.to_local(moment.at).format("%H:%M");
    let (sign, hours, rest) = (
        if minutes < 0 { '-' } else { '+' },
        minutes.abs() / 60,
        minutes.abs() % 60,
    );
    match rest {
        0 => format!("{local}{sign}{hours:02}"),
        rest => format!("{local}{sign}{hours:02}:{rest:02}"),
    }
}

#[test]
fn every_phrase_means_what_the_table_says() {
    let lines = lines();
    assert!(lines.len() >= 250, "{}", lines.len());
    let wrong: Vec<String> = lines
        .iter()
        .filter_map(|line| {
            let found = meaning(&line.phrase, &line.frame);
            (found != line.meaning).then(|| format!("{} => {found}", line.phrase))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_understood_is_echoed_in_words_that_mean_the_same() {
    let mut wrong = Vec::new();
    for line in lines() {
        let Ok(when) = parse_when(&line.phrase, &line.frame) else {
            continue;
        };
        for language in Language::ALL {
            let words = words_of_when(&when, line.frame.now, language);
            let frame = Frame {
                language,
                ..line.frame.clone()
            };
            let read = parse_when(&words, &frame).map(|read| said(&read));
            if read.as_ref() != Ok(&said(&when)) {
                wrong.push(format!("{:?}: {words:?}: {read:?}", line.phrase));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What an echo must keep: the instants, the wall clock and the rule.
fn said(when: &When) -> (Instant, Option<Instant>, bool, Option<String>) {
    let rule = when.repeat.as_ref().map(ToString::to_string);
    (when.start.at, when.end.as_ref().map(|end| end.at), when.timed, rule)
}
