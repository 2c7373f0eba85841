//! What every store does with searches for people, and with whom they ask.

use std::sync::Arc;

use super::fixtures::{at, begin, id, person, read, ward};
use super::shifts::{save, seat, shift};
use crate::ids::{GroupId, PersonId, ShiftId, TeamId};
use crate::people::{Departure, Person, Team};
use crate::shift::search::{Ask, Search, Wanted};
use crate::shift::{Holder, Roster, SeatStanding};
use crate::store::{Store, UnitOfWork};

const ANA: PersonId = PersonId(id(1));
const BEN: PersonId = PersonId(id(2));
const CLEO: PersonId = PersonId(id(3));

fn ask(person: PersonId, minutes: i64) -> Ask {
    Ask {
        person,
        asked_at: at(minutes),
        until: at(minutes + 60),
        declined_at: None,
    }
}

/// The ward with two shifts, S1 and S2, and everybody agreed to private messages.
async fn agreed(store: &Arc<dyn Store>) -> (GroupId, [ShiftId; 2]) {
    let group = ward(store).await.id;
    let shifts = [shift(group, 1, 3000), shift(group, 2, 4000)];
    save(store, &shifts.clone().map(|shift| Roster::new(shift, Vec::new()))).await;
    let mut unit = begin(store).await;
    for (n, name) in (1..).zip(["Ana", "Ben", "Cleo"]) {
        let agreed = Person {
            agreed_at: Some(at(1)),
            ..person(n, name)
        };
        unit.save_person(&agreed).await.unwrap();
    }
    unit.commit().await.unwrap();
    (group, shifts.map(|shift| shift.id))
}

/// Everybody whom S1 may suit.
fn anybody(group: GroupId, shift: ShiftId) -> Wanted {
    Wanted {
        group,
        shift,
        team: None,
        skill: None,
        free: (at(600), at(720)),
        since: at(-60),
        asks: 2,
    }
}

async fn suitable(unit: &mut dyn UnitOfWork, wanted: &Wanted) -> Vec<PersonId> {
    unit.suitable(wanted, 10).await.unwrap()
}

/// A shift has one search at most, which is changed and ended.
pub async fn a_search_is_on_until_it_is_ended(store: Arc<dyn Store>) {
    let (group, [first, second]) = agreed(&store).await;
    let search = Search {
        by: ANA,
        at_once: 5,
        begun_at: at(3),
    };
    let mut unit = begin(&store).await;
    unit.save_search(group, first, &search).await.unwrap();
    let more = Search { at_once: 7, ..search };
    unit.save_search(group, first, &more).await.unwrap();
    unit.commit().await.unwrap();
    let mut unit = begin(&store).await;
    assert_eq!(unit.search_of(group, first).await.unwrap(), Some(more));
    assert_eq!(unit.search_of(group, second).await.unwrap(), None);
    unit.end_search(group, first).await.unwrap();
    unit.end_search(group, first).await.unwrap();
    assert_eq!(unit.search_of(group, first).await.unwrap(), None);
}

/// Asks read back in the order in which people were asked; a no stands, and whoever was not asked declines nothing.
pub async fn asks_read_back_with_their_answer(store: Arc<dyn Store>) {
    let (group, [first, second]) = agreed(&store).await;
    let mut unit = begin(&store).await;
    unit.add_ask(group, first, &ask(BEN, 5)).await.unwrap();
    unit.add_ask(group, first, &ask(CLEO, 4)).await.unwrap();
    unit.add_ask(group, second, &ask(BEN, 6)).await.unwrap();
    assert!(unit.decline_ask(group, first, CLEO, at(7)).await.unwrap());
    assert!(unit.decline_ask(group, first, CLEO, at(8)).await.unwrap());
    assert!(!unit.decline_ask(group, first, ANA, at(8)).await.unwrap());
    unit.commit().await.unwrap();
    let mut unit = read(&store).await;
    let declined = Ask {
        declined_at: Some(at(7)),
        ..ask(CLEO, 4)
    };
    assert_eq!(unit.asks_of(group, first).await.unwrap(), [declined, ask(BEN, 5)]);
    let theirs = unit.asks_of_person(BEN).await.unwrap();
    assert_eq!(theirs, [(group, 1, ask(BEN, 5)), (group, 2, ask(BEN, 6))]);
}

/// Nobody is asked twice for a shift.
pub async fn nobody_is_asked_twice_for_a_shift(store: Arc<dyn Store>) {
    let (group, [first, _]) = agreed(&store).await;
    let mut unit = begin(&store).await;
    unit.add_ask(group, first, &ask(BEN, 5)).await.unwrap();
    assert!(unit.add_ask(group, first, &ask(BEN, 6)).await.is_err());
}

/// Least recently asked comes first; whoever was asked for it, or too often, is left out.
pub async fn least_recently_asked_comes_first(store: Arc<dyn Store>) {
    let (group, [first, second]) = agreed(&store).await;
    let mut unit = begin(&store).await;
    let wanted = anybody(group, first);
    assert_eq!(suitable(&mut *unit, &wanted).await, [ANA, BEN, CLEO]);
    unit.add_ask(group, second, &ask(ANA, 6)).await.unwrap();
    unit.add_ask(group, second, &ask(BEN, 5)).await.unwrap();
    assert_eq!(suitable(&mut *unit, &wanted).await, [CLEO, BEN, ANA]);
    assert_eq!(unit.suitable(&wanted, 2).await.unwrap(), [CLEO, BEN]);
    let once = Wanted {
        asks: 1,
        ..wanted.clone()
    };
    assert_eq!(suitable(&mut *unit, &once).await, [CLEO]);
    let later = Wanted { since: at(5), ..once };
    assert_eq!(suitable(&mut *unit, &later).await, [CLEO, BEN]);
    unit.add_ask(group, first, &ask(CLEO, 7)).await.unwrap();
    assert_eq!(suitable(&mut *unit, &wanted).await, [BEN, ANA]);
}

/// Whoever is on it, is in another shift then, did not agree or is no member any more is left out.
pub async fn who_cannot_come_is_not_asked(store: Arc<dyn Store>) {
    let (group, [first, _]) = agreed(&store).await;
    let other = shift(group, 3, 5000);
    let taken = |n: u128, who, standing| seat(n, Holder::Member(who), standing, 1);
    let seats = vec![taken(1, ANA, SeatStanding::In), taken(2, CLEO, SeatStanding::Waiting)];
    let times = (other.start.at, other.ends_at());
    save(&store, &[Roster::new(other, seats)]).await;
    let mut unit = begin(&store).await;
    let then = Wanted {
        free: times,
        ..anybody(group, first)
    };
    assert_eq!(suitable(&mut *unit, &then).await, [BEN, CLEO], "whoever waits is free");
    let after = Wanted {
        free: (times.1, times.1 + chrono::TimeDelta::hours(1)),
        ..then.clone()
    };
    assert_eq!(suitable(&mut *unit, &after).await, [ANA, BEN, CLEO]);
    let on_it = Wanted {
        shift: shift(group, 3, 5000).id,
        ..after
    };
    assert_eq!(suitable(&mut *unit, &on_it).await, [BEN]);
    unit.save_person(&person(2, "Ben")).await.unwrap();
    assert_eq!(suitable(&mut *unit, &then).await, [CLEO]);
    let cleo = unit.membership(group, CLEO).await.unwrap().unwrap();
    unit.save_membership(&cleo.suspended(Departure::Left, at(9)))
        .await
        .unwrap();
    assert_eq!(suitable(&mut *unit, &then).await, []);
}

/// Of a team its members are asked, of a skill those who name it.
pub async fn a_team_and_a_skill_narrow_it_down(store: Arc<dyn Store>) {
    let (group, [first, _]) = agreed(&store).await;
    let team = Team {
        id: TeamId(id(50)),
        group,
        name: "North".to_owned(),
    };
    let mut unit = begin(&store).await;
    unit.save_team(&team).await.unwrap();
    for member in [BEN, CLEO] {
        unit.join_team(group, team.id, member, false, at(1)).await.unwrap();
    }
    for member in [ANA, CLEO] {
        unit.set_skills(member, &["Driver".to_owned()]).await.unwrap();
    }
    let of = |team: Option<TeamId>, skill: Option<&str>| Wanted {
        team,
        skill: skill.map(ToOwned::to_owned),
        ..anybody(group, first)
    };
    assert_eq!(suitable(&mut *unit, &of(Some(team.id), None)).await, [BEN, CLEO]);
    assert_eq!(suitable(&mut *unit, &of(None, Some("driver"))).await, [ANA, CLEO]);
    assert_eq!(suitable(&mut *unit, &of(Some(team.id), Some("DRIVER"))).await, [CLEO]);
    assert_eq!(suitable(&mut *unit, &of(None, Some("cook"))).await, []);
}

/// The asks and searches of two persons who become one are that one's; whoever is forgotten was never asked.
pub async fn asks_follow_their_person(store: Arc<dyn Store>) {
    let (group, [first, second]) = agreed(&store).await;
    let search = Search {
        by: BEN,
        at_once: 5,
        begun_at: at(3),
    };
    let mut unit = begin(&store).await;
    unit.save_search(group, first, &search).await.unwrap();
    for (shift, asked) in [(first, ask(ANA, 4)), (first, ask(BEN, 5)), (second, ask(BEN, 6))] {
        unit.add_ask(group, shift, &asked).await.unwrap();
    }
    unit.reassign_asks(BEN, ANA).await.unwrap();
    let theirs = unit.asks_of_person(ANA).await.unwrap();
    assert_eq!(theirs, [(group, 1, ask(ANA, 4)), (group, 2, ask(ANA, 6))]);
    assert_eq!(unit.asks_of_person(BEN).await.unwrap(), []);
    assert_eq!(unit.search_of(group, first).await.unwrap().unwrap().by, ANA);
    unit.remove_person(ANA).await.unwrap();
    assert_eq!(unit.asks_of(group, first).await.unwrap(), []);
    assert_eq!(unit.search_of(group, first).await.unwrap(), None);
}
