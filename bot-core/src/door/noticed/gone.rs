//! Somebody left a place, or was taken out of it: with the only place of a group where they could act they leave the
//! group, as if they had said so. Their next act enters them again.

use super::person;
use crate::error::Fault;
use crate::ids::PersonId;
use crate::people::register::{go_out, is_last_organizer};
use crate::people::{Departure, Group};
use crate::store::StoreResult;
use crate::surface::{Inbound, RoomAddress};
use crate::work::Work;

pub(super) async fn take(work: &mut Work<'_>, inbound: &Inbound) -> Result<(), Fault> {
    let room = &inbound.room;
    let Some(place) = work.unit.place(room.platform, &room.place).await? else {
        return Ok(());
    };
    let Some(person) = person::person_of(work.unit, room, &inbound.author.account).await? else {
        return Ok(());
    };
    // Held as by whoever leaves: nobody else changes who runs the group, so that one organizer always stays.
    let Some(group) = work.unit.group_for_update(place.group).await? else {
        return Ok(());
    };
    let members = work.unit.members(group.id).await?;
    if is_last_organizer(&members, person.id) || !only_acts_in(work, &group, person.id, room).await? {
        return Ok(());
    }
    go_out(work, &group, person.id, Departure::Left).await?;
    work.audit(group.id, person.id, "member.gone", None, Some(person.id))
        .await?;
    Ok(())
}

/// Whether a member of the group acted last in that place, and has no account with which they could act in another one.
async fn only_acts_in(work: &mut Work<'_>, group: &Group, person: PersonId, place: &RoomAddress) -> StoreResult<bool> {
    let is_it = |platform, id: &str| platform == place.platform && id == place.place;
    let Some(membership) = work.unit.membership(group.id, person).await? else {
        return Ok(false);
    };
    if !is_it(membership.room.platform, &membership.room.place) {
        return Ok(false);
    }
    let accounts = work.unit.accounts_of(person).await?;
    let places = work.unit.places_of(group.id).await?;
    let mut others = places.iter().filter(|other| !is_it(other.platform, &other.place));
    Ok(!others.any(|other| accounts.iter().any(|account| account.platform == other.platform)))
}
