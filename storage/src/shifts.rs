//! The shifts of every group.

use async_trait::async_trait;
use muster_core::clock::Instant;
use muster_core::ids::{GroupId, PersonId, ShiftId};
use muster_core::shift::roster::SeatChanges;
use muster_core::shift::{Roster, Shift};
use muster_core::store::{Shifts, StoreError, StoreResult};

use crate::sqlite::SqliteUnit;

/// Until the tables are there.
fn not_yet<T>() -> StoreResult<T> {
    Err(StoreError::Backend("shifts have no tables yet".into()))
}

macro_rules! shifts {
    ($unit:ty) => {
        #[async_trait]
        impl Shifts for $unit {
            async fn shift(&mut self, _: GroupId, _: u32) -> StoreResult<Option<Roster>> {
                not_yet()
            }
            async fn shift_for_update(&mut self, _: GroupId, _: u32) -> StoreResult<Option<Roster>> {
                not_yet()
            }
            async fn shift_number(&mut self, _: GroupId, _: ShiftId) -> StoreResult<Option<u32>> {
                not_yet()
            }
            async fn shifts_between(&mut self, _: GroupId, _: Instant, _: Option<Instant>) -> StoreResult<Vec<Roster>> {
                not_yet()
            }
            async fn shifts_of(
                &mut self,
                _: GroupId,
                _: PersonId,
                _: Instant,
                _: Option<Instant>,
            ) -> StoreResult<Vec<Roster>> {
                not_yet()
            }
            async fn save_shift(&mut self, _: &Shift) -> StoreResult<()> {
                not_yet()
            }
            async fn save_seats(&mut self, _: &Shift, _: &SeatChanges) -> StoreResult<()> {
                not_yet()
            }
            async fn reassign_shifts(&mut self, _: PersonId, _: PersonId) -> StoreResult<()> {
                not_yet()
            }
        }
    };
}

shifts!(SqliteUnit);
