//! Stored shifts, and who is on them.

use async_trait::async_trait;

use super::StoreResult;
use crate::clock::Instant;
use crate::ids::{GroupId, PersonId, ShiftId};
use crate::shift::roster::SeatChanges;
use crate::shift::{Report, Roster, Shift};

/// The shifts of every group.
#[async_trait]
pub trait Shifts {
    /// A shift with everybody on it.
    async fn shift(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Roster>>;

    /// The same to be changed: nobody else changes the shift or its seats until the commit.
    async fn shift_for_update(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Roster>>;

    /// The number of the shift with that id.
    async fn shift_number(&mut self, group: GroupId, id: ShiftId) -> StoreResult<Option<u32>>;

    /// The shifts that are not cancelled, end after `from`, and begin before `until` (if there is one), with
    /// everybody on them: earliest start first, then by number.
    async fn shifts_between(
        &mut self,
        group: GroupId,
        from: Instant,
        until: Option<Instant>,
    ) -> StoreResult<Vec<Roster>>;

    /// The same, of them those that a member is in or waits for.
    async fn shifts_of(
        &mut self,
        group: GroupId,
        person: PersonId,
        from: Instant,
        until: Option<Instant>,
    ) -> StoreResult<Vec<Roster>>;

    /// Adds or replaces a shift, but not its seats.
    async fn save_shift(&mut self, shift: &Shift) -> StoreResult<()>;

    /// Adds, replaces and removes seats of a shift. Two seats of one member on it are an error.
    async fn save_seats(&mut self, shift: &Shift, changes: &SeatChanges) -> StoreResult<()>;

    /// How a shift went, as it was told.
    async fn shift_report(&mut self, group: GroupId, shift: ShiftId) -> StoreResult<Option<Report>>;

    /// Adds or replaces how a shift went; `None` takes it away.
    async fn save_shift_report(&mut self, shift: &Shift, report: Option<&Report>) -> StoreResult<()>;

    /// Turns the seats of `from`, the guests that they bring, the check-ins and the reports into those of `into`, before the
    /// two are merged. Where both are on a shift, the seat of whoever came stays, else a seat before a place on the waiting
    /// list, else what `into` has.
    async fn reassign_shifts(&mut self, from: PersonId, into: PersonId) -> StoreResult<()>;
}
