//! What happens by itself: a draft that nobody confirmed ends, and a confirmed one goes out, some people at a time.

use chrono::TimeDelta;

use super::card::message;
use super::outcome::end_if_all_is_known;
use super::{Broadcast, Reach, State, audience};
use crate::clock::Instant;
use crate::error::Fault;
use crate::ids::BroadcastId;
use crate::people::{Group, Person};
use crate::store::{Due, DueAct, StoreResult};
use crate::surface::Refusal;
use crate::work::{Personal, Work, Written};

/// The most people who are written to in one unit of work: nobody else's act waits for more.
pub const AT_A_TIME: u32 = 200;
/// How long after the last were written to it is looked whether all is known: what settled at that same moment may have
/// seen others on their way that were not.
const LOOKED_AFTER: TimeDelta = TimeDelta::minutes(1);
/// How often it is looked after that.
const LOOKED_EVERY: TimeDelta = TimeDelta::hours(1);

/// Saves a broadcast, and puts on the agenda what it needs next in place of what stood there; copies of its card follow.
pub(super) async fn save(work: &mut Work<'_>, broadcast: &Broadcast) -> StoreResult<()> {
    work.unit.save_broadcast(broadcast).await?;
    let next = next_act(broadcast, work.now);
    work.plan_anew(broadcast.group, broadcast.subject(), next).await?;
    work.card_changed(broadcast.group, broadcast.reference()).await
}

fn next_act(broadcast: &Broadcast, now: Instant) -> Option<(Instant, DueAct)> {
    match broadcast.state(now) {
        State::Draft => Some((broadcast.lapses_at(), DueAct::Close)),
        State::Scheduled => broadcast.at.as_ref().map(|at| (at.at, DueAct::FanOut)),
        State::Running if broadcast.written_at.is_none() => Some((now, DueAct::FanOut)),
        State::Running | State::Stopping => Some((now + LOOKED_AFTER, DueAct::FanOut)),
        State::Lapsed | State::TakenBack | State::Stopped | State::Finished => None,
    }
}

/// Carries it out.
pub async fn run(work: &mut Work<'_>, due: &Due) -> Result<(), Fault> {
    let id = BroadcastId(due.subject.id);
    let Some(broadcast) = work.unit.broadcast_for_update(due.group, id).await? else {
        return Ok(());
    };
    match (due.act, broadcast.state(work.now)) {
        (DueAct::Close, State::Lapsed) => {
            work.card_changed(broadcast.group, broadcast.reference()).await?;
            Ok(())
        }
        (DueAct::FanOut, State::Scheduled | State::Running) if !broadcast.is_written() => {
            write_to_next(work, broadcast).await
        }
        (DueAct::FanOut, State::Running | State::Stopping) => look_after(work, due, broadcast).await,
        _ => Ok(()),
    }
}

/// Writes to the next people, and plans to go on.
async fn write_to_next(work: &mut Work<'_>, broadcast: Broadcast) -> Result<(), Fault> {
    let mut broadcast = broadcast.begun(work.now);
    let page = audience::next(work.unit, &broadcast, broadcast.cursor, AT_A_TIME, work.now).await?;
    let group = work.group(broadcast.group).await?;
    let says = message::Says::load(work, &broadcast, &group).await?;
    for person in &page.people {
        let reach = match audience::unreachable(person, work.now) {
            Some(reach) => reach,
            None => write_to(work, &broadcast, &group, &says, person).await?,
        };
        work.unit
            .add_copy(broadcast.group, broadcast.id, person.id, reach)
            .await?;
    }
    broadcast.cursor = page.cursor;
    if page.cursor.is_none() {
        broadcast.written_at = Some(work.now);
    }
    save(work, &broadcast).await?;
    if broadcast.is_written() {
        end_if_all_is_known(work, broadcast.group, broadcast.id).await?;
    }
    Ok(())
}

async fn write_to(
    work: &mut Work<'_>,
    broadcast: &Broadcast,
    group: &Group,
    says: &message::Says,
    person: &Person,
) -> Result<Reach, Fault> {
    let copy = Personal::copy(broadcast, person.id);
    let written = work
        .write_to(person, group, copy, |voice| message::card(broadcast, says, voice))
        .await?;
    Ok(match written {
        Written::Now => Reach::Waiting,
        Written::Held => Reach::Held,
        Written::Nowhere => Reach::Refused(Refusal::NeverStarted),
    })
}

/// Ends a broadcast of which all is known though nobody noticed, also since messages went with those who were forgotten.
async fn look_after(work: &mut Work<'_>, due: &Due, broadcast: Broadcast) -> Result<(), Fault> {
    work.unit.give_up_copies(broadcast.group, broadcast.id).await?;
    if !end_if_all_is_known(work, broadcast.group, broadcast.id).await? {
        let again = Due {
            at: work.now + LOOKED_EVERY,
            ..due.clone()
        };
        work.unit.schedule(&again).await?;
    }
    Ok(())
}
