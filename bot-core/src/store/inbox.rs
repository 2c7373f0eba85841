//! The inbox: what was accepted, and whether it took effect.

use async_trait::async_trait;

use super::StoreResult;
use crate::clock::Instant;
use crate::surface::{Inbound, Platform, RoomAddress};

/// What the inbox says of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Received {
    /// It is new, and `received` now.
    New,
    /// It was received before and has not taken effect yet.
    Waiting,
    /// It took effect; its payload is gone.
    Done,
}

/// How an event ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// It took effect, or asked for nothing.
    TookEffect,
    /// Nothing came of it: it was refused or declined, or it met a fault. An edited form of it may take effect.
    Refused,
}

/// An event that was accepted and has not taken effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Its place in the order of coming.
    pub came: u64,
    /// How often it was taken up again after it had been cut off.
    pub tries: u32,
    /// The event.
    pub inbound: Inbound,
}

/// The inbox. Platform, place, room and event are an event's key.
#[async_trait]
pub trait Inbox {
    /// Accepts an event. Once this is committed, its source may be acknowledged.
    async fn receive(&mut self, inbound: &Inbound) -> StoreResult<Received>;

    /// What the inbox says of an event; `None` if it never came. Nobody else carries it out until the commit.
    async fn inbox_state_for_update(&mut self, inbound: &Inbound) -> StoreResult<Option<Received>>;

    /// The events of a platform that are `received` and not done, in the order they came, from behind `after` on, at
    /// most `limit`.
    async fn waiting(&mut self, platform: Platform, after: Option<u64>, limit: u32) -> StoreResult<Vec<Waiting>>;

    /// The same of one room, from the first that waits on.
    async fn waiting_in(&mut self, room: &RoomAddress, limit: u32) -> StoreResult<Vec<Inbound>>;

    /// Counts that an event is taken up again; how often it has been now. It must be waiting.
    async fn count_try(&mut self, inbound: &Inbound) -> StoreResult<u32>;

    /// How many events are `received` and not done.
    async fn inbox_depth(&mut self) -> StoreResult<u64>;

    /// Marks an event done, says how it ended, and blanks its payload. It must be waiting.
    async fn finish(&mut self, inbound: &Inbound, ended: Ended, now: Instant) -> StoreResult<()>;

    /// Whether that event of the room is done and nothing took effect so far, neither of it nor of an edited form. Nobody
    /// else looks until the commit.
    async fn was_refused_for_update(&mut self, room: &RoomAddress, event: &str) -> StoreResult<bool>;

    /// Notes that an edited form of that event took effect, if the event is still known.
    async fn edit_took_effect(&mut self, room: &RoomAddress, event: &str) -> StoreResult<()>;

    /// Forgets the events that were done before `before`; how many. One that is delivered again after that is new.
    async fn forget_done(&mut self, before: Instant) -> StoreResult<u64>;
}
