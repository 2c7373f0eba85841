//! What happens by itself: a word shortly before a poll closes, and its closing.

use chrono::TimeDelta;

use super::standing::count;
use super::{Poll, State, card, secret};
use crate::clock::Instant;
use crate::due::late;
use crate::error::Fault;
use crate::ids::PollId;
use crate::locale::{Language, Voice};
use crate::reply::Card;
use crate::store::{Due, DueAct, OutboxKind, StoreResult};
use crate::work::Work;

/// How long before it closes a poll says so.
const WARNED_BEFORE: TimeDelta = TimeDelta::hours(1);
/// A poll that is open no longer than this says nothing before it closes.
const TOO_SHORT_TO_WARN: TimeDelta = TimeDelta::hours(3);

/// Puts on the agenda what the poll still needs, in place of what stood there.
pub(super) async fn schedule(work: &mut Work<'_>, poll: &Poll) -> StoreResult<()> {
    let acts = agenda(poll, work.now);
    work.plan_anew(poll.group, poll.subject(), acts).await
}

/// What an open poll still needs: the warning, where its time is ahead, and the closing.
fn agenda(poll: &Poll, now: Instant) -> Vec<(Instant, DueAct)> {
    if !poll.is_open(now) {
        return Vec::new();
    }
    let closes = poll.closes.at;
    let warning = closes - WARNED_BEFORE;
    let warns = closes - poll.opened_at > TOO_SHORT_TO_WARN && warning > now;
    let warning = warns.then_some((warning, DueAct::Warn));
    warning.into_iter().chain([(closes, DueAct::Close)]).collect()
}

/// Carries it out.
pub async fn run(work: &mut Work<'_>, due: &Due) -> Result<(), Fault> {
    let Some(poll) = work.unit.poll_for_update(due.group, PollId(due.subject.id)).await? else {
        return Ok(());
    };
    match due.act {
        DueAct::Warn if poll.is_open(work.now) => warn(work, due, &poll).await,
        DueAct::Close if is_overdue(&poll, work.now) => close(work, due, poll).await,
        _ => Ok(()),
    }
}

/// Whether its closing time is past and it has not been closed.
fn is_overdue(poll: &Poll, now: Instant) -> bool {
    poll.closed_at.is_none() && matches!(poll.state(now), State::Closed { .. })
}

async fn warn(work: &mut Work<'_>, due: &Due, poll: &Poll) -> Result<(), Fault> {
    let voice = room_voice(work, poll).await?;
    let tally = count(work.unit, poll).await?;
    let card = card::closes_soon(poll, &tally, &voice, late(due.at, &voice));
    post(work, due, poll, (card, voice.language)).await
}

async fn close(work: &mut Work<'_>, due: &Due, poll: Poll) -> Result<(), Fault> {
    let poll = poll.closed(work.now);
    work.save_poll(&poll).await?;
    schedule(work, &poll).await?;
    if poll.is_secret() {
        secret::unlink(work, &poll).await?;
    }
    let voice = room_voice(work, &poll).await?;
    let tally = count(work.unit, &poll).await?;
    let card = card::closed_by_itself(&poll, &tally, &voice, late(due.at, &voice));
    post(work, due, &poll, (card, voice.language)).await
}

async fn room_voice(work: &mut Work<'_>, poll: &Poll) -> Result<Voice, Fault> {
    let group = work.group(poll.group).await?;
    Ok(work.voice_of_room(&group))
}

async fn post(work: &mut Work<'_>, due: &Due, poll: &Poll, card: (Card, Language)) -> Result<(), Fault> {
    work.post(poll.room.clone(), OutboxKind::Reminder, due.key("-"), card)
        .await?;
    Ok(())
}
