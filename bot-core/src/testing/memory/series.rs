//! The series of every group's shifts, in memory.

use std::collections::BTreeMap;

use async_trait::async_trait;

use super::MemoryUnit;
use crate::clock::Instant;
use crate::ids::{GroupId, SeriesId, TeamId};
use crate::shift::{Series, Shift};
use crate::store::{ShiftSeries, StoreResult};

#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    pub(super) series: BTreeMap<(GroupId, SeriesId), Series>,
}

impl Rows {
    /// Whether a series is a team's.
    pub(super) fn name_team(&self, group: GroupId, team: TeamId) -> bool {
        let mut series = self.series.values();
        series.any(|series| (series.group, series.template.team) == (group, Some(team)))
    }
}

#[async_trait]
impl ShiftSeries for MemoryUnit {
    async fn shift_series(&mut self, group: GroupId, id: SeriesId) -> StoreResult<Option<Series>> {
        Ok(self.rows().series.series.get(&(group, id)).cloned())
    }

    async fn shift_series_for_update(&mut self, group: GroupId, id: SeriesId) -> StoreResult<Option<Series>> {
        self.shift_series(group, id).await
    }

    async fn series_dates(&mut self, group: GroupId, id: SeriesId, after: Instant) -> StoreResult<Vec<Shift>> {
        Ok(self.rows().shifts.dates(group, id, after))
    }

    async fn count_shift_series(&mut self, group: GroupId) -> StoreResult<u32> {
        let live = self.rows().series.series.values();
        let live = live.filter(|series| series.group == group && !series.ended).count();
        Ok(u32::try_from(live).unwrap_or(u32::MAX))
    }

    async fn save_shift_series(&mut self, series: &Series) -> StoreResult<()> {
        self.write()?
            .series
            .series
            .insert((series.group, series.id), series.clone());
        Ok(())
    }
}
