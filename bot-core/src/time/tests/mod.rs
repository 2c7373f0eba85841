//! What the time module promises.

mod phrases;

use chrono::NaiveDateTime;

use super::{Frame, Zone};
use crate::locale::Language;

/// Tuesday 24 November 2026, 10:00 in New York.
fn frame() -> Frame {
    frame_at("2026-11-24 10:00", "America/New_York")
}

fn frame_at(local: &str, zone: &str) -> Frame {
    let zone = Zone::parse(zone).unwrap();
    Frame {
        now: zone.resolve(local_time(local)),
        zone,
        language: Language::English,
    }
}

fn local_time(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}
