//! Places that go by another id.

use async_trait::async_trait;
use muster_core::clock::Instant;
use muster_core::store::{Ended, Inbox, LiveCards, Moving, People, StoreResult};
use muster_core::surface::{Inbound, Platform};
use sqlx::{FromRow, query, query_as};

use crate::column::{Origin, json};
use crate::failure::failed;
use crate::postgres::PostgresUnit;
use crate::sqlite::SqliteUnit;

/// An event that waits in the place.
#[derive(FromRow)]
struct WaitingRow {
    came: i64,
    event: String,
    payload: Option<String>,
}

impl WaitingRow {
    fn read(&self) -> StoreResult<Inbound> {
        let origin = Origin::new("inbox", &self.event);
        origin.json("payload", &origin.present("payload", self.payload.clone())?)
    }
}

/// A room of place `$2` after the place goes by `$1`.
macro_rules! room {
    () => {
        "CASE WHEN room = $2 THEN $1
             WHEN substr(room, 1, length($2) + 1) = $2 || '/' THEN $1 || substr(room, length($2) + 1)
             ELSE room END"
    };
}

/// The rooms of group `$4` in place `$2` of platform `$3`, which goes by `$1`.
macro_rules! of_group {
    ($table:literal) => {
        concat!(
            "UPDATE ",
            $table,
            " SET place = $1, room = ",
            room!(),
            " WHERE group_id = $4 AND platform = $3 AND place = $2"
        )
    };
}

const OF_GROUP: [&str; 4] = [
    of_group!("memberships"),
    of_group!("reminders"),
    of_group!("polls"),
    of_group!("broadcasts"),
];

/// What the roles of place `$2` of platform `$3` give in group `$4`, which wins over what those of `$1` gave there.
const ROLES: [&str; 2] = [
    "DELETE FROM role_mappings WHERE group_id = $4 AND platform = $3 AND place = $1
         AND EXISTS (SELECT 1 FROM role_mappings AS earlier
                     WHERE earlier.group_id = $4 AND earlier.platform = $3 AND earlier.place = $2)",
    "UPDATE role_mappings SET place = $1 WHERE group_id = $4 AND platform = $3 AND place = $2",
];

macro_rules! moving {
    ($unit:ty, lock: $lock:literal) => {
        #[async_trait]
        impl Moving for $unit {
            async fn move_place(&mut self, platform: Platform, from: &str, to: &str, now: Instant) -> StoreResult<()> {
                if from == to {
                    return Ok(());
                }
                let (old, new) = (self.place(platform, from).await?, self.place(platform, to).await?);
                if old.is_some() {
                    query("DELETE FROM places WHERE platform = $1 AND place = $2")
                        .bind(platform.code())
                        .bind(to)
                        .execute(self.connection())
                        .await
                        .map_err(failed)?;
                    query("UPDATE places SET place = $1 WHERE platform = $2 AND place = $3")
                        .bind(to)
                        .bind(platform.code())
                        .bind(from)
                        .execute(self.connection())
                        .await
                        .map_err(failed)?;
                }
                if let Some(place) = old.or(new) {
                    for statement in ROLES {
                        query(statement)
                            .bind(to)
                            .bind(from)
                            .bind(platform.code())
                            .bind(place.group.0)
                            .execute(self.connection())
                            .await
                            .map_err(failed)?;
                    }
                    for statement in OF_GROUP {
                        query(statement)
                            .bind(to)
                            .bind(from)
                            .bind(platform.code())
                            .bind(place.group.0)
                            .execute(self.connection())
                            .await
                            .map_err(failed)?;
                    }
                    self.forget_cards_in(place.group, platform, from).await?;
                }
                query(concat!(
                    "UPDATE outbox SET place = $1, answers = NULL, room = ",
                    room!(),
                    " WHERE platform = $3 AND place = $2 AND free_at IS NOT NULL"
                ))
                .bind(to)
                .bind(from)
                .bind(platform.code())
                .execute(self.connection())
                .await
                .map_err(failed)?;
                let waiting: Vec<WaitingRow> = query_as(concat!(
                    "SELECT came, event, payload FROM inbox
                     WHERE platform = $1 AND place = $2 AND done_at IS NULL ORDER BY came",
                    $lock
                ))
                .bind(platform.code())
                .bind(from)
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                for row in waiting {
                    let before = row.read()?;
                    let after = before.moved(from, to);
                    // Else it came, followed and was forgotten here before it came again.
                    if self.inbox_state_for_update(&after).await?.is_none() {
                        query("UPDATE inbox SET place = $1, room = $2, event = $3, payload = $4 WHERE came = $5")
                            .bind(to)
                            .bind(&after.room.room)
                            .bind(&after.event)
                            .bind(json(&after)?)
                            .bind(row.came)
                            .execute(self.connection())
                            .await
                            .map_err(failed)?;
                        self.receive(&before).await?;
                    }
                    self.finish(&before, Ended::TookEffect, now).await?;
                }
                Ok(())
            }
        }
    };
}

moving!(SqliteUnit, lock: "");
moving!(PostgresUnit, lock: " FOR NO KEY UPDATE");
