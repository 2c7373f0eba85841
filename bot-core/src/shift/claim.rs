//! How seats are taken and freed.

use super::roster::{Move, Roster, has_role};
use super::{Holder, Seat};
use crate::clock::Instant;
use crate::error::UserError;
use crate::ids::SeatId;
use crate::phrase;
use crate::time::Moment;

/// What a claim came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claimed {
    /// They are in now; who moved by that: whose place they took, and who got the one that they left for it.
    In {
        /// Their seat.
        seat: Seat,
        /// Who moved.
        moves: Vec<Move>,
    },
    /// They were in already.
    AlreadyIn(Seat),
    /// They are on the waiting list now.
    Waiting(Seat),
    /// They were on it already.
    AlreadyWaiting(Seat),
    /// Several roles have open seats, and none was named: nothing happened.
    Which(Vec<String>),
}

/// What a drop came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dropped {
    /// What they had.
    pub seat: Seat,
    /// Who moved by that.
    pub moves: Vec<Move>,
}

/// Who drops a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Its holder (or the host of a guest): bound by the cut-off.
    Member,
    /// Somebody who runs the shift.
    Captain,
}

impl Roster {
    /// Takes a seat for `holder`, or a place on the waiting list; with an id for the seat if it is new. Claiming
    /// again changes nothing, unless another role is named.
    pub fn claim(
        &mut self,
        holder: &Holder,
        role: Option<&str>,
        id: SeatId,
        now: Instant,
    ) -> Result<Claimed, UserError> {
        self.shift.must_be_live(now)?;
        let wish = role.map(|role| self.role_named(role)).transpose()?;
        self.no_guest_of_another(holder)?;
        match self.seat_of(holder).cloned() {
            Some(seat) if seat.offered_at.is_none() && wish.as_deref().is_none_or(|wish| has_role(&seat, wish)) => {
                Ok(if seat.is_in() {
                    Claimed::AlreadyIn(seat)
                } else {
                    Claimed::AlreadyWaiting(seat)
                })
            }
            Some(seat) if seat.is_in() => self.change_role(seat, wish, now),
            Some(seat) => Ok(self.sit_or_wait(seat.id, seat.holder, wish, now)),
            None if wish.is_none() && self.roles_to_give().len() > 1 => {
                let roles = self.roles_to_give().into_iter();
                Ok(Claimed::Which(roles.map(|need| need.role.clone()).collect()))
            }
            None => Ok(self.sit_or_wait(id, holder.clone(), wish, now)),
        }
    }

    /// Frees a seat or a place on the waiting list, and lets those who wait move up.
    pub fn leave(&mut self, seat: &Seat, by: By, now: Instant) -> Result<Dropped, UserError> {
        self.shift.must_be_live(now)?;
        if seat.came() && by == By::Member {
            return Err(self.leaves_by_check_out());
        }
        if seat.is_in() && by == By::Member && self.shift.drop_until().is_some_and(|until| until < now) {
            return Err(self.too_late());
        }
        Ok(self.free(seat, now))
    }

    /// The same whatever the hour.
    pub(super) fn free(&mut self, seat: &Seat, now: Instant) -> Dropped {
        self.next_turn();
        self.seats.retain(|other| other.id != seat.id);
        Dropped {
            seat: seat.clone(),
            moves: self.promote(now),
        }
    }

    /// The role of that name as the shift spells it.
    fn role_named(&self, role: &str) -> Result<String, UserError> {
        let roles = self.shift.needs.roles();
        let shift = self.shift.reference();
        if let Some(need) = self.shift.needs.role(role) {
            return Ok(need.role.clone());
        }
        if roles.is_empty() {
            return Err(UserError::new(phrase!("shift-has-no-roles", shift = word shift))
                .type_next(format!("shift claim {shift}")));
        }
        let error = UserError::new(phrase!(
            "shift-role-unknown",
            shift = word shift,
            role = user role,
            roles = list roles.iter().map(|need| crate::locale::Arg::User(need.role.clone())).collect()
        ));
        let near = crate::catalogue::nearest(role, roles.iter().map(|need| need.role.as_str()));
        Err(error.type_next(format!("shift claim {shift} {}", near.unwrap_or(&roles[0].role))))
    }

    /// A guest's name is unique on the shift, so that it says who is meant.
    fn no_guest_of_another(&self, holder: &Holder) -> Result<(), UserError> {
        let taken = match (self.seat_of(holder).map(|seat| &seat.holder), holder) {
            (Some(Holder::Guest { host: theirs, .. }), Holder::Guest { name, host }) if theirs != host => name,
            _ => return Ok(()),
        };
        Err(phrase!("shift-guest-name-taken", shift = word self.shift.reference(), name = user taken).into())
    }

    fn sit_or_wait(&mut self, id: SeatId, holder: Holder, wish: Option<String>, now: Instant) -> Claimed {
        // what is kept for them is free to them
        let kept = self.seat_of(&holder).filter(|seat| seat.offered_at.is_some()).cloned();
        self.seats.retain(|seat| !seat.holder.is(&holder));
        let free = self.free_seat(wish.as_deref());
        let mut seat = Seat::waiting(id, holder, wish);
        match free {
            Ok(role) => {
                let (seat, relieved) = self.seat_in(seat, role);
                // whoever takes another seat than the one that is kept for them leaves that to the next
                let moves = relieved.map(Move::Relieved).into_iter().chain(self.promote(now));
                Claimed::In {
                    seat,
                    moves: moves.collect(),
                }
            }
            Err(_) if let Some(kept) = kept => {
                self.put(kept.clone());
                Claimed::AlreadyWaiting(kept)
            }
            Err(_) => {
                seat.turn = self.next_turn();
                self.put(seat.clone());
                Claimed::Waiting(seat)
            }
        }
    }

    /// Moves somebody who is in to a free seat of another role. Where there is none they keep the seat they have.
    fn change_role(&mut self, seat: Seat, wish: Option<String>, now: Instant) -> Result<Claimed, UserError> {
        let Ok(role) = self.free_seat(wish.as_deref()) else {
            return Err(phrase!(
                "shift-role-full-keep",
                shift = word self.shift.reference(),
                role = user wish.unwrap_or_default(),
                own = user seat.role.unwrap_or_default()
            )
            .into());
        };
        let confirmed_at = seat.confirmed_at;
        let (mut seat, relieved) = self.seat_in(seat, role);
        seat.confirmed_at = confirmed_at;
        self.put(seat.clone());
        let moves = relieved.map(Move::Relieved).into_iter().chain(self.promote(now));
        Ok(Claimed::In {
            seat,
            moves: moves.collect(),
        })
    }

    /// Whoever was checked in has worked by now: to drop the seat would take that away.
    fn leaves_by_check_out(&self) -> UserError {
        let shift = self.shift.reference();
        UserError::new(phrase!("shift-drop-came", shift = word shift)).type_next(format!("shift checkout {shift}"))
    }

    fn too_late(&self) -> UserError {
        let (shift, start) = (self.shift.reference(), &self.shift.start);
        let until = self.shift.drop_until().filter(|_| self.shift.whole_days);
        let refusal = if let Some(until) = until {
            let until = Moment::at(until, start.zone.clone());
            phrase!("shift-drop-too-late-days", shift = word shift, until = moment until)
        } else {
            let cutoff = self.shift.cutoff.unwrap_or_default();
            phrase!("shift-drop-too-late", shift = word shift, cutoff = duration cutoff, start = moment start)
        };
        UserError::new(refusal).type_next(format!("shift cover {shift}"))
    }
}
