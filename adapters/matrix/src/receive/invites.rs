//! Invitations: accepted by the operator's rule, refused with a reason otherwise.

use matrix_sdk::ruma::UserId;
use matrix_sdk::ruma::api::client::membership::{join_room_by_id, leave_room};
use matrix_sdk::{Client, Room};
use muster_core::phrase;

use crate::account::Account;
use crate::{direct, render};

/// Answers the invitations that wait; whether none waits any more.
pub(super) async fn answer(account: &Account, client: &Client) -> bool {
    let mut all_answered = true;
    for room in client.invited_rooms() {
        if let Err(error) = answer_one(account, client, &room).await {
            tracing::info!(%error, "an invitation could not be answered, and is again");
            all_answered = false;
        }
    }
    all_answered
}

async fn answer_one(account: &Account, client: &Client, room: &Room) -> matrix_sdk::Result<()> {
    let inviter = room.invite_details().await?.inviter_id;
    let invites = &account.settings.invites;
    if client.user_id().is_some_and(|me| invites.accept(me, &inviter)) {
        return join(client, room, &inviter).await;
    }
    tracing::info!(server = %inviter.server_name(), "an invitation is refused: matrix.invites does not name who sent it");
    let mut refusal = leave_room::v3::Request::new(room.room_id().to_owned());
    refusal.reason = Some(render::said(&phrase!("invitation-refused")));
    client.send(refusal).await?;
    Ok(())
}

/// Goes into a room, which is marked before where it is a private one: else it would be greeted as a place.
async fn join(client: &Client, room: &Room, inviter: &UserId) -> matrix_sdk::Result<()> {
    if room.is_direct().await? {
        direct::mark(client, room.room_id(), inviter).await?;
    }
    client
        .send(join_room_by_id::v3::Request::new(room.room_id().to_owned()))
        .await?;
    Ok(())
}
