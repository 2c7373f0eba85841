//! Zones.

use super::{local_time, utc};
use crate::locale::Language;
use crate::time::Zone;

fn name(text: &str) -> Option<&'static str> {
    Zone::parse(text).map(|zone| zone.name())
}

#[test]
fn they_are_found_by_name_and_by_city() {
    assert_eq!(name("America/New_York"), Some("America/New_York"));
    assert_eq!(name("america/new_york"), Some("America/New_York"));
    assert_eq!(name("new york"), Some("America/New_York"));
    assert_eq!(name("Madrid"), Some("Europe/Madrid"));
    assert_eq!(name("  Mexico  City "), Some("America/Mexico_City"));
    assert_eq!(name("bogotá"), Some("America/Bogota"));
    assert_eq!(name("buenos aires"), Some("America/Argentina/Buenos_Aires"));
    assert_eq!(name("istanbul"), Some("Europe/Istanbul"));
    assert_eq!(name("utc"), Some("UTC"));
    assert_eq!(name("Nueva York"), Some("America/New_York"));
    assert_eq!(name("ciudad de mexico"), Some("America/Mexico_City"));
    assert_eq!(name("knox"), Some("America/Indiana/Knox"));
    for nowhere in ["", "Springfield", "Pacific", "Factory", "America", "../etc/passwd"] {
        assert_eq!(name(nowhere), None, "{nowhere}");
    }
    assert_eq!(name(&"york ".repeat(100_000)), None);
}

#[test]
fn their_words_name_the_city_and_read_back() {
    let words = |text: &str, language| Zone::parse(text).unwrap().words(language);
    assert_eq!(words("new york", Language::English), "New York time");
    assert_eq!(words("new york", Language::Spanish), "hora de Nueva York");
    assert_eq!(words("utc", Language::English), "UTC");
    assert_eq!(words("utc", Language::Spanish), "UTC");
    assert_eq!(words("US/Pacific", Language::English), "US/Pacific time");
    assert_eq!(words("nueva york", Language::English), "New York time");
    assert_eq!(words("canary", Language::Spanish), "hora de Canarias");
    let now = utc("2026-11-24 10:00");
    for zone in Zone::all() {
        let spanish = zone.words(Language::Spanish);
        let city = spanish.strip_prefix("hora de ").unwrap_or(&spanish);
        let found = Zone::parse(city).unwrap();
        assert_eq!(found.to_local(now), zone.to_local(now), "{zone} and {found} in Spanish");
        let found = Zone::parse(&zone.city()).unwrap();
        assert_eq!(found.to_local(now), zone.to_local(now), "{zone} and {found}");
    }
}

#[test]
fn they_are_stored_by_name_and_checked_when_read() {
    let zone = Zone::parse("Madrid").unwrap();
    let json = serde_json::to_string(&zone).unwrap();
    assert_eq!(json, "\"Europe/Madrid\"");
    assert_eq!(serde_json::from_str::<Zone>(&json).unwrap(), zone);
    assert!(serde_json::from_str::<Zone>("\"Europe/Nowhere\"").is_err());
    assert!(serde_json::from_str::<Zone>("\"Madrid\"").is_err());
}

#[test]
fn skipped_times_move_forward_and_doubled_ones_come_first() {
    let new_york = Zone::parse("new york").unwrap();
    let resolve = |text: &str| new_york.resolve(local_time(text));
    assert_eq!(resolve("2026-07-01 10:00"), utc("2026-07-01 14:00"));
    assert_eq!(resolve("2027-03-14 02:30"), utc("2027-03-14 07:30"));
    assert_eq!(
        new_york.to_local(utc("2027-03-14 07:30")),
        local_time("2027-03-14 03:30")
    );
    assert_eq!(resolve("2026-11-01 01:30"), utc("2026-11-01 05:30"));
    let lord_howe = Zone::parse("lord howe").unwrap(); // half an hour of summer time
    assert_eq!(
        lord_howe.resolve(local_time("2026-10-04 02:15")),
        utc("2026-10-03 15:45")
    );
}

#[test]
fn the_ends_of_the_calendar_do_not_panic() {
    for zone in [
        Zone::utc(),
        Zone::parse("Asia/Tokyo").unwrap(),
        Zone::parse("Honolulu").unwrap(),
    ] {
        for at in [
            chrono::DateTime::<chrono::Utc>::MIN_UTC,
            chrono::DateTime::<chrono::Utc>::MAX_UTC,
        ] {
            let _ = zone.resolve(zone.to_local(at));
        }
    }
}
