//! The leases of nodes.

use async_trait::async_trait;
use muster_core::clock::Instant;
use muster_core::store::{Hold, Leases, NodeLease, StoreResult};
use sqlx::{FromRow, query, query_as, query_scalar};

use crate::column::{Origin, micros};
use crate::failure::failed;
use crate::postgres::PostgresUnit;
use crate::sqlite::SqliteUnit;

#[derive(FromRow)]
struct LeaseRow {
    name: String,
    owner: String,
    until: i64,
}

impl LeaseRow {
    fn read(self) -> StoreResult<NodeLease> {
        let until = Origin::new("leases", &self.name).instant("until", self.until)?;
        Ok(NodeLease {
            name: self.name,
            owner: self.owner,
            until,
        })
    }
}

macro_rules! leases {
    ($unit:ty, lock: $lock:literal) => {
        #[async_trait]
        impl Leases for $unit {
            async fn hold(&mut self, name: &str, owner: &str, now: Instant, until: Instant) -> StoreResult<Hold> {
                let before: Option<String> = query_scalar(concat!("SELECT owner FROM leases WHERE name = $1", $lock))
                    .bind(name)
                    .fetch_optional(self.connection())
                    .await
                    .map_err(failed)?;
                // Whoever comes second waits for the row, and then sees whose it is.
                let held = query(
                    "INSERT INTO leases (name, owner, until) VALUES ($1, $2, $3)
                     ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until
                     WHERE leases.owner = excluded.owner OR leases.until <= $4",
                )
                .bind(name)
                .bind(owner)
                .bind(micros(until))
                .bind(micros(now))
                .execute(self.connection())
                .await
                .map_err(failed)?;
                Ok(match held.rows_affected() {
                    0 => Hold::Elsewhere,
                    _ if before.as_deref() == Some(owner) => Hold::Renewed,
                    _ => Hold::Taken,
                })
            }

            async fn let_go(&mut self, owner: &str) -> StoreResult<u64> {
                let done = query("DELETE FROM leases WHERE owner = $1")
                    .bind(owner)
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(done.rows_affected())
            }

            async fn leases(&mut self) -> StoreResult<Vec<NodeLease>> {
                let rows: Vec<LeaseRow> = query_as("SELECT name, owner, until FROM leases")
                    .fetch_all(self.connection())
                    .await
                    .map_err(failed)?;
                let mut leases = rows
                    .into_iter()
                    .map(LeaseRow::read)
                    .collect::<StoreResult<Vec<_>>>()?;
                leases.sort_by(|one, other| one.name.cmp(&other.name));
                Ok(leases)
            }
        }
    };
}

leases!(SqliteUnit, lock: "");
leases!(PostgresUnit, lock: " FOR NO KEY UPDATE");
