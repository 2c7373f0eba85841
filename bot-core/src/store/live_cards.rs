//! Cards that were posted and are kept up to date.

use async_trait::async_trait;

use super::StoreResult;
use crate::clock::Instant;
use crate::ids::{CopyId, GroupId, Reference};
use crate::surface::{Platform, RoomAddress};

/// A card in a room, as the platform knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardCopy {
    /// Its id.
    pub id: CopyId,
    /// The group that it is a card of.
    pub group: GroupId,
    /// What it shows.
    pub reference: Reference,
    /// The room that it is in.
    pub room: RoomAddress,
    /// The platform's id of the message.
    pub message: String,
    /// Counts the changes of what it shows since it was posted.
    pub changes: u32,
    /// How many of them it shows.
    pub shown: u32,
    /// Not to be edited before.
    pub not_before: Instant,
}

/// How many copies of one card in one room are kept, the latest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// How many are followed.
    pub followed: u32,
    /// How many are known, the ones that are followed among them; the others are forgotten.
    pub known: u32,
}

/// The copies of every group's cards. A copy is followed until later ones are in its place; then it rests, and is known
/// for as long as there are not too many. A copy that is followed is stale while it shows fewer changes than there are.
#[async_trait]
pub trait LiveCards {
    /// Remembers a copy and follows it. Of the copies of the same card in that room the latest are [kept](Kept).
    async fn remember_card(&mut self, copy: &CardCopy, kept: Kept) -> StoreResult<()>;

    /// The copy in that room that is that message, where it rests.
    async fn resting_card(&mut self, room: &RoomAddress, message: &str) -> StoreResult<Option<CardCopy>>;

    /// Counts a change of what every copy of that card shows that is followed.
    async fn card_changed(&mut self, group: GroupId, reference: Reference) -> StoreResult<()>;

    /// The stale copies on a platform that may be edited at `now`, those that may be longest first, at most `limit`.
    async fn stale_cards(&mut self, platform: Platform, now: Instant, limit: u32) -> StoreResult<Vec<CardCopy>>;

    /// Writes down that a copy shows that many changes, unless it showed more already; it is not edited again before
    /// `not_before`.
    async fn card_shown(&mut self, id: CopyId, shown: u32, not_before: Instant) -> StoreResult<()>;

    /// Forgets a copy: it is gone.
    async fn forget_card(&mut self, id: CopyId) -> StoreResult<()>;

    /// Forgets every copy of a group's cards in that place.
    async fn forget_cards_in(&mut self, group: GroupId, platform: Platform, place: &str) -> StoreResult<()>;

    /// The earliest instant at which a stale copy on that platform may be edited.
    async fn next_stale(&mut self, platform: Platform) -> StoreResult<Option<Instant>>;
}
