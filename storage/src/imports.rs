//! What was taken from calendar files.

use async_trait::async_trait;
use muster_core::ids::GroupId;
use muster_core::store::{Imported, Imports, StoreResult, Subject};
use sqlx::{FromRow, query, query_as};
use uuid::Uuid;

use crate::column::{Origin, micros, word};
use crate::failure::{expect_one, failed};
use crate::postgres::PostgresUnit;
use crate::sqlite::SqliteUnit;

#[derive(FromRow)]
struct ImportRow {
    group_id: Uuid,
    uid: String,
    date: String,
    kind: String,
    subject_id: Uuid,
    sequence: i64,
    modified_at: Option<i64>,
    fingerprint: String,
}

impl ImportRow {
    fn read(self) -> StoreResult<Imported> {
        let origin = Origin::new("imports", &self.subject_id);
        Ok(Imported {
            group: GroupId(self.group_id),
            subject: Subject {
                kind: origin.word("kind", &self.kind)?,
                id: self.subject_id,
            },
            sequence: origin.number("sequence", self.sequence)?,
            modified: origin.instant_if_any("modified_at", self.modified_at)?,
            uid: self.uid,
            date: self.date,
            fingerprint: self.fingerprint,
        })
    }
}

/// The entries, by UID and date: sorted here, since databases sort texts each in their own way.
fn entries(rows: Vec<ImportRow>) -> StoreResult<Vec<Imported>> {
    let mut entries = rows.into_iter().map(ImportRow::read).collect::<StoreResult<Vec<_>>>()?;
    entries.sort_by(|one, other| (&one.uid, &one.date).cmp(&(&other.uid, &other.date)));
    Ok(entries)
}

macro_rules! imports {
    ($unit:ty) => {
        #[async_trait]
        impl Imports for $unit {
            async fn imported(&mut self, group: GroupId, uid: &str) -> StoreResult<Vec<Imported>> {
                let rows: Vec<ImportRow> = query_as("SELECT * FROM imports WHERE group_id = $1 AND uid = $2")
                    .bind(group.0)
                    .bind(uid)
                    .fetch_all(self.connection())
                    .await
                    .map_err(failed)?;
                entries(rows)
            }

            async fn all_imported(&mut self, group: GroupId) -> StoreResult<Vec<Imported>> {
                let rows: Vec<ImportRow> = query_as("SELECT * FROM imports WHERE group_id = $1")
                    .bind(group.0)
                    .fetch_all(self.connection())
                    .await
                    .map_err(failed)?;
                entries(rows)
            }

            async fn save_imported(&mut self, imported: &Imported) -> StoreResult<()> {
                let done = query(
                    "INSERT INTO imports (group_id, uid, date, kind, subject_id, sequence, modified_at, fingerprint)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                     ON CONFLICT (group_id, uid, date) DO UPDATE SET kind = excluded.kind,
                         subject_id = excluded.subject_id, sequence = excluded.sequence,
                         modified_at = excluded.modified_at, fingerprint = excluded.fingerprint",
                )
                .bind(imported.group.0)
                .bind(&imported.uid)
                .bind(&imported.date)
                .bind(word(&imported.subject.kind)?)
                .bind(imported.subject.id)
                .bind(i64::from(imported.sequence))
                .bind(imported.modified.map(micros))
                .bind(&imported.fingerprint)
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "imports")
            }
        }
    };
}

imports!(SqliteUnit);
imports!(PostgresUnit);
