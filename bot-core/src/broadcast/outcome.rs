//! What platforms say of the copies, and how a broadcast ends.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::card::Shown;
use super::{Broadcast, Reach};
use crate::error::Fault;
use crate::ids::{BroadcastId, CardOf, GroupId, PersonId, Reference};
use crate::store::{OutboxKind, OutboxRow, OutboxState};
use crate::work::{Personal, Work};

/// Once fewer copies than this are on their way, whoever settles some asks whether they were the last, one after the other;
/// more than all nodes settle at the same moment.
const NEAR_THE_END: u32 = 256;
/// About how often the card of a large broadcast follows while it goes out.
const CARD_FOLLOWS: u32 = 50;

/// A copy of which it is known what became of it.
struct Settled {
    person: PersonId,
    /// The message that it was in.
    copy: Uuid,
    reach: Reach,
}

/// Records what became of a person's copy, as [`outcomes`] does for many.
pub async fn outcome(work: &mut Work<'_>, row: &OutboxRow, state: OutboxState) -> Result<(), Fault> {
    outcomes(work, &[(row, state)]).await
}

/// Records what became of people's copies; with the last of a broadcast it is finished, and its report is told. Other
/// messages are left alone. To be called as the last thing in the unit of work that settles the messages: on PostgreSQL it
/// may take locks that others wait for, and that end with the commit.
pub async fn outcomes(work: &mut Work<'_>, settled: &[(&OutboxRow, OutboxState)]) -> Result<(), Fault> {
    let mut of: BTreeMap<(GroupId, Reference), Vec<Settled>> = BTreeMap::new();
    for (row, state) in settled.iter().filter(|(row, _)| row.kind == OutboxKind::Broadcast) {
        if let (Some((group, CardOf::One(reference))), Some(person), Some(reach)) =
            (row.about, row.person, Reach::of(*state))
        {
            let copy = row.id.0;
            of.entry((group, reference))
                .or_default()
                .push(Settled { person, copy, reach });
        }
    }
    // In the order of the broadcasts, so that two nodes never wait for each other.
    for ((group, reference), copies) in of {
        if let Some(broadcast) = work.unit.broadcast_by_number(group, reference.number).await? {
            record(work, &broadcast, &copies).await?;
        }
    }
    Ok(())
}

async fn record(work: &mut Work<'_>, broadcast: &Broadcast, copies: &[Settled]) -> Result<(), Fault> {
    let (group, id) = (broadcast.group, broadcast.id);
    let mut follows = false;
    for Settled { person, copy, reach } in copies {
        if work.unit.settle_copy(group, id, *person, *reach).await? {
            follows |= card_follows(broadcast, *copy);
        }
    }
    if broadcast.is_written() {
        let open = work.unit.open_copies(group, id, NEAR_THE_END).await?;
        if open < NEAR_THE_END && end_if_all_is_known(work, group, id).await? {
            return Ok(());
        }
    }
    if follows {
        work.card_changed(group, broadcast.reference()).await?;
    }
    Ok(())
}

/// Whether what happened to that one is something after which the card is shown anew: every one of a small broadcast, and of
/// a large one some that their random bits single out, so that not each of ten thousand changes the one row.
pub(super) fn card_follows(broadcast: &Broadcast, one: Uuid) -> bool {
    let every = u128::from((broadcast.people / CARD_FOLLOWS).max(1));
    one.as_u128().is_multiple_of(every)
}

/// Ends a broadcast of whose copies none is on its way any more, and tells its report to the room where it was written,
/// else to its author; whether it did.
pub(super) async fn end_if_all_is_known(work: &mut Work<'_>, group: GroupId, id: BroadcastId) -> Result<bool, Fault> {
    let finished = finish_if_all_is_known(work, group, id).await?;
    if let Some(finished) = &finished {
        report(work, finished).await?;
    }
    Ok(finished.is_some())
}

/// Ends a broadcast of whose copies none is on its way any more. Nobody else ends it at the same time: whoever comes second finds it ended, or the last copy known.
pub(super) async fn finish_if_all_is_known(
    work: &mut Work<'_>,
    group: GroupId,
    id: BroadcastId,
) -> Result<Option<Broadcast>, Fault> {
    let Some(broadcast) = work.unit.broadcast_for_update(group, id).await? else {
        return Ok(None);
    };
    let is_over = broadcast.is_written() && broadcast.begun_at.is_some();
    if !is_over || broadcast.finished_at.is_some() || work.unit.open_copies(group, id, 1).await? > 0 {
        return Ok(None);
    }
    let finished = broadcast.finished(work.now);
    super::due::save(work, &finished).await?;
    Ok(Some(finished))
}

/// Tells the report, once.
pub(super) async fn report(work: &mut Work<'_>, broadcast: &Broadcast) -> Result<(), Fault> {
    let group = work.group(broadcast.group).await?;
    let shown = Shown::load(work, broadcast.clone()).await?;
    let event = format!("{}/report", broadcast.id.0);
    let Some(room) = broadcast.room.clone() else {
        let personal = Personal::news(event, broadcast.author);
        return work
            .notify(&group, broadcast.author, personal, |voice| shown.card(voice))
            .await;
    };
    let voice = work.voice_of_room(&group);
    let card = (shown.card(&voice), voice.language);
    work.post(room, OutboxKind::Notice, format!("notice/{event}/-"), card)
        .await?;
    Ok(())
}
