//! What every store does with what a platform's roles give.

use std::sync::Arc;

use super::fixtures::{at, begin, id, person, read, ward};
use super::people::account;
use crate::ids::{GroupId, PersonId, TeamId};
use crate::people::mapping::{Gives, PlaceRole, RoleHold, RoleMapping};
use crate::people::{Place, Team};
use crate::store::{Store, UnitOfWork};
use crate::surface::Platform;

const TEAM: TeamId = TeamId(id(60));

fn role(group: GroupId, place: &str, role: &str) -> PlaceRole {
    PlaceRole {
        group,
        platform: Platform::Discord,
        place: place.to_owned(),
        role: role.to_owned(),
    }
}

fn mapping(of: PlaceRole, gives: Gives) -> RoleMapping {
    RoleMapping {
        name: format!("Role {}", of.role),
        of,
        gives,
    }
}

fn hold(mapping: &RoleMapping, account: &str, given: bool) -> RoleHold {
    RoleHold {
        of: mapping.of.clone(),
        gives: mapping.gives,
        account: account.to_owned(),
        given,
    }
}

/// A group with a team, and what two roles of one place give in it.
async fn two_mappings(store: &Arc<dyn Store>) -> (GroupId, [RoleMapping; 2]) {
    let group = ward(store).await.id;
    let team = Team {
        id: TEAM,
        group,
        name: "North".to_owned(),
    };
    let captain = mapping(role(group, "guild", "7"), Gives::Captain);
    let north = mapping(role(group, "guild", "8"), Gives::Team(TEAM));
    let mut unit = begin(store).await;
    unit.save_team(&team).await.unwrap();
    for mapping in [&north, &captain] {
        unit.save_role_mapping(mapping).await.unwrap();
    }
    unit.commit().await.unwrap();
    (group, [captain, north])
}

/// Somebody with that account on Discord.
async fn somebody(unit: &mut dyn UnitOfWork, n: u128, name: &str) -> PersonId {
    let person = person(n, name);
    unit.save_person(&person).await.unwrap();
    let account = account(Platform::Discord, name, person.id, at(0));
    unit.save_account(&account).await.unwrap();
    person.id
}

/// What roles give reads back by group and by place, in order.
pub async fn what_roles_give_reads_back(store: Arc<dyn Store>) {
    let (group, [captain, north]) = two_mappings(&store).await;
    let elsewhere = mapping(role(group, "another", "7"), Gives::Captain);
    let mut unit = begin(&store).await;
    unit.save_role_mapping(&elsewhere).await.unwrap();
    unit.commit().await.unwrap();
    let mut unit = read(&store).await;
    let all = [elsewhere, captain.clone(), north.clone()];
    assert_eq!(unit.role_mappings(group).await.unwrap(), all);
    assert_eq!(unit.role_mappings(GroupId(id(99))).await.unwrap(), []);
    let here = unit.role_mappings_in(group, Platform::Discord, "guild").await.unwrap();
    assert_eq!(here, [captain, north]);
    let other = unit.role_mappings_in(group, Platform::Matrix, "guild").await.unwrap();
    assert_eq!(other, []);
}

/// What a role gives is replaced; who held it stays.
pub async fn what_a_role_gives_is_replaced(store: Arc<dyn Store>) {
    let (group, [captain, north]) = two_mappings(&store).await;
    let mut unit = begin(&store).await;
    let ana = somebody(&mut *unit, 1, "ana").await;
    unit.save_role_hold(&hold(&captain, "ana", true)).await.unwrap();
    let changed = RoleMapping {
        name: "Walkers".to_owned(),
        gives: Gives::Team(TEAM),
        ..captain
    };
    unit.save_role_mapping(&changed).await.unwrap();
    assert_eq!(unit.role_mappings(group).await.unwrap(), [changed.clone(), north]);
    let holds = unit.role_holds_of(group, ana).await.unwrap();
    assert_eq!(holds, [hold(&changed, "ana", true)]);
}

/// Who holds a role reads back by person, through whichever account, and by role.
pub async fn who_holds_a_role_reads_back(store: Arc<dyn Store>) {
    let (group, [captain, north]) = two_mappings(&store).await;
    let mut unit = begin(&store).await;
    let ben = somebody(&mut *unit, 2, "ben").await;
    let ana = somebody(&mut *unit, 1, "ana").await;
    unit.save_account(&account(Platform::Discord, "ana2", ana, at(1)))
        .await
        .unwrap();
    for held in [
        hold(&north, "ana", false),
        hold(&captain, "ana2", true),
        hold(&captain, "ana", true),
        hold(&captain, "ben", false),
    ] {
        unit.save_role_hold(&held).await.unwrap();
    }
    unit.save_role_hold(&hold(&north, "ana", true)).await.unwrap();
    unit.commit().await.unwrap();
    let mut unit = begin(&store).await;
    let of_ana = [
        hold(&captain, "ana", true),
        hold(&captain, "ana2", true),
        hold(&north, "ana", true),
    ];
    assert_eq!(unit.role_holds_of(group, ana).await.unwrap(), of_ana);
    assert_eq!(unit.role_holders(&captain.of).await.unwrap(), [ana, ben]);
    assert_eq!(unit.role_holders(&north.of).await.unwrap(), [ana]);
    unit.remove_role_hold(&of_ana[1]).await.unwrap();
    unit.remove_role_mapping(&north.of).await.unwrap();
    assert_eq!(unit.role_holds_of(group, ana).await.unwrap(), of_ana[..1]);
    assert_eq!(unit.role_holders(&north.of).await.unwrap(), []);
}

/// Two persons who become one hold what both did.
pub async fn persons_who_become_one_hold_what_both_did(store: Arc<dyn Store>) {
    let (group, [captain, north]) = two_mappings(&store).await;
    let mut unit = begin(&store).await;
    let ana = somebody(&mut *unit, 1, "ana").await;
    let ben = somebody(&mut *unit, 2, "ben").await;
    let held = [
        hold(&captain, "ana", true),
        hold(&captain, "ben", true),
        hold(&north, "ben", false),
    ];
    for hold in &held {
        unit.save_role_hold(hold).await.unwrap();
    }
    unit.merge_people(ben, ana).await.unwrap();
    assert_eq!(unit.role_holds_of(group, ana).await.unwrap(), held);
    assert_eq!(unit.role_holds_of(group, ben).await.unwrap(), []);
}

/// An account that is removed holds nothing, and a group that is removed has no roles that give something.
pub async fn what_is_removed_holds_and_gives_nothing(store: Arc<dyn Store>) {
    let (group, [captain, north]) = two_mappings(&store).await;
    let mut unit = begin(&store).await;
    let ana = somebody(&mut *unit, 1, "ana").await;
    unit.save_role_hold(&hold(&captain, "ana", true)).await.unwrap();
    unit.remove_account(Platform::Discord, "ana").await.unwrap();
    assert_eq!(unit.role_holders(&captain.of).await.unwrap(), []);
    unit.remove_person(ana).await.unwrap();
    somebody(&mut *unit, 2, "ben").await;
    unit.save_role_hold(&hold(&north, "ben", true)).await.unwrap();
    unit.remove_group(group).await.unwrap();
    assert_eq!(unit.role_mappings(group).await.unwrap(), []);
    assert_eq!(unit.role_holders(&north.of).await.unwrap(), []);
}

/// A team that a role gives a place in is not taken away.
pub async fn a_team_that_a_role_gives_is_kept(store: Arc<dyn Store>) {
    let (group, [_, north]) = two_mappings(&store).await;
    let mut unit = begin(&store).await;
    assert!(!unit.remove_team(group, TEAM).await.unwrap());
    unit.remove_role_mapping(&north.of).await.unwrap();
    assert!(unit.remove_team(group, TEAM).await.unwrap());
}

/// What roles give, and who holds them, follows a place that goes by another id.
pub async fn what_roles_give_follows_their_place(store: Arc<dyn Store>) {
    let (group, [captain, north]) = two_mappings(&store).await;
    let stale = mapping(role(group, "moved", "7"), Gives::Team(TEAM));
    let other = mapping(role(group, "another", "7"), Gives::Captain);
    let mut unit = begin(&store).await;
    let ana = somebody(&mut *unit, 1, "ana").await;
    let place = Place {
        platform: Platform::Discord,
        place: "guild".to_owned(),
        group,
        name: "Guild".to_owned(),
    };
    unit.save_place(&place).await.unwrap();
    for mapping in [&stale, &other] {
        unit.save_role_mapping(mapping).await.unwrap();
    }
    for held in [&captain, &stale, &other] {
        unit.save_role_hold(&hold(held, "ana", true)).await.unwrap();
    }
    unit.move_place(Platform::Discord, "guild", "moved", at(5))
        .await
        .unwrap();
    let moved = [captain, north].map(|mapping| RoleMapping {
        of: role(group, "moved", &mapping.of.role),
        ..mapping
    });
    let all = [other.clone(), moved[0].clone(), moved[1].clone()];
    assert_eq!(unit.role_mappings(group).await.unwrap(), all);
    let holds = [hold(&other, "ana", true), hold(&moved[0], "ana", true)];
    assert_eq!(unit.role_holds_of(group, ana).await.unwrap(), holds);
}
