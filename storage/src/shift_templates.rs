//! Templates of shifts.

use async_trait::async_trait;
use muster_core::ids::GroupId;
use muster_core::shift::template::ShiftTemplate;
use muster_core::store::{ShiftTemplates, StoreResult};
use sqlx::{FromRow, query, query_as};
use uuid::Uuid;

use crate::column::Origin;
use crate::failure::{expect_one, failed};
use crate::find::find;
use crate::postgres::PostgresUnit;
use crate::shifts::template::TemplateColumns;
use crate::sqlite::SqliteUnit;

#[derive(FromRow)]
struct TemplateRow {
    group_id: Uuid,
    name: String,
    length: Option<i64>,
    whole_days: bool,
    #[sqlx(flatten)]
    shift: TemplateColumns,
}

impl TemplateRow {
    fn read(self) -> StoreResult<ShiftTemplate> {
        let origin = Origin::new("shift_templates", &self.name);
        Ok(ShiftTemplate {
            group: GroupId(self.group_id),
            length: origin.length_if_any("length", self.length)?,
            whole_days: self.whole_days,
            shift: self.shift.read(origin)?,
            name: self.name,
        })
    }
}

macro_rules! shift_templates {
    ($unit:ty) => {
        #[async_trait]
        impl ShiftTemplates for $unit {
            async fn shift_template(&mut self, group: GroupId, name: &str) -> StoreResult<Option<ShiftTemplate>> {
                find!(
                    self,
                    TemplateRow,
                    "SELECT * FROM shift_templates WHERE group_id = $1 AND name_key = $2",
                    group.0,
                    name.to_lowercase()
                )
            }

            async fn shift_templates(&mut self, group: GroupId) -> StoreResult<Vec<ShiftTemplate>> {
                let rows: Vec<TemplateRow> = query_as("SELECT * FROM shift_templates WHERE group_id = $1")
                    .bind(group.0)
                    .fetch_all(self.connection())
                    .await
                    .map_err(failed)?;
                let templates = rows.into_iter().map(TemplateRow::read);
                let mut templates = templates.collect::<StoreResult<Vec<_>>>()?;
                templates.sort_by_key(|template| template.name.to_lowercase());
                Ok(templates)
            }

            async fn save_shift_template(&mut self, template: &ShiftTemplate) -> StoreResult<()> {
                let shift = &template.shift;
                let done = query(
                    "INSERT INTO shift_templates (group_id, name_key, name, length, whole_days, title, place, team_id,
                         note, cutoff, opens, needs)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
                     ON CONFLICT (group_id, name_key) DO UPDATE SET name = excluded.name, length = excluded.length,
                         whole_days = excluded.whole_days, title = excluded.title, place = excluded.place,
                         team_id = excluded.team_id, note = excluded.note, cutoff = excluded.cutoff,
                         opens = excluded.opens, needs = excluded.needs",
                )
                .bind(template.group.0)
                .bind(template.name.to_lowercase())
                .bind(&template.name)
                .bind(template.length.map(|length| length.num_seconds()))
                .bind(template.whole_days)
                .bind(&shift.title)
                .bind(&shift.place)
                .bind(shift.team.map(|team| team.0))
                .bind(&shift.note)
                .bind(shift.cutoff.map(|cutoff| cutoff.num_seconds()))
                .bind(shift.opens.map(|opens| opens.num_seconds()))
                .bind(shift.needs.to_string())
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "shift_templates")
            }

            async fn remove_shift_template(&mut self, group: GroupId, name: &str) -> StoreResult<bool> {
                let done = query("DELETE FROM shift_templates WHERE group_id = $1 AND name_key = $2")
                    .bind(group.0)
                    .bind(name.to_lowercase())
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(done.rows_affected() == 1)
            }
        }
    };
}

shift_templates!(SqliteUnit);
shift_templates!(PostgresUnit);
