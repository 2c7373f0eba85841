//! `remind list`.

use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::ids::{GroupId, PersonId, Reference};
use crate::locale::Voice;
use crate::phrase;
use crate::reminder::{Reminder, card};
use crate::reply::Card;
use crate::store::{StoreResult, UnitOfWork};
use crate::surface::RoomAddress;

/// The most reminders that a list shows.
const SHOWN: usize = 30;

/// Lists the reminders that whoever asks set, and those of this room: the next ones first.
pub(super) async fn run(desk: &mut Desk<'_>) -> Outcome<Answer> {
    let (group, me) = (desk.group()?.id, desk.me());
    let live = seen_by(&mut *desk.work.unit, group, me, &desk.room).await?;
    Ok(list(desk, &live).into())
}

/// The reminders that a half-typed command may mean, in the order of the list, each with a line for the eye.
pub async fn completions(
    unit: &mut dyn UnitOfWork,
    group: GroupId,
    person: PersonId,
    room: &RoomAddress,
    voice: &Voice,
) -> StoreResult<Vec<(Reference, String)>> {
    let live = seen_by(unit, group, person, room).await?;
    let line = |reminder: &Reminder| (reminder.reference(), card::item(reminder, voice).to_string());
    Ok(live.iter().map(line).collect())
}

/// The live reminders that somebody sees in a room: their own and the room's.
async fn seen_by(
    unit: &mut dyn UnitOfWork,
    group: GroupId,
    person: PersonId,
    room: &RoomAddress,
) -> StoreResult<Vec<Reminder>> {
    let mut live = unit.live_reminders_of(group, person).await?;
    let of_room = unit.live_reminders_in(group, room).await?;
    live.extend(of_room.into_iter().filter(|reminder| reminder.creator != person));
    live.sort_by_key(|reminder| (reminder.coming().map(|moment| moment.at), reminder.number));
    Ok(live)
}

fn list(desk: &Desk<'_>, live: &[Reminder]) -> Card {
    let voice = &desk.voice;
    let Some(first) = live.first() else {
        let none = voice.say(&phrase!("reminder-list-none"));
        return none.actions(voice, [], "remind me tomorrow 17:00 <text>");
    };
    let more = live.len().saturating_sub(SHOWN);
    let card = Card::new()
        .heading(voice.line(&phrase!("reminder-list", count = number live.len())))
        .list(live.iter().take(SHOWN).map(|reminder| card::item(reminder, voice)));
    let card = match more {
        0 => card,
        more => card.line(voice.line(&phrase!("reminder-list-more", count = number more))),
    };
    card.actions(voice, [], format!("remind cancel {}", first.reference()))
}
