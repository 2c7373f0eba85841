//! What becomes of the seats of somebody who is forgotten.

use super::{Holder, Seat, notice, plan};
use crate::error::Fault;
use crate::ids::{GroupId, PersonId};
use crate::work::Work;

/// Takes somebody off a shift: their seat where it has not begun, whatever the cut-off, and the guests whom they bring in
/// any case. Those who wait move up and hear of it. The guests' names, as they were removed.
pub(crate) async fn take_off(
    work: &mut Work<'_>,
    group: GroupId,
    number: u32,
    person: PersonId,
) -> Result<Vec<String>, Fault> {
    let Some(before) = work.unit.shift_for_update(group, number).await? else {
        return Ok(Vec::new());
    };
    let is_coming = before.shift.cancelled.is_none() && before.shift.start.at > work.now;
    let goes = |seat: &Seat| match &seat.holder {
        Holder::Member(member) => is_coming && *member == person,
        Holder::Guest { host, .. } => *host == person,
    };
    let mut after = before.clone();
    after.seats.retain(|seat| !goes(seat));
    if after.seats.len() == before.seats.len() {
        return Ok(Vec::new());
    }
    after.next_turn();
    let promoted = if is_coming { after.promote() } else { Vec::new() };
    plan::save(work, Some(&before), &after).await?;
    notice::promoted(work, &after, &promoted, Some(person)).await?;
    let guests = before.seats.into_iter().filter_map(|seat| match seat.holder {
        Holder::Guest { name, host } if host == person => Some(name),
        _ => None,
    });
    Ok(guests.collect())
}
