//! Due work.

use async_trait::async_trait;
use muster_core::clock::Instant;
use muster_core::ids::{GroupId, PersonId};
use muster_core::store::{Agenda, Due, StoreResult, Subject};
use sqlx::{FromRow, query, query_as, query_scalar};
use uuid::Uuid;

use crate::column::{Origin, micros, word};
use crate::failure::failed;
use crate::postgres::PostgresUnit;
use crate::sqlite::SqliteUnit;

#[derive(FromRow)]
pub(crate) struct DueRow {
    at: i64,
    group_id: Uuid,
    kind: String,
    subject_id: Uuid,
    act: String,
    person_id: Option<Uuid>,
}

impl DueRow {
    pub(crate) fn read(self) -> StoreResult<Due> {
        let origin = Origin::new("agenda", &self.subject_id);
        Ok(Due {
            at: origin.instant("at", self.at)?,
            group: GroupId(self.group_id),
            subject: Subject {
                kind: origin.word("kind", &self.kind)?,
                id: self.subject_id,
            },
            act: origin.word("act", &self.act)?,
            person: self.person_id.map(PersonId),
        })
    }
}

macro_rules! agenda {
    ($unit:ty, skip_locked: $skip_locked:literal) => {
        #[async_trait]
        impl Agenda for $unit {
            async fn schedule(&mut self, due: &Due) -> StoreResult<()> {
                query(
                    "INSERT INTO agenda (at, group_id, kind, subject_id, act, person_id)
                     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
                )
                .bind(micros(due.at))
                .bind(due.group.0)
                .bind(word(&due.subject.kind)?)
                .bind(due.subject.id)
                .bind(word(&due.act)?)
                .bind(due.person.map(|person| person.0))
                .execute(self.connection())
                .await
                .map_err(failed)?;
                Ok(())
            }

            async fn unschedule(
                &mut self,
                group: GroupId,
                subject: Subject,
                person: Option<PersonId>,
            ) -> StoreResult<()> {
                let of_all = "DELETE FROM agenda WHERE group_id = $1 AND subject_id = $2 AND kind = $3";
                let of_one =
                    "DELETE FROM agenda WHERE group_id = $1 AND subject_id = $2 AND kind = $3 AND person_id = $4";
                let statement = query(if person.is_some() { of_one } else { of_all })
                    .bind(group.0)
                    .bind(subject.id)
                    .bind(word(&subject.kind)?);
                let statement = match person {
                    Some(person) => statement.bind(person.0),
                    None => statement,
                };
                statement.execute(self.connection()).await.map_err(failed)?;
                Ok(())
            }

            async fn due(&mut self, now: Instant, limit: u32) -> StoreResult<Vec<Due>> {
                // The act comes last: its words are the only text that is sorted in SQL, all of them plain a to z.
                let rows: Vec<DueRow> = query_as(
                    "SELECT * FROM agenda WHERE at <= $1
                     ORDER BY at, group_id, subject_id, person_id NULLS FIRST, act LIMIT $2",
                )
                .bind(micros(now))
                .bind(i64::from(limit))
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                rows.into_iter().map(DueRow::read).collect()
            }

            async fn settle(&mut self, due: &Due) -> StoreResult<bool> {
                // What another node is at is that node's: nobody waits to hear that it was done.
                let done = query(concat!(
                    "WITH free AS MATERIALIZED (
                         SELECT at FROM agenda WHERE at = $1 AND group_id = $2 AND kind = $3 AND subject_id = $4
                             AND act = $5 AND person_id IS NOT DISTINCT FROM $6",
                    $skip_locked,
                    ")
                     DELETE FROM agenda WHERE at = $1 AND group_id = $2 AND kind = $3 AND subject_id = $4
                         AND act = $5 AND person_id IS NOT DISTINCT FROM $6 AND EXISTS (SELECT 1 FROM free)"
                ))
                .bind(micros(due.at))
                .bind(due.group.0)
                .bind(word(&due.subject.kind)?)
                .bind(due.subject.id)
                .bind(word(&due.act)?)
                .bind(due.person.map(|person| person.0))
                .execute(self.connection())
                .await
                .map_err(failed)?;
                Ok(done.rows_affected() == 1)
            }

            async fn next_due(&mut self) -> StoreResult<Option<Instant>> {
                let at: Option<i64> = query_scalar("SELECT min(at) FROM agenda")
                    .fetch_one(self.connection())
                    .await
                    .map_err(failed)?;
                Origin::new("agenda", &"earliest").instant_if_any("at", at)
            }

            async fn release_held_lines(&mut self, person: PersonId, now: Instant) -> StoreResult<()> {
                // What was held until several instants becomes one line.
                let statements = [
                    "INSERT INTO agenda (at, group_id, kind, subject_id, act, person_id)
                     SELECT DISTINCT CAST($2 AS BIGINT), group_id, kind, subject_id, act, person_id FROM agenda
                     WHERE person_id = $1 AND act = 'held' AND at > $2
                     ON CONFLICT DO NOTHING",
                    "DELETE FROM agenda WHERE person_id = $1 AND act = 'held' AND at > $2",
                ];
                for statement in statements {
                    query(statement)
                        .bind(person.0)
                        .bind(micros(now))
                        .execute(self.connection())
                        .await
                        .map_err(failed)?;
                }
                Ok(())
            }

            async fn reassign_agenda(&mut self, from: PersonId, into: PersonId) -> StoreResult<()> {
                // What both had becomes one line.
                let copy = "INSERT INTO agenda (at, group_id, kind, subject_id, act, person_id)
                     SELECT at, group_id, kind, subject_id, act, $2 FROM agenda WHERE person_id = $1
                     ON CONFLICT DO NOTHING";
                self.reassign(from, into, &[copy]).await?;
                query("DELETE FROM agenda WHERE person_id = $1")
                    .bind(from.0)
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(())
            }
        }
    };
}

agenda!(SqliteUnit, skip_locked: "");
agenda!(PostgresUnit, skip_locked: " FOR UPDATE SKIP LOCKED");
