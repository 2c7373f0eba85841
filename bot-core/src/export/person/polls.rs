//! The polls that they asked, voted in or may vote in, with what they chose.

use super::Hall;
use super::entries::{Of, OwnBallot, OwnPoll};
use crate::error::Fault;
use crate::export::kept::Kept;
use crate::ids::Kind;
use crate::poll::{self, Poll};
use crate::store::StoreResult;

impl Hall<'_> {
    pub(super) async fn polls(&mut self) -> Result<Vec<Of<OwnPoll>>, Fault> {
        let mut kept = Kept::new(self.bound);
        let part = self.part_of(Kind::Poll).await?;
        for (index, (group, number)) in part.iter().enumerate() {
            let Some(poll) = self.unit.poll_by_number(*group, *number).await? else {
                continue;
            };
            let entry = self.poll(poll).await?;
            if !kept.keep(self.of(*group, entry).await?)? {
                self.left_out.older("polls", part.len() - index);
                break;
            }
        }
        Ok(kept.in_order())
    }

    async fn poll(&mut self, poll: Poll) -> StoreResult<OwnPoll> {
        let ballot = self.unit.ballot(poll.group, poll.id, self.person).await?;
        let may_vote = self.unit.electors(poll.group, poll.id).await?.contains(&self.person);
        let words = |ballot: poll::ballot::Ballot| OwnBallot {
            chose: chose(&poll, &ballot.chosen),
            reason: ballot.reason,
            cast_at: ballot.cast_at,
            platform: ballot.platform,
        };
        Ok(OwnPoll {
            your_ballot: ballot.map(words),
            reference: poll.reference().to_string(),
            question: poll.question,
            kind: poll.kind.code(),
            secrecy: poll.secrecy,
            terms: poll.terms,
            nudged_at: poll.nudged_at,
            among_those_who_may_vote: may_vote,
            asked_by_you: poll.creator == self.person,
            room: poll.room,
            opened_at: poll.opened_at,
            closes: poll.closes,
            closed_at: poll.closed_at,
            withdrawn_at: poll.withdrawn_at,
            options: poll.options,
        })
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
