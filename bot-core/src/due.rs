//! What happens when a line of the agenda falls due.

#[cfg(test)]
mod tests;

use chrono::TimeDelta;

use crate::clock::Instant;
use crate::error::Fault;
use crate::ids::Kind;
use crate::locale::Voice;
use crate::phrase;
use crate::reply::Line;
use crate::store::{Due, DueAct};
use crate::time::Moment;
use crate::work::Work;

/// What comes more than this after its time says that it is late.
const LATE: TimeDelta = TimeDelta::minutes(5);

/// Whether something for the instant `at` is late by now.
pub(crate) fn is_late(at: Instant, now: Instant) -> bool {
    now - at > LATE
}

/// What is said of something for the instant `at` that comes late; empty for what is on time.
pub(crate) fn late(at: Instant, voice: &Voice) -> Line {
    if !is_late(at, voice.now) {
        return Line::default();
    }
    let moment = Moment::at(at, voice.zone.clone());
    voice.line(&phrase!("late-was-due", moment = moment moment))
}

/// Carries out a line of the agenda that was just taken off it.
pub(crate) async fn run(work: &mut Work<'_>, due: &Due) -> Result<(), Fault> {
    if due.act == DueAct::Digest {
        return crate::digest::due::run(work, due).await;
    }
    match due.subject.kind {
        Kind::Shift => crate::shift::due::run(work, due).await,
        Kind::Task => crate::task::due::run(work, due).await,
        Kind::Reminder => crate::reminder::due::run(work, due).await,
        Kind::Poll => crate::poll::due::run(work, due).await,
        Kind::Broadcast => crate::broadcast::due::run(work, due).await,
    }
}
