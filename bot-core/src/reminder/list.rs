//! `remind list`.

use super::{Reminder, card};
use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::phrase;
use crate::reply::Card;

/// The most reminders that a list shows.
const SHOWN: usize = 30;

/// Lists the reminders that whoever asks set, and those of this room: the next ones first.
pub(super) async fn run(desk: &mut Desk<'_>) -> Outcome<Answer> {
    let (group, me) = (desk.group()?.id, desk.me());
    let mut live = desk.work.unit.live_reminders_of(group, me).await?;
    let of_room = desk.work.unit.live_reminders_in(group, &desk.room).await?;
    live.extend(of_room.into_iter().filter(|reminder| reminder.creator != me));
    live.sort_by_key(|reminder| (reminder.coming().map(|moment| moment.at), reminder.number));
    Ok(list(desk, &live).into())
}

fn list(desk: &Desk<'_>, live: &[Reminder]) -> Card {
    let voice = &desk.voice;
    let Some(first) = live.first() else {
        let none = voice.say(&phrase!("reminder-list-none"));
        return none.actions(voice, [], "remind me tomorrow 17:00 <text>");
    };
    let count = u32::try_from(live.len()).unwrap_or(u32::MAX);
    let more = u32::try_from(live.len().saturating_sub(SHOWN)).unwrap_or_default();
    let card = Card::new()
        .heading(voice.line(&phrase!("reminder-list", count = number count)))
        .list(live.iter().take(SHOWN).map(|reminder| card::item(reminder, voice)));
    let card = match more {
        0 => card,
        more => card.line(voice.line(&phrase!("reminder-list-more", count = number more))),
    };
    card.actions(voice, [], format!("remind cancel {}", first.reference()))
}
