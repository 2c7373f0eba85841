//! Who is on a shift: in its seats, and on its waiting list.

use std::collections::BTreeSet;

use super::needs::{Needs, RoleNeed, same_role};
use super::{Holder, Seat, SeatStanding, Shift};
use crate::ids::{PersonId, SeatId};

/// A shift with everybody on it. Between two acts nobody waits who fits a free seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roster {
    /// The shift.
    pub shift: Shift,
    /// Everybody on it, by turn.
    pub seats: Vec<Seat>,
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

    /// How many are in.
    pub fn count_in(&self) -> u32 {
        count(self.seated())
    }

    /// How many are in with that role.
    pub fn count_as(&self, role: &str) -> u32 {
        count(self.seated().filter(|seat| has_role(seat, role)))
    }

    /// How many seats are open; `None` without a limit.
    pub fn open(&self) -> Option<u32> {
        match &self.shift.needs {
            Needs::Roles(roles) => Some(roles.iter().map(|need| self.open_as(need)).sum()),
            needs => needs.total().map(|total| total.saturating_sub(self.count_in())),
        }
    }

    /// How many seats of a role are open.
    pub fn open_as(&self, need: &RoleNeed) -> u32 {
        need.seats.saturating_sub(self.count_as(&need.role))
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

    /// The roles with open seats.
    pub fn open_roles(&self) -> Vec<&RoleNeed> {
        let roles = self.shift.needs.roles().iter();
        roles.filter(|need| self.open_as(need) > 0).collect()
    }

    /// The role of a free seat that suits the wish (`None` on a shift without roles).
    pub(crate) fn free_seat(&self, wish: Option<&str>) -> Result<Option<String>, Full> {
        if self.shift.needs.roles().is_empty() {
            return if self.is_full() { Err(Full) } else { Ok(None) };
        }
        self.open_roles()
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

    /// Gives free seats to those who wait, first come first, each the first that suits them; who got one.
    pub(super) fn promote(&mut self) -> Vec<Seat> {
        let mut promoted = Vec::new();
        for index in 0..self.seats.len() {
            if self.seats[index].is_in() {
                continue;
            }
            let Ok(role) = self.free_seat(self.seats[index].role.as_deref()) else {
                continue;
            };
            let turn = self.next_turn();
            let seat = &mut self.seats[index];
            seat.standing = SeatStanding::In;
            seat.role = role;
            seat.turn = turn;
            promoted.push(seat.clone());
        }
        self.seats.sort_by_key(|seat| seat.turn);
        promoted
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

fn count<'a>(seats: impl Iterator<Item = &'a Seat>) -> u32 {
    u32::try_from(seats.count()).unwrap_or(u32::MAX)
}
