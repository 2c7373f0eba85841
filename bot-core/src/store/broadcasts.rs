//! Stored broadcasts, and what became of everybody's copy.

use async_trait::async_trait;

use super::StoreResult;
use crate::broadcast::{Broadcast, Counts, Reach};
use crate::clock::Instant;
use crate::ids::{BroadcastId, GroupId, PersonId, PollId, TeamId};
use crate::people::Person;

/// Which members of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Among {
    /// All.
    Everyone,
    /// Organizers, captains of the group, and captains of one of its teams.
    Captains,
    /// Those in a team.
    Team(TeamId),
    /// Those who have no ballot in a poll that is not secret.
    WithoutBallot(PollId),
}

/// The broadcasts of every group, and one copy a person in each.
#[async_trait]
pub trait Broadcasts {
    /// A broadcast to be changed, whatever its state: nobody else changes it until the commit.
    async fn broadcast_for_update(&mut self, group: GroupId, id: BroadcastId) -> StoreResult<Option<Broadcast>>;
    /// The broadcast of that number, whatever its state.
    async fn broadcast_by_number(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Broadcast>>;
    /// The same to be changed: nobody else changes it until the commit.
    async fn broadcast_by_number_for_update(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Broadcast>>;
    /// Adds or replaces a broadcast. Text, audience and what it asks for never change.
    async fn save_broadcast(&mut self, broadcast: &Broadcast) -> StoreResult<()>;
    /// The latest broadcasts of a group, the latest first, at most `limit`.
    async fn latest_broadcasts(&mut self, group: GroupId, limit: u32) -> StoreResult<Vec<Broadcast>>;
    /// The broadcasts of somebody in a group of which nothing went out and that were not taken back, by number.
    async fn unsent_broadcasts_of(&mut self, group: GroupId, author: PersonId) -> StoreResult<Vec<Broadcast>>;

    /// The members of a group behind `after`, by id, at most `limit`; suspended ones are left out.
    async fn members_after(
        &mut self,
        group: GroupId,
        among: Among,
        after: Option<PersonId>,
        limit: u32,
    ) -> StoreResult<Vec<Person>>;

    /// Writes down that somebody has a copy, unless they have one; whether they had none.
    async fn add_copy(
        &mut self,
        group: GroupId,
        broadcast: BroadcastId,
        person: PersonId,
        reach: Reach,
    ) -> StoreResult<bool>;
    /// Writes down what became of a copy of which that was not known; whether there was one.
    async fn settle_copy(
        &mut self,
        group: GroupId,
        broadcast: BroadcastId,
        person: PersonId,
        reach: Reach,
    ) -> StoreResult<bool>;
    /// Writes down as not sent what is still on its way by our books, and is in no message that is not settled; how many.
    async fn give_up_copies(&mut self, group: GroupId, broadcast: BroadcastId) -> StoreResult<u64>;
    /// How many copies are on their way; no more than `most` are counted.
    async fn open_copies(&mut self, group: GroupId, broadcast: BroadcastId, most: u32) -> StoreResult<u32>;
    /// What became of somebody's copy, and when they said *Got it*; `None` where they have none.
    async fn copy_of(
        &mut self,
        group: GroupId,
        broadcast: BroadcastId,
        person: PersonId,
    ) -> StoreResult<Option<(Reach, Option<Instant>)>>;
    /// Keeps that somebody said *Got it*; whether they have a copy and had not said it yet.
    async fn acknowledge(
        &mut self,
        group: GroupId,
        broadcast: BroadcastId,
        person: PersonId,
        at: Instant,
    ) -> StoreResult<bool>;
    /// How many copies came to what.
    async fn count_copies(&mut self, group: GroupId, broadcast: BroadcastId) -> StoreResult<Counts>;
    /// Those whose copies came to that, with their names and whether they said *Got it*, by id, at most `limit`.
    async fn copies_that(
        &mut self,
        group: GroupId,
        broadcast: BroadcastId,
        reach: Reach,
        limit: u32,
    ) -> StoreResult<Vec<(PersonId, String, bool)>>;

    /// Everything of `from` is `into`'s from now on: the broadcasts they wrote and their copies. Where both have a copy one
    /// is left, which was delivered if either was, and acknowledged if either was.
    async fn reassign_broadcasts(&mut self, from: PersonId, into: PersonId) -> StoreResult<()>;
}
