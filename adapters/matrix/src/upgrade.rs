//! Rooms that go on elsewhere (Matrix client-server API, "Room Upgrades"): the old room names the new one, and the new one names
//! the old one from its first event on. What only one of them says anybody could.

use matrix_sdk::ruma::api::client::membership::join_room_by_id_or_alias;
use matrix_sdk::ruma::{RoomId, UserId};
use matrix_sdk::{Client, Result, Room, RoomState};
use muster_core::surface::RoomAddress;

use crate::account::Account;
use crate::place;
use crate::rooms;

/// The room in which that one goes on, where both say so and the bot is in it.
pub(crate) fn next(room: &Room) -> Option<Room> {
    let next = room.client().get_room(&room.successor_room()?.room_id)?;
    (next.state() == RoomState::Joined && names(&next, room)).then_some(next)
}

/// The room that went on in that one, where both say so.
pub(crate) fn before(room: &Room) -> Option<Room> {
    let before = room.client().get_room(&room.predecessor_room()?.room_id)?;
    let goes_on_here = before.successor_room()?.room_id == room.room_id();
    goes_on_here.then_some(before)
}

fn names(next: &Room, before: &Room) -> bool {
    let named = next.predecessor_room();
    named.is_some_and(|named| named.room_id == before.room_id())
}

/// The address of a room in which that one goes on. A room that is a place of its own must go on as one, and a room of a space
/// in the same space: of another place nobody knows whether it is meant to be this one.
pub(crate) async fn moved(room: &RoomAddress, client: &Client) -> Option<RoomAddress> {
    let (id, _) = place::parts(room);
    let old = client.get_room(&RoomId::parse(id).ok()?)?;
    let there = rooms::here(&next(&old)?).await.room;
    elsewhere(room, &there)
}

fn elsewhere(room: &RoomAddress, there: &RoomAddress) -> Option<RoomAddress> {
    let are_places = place::is_place(room) && place::is_place(there);
    let are_in_one_space = room.place == there.place;
    (are_places || are_in_one_space).then(|| place::in_thread(there, place::parts(room).1))
}

/// Goes to where a room goes on, if whoever closed it may bring the bot and the server lets it: else it waits until it is
/// invited there.
pub(crate) async fn follow(account: &Account, room: &Room, closed_by: &UserId) -> Result<()> {
    let client = room.client();
    let Some(next) = room.successor_room() else {
        return Ok(());
    };
    let is_there = client
        .get_room(&next.room_id)
        .is_some_and(|next| next.state() == RoomState::Joined);
    let accepts = |me| account.settings.invites.accept(me, closed_by);
    if is_there || !client.user_id().is_some_and(accepts) {
        return Ok(());
    }
    let mut request = join_room_by_id_or_alias::v3::Request::new(next.room_id.into());
    request.via = vec![closed_by.server_name().to_owned()];
    match client.send(request).await {
        Err(error) if error.client_api_error_kind().is_some() => {
            tracing::info!(%error, "a room goes on in one to which the bot is not admitted before it is invited");
            Ok(())
        }
        other => Ok(other.map(drop)?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room(place: &str, room: &str) -> RoomAddress {
        place::address(place, room, false)
    }

    #[test]
    fn a_place_of_its_own_goes_on_as_one_with_its_threads() {
        let there = room("!new", "!new");
        assert_eq!(elsewhere(&room("!old", "!old"), &there), Some(there.clone()));
        let thread = elsewhere(&room("!old", "!old/$first"), &there);
        assert_eq!(thread, Some(room("!new", "!new/$first")));
    }

    #[test]
    fn a_room_of_a_space_goes_on_in_the_same_space_only() {
        let hall = room("!space", "!hall");
        let there = room("!space", "!hall-2");
        assert_eq!(elsewhere(&hall, &there), Some(there.clone()));
        assert_eq!(elsewhere(&hall, &room("!hall-2", "!hall-2")), None);
        assert_eq!(elsewhere(&hall, &room("!other", "!hall-2")), None);
        assert_eq!(elsewhere(&room("!old", "!old"), &there), None);
    }

    #[test]
    fn what_is_private_is_no_place() {
        let there = place::address("!new", "!new", true);
        assert_eq!(elsewhere(&room("!old", "!old"), &there), None);
    }
}
