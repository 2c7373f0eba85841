//! Whatever people do: never too many in, nobody waits who fits, and first come is first served.

use std::collections::HashMap;

use proptest::prelude::*;
use uuid::Uuid;

use super::change::Edit;
use super::claim::{By, Claimed};
use super::cover::Covered;
use super::needs::same_role;
use super::roster::{Move, Roster, has_role};
use super::{Holder, Needs, Seat, Shift};
use crate::clock::Instant;
use crate::error::UserError;
use crate::ids::{GroupId, PersonId, SeatId, ShiftId};
use crate::testing::contract::fixtures::{at, zone};
use crate::time::Moment;

const NOW: i64 = 0;

#[derive(Debug, Clone)]
enum Act {
    Claim(u128, Option<&'static str>),
    Drop(u128),
    Edit(&'static str),
    /// Undo of somebody's latest claim or drop.
    GiveBack(u128),
    /// Somebody looks for cover.
    Cover(u128),
    /// Somebody confirms: whoever looks for cover stays after all.
    Confirm(u128),
    /// Whoever was asked first does not answer.
    Lapse,
}

fn act() -> impl Strategy<Value = Act> {
    let role = prop_oneof![
        3 => Just(None),
        2 => Just(Some("driver")),
        2 => Just(Some("Knocker")),
        1 => Just(Some("cook")),
    ];
    let needs = prop_oneof![
        Just("none"),
        Just("2"),
        Just("4"),
        Just("driver=1,knocker=2"),
        Just("driver=2,knocker=1,cook=1"),
        Just("knocker=3"),
    ];
    prop_oneof![
        6 => (0..12_u128, role).prop_map(|(who, role)| Act::Claim(who, role)),
        4 => (0..12_u128).prop_map(Act::Drop),
        1 => needs.prop_map(Act::Edit),
        1 => (0..12_u128).prop_map(Act::GiveBack),
        3 => (0..12_u128).prop_map(Act::Cover),
        1 => (0..12_u128).prop_map(Act::Confirm),
        2 => Just(Act::Lapse),
    ]
}

/// A shift that begins so many minutes from now.
fn empty(needs: &str, ahead: i64) -> Roster {
    let shift = Shift {
        id: ShiftId(Uuid::from_u128(1)),
        group: GroupId(Uuid::from_u128(2)),
        number: 12,
        title: "Canvass Ward 3".to_owned(),
        start: Moment::at(at(NOW + ahead), zone("America/New_York")),
        end: None,
        whole_days: false,
        place: None,
        team: None,
        note: None,
        cutoff: None,
        opens: None,
        needs: Needs::parse(needs).unwrap(),
        series: None,
        cancelled: None,
        version: 1,
        turn: 0,
    };
    Roster::new(shift, Vec::new())
}

/// One act; who moved by it.
fn perform(
    roster: &mut Roster,
    had: &mut HashMap<u128, Option<Seat>>,
    act: &Act,
    n: usize,
) -> Result<Vec<Move>, UserError> {
    let now: Instant = at(NOW);
    let holder = |who: u128| Holder::Member(PersonId(Uuid::from_u128(100 + who)));
    let before = |roster: &Roster, who: u128| roster.seat_of(&holder(who)).cloned();
    match *act {
        Act::Claim(who, role) => {
            let was = before(roster, who);
            let id = SeatId(Uuid::from_u128(10_000 + u128::try_from(n).unwrap()));
            let claimed = roster.claim(&holder(who), role, id, now)?;
            had.insert(who, was);
            Ok(match claimed {
                Claimed::In { moves, .. } => moves,
                _ => Vec::new(),
            })
        }
        Act::Drop(who) => {
            let Some(seat) = before(roster, who) else {
                return Ok(Vec::new());
            };
            let dropped = roster.leave(&seat, By::Member, now)?;
            had.insert(who, Some(seat));
            Ok(dropped.moves)
        }
        Act::Edit(needs) => {
            let needs = Some(Needs::parse(needs)?);
            roster.edit(
                &Edit {
                    needs,
                    ..Edit::default()
                },
                now,
            )
        }
        Act::GiveBack(who) => match had.remove(&who) {
            Some(seat) => roster.give_back(&holder(who), seat, now),
            None => Ok(Vec::new()),
        },
        Act::Cover(who) => {
            let was = before(roster, who);
            Ok(match roster.look_for_cover(holder(who).answerable(), now)? {
                Covered::Looking(moves) | Covered::Taken(moves) => {
                    had.insert(who, was);
                    moves
                }
                _ => Vec::new(),
            })
        }
        Act::Confirm(who) => {
            roster.confirm(holder(who).answerable(), now)?;
            Ok(Vec::new())
        }
        Act::Lapse => {
            let first = roster.offers().next().cloned();
            Ok(first.map_or(Vec::new(), |seat| roster.free(&seat, now).moves))
        }
    }
}

fn never_too_many(roster: &Roster) -> Result<(), TestCaseError> {
    if let Some(total) = roster.shift.needs.total() {
        prop_assert!(roster.count_in() <= total, "{} in {total} seats", roster.count_in());
    }
    for need in roster.shift.needs.roles() {
        let taken = roster.count_as(&need.role);
        prop_assert!(taken <= need.seats, "{taken} as {} of {}", need.role, need.seats);
    }
    if roster.shift.needs.roles().is_empty() {
        let kept = roster
            .shift
            .needs
            .total()
            .map(|total| total + roster.count_covers(None));
        prop_assert!(
            kept.is_none_or(|seats| roster.taken(None) <= seats),
            "a seat is kept for two"
        );
    }
    for need in roster.shift.needs.roles() {
        let role = Some(need.role.as_str());
        prop_assert!(
            roster.taken(role) <= need.seats + roster.count_covers(role),
            "a seat is kept for two"
        );
    }
    if !roster.shift.needs.roles().is_empty() {
        let homeless = roster.seated().find(|seat| roster.role_of(seat).is_none());
        prop_assert_eq!(homeless, None, "everybody who is in has one of the roles");
    }
    Ok(())
}

fn nobody_waits_who_fits(roster: &Roster) -> Result<(), TestCaseError> {
    for seat in roster.waiting().filter(|seat| seat.offered_at.is_none()) {
        prop_assert!(roster.free_seat(seat.role.as_deref()).is_err(), "{seat:?} would fit");
    }
    Ok(())
}

/// Nobody moved up past somebody who came before and would have taken the same seat.
fn first_come_first_served(before: &Roster, roster: &Roster, moves: &[Move]) -> Result<(), TestCaseError> {
    let given = moves.iter().filter(|moved| !matches!(moved, Move::Relieved(_)));
    for seat in given.map(Move::seat) {
        let waited = before.seat_of(&seat.holder).filter(|was| !was.is_in());
        let turn = waited.map(|waiting| waiting.turn);
        let Some(turn) = turn else { continue };
        let passed = roster.waiting().find(|other| {
            let wants_it = match (&other.role, &seat.role) {
                (Some(wish), Some(role)) => same_role(wish, role),
                _ => true,
            };
            wants_it && other.offered_at.is_none() && other.turn < turn
        });
        prop_assert_eq!(passed, None, "{:?} was passed over", seat);
    }
    Ok(())
}

proptest! {
    #[test]
    fn whatever_people_do_the_rules_hold(
        needs in prop_oneof![Just("none"), Just("3"), Just("driver=1,knocker=2"), Just("driver=2")],
        ahead in prop_oneof![Just(600_i64), Just(3 * 24 * 60)],
        acts in prop::collection::vec(act(), 1..60),
    ) {
        let mut roster = empty(needs, ahead);
        let mut had = HashMap::new();
        for (n, act) in acts.iter().enumerate() {
            let before = roster.clone();
            let mut after = before.clone();
            // What is refused is not saved.
            let Ok(moves) = perform(&mut after, &mut had, act, n) else { continue };
            roster = after;
            never_too_many(&roster)?;
            nobody_waits_who_fits(&roster)?;
            first_come_first_served(&before, &roster, &moves)?;
            for moved in &moves {
                let now = roster.seat_of(&moved.seat().holder);
                prop_assert!(match moved {
                    Move::Up(_) => now.is_some_and(Seat::is_in),
                    Move::Asked(_) => ahead == 600 && now.is_some_and(|seat| seat.offered_at.is_some()),
                    Move::Relieved(_) => now.is_none_or(|seat| !seat.is_in()),
                }, "{moved:?} and is {now:?}");
            }
            let mut holders: Vec<_> = roster.seats.iter().filter_map(|seat| seat.holder.member()).collect();
            holders.sort();
            holders.dedup();
            prop_assert_eq!(holders.len(), roster.seats.len(), "nobody is there twice");
            prop_assert!(roster.seats.is_sorted_by_key(|seat| seat.turn));
            let places = roster.waiting().map(|seat| roster.place_of(seat));
            prop_assert!(places.zip(1..).all(|(place, most)| (1..=most).contains(&place)));
        }
    }

    #[test]
    fn what_changed_is_what_is_saved(acts in prop::collection::vec(act(), 1..20)) {
        let before = empty("driver=1,knocker=2", 600);
        let mut after = before.clone();
        let mut had = HashMap::new();
        for (n, act) in acts.iter().enumerate() {
            let start = after.clone();
            let mut next = after.clone();
            if perform(&mut next, &mut had, act, n).is_err() {
                continue;
            }
            let changes = next.seat_changes(&start);
            let mut stored: Vec<Seat> = start.seats.clone();
            stored.retain(|seat| {
                !changes.removed.contains(&seat.id) && !changes.saved.iter().any(|saved| saved.id == seat.id)
            });
            stored.extend(changes.saved);
            prop_assert_eq!(&Roster::new(next.shift.clone(), stored), &next);
            after = next;
        }
    }
}

#[test]
fn a_dropped_role_counts_again_when_it_comes_back() {
    let mut roster = empty("driver=1,knocker=1", 600);
    let ana = Holder::Member(PersonId(Uuid::from_u128(100)));
    roster
        .claim(&ana, Some("Driver"), SeatId(Uuid::from_u128(1)), at(NOW))
        .unwrap();
    for needs in ["2", "driver=1,knocker=1"] {
        let needs = Some(Needs::parse(needs).unwrap());
        let edit = Edit {
            needs,
            ..Edit::default()
        };
        roster.edit(&edit, at(NOW)).unwrap();
    }
    assert!(roster.seated().all(|seat| has_role(seat, "driver")));
}
