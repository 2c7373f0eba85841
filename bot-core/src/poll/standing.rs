//! How polls stand: their ballots, loaded and counted.

use super::Poll;
use super::tally::{Tally, tally};
use crate::clock::Instant;
use crate::ids::GroupId;
use crate::store::{StoreResult, UnitOfWork};

/// Its ballots counted as they stand.
pub(crate) async fn count(unit: &mut dyn UnitOfWork, poll: &Poll) -> StoreResult<Tally> {
    if poll.is_secret() {
        let choices = unit.secret_choices(poll.group, poll.id).await?;
        return Ok(tally(poll.kind, poll.options.len(), &choices));
    }
    let ballots = unit.ballots(poll.group, poll.id).await?;
    Ok(tally(poll.kind, poll.options.len(), &ballots))
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
            tally(poll.kind, poll.options.len(), &ballots)
        };
        standings.push((poll, tally));
    }
    Ok(standings)
}
