//! Messages on their way out: each step is a unit of work, so that a crash between two of them loses nothing.

use chrono::TimeDelta;

use super::{App, again_if_contended};
use crate::broadcast;
use crate::delivery::After;
use crate::door;
use crate::error::Fault;
use crate::ids::{CardOf, CopyId, GroupId, OutboxId};
use crate::locale::Language;
use crate::people::Prefix;
use crate::reply::Card;
use crate::store::{CardCopy, Kept, Lease, OutboxKind, OutboxRow, OutboxState};
use crate::surface::{Address, RoomAddress};
use crate::work::Work;

/// Of the copies of one card in one room the latest are kept up to date; others, as far as they are known, when somebody
/// acts on one.
const KEPT: Kept = Kept { followed: 3, known: 40 };
/// Of a board that is the one which was pinned last.
const KEPT_BOARDS: Kept = Kept { followed: 1, known: 1 };

/// How many copies of it are kept.
pub(super) const fn kept(shows: CardOf) -> Kept {
    match shows {
        CardOf::One(_) => KEPT,
        CardOf::Board => KEPT_BOARDS,
    }
}

/// An attempt that has ended.
#[derive(Debug, Clone)]
pub struct Attempted {
    /// The message, as it was taken.
    pub row: OutboxRow,
    /// What becomes of it.
    pub after: After,
    /// The platform's id of it, where it was delivered and the platform gave one.
    pub receipt: Option<String>,
    /// The least time between two edits, where the platform can edit.
    pub edits: Option<TimeDelta>,
}

impl App {
    /// What stands before a command in a room that several share. Reads only.
    pub async fn prefix_in(&self, room: &RoomAddress) -> Result<Prefix, Fault> {
        Ok(door::prefix_in(&mut *self.store.read().await?, room).await?)
    }

    /// Counts attempts at messages that the owner of the lease holds, before they are made; at which of them it still may.
    pub async fn begin(&self, messages: &[OutboxId], lease: Lease<'_>) -> Result<Vec<OutboxId>, Fault> {
        self.settle_and_begin(&[], messages, lease).await
    }

    /// Writes down what became of attempts. What `owner` does not hold any more is somebody else's to settle.
    pub async fn settle_attempts(&self, owner: &str, attempts: &[Attempted]) -> Result<(), Fault> {
        let until = self.clock.now();
        self.settle_and_begin(attempts, &[], Lease { owner, until })
            .await
            .map(drop)
    }

    /// Both in one unit of work.
    pub async fn settle_and_begin(
        &self,
        attempts: &[Attempted],
        messages: &[OutboxId],
        lease: Lease<'_>,
    ) -> Result<Vec<OutboxId>, Fault> {
        let pass = async || {
            let mut unit = self.store.begin().await?;
            let mut work = self.work(&mut *unit, self.clock.now());
            settle_all(&mut work, lease.owner, attempts).await?;
            let begun = begin_all(&mut work, messages, lease).await?;
            unit.commit().await?;
            Ok(begun)
        };
        again_if_contended(pass).await
    }
}

async fn begin_all(work: &mut Work<'_>, messages: &[OutboxId], lease: Lease<'_>) -> Result<Vec<OutboxId>, Fault> {
    let mut begun = Vec::with_capacity(messages.len());
    for &id in messages {
        if work.unit.begin_sending(id, lease, work.now).await? {
            begun.push(id);
        }
    }
    Ok(begun)
}

async fn settle_all(work: &mut Work<'_>, owner: &str, attempts: &[Attempted]) -> Result<(), Fault> {
    let mut copies = Vec::new();
    for attempted in attempts {
        if let Some(state) = settle_one(work, owner, attempted).await? {
            copies.push((&attempted.row, state));
        }
    }
    broadcast::outcomes(work, &copies).await
}

/// What became of it, where that is known and `owner` held it.
async fn settle_one(work: &mut Work<'_>, owner: &str, attempted: &Attempted) -> Result<Option<OutboxState>, Fault> {
    let id = attempted.row.id;
    match &attempted.after {
        After::Settled(state) => {
            if redirected(work, owner, attempted, *state).await? {
                return Ok(None);
            }
            if work.unit.settle_sending(id, owner, *state, work.now).await? {
                settled(work, attempted, *state).await?;
                return Ok(Some(*state));
            }
        }
        After::Again(later) => {
            work.unit.postpone(id, owner, *later).await?;
        }
        After::AgainAt(moved, later) => {
            if let Address::Room { room, .. } = &attempted.row.to {
                follow(work, room, moved).await?;
            }
            work.unit.postpone(id, owner, *later).await?;
        }
    }
    Ok(None)
}

/// Gives a personal message that an account certainly did not get to the next account of its person, each in its turn and
/// once; whether there is one. What may have been delivered in an earlier attempt goes to nobody else.
async fn redirected(
    work: &mut Work<'_>,
    owner: &str,
    attempted: &Attempted,
    state: OutboxState,
) -> Result<bool, Fault> {
    let row = &attempted.row;
    let (OutboxState::Refused(refusal), Some(person), Address::Account { platform, account }) =
        (state, row.person, &row.to)
    else {
        return Ok(false);
    };
    if !refusal.is_of_one_account() || row.doubtful_since.is_some() {
        return Ok(false);
    }
    let Some(person) = work.unit.person(person).await? else {
        return Ok(false);
    };
    let mut tried = work.unit.tried(row.id).await?;
    tried.push((*platform, account.clone()));
    let accounts = work.unit.accounts_of(person.id).await?;
    let accounts = person.in_order_of_trying(accounts).into_iter();
    let mut untried = accounts
        .map(|account| (account.platform, account.account))
        .filter(|account| !tried.contains(account));
    match untried.next() {
        Some(next) => Ok(work.unit.redirect(row.id, owner, &next, &tried, work.now).await?),
        None => Ok(false),
    }
}

/// Sends what is for a room to the address that it goes by now; with it goes everything else of its place.
async fn follow(work: &mut Work<'_>, room: &RoomAddress, moved: &RoomAddress) -> Result<(), Fault> {
    let mut from = room.clone();
    if !room.private && room.place != moved.place {
        work.unit
            .move_place(room.platform, &room.place, &moved.place, work.now)
            .await?;
        from = room.moved(&room.place, &moved.place);
    }
    if from != *moved {
        work.unit.readdress(&from, moved).await?;
    }
    Ok(())
}

/// Tells whom it concerns what became of a message. Broadcasts hear of all their copies together, at the end.
async fn settled(work: &mut Work<'_>, attempted: &Attempted, state: OutboxState) -> Result<(), Fault> {
    let row = &attempted.row;
    if row.kind == OutboxKind::Broadcast {
        return Ok(());
    }
    if let (
        OutboxState::Delivered,
        Some(message),
        Some(_),
        Address::Room {
            room, only_for: None, ..
        },
    ) = (state, &attempted.receipt, attempted.edits, &row.to)
        && !room.private
    {
        remember(work, row, room, message).await?;
    }
    Ok(())
}

/// Remembers a card that was posted, and whether what it shows has changed on its way.
async fn remember(work: &mut Work<'_>, row: &OutboxRow, room: &RoomAddress, message: &str) -> Result<(), Fault> {
    let Some((group, shows)) = row.about else {
        return Ok(());
    };
    // Whoever changes it meanwhile commits before this, and is seen here, or after this, and sees this copy.
    door::lock(work.unit, group, shows).await?;
    let Some((today, _)) = card_for_room(work, group, shows).await? else {
        return Ok(());
    };
    let copy = CardCopy {
        id: CopyId::new(work.ids, work.now),
        group,
        shows,
        room: room.clone(),
        message: message.to_owned(),
        changes: u32::from(today != row.card),
        shown: 0,
        not_before: work.now,
    };
    Ok(work.unit.remember_card(&copy, kept(shows)).await?)
}

/// The card as the group's rooms see it today, and the language that it is in.
pub(super) async fn card_for_room(
    work: &mut Work<'_>,
    group: GroupId,
    shown: CardOf,
) -> Result<Option<(Card, Language)>, Fault> {
    let Some(group) = work.unit.group(group).await? else {
        return Ok(None);
    };
    let voice = work.voice_of_room(&group);
    let card = door::card(work, group.id, shown, &voice).await?;
    Ok(card.map(|card| (card, voice.language)))
}
