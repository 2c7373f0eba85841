//! What every store does with shifts.

use std::sync::Arc;

use chrono::TimeDelta;

use super::fixtures::{at, begin, id, read, ward, zone};
use crate::ids::{GroupId, Kind, PersonId, SeatId, ShiftId, TeamId};
use crate::people::Team;
use crate::shift::roster::SeatChanges;
use crate::shift::{Attendance, Cancelled, Holder, Needs, Report, Roster, Seat, SeatStanding, Shift};
use crate::store::Store;
use crate::time::Moment;

const ANA: PersonId = PersonId(id(1));
const BEN: PersonId = PersonId(id(2));
const CLEO: PersonId = PersonId(id(3));

/// The `n`th shift, an hour long from `minutes` after the beginning.
pub(crate) fn shift(group: GroupId, n: u32, minutes: i64) -> Shift {
    Shift {
        id: ShiftId(id(300 + u128::from(n))),
        group,
        number: n,
        title: "Canvass *Ward* 3".to_owned(),
        start: Moment::at(at(minutes), zone("America/New_York")),
        end: Some(Moment::at(at(minutes + 60), zone("America/New_York"))),
        whole_days: false,
        place: None,
        team: None,
        note: None,
        cutoff: None,
        opens: None,
        needs: Needs::Anyone,
        series: None,
        cancelled: None,
        version: 1,
        turn: 0,
    }
}

pub(super) fn seat(n: u128, holder: Holder, standing: SeatStanding, turn: u32) -> Seat {
    Seat {
        id: SeatId(id(400 + n)),
        holder,
        role: None,
        standing,
        turn,
        confirmed_at: None,
        cover_since: None,
        offered_at: None,
        attendance: Attendance::default(),
        given_by: None,
    }
}

/// The same seat of somebody whom that member checked in.
fn came(seat: Seat, by: PersonId) -> Seat {
    let attendance = Attendance {
        came_at: Some(at(100)),
        came_by: Some(by),
        ..Attendance::default()
    };
    Seat { attendance, ..seat }
}

/// Saves shifts with their seats.
pub(super) async fn save(store: &Arc<dyn Store>, rosters: &[Roster]) {
    let mut unit = begin(store).await;
    for Roster { shift, seats } in rosters {
        let changes = SeatChanges {
            saved: seats.clone(),
            removed: Vec::new(),
        };
        unit.save_shift(shift).await.unwrap();
        unit.save_seats(shift, &changes).await.unwrap();
    }
    unit.commit().await.unwrap();
}

fn numbers(rosters: &[Roster]) -> Vec<u32> {
    rosters.iter().map(|roster| roster.shift.number).collect()
}

/// A shift reads back as it was written, with everything there can be on it or nothing, also after a change.
pub async fn a_shift_reads_back(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let team = Team {
        id: TeamId(id(200)),
        group,
        name: "North".to_owned(),
    };
    let mut unit = begin(&store).await;
    unit.save_team(&team).await.unwrap();
    unit.commit().await.unwrap();
    let bare = Shift {
        end: None,
        ..shift(group, 1, 0)
    };
    let full = Shift {
        place: Some("Main Library".to_owned()),
        team: Some(team.id),
        note: Some("Bring \"water\"".to_owned()),
        cutoff: Some(TimeDelta::minutes(90)),
        opens: Some(TimeDelta::days(7)),
        needs: Needs::parse("driver=2,Ñandú=6").unwrap(),
        ..shift(group, 2, 30)
    };
    let changed = Shift {
        number: 2,
        needs: Needs::Seats(6),
        cancelled: Some(Cancelled {
            at: at(5),
            reason: Some("Rain".to_owned()),
        }),
        version: 2,
        turn: 7,
        ..full.clone()
    };
    for written in [bare, full, changed] {
        save(&store, &[Roster::new(written.clone(), Vec::new())]).await;
        let mut unit = read(&store).await;
        let roster = unit.shift(group, written.number).await.unwrap().unwrap();
        assert_eq!(roster.shift, written);
        assert_eq!(
            unit.shift_number(group, written.id).await.unwrap(),
            Some(written.number)
        );
        let elsewhere = GroupId(id(999));
        assert_eq!(unit.shift(elsewhere, written.number).await.unwrap(), None);
        assert_eq!(unit.shift_number(elsewhere, written.id).await.unwrap(), None);
    }
}

/// Seats come by turn with what they are, and follow their changes; one that is not there is not removed.
pub async fn seats_follow_their_changes(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let shift = shift(group, 1, 0);
    let tom = Holder::Guest {
        name: "Tom".to_owned(),
        host: ANA,
    };
    let ben = Seat {
        role: Some("driver".to_owned()),
        ..seat(1, Holder::Member(BEN), SeatStanding::Waiting, 9)
    };
    let guest = seat(2, tom, SeatStanding::In, 4);
    save(&store, &[Roster::new(shift.clone(), vec![ben.clone(), guest.clone()])]).await;
    let roster = read(&store).await.shift(group, 1).await.unwrap().unwrap();
    assert_eq!(roster.seats, [guest.clone(), ben.clone()]);

    let promoted = Seat {
        standing: SeatStanding::In,
        role: None,
        turn: 10,
        confirmed_at: Some(at(-5)),
        attendance: Attendance {
            came_at: Some(at(1)),
            came_by: Some(ANA),
            left_at: Some(at(2)),
            no_show_at: Some(at(3)),
            walk_in: true,
        },
        given_by: Some(ANA),
        ..ben
    };
    let changes = SeatChanges {
        saved: vec![promoted.clone()],
        removed: vec![guest.id],
    };
    let mut unit = begin(&store).await;
    unit.save_seats(&shift, &changes).await.unwrap();
    unit.commit().await.unwrap();
    let mut unit = begin(&store).await;
    let roster = unit.shift_for_update(group, 1).await.unwrap().unwrap();
    assert_eq!(roster.seats, [promoted]);
    let again = SeatChanges {
        saved: Vec::new(),
        removed: vec![guest.id],
    };
    assert!(unit.save_seats(&shift, &again).await.is_err());
}

/// Nobody has two seats on a shift, and no two guests have one name, however it is written.
pub async fn nobody_has_two_seats(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let shift = shift(group, 1, 0);
    let guest = |name: &str, host| Holder::Guest {
        name: name.to_owned(),
        host,
    };
    save(&store, &[Roster::new(shift.clone(), Vec::new())]).await;
    for (one, other) in [
        (Holder::Member(BEN), Holder::Member(BEN)),
        (guest("Tom", ANA), guest("TOM", BEN)),
    ] {
        let changes = SeatChanges {
            saved: vec![
                seat(1, one, SeatStanding::In, 1),
                seat(2, other, SeatStanding::Waiting, 2),
            ],
            removed: Vec::new(),
        };
        let mut unit = begin(&store).await;
        assert!(unit.save_seats(&shift, &changes).await.is_err());
    }
}

/// What is coming is what is not cancelled, ends later and begins before; earliest first, then by number.
pub async fn coming_shifts_come_by_start(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let cancelled = Shift {
        cancelled: Some(Cancelled {
            at: at(0),
            reason: None,
        }),
        ..shift(group, 5, 100)
    };
    let without_end = Shift {
        end: None,
        ..shift(group, 6, -119)
    };
    let shifts = [
        shift(group, 1, 200),
        shift(group, 2, 100),
        shift(group, 3, 100),
        shift(group, 4, -60),
        cancelled,
        without_end,
    ];
    save(&store, &shifts.map(|shift| Roster::new(shift, Vec::new()))).await;
    let mut unit = read(&store).await;
    let all = unit.shifts_between(group, at(0), None).await.unwrap();
    assert_eq!(numbers(&all), [6, 2, 3, 1]);
    let until = unit.shifts_between(group, at(0), Some(at(200))).await.unwrap();
    assert_eq!(numbers(&until), [6, 2, 3]);
    let elsewhere = unit.shifts_between(GroupId(id(999)), at(0), None).await.unwrap();
    assert_eq!(elsewhere, []);
}

/// A member's shifts are those that they are in or wait for, each with everybody on it.
pub async fn a_members_shifts_are_found(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let both = vec![
        seat(1, Holder::Member(ANA), SeatStanding::In, 1),
        seat(2, Holder::Member(BEN), SeatStanding::Waiting, 2),
    ];
    let guest = Holder::Guest {
        name: "Tom".to_owned(),
        host: BEN,
    };
    let rosters = [
        Roster::new(shift(group, 1, 100), both.clone()),
        Roster::new(shift(group, 2, 100), vec![seat(3, guest, SeatStanding::In, 1)]),
        Roster::new(
            shift(group, 3, -100),
            vec![seat(4, Holder::Member(BEN), SeatStanding::In, 1)],
        ),
    ];
    save(&store, &rosters).await;
    let mut unit = read(&store).await;
    let theirs = unit.shifts_of(group, BEN, at(0), None).await.unwrap();
    assert_eq!(numbers(&theirs), [1]);
    assert_eq!(theirs[0].seats, both);
    assert_eq!(unit.shifts_of(group, BEN, at(0), Some(at(100))).await.unwrap(), []);
    assert_eq!(unit.shifts_of(group, CLEO, at(0), None).await.unwrap(), []);
}

/// Before two persons become one their seats do; where both are on a shift, the seat of whoever came stays, else a seat
/// before a place on the list.
pub async fn merging_keeps_the_better_seat(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let (ana, ben) = (Holder::Member(ANA), Holder::Member(BEN));
    let guest = Holder::Guest {
        name: "Tom".to_owned(),
        host: BEN,
    };
    let given = |giver| Seat {
        given_by: Some(giver),
        ..seat(7, Holder::Member(CLEO), SeatStanding::In, 3)
    };
    let rosters = [
        Roster::new(
            shift(group, 1, 100),
            vec![
                seat(1, ana.clone(), SeatStanding::Waiting, 2),
                seat(2, ben.clone(), SeatStanding::In, 1),
            ],
        ),
        Roster::new(
            shift(group, 2, 100),
            vec![
                seat(3, ana.clone(), SeatStanding::Waiting, 2),
                seat(4, ben.clone(), SeatStanding::Waiting, 1),
            ],
        ),
        Roster::new(
            shift(group, 3, 100),
            vec![
                seat(5, ben.clone(), SeatStanding::In, 1),
                seat(6, guest, SeatStanding::In, 2),
                given(BEN),
            ],
        ),
        Roster::new(
            shift(group, 4, 100),
            vec![
                seat(7, ana.clone(), SeatStanding::In, 1),
                came(seat(8, ben, SeatStanding::In, 2), BEN),
            ],
        ),
    ];
    save(&store, &rosters).await;
    let mut unit = begin(&store).await;
    unit.reassign_shifts(BEN, ANA).await.unwrap();
    unit.commit().await.unwrap();
    let merged = read(&store).await.shifts_between(group, at(0), None).await.unwrap();
    let seats: Vec<_> = merged.into_iter().map(|roster| roster.seats).collect();
    let tom = Holder::Guest {
        name: "Tom".to_owned(),
        host: ANA,
    };
    assert_eq!(
        seats,
        [
            vec![seat(2, ana.clone(), SeatStanding::In, 1)],
            vec![seat(3, ana.clone(), SeatStanding::Waiting, 2)],
            vec![
                seat(5, ana.clone(), SeatStanding::In, 1),
                seat(6, tom, SeatStanding::In, 2),
                given(ANA)
            ],
            vec![came(seat(8, ana, SeatStanding::In, 2), ANA)],
        ]
    );
}

/// How a shift went reads back as it was told, follows its changes and whoever told it, and can be taken away.
pub async fn how_a_shift_went_reads_back(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let shift = shift(group, 1, 0);
    save(&store, &[Roster::new(shift.clone(), Vec::new())]).await;
    let bare = Report {
        conversations: None,
        doors: Some(0),
        note: None,
        by: BEN,
        at: at(60),
    };
    let full = Report {
        conversations: Some(12),
        doors: Some(40),
        note: Some("Two *more*".to_owned()),
        at: at(61),
        ..bare.clone()
    };
    for report in [&bare, &full] {
        let mut unit = begin(&store).await;
        unit.save_shift_report(&shift, Some(report)).await.unwrap();
        unit.commit().await.unwrap();
        let mut unit = read(&store).await;
        let told = unit.shift_report(group, shift.id).await.unwrap();
        assert_eq!(told.as_ref(), Some(report));
        assert_eq!(unit.shift_report(GroupId(id(999)), shift.id).await.unwrap(), None);
        assert_eq!(unit.part_of(BEN, Kind::Shift).await.unwrap(), [(group, 1)]);
    }
    let mut unit = begin(&store).await;
    unit.reassign_shifts(BEN, ANA).await.unwrap();
    let told = unit.shift_report(group, shift.id).await.unwrap();
    assert_eq!(told, Some(Report { by: ANA, ..full }));
    unit.save_shift_report(&shift, None).await.unwrap();
    unit.commit().await.unwrap();
    let mut unit = read(&store).await;
    assert_eq!(unit.shift_report(group, shift.id).await.unwrap(), None);
    assert_eq!(unit.part_of(ANA, Kind::Shift).await.unwrap(), []);
}
