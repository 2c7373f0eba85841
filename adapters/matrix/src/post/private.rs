//! Somebody's private room with the bot: found, or made and marked as direct.

use matrix_sdk::ruma::UserId;
use matrix_sdk::ruma::events::room::member::MembershipState;
use matrix_sdk::{Client, Room};
use muster_core::surface::{Refusal, Verdict};
use tokio::sync::Mutex;

use super::verdict;

/// Finds and makes private rooms, one at a time: two for one person would be one too many.
#[derive(Debug, Default)]
pub(super) struct Private {
    making: Mutex<()>,
}

impl Private {
    pub(super) async fn room_with(&self, client: &Client, account: &str) -> Result<Room, Verdict> {
        let person = UserId::parse(account).map_err(|_| Verdict::Refused(Refusal::Gone))?;
        let _one_at_a_time = self.making.lock().await;
        match found(client, &person).await {
            Some((room, Presence::There)) => Ok(room),
            // Who left it, or refused to come, wants no private messages.
            Some((_, Presence::Left)) => Err(Verdict::Refused(Refusal::PrivateClosed)),
            None => {
                let made = client.create_dm(&person).await;
                made.map_err(|error| verdict::of_request(&error))
            }
        }
    }
}

/// Whether somebody is in a room, or invited to it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Presence {
    There,
    Left,
}

/// The private room with a person: one that they are in before one that they left.
async fn found(client: &Client, person: &UserId) -> Option<(Room, Presence)> {
    let mut left = None;
    for room in client.get_dm_rooms(person) {
        let member = room.get_member(person).await.ok().flatten();
        match member.as_ref().map(|member| member.membership()) {
            Some(MembershipState::Join | MembershipState::Invite) | None => return Some((room, Presence::There)),
            Some(_) => left = Some((room, Presence::Left)),
        }
    }
    left
}
