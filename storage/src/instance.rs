//! What belongs to the whole instance.

use async_trait::async_trait;
use muster_core::clock::Instant;
use muster_core::store::{Instance, StoreResult};
use muster_core::surface::Platform;
use sqlx::{query, query_scalar};

use crate::column::{Origin, micros};
use crate::failure::{expect_one, failed};
use crate::postgres::PostgresUnit;
use crate::sqlite::SqliteUnit;

macro_rules! instance {
    ($unit:ty) => {
        #[async_trait]
        impl Instance for $unit {
            async fn hand_set_clock(&mut self) -> StoreResult<Option<Instant>> {
                let at: Option<Option<i64>> = query_scalar("SELECT hand_set_clock FROM instance WHERE one = 1")
                    .fetch_optional(self.connection())
                    .await
                    .map_err(failed)?;
                Origin::new("instance", &1).instant_if_any("hand_set_clock", at.flatten())
            }

            async fn set_hand_set_clock(&mut self, at: Option<Instant>) -> StoreResult<()> {
                let done = query(
                    "INSERT INTO instance (one, hand_set_clock) VALUES (1, $1)
                     ON CONFLICT (one) DO UPDATE SET hand_set_clock = excluded.hand_set_clock",
                )
                .bind(at.map(micros))
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "instance")
            }

            async fn has_accounts_beyond(&mut self, platform: Platform) -> StoreResult<bool> {
                let other: Option<String> = query_scalar("SELECT account FROM accounts WHERE platform <> $1 LIMIT 1")
                    .bind(platform.code())
                    .fetch_optional(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(other.is_some())
            }
        }
    };
}

instance!(SqliteUnit);
instance!(PostgresUnit);
