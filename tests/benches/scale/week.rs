//! A week full of shifts: 500 among four teams, to each of which several of the members belong.

use std::sync::Arc;

use muster_core::chrono::TimeDelta;
use muster_core::ids::{PersonId, SeatId, ShiftId};
use muster_core::shift::roster::SeatChanges;
use muster_core::shift::{Attendance, Holder, Seat, SeatStanding};
use muster_core::store::Store;
use muster_core::testing::SeededIds;
use muster_core::time::Moment;

use crate::desk::Desk;
use crate::stock::number;

/// The teams that the shifts are of.
const TEAMS: [&str; 4] = ["North", "South", "East", "West"];
/// How many seats of each shift's six are taken.
const TAKEN: usize = 4;
/// The hours at which they begin are those of six days, from Tuesday on.
const MINUTES: usize = 6 * 24 * 60;

/// Adds so many shifts to a group whose members are there already.
pub(crate) async fn add(store: Arc<dyn Store>, desk: &Desk, shifts: usize) {
    for team in TEAMS {
        desk.say("ana", &format!("team add {team}")).await;
    }
    let ids = SeededIds::new(4);
    let mut unit = store.begin().await.expect("a unit of work");
    let group = desk.group(&mut *unit).await;
    let members: Vec<PersonId> = unit
        .members(group)
        .await
        .expect("members")
        .iter()
        .map(|m| m.person)
        .collect();
    let teams = unit.teams(group).await.expect("teams");
    let model = unit.shift(group, 1).await.expect("a shift").expect("a shift").shift;
    for n in 0..shifts {
        let mut shift = model.clone();
        shift.id = ShiftId::new(&ids, desk.now());
        shift.number = number(n);
        shift.team = Some(teams[n % teams.len()].id);
        let start = desk.now() + minutes(n * MINUTES / shifts);
        shift.start = Moment::at(start, shift.start.zone.clone());
        shift.end = Some(Moment::at(start + TimeDelta::hours(3), shift.start.zone.clone()));
        unit.save_shift(&shift).await.expect("a shift is saved");
        let holders = members.iter().cycle().skip(n * TAKEN).take(TAKEN);
        let seats = SeatChanges {
            saved: holders.map(|holder| taken(&ids, desk, *holder)).collect(),
            removed: Vec::new(),
        };
        unit.save_seats(&shift, &seats).await.expect("seats are saved");
    }
    unit.commit().await.expect("a commit");
}

fn minutes(n: usize) -> TimeDelta {
    TimeDelta::minutes(i64::try_from(n).expect("a number"))
}

fn taken(ids: &SeededIds, desk: &Desk, member: PersonId) -> Seat {
    Seat {
        id: SeatId::new(ids, desk.now()),
        holder: Holder::Member(member),
        role: None,
        standing: SeatStanding::In,
        turn: 1,
        confirmed_at: None,
        cover_since: None,
        offered_at: None,
        attendance: Attendance::default(),
        given_by: None,
    }
}
