//! `broadcast mention B6`: one word in a room to those who were not reached, by name, with the text. A second time it says
//! who is still not reached.

use super::find_to_change;
use crate::broadcast::card::message::{self, Says};
use crate::broadcast::card::report::tells_names;
use crate::broadcast::{Broadcast, Reach, State, due};
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::PersonId;
use crate::locale::{Arg, Phrase, Voice};
use crate::phrase;
use crate::reply::Card;
use crate::store::OutboxKind;
use crate::surface::{Platform, RoomAddress};
use crate::time::Moment;
use crate::undo::Undo;

/// The most people who are named in one message.
const NAMED: usize = 40;
/// The most people of one reason who are looked at.
const LOOKED_AT: u32 = 1000;

pub(super) async fn mention(desk: &mut Desk<'_>, number: u32) -> Outcome<Answer> {
    let broadcast = find_to_change(desk, number).await?;
    must_have_gone_out(desk, &broadcast).await?;
    let reference = broadcast.reference();
    if !tells_names(&mut desk.work, &broadcast).await? {
        let refusal = phrase!("broadcast-mention-secret", broadcast = command reference);
        return Err(UserError::new(refusal)
            .type_next(format!("broadcast show {reference}"))
            .into());
    }
    let people = not_reached(desk, &broadcast).await?;
    if let Some(at) = broadcast.mentioned_at {
        let at = Moment::at(at, desk.voice.zone.clone());
        return Ok(desk.say(&still_not_reached(&broadcast, &at, &people)));
    }
    if people.is_empty() {
        return Ok(desk.say(&phrase!("broadcast-mention-nobody", broadcast = command reference)));
    }
    let room = room_for(desk, &broadcast).await?;
    let mut mentioned = broadcast.changed();
    mentioned.mentioned_at = Some(desk.work.now);
    due::save(&mut desk.work, &mentioned).await?;
    desk.work
        .audit(mentioned.group, desk.me(), "broadcast.mentioned", Some(reference), None)
        .await?;
    desk.remember_undo(Undo::Lasting).await?;
    if room == desk.room {
        let voice = desk.voice.clone();
        return Ok(card(desk, &mentioned, &people, &room, &voice).await?.into());
    }
    let voice = desk.work.voice_of_room(desk.group()?);
    let card = card(desk, &mentioned, &people, &room, &voice).await?;
    let key = format!("notice/{}/mention/-", mentioned.id.0);
    desk.work
        .post(room, OutboxKind::Notice, key, (card, voice.language))
        .await?;
    Ok(desk.say(&phrase!("broadcast-mentioned", count = number people.len())))
}

/// Refuses what nobody was written to, or what is still on its way; what quiet hours hold may wait.
async fn must_have_gone_out(desk: &mut Desk<'_>, broadcast: &Broadcast) -> Outcome<()> {
    let reference = broadcast.reference();
    let state = broadcast.state(desk.work.now);
    if state.is_before_the_first() {
        let refusal = UserError::new(phrase!("broadcast-not-out-yet", broadcast = command reference));
        return Err(refusal.type_next(format!("broadcast show {reference}")).into());
    }
    let counts = desk.work.unit.count_copies(broadcast.group, broadcast.id).await?;
    if broadcast.is_written() && counts.of(Reach::Waiting) == 0 || matches!(state, State::Stopped | State::Finished) {
        return Ok(());
    }
    let refusal = UserError::new(phrase!("broadcast-still-going-out", broadcast = command reference));
    Err(refusal.type_next(format!("broadcast show {reference}")).into())
}

/// The members who were not reached, and have not said *Got it* all the same.
async fn not_reached(desk: &mut Desk<'_>, broadcast: &Broadcast) -> Outcome<Vec<(PersonId, String)>> {
    let (group, id) = (broadcast.group, broadcast.id);
    let counts = desk.work.unit.count_copies(group, id).await?;
    let mut people = Vec::new();
    for (reach, _) in counts.worth_a_mention() {
        for (person, name, acknowledged) in desk.work.unit.copies_that(group, id, reach, LOOKED_AT).await? {
            if !acknowledged && desk.work.unit.membership(group, person).await?.is_some() {
                people.push((person, name));
            }
        }
    }
    people.sort_unstable();
    Ok(people)
}

fn still_not_reached(broadcast: &Broadcast, at: &Moment, people: &[(PersonId, String)]) -> Phrase {
    let reference = broadcast.reference();
    if people.is_empty() {
        return phrase!("broadcast-mentioned-all-reached", broadcast = command reference, at = moment at);
    }
    let (named, more) = named(people);
    let names = named.iter().map(|(_, name)| Arg::Person(name.clone()));
    let rest = (more > 0).then(|| Arg::Phrase(phrase!("broadcast-more", count = number more)));
    let names = names.chain(rest).collect();
    phrase!("broadcast-mentioned-already", broadcast = command reference, at = moment at, people = list names)
}

fn named(people: &[(PersonId, String)]) -> (&[(PersonId, String)], u32) {
    let (named, more) = people.split_at(people.len().min(NAMED));
    (named, u32::try_from(more.len()).unwrap_or(u32::MAX))
}

async fn card(
    desk: &mut Desk<'_>,
    broadcast: &Broadcast,
    people: &[(PersonId, String)],
    room: &RoomAddress,
    voice: &Voice,
) -> Outcome<Card> {
    let group = desk.group()?.clone();
    let says = Says::load(&mut desk.work, broadcast, &group).await?;
    let (named, more) = named(people);
    let mut called = Vec::with_capacity(named.len());
    for (person, name) in named {
        called.push(mention_of(desk, *person, name, room.platform).await?);
    }
    Ok(message::mention(broadcast, &says, called, more, voice))
}

/// The name, with the accounts that the room's platform can call; of those elsewhere nothing goes there.
async fn mention_of(desk: &mut Desk<'_>, person: PersonId, name: &str, platform: Platform) -> Outcome<Arg> {
    let accounts = desk.work.unit.accounts_of(person).await?;
    let accounts: Vec<_> = accounts
        .into_iter()
        .filter(|account| account.platform == platform)
        .map(|account| (platform, account.account))
        .collect();
    Ok(if accounts.is_empty() {
        Arg::Person(name.to_owned())
    } else {
        Arg::Mention(name.to_owned(), accounts)
    })
}

/// This room; in private the one where it was written, else the one where whoever acts last wrote.
async fn room_for(desk: &mut Desk<'_>, broadcast: &Broadcast) -> Outcome<RoomAddress> {
    if !desk.room.private {
        return Ok(desk.room.clone());
    }
    if let Some(room) = &broadcast.room {
        return Ok(room.clone());
    }
    let (group, me) = (desk.group()?.id, desk.me());
    let membership = desk.work.unit.membership(group, me).await?;
    let room = membership
        .map(|membership| membership.room)
        .filter(|room| !room.private);
    Ok(room.ok_or_else(|| {
        let reference = broadcast.reference();
        UserError::new(phrase!("broadcast-mention-where")).type_next(format!("broadcast mention {reference}"))
    })?)
}
