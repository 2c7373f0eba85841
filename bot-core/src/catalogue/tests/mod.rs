//! The table itself is tested, and what is made of it.

mod at_the_door;
mod bad_input;
mod completing;
mod filling;
mod finding;
mod forms;
mod helping;
mod inert;
mod property;
mod table;

use crate::error::UserError;
use crate::locale::{Language, Voice};
use crate::reply::{plain, refusal};
use crate::time::{Frame, Zone};

/// Tuesday, 1 December 2026, nine in the morning in New York.
pub(super) fn frame() -> Frame {
    Frame {
        now: "2026-12-01T14:00:00Z".parse().unwrap(),
        zone: Zone::parse("America/New_York").unwrap(),
        language: Language::English,
    }
}

/// What people see of an error.
pub(super) fn seen(error: &UserError) -> String {
    let Frame { now, zone, language } = frame();
    plain::render(&refusal::card(error, &Voice { language, zone, now }))
}

/// An error must say what to type: a usage line, a command, or what was meant.
fn assert_mends(error: &UserError, typed: &str) {
    let shown: String = typed.chars().take(80).collect();
    assert!(error.offers(), "{shown:?} is refused with nothing to type: {error:?}");
    let seen = seen(error);
    assert!(!seen.trim().is_empty(), "{shown:?}");
    assert!(
        !seen.contains(|char: char| char.is_control() && char != '\n'),
        "{shown:?}: {seen:?}"
    );
    assert!(
        seen.chars().count() < 4_000,
        "{shown:?}: {} characters",
        seen.chars().count()
    );
}
