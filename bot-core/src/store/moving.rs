//! Places that go by another id.

use async_trait::async_trait;

use super::StoreResult;
use crate::clock::Instant;
use crate::surface::Platform;

/// What is kept of places, wherever it stands.
#[async_trait]
pub trait Moving {
    /// The place that went by `from` goes by `to` from `now` on: whose it is, what its roles give, where its members acted last, the rooms that
    /// reminders, polls and broadcasts are for, messages on their way out and events that wait all
    /// [follow](crate::surface::RoomAddress::moved). Where `to` belongs to a group already, that of `from` wins: it is the
    /// older one.
    ///
    /// What a platform counts messages by stays behind. Cards that were posted are forgotten, messages answer nothing any
    /// more, and an event that waits is another one in the new place, `from/event`, and done in the old one, so that it is
    /// known again there. Events that were done stay as they are, and so do their keys.
    async fn move_place(&mut self, platform: Platform, from: &str, to: &str, now: Instant) -> StoreResult<()>;
}
