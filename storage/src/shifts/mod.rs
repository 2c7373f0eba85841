//! The shifts of every group, and who is on them.

pub(crate) mod rows;
pub(crate) mod template;

use async_trait::async_trait;
use muster_core::clock::Instant;
use muster_core::ids::{GroupId, PersonId, ShiftId};
use muster_core::shift::roster::SeatChanges;
use muster_core::shift::{Holder, Report, Roster, Seat, Shift};
use muster_core::store::{Shifts, StoreResult};
use sqlx::{query, query_as, query_scalar};
use uuid::Uuid;

use crate::column::{Origin, json, micros, word};
use crate::failure::{expect_one, failed};
use crate::postgres::PostgresUnit;
use crate::sqlite::SqliteUnit;
use rows::{ReportRow, SeatRow, ShiftRow, rosters};

/// What is not cancelled, ends after `$2` and begins before `$3`.
macro_rules! coming {
    () => {
        "cancelled_at IS NULL AND over_at > $2 AND starts_at < $3"
    };
}

/// The shifts and the seats by which those of a member are found. Joins are CROSS here, so that SQLite keeps their
/// order: from the member's seats, which are few, and not from every shift of the group that is coming.
macro_rules! own_shifts {
    () => {
        "shift_seats AS own CROSS JOIN shifts"
    };
}

/// The same, of group `$1`, that the member `$4` is in or waits for.
macro_rules! theirs {
    () => {
        concat!(
            "own.person_id = $4 AND own.group_id = $1 AND shifts.group_id = own.group_id AND shifts.id = own.shift_id AND ",
            coming!()
        )
    };
}

/// The seats of the shifts of group `$1` among those, with that condition.
macro_rules! seats_of {
    ($shifts:expr, $condition:expr) => {
        concat!(
            "SELECT shift_seats.* FROM ",
            $shifts,
            " CROSS JOIN shift_seats
             WHERE shift_seats.group_id = shifts.group_id AND shift_seats.shift_id = shifts.id
                 AND shifts.group_id = $1 AND ",
            $condition
        )
    };
}

/// The end of a query's time; microseconds after every instant there is.
fn micros_or_never(until: Option<Instant>) -> i64 {
    until.map_or(i64::MAX, micros)
}

/// A seat's holder, as member or as guest, key of the name and host.
fn holder(seat: &Seat) -> (Option<Uuid>, Option<(&str, String, Uuid)>) {
    match &seat.holder {
        Holder::Member(person) => (Some(person.0), None),
        Holder::Guest { name, host } => (None, Some((name, name.to_lowercase(), host.0))),
    }
}

macro_rules! shifts {
    ($unit:ty, lock: $lock:literal) => {
        impl $unit {
            /// The shift that the statement selects, then its seats: where it locks the shift, nobody changes them any more.
            async fn roster(
                &mut self,
                statement: &'static str,
                group: GroupId,
                number: u32,
            ) -> StoreResult<Option<Roster>> {
                let shift: Option<ShiftRow> = query_as(statement)
                    .bind(group.0)
                    .bind(i64::from(number))
                    .fetch_optional(self.connection())
                    .await
                    .map_err(failed)?;
                let seats: Vec<SeatRow> = query_as(seats_of!("shifts", "shifts.number = $2"))
                    .bind(group.0)
                    .bind(i64::from(number))
                    .fetch_all(self.connection())
                    .await
                    .map_err(failed)?;
                Ok(rosters(shift.into_iter().collect(), seats)?.pop())
            }

            async fn save_seat(&mut self, shift: &Shift, seat: &Seat) -> StoreResult<()> {
                let (person, guest) = holder(seat);
                let (name, key, host) = match guest {
                    Some((name, key, host)) => (Some(name), Some(key), Some(host)),
                    None => (None, None, None),
                };
                let done = query(
                    "INSERT INTO shift_seats (group_id, shift_id, id, person_id, guest, guest_key, host_id, role,
                         standing, turn, confirmed_at, cover_since, offered_at, came_at, came_by, left_at, no_show_at, walk_in,
                         given_by)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
                     ON CONFLICT (group_id, shift_id, id) DO UPDATE SET role = excluded.role,
                         standing = excluded.standing, turn = excluded.turn, confirmed_at = excluded.confirmed_at,
                         cover_since = excluded.cover_since, offered_at = excluded.offered_at,
                         came_at = excluded.came_at, came_by = excluded.came_by, left_at = excluded.left_at,
                         no_show_at = excluded.no_show_at, walk_in = excluded.walk_in, given_by = excluded.given_by",
                )
                .bind(shift.group.0)
                .bind(shift.id.0)
                .bind(seat.id.0)
                .bind(person)
                .bind(name)
                .bind(key)
                .bind(host)
                .bind(&seat.role)
                .bind(word(&seat.standing)?)
                .bind(i64::from(seat.turn))
                .bind(seat.confirmed_at.map(micros))
                .bind(seat.cover_since.map(micros))
                .bind(seat.offered_at.map(micros))
                .bind(seat.attendance.came_at.map(micros))
                .bind(seat.attendance.came_by.map(|person| person.0))
                .bind(seat.attendance.left_at.map(micros))
                .bind(seat.attendance.no_show_at.map(micros))
                .bind(seat.attendance.walk_in)
                .bind(seat.given_by.map(|giver| giver.0))
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "shift_seats")
            }
        }

        #[async_trait]
        impl Shifts for $unit {
            async fn shift(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Roster>> {
                let statement = "SELECT * FROM shifts WHERE group_id = $1 AND number = $2";
                self.roster(statement, group, number).await
            }

            async fn shift_for_update(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Roster>> {
                let statement = concat!("SELECT * FROM shifts WHERE group_id = $1 AND number = $2", $lock);
                self.roster(statement, group, number).await
            }

            async fn shift_number(&mut self, group: GroupId, id: ShiftId) -> StoreResult<Option<u32>> {
                let number: Option<i64> = query_scalar("SELECT number FROM shifts WHERE group_id = $1 AND id = $2")
                    .bind(group.0)
                    .bind(id.0)
                    .fetch_optional(self.connection())
                    .await
                    .map_err(failed)?;
                let origin = Origin::new("shifts", &id.0);
                number.map(|number| origin.number("number", number)).transpose()
            }

            async fn shifts_between(
                &mut self,
                group: GroupId,
                from: Instant,
                until: Option<Instant>,
            ) -> StoreResult<Vec<Roster>> {
                let shifts: Vec<ShiftRow> = query_as(concat!(
                    "SELECT * FROM shifts WHERE group_id = $1 AND ",
                    coming!(),
                    " ORDER BY starts_at, number"
                ))
                .bind(group.0)
                .bind(micros(from))
                .bind(micros_or_never(until))
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                let seats: Vec<SeatRow> = query_as(seats_of!("shifts", coming!()))
                    .bind(group.0)
                    .bind(micros(from))
                    .bind(micros_or_never(until))
                    .fetch_all(self.connection())
                    .await
                    .map_err(failed)?;
                rosters(shifts, seats)
            }

            async fn shifts_of(
                &mut self,
                group: GroupId,
                person: PersonId,
                from: Instant,
                until: Option<Instant>,
            ) -> StoreResult<Vec<Roster>> {
                let shifts: Vec<ShiftRow> = query_as(concat!(
                    "SELECT shifts.* FROM ",
                    own_shifts!(),
                    " WHERE ",
                    theirs!(),
                    " ORDER BY starts_at, number"
                ))
                .bind(group.0)
                .bind(micros(from))
                .bind(micros_or_never(until))
                .bind(person.0)
                .fetch_all(self.connection())
                .await
                .map_err(failed)?;
                let seats: Vec<SeatRow> = query_as(seats_of!(own_shifts!(), theirs!()))
                    .bind(group.0)
                    .bind(micros(from))
                    .bind(micros_or_never(until))
                    .bind(person.0)
                    .fetch_all(self.connection())
                    .await
                    .map_err(failed)?;
                rosters(shifts, seats)
            }

            async fn save_shift(&mut self, shift: &Shift) -> StoreResult<()> {
                let end = shift.end.as_ref();
                let cancelled = shift.cancelled.as_ref();
                let series = shift.series.as_ref();
                let done = query(
                    "INSERT INTO shifts (group_id, id, number, title, zone, starts_at, start_local, end_at, end_local,
                         over_at, place, team_id, note, cutoff, needs, cancelled_at, cancel_reason, version, turn,
                         whole_days, series_id, series_at, series_local, series_own, opens)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
                         $20, $21, $22, $23, $24, $25)
                     ON CONFLICT (group_id, id) DO UPDATE SET title = excluded.title, zone = excluded.zone,
                         starts_at = excluded.starts_at, start_local = excluded.start_local,
                         end_at = excluded.end_at, end_local = excluded.end_local, over_at = excluded.over_at,
                         place = excluded.place, team_id = excluded.team_id, note = excluded.note,
                         cutoff = excluded.cutoff, needs = excluded.needs, cancelled_at = excluded.cancelled_at,
                         cancel_reason = excluded.cancel_reason, version = excluded.version, turn = excluded.turn,
                         whole_days = excluded.whole_days, series_id = excluded.series_id, series_at = excluded.series_at,
                         series_local = excluded.series_local, series_own = excluded.series_own,
                         opens = excluded.opens",
                )
                .bind(shift.group.0)
                .bind(shift.id.0)
                .bind(i64::from(shift.number))
                .bind(&shift.title)
                .bind(shift.start.zone.name())
                .bind(micros(shift.start.at))
                .bind(word(&shift.start.local)?)
                .bind(end.map(|end| micros(end.at)))
                .bind(end.map(|end| word(&end.local)).transpose()?)
                .bind(micros(shift.ends_at()))
                .bind(&shift.place)
                .bind(shift.team.map(|team| team.0))
                .bind(&shift.note)
                .bind(shift.cutoff.map(|cutoff| cutoff.num_seconds()))
                .bind(shift.needs.to_string())
                .bind(cancelled.map(|cancelled| micros(cancelled.at)))
                .bind(cancelled.and_then(|cancelled| cancelled.reason.as_ref()))
                .bind(i64::from(shift.version))
                .bind(i64::from(shift.turn))
                .bind(shift.whole_days)
                .bind(series.map(|of| of.series.0))
                .bind(series.map(|of| micros(of.at)))
                .bind(series.map(|of| word(&of.local)).transpose()?)
                .bind(series.map(|of| json(&of.own)).transpose()?)
                .bind(shift.opens.map(|opens| opens.num_seconds()))
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "shifts")
            }

            async fn save_seats(&mut self, shift: &Shift, changes: &SeatChanges) -> StoreResult<()> {
                for id in &changes.removed {
                    let done = query("DELETE FROM shift_seats WHERE group_id = $1 AND shift_id = $2 AND id = $3")
                        .bind(shift.group.0)
                        .bind(shift.id.0)
                        .bind(id.0)
                        .execute(self.connection())
                        .await
                        .map_err(failed)?;
                    expect_one(done.rows_affected(), "shift_seats")?;
                }
                for seat in &changes.saved {
                    self.save_seat(shift, seat).await?;
                }
                Ok(())
            }

            async fn shift_report(&mut self, group: GroupId, shift: ShiftId) -> StoreResult<Option<Report>> {
                let row: Option<ReportRow> =
                    query_as("SELECT * FROM shift_reports WHERE group_id = $1 AND shift_id = $2")
                        .bind(group.0)
                        .bind(shift.0)
                        .fetch_optional(self.connection())
                        .await
                        .map_err(failed)?;
                row.map(ReportRow::read).transpose()
            }

            async fn save_shift_report(&mut self, shift: &Shift, report: Option<&Report>) -> StoreResult<()> {
                let Some(report) = report else {
                    query("DELETE FROM shift_reports WHERE group_id = $1 AND shift_id = $2")
                        .bind(shift.group.0)
                        .bind(shift.id.0)
                        .execute(self.connection())
                        .await
                        .map_err(failed)?;
                    return Ok(());
                };
                let done = query(
                    "INSERT INTO shift_reports (group_id, shift_id, conversations, doors, note, reporter_id, reported_at)
                     VALUES ($1, $2, $3, $4, $5, $6, $7)
                     ON CONFLICT (group_id, shift_id) DO UPDATE SET conversations = excluded.conversations,
                         doors = excluded.doors, note = excluded.note, reporter_id = excluded.reporter_id,
                         reported_at = excluded.reported_at",
                )
                .bind(shift.group.0)
                .bind(shift.id.0)
                .bind(report.conversations.map(i64::from))
                .bind(report.doors.map(i64::from))
                .bind(&report.note)
                .bind(report.by.0)
                .bind(micros(report.at))
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "shift_reports")
            }

            async fn reassign_shifts(&mut self, from: PersonId, into: PersonId) -> StoreResult<()> {
                // Where both are on a shift the first statement keeps what `into` has, unless only `from` came or is in;
                // the second what `from` has.
                let statements = [
                    "DELETE FROM shift_seats WHERE person_id = $1 AND EXISTS (
                         SELECT 1 FROM shift_seats AS other WHERE other.group_id = shift_seats.group_id
                             AND other.shift_id = shift_seats.shift_id AND other.person_id = $2
                             AND (other.came_at IS NOT NULL OR shift_seats.came_at IS NULL
                                 AND (other.standing = 'in' OR shift_seats.standing <> 'in')))",
                    "DELETE FROM shift_seats WHERE person_id = $2 AND EXISTS (
                         SELECT 1 FROM shift_seats AS other WHERE other.group_id = shift_seats.group_id
                             AND other.shift_id = shift_seats.shift_id AND other.person_id = $1)",
                    "UPDATE shift_seats SET person_id = $2 WHERE person_id = $1",
                    "UPDATE shift_seats SET host_id = $2 WHERE host_id = $1",
                    "UPDATE shift_seats SET came_by = $2 WHERE came_by = $1",
                    "UPDATE shift_reports SET reporter_id = $2 WHERE reporter_id = $1",
                    "UPDATE shift_seats SET given_by = $2 WHERE given_by = $1",
                ];
                self.reassign(from, into, &statements).await
            }
        }
    };
}

shifts!(SqliteUnit, lock: "");
shifts!(PostgresUnit, lock: " FOR NO KEY UPDATE");
