//! What the server says of somebody in a place, and of the bot itself: asked of it at the moment, not remembered.

use matrix_sdk::Room;
use matrix_sdk::ruma::api::client::state::get_state_event_for_key;
use matrix_sdk::ruma::events::StateEventType;
use matrix_sdk::ruma::events::room::power_levels::{RoomPowerLevels, RoomPowerLevelsEventContent, UserPowerLevel};
use matrix_sdk::ruma::events::{MessageLikeEventType, StateEventType as State};
use matrix_sdk::ruma::{RoomId, UserId};
use muster_core::surface::{Ability, NotTold, Rights, RoomAddress, Standing};

use crate::account::Account;
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
    let me = here.own_user_id();
    let may_write = levels.user_can_send_message(me, MessageLikeEventType::RoomMessage);
    let may_pin = levels.user_can_send_state(me, State::RoomPinnedEvents);
    let mut lacking = Vec::new();
    lacking.extend((!may_write).then_some(Ability::Write));
    lacking.extend((!may_pin).then_some(Ability::Pin));
    Ok(Rights {
        lacking,
        granted_by: administrators(&here, &levels).await,
        administrator: administers(levels.for_user(me)),
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
    match level {
        UserPowerLevel::Infinite => true,
        UserPowerLevel::Int(level) => i64::from(level) >= ADMINISTRATOR,
        _ => false,
    }
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
            let name = rooms::name_of(room, &person).await;
            names.push(name.unwrap_or_else(|| place::localpart(person.as_str())));
        }
    }
    names
}
