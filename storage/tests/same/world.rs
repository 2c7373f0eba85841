//! Who is there before anything happens, and everything that can be seen of a store.

use std::fmt::Write;

use muster_core::ids::{GroupId, PersonId, TeamId};
use muster_core::people::Team;
use muster_core::store::Store;
use muster_core::surface::Platform;
use muster_core::testing::contract::fixtures::{at, group, id, person};
use muster_core::testing::post::next_sending;

/// How many people, groups and teams a group there are.
pub(crate) const PEOPLE: u128 = 3;
pub(crate) const GROUPS: u128 = 2;
pub(crate) const TEAMS: u128 = 2;

/// The `n`th of them, from nought.
pub(crate) fn person_id(n: u128) -> PersonId {
    PersonId(id(1 + n))
}

pub(crate) fn group_id(n: u128) -> GroupId {
    GroupId(id(100 + n))
}

pub(crate) fn team_id(n: u128) -> TeamId {
    TeamId(id(200 + n))
}

pub(crate) fn team(group: u128, n: u128, name: &str) -> Team {
    Team {
        id: team_id(n),
        group: group_id(group),
        name: name.to_owned(),
    }
}

/// Lets everybody in, so that every act is about somebody who is there.
pub(crate) async fn found(store: &dyn Store) {
    let mut unit = store.begin().await.unwrap();
    for n in 0..PEOPLE {
        unit.save_person(&person(1 + n, "Ana")).await.unwrap();
    }
    for n in 0..GROUPS {
        unit.save_group(&group(100 + n)).await.unwrap();
        for team_number in 0..TEAMS {
            let name = format!("team {team_number}");
            unit.save_team(&team(n, team_number, &name)).await.unwrap();
        }
    }
    unit.commit().await.unwrap();
}

/// Everything that can be read without changing it, as text.
pub(crate) async fn observe(store: &dyn Store) -> String {
    let mut seen = String::new();
    let mut unit = store.read().await.unwrap();
    for person in (0..PEOPLE).map(person_id) {
        writeln!(seen, "{:?}", unit.person(person).await.unwrap()).unwrap();
        writeln!(seen, "{:?}", unit.accounts_of(person).await.unwrap()).unwrap();
        writeln!(seen, "{:?}", unit.groups_of(person).await.unwrap()).unwrap();
        writeln!(seen, "{:?}", unit.claimed_code(person).await.unwrap()).unwrap();
    }
    for group in (0..GROUPS).map(group_id) {
        writeln!(seen, "{:?}", unit.group(group).await.unwrap()).unwrap();
        writeln!(seen, "{:?}", unit.members(group).await.unwrap()).unwrap();
        writeln!(seen, "{:?}", unit.removed_members(group).await.unwrap()).unwrap();
        writeln!(seen, "{:?}", unit.places_of(group).await.unwrap()).unwrap();
        writeln!(seen, "{:?}", unit.teams(group).await.unwrap()).unwrap();
        writeln!(seen, "{:?}", unit.audit_log(group, 100).await.unwrap()).unwrap();
        for team in (0..TEAMS).map(team_id) {
            writeln!(seen, "{:?}", unit.team_members(group, team).await.unwrap()).unwrap();
        }
        for person in (0..PEOPLE).map(person_id) {
            writeln!(seen, "{:?}", unit.membership(group, person).await.unwrap()).unwrap();
            writeln!(seen, "{:?}", unit.register_entry(group, person).await.unwrap()).unwrap();
            writeln!(seen, "{:?}", unit.teams_of(group, person).await.unwrap()).unwrap();
        }
    }
    for hash in 0..3 {
        writeln!(seen, "{:?}", unit.link_code(&[hash; 32]).await.unwrap()).unwrap();
    }
    let wrong = unit.wrong_codes(Platform::Console, "ana", at(5)).await.unwrap();
    writeln!(seen, "{wrong}, {:?}", unit.hand_set_clock().await.unwrap()).unwrap();
    writeln!(seen, "{:?}", unit.has_accounts_beyond(Platform::Console).await.unwrap()).unwrap();
    writeln!(seen, "{:?}", unit.due(at(100), 100).await.unwrap()).unwrap();
    writeln!(seen, "{:?}", unit.due(at(5), 2).await.unwrap()).unwrap();
    writeln!(seen, "{:?}", unit.next_due().await.unwrap()).unwrap();
    for platform in Platform::ALL {
        // A number that was given in a unit that never was may be left out: only the order counts.
        let waiting = unit.waiting(platform, None, 100).await.unwrap();
        assert!(waiting.is_sorted_by_key(|event| event.came));
        let waiting: Vec<_> = waiting.into_iter().map(|event| (event.tries, event.inbound)).collect();
        writeln!(seen, "{waiting:?}").unwrap();
        writeln!(seen, "{:?}", unit.stale_cards(platform, at(100), 100).await.unwrap()).unwrap();
        writeln!(seen, "{:?}", unit.next_stale(platform).await.unwrap()).unwrap();
    }
    writeln!(seen, "{:?}", next_sending(&mut *unit).await.unwrap()).unwrap();
    writeln!(seen, "{:?}", unit.outbox_depth().await.unwrap()).unwrap();
    writeln!(seen, "{:?}", unit.leases().await.unwrap()).unwrap();
    writeln!(seen, "{:?}", unit.pinned().await.unwrap()).unwrap();
    seen
}
