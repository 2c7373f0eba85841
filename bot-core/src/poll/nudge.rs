//! One word to those who have not voted, once a poll: because somebody asked for it, or by itself where it is fixed who
//! may vote.
//!
//! Each of them has a line on the agenda until they may be written to, so whoever votes meanwhile hears nothing.

use super::{Poll, card, electorate};
use crate::clock::Instant;
use crate::error::Fault;
use crate::ids::PersonId;
use crate::people::{Group, Person};
use crate::store::{Due, DueAct, StoreResult, VoteEvent};
use crate::surface::RoomAddress;
use crate::work::{Personal, Work, Written};

/// What beginning it came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Nudged {
    /// How many are written to now.
    pub(super) now: u32,
    /// How many are written to when their quiet hours are over.
    pub(super) later: u32,
    /// How many are not: no private messages, a pause, or quiet hours until the poll closes.
    pub(super) unreachable: u32,
}

impl Nudged {
    /// Whether anybody is written to.
    pub(super) const fn reaches_somebody(self) -> bool {
        self.now + self.later > 0
    }
}

/// Has everybody written to who may vote in the open poll, has not, and can be written to before it closes. Where that is
/// nobody, the poll's one time is not used up. To be called in the unit of work that holds the poll.
pub(super) async fn begin(work: &mut Work<'_>, poll: Poll) -> Result<Nudged, Fault> {
    let group = work.group(poll.group).await?;
    let mut nudged = Nudged::default();
    for person in electorate::without_vote(work.unit, &poll).await? {
        let count = match free_at(work, &poll, &group, &person) {
            None => &mut nudged.unreachable,
            Some(at) => {
                plan(work, &poll, person.id, at).await?;
                if at > work.now {
                    &mut nudged.later
                } else {
                    &mut nudged.now
                }
            }
        };
        *count += 1;
    }
    if nudged.reaches_somebody() {
        let poll = poll.nudged(work.now);
        work.save_poll(&poll).await?;
    }
    Ok(nudged)
}

/// When somebody may be written to: `None` where that is not before the poll closes.
fn free_at(work: &Work<'_>, poll: &Poll, group: &Group, person: &Person) -> Option<Instant> {
    if person.agreed_at.is_none() || person.is_paused(work.now) {
        return None;
    }
    Some(work.may_be_written_to(person, group)).filter(|free| *free < poll.closes.at)
}

/// Puts somebody's line on the agenda.
async fn plan(work: &mut Work<'_>, poll: &Poll, person: PersonId, at: Instant) -> StoreResult<()> {
    let act = if at > work.now { DueAct::Held } else { DueAct::Nudge };
    let due = Due {
        at,
        group: poll.group,
        subject: poll.subject(),
        act,
        person: Some(person),
    };
    work.unit.schedule(&due).await
}

/// Writes to one of them, if they still have no vote in the open poll; later, if they have quiet hours by now.
pub(super) async fn write(work: &mut Work<'_>, due: &Due, poll: &Poll, person: PersonId) -> Result<(), Fault> {
    let Some(reader) = electorate::has_not_voted(work.unit, poll, person).await? else {
        return Ok(());
    };
    let group = work.group(poll.group).await?;
    let Some(free) = free_at(work, poll, &group, &reader) else {
        return Ok(());
    };
    if free > work.now {
        return Ok(plan(work, poll, person, free).await?);
    }
    let key = format!("nudge/{}/{}", poll.id.0, person.0);
    let personal = Personal {
        key: key.clone(),
        ..Personal::due(due, person)
    };
    let written = work.write_to(&reader, &group, personal, |voice| card::nudge(poll, voice));
    if written.await? != Written::Nowhere && poll.is_secret() {
        remember(work, poll, &reader, key).await?;
    }
    Ok(())
}

/// Remembers that this message says who had no vote in a secret poll, so that the closing finds it.
async fn remember(work: &mut Work<'_>, poll: &Poll, reader: &Person, key: String) -> Result<(), Fault> {
    let accounts = work.unit.accounts_of(reader.id).await?;
    let Some(account) = reader.in_order_of_trying(accounts).into_iter().next() else {
        return Ok(());
    };
    let message = VoteEvent {
        room: RoomAddress {
            platform: account.platform,
            place: String::new(),
            room: account.account.clone(),
            private: true,
        },
        event: None,
        answer: key,
        account: account.account,
    };
    work.unit.remember_vote(poll.group, poll.id, &message).await?;
    Ok(())
}
