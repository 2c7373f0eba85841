//! Stored series of shifts.

use async_trait::async_trait;

use super::StoreResult;
use crate::clock::Instant;
use crate::ids::{GroupId, SeriesId};
use crate::shift::Shift;
use crate::shift::series::Series;

/// The series of every group's shifts. Their dates are [`Shifts`](super::Shifts).
#[async_trait]
pub trait ShiftSeries {
    /// A series.
    async fn shift_series(&mut self, group: GroupId, id: SeriesId) -> StoreResult<Option<Series>>;

    /// The same to be changed: nobody else changes it, or makes dates of it, until the commit. It is locked before any of
    /// its dates.
    async fn shift_series_for_update(&mut self, group: GroupId, id: SeriesId) -> StoreResult<Option<Series>>;

    /// The dates of a series that were made and of which the rule's time or the end is after `after`, the cancelled ones
    /// among them: by the rule's time.
    async fn series_dates(&mut self, group: GroupId, id: SeriesId, after: Instant) -> StoreResult<Vec<Shift>>;

    /// How many series of a group have not ended.
    async fn count_shift_series(&mut self, group: GroupId) -> StoreResult<u32>;

    /// Adds or replaces a series.
    async fn save_shift_series(&mut self, series: &Series) -> StoreResult<()>;
}
