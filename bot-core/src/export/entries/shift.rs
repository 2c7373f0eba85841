//! A shift with everybody on it, and how it went.

use serde::Serialize;

use crate::clock::Instant;
use crate::export::names::Names;
use crate::shift::attendance::hours;
use crate::shift::{Holder, Report, Roster, Seat, Shift};
use crate::store::{StoreResult, UnitOfWork};
use crate::time::Moment;

/// A shift with everybody on it.
#[derive(Debug, Serialize)]
pub(in crate::export) struct ShiftEntry {
    reference: String,
    title: String,
    start: Moment,
    end: Option<Moment>,
    /// Whether it is whole days; the end is the midnight after the last.
    whole_days: bool,
    place: Option<String>,
    team: Option<String>,
    note: Option<String>,
    cutoff_seconds: Option<i64>,
    /// How long before the start sign-up opens.
    opens_seconds: Option<i64>,
    needs: String,
    cancelled_at: Option<Instant>,
    cancel_reason: Option<String>,
    people: Vec<SeatEntry>,
    /// How it went, where that was told.
    #[serde(skip_serializing_if = "Option::is_none")]
    went: Option<WentEntry>,
}

/// Somebody on a shift.
#[derive(Debug, Serialize)]
struct SeatEntry {
    /// None for a former member.
    name: Option<String>,
    guest_of: Option<String>,
    role: Option<String>,
    waits: bool,
    turn: u32,
    /// When they said that they will come.
    confirmed_at: Option<Instant>,
    /// Since when they look for somebody to take their place.
    #[serde(skip_serializing_if = "Option::is_none")]
    cover_since: Option<Instant>,
    /// When they were asked whether they still want the seat that is kept for them.
    #[serde(skip_serializing_if = "Option::is_none")]
    offered_at: Option<Instant>,
    /// Who claimed it for them, where they did not themselves.
    #[serde(skip_serializing_if = "Option::is_none")]
    given_by: Option<String>,
    /// Whether they came beyond the plan.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    walk_in: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    checked_in_at: Option<Instant>,
    #[serde(skip_serializing_if = "Option::is_none")]
    checked_out_at: Option<Instant>,
    /// How long that counts: to the end, where nobody checked them out.
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes: Option<i64>,
    /// When it was noted that they did not come.
    #[serde(skip_serializing_if = "Option::is_none")]
    noted_absent_at: Option<Instant>,
}

/// How a shift went.
#[derive(Debug, Serialize)]
struct WentEntry {
    conversations: Option<u32>,
    doors: Option<u32>,
    note: Option<String>,
    told_by: Option<String>,
    told_at: Instant,
}

impl ShiftEntry {
    pub(in crate::export) async fn new(
        unit: &mut dyn UnitOfWork,
        names: &mut Names,
        roster: Roster,
    ) -> StoreResult<Self> {
        let shift = roster.shift;
        let mut people = Vec::new();
        for seat in roster.seats {
            people.push(SeatEntry::new(unit, names, &shift, seat).await?);
        }
        let went = match unit.shift_report(shift.group, shift.id).await? {
            Some(report) => Some(WentEntry::new(unit, names, report).await?),
            None => None,
        };
        let (cancelled_at, cancel_reason) = shift
            .cancelled
            .map_or((None, None), |cancelled| (Some(cancelled.at), cancelled.reason));
        Ok(Self {
            reference: format!("S{}", shift.number),
            title: shift.title,
            start: shift.start,
            end: shift.end,
            whole_days: shift.whole_days,
            place: shift.place,
            team: names.team(shift.team),
            note: shift.note,
            cutoff_seconds: shift.cutoff.map(|cutoff| cutoff.num_seconds()),
            opens_seconds: shift.opens.map(|opens| opens.num_seconds()),
            needs: shift.needs.to_string(),
            cancelled_at,
            cancel_reason,
            people,
            went,
        })
    }
}

impl SeatEntry {
    async fn new(unit: &mut dyn UnitOfWork, names: &mut Names, shift: &Shift, seat: Seat) -> StoreResult<Self> {
        let waits = !seat.is_in();
        let minutes = hours::whole(shift, &seat.attendance).map(|length| length.num_minutes());
        let attendance = seat.attendance;
        let (name, guest_of) = match seat.holder {
            Holder::Member(person) => (names.person(unit, person).await?, None),
            Holder::Guest { name, host } => (Some(name), names.person(unit, host).await?),
        };
        Ok(Self {
            name,
            guest_of,
            role: seat.role,
            waits,
            turn: seat.turn,
            confirmed_at: seat.confirmed_at,
            cover_since: seat.cover_since,
            offered_at: seat.offered_at,
            given_by: names.person_if_any(unit, seat.given_by).await?,
            walk_in: attendance.walk_in,
            checked_in_at: attendance.came_at,
            checked_out_at: attendance.left_at,
            minutes,
            noted_absent_at: attendance.no_show_at,
        })
    }
}

impl WentEntry {
    async fn new(unit: &mut dyn UnitOfWork, names: &mut Names, report: Report) -> StoreResult<Self> {
        Ok(Self {
            conversations: report.conversations,
            doors: report.doors,
            note: report.note,
            told_by: names.person(unit, report.by).await?,
            told_at: report.at,
        })
    }
}
