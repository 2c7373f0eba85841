//! What the server says of somebody in a place, and of the bot itself: asked of it at the moment, not remembered.

use matrix_sdk::Room;
use matrix_sdk::ruma::api::client::state::get_state_event_for_key;
use matrix_sdk::ruma::events::MessageLikeEventType;
use matrix_sdk::ruma::events::StateEventType;
use matrix_sdk::ruma::events::room::power_levels::{RoomPowerLevels, RoomPowerLevelsEventContent, UserPowerLevel};
use matrix_sdk::ruma::{RoomId, UserId};
use muster_core::surface::rights::Trouble;
use muster_core::surface::{Ability, NotTold, Rights, RoomAddress, Standing};

use crate::account::Account;
use crate::receive::unread::Unread;
use crate::session::keys;
use crate::{place, rooms};

/// The level of whoever administers a room (Matrix client-server API, `m.room.power_levels`: 100 is its creator's).
const ADMINISTRATOR: i64 = 100;

/// What somebody is in the place of that room.
pub(crate) async fn standing(account: &Account, room: &RoomAddress, person: &str) -> Result<Standing, NotTold> {
    let Ok(person) = UserId::parse(person) else {
        return Ok(Standing::Member);
    };
    if room.private {
        return Ok(Standing::Member);
    }
    let here = room_of(account, &room.place).await?;
    let levels = levels(&here).await?;
    Ok(if administers(levels.for_user(&person)) {
        Standing::Administrator
    } else {
        Standing::Member
    })
}

/// What the bot may do in that room, and who can let it do more.
pub(crate) async fn rights(account: &Account, room: &RoomAddress) -> Result<Rights, NotTold> {
    if room.private {
        return Ok(Rights::default());
    }
    let here = room_of(account, place::parts(room).0).await?;
    let levels = levels(&here).await?;
    let mine = levels.for_user(here.own_user_id());
    let (mut lacking, mut troubles) = (Vec::new(), Vec::new());
    for (ability, needed) in [
        (Ability::Write, levels.for_message(MessageLikeEventType::RoomMessage)),
        (Ability::Pin, levels.for_state(StateEventType::RoomPinnedEvents)),
    ] {
        let needed = i64::from(needed);
        if let Some(has) = finite(mine).filter(|has| *has < needed) {
            lacking.push(ability);
            troubles.push(Trouble::Power { ability, needed, has });
        }
    }
    troubles.extend(of_encryption(&here).await);
    troubles.extend(of_pace(account, &here));
    Ok(Rights {
        lacking,
        troubles,
        granted_by: administrators(&here, &levels).await,
        administrator: administers(mine),
    })
}

async fn room_of(account: &Account, id: &str) -> Result<Room, NotTold> {
    let client = account.client().await.map_err(|_| NotTold)?;
    let id = RoomId::parse(id).map_err(|_| NotTold)?;
    client.get_room(&id).ok_or(NotTold)
}

/// The room's power levels as the server has them now.
async fn levels(room: &Room) -> Result<RoomPowerLevels, NotTold> {
    let request = get_state_event_for_key::v3::Request::new(
        room.room_id().to_owned(),
        StateEventType::RoomPowerLevels,
        String::new(),
    );
    let Ok(response) = room.client().send(request).await else {
        return room.power_levels().await.map_err(|_| NotTold);
    };
    let content = response.into_content();
    let content = content
        .deserialize_as_unchecked::<RoomPowerLevelsEventContent>()
        .map_err(|_| NotTold)?;
    let rules = room.clone_info().room_version_rules_or_default();
    Ok(RoomPowerLevels::new(
        content.into(),
        &rules.authorization,
        room.creators().into_iter().flatten(),
    ))
}

fn administers(level: UserPowerLevel) -> bool {
    finite(level).is_none_or(|level| level >= ADMINISTRATOR)
}

/// A level that is a number; a creator of a room of today's versions has more than any.
fn finite(level: UserPowerLevel) -> Option<i64> {
    match level {
        UserPowerLevel::Int(level) => Some(level.into()),
        _ => None,
    }
}

/// What keeps the bot from reading an encrypted room.
async fn of_encryption(room: &Room) -> Vec<Trouble> {
    let mut troubles = Vec::new();
    if room.encryption_state().is_encrypted() {
        let client = room.client();
        troubles.extend((!keys::is_signed(&client).await).then_some(Trouble::Unverified));
        let unread = Unread::load(&client).await.count_in(room.room_id());
        troubles.extend((unread > 0).then_some(Trouble::Undecrypted(unread)));
    }
    troubles
}

/// How the server holds the bot back, as far as the operator has not said that it does not (Synapse's Admin API, "Override
/// ratelimiting for users").
fn of_pace(account: &Account, room: &Room) -> Option<Trouble> {
    let is_limited = !account.settings.rates.account.is_empty();
    is_limited.then(|| Trouble::Throttled {
        messages: 1,
        seconds: 5,
        lift: format!(
            "POST /_synapse/admin/v1/users/{}/override_ratelimit {{\"messages_per_second\": 0}}; MUSTER_MATRIX_RATE_LIMIT=none",
            room.own_user_id()
        ),
    })
}

/// What those are called who administer the room.
async fn administrators(room: &Room, levels: &RoomPowerLevels) -> Vec<String> {
    let creators = room.creators().into_iter().flatten();
    let mut people: Vec<_> = levels.users.keys().cloned().chain(creators).collect();
    people.sort();
    people.dedup();
    let mut names = Vec::new();
    for person in people {
        if person != room.own_user_id() && administers(levels.for_user(&person)) {
            names.push(rooms::called(room, &person).await);
        }
    }
    names
}
