//! The shifts of every group, in memory.

use std::collections::BTreeMap;

use async_trait::async_trait;

use super::MemoryUnit;
use crate::clock::Instant;
use crate::ids::{GroupId, PersonId, SeatId, SeriesId, ShiftId, TeamId};
use crate::shift::roster::SeatChanges;
use crate::shift::{Holder, Report, Roster, Seat, SeatStanding, Shift};
use crate::store::{Shifts, StoreError, StoreResult};

#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    pub(super) shifts: BTreeMap<(GroupId, u32), Shift>,
    pub(super) seats: BTreeMap<(ShiftId, SeatId), Seat>,
    pub(super) reports: BTreeMap<(GroupId, ShiftId), Report>,
}

impl Rows {
    fn roster(&self, shift: &Shift) -> Roster {
        let seats = self.seats.iter().filter(|((of, _), _)| *of == shift.id);
        Roster::new(shift.clone(), seats.map(|(_, seat)| seat.clone()).collect())
    }

    /// Whether a shift is a team's.
    pub(super) fn name_team(&self, group: GroupId, team: TeamId) -> bool {
        let mut shifts = self.shifts.values();
        shifts.any(|shift| (shift.group, shift.team) == (group, Some(team)))
    }

    /// The dates of a series, those of which the rule's time or the end is after `after`, by the rule's time.
    pub(super) fn dates(&self, group: GroupId, series: SeriesId, after: Instant) -> Vec<Shift> {
        let own = self.shifts.range((group, 0)..=(group, u32::MAX));
        let mut dates: Vec<(Instant, &Shift)> = own
            .filter_map(|(_, shift)| {
                let of = shift.series.as_ref().filter(|of| of.series == series)?;
                (of.at > after || shift.ends_at() > after).then_some((of.at, shift))
            })
            .collect();
        dates.sort_by_key(|(at, shift)| (*at, shift.number));
        dates.into_iter().map(|(_, shift)| shift.clone()).collect()
    }

    fn between(&self, group: GroupId, from: Instant, until: Option<Instant>) -> Vec<Roster> {
        let own = self
            .shifts
            .range((group, 0)..=(group, u32::MAX))
            .map(|(_, shift)| shift);
        let mut coming: Vec<&Shift> = own
            .filter(|shift| shift.cancelled.is_none() && shift.ends_at() > from)
            .filter(|shift| until.is_none_or(|until| shift.start.at < until))
            .collect();
        coming.sort_by_key(|shift| (shift.start.at, shift.number));
        coming.into_iter().map(|shift| self.roster(shift)).collect()
    }

    /// What stands in somebody's calendar.
    pub(super) fn calendar_of(&self, group: GroupId, person: PersonId, from: Instant) -> Vec<(Shift, SeatStanding)> {
        let own = self.shifts.range((group, 0)..=(group, u32::MAX));
        let mut theirs: Vec<(Shift, SeatStanding)> = own
            .filter(|(_, shift)| shift.ends_at() > from)
            .filter_map(|(_, shift)| {
                let seat = self.roster(shift).seat_of(&Holder::Member(person))?.standing;
                Some((shift.clone(), seat))
            })
            .collect();
        theirs.sort_by_key(|(shift, _)| (shift.start.at, shift.number));
        theirs
    }

    /// Takes the seats away that the other of two persons has a better one for.
    fn settle_doubles(&mut self, from: PersonId, into: PersonId) {
        let seat_of = |person: PersonId, shift: ShiftId| {
            let mut seats = self.seats.iter();
            seats.find(|((of, _), seat)| *of == shift && seat.holder.member() == Some(person))
        };
        let doubles = self.seats.iter().filter(|(_, seat)| seat.holder.member() == Some(from));
        let worse: Vec<_> = doubles
            .filter_map(|(key, seat)| {
                let (other, theirs) = seat_of(into, key.0)?;
                let worth = |seat: &Seat| (seat.came(), seat.is_in());
                Some(if worth(seat) > worth(theirs) { *other } else { *key })
            })
            .collect();
        self.seats.retain(|key, _| !worse.contains(key));
    }
}

#[async_trait]
impl Shifts for MemoryUnit {
    async fn shift(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Roster>> {
        let rows = &self.rows().shifts;
        Ok(rows.shifts.get(&(group, number)).map(|shift| rows.roster(shift)))
    }

    async fn shift_for_update(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Roster>> {
        self.shift(group, number).await
    }

    async fn shift_number(&mut self, group: GroupId, id: ShiftId) -> StoreResult<Option<u32>> {
        let mut shifts = self.rows().shifts.shifts.values();
        let shift = shifts.find(|shift| shift.group == group && shift.id == id);
        Ok(shift.map(|shift| shift.number))
    }

    async fn shifts_between(
        &mut self,
        group: GroupId,
        from: Instant,
        until: Option<Instant>,
    ) -> StoreResult<Vec<Roster>> {
        Ok(self.rows().shifts.between(group, from, until))
    }

    async fn shifts_of(
        &mut self,
        group: GroupId,
        person: PersonId,
        from: Instant,
        until: Option<Instant>,
    ) -> StoreResult<Vec<Roster>> {
        let mut coming = self.rows().shifts.between(group, from, until);
        coming.retain(|roster| roster.seat_of(&Holder::Member(person)).is_some());
        Ok(coming)
    }

    async fn save_shift(&mut self, shift: &Shift) -> StoreResult<()> {
        let of = |shift: &Shift| shift.series.as_ref().map(|of| (of.series, of.local));
        let mut others = self.rows().shifts.shifts.values();
        if of(shift).is_some() && others.any(|other| other.id != shift.id && of(other) == of(shift)) {
            return Err(StoreError::Backend("one date of a series made twice".into()));
        }
        let key = (shift.group, shift.number);
        self.write()?.shifts.shifts.insert(key, shift.clone());
        Ok(())
    }

    async fn save_seats(&mut self, shift: &Shift, changes: &SeatChanges) -> StoreResult<()> {
        let seats = &mut self.write()?.shifts.seats;
        for id in &changes.removed {
            if seats.remove(&(shift.id, *id)).is_none() {
                return Err(StoreError::WrongCount {
                    table: "shift_seats",
                    expected: 1,
                    hit: 0,
                });
            }
        }
        for seat in &changes.saved {
            let doubled = |(key, other): (&(ShiftId, SeatId), &Seat)| {
                key.0 == shift.id && key.1 != seat.id && other.holder.is(&seat.holder)
            };
            if seats.iter().any(doubled) {
                return Err(StoreError::Backend("two seats of one holder on a shift".into()));
            }
            seats.insert((shift.id, seat.id), seat.clone());
        }
        Ok(())
    }

    async fn shift_report(&mut self, group: GroupId, shift: ShiftId) -> StoreResult<Option<Report>> {
        Ok(self.rows().shifts.reports.get(&(group, shift)).cloned())
    }

    async fn save_shift_report(&mut self, shift: &Shift, report: Option<&Report>) -> StoreResult<()> {
        let (reports, key) = (&mut self.write()?.shifts.reports, (shift.group, shift.id));
        match report {
            Some(report) => reports.insert(key, report.clone()),
            None => reports.remove(&key),
        };
        Ok(())
    }

    async fn reassign_shifts(&mut self, from: PersonId, into: PersonId) -> StoreResult<()> {
        let rows = &mut *self.write()?.shifts;
        rows.settle_doubles(from, into);
        for seat in rows.seats.values_mut() {
            match &mut seat.holder {
                Holder::Member(person) | Holder::Guest { host: person, .. } if *person == from => *person = into,
                _ => {}
            }
            if seat.given_by == Some(from) {
                seat.given_by = Some(into);
            }
            if seat.attendance.came_by == Some(from) {
                seat.attendance.came_by = Some(into);
            }
        }
        for report in rows.reports.values_mut().filter(|report| report.by == from) {
            report.by = into;
        }
        Ok(())
    }
}
