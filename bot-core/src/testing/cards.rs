//! What cards are made of, for the tests of every renderer: a reader, an instant, a bar.

use crate::locale::{Language, Voice};
use crate::reply::{Bar, Span, ZoneWords};
use crate::time::Zone;

/// A reader in New York.
pub fn voice(language: Language) -> Voice {
    Voice {
        language,
        zone: Zone::parse("America/New_York").unwrap(),
        now: "2026-12-01T14:00:00Z".parse().unwrap(),
    }
}

/// An instant in those words.
pub fn time(words: &str) -> Span {
    Span::Time {
        at: "2026-12-05T15:00:00Z".parse().unwrap(),
        words: words.to_owned(),
        zone: ZoneWords {
            name: "New York time".to_owned(),
            offset: "UTC-5".to_owned(),
        },
    }
}

/// A bar of that count for that option.
pub fn bar(label: &str, count: u32, number: u32) -> Bar {
    Bar {
        label: label.to_owned(),
        count,
        number,
    }
}
