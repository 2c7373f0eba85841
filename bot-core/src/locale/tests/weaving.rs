//! Arguments keep what they are.

use crate::clock::Instant;
use crate::locale::{Arg, Language, Phrase, Voice};
use crate::phrase;
use crate::reply::Span;
use crate::time::Zone;

fn voice(language: Language) -> Voice {
    Voice {
        language,
        zone: serde_json::from_str::<Zone>("\"America/New_York\"").unwrap(),
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
