//! The polls that they asked, voted in or may vote in, with what they chose.

use async_trait::async_trait;

use super::Hall;
use super::entries::{OwnBallot, OwnPoll};
use super::parts::Part;
use crate::error::Fault;
use crate::ids::{GroupId, Kind};
use crate::poll::{self, Poll};

#[async_trait]
impl Part for OwnPoll {
    const KIND: Kind = Kind::Poll;

    async fn look_up(hall: &mut Hall<'_>, group: GroupId, number: u32) -> Result<Option<Self>, Fault> {
        let Some(poll) = hall.unit.poll_by_number(group, number).await? else {
            return Ok(None);
        };
        let ballot = hall.unit.ballot(poll.group, poll.id, hall.person).await?;
        let may_vote = hall.unit.electors(poll.group, poll.id).await?.contains(&hall.person);
        let words = |ballot: poll::ballot::Ballot| OwnBallot {
            chose: chose(&poll, &ballot.chosen),
            reason: ballot.reason,
            cast_at: ballot.cast_at,
            platform: ballot.platform,
        };
        Ok(Some(Self {
            your_ballot: ballot.map(words),
            reference: poll.reference().to_string(),
            question: poll.question,
            kind: poll.kind.code(),
            secrecy: poll.secrecy,
            terms: poll.terms,
            nudged_at: poll.nudged_at,
            among_those_who_may_vote: may_vote,
            asked_by_you: poll.creator == hall.person,
            room: poll.room,
            opened_at: poll.opened_at,
            closes: poll.closes,
            closed_at: poll.closed_at,
            withdrawn_at: poll.withdrawn_at,
            options: poll.options,
        }))
    }
}

/// What a ballot chooses, by the words of the options.
fn chose(poll: &Poll, chosen: &[u32]) -> Vec<String> {
    if poll.kind.gives_figures() {
        let figures = poll.options.iter().zip(chosen);
        return figures.map(|(option, figure)| format!("{option} = {figure}")).collect();
    }
    chosen.iter().map(|number| poll.option(*number).to_owned()).collect()
}
