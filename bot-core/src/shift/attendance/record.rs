//! Check-in, check-out, walk-ins and no-shows, on a roster.

use chrono::TimeDelta;

use super::{Attendance, hours};
use crate::clock::Instant;
use crate::ids::{PersonId, SeatId};
use crate::shift::{Holder, Roster, Seat, SeatStanding};

/// What a check-in came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckedIn {
    /// They are there now.
    Now,
    /// They were checked in already, and have not left.
    Already,
    /// They have no seat: nothing happened.
    NoSeat,
}

/// What a check-out came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckedOut {
    /// They have left now, after so long.
    Now(TimeDelta),
    /// They had left before.
    Already(TimeDelta),
    /// They were not checked in: nothing happened.
    NotHere,
}

/// What noting a no-show came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noted {
    /// It is noted now.
    Now,
    /// It was noted before.
    Already,
    /// They are checked in: nothing happened.
    Came,
    /// They have no seat: nothing happened.
    NoSeat,
}

impl Roster {
    /// Checks somebody in who has a seat. It lifts a no-show, and a check-out: whoever comes back was there all along.
    pub fn check_in(&mut self, holder: &Holder, by: Option<PersonId>, now: Instant) -> CheckedIn {
        let Some(seat) = self.own_seat(holder) else {
            return CheckedIn::NoSeat;
        };
        if seat.came() && seat.attendance.left_at.is_none() {
            return CheckedIn::Already;
        }
        if !seat.came() {
            seat.attendance.came_by = by;
        }
        seat.attendance.came_at.get_or_insert(now);
        seat.attendance.left_at = None;
        seat.attendance.no_show_at = None;
        seat.cover_since = None;
        CheckedIn::Now
    }

    /// Checks somebody in who has no seat, beyond the plan; whoever waits is off the list by that.
    pub fn walk_in(&mut self, holder: &Holder, id: SeatId, by: PersonId, now: Instant) {
        let waits = self.seat_of(holder).cloned();
        let (id, holder) = waits.map_or((id, holder.clone()), |seat| (seat.id, seat.holder));
        let turn = self.next_turn();
        self.put(Seat {
            standing: SeatStanding::In,
            turn,
            attendance: Attendance {
                came_at: Some(now),
                came_by: Some(by),
                walk_in: true,
                ..Attendance::default()
            },
            ..Seat::waiting(id, holder, None)
        });
    }

    /// Checks somebody out.
    pub fn check_out(&mut self, holder: &Holder, now: Instant) -> CheckedOut {
        let shift = self.shift.clone();
        let Some(seat) = self.own_seat(holder).filter(|seat| seat.came()) else {
            return CheckedOut::NotHere;
        };
        let had_left = seat.attendance.left_at.is_some();
        seat.attendance.left_at.get_or_insert(now);
        let length = hours::counted(&shift, &seat.attendance, now).unwrap_or_default();
        if had_left {
            CheckedOut::Already(length)
        } else {
            CheckedOut::Now(length)
        }
    }

    /// Notes that a member who had a seat did not come.
    pub fn note_no_show(&mut self, member: PersonId, now: Instant) -> Noted {
        match self.own_seat(&Holder::Member(member)) {
            None => Noted::NoSeat,
            Some(seat) if seat.came() => Noted::Came,
            Some(seat) if seat.attendance.no_show_at.is_some() => Noted::Already,
            Some(seat) => {
                seat.attendance.no_show_at = Some(now);
                Noted::Now
            }
        }
    }

    /// Everybody who has a seat, was not checked in, and of whom it was not noted that they did not come.
    pub fn awaited(&self) -> Vec<Holder> {
        let awaited = self
            .seated()
            .filter(|seat| !seat.came() && seat.attendance.no_show_at.is_none());
        awaited.map(|seat| seat.holder.clone()).collect()
    }

    /// Everybody who was checked in and has not left.
    pub fn present(&self) -> Vec<Holder> {
        let present = self
            .seated()
            .filter(|seat| seat.came() && seat.attendance.left_at.is_none());
        present.map(|seat| seat.holder.clone()).collect()
    }

    fn own_seat(&mut self, holder: &Holder) -> Option<&mut Seat> {
        self.seats
            .iter_mut()
            .find(|seat| seat.is_in() && seat.holder.is(holder))
    }
}
