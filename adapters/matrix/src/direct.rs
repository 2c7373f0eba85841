//! Which rooms are somebody's private ones: the account's `m.direct`, asked of the server. The library changes what it was
//! last told, and would forget what was marked since then.

use matrix_sdk::ruma::events::direct::{DirectEventContent, DirectUserIdentifier};
use matrix_sdk::ruma::{OwnedRoomId, RoomId, UserId};
use matrix_sdk::{Client, Result};

/// The rooms that are marked as that person's, those among them that no synchronisation has brought yet.
pub(crate) async fn rooms_of(client: &Client, person: &UserId) -> Result<Vec<OwnedRoomId>> {
    let account = client.account();
    let Some(marked) = account.fetch_account_data_static::<DirectEventContent>().await? else {
        return Ok(Vec::new());
    };
    let mut marked = marked.deserialize()?;
    Ok(marked.remove(<&DirectUserIdentifier>::from(person)).unwrap_or_default())
}

/// Marks a room as that person's.
pub(crate) async fn mark(client: &Client, room: &RoomId, person: &UserId) -> Result<()> {
    if rooms_of(client, person).await?.iter().any(|marked| marked == room) {
        return Ok(());
    }
    client.account().mark_as_dm(room, &[person.to_owned()]).await
}
