//! The rows of shifts and seats, and what they are read into.

use std::collections::HashMap;

use muster_core::ids::{GroupId, PersonId, SeatId, SeriesId, ShiftId, TeamId};
use muster_core::shift::{Attendance, Cancelled, Holder, Needs, Report, Roster, Seat, SeriesDate, Shift};
use muster_core::store::StoreResult;
use muster_core::time::Moment;
use sqlx::FromRow;
use uuid::Uuid;

use crate::column::Origin;

#[derive(FromRow)]
pub(crate) struct ShiftRow {
    group_id: Uuid,
    id: Uuid,
    number: i64,
    title: String,
    zone: String,
    starts_at: i64,
    start_local: String,
    end_at: Option<i64>,
    end_local: Option<String>,
    place: Option<String>,
    team_id: Option<Uuid>,
    note: Option<String>,
    cutoff: Option<i64>,
    opens: Option<i64>,
    needs: String,
    cancelled_at: Option<i64>,
    cancel_reason: Option<String>,
    version: i64,
    turn: i64,
    whole_days: bool,
    series_id: Option<Uuid>,
    series_at: Option<i64>,
    series_local: Option<String>,
    series_own: Option<String>,
}

impl ShiftRow {
    pub(crate) fn read(self) -> StoreResult<Shift> {
        let origin = Origin::new("shifts", &self.id);
        let moment = |column, at: i64, local_column, local: &str| {
            Ok(Moment {
                at: origin.instant(column, at)?,
                local: origin.word(local_column, local)?,
                zone: origin.word("zone", &self.zone)?,
            })
        };
        let end = match (self.end_at, &self.end_local) {
            (Some(at), Some(local)) => Some(moment("end_at", at, "end_local", local)?),
            _ => None,
        };
        let series = match (self.series_id, self.series_at, &self.series_local, &self.series_own) {
            (Some(series), Some(at), Some(local), Some(own)) => Some(SeriesDate {
                series: SeriesId(series),
                at: origin.instant("series_at", at)?,
                local: origin.word("series_local", local)?,
                own: origin.json("series_own", own)?,
            }),
            (None, None, None, None) => None,
            _ => return Err(origin.corrupt("series_id")),
        };
        let cancelled_at = origin.instant_if_any("cancelled_at", self.cancelled_at)?;
        Ok(Shift {
            id: ShiftId(self.id),
            group: GroupId(self.group_id),
            number: origin.number("number", self.number)?,
            start: moment("starts_at", self.starts_at, "start_local", &self.start_local)?,
            end,
            team: self.team_id.map(TeamId),
            cutoff: origin.length_if_any("cutoff", self.cutoff)?,
            opens: origin.length_if_any("opens", self.opens)?,
            needs: Needs::parse(&self.needs).map_err(|_| origin.corrupt("needs"))?,
            whole_days: self.whole_days,
            series,
            version: origin.number("version", self.version)?,
            turn: origin.number("turn", self.turn)?,
            cancelled: cancelled_at.map(|at| Cancelled {
                at,
                reason: self.cancel_reason,
            }),
            title: self.title,
            place: self.place,
            note: self.note,
        })
    }
}

#[derive(FromRow)]
pub(super) struct SeatRow {
    shift_id: Uuid,
    id: Uuid,
    person_id: Option<Uuid>,
    guest: Option<String>,
    host_id: Option<Uuid>,
    role: Option<String>,
    standing: String,
    turn: i64,
    confirmed_at: Option<i64>,
    cover_since: Option<i64>,
    offered_at: Option<i64>,
    came_at: Option<i64>,
    came_by: Option<Uuid>,
    left_at: Option<i64>,
    no_show_at: Option<i64>,
    walk_in: bool,
    given_by: Option<Uuid>,
}

impl SeatRow {
    fn read(self) -> StoreResult<Seat> {
        let origin = Origin::new("shift_seats", &self.id);
        let holder = match (self.person_id, self.guest, self.host_id) {
            (Some(person), None, None) => Holder::Member(PersonId(person)),
            (None, Some(name), Some(host)) => Holder::Guest {
                name,
                host: PersonId(host),
            },
            _ => return Err(origin.corrupt("person_id")),
        };
        Ok(Seat {
            id: SeatId(self.id),
            holder,
            standing: origin.word("standing", &self.standing)?,
            turn: origin.number("turn", self.turn)?,
            confirmed_at: origin.instant_if_any("confirmed_at", self.confirmed_at)?,
            cover_since: origin.instant_if_any("cover_since", self.cover_since)?,
            offered_at: origin.instant_if_any("offered_at", self.offered_at)?,
            attendance: Attendance {
                came_at: origin.instant_if_any("came_at", self.came_at)?,
                came_by: self.came_by.map(PersonId),
                left_at: origin.instant_if_any("left_at", self.left_at)?,
                no_show_at: origin.instant_if_any("no_show_at", self.no_show_at)?,
                walk_in: self.walk_in,
            },
            given_by: self.given_by.map(PersonId),
            role: self.role,
        })
    }
}

#[derive(FromRow)]
pub(super) struct ReportRow {
    shift_id: Uuid,
    conversations: Option<i64>,
    doors: Option<i64>,
    note: Option<String>,
    reporter_id: Uuid,
    reported_at: i64,
}

impl ReportRow {
    pub(super) fn read(self) -> StoreResult<Report> {
        let origin = Origin::new("shift_reports", &self.shift_id);
        let count = |column, count: Option<i64>| count.map(|count| origin.number(column, count)).transpose();
        Ok(Report {
            conversations: count("conversations", self.conversations)?,
            doors: count("doors", self.doors)?,
            by: PersonId(self.reporter_id),
            at: origin.instant("reported_at", self.reported_at)?,
            note: self.note,
        })
    }
}

/// The shifts, in the order of their rows, each with its seats.
pub(super) fn rosters(shifts: Vec<ShiftRow>, seats: Vec<SeatRow>) -> StoreResult<Vec<Roster>> {
    let mut by_shift: HashMap<Uuid, Vec<Seat>> = HashMap::new();
    for row in seats {
        by_shift.entry(row.shift_id).or_default().push(row.read()?);
    }
    shifts
        .into_iter()
        .map(|row| {
            let seats = by_shift.remove(&row.id).unwrap_or_default();
            Ok(Roster::new(row.read()?, seats))
        })
        .collect()
}
