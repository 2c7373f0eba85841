//! What becomes of somebody's ballots when they go out of a group, or turn out to be somebody else as well.

use super::{Poll, secret};
use crate::error::Fault;
use crate::ids::{GroupId, PersonId, Reference};
use crate::store::StoreResult;
use crate::work::Work;

/// The open polls in which somebody has voted, but for the secret ones: of those nobody learns it, not even whoever asks
/// what somebody would give back.
pub(crate) async fn voted(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Vec<Poll>, Fault> {
    let mut polls = open_polls(work, group).await?;
    let ballots = work.unit.unsettled_ballots(group).await?;
    polls.retain(|poll| {
        let theirs = ballots.get(&poll.id).into_iter().flatten();
        !poll.is_secret() && theirs.into_iter().any(|ballot| ballot.person == person)
    });
    Ok(polls)
}

/// Takes somebody's ballots out of the open polls: those decide who are in the group when a poll closes. Closed polls
/// stay as they were counted.
pub(crate) async fn withdraw(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<(), Fault> {
    for poll in open_polls(work, group).await? {
        work.unit.remove_ballot(group, poll.id, person).await?;
        work.card_changed(group, poll.reference()).await?;
    }
    secret::withdraw(work, group, person).await
}

/// The open polls in which both have voted, but for the secret ones: once the two are one person the later vote counts.
pub(crate) async fn both_voted(
    work: &mut Work<'_>,
    group: GroupId,
    from: PersonId,
    into: PersonId,
) -> Result<Vec<Reference>, Fault> {
    let mine = voted(work, group, into).await?;
    let theirs = voted(work, group, from).await?;
    let both = theirs
        .iter()
        .filter(|poll| mine.iter().any(|other| other.id == poll.id));
    Ok(both.map(Poll::reference).collect())
}

/// Whether a secret poll of the group is open.
pub(crate) async fn asks_secretly(work: &mut Work<'_>, group: GroupId) -> StoreResult<bool> {
    Ok(open_polls(work, group).await?.iter().any(Poll::is_secret))
}

async fn open_polls(work: &mut Work<'_>, group: GroupId) -> StoreResult<Vec<Poll>> {
    let mut polls = work.unit.unsettled_polls(group).await?;
    polls.retain(|poll| poll.is_open(work.now));
    Ok(polls)
}

/// Takes the ballots of those out who went out of the group while the poll was closed, since now it is open again.
pub(super) async fn withdraw_of_those_gone(work: &mut Work<'_>, poll: &Poll) -> StoreResult<()> {
    let members = work.unit.members(poll.group).await?;
    for ballot in work.unit.ballots(poll.group, poll.id).await? {
        if !members.iter().any(|member| member.person == ballot.person) {
            work.unit.remove_ballot(poll.group, poll.id, ballot.person).await?;
        }
    }
    Ok(())
}
