//! Cover: a member stays in until somebody takes their place.
//!
//! The seat of whoever looks for cover stays theirs, and is there for the next claim that suits it: before an open seat, so
//! that whoever cannot come knows it as soon as can be. To confirm ends the looking.

use super::roster::{Move, Roster, count, has_role};
use super::{Holder, Seat};
use crate::clock::Instant;
use crate::error::UserError;
use crate::ids::PersonId;
use crate::phrase;

/// What looking for cover came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Covered {
    /// They look for cover from now on; who of those who wait was asked by that.
    Looking(Vec<Move>),
    /// Somebody who waited has their place already; who moved.
    Taken(Vec<Move>),
    /// They looked for it before.
    Already,
    /// They wait for a seat themselves.
    Waits,
    /// They are not on the shift at all.
    NotOnIt,
}

impl Roster {
    /// Looks for somebody to take a member's place: first among those who wait.
    pub fn look_for_cover(&mut self, member: PersonId, now: Instant) -> Result<Covered, UserError> {
        self.shift.must_be_ahead(now)?;
        let holder = Holder::Member(member);
        let limited = self.shift.needs.total().is_some();
        let shift = self.shift.reference();
        let Some(seat) = self.seats.iter_mut().find(|seat| seat.holder.is(&holder)) else {
            return Ok(Covered::NotOnIt);
        };
        if !seat.is_in() {
            return Ok(Covered::Waits);
        }
        if seat.cover_since.is_some() {
            return Ok(Covered::Already);
        }
        if !limited {
            let refusal = phrase!("shift-cover-needless", shift = word shift);
            return Err(UserError::new(refusal).type_next(format!("shift drop {shift}")));
        }
        seat.cover_since = Some(now);
        seat.confirmed_at = None;
        let moves = self.promote(now);
        Ok(if self.seat_of(&holder).is_some() {
            Covered::Looking(moves)
        } else {
            Covered::Taken(moves)
        })
    }

    /// The members who are in and look for cover.
    pub fn covers(&self) -> impl Iterator<Item = &Seat> {
        self.seated().filter(|seat| seat.cover_since.is_some())
    }

    /// Whether that member is one of them.
    pub fn looks_for_cover(&self, member: PersonId) -> bool {
        self.covers().any(|seat| seat.holder.member() == Some(member))
    }

    /// How many look for cover, with that role or with any.
    pub(super) fn count_covers(&self, role: Option<&str>) -> u32 {
        count(
            self.covers()
                .filter(|seat| role.is_none_or(|role| has_role(seat, role))),
        )
    }

    /// Takes off whoever looked longest for cover in that role, since somebody comes in.
    pub(super) fn relieve(&mut self, role: Option<&str>) -> Option<Seat> {
        let theirs = self
            .covers()
            .filter(|seat| role.is_none_or(|role| has_role(seat, role)));
        let id = theirs.min_by_key(|seat| (seat.cover_since, seat.turn))?.id;
        self.seats.extract_if(.., |seat| seat.id == id).next()
    }
}
