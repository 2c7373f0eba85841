//! The bot was taken out of a place. What it knew of it stays, so that coming back goes on.

use super::person;
use crate::desk::event_key;
use crate::error::Fault;
use crate::ids::PersonId;
use crate::people::Role;
use crate::phrase;
use crate::surface::Inbound;
use crate::work::{Personal, Work};

pub(super) async fn take(work: &mut Work<'_>, inbound: &Inbound) -> Result<(), Fault> {
    let room = &inbound.room;
    let Some(place) = work.unit.place(room.platform, &room.place).await? else {
        return Ok(());
    };
    let group = work.group(place.group).await?;
    let by = person::person_of(work.unit, room, &inbound.author.account).await?;
    let by = by.map_or(PersonId::NOBODY, |person| person.id);
    work.audit(group.id, by, "place.left", None, None).await?;
    work.unit.forget_cards_in(group.id, room.platform, &room.place).await?;
    let told = phrase!("place-left-told", place = user place.name);
    for member in work.unit.members(group.id).await? {
        if member.role != Role::Organizer || member.person == by {
            continue;
        }
        let Some(organizer) = work.unit.person(member.person).await? else {
            continue;
        };
        let news = Personal::news(format_args!("place.left/{}", event_key(inbound)), organizer.id);
        work.write_to(&organizer, &group, news, |voice| voice.say(&told))
            .await?;
    }
    Ok(())
}
