//! What happens by itself: a word shortly before a poll closes, and its closing.

use chrono::TimeDelta;

use super::desk::count;
use super::{Poll, State, card};
use crate::clock::Instant;
use crate::due::is_late;
use crate::error::Fault;
use crate::ids::{Kind, PollId};
use crate::locale::Voice;
use crate::phrase;
use crate::reply::{Card, Line};
use crate::store::{Due, DueAct, OutboxKind, StoreResult, Subject};
use crate::time::Moment;
use crate::work::Work;

/// How long before it closes a poll says so.
const WARNED_BEFORE: TimeDelta = TimeDelta::hours(1);
/// A poll that is open no longer than this says nothing before it closes.
const TOO_SHORT_TO_WARN: TimeDelta = TimeDelta::hours(3);

/// Puts on the agenda what the poll still needs, in place of what stood there.
pub(super) async fn schedule(work: &mut Work<'_>, poll: &Poll) -> StoreResult<()> {
    work.unit.unschedule(poll.group, subject(poll), None).await?;
    for due in agenda(poll, work.now) {
        work.unit.schedule(&due).await?;
    }
    Ok(())
}

const fn subject(poll: &Poll) -> Subject {
    Subject {
        kind: Kind::Poll,
        id: poll.id.0,
    }
}

/// What an open poll still needs: the warning, where its time is ahead, and the closing.
fn agenda(poll: &Poll, now: Instant) -> Vec<Due> {
    let closes = poll.closes.at;
    let warning = closes - WARNED_BEFORE;
    let warns = closes - poll.opened_at > TOO_SHORT_TO_WARN && warning > now;
    let line = |at, act| Due {
        at,
        group: poll.group,
        subject: subject(poll),
        act,
        person: None,
    };
    if !poll.is_open(now) {
        return Vec::new();
    }
    let warning = warns.then(|| line(warning, DueAct::Warn));
    warning.into_iter().chain([line(closes, DueAct::Close)]).collect()
}

/// Carries it out.
pub async fn run(work: &mut Work<'_>, due: &Due) -> Result<(), Fault> {
    let Some(poll) = work.unit.poll(due.group, PollId(due.subject.id)).await? else {
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
    let card = card::closes_soon(poll, &tally, &voice, late(due, &voice));
    post(work, due, poll, card).await
}

async fn close(work: &mut Work<'_>, due: &Due, poll: Poll) -> Result<(), Fault> {
    let poll = poll.closed(work.now);
    work.unit.save_poll(&poll).await?;
    schedule(work, &poll).await?;
    let voice = room_voice(work, &poll).await?;
    let tally = count(work.unit, &poll).await?;
    let card = card::closed_by_itself(&poll, &tally, &voice, late(due, &voice));
    post(work, due, &poll, card).await
}

/// What is said of something that comes late; nothing of something on time.
fn late(due: &Due, voice: &Voice) -> Line {
    if !is_late(due.at, voice.now) {
        return Line::default();
    }
    let moment = Moment::at(due.at, voice.zone.clone());
    voice.line(&phrase!("late-was-due", moment = moment moment))
}

async fn room_voice(work: &mut Work<'_>, poll: &Poll) -> Result<Voice, Fault> {
    let group = work.unit.group(poll.group).await?;
    let group = group.ok_or(Fault::Invariant("a poll is asked in a group"))?;
    Ok(work.voice_of_room(&group))
}

async fn post(work: &mut Work<'_>, due: &Due, poll: &Poll, card: Card) -> Result<(), Fault> {
    let key = format!(
        "due/poll/{}/{}/-/{}",
        poll.id.0,
        due.act.code(),
        due.at.timestamp_micros()
    );
    work.post(poll.room.clone(), OutboxKind::Reminder, key, card).await?;
    Ok(())
}
