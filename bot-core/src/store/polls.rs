//! Stored polls and their ballots.

use std::collections::HashMap;

use async_trait::async_trait;

use super::StoreResult;
use crate::clock::Instant;
use crate::ids::{GroupId, PersonId, PollId, Reference};
use crate::poll::Poll;
use crate::poll::ballot::Ballot;

/// The polls of every group, and one ballot a person in each.
#[async_trait]
pub trait Polls {
    /// A poll, whatever its state.
    async fn poll(&mut self, group: GroupId, id: PollId) -> StoreResult<Option<Poll>>;
    /// The same to be changed: nobody else changes it or votes until the commit.
    async fn poll_for_update(&mut self, group: GroupId, id: PollId) -> StoreResult<Option<Poll>>;
    /// The same to vote: nobody changes it until the commit, but others may vote as well.
    async fn poll_for_vote(&mut self, group: GroupId, id: PollId) -> StoreResult<Option<Poll>>;
    /// The poll of that number, whatever its state.
    async fn poll_by_number(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Poll>>;
    /// The same to be changed: nobody else changes it or votes until the commit.
    async fn poll_by_number_for_update(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Poll>>;
    /// The same to vote: nobody changes it until the commit, but others may vote as well.
    async fn poll_by_number_for_vote(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Poll>>;
    /// Adds or replaces a poll. The options of one that stands already never change.
    async fn save_poll(&mut self, poll: &Poll) -> StoreResult<()>;
    /// The polls that nobody and nothing has closed or taken back yet, by number. Their closing time may be past.
    async fn unsettled_polls(&mut self, group: GroupId) -> StoreResult<Vec<Poll>>;

    /// Somebody's ballot.
    async fn ballot(&mut self, group: GroupId, poll: PollId, person: PersonId) -> StoreResult<Option<Ballot>>;
    /// The ballots of a poll, the earliest first, then by person.
    async fn ballots(&mut self, group: GroupId, poll: PollId) -> StoreResult<Vec<Ballot>>;
    /// The ballots of every unsettled poll of a group; a poll without any is left out.
    async fn unsettled_ballots(&mut self, group: GroupId) -> StoreResult<HashMap<PollId, Vec<Ballot>>>;
    /// Who voted, with their names, in the order of the ballots.
    async fn voters(&mut self, group: GroupId, poll: PollId) -> StoreResult<Vec<(PersonId, String)>>;
    /// Casts a ballot in place of the person's earlier one.
    async fn save_ballot(&mut self, group: GroupId, poll: PollId, ballot: &Ballot) -> StoreResult<()>;
    /// Takes somebody's ballot out; whether there was one.
    async fn remove_ballot(&mut self, group: GroupId, poll: PollId, person: PersonId) -> StoreResult<bool>;

    /// Everything of `from` is `into`'s from now on: the polls they opened and their ballots. Where both voted, the
    /// later ballot stays; of two at the same instant, that of `into`.
    async fn reassign_polls(&mut self, from: PersonId, into: PersonId) -> StoreResult<()>;

    /// Who may vote where that was fixed when the poll opened, by id; empty where it was not.
    async fn electors(&mut self, group: GroupId, poll: PollId) -> StoreResult<Vec<PersonId>>;
    /// Lets somebody vote in a poll whose electorate is fixed; nothing happens where they may already.
    async fn add_elector(&mut self, group: GroupId, poll: PollId, person: PersonId) -> StoreResult<()>;

    /// The tasks and the shift that a poll's decision became, by kind and number.
    async fn poll_works(&mut self, group: GroupId, poll: PollId) -> StoreResult<Vec<Reference>>;
    /// Remembers one of them. A task or shift comes from one poll at most.
    async fn add_poll_work(&mut self, group: GroupId, poll: PollId, work: Reference) -> StoreResult<()>;
    /// Forgets all that the poll became.
    async fn remove_poll_works(&mut self, group: GroupId, poll: PollId) -> StoreResult<()>;
    /// The poll that became that task or shift, where its voters have not been told yet that it is done: from `at` on they
    /// have. `None` ever after.
    async fn take_poll_to_tell(&mut self, group: GroupId, work: Reference, at: Instant) -> StoreResult<Option<PollId>>;
}
