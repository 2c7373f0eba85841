//! The audit log.

use async_trait::async_trait;
use muster_core::clock::Instant;
use muster_core::ids::{AuditId, GroupId, PersonId};
use muster_core::store::{Audit, AuditEntry, StoreResult};
use sqlx::{FromRow, query, query_as};
use uuid::Uuid;

use crate::column::{Origin, micros};
use crate::failure::{expect_one, failed};
use crate::postgres::PostgresUnit;
use crate::sqlite::SqliteUnit;

#[derive(FromRow)]
pub(crate) struct AuditRow {
    id: Uuid,
    group_id: Uuid,
    at: i64,
    actor_id: Uuid,
    act: String,
    subject: Option<String>,
    person_id: Option<Uuid>,
}

impl AuditRow {
    pub(crate) fn read(self) -> StoreResult<AuditEntry> {
        let origin = Origin::new("audit", &self.id);
        Ok(AuditEntry {
            id: AuditId(self.id),
            group: GroupId(self.group_id),
            at: origin.instant("at", self.at)?,
            actor: PersonId(self.actor_id),
            act: self.act,
            subject: self.subject,
            person: self.person_id.map(PersonId),
        })
    }
}

macro_rules! audit {
    ($unit:ty) => {
        #[async_trait]
        impl Audit for $unit {
            async fn record(&mut self, entry: &AuditEntry) -> StoreResult<()> {
                let done = query(
                    "INSERT INTO audit (id, group_id, at, actor_id, act, subject, person_id)
                     VALUES ($1, $2, $3, $4, $5, $6, $7)",
                )
                .bind(entry.id.0)
                .bind(entry.group.0)
                .bind(micros(entry.at))
                .bind(entry.actor.0)
                .bind(&entry.act)
                .bind(&entry.subject)
                .bind(entry.person.map(|person| person.0))
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "audit")
            }

            async fn audit_log(&mut self, group: GroupId, limit: u32) -> StoreResult<Vec<AuditEntry>> {
                let rows: Vec<AuditRow> =
                    query_as("SELECT * FROM audit WHERE group_id = $1 ORDER BY at DESC, id DESC LIMIT $2")
                        .bind(group.0)
                        .bind(i64::from(limit))
                        .fetch_all(self.connection())
                        .await
                        .map_err(failed)?;
                rows.into_iter().map(AuditRow::read).collect()
            }

            async fn forget_audit(&mut self, before: Instant) -> StoreResult<u64> {
                let done = query("DELETE FROM audit WHERE at < $1")
                    .bind(micros(before))
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(done.rows_affected())
            }

            async fn reassign_audit(&mut self, from: PersonId, into: PersonId) -> StoreResult<()> {
                let statements = [
                    "UPDATE audit SET actor_id = $2 WHERE actor_id = $1",
                    "UPDATE audit SET person_id = $2 WHERE person_id = $1",
                ];
                self.reassign(from, into, &statements).await
            }
        }
    };
}

audit!(SqliteUnit);
audit!(PostgresUnit);
