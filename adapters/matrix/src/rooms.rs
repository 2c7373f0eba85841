//! What is known of a room: which place it belongs to, whether it is private, and who is in it.

use std::pin::pin;

use futures_util::StreamExt as _;
use matrix_sdk::Room;
use matrix_sdk::room::ParentSpace;
use matrix_sdk::ruma::UserId;
use muster_core::surface::{Author, Content, Inbound};

use crate::inbound::Here;
use crate::{place, upgrade};

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
    // Its rooms may name the space that was closed for a while.
    let space = space.map(|space| upgrade::next(&space).unwrap_or(space));
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
    let mut parents = pin!(room.parent_spaces().await.ok()?);
    let mut spaces = Vec::new();
    while let Some(parent) = parents.next().await {
        if let Ok(ParentSpace::Reciprocal(space)) = parent {
            spaces.push(space);
        }
    }
    spaces
        .into_iter()
        .min_by(|one, other| one.room_id().cmp(other.room_id()))
}

/// What somebody is called in the room.
pub(crate) async fn name_of(room: &Room, account: &UserId) -> Option<String> {
    let member = room.get_member_no_sync(account).await.ok()??;
    member.display_name().map(ToOwned::to_owned)
}

/// The same; by the account where there is no such name.
pub(crate) async fn called(room: &Room, account: &UserId) -> String {
    let name = name_of(room, account).await;
    name.unwrap_or_else(|| place::localpart(account.as_str()))
}

/// The bot came to the room; whoever brought it by name. It says nothing where nobody would read it, in a space, nor where
/// it made the room itself, to talk to somebody in private.
pub(crate) async fn arrived(room: &Room, event: Inbound) -> Option<Inbound> {
    // Who makes a private room today makes everybody in it its creators; it is theirs all the same.
    let is_own = room
        .create_content()
        .is_some_and(|created| created.creator == room.own_user_id());
    if room.is_space() || is_own {
        return None;
    }
    // Whoever opens a private chat with it is told what to say.
    let content = if is_private(room) {
        Content::Typed("help".to_owned())
    } else {
        event.content.clone()
    };
    let event = Inbound {
        content,
        // Nobody sees their coming as something to be replied to.
        answer_by: Some(String::new()),
        ..event
    };
    let Ok(inviter) = UserId::parse(&event.author.account) else {
        return Some(event);
    };
    let name = called(room, &inviter).await;
    Some(Inbound {
        author: Author { name, ..event.author },
        ..event
    })
}
