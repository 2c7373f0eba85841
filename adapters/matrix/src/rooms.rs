//! What is known of a room: which place it belongs to, whether it is private, and who is in it.

use futures_util::StreamExt as _;
use matrix_sdk::Room;
use matrix_sdk::room::ParentSpace;
use matrix_sdk::ruma::UserId;
use muster_core::surface::{Author, Inbound};

use crate::inbound::Here;
use crate::place;

/// Where an event of that room happens.
pub(crate) async fn here(room: &Room) -> Here {
    let id = room.room_id().as_str();
    if is_private(room) {
        return Here {
            room: place::address(id, id, true),
            name: String::new(),
        };
    }
    let space = space_of(room).await;
    let place = space.as_ref().unwrap_or(room);
    let name = place.display_name().await.map(|name| name.to_string());
    Here {
        room: place::address(place.room_id().as_str(), id, false),
        name: name.unwrap_or_else(|_| id.to_owned()),
    }
}

/// Whether it is somebody's private chat with the bot: marked so, and nobody else is in it.
pub(crate) fn is_private(room: &Room) -> bool {
    room.direct_targets_length() == 1 && room.active_members_count() <= 2
}

/// The space that the room belongs to, where both say so and the bot is in it: what only one says anybody could.
async fn space_of(room: &Room) -> Option<Room> {
    let parents = room.parent_spaces().await.ok()?;
    let spaces = parents.filter_map(async |parent| match parent {
        Ok(ParentSpace::Reciprocal(space)) => Some(space),
        _ => None,
    });
    let mut spaces: Vec<Room> = spaces.collect().await;
    spaces.sort_by(|one, other| one.room_id().cmp(other.room_id()));
    spaces.into_iter().next()
}

/// What somebody is called in the room.
pub(crate) async fn name_of(room: &Room, account: &UserId) -> Option<String> {
    let member = room.get_member_no_sync(account).await.ok()??;
    member.display_name().map(ToOwned::to_owned)
}

/// The bot came to the room; whoever brought it by name. It says nothing where nobody would read it, in a space, nor to
/// somebody who talks to it already.
pub(crate) async fn arrived(room: &Room, event: Inbound) -> Option<Inbound> {
    if room.is_space() || is_private(room) {
        return None;
    }
    let Ok(inviter) = UserId::parse(&event.author.account) else {
        return Some(event);
    };
    match name_of(room, &inviter).await {
        Some(name) => Some(Inbound {
            author: Author { name, ..event.author },
            ..event
        }),
        None => Some(event),
    }
}
