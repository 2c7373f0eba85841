//! The inbox.

use async_trait::async_trait;
use muster_core::clock::Instant;
use muster_core::store::{Inbox, Received, StoreResult};
use muster_core::surface::Inbound;
use sqlx::{FromRow, query, query_as, query_scalar};

use crate::column::{Origin, json, micros};
use crate::failure::{expect_one, failed};
use crate::postgres::PostgresUnit;
use crate::sqlite::SqliteUnit;

#[derive(FromRow)]
struct WaitingRow {
    event: String,
    payload: Option<String>,
}

impl WaitingRow {
    fn read(self) -> StoreResult<Inbound> {
        let origin = Origin::new("inbox", &self.event);
        origin.json("payload", &origin.present("payload", self.payload)?)
    }
}

macro_rules! inbox {
    ($unit:ty, lock: $lock:literal) => {
        #[async_trait]
        impl Inbox for $unit {
            async fn receive(&mut self, inbound: &Inbound) -> StoreResult<Received> {
                let done = query(
                    "INSERT INTO inbox (platform, place, room, private, event, received_at, payload, author)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                     ON CONFLICT (platform, place, room, private, event) DO NOTHING",
                )
                .bind(inbound.room.platform.code())
                .bind(&inbound.room.place)
                .bind(&inbound.room.room)
                .bind(inbound.room.private)
                .bind(&inbound.event)
                .bind(micros(inbound.received_at))
                .bind(json(inbound)?)
                .bind(&inbound.author.account)
                .execute(self.connection())
                .await
                .map_err(failed)?;
                if done.rows_affected() == 1 {
                    return Ok(Received::New);
                }
                let before = self.inbox_state_for_update(inbound).await?;
                Origin::new("inbox", &inbound.event).present("event", before)
            }

            async fn inbox_state_for_update(&mut self, inbound: &Inbound) -> StoreResult<Option<Received>> {
                let done_at: Option<Option<i64>> = query_scalar(concat!(
                    "SELECT done_at FROM inbox
                     WHERE platform = $1 AND place = $2 AND room = $3 AND private = $4 AND event = $5",
                    $lock
                ))
                .bind(inbound.room.platform.code())
                .bind(&inbound.room.place)
                .bind(&inbound.room.room)
                .bind(inbound.room.private)
                .bind(&inbound.event)
                .fetch_optional(self.connection())
                .await
                .map_err(failed)?;
                Ok(done_at.map(|done_at| match done_at {
                    Some(_) => Received::Done,
                    None => Received::Waiting,
                }))
            }

            async fn waiting(&mut self, limit: u32) -> StoreResult<Vec<Inbound>> {
                let rows: Vec<WaitingRow> =
                    query_as("SELECT event, payload FROM inbox WHERE done_at IS NULL ORDER BY came LIMIT $1")
                        .bind(i64::from(limit))
                        .fetch_all(self.connection())
                        .await
                        .map_err(failed)?;
                rows.into_iter().map(WaitingRow::read).collect()
            }

            async fn finish(&mut self, inbound: &Inbound, now: Instant) -> StoreResult<()> {
                let done = query(
                    "UPDATE inbox SET done_at = $1, payload = NULL
                     WHERE platform = $2 AND place = $3 AND room = $4 AND private = $5 AND event = $6
                         AND done_at IS NULL",
                )
                .bind(micros(now))
                .bind(inbound.room.platform.code())
                .bind(&inbound.room.place)
                .bind(&inbound.room.room)
                .bind(inbound.room.private)
                .bind(&inbound.event)
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "inbox")
            }

            async fn forget_done(&mut self, before: Instant) -> StoreResult<u64> {
                let done = query("DELETE FROM inbox WHERE done_at < $1")
                    .bind(micros(before))
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(done.rows_affected())
            }
        }
    };
}

inbox!(SqliteUnit, lock: "");
inbox!(PostgresUnit, lock: " FOR NO KEY UPDATE");
