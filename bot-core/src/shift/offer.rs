//! Offers: near the start nobody is put in who may have made other plans. A seat is kept for whoever is first on the waiting
//! list while they are asked, for a quarter of the time that is left; then the next is asked.

use chrono::{SubsecRound as _, TimeDelta};

use super::roster::Roster;
use super::{Attendance, Holder, Seat, SeatStanding, Shift};
use crate::clock::Instant;
use crate::error::Fault;
use crate::ids::{PersonId, SeatId};
use crate::people::{Group, Person};
use crate::store::Due;
use crate::work::Work;

/// How long before the start whoever waits is asked before they are put in.
pub const ASKED_WITHIN: TimeDelta = TimeDelta::hours(24);
/// The least time to answer in.
pub const LEAST_TIME: TimeDelta = TimeDelta::minutes(5);

impl Seat {
    /// A place on the waiting list that has no turn yet.
    pub(super) fn waiting(id: SeatId, holder: Holder, role: Option<String>) -> Self {
        Self {
            id,
            holder,
            role,
            standing: SeatStanding::Waiting,
            turn: 0,
            confirmed_at: None,
            cover_since: None,
            offered_at: None,
            attendance: Attendance::default(),
            given_by: None,
        }
    }
}

impl Shift {
    /// Until when whoever hears of an offer at that instant can take it.
    pub fn offer_ends(&self, heard_at: Instant) -> Instant {
        let start = self.counted_from().at;
        let ends = heard_at + ((start - heard_at) / 4).max(LEAST_TIME);
        ends.trunc_subsecs(0).min(start)
    }
}

impl Roster {
    /// Whether somebody who waits is asked before they are put in. A guest is not: their host decides.
    pub(super) fn must_ask(&self, waiting: &Seat, now: Instant) -> bool {
        waiting.holder.member().is_some() && self.shift.counted_from().at - now <= ASKED_WITHIN
    }

    /// Keeps a seat of that role for somebody who waits.
    pub(super) fn offer(&mut self, waiting: Seat, role: Option<String>, now: Instant) -> Seat {
        let seat = Seat {
            role,
            offered_at: Some(now),
            ..waiting
        };
        self.put(seat.clone());
        seat
    }

    /// The seats that are kept for somebody who is asked.
    pub fn offers(&self) -> impl Iterator<Item = &Seat> {
        self.waiting().filter(|seat| seat.offered_at.is_some())
    }

    /// Whether a seat that is offered to somebody is the one of a member who looks for cover.
    pub(super) fn is_promised(&self, member: PersonId) -> bool {
        let mut staying = self.clone();
        let own = staying.seats.iter_mut();
        let looks = own
            .into_iter()
            .find(|seat| seat.holder.member() == Some(member) && seat.cover_since.is_some());
        let Some(seat) = looks else { return false };
        seat.cover_since = None;
        staying.offer_without_seat().is_some()
    }

    /// Ends the offers that there are no seats for any more, latest first: they wait on.
    pub(super) fn withdraw_offers(&mut self) {
        while let Some(id) = self.offer_without_seat() {
            let seats = self.seats.iter_mut().filter(|seat| seat.id == id);
            seats.for_each(|seat| seat.offered_at = None);
        }
    }

    fn offer_without_seat(&self) -> Option<SeatId> {
        let needs = &self.shift.needs;
        let beyond = |seat: &&Seat| {
            let role = seat.role.as_deref().filter(|_| !needs.roles().is_empty());
            let seats = match role {
                Some(role) => needs.role(role).map_or(0, |need| need.seats),
                None => needs.total().unwrap_or(u32::MAX),
            };
            self.taken(role) > seats.saturating_add(self.count_covers(role))
        };
        let latest = self
            .offers()
            .filter(beyond)
            .max_by_key(|seat| (seat.offered_at, seat.turn));
        latest.map(|seat| seat.id)
    }
}

/// Until when somebody to whom a seat is offered now can take it: from when they may be written to.
pub(super) fn ends_at(work: &Work<'_>, group: &Group, person: &Person, shift: &Shift) -> Instant {
    let free = work.may_be_written_to(person, group);
    let heard_at = if free + LEAST_TIME < shift.counted_from().at {
        free
    } else {
        work.now // it cannot wait
    };
    shift.offer_ends(heard_at)
}

/// Nobody answered in time: whoever was asked leaves the list, and the next is asked.
pub(super) async fn lapse(work: &mut Work<'_>, due: &Due, number: u32, person: PersonId) -> Result<(), Fault> {
    let Some(before) = work.unit.shift_for_update(due.group, number).await? else {
        return Ok(());
    };
    let offered = before
        .offers()
        .find(|seat| seat.holder.member() == Some(person))
        .cloned();
    let Some(seat) = offered.filter(|_| before.shift.cancelled.is_none()) else {
        return Ok(());
    };
    let mut after = before.clone();
    let moves = after.free(&seat, work.now).moves;
    super::plan::save(work, Some(&before), &after).await?;
    super::notice::moves(work, &after, &moves, None).await?;
    super::short::tell(work, &after, None).await
}
