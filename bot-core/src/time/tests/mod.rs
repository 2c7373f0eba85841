//! What the time module promises.

mod echo;
mod error;
mod lengths;
mod phrases;
mod properties;
mod quiet;
mod repeat;
mod split;
mod zone;

use chrono::NaiveDateTime;

use super::{Frame, When, Zone, parse_when};
use crate::clock::Instant;
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

/// What a phrase means in [`frame`].
fn when(phrase: &str) -> When {
    parse_when(phrase, &frame()).unwrap()
}

/// An instant by its UTC wall clock.
fn utc(text: &str) -> Instant {
    local_time(text).and_utc()
}
