//! What happens when a line of the agenda falls due.

use chrono::TimeDelta;

use crate::error::Fault;
use crate::ids::Kind;
use crate::store::Due;
use crate::work::Work;

/// How long after its time a message says that it comes late.
pub(crate) const LATE: TimeDelta = TimeDelta::minutes(5);

/// Carries out a line of the agenda that was just taken off it.
pub(crate) async fn run(work: &mut Work<'_>, due: &Due) -> Result<(), Fault> {
    match due.subject.kind {
        Kind::Shift => crate::shift::due::run(work, due).await,
        Kind::Task => crate::task::due::run(work, due).await,
        Kind::Reminder => crate::reminder::due::run(work, due).await,
        Kind::Poll => crate::poll::due::run(work, due).await,
    }
}
