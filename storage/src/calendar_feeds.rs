//! The addresses of people's calendars, and what stands in them.

use async_trait::async_trait;
use muster_core::clock::Instant;
use muster_core::ids::{GroupId, PersonId};
use muster_core::shift::{SeatStanding, Shift};
use muster_core::store::{CalendarFeeds, StoreResult};
use sqlx::{FromRow, query, query_as, query_scalar};
use uuid::Uuid;

use crate::column::{Origin, micros};
use crate::failure::{expect_one, failed};
use crate::postgres::PostgresUnit;
use crate::shifts::rows::ShiftRow;
use crate::sqlite::SqliteUnit;

/// A shift, and the standing of whose calendar it is in.
#[derive(FromRow)]
struct OwnRow {
    #[sqlx(flatten)]
    shift: ShiftRow,
    standing: String,
}

impl OwnRow {
    fn read(self) -> StoreResult<(Shift, SeatStanding)> {
        let shift = self.shift.read()?;
        let standing = Origin::new("shift_seats", &shift.id.0).word("standing", &self.standing)?;
        Ok((shift, standing))
    }
}

macro_rules! calendar_feeds {
    ($unit:ty) => {
        #[async_trait]
        impl CalendarFeeds for $unit {
            async fn calendar_at(&mut self, hash: &[u8; 32]) -> StoreResult<Option<PersonId>> {
                let person: Option<Uuid> = query_scalar("SELECT person_id FROM calendar_feeds WHERE hash = $1")
                    .bind(hash.as_slice())
                    .fetch_optional(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(person.map(PersonId))
            }

            async fn calendar_addresses_of(&mut self, person: PersonId) -> StoreResult<Vec<Instant>> {
                let made: Vec<i64> =
                    query_scalar("SELECT made_at FROM calendar_feeds WHERE person_id = $1 ORDER BY made_at")
                        .bind(person.0)
                        .fetch_all(self.connection())
                        .await
                        .map_err(failed)?;
                let origin = Origin::new("calendar_feeds", &person.0);
                made.into_iter().map(|at| origin.instant("made_at", at)).collect()
            }

            async fn add_calendar_address(
                &mut self,
                person: PersonId,
                hash: &[u8; 32],
                made_at: Instant,
            ) -> StoreResult<()> {
                let done = query("INSERT INTO calendar_feeds (hash, person_id, made_at) VALUES ($1, $2, $3)")
                    .bind(hash.as_slice())
                    .bind(person.0)
                    .bind(micros(made_at))
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                expect_one(done.rows_affected(), "calendar_feeds")
            }

            async fn end_calendar_addresses(&mut self, person: PersonId) -> StoreResult<u64> {
                let done = query("DELETE FROM calendar_feeds WHERE person_id = $1")
                    .bind(person.0)
                    .execute(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(done.rows_affected())
            }

            async fn calendar_of(
                &mut self,
                group: GroupId,
                person: PersonId,
                from: Instant,
            ) -> StoreResult<Vec<(Shift, SeatStanding)>> {
                // From the member's seats, which are few: the join is CROSS so that SQLite keeps its order.
                let rows: Vec<OwnRow> = query_as(
                    "SELECT shifts.*, own.standing FROM shift_seats AS own CROSS JOIN shifts
                     WHERE own.group_id = $1 AND own.person_id = $2
                         AND shifts.group_id = own.group_id AND shifts.id = own.shift_id AND over_at > $3
                     ORDER BY starts_at, number",
                )
                .bind(group.0)
                .bind(person.0)
                .bind(micros(from))
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                rows.into_iter().map(OwnRow::read).collect()
            }
        }
    };
}

calendar_feeds!(SqliteUnit);
calendar_feeds!(PostgresUnit);
