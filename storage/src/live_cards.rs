//! Cards that were posted and are kept up to date.

use async_trait::async_trait;
use muster_core::clock::Instant;
use muster_core::ids::{CopyId, GroupId, Reference};
use muster_core::store::{CardCopy, Kept, LiveCards, StoreResult};
use muster_core::surface::{Platform, RoomAddress};
use sqlx::{FromRow, query, query_as, query_scalar};
use uuid::Uuid;

use crate::column::{Origin, micros};
use crate::failure::failed;
use crate::postgres::PostgresUnit;
use crate::sqlite::SqliteUnit;

#[derive(FromRow)]
struct CopyRow {
    id: Uuid,
    group_id: Uuid,
    about: String,
    platform: String,
    place: String,
    room: String,
    private: bool,
    message: String,
    changes: i64,
    shown: i64,
    not_before: i64,
}

impl CopyRow {
    fn read(self) -> StoreResult<CardCopy> {
        let origin = Origin::new("live_cards", &self.id);
        Ok(CardCopy {
            id: CopyId(self.id),
            group: GroupId(self.group_id),
            reference: self.about.parse().map_err(|_| origin.corrupt("about"))?,
            room: RoomAddress {
                platform: origin.word("platform", &self.platform)?,
                place: self.place,
                room: self.room,
                private: self.private,
            },
            message: self.message,
            changes: origin.number("changes", self.changes)?,
            shown: origin.number("shown", self.shown)?,
            not_before: origin.instant("not_before", self.not_before)?,
        })
    }
}

macro_rules! live_cards {
    ($unit:ty) => {
        #[async_trait]
        impl LiveCards for $unit {
            async fn remember_card(&mut self, copy: &CardCopy, kept: Kept) -> StoreResult<()> {
                let CardCopy { group, room, .. } = copy;
                let about = copy.reference.to_string();
                query(
                    "INSERT INTO live_cards (id, group_id, about, platform, place, room, private, message, changes, shown,
                         not_before, stale) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                )
                .bind(copy.id.0)
                .bind(group.0)
                .bind(&about)
                .bind(room.platform.code())
                .bind(&room.place)
                .bind(&room.room)
                .bind(room.private)
                .bind(&copy.message)
                .bind(i64::from(copy.changes))
                .bind(i64::from(copy.shown))
                .bind(micros(copy.not_before))
                .bind(copy.shown < copy.changes)
                .execute(self.connection())
                .await
                .map_err(failed)?;
                let beyond = [
                    (
                        "UPDATE live_cards SET resting = TRUE, stale = FALSE WHERE id IN (
                             SELECT id FROM live_cards
                             WHERE group_id = $1 AND about = $2 AND platform = $3 AND place = $4 AND room = $5
                                 AND private = $6 AND NOT resting
                             ORDER BY id DESC LIMIT 1000 OFFSET $7)",
                        kept.followed,
                    ),
                    (
                        "DELETE FROM live_cards WHERE id IN (
                             SELECT id FROM live_cards
                             WHERE group_id = $1 AND about = $2 AND platform = $3 AND place = $4 AND room = $5
                                 AND private = $6
                             ORDER BY resting, id DESC LIMIT 1000 OFFSET $7)",
                        kept.known,
                    ),
                ];
                for (statement, most) in beyond {
                    query(statement)
                        .bind(group.0)
                        .bind(&about)
                        .bind(room.platform.code())
                        .bind(&room.place)
                        .bind(&room.room)
                        .bind(room.private)
                        .bind(i64::from(most))
                        .execute(self.connection())
                        .await
                        .map_err(failed)?;
                }
                Ok(())
            }

            async fn resting_card(&mut self, room: &RoomAddress, message: &str) -> StoreResult<Option<CardCopy>> {
                let row: Option<CopyRow> = query_as(
                    "SELECT id, group_id, about, platform, place, room, private, message, changes, shown, not_before
                     FROM live_cards WHERE resting AND platform = $1 AND place = $2 AND room = $3 AND private = $4
                         AND message = $5
                     ORDER BY id LIMIT 1",
                )
                .bind(room.platform.code())
                .bind(&room.place)
                .bind(&room.room)
                .bind(room.private)
                .bind(message)
                .fetch_optional(self.connection())
                .await
                .map_err(failed)?;
                row.map(CopyRow::read).transpose()
            }

            async fn card_changed(&mut self, group: GroupId, reference: Reference) -> StoreResult<()> {
                query(
                    "UPDATE live_cards SET changes = changes + 1, stale = TRUE
                     WHERE group_id = $1 AND about = $2 AND NOT resting",
                )
                .bind(group.0)
                .bind(reference.to_string())
                .execute(self.connection())
                .await
                .map_err(failed)?;
                Ok(())
            }

            async fn stale_cards(
                &mut self,
                platform: Platform,
                now: Instant,
                limit: u32,
            ) -> StoreResult<Vec<CardCopy>> {
                let rows: Vec<CopyRow> = query_as(
                    "SELECT id, group_id, about, platform, place, room, private, message, changes, shown, not_before
                     FROM live_cards WHERE stale AND platform = $1 AND not_before <= $2
                     ORDER BY not_before, id LIMIT $3",
                )
                .bind(platform.code())
                .bind(micros(now))
                .bind(i64::from(limit))
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                rows.into_iter().map(CopyRow::read).collect()
            }

            async fn card_shown(&mut self, id: CopyId, shown: u32, not_before: Instant) -> StoreResult<()> {
                query(
                    "UPDATE live_cards SET shown = CASE WHEN shown < $1 THEN $1 ELSE shown END,
                         stale = changes > CASE WHEN shown < $1 THEN $1 ELSE shown END, not_before = $2
                     WHERE id = $3 AND NOT resting",
                )
                .bind(i64::from(shown))
                .bind(micros(not_before))
                .bind(id.0)
                .execute(self.connection())
                .await
                .map_err(failed)?;
                Ok(())
            }

            async fn forget_card(&mut self, id: CopyId) -> StoreResult<()> {
                query("DELETE FROM live_cards WHERE id = $1")
                    .bind(id.0)
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(())
            }

            async fn forget_cards_in(&mut self, group: GroupId, platform: Platform, place: &str) -> StoreResult<()> {
                query("DELETE FROM live_cards WHERE group_id = $1 AND platform = $2 AND place = $3")
                    .bind(group.0)
                    .bind(platform.code())
                    .bind(place)
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(())
            }

            async fn next_stale(&mut self, platform: Platform) -> StoreResult<Option<Instant>> {
                let at: Option<i64> = query_scalar(
                    "SELECT not_before FROM live_cards WHERE stale AND platform = $1 ORDER BY not_before LIMIT 1",
                )
                .bind(platform.code())
                .fetch_optional(self.connection())
                .await
                .map_err(failed)?;
                Origin::new("live_cards", &"earliest").instant_if_any("not_before", at)
            }
        }
    };
}

live_cards!(SqliteUnit);
live_cards!(PostgresUnit);
