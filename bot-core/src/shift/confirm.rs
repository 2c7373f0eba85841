//! Who said that they will come, and who has not said so yet.
//!
//! A member who is in confirms for themselves, or a captain does for them. A guest is confirmed with their host; a guest
//! whose host is not in is asked by nobody and counted nowhere.

use super::{Holder, Roster, Seat, Shift};
use crate::clock::Instant;
use crate::error::UserError;
use crate::ids::PersonId;

/// What a confirmation came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirmed {
    /// They have confirmed now.
    Now,
    /// They had confirmed before.
    Already,
    /// They looked for cover, and their place is offered to somebody who waits.
    Promised,
    /// They are on the waiting list: there is nothing to confirm yet.
    Waits,
    /// They are not on the shift at all.
    NotOnIt,
}

impl Roster {
    /// Confirms that a member will come.
    pub fn confirm(&mut self, member: PersonId, now: Instant) -> Result<Confirmed, UserError> {
        self.shift.must_be_live(now)?;
        if self.is_promised(member) {
            return Ok(Confirmed::Promised);
        }
        let own = self.seats.iter_mut();
        let Some(seat) = own.into_iter().find(|seat| seat.holder.member() == Some(member)) else {
            return Ok(Confirmed::NotOnIt);
        };
        Ok(if !seat.is_in() {
            Confirmed::Waits
        } else if seat.confirmed_at.is_some() {
            Confirmed::Already
        } else {
            seat.confirmed_at = Some(now);
            seat.cover_since = None;
            Confirmed::Now
        })
    }

    /// Takes a confirmation back; whether there was one.
    pub(super) fn unconfirm(&mut self, member: PersonId) -> bool {
        let own = self.seats.iter_mut();
        own.into_iter()
            .find(|seat| seat.holder.member() == Some(member))
            .is_some_and(|seat| seat.confirmed_at.take().is_some())
    }

    /// Whether somebody who is in has confirmed; `None` for whoever is not asked: those who wait, walk-ins, and guests
    /// whose host is not in.
    pub fn confirmation(&self, seat: &Seat) -> Option<bool> {
        if !seat.is_in() || seat.attendance.walk_in {
            return None;
        }
        match seat.holder {
            Holder::Member(_) => Some(seat.confirmed_at.is_some()),
            Holder::Guest { host, .. } => {
                let host = self.seat_of(&Holder::Member(host)).filter(|seat| seat.is_in())?;
                Some(host.confirmed_at.is_some())
            }
        }
    }

    /// The members who are in and have not confirmed, by turn.
    pub fn unconfirmed(&self) -> Vec<PersonId> {
        let open = self.planned().filter(|seat| seat.confirmed_at.is_none());
        open.filter_map(|seat| seat.holder.member()).collect()
    }

    /// How many have confirmed, and how many could, guests among them.
    pub fn count_confirmed(&self) -> (u32, u32) {
        let said = self.seats.iter().filter_map(|seat| self.confirmation(seat));
        said.fold((0, 0), |(confirmed, all), said| (confirmed + u32::from(said), all + 1))
    }

    /// Whether that member is in and has confirmed.
    pub fn has_confirmed(&self, member: PersonId) -> bool {
        let seat = self.seat_of(&Holder::Member(member));
        seat.is_some_and(|seat| seat.is_in() && seat.confirmed_at.is_some())
    }

    /// Takes every confirmation back where the shift is at another time or place than it was: whoever could come then
    /// may not be able to come now.
    pub(crate) fn ask_again_if_elsewhere(&mut self, was: &Shift) {
        if !self.shift.is_elsewhere(was) {
            return;
        }
        for seat in &mut self.seats {
            seat.confirmed_at = None;
        }
    }
}

impl Shift {
    /// Whether it is at another time or place than it was.
    pub(crate) fn is_elsewhere(&self, was: &Self) -> bool {
        self.when() != was.when() || self.place != was.place
    }
}
