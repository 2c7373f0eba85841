//! The ballots of secret polls, in memory.

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use uuid::Uuid;

use super::MemoryUnit;
use crate::ids::{GroupId, PollId};
use crate::poll::secret::{PollKey, SecretBallot, UnlinkedBallot, VoterMark};
use crate::store::{SecretBallots, StoreResult, VoteEvent};
use crate::surface::{Address, Platform};

/// A poll, as a key.
type Of = (GroupId, PollId);

#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    keys: BTreeMap<Of, PollKey>,
    sealed: BTreeMap<(Of, VoterMark), SecretBallot>,
    unlinked: BTreeMap<(Of, Uuid), SecretBallot>,
    votes: BTreeMap<Of, Vec<VoteEvent>>,
    scrubs: BTreeSet<Uuid>,
}

impl Rows {
    /// Removes everything of the polls that are meant.
    pub(super) fn remove(&mut self, is_meant: impl Fn(GroupId, PollId) -> bool) {
        let stays = |of: &Of| !is_meant(of.0, of.1);
        self.keys.retain(|of, _| stays(of));
        self.sealed.retain(|(of, _), _| stays(of));
        self.unlinked.retain(|(of, _), _| stays(of));
        self.votes.retain(|of, _| stays(of));
    }

    /// Removes which events of an account carried votes.
    pub(super) fn forget_account(&mut self, platform: Platform, account: &str) {
        for votes in self.votes.values_mut() {
            votes.retain(|vote| (vote.room.platform, &*vote.account) != (platform, account));
        }
    }
}

#[async_trait]
impl SecretBallots for MemoryUnit {
    async fn poll_key(&mut self, group: GroupId, poll: PollId) -> StoreResult<Option<PollKey>> {
        Ok(self.rows().secret_ballots.keys.get(&(group, poll)).cloned())
    }

    async fn save_poll_key(&mut self, group: GroupId, poll: PollId, key: &PollKey) -> StoreResult<()> {
        self.write()?.secret_ballots.keys.insert((group, poll), key.clone());
        Ok(())
    }

    async fn sealed_ballot(
        &mut self,
        group: GroupId,
        poll: PollId,
        voter: &VoterMark,
    ) -> StoreResult<Option<SecretBallot>> {
        let sealed = &self.rows().secret_ballots.sealed;
        Ok(sealed.get(&((group, poll), *voter)).cloned())
    }

    async fn save_sealed_ballot(
        &mut self,
        group: GroupId,
        poll: PollId,
        voter: &VoterMark,
        ballot: &SecretBallot,
    ) -> StoreResult<()> {
        let sealed = &mut self.write()?.secret_ballots.sealed;
        sealed.insert(((group, poll), *voter), ballot.clone());
        Ok(())
    }

    async fn remove_sealed_ballot(&mut self, group: GroupId, poll: PollId, voter: &VoterMark) -> StoreResult<bool> {
        let sealed = &mut self.write()?.secret_ballots.sealed;
        Ok(sealed.remove(&((group, poll), *voter)).is_some())
    }

    async fn secret_ballots(&mut self, group: GroupId, poll: PollId) -> StoreResult<Vec<SecretBallot>> {
        let Rows { sealed, unlinked, .. } = &*self.rows().secret_ballots;
        let sealed = sealed.iter().map(|((of, _), ballot)| (of, ballot));
        let unlinked = unlinked.iter().map(|((of, _), ballot)| (of, ballot));
        let of_poll = sealed.chain(unlinked).filter(|(of, _)| **of == (group, poll));
        let mut ballots: Vec<SecretBallot> = of_poll.map(|(_, ballot)| ballot.clone()).collect();
        ballots.sort();
        Ok(ballots)
    }

    async fn unlink_ballots(&mut self, group: GroupId, poll: PollId, ballots: &[UnlinkedBallot]) -> StoreResult<()> {
        let rows = &mut self.write()?.secret_ballots;
        rows.keys.remove(&(group, poll));
        rows.sealed.retain(|(of, _), _| *of != (group, poll));
        for UnlinkedBallot { id, ballot } in ballots {
            rows.unlinked.insert(((group, poll), *id), ballot.clone());
        }
        Ok(())
    }

    async fn unlinked_ballots(&mut self, group: GroupId, poll: PollId) -> StoreResult<Vec<UnlinkedBallot>> {
        let of_poll = self
            .rows()
            .secret_ballots
            .unlinked
            .iter()
            .filter(|((of, _), _)| *of == (group, poll));
        let ballots = of_poll.map(|((_, id), ballot)| UnlinkedBallot {
            id: *id,
            ballot: ballot.clone(),
        });
        Ok(ballots.collect())
    }

    async fn remember_vote(&mut self, group: GroupId, poll: PollId, vote: &VoteEvent) -> StoreResult<()> {
        let votes = &mut self.write()?.secret_ballots.votes;
        votes.entry((group, poll)).or_default().push(vote.clone());
        Ok(())
    }

    async fn purge_votes(&mut self, group: GroupId, poll: PollId) -> StoreResult<Vec<Address>> {
        let rows = self.write()?;
        let votes = rows.secret_ballots.votes.remove(&(group, poll)).unwrap_or_default();
        let mut unanswered = Vec::new();
        for vote in votes {
            let answer = rows.outbox.purge(&vote.answer);
            let Some(event) = vote.event else { continue };
            rows.inbox.purge(&vote.room, &event);
            unanswered.extend(answer);
        }
        unanswered.sort_by_key(|row| (row.created_at, row.id));
        Ok(unanswered.into_iter().map(|row| row.to).collect())
    }

    async fn owe_scrub(&mut self, id: Uuid) -> StoreResult<()> {
        self.write()?.secret_ballots.scrubs.insert(id);
        self.owes_scrub = true;
        Ok(())
    }

    async fn scrubs_owed(&mut self) -> StoreResult<Vec<Uuid>> {
        Ok(self.rows().secret_ballots.scrubs.iter().copied().collect())
    }

    async fn scrubs_done(&mut self, ids: &[Uuid]) -> StoreResult<()> {
        self.write()?.secret_ballots.scrubs.retain(|id| !ids.contains(id));
        Ok(())
    }
}
