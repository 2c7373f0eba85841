//! The outbox as a test looks at it: every platform's messages at once.

use crate::clock::Instant;
use crate::store::{Lease, OutboxKind, OutboxRow, StoreResult, UnitOfWork};
use crate::surface::Platform;

/// Takes what may be sent at `now` to any platform: answers before reminders before notices before broadcasts, and of
/// each kind what may go longest first; at most `limit`.
pub async fn lease(
    unit: &mut dyn UnitOfWork,
    owner: &str,
    now: Instant,
    until: Instant,
    limit: u32,
) -> StoreResult<Vec<OutboxRow>> {
    let mut leased = Vec::new();
    for kind in OutboxKind::ALL {
        for platform in Platform::ALL {
            let most = limit - u32::try_from(leased.len()).unwrap_or(limit);
            leased.extend(unit.lease(platform, kind, Lease { owner, until }, now, most).await?);
        }
    }
    Ok(leased)
}

/// When a message to any platform may be taken next.
pub async fn next_sending(unit: &mut dyn UnitOfWork) -> StoreResult<Option<Instant>> {
    let mut instants = Vec::new();
    for platform in Platform::ALL {
        instants.extend(unit.next_sending(platform).await?);
    }
    Ok(instants.into_iter().min())
}
