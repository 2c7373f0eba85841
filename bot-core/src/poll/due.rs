//! What happens by itself: a word shortly before a poll closes, one to those who have not voted, and its closing.

use chrono::TimeDelta;

use super::standing::count;
use super::{Poll, State, card, nudge, secret};
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

/// A poll that is open longer than this gives those without a vote more time.
const LONG: TimeDelta = TimeDelta::days(2);
/// How long before a long poll closes they are written to.
const NUDGED_BEFORE: TimeDelta = TimeDelta::hours(24);

/// Puts on the agenda what the poll still needs, in place of what stood there.
pub(super) async fn schedule(work: &mut Work<'_>, poll: &Poll) -> StoreResult<()> {
    let acts = agenda(poll, work.now);
    work.plan_anew(poll.group, poll.subject(), acts).await
}

/// The same where `before` is still open and only its closing time changed: what waits for somebody's quiet hours stays.
pub(super) async fn reschedule(work: &mut Work<'_>, before: &Poll, poll: &Poll) -> StoreResult<()> {
    for (at, act) in agenda(before, work.now) {
        work.unit.settle(&line(before, at, act)).await?;
    }
    for (at, act) in agenda(poll, work.now) {
        work.unit.schedule(&line(poll, at, act)).await?;
    }
    Ok(())
}

const fn line(poll: &Poll, at: Instant, act: DueAct) -> Due {
    Due {
        at,
        group: poll.group,
        subject: poll.subject(),
        act,
        person: None,
    }
}

/// What an open poll still needs: the warning and the word to those without a vote, where their time is ahead, and the
/// closing.
fn agenda(poll: &Poll, now: Instant) -> Vec<(Instant, DueAct)> {
    if !poll.is_open(now) {
        return Vec::new();
    }
    let nudge = nudge_at(poll).map(|at| (at, DueAct::Nudge));
    let warning = warning_at(poll).map(|at| (at, DueAct::Warn));
    let ahead = nudge.into_iter().chain(warning).filter(|(at, _)| *at > now);
    ahead.chain([(poll.closes.at, DueAct::Close)]).collect()
}

/// When the poll says that it closes soon, if it does.
fn warning_at(poll: &Poll) -> Option<Instant> {
    let warns = poll.closes.at - poll.opened_at > TOO_SHORT_TO_WARN;
    warns.then(|| poll.closes.at - WARNED_BEFORE)
}

/// When those who have not voted are written to by itself: where it is fixed who may vote, and nobody had them written to.
fn nudge_at(poll: &Poll) -> Option<Instant> {
    if !poll.terms.fixes_electorate() || poll.nudged_at.is_some() {
        return None;
    }
    if poll.closes.at - poll.opened_at > LONG {
        return Some(poll.closes.at - NUDGED_BEFORE);
    }
    warning_at(poll)
}

/// Carries it out.
pub async fn run(work: &mut Work<'_>, due: &Due) -> Result<(), Fault> {
    let Some(poll) = work.unit.poll_for_update(due.group, PollId(due.subject.id)).await? else {
        return Ok(());
    };
    let is_time = |at: Option<Instant>| poll.is_open(work.now) && at.is_some_and(|at| at <= work.now);
    match (due.act, due.person) {
        (DueAct::Warn, None) if is_time(warning_at(&poll)) => warn(work, due, &poll).await,
        (DueAct::Nudge, None) if is_time(nudge_at(&poll)) => nudge::begin(work, poll).await.map(|_| ()),
        (DueAct::Nudge | DueAct::Held, Some(person)) if poll.is_open(work.now) => {
            nudge::write(work, due, &poll, person).await
        }
        (DueAct::Close, None) if is_overdue(&poll, work.now) => close(work, due, poll).await,
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
