//! What becomes of somebody's broadcasts when they go out of a group: what nobody was written to yet is not sent. What
//! went out, or is going out, is the group's.

use super::{Broadcast, State, due};
use crate::ids::{GroupId, PersonId};
use crate::store::StoreResult;
use crate::work::Work;

/// The broadcasts of somebody that wait to be confirmed, or for their time.
pub(crate) async fn unsent(work: &mut Work<'_>, group: GroupId, person: PersonId) -> StoreResult<Vec<Broadcast>> {
    let mut unsent = work.unit.unsent_broadcasts_of(group, person).await?;
    unsent.retain(|broadcast| broadcast.state(work.now) != State::Lapsed);
    Ok(unsent)
}

/// Takes them back.
pub(crate) async fn take_back(work: &mut Work<'_>, group: GroupId, person: PersonId) -> StoreResult<()> {
    for broadcast in unsent(work, group, person).await? {
        let held = work.unit.broadcast_for_update(group, broadcast.id).await?;
        let waiting = held.filter(|broadcast| broadcast.state(work.now).is_before_the_first());
        if let Some(broadcast) = waiting.filter(|broadcast| broadcast.stopped_at.is_none()) {
            due::save(work, &broadcast.stopped(work.now, 0)).await?;
        }
    }
    Ok(())
}
