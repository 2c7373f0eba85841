//! The stores of keys that accounts are pinned to.

use std::collections::BTreeMap;

use async_trait::async_trait;
use muster_core::store::{Keystores, StoreResult};
use muster_core::surface::Platform;
use sqlx::{query, query_as, query_scalar};

use crate::column::Origin;
use crate::failure::failed;
use crate::postgres::PostgresUnit;
use crate::sqlite::SqliteUnit;

macro_rules! keystores {
    ($unit:ty) => {
        #[async_trait]
        impl Keystores for $unit {
            async fn pin(&mut self, platform: Platform, keystore: &str) -> StoreResult<bool> {
                // Whoever comes second waits for the row, and then sees what it says.
                query("INSERT INTO keystores (platform, keystore) VALUES ($1, $2) ON CONFLICT (platform) DO NOTHING")
                    .bind(platform.code())
                    .bind(keystore)
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                let pinned: String = query_scalar("SELECT keystore FROM keystores WHERE platform = $1")
                    .bind(platform.code())
                    .fetch_one(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(pinned == keystore)
            }

            async fn pin_anew(&mut self, platform: Platform, keystore: &str) -> StoreResult<()> {
                query(
                    "INSERT INTO keystores (platform, keystore) VALUES ($1, $2)
                     ON CONFLICT (platform) DO UPDATE SET keystore = excluded.keystore",
                )
                .bind(platform.code())
                .bind(keystore)
                .execute(self.connection())
                .await
                .map_err(failed)?;
                Ok(())
            }

            async fn pinned(&mut self) -> StoreResult<BTreeMap<Platform, String>> {
                let rows: Vec<(String, String)> = query_as("SELECT platform, keystore FROM keystores")
                    .fetch_all(self.connection())
                    .await
                    .map_err(failed)?;
                let read = |(platform, keystore): (String, String)| {
                    let platform = Origin::new("keystores", &platform).word("platform", &platform)?;
                    Ok((platform, keystore))
                };
                rows.into_iter().map(read).collect()
            }
        }
    };
}

keystores!(SqliteUnit);
keystores!(PostgresUnit);
