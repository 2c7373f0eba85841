//! The series of every group's shifts.

use async_trait::async_trait;
use muster_core::clock::Instant;
use muster_core::ids::{GroupId, SeriesId};
use muster_core::series::Dates;
use muster_core::shift::{Series, Shift};
use muster_core::store::{ShiftSeries, StoreResult};
use sqlx::{FromRow, query, query_as, query_scalar};
use uuid::Uuid;

use crate::column::{Origin, json, micros, word};
use crate::failure::{expect_one, failed};
use crate::postgres::PostgresUnit;
use crate::shifts::rows::ShiftRow;
use crate::shifts::template::TemplateColumns;
use crate::sqlite::SqliteUnit;

#[derive(FromRow)]
struct SeriesRow {
    group_id: Uuid,
    id: Uuid,
    rule: String,
    first_local: String,
    zone: String,
    skipped: String,
    length: Option<i64>,
    whole_days: bool,
    #[sqlx(flatten)]
    template: TemplateColumns,
    ended: bool,
    version: i64,
}

impl SeriesRow {
    fn read(self) -> StoreResult<Series> {
        let origin = Origin::new("shift_series", &self.id);
        Ok(Series {
            id: SeriesId(self.id),
            group: GroupId(self.group_id),
            dates: Dates {
                rule: origin.word("rule", &self.rule)?,
                first: origin.word("first_local", &self.first_local)?,
                zone: origin.word("zone", &self.zone)?,
                skipped: origin.json("skipped", &self.skipped)?,
            },
            length: origin.length_if_any("length", self.length)?,
            whole_days: self.whole_days,
            template: self.template.read(origin)?,
            ended: self.ended,
            version: origin.number("version", self.version)?,
        })
    }
}

macro_rules! series {
    ($unit:ty, lock: $lock:literal) => {
        impl $unit {
            async fn one_series(
                &mut self,
                statement: &'static str,
                group: GroupId,
                id: SeriesId,
            ) -> StoreResult<Option<Series>> {
                let row: Option<SeriesRow> = query_as(statement)
                    .bind(group.0)
                    .bind(id.0)
                    .fetch_optional(self.connection())
                    .await
                    .map_err(failed)?;
                row.map(SeriesRow::read).transpose()
            }
        }

        #[async_trait]
        impl ShiftSeries for $unit {
            async fn shift_series(&mut self, group: GroupId, id: SeriesId) -> StoreResult<Option<Series>> {
                let statement = "SELECT * FROM shift_series WHERE group_id = $1 AND id = $2";
                self.one_series(statement, group, id).await
            }

            async fn shift_series_for_update(&mut self, group: GroupId, id: SeriesId) -> StoreResult<Option<Series>> {
                let statement = concat!("SELECT * FROM shift_series WHERE group_id = $1 AND id = $2", $lock);
                self.one_series(statement, group, id).await
            }

            async fn series_dates(&mut self, group: GroupId, id: SeriesId, after: Instant) -> StoreResult<Vec<Shift>> {
                let rows: Vec<ShiftRow> = query_as(
                    "SELECT * FROM shifts WHERE group_id = $1 AND series_id = $2 AND (series_at > $3 OR over_at > $3)
                     ORDER BY series_at, number",
                )
                .bind(group.0)
                .bind(id.0)
                .bind(micros(after))
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                rows.into_iter().map(ShiftRow::read).collect()
            }

            async fn count_shift_series(&mut self, group: GroupId) -> StoreResult<u32> {
                let count: i64 = query_scalar("SELECT count(*) FROM shift_series WHERE group_id = $1 AND NOT ended")
                    .bind(group.0)
                    .fetch_one(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(u32::try_from(count).unwrap_or(u32::MAX))
            }

            async fn save_shift_series(&mut self, series: &Series) -> StoreResult<()> {
                let Series { dates, template, .. } = series;
                let done = query(
                    "INSERT INTO shift_series (group_id, id, rule, first_local, zone, skipped, length, whole_days, title,
                         place, team_id, note, cutoff, needs, ended, version, opens)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
                     ON CONFLICT (group_id, id) DO UPDATE SET rule = excluded.rule, first_local = excluded.first_local,
                         zone = excluded.zone, skipped = excluded.skipped, length = excluded.length,
                         whole_days = excluded.whole_days, title = excluded.title, place = excluded.place,
                         team_id = excluded.team_id, note = excluded.note, cutoff = excluded.cutoff,
                         needs = excluded.needs, ended = excluded.ended, version = excluded.version,
                         opens = excluded.opens",
                )
                .bind(series.group.0)
                .bind(series.id.0)
                .bind(word(&dates.rule)?)
                .bind(word(&dates.first)?)
                .bind(dates.zone.name())
                .bind(json(&dates.skipped)?)
                .bind(series.length.map(|length| length.num_seconds()))
                .bind(series.whole_days)
                .bind(&template.title)
                .bind(&template.place)
                .bind(template.team.map(|team| team.0))
                .bind(&template.note)
                .bind(template.cutoff.map(|cutoff| cutoff.num_seconds()))
                .bind(template.needs.to_string())
                .bind(series.ended)
                .bind(i64::from(series.version))
                .bind(template.opens.map(|opens| opens.num_seconds()))
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "shift_series")
            }
        }
    };
}

series!(SqliteUnit, lock: "");
series!(PostgresUnit, lock: " FOR NO KEY UPDATE");
