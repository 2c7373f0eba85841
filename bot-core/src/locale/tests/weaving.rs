//! Arguments keep what they are.

use proptest::prelude::*;

use crate::clock::Instant;
use crate::locale::{Arg, Language, Phrase, Voice};
use crate::phrase;
use crate::reply::{Span, ZoneWords};
use crate::time::{Duration, Frame, Zone, parse_when};

fn voice(language: Language) -> Voice {
    Voice {
        language,
        zone: Zone::parse("America/New_York").unwrap(),
        now: "2026-12-01T14:00:00Z".parse::<Instant>().unwrap(),
    }
}

fn people(names: &[&str]) -> Arg {
    Arg::List(names.iter().map(|name| Arg::Person((*name).to_owned())).collect())
}

fn listed(language: Language, names: &[&str]) -> String {
    voice(language).spans(&people(names)).to_string()
}

#[test]
fn what_people_typed_stays_marked_as_theirs() {
    let line = voice(Language::English).line(&phrase!("member-unknown", name = user "**Ana**"));
    assert_eq!(line.0[0], Span::Text("I know no member called \"".to_owned()));
    assert_eq!(line.0[1], Span::User("**Ana**".to_owned()));
}

proptest! {
    #[test]
    fn whatever_is_typed_comes_through_as_typed(name: String, zone: String) {
        let phrase = phrase!("group-founded", group = user name, zone = word zone);
        for language in Language::ALL {
            let line = voice(language).line(&phrase);
            prop_assert_eq!(line.0.len(), 3);
            prop_assert_eq!(&line.0[1], &Span::User(name.clone()));
        }
    }
}

#[test]
fn times_are_said_in_words_and_keep_their_instant() {
    let voice = voice(Language::English);
    let frame = Frame {
        now: voice.now,
        zone: voice.zone.clone(),
        language: voice.language,
    };
    let when = parse_when("sat 10am-1pm", &frame).unwrap();
    let day = parse_when("sat", &frame).unwrap();
    let late = phrase!("late-was-due", moment = moment when.start);
    assert_eq!(
        voice.line(&late).0[1],
        Span::Time {
            at: when.start.at,
            words: "Sat 5 Dec, 10:00 New York time".to_owned(),
            zone: new_york("UTC-5"),
        }
    );
    let said = |when| voice.spans(&Arg::When(when)).0;
    assert_eq!(
        said(when.clone()),
        [Span::Time {
            at: when.start.at,
            words: "Sat 5 Dec, 10:00–13:00 New York time".to_owned(),
            zone: new_york("UTC-5"),
        }]
    );
    assert_eq!(said(day), [Span::Text("Sat 5 Dec, New York time".to_owned())]);
    assert_eq!(voice.spans(&Arg::Duration(Duration::hours(2))).to_string(), "2 h");
}

fn new_york(offset: &str) -> ZoneWords {
    ZoneWords {
        name: "New York time".to_owned(),
        offset: offset.to_owned(),
    }
}

/// What is said of the zone of a time that is typed on 26 October 2026, six days before New York's clocks go back.
fn zone_of(typed: &str, zone: &str, language: Language) -> ZoneWords {
    let voice = Voice {
        language,
        zone: Zone::parse(zone).unwrap(),
        now: "2026-10-26T14:00:00Z".parse().unwrap(),
    };
    let frame = Frame {
        now: voice.now,
        zone: voice.zone.clone(),
        language,
    };
    let said = voice.spans(&Arg::When(parse_when(typed, &frame).unwrap()));
    match &said.0[..] {
        [Span::Time { zone, .. }] => zone.clone(),
        other => panic!("{typed}: {other:?}"),
    }
}

#[test]
fn the_offset_is_that_of_the_time_itself() {
    for (typed, offset) in [
        ("sat 10am-1pm", "UTC-4"),
        ("sun 10am", "UTC-5"),
        ("14 mar 2027 1am", "UTC-5"),
        ("14 mar 2027 3am", "UTC-4"),
        // Over the night in which the clocks change, also where it ends at that very moment.
        ("sat 10pm - sun 6am", "UTC-4, from Sun 1 Nov UTC-5"),
        (
            "13 mar 2027 10pm - 14 mar 2027 3am",
            "UTC-5, from Sun 14 Mar 2027 UTC-4",
        ),
        ("sat 10pm-11pm", "UTC-4"),
        // A repeat goes on: the next change is said.
        ("every tue 18:30", "UTC-4, from Sun 1 Nov UTC-5"),
    ] {
        assert_eq!(
            zone_of(typed, "New York", Language::English),
            new_york(offset),
            "{typed}"
        );
    }
    let spanish = zone_of("sat 10pm - sun 6am", "New York", Language::Spanish);
    assert_eq!(spanish.name, "hora de Nueva York");
    assert_eq!(spanish.offset, "UTC-4, desde el dom 1 nov UTC-5");
    for (zone, offset) in [
        ("Asia/Kolkata", "UTC+5:30"),
        ("Lima", "UTC-5"),
        ("London", "UTC+0"),
        ("UTC", ""),
    ] {
        assert_eq!(
            zone_of("every tue 18:30", zone, Language::English)
                .offset
                .split(',')
                .next(),
            Some(offset),
            "{zone}"
        );
    }
}

#[test]
fn typed_text_that_looks_like_a_slot_is_only_text() {
    let hostile = "\u{f0000}\u{f0001}{ $zone }";
    let line = voice(Language::English).line(&phrase!("group-founded", group = user hostile, zone = word hostile));
    let users: Vec<_> = line.0.iter().filter(|span| matches!(span, Span::User(_))).collect();
    assert_eq!(users, [&Span::User(hostile.to_owned())]);
    assert!(line.to_string().ends_with("in { $zone }."), "{line}");
}

#[test]
fn an_unknown_key_is_shown_rather_than_nothing() {
    let key = "no-such-key";
    assert_eq!(voice(Language::Spanish).text(&Phrase::keyed(key)), key);
}

#[test]
fn lists_read_as_the_language_reads_them() {
    use Language::{English, Spanish};
    assert_eq!(listed(English, &[]), "");
    assert_eq!(listed(English, &["Ana"]), "Ana");
    assert_eq!(listed(English, &["Ana", "Ben"]), "Ana and Ben");
    assert_eq!(listed(English, &["Ana", "Ben", "Inés"]), "Ana, Ben and Inés");
    assert_eq!(listed(Spanish, &["Ana", "Ben", "Cleo"]), "Ana, Ben y Cleo");
    assert_eq!(listed(Spanish, &["Ana", "Inés"]), "Ana e Inés");
    assert_eq!(listed(Spanish, &["Ana", "Hilario"]), "Ana e Hilario");
    assert_eq!(listed(Spanish, &["nieve", "hielo"]), "nieve y hielo");
    assert_eq!(listed(Spanish, &["Inés", "Íñigo", "Ana"]), "Inés, Íñigo y Ana");
}

#[test]
fn something_to_type_stays_a_command() {
    let line = voice(Language::Spanish).line(&phrase!("hint-did-you-mean", command = command "shift claim S12"));
    assert_eq!(line.0[1], Span::Command("shift claim S12".to_owned()));
    assert_eq!(line.to_string(), "¿Querías decir shift claim S12?");
}
