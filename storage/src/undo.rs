//! What people may take back.

use async_trait::async_trait;
use muster_core::clock::Instant;
use muster_core::ids::{GroupId, PersonId};
use muster_core::store::{StoreResult, UndoEntry, UndoLog};
use muster_core::undo::Undo;
use sqlx::{FromRow, query, query_as};
use uuid::Uuid;

use crate::column::{Origin, json, micros};
use crate::failure::{expect_one, failed};
use crate::postgres::PostgresUnit;
use crate::sqlite::SqliteUnit;

#[derive(FromRow)]
pub(crate) struct UndoRow {
    group_id: Uuid,
    person_id: Uuid,
    at: i64,
    payload: String,
}

impl UndoRow {
    pub(crate) fn read(self) -> StoreResult<UndoEntry> {
        let origin = Origin::new("undo", &self.person_id);
        Ok(UndoEntry {
            group: GroupId(self.group_id),
            person: PersonId(self.person_id),
            at: origin.instant("at", self.at)?,
            undo: origin.json("payload", &self.payload)?,
        })
    }
}

macro_rules! undo {
    ($unit:ty) => {
        #[async_trait]
        impl UndoLog for $unit {
            async fn remember_undo(&mut self, entry: &UndoEntry) -> StoreResult<()> {
                let done = query(
                    "INSERT INTO undo (group_id, person_id, at, payload) VALUES ($1, $2, $3, $4)
                     ON CONFLICT (group_id, person_id) DO UPDATE SET at = excluded.at, payload = excluded.payload",
                )
                .bind(entry.group.0)
                .bind(entry.person.0)
                .bind(micros(entry.at))
                .bind(json(&entry.undo)?)
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "undo")
            }

            async fn take_undo(&mut self, group: GroupId, person: PersonId) -> StoreResult<Option<UndoEntry>> {
                let row: Option<UndoRow> =
                    query_as("DELETE FROM undo WHERE group_id = $1 AND person_id = $2 RETURNING *")
                        .bind(group.0)
                        .bind(person.0)
                        .fetch_optional(self.connection())
                        .await
                        .map_err(failed)?;
                row.map(UndoRow::read).transpose()
            }

            async fn forget_undo(&mut self, before: Instant) -> StoreResult<u64> {
                let done = query("DELETE FROM undo WHERE at < $1")
                    .bind(micros(before))
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(done.rows_affected())
            }

            async fn forget_act(&mut self, group: GroupId, act: &Undo) -> StoreResult<()> {
                query("DELETE FROM undo WHERE group_id = $1 AND payload = $2")
                    .bind(group.0)
                    .bind(json(act)?)
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(())
            }

            async fn forget_undo_of(&mut self, person: PersonId) -> StoreResult<()> {
                query("DELETE FROM undo WHERE person_id = $1")
                    .bind(person.0)
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(())
            }
        }
    };
}

undo!(SqliteUnit);
undo!(PostgresUnit);
