//! How polls stand: their ballots, loaded and counted.

use super::Poll;
use super::electorate;
use super::result::{Counted, Tally, tally};
use crate::clock::Instant;
use crate::ids::{GroupId, PersonId};
use crate::store::{StoreResult, UnitOfWork};
use crate::work::Work;

/// Its ballots counted as they stand.
pub(crate) async fn count(unit: &mut dyn UnitOfWork, poll: &Poll) -> StoreResult<Tally> {
    if poll.is_secret() {
        let ballots = unit.secret_ballots(poll.group, poll.id).await?;
        return count_these(unit, poll, &ballots).await;
    }
    let ballots = unit.ballots(poll.group, poll.id).await?;
    count_these(unit, poll, &ballots).await
}

/// These ballots of a poll, counted.
pub(super) async fn count_these<B: Counted>(
    unit: &mut dyn UnitOfWork,
    poll: &Poll,
    ballots: &[B],
) -> StoreResult<Tally> {
    let electorate = electorate::size(unit, poll).await?;
    Ok(tally(poll, electorate, ballots))
}

/// The polls in which votes count now, and somebody may vote and has not. Secret ones are left out: whether somebody voted
/// there is told to nobody.
pub(crate) async fn not_voted(work: &mut Work<'_>, group: GroupId, person: PersonId) -> StoreResult<Vec<Poll>> {
    let mut polls = work.unit.unsettled_polls(group).await?;
    polls.retain(|poll| poll.is_open(work.now) && !poll.is_secret());
    let mut open = Vec::new();
    for poll in polls {
        let voted = work.unit.ballot(group, poll.id, person).await?.is_some();
        if !voted && electorate::may_vote(work.unit, &poll, person).await? {
            open.push(poll);
        }
    }
    Ok(open)
}

/// The polls in which votes count now, and how they stand.
pub(super) async fn open_polls(
    unit: &mut dyn UnitOfWork,
    group: GroupId,
    now: Instant,
) -> StoreResult<Vec<(Poll, Tally)>> {
    let mut standings = Vec::new();
    let polls = unit.unsettled_polls(group).await?;
    let mut ballots = unit.unsettled_ballots(group).await?;
    for poll in polls.into_iter().filter(|poll| poll.is_open(now)) {
        let tally = if poll.is_secret() {
            count(unit, &poll).await?
        } else {
            let ballots = ballots.remove(&poll.id).unwrap_or_default();
            count_these(unit, &poll, &ballots).await?
        };
        standings.push((poll, tally));
    }
    Ok(standings)
}
