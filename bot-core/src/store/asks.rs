//! Searches for people, and who was asked for what.

use async_trait::async_trait;

use super::StoreResult;
use crate::clock::Instant;
use crate::ids::{GroupId, PersonId, ShiftId};
use crate::shift::search::{Ask, Search, Wanted};

/// Searches for people, and asks.
#[async_trait]
pub trait Asks {
    /// The search that is on for a shift.
    async fn search_of(&mut self, group: GroupId, shift: ShiftId) -> StoreResult<Option<Search>>;

    /// Begins a search, or changes the one that is on.
    async fn save_search(&mut self, group: GroupId, shift: ShiftId, search: &Search) -> StoreResult<()>;

    /// Ends the search that is on for a shift, if there is one.
    async fn end_search(&mut self, group: GroupId, shift: ShiftId) -> StoreResult<()>;

    /// Everybody who was asked for a shift, in the order they were asked.
    async fn asks_of(&mut self, group: GroupId, shift: ShiftId) -> StoreResult<Vec<Ask>>;

    /// The same of one person, in every group: by group and the shift's number.
    async fn asks_of_person(&mut self, person: PersonId) -> StoreResult<Vec<(GroupId, u32, Ask)>>;

    /// Writes down that somebody was asked. Twice for one shift is an error.
    async fn add_ask(&mut self, group: GroupId, shift: ShiftId, ask: &Ask) -> StoreResult<()>;

    /// Writes down that somebody declined; whether they had been asked. Their first no stands.
    async fn decline_ask(&mut self, group: GroupId, shift: ShiftId, person: PersonId, at: Instant)
    -> StoreResult<bool>;

    /// The members whom a shift may suit and who agreed to private messages, least recently asked first (then by id), at
    /// most `limit`.
    async fn suitable(&mut self, wanted: &Wanted, limit: u32) -> StoreResult<Vec<PersonId>>;

    /// Turns the asks and searches of `from` into those of `into`, before the two are merged; where both were asked for a
    /// shift, what `into` has stays.
    async fn reassign_asks(&mut self, from: PersonId, into: PersonId) -> StoreResult<()>;
}
