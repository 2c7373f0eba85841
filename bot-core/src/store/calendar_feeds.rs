//! The addresses of people's calendars, and what stands in them.

use async_trait::async_trait;

use super::StoreResult;
use crate::clock::Instant;
use crate::ids::{GroupId, PersonId};
use crate::shift::{SeatStanding, Shift};

/// The addresses of calendars, by the hashes of their secrets.
#[async_trait]
pub trait CalendarFeeds {
    /// Whose calendar is at the address of that hash.
    async fn calendar_at(&mut self, hash: &[u8; 32]) -> StoreResult<Option<PersonId>>;

    /// When each address of somebody's calendar was made, earliest first. Persons who became one keep those of both.
    async fn calendar_addresses_of(&mut self, person: PersonId) -> StoreResult<Vec<Instant>>;

    /// Gives somebody's calendar an address more.
    async fn add_calendar_address(&mut self, person: PersonId, hash: &[u8; 32], made_at: Instant) -> StoreResult<()>;

    /// Ends every address of somebody's calendar; how many there were.
    async fn end_calendar_addresses(&mut self, person: PersonId) -> StoreResult<u64>;

    /// The shifts of a group, the cancelled ones among them, that end after `from` and that somebody is in or waits for:
    /// earliest start first, then by number.
    async fn calendar_of(
        &mut self,
        group: GroupId,
        person: PersonId,
        from: Instant,
    ) -> StoreResult<Vec<(Shift, SeatStanding)>>;
}
