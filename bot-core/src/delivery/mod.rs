//! What is decided about a message on its way out: rules, without a platform and without a store.
//!
//! - [`before`]: whether an attempt is made at all, and whether people must be told that they may see it twice
//! - [`after`]: what follows from the platform's verdict
//! - [`backoff`]: how long to wait after an attempt that failed
//!
//! A platform that knows a message again by its key never shows it twice, so a doubtful one is simply sent again. Where
//! there is no such key, or the doubt is older than the platform's memory, a message is sent again marked "(possibly
//! repeated)"; but a card is not sent again: two of them would contradict each other as soon as one changes. Nor is
//! anything sent again after [`MOST_ATTEMPTS`], however those ended: a message that ends the process each time must end
//! some day.

mod backoff;
#[cfg(test)]
mod tests;

use crate::clock::Instant;
use crate::locale::{Language, Voice};
use crate::phrase;
use crate::reply::Card;
use crate::store::{Later, OutboxKind, OutboxRow, OutboxState};
use crate::surface::{Caps, Refusal, RoomAddress, Verdict};
use crate::time::Zone;

pub use backoff::{MOST_ATTEMPTS, backoff};

/// What is done with a message that was taken to be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Before {
    /// An attempt is made.
    Attempt,
    /// An attempt is made, and people are told that they may see it twice.
    AttemptMarked,
    /// It may have been delivered, and is not sent again.
    LeaveUnknown,
}

/// What becomes of a message after an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum After {
    /// It is known, and that is the end.
    Settled(OutboxState),
    /// Another attempt is made later.
    Again(Later),
    /// Another attempt is made later, at the address that its room goes by now.
    AgainAt(RoomAddress, Later),
}

/// What is done with a message that was taken to be sent.
pub fn before(row: &OutboxRow, caps: &Caps, now: Instant) -> Before {
    let Some(since) = row.doubtful_since else {
        return Before::Attempt;
    };
    if row.attempts >= MOST_ATTEMPTS {
        // The last attempt was cut off, so that nothing followed from it.
        Before::LeaveUnknown
    } else if remembers(caps, since, now) {
        Before::Attempt
    } else if row.kind != OutboxKind::Broadcast && row.about.is_some() {
        Before::LeaveUnknown
    } else {
        Before::AttemptMarked
    }
}

/// Whether the platform knows a message again of which an attempt began at `since`.
fn remembers(caps: &Caps, since: Instant, now: Instant) -> bool {
    caps.idempotent_for.is_some_and(|memory| now - since < memory)
}

/// What becomes of a message after an attempt, the `attempt`th from 1, that began at `began`. `chance` from 0 to 1 spreads
/// those that failed together.
pub fn after(row: &OutboxRow, attempt: u32, began: Instant, verdict: &Verdict, now: Instant, chance: f64) -> After {
    let later = |pause, counts, doubtful_since| Later {
        not_before: now + pause,
        counts,
        doubtful_since,
    };
    let doubt = row.doubtful_since;
    match verdict {
        Verdict::Delivered { .. } => After::Settled(OutboxState::Delivered),
        Verdict::Refused(refusal) => After::Settled(OutboxState::Refused(*refusal)),
        Verdict::Paused { length, .. } => After::Again(later(*length, false, doubt)),
        Verdict::Retry { .. } | Verdict::Moved(_) | Verdict::Unknown if attempt >= MOST_ATTEMPTS => {
            After::Settled(if doubt.is_none() && *verdict != Verdict::Unknown {
                OutboxState::Refused(Refusal::Unreachable)
            } else {
                OutboxState::Unknown
            })
        }
        Verdict::Moved(room) => After::AgainAt(room.clone(), later(chrono::TimeDelta::zero(), true, doubt)),
        Verdict::Retry { after } => {
            let pause = after.unwrap_or_default().max(backoff(attempt, chance));
            After::Again(later(pause, true, doubt))
        }
        Verdict::Unknown => After::Again(later(backoff(attempt, chance), true, doubt.or(Some(began)))),
    }
}

/// The card with the words that it may be seen twice.
pub fn marked(card: Card, language: Language, now: Instant) -> Card {
    let voice = Voice {
        language,
        zone: Zone::utc(),
        now,
    };
    card.before_actions(voice.line(&phrase!("possibly-repeated")))
}
