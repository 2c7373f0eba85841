//! What a secret poll keeps: until it closes a key, sealed ballots and a list of the events that carried votes; after
//! that ballots that belong to nobody. And what is still to be scrubbed off the disk.

use async_trait::async_trait;
use uuid::Uuid;

use super::StoreResult;
use crate::ids::{GroupId, PollId};
use crate::poll::secret::{PollKey, SecretBallot, UnlinkedBallot, VoterMark};
use crate::surface::{Address, RoomAddress};

/// An event that carried a secret vote, or a message that says who had none, so that its rows can be purged when the poll
/// closes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoteEvent {
    /// Where it happened.
    pub room: RoomAddress,
    /// The platform's id of it; none of a message that answers no event.
    pub event: Option<String>,
    /// The key of its answer, or of that message.
    pub answer: String,
    /// The account that voted, or had not.
    pub account: String,
}

/// The ballots of secret polls.
#[async_trait]
pub trait SecretBallots {
    /// The key of a secret poll that has not been closed.
    async fn poll_key(&mut self, group: GroupId, poll: PollId) -> StoreResult<Option<PollKey>>;
    /// Keeps the key of a secret poll that opens.
    async fn save_poll_key(&mut self, group: GroupId, poll: PollId, key: &PollKey) -> StoreResult<()>;

    /// The ballot of the voter of that mark.
    async fn sealed_ballot(
        &mut self,
        group: GroupId,
        poll: PollId,
        voter: &VoterMark,
    ) -> StoreResult<Option<SecretBallot>>;
    /// Keeps a sealed ballot in place of the voter's earlier one, its receipt too.
    async fn save_sealed_ballot(
        &mut self,
        group: GroupId,
        poll: PollId,
        voter: &VoterMark,
        ballot: &SecretBallot,
    ) -> StoreResult<()>;
    /// Takes a sealed ballot out; whether there was one.
    async fn remove_sealed_ballot(&mut self, group: GroupId, poll: PollId, voter: &VoterMark) -> StoreResult<bool>;

    /// The ballots of a secret poll, open or closed, sorted by what they say.
    async fn secret_ballots(&mut self, group: GroupId, poll: PollId) -> StoreResult<Vec<SecretBallot>>;
    /// Removes the key and the sealed ballots, and keeps these in their place, in this order.
    async fn unlink_ballots(&mut self, group: GroupId, poll: PollId, ballots: &[UnlinkedBallot]) -> StoreResult<()>;
    /// The ballots of a secret poll that was closed, by their random ids.
    async fn unlinked_ballots(&mut self, group: GroupId, poll: PollId) -> StoreResult<Vec<UnlinkedBallot>>;

    /// Remembers that an event carried a secret vote, or that a message says who had none.
    async fn remember_vote(&mut self, group: GroupId, poll: PollId, vote: &VoteEvent) -> StoreResult<()>;
    /// Removes the inbox rows and the answers of all events that carried votes in that poll, the messages to those who had
    /// none, and the list of them; where the answers were to go that had not been delivered yet, in the order of the acts.
    async fn purge_votes(&mut self, group: GroupId, poll: PollId) -> StoreResult<Vec<Address>>;

    /// Notes that what this unit of work removes must leave the disk too.
    async fn owe_scrub(&mut self, id: Uuid) -> StoreResult<()>;
    /// The scrubs that are owed, by id.
    async fn scrubs_owed(&mut self) -> StoreResult<Vec<Uuid>>;
    /// Those were done.
    async fn scrubs_done(&mut self, ids: &[Uuid]) -> StoreResult<()>;
}
