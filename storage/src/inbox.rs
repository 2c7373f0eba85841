//! The inbox.

use async_trait::async_trait;
use muster_core::clock::Instant;
use muster_core::store::{Ended, Inbox, Received, StoreResult, Waiting};
use muster_core::surface::{Inbound, Platform, RoomAddress};
use sqlx::{FromRow, query, query_as, query_scalar};

use crate::column::{Origin, json, micros};
use crate::failure::{expect_one, failed};
use crate::postgres::PostgresUnit;
use crate::sqlite::SqliteUnit;

#[derive(FromRow)]
struct WaitingRow {
    came: i64,
    tries: i64,
    event: String,
    payload: Option<String>,
}

impl WaitingRow {
    fn read(self) -> StoreResult<Waiting> {
        let origin = Origin::new("inbox", &self.event);
        Ok(Waiting {
            came: origin.number("came", self.came)?,
            tries: origin.number("tries", self.tries)?,
            inbound: origin.json("payload", &origin.present("payload", self.payload)?)?,
        })
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

            async fn waiting(
                &mut self,
                platform: Platform,
                after: Option<u64>,
                limit: u32,
            ) -> StoreResult<Vec<Waiting>> {
                let rows: Vec<WaitingRow> = query_as(
                    "SELECT came, tries, event, payload FROM inbox WHERE done_at IS NULL AND platform = $1 AND came > $2
                     ORDER BY came LIMIT $3",
                )
                .bind(platform.code())
                .bind(after.map_or(-1, u64::cast_signed))
                .bind(i64::from(limit))
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                rows.into_iter().map(WaitingRow::read).collect()
            }

            async fn waiting_in(&mut self, room: &RoomAddress, limit: u32) -> StoreResult<Vec<Inbound>> {
                let rows: Vec<WaitingRow> = query_as(
                    "SELECT came, tries, event, payload FROM inbox
                     WHERE done_at IS NULL AND platform = $1 AND place = $2 AND room = $3 AND private = $4
                     ORDER BY came LIMIT $5",
                )
                .bind(room.platform.code())
                .bind(&room.place)
                .bind(&room.room)
                .bind(room.private)
                .bind(i64::from(limit))
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                let events = rows.into_iter().map(WaitingRow::read);
                events.map(|event| event.map(|event| event.inbound)).collect()
            }

            async fn count_try(&mut self, inbound: &Inbound) -> StoreResult<u32> {
                let tries: Option<i64> = query_scalar(
                    "UPDATE inbox SET tries = tries + 1
                     WHERE platform = $1 AND place = $2 AND room = $3 AND private = $4 AND event = $5
                         AND done_at IS NULL RETURNING tries",
                )
                .bind(inbound.room.platform.code())
                .bind(&inbound.room.place)
                .bind(&inbound.room.room)
                .bind(inbound.room.private)
                .bind(&inbound.event)
                .fetch_optional(self.connection())
                .await
                .map_err(failed)?;
                expect_one(u64::from(tries.is_some()), "inbox")?;
                let origin = Origin::new("inbox", &inbound.event);
                origin.number("tries", origin.present("tries", tries)?)
            }

            async fn inbox_depth(&mut self) -> StoreResult<u64> {
                let depth: i64 = query_scalar("SELECT count(*) FROM inbox WHERE done_at IS NULL")
                    .fetch_one(self.connection())
                    .await
                    .map_err(failed)?;
                Origin::new("inbox", &"depth").number("came", depth)
            }

            async fn finish(&mut self, inbound: &Inbound, ended: Ended, now: Instant) -> StoreResult<()> {
                let done = query(
                    "UPDATE inbox SET done_at = $1, refused = $2, payload = NULL
                     WHERE platform = $3 AND place = $4 AND room = $5 AND private = $6 AND event = $7
                         AND done_at IS NULL",
                )
                .bind(micros(now))
                .bind(ended == Ended::Refused)
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

            async fn was_refused_for_update(&mut self, room: &RoomAddress, event: &str) -> StoreResult<bool> {
                let refused: Option<bool> = query_scalar(concat!(
                    "SELECT refused FROM inbox
                     WHERE platform = $1 AND place = $2 AND room = $3 AND private = $4 AND event = $5
                         AND done_at IS NOT NULL",
                    $lock
                ))
                .bind(room.platform.code())
                .bind(&room.place)
                .bind(&room.room)
                .bind(room.private)
                .bind(event)
                .fetch_optional(self.connection())
                .await
                .map_err(failed)?;
                Ok(refused.unwrap_or_default())
            }

            async fn edit_took_effect(&mut self, room: &RoomAddress, event: &str) -> StoreResult<()> {
                query(
                    "UPDATE inbox SET refused = FALSE
                     WHERE platform = $1 AND place = $2 AND room = $3 AND private = $4 AND event = $5",
                )
                .bind(room.platform.code())
                .bind(&room.place)
                .bind(&room.room)
                .bind(room.private)
                .bind(event)
                .execute(self.connection())
                .await
                .map_err(failed)?;
                Ok(())
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
