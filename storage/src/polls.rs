//! The polls of every group.

use async_trait::async_trait;
use muster_core::ids::{GroupId, PersonId, PollId};
use muster_core::poll::Poll;
use muster_core::poll::ballot::Ballot;
use muster_core::store::{Polls, StoreError, StoreResult};

use crate::sqlite::SqliteUnit;

/// Until the poll's tables are there.
fn not_yet<T>() -> StoreResult<T> {
    Err(StoreError::Backend("polls have no tables yet".into()))
}

macro_rules! polls {
    ($unit:ty) => {
        #[async_trait]
        impl Polls for $unit {
            async fn poll(&mut self, _: GroupId, _: PollId) -> StoreResult<Option<Poll>> {
                not_yet()
            }
            async fn poll_by_number(&mut self, _: GroupId, _: u32) -> StoreResult<Option<Poll>> {
                not_yet()
            }
            async fn save_poll(&mut self, _: &Poll) -> StoreResult<()> {
                not_yet()
            }
            async fn unsettled_polls(&mut self, _: GroupId) -> StoreResult<Vec<Poll>> {
                not_yet()
            }
            async fn ballot(&mut self, _: GroupId, _: PollId, _: PersonId) -> StoreResult<Option<Ballot>> {
                not_yet()
            }
            async fn ballots(&mut self, _: GroupId, _: PollId) -> StoreResult<Vec<Ballot>> {
                not_yet()
            }
            async fn voters(&mut self, _: GroupId, _: PollId) -> StoreResult<Vec<(PersonId, String)>> {
                not_yet()
            }
            async fn save_ballot(&mut self, _: GroupId, _: PollId, _: &Ballot) -> StoreResult<()> {
                not_yet()
            }
            async fn remove_ballot(&mut self, _: GroupId, _: PollId, _: PersonId) -> StoreResult<bool> {
                not_yet()
            }
            async fn reassign_polls(&mut self, _: PersonId, _: PersonId) -> StoreResult<()> {
                not_yet()
            }
        }
    };
}

polls!(SqliteUnit);
