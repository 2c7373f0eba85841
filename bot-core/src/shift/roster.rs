//! Who is on a shift: in its seats, and on its waiting list.

use std::collections::BTreeSet;

use super::needs::{Needs, RoleNeed, same_role};
use super::{Holder, Seat, SeatStanding, Shift};
use crate::clock::Instant;
use crate::ids::{PersonId, SeatId};

/// A shift with everybody on it. Between two acts nobody waits who fits a free seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roster {
    /// The shift.
    pub shift: Shift,
    /// Everybody on it, by turn.
    pub seats: Vec<Seat>,
}

/// What became of somebody else's place when seats were freed or taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Move {
    /// They waited and are in now.
    Up(Seat),
    /// They waited, and are asked whether they still want the seat that is kept for them.
    Asked(Seat),
    /// They were in and looked for cover: somebody took their place.
    Relieved(Seat),
}

impl Move {
    /// The seat as it is now; of whoever was relieved, as it was.
    pub const fn seat(&self) -> &Seat {
        match self {
            Self::Up(seat) | Self::Asked(seat) | Self::Relieved(seat) => seat,
        }
    }
}

/// There is no free seat of the kind that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Full;

/// What an act did to the seats of a shift, for the store.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SeatChanges {
    /// Seats that are new or have changed.
    pub saved: Vec<Seat>,
    /// Seats that are no more.
    pub removed: Vec<SeatId>,
}

impl SeatChanges {
    /// Whether nothing changed.
    pub const fn is_empty(&self) -> bool {
        self.saved.is_empty() && self.removed.is_empty()
    }
}

impl Roster {
    /// The roster of a shift, whatever order its seats come in.
    pub fn new(shift: Shift, mut seats: Vec<Seat>) -> Self {
        seats.sort_by_key(|seat| seat.turn);
        Self { shift, seats }
    }

    /// Those who are in, by turn.
    pub fn seated(&self) -> impl Iterator<Item = &Seat> {
        self.seats.iter().filter(|seat| seat.is_in())
    }

    /// Those who wait, by turn.
    pub fn waiting(&self) -> impl Iterator<Item = &Seat> {
        self.seats.iter().filter(|seat| !seat.is_in())
    }

    /// The members who are in.
    pub fn members_in(&self) -> Vec<PersonId> {
        self.seated().filter_map(|seat| seat.holder.member()).collect()
    }

    /// Whoever must hear what becomes of the shift: the members on it, and those who bring guests.
    pub fn people(&self) -> BTreeSet<PersonId> {
        self.seats.iter().map(|seat| seat.holder.answerable()).collect()
    }

    /// What somebody has on it.
    pub fn seat_of(&self, holder: &Holder) -> Option<&Seat> {
        self.seats.iter().find(|seat| seat.holder.is(holder))
    }

    /// The role that somebody has (or waits for) as the shift has it today.
    pub fn role_of(&self, seat: &Seat) -> Option<&str> {
        let need = self.shift.needs.role(seat.role.as_deref()?)?;
        Some(&need.role)
    }

    /// How many are in, walk-ins apart: they take none of the seats.
    pub fn count_in(&self) -> u32 {
        count(self.planned())
    }

    /// How many are in with that role.
    pub fn count_as(&self, role: &str) -> u32 {
        count(self.planned().filter(|seat| has_role(seat, role)))
    }

    /// How many seats are open: nobody has them, and they are kept for nobody. `None` without a limit.
    pub fn open(&self) -> Option<u32> {
        match &self.shift.needs {
            Needs::Roles(roles) => Some(roles.iter().map(|need| self.open_as(need)).sum()),
            needs => needs.total().map(|total| self.left_of(total, None)),
        }
    }

    /// How many seats of a role are open.
    pub fn open_as(&self, need: &RoleNeed) -> u32 {
        self.left_of(need.seats, Some(&need.role))
    }

    /// How many seats a claim could take: those that are open, and those of members who look for cover. `None` without a
    /// limit.
    pub fn to_give(&self) -> Option<u32> {
        match &self.shift.needs {
            Needs::Roles(roles) => Some(roles.iter().map(|need| self.to_give_as(need)).sum()),
            needs => needs
                .total()
                .map(|total| self.left_of(total + self.count_covers(None), None)),
        }
    }

    /// The same of a role.
    pub fn to_give_as(&self, need: &RoleNeed) -> u32 {
        let role = Some(need.role.as_str());
        self.left_of(need.seats + self.count_covers(role), role)
    }

    /// How many of so many seats nobody takes away, with that role or with any.
    fn left_of(&self, seats: u32, role: Option<&str>) -> u32 {
        seats.saturating_sub(self.taken(role))
    }

    /// How many seats somebody has or is kept for, with that role or with any.
    pub(super) fn taken(&self, role: Option<&str>) -> u32 {
        let theirs = |seat: &&Seat| seat.takes_one() && role.is_none_or(|role| has_role(seat, role));
        count(self.seats.iter().filter(theirs))
    }

    /// How many guests somebody brings, those who wait among them.
    pub fn guests_of(&self, member: PersonId) -> u32 {
        count(
            self.seats
                .iter()
                .filter(|seat| seat.holder.member().is_none() && seat.holder.answerable() == member),
        )
    }

    /// Whether no seat is open.
    pub fn is_full(&self) -> bool {
        self.open() == Some(0)
    }

    /// The roles with seats that a claim could take.
    pub fn roles_to_give(&self) -> Vec<&RoleNeed> {
        let roles = self.shift.needs.roles().iter();
        roles.filter(|need| self.to_give_as(need) > 0).collect()
    }

    /// The role of a seat to give that suits the wish (`None` on a shift without roles).
    pub(crate) fn free_seat(&self, wish: Option<&str>) -> Result<Option<String>, Full> {
        if self.shift.needs.roles().is_empty() {
            return if self.to_give() == Some(0) { Err(Full) } else { Ok(None) };
        }
        self.roles_to_give()
            .into_iter()
            .find(|need| wish.is_none_or(|wish| same_role(&need.role, wish)))
            .map(|need| Some(need.role.clone()))
            .ok_or(Full)
    }

    /// Somebody's place on the waiting list, from 1: behind those who came before and may get the same seats.
    pub fn place_of(&self, waiting: &Seat) -> u32 {
        let before = self.waiting().filter(|other| other.turn < waiting.turn);
        1 + count(before.filter(|other| compete(waiting.role.as_deref(), other.role.as_deref())))
    }

    /// The next turn.
    pub(super) fn next_turn(&mut self) -> u32 {
        self.shift.turn += 1;
        self.shift.turn
    }

    /// Gives free seats to those who wait, first come first, each the first that suits them; near the start members are
    /// [asked](super::offer) first, and once it has begun nobody gets one but who claims it. Who moved by that.
    pub(super) fn promote(&mut self, now: Instant) -> Vec<Move> {
        if self.shift.counted_from().at <= now {
            return Vec::new();
        }
        let waiting: Vec<Seat> = self
            .waiting()
            .filter(|seat| seat.offered_at.is_none())
            .cloned()
            .collect();
        let mut moves = Vec::new();
        for seat in waiting {
            let Ok(role) = self.free_seat(seat.role.as_deref()) else {
                continue;
            };
            if self.must_ask(&seat, now) {
                moves.push(Move::Asked(self.offer(seat, role, now)));
            } else {
                let (seat, relieved) = self.seat_in(seat, role);
                moves.push(Move::Up(seat));
                moves.extend(relieved.map(Move::Relieved));
            }
        }
        moves
    }

    /// Puts somebody in with that role; who looked for cover longest in it is relieved.
    pub(super) fn seat_in(&mut self, seat: Seat, role: Option<String>) -> (Seat, Option<Seat>) {
        let relieved = self.relieve(role.as_deref());
        let seat = Seat {
            role,
            standing: SeatStanding::In,
            turn: self.next_turn(),
            confirmed_at: None,
            cover_since: None,
            offered_at: None,
            ..seat
        };
        self.put(seat.clone());
        (seat, relieved)
    }

    /// Puts a seat in, in place of the one that its holder has.
    pub(super) fn put(&mut self, seat: Seat) {
        self.seats.retain(|other| !other.holder.is(&seat.holder));
        self.seats.push(seat);
        self.seats.sort_by_key(|seat| seat.turn);
    }

    /// What changed since `before`.
    pub fn seat_changes(&self, before: &Self) -> SeatChanges {
        let is_new = |seat: &&Seat| !before.seats.contains(seat);
        let is_gone = |seat: &&Seat| !self.seats.iter().any(|other| other.id == seat.id);
        SeatChanges {
            saved: self.seats.iter().filter(is_new).cloned().collect(),
            removed: before.seats.iter().filter(is_gone).map(|seat| seat.id).collect(),
        }
    }
}

/// Whether a seat has that role.
pub(super) fn has_role(seat: &Seat, role: &str) -> bool {
    seat.role.as_deref().is_some_and(|own| same_role(own, role))
}

fn compete(one: Option<&str>, other: Option<&str>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => same_role(one, other),
        _ => true,
    }
}

pub(super) fn count<'a>(seats: impl Iterator<Item = &'a Seat>) -> u32 {
    u32::try_from(seats.count()).unwrap_or(u32::MAX)
}
