//! Somebody's private room with the bot: found, or made and marked as direct.

use matrix_sdk::ruma::UserId;
use matrix_sdk::ruma::events::room::member::MembershipState;
use matrix_sdk::{Client, Room, RoomState};
use muster_core::surface::{Refusal, Verdict};
use tokio::sync::Mutex;

use super::verdict;
use crate::direct;

/// Finds and makes private rooms, one at a time: two for one person would be one too many.
#[derive(Debug, Default)]
pub(super) struct Private {
    making: Mutex<()>,
}

impl Private {
    pub(super) async fn room_with(&self, client: &Client, account: &str) -> Result<Room, Verdict> {
        let person = UserId::parse(account).map_err(|_| Verdict::Refused(Refusal::Gone))?;
        let _one_at_a_time = self.making.lock().await;
        let known = client.get_dm_rooms(&person).collect();
        if let Some(room) = open(known, &person).await? {
            return Ok(room);
        }
        let marked = direct::rooms_of(client, &person).await;
        let marked = marked.map_err(|error| verdict::of_request(&error))?;
        let just_made = marked.iter().filter_map(|id| client.get_room(id)).collect();
        if let Some(room) = open(just_made, &person).await? {
            return Ok(room);
        }
        let made = client.create_dm(&person).await;
        made.map_err(|error| verdict::of_request(&error))
    }
}

/// That of these rooms in which a person can be written to, if they have one.
async fn open(rooms: Vec<Room>, person: &UserId) -> Result<Option<Room>, Verdict> {
    match found(rooms, person).await {
        Some((room, Presence::There)) => Ok(Some(room)),
        // Who left it, or refused to come, wants no private messages.
        Some((_, Presence::Left)) => Err(Verdict::Refused(Refusal::PrivateClosed)),
        None => Ok(None),
    }
}

/// Whether somebody is in a room, or invited to it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Presence {
    There,
    Left,
}

/// The private room with a person: one that they are in before one that they left. Where somebody else is too it is none.
async fn found(rooms: Vec<Room>, person: &UserId) -> Option<(Room, Presence)> {
    let mut left = None;
    for room in rooms {
        if room.state() != RoomState::Joined || room.active_members_count() > 2 {
            continue;
        }
        let member = room.get_member(person).await.ok().flatten();
        match member.as_ref().map(|member| member.membership()) {
            Some(MembershipState::Join | MembershipState::Invite) | None => return Some((room, Presence::There)),
            Some(_) => left = Some((room, Presence::Left)),
        }
    }
    left
}
