//! What every store does with people, groups, places and teams. Link codes and merging have files of their own.

use std::sync::Arc;

use chrono::{NaiveTime, TimeDelta};

use super::fixtures::{at, begin, group, id, membership, person, read, room, ward, zone};
use crate::clock::Instant;
use crate::ids::{GroupId, Kind, PersonId, TeamId};
use crate::locale::Language;
use crate::people::{Account, Departure, Group, Member, Pause, Person, Place, Role, Team};
use crate::store::{Store, StoreError};
use crate::surface::Platform;
use crate::time::{Moment, QuietHours};

pub(super) fn account(platform: Platform, name: &str, owner: PersonId, seen_at: Instant) -> Account {
    Account {
        platform,
        account: name.to_owned(),
        person: owner,
        name: name.to_owned(),
        handle: None,
        seen_at,
    }
}

/// A handle finds its account whatever its case, and the one that was heard from last where it passed on.
pub async fn an_account_is_found_by_its_handle(store: Arc<dyn Store>) {
    let called = |name: &str, owner: &Person, handle: Option<&str>, second| Account {
        handle: handle.map(str::to_owned),
        ..account(Platform::Telegram, name, owner.id, at(second))
    };
    let (ana, ben) = (person(1, "Ana"), person(2, "Ben"));
    let mut unit = begin(&store).await;
    unit.save_person(&ana).await.unwrap();
    unit.save_person(&ben).await.unwrap();
    unit.save_account(&called("7", &ana, Some("Ana_R"), 1)).await.unwrap();
    unit.save_account(&called("8", &ben, Some("ana_r"), 0)).await.unwrap();
    unit.commit().await.unwrap();
    let of = async |platform, handle: &str| {
        let found = read(&store).await.account_by_handle(platform, handle).await.unwrap();
        found.map(|account| account.account)
    };
    assert_eq!(of(Platform::Telegram, "aNA_r").await.as_deref(), Some("7"));
    assert_eq!(of(Platform::Discord, "Ana_R").await, None);
    assert_eq!(of(Platform::Telegram, "ana").await, None);
    let mut unit = begin(&store).await;
    unit.save_account(&called("7", &ana, None, 2)).await.unwrap();
    unit.commit().await.unwrap();
    assert_eq!(of(Platform::Telegram, "ana_r").await.as_deref(), Some("8"));
}

pub(super) fn team(group: GroupId, n: u128, name: &str) -> Team {
    Team {
        id: TeamId(id(n)),
        group,
        name: name.to_owned(),
    }
}

/// Every setting reads back, and can be unset again.
pub async fn a_person_reads_back(store: Arc<dyn Store>) {
    let chosen = ward(&store).await.id;
    let plain = person(1, "Ana");
    let settled = Person {
        name: "Ana María \u{1f33b} <b>".to_owned(),
        zone: Some(zone("Europe/Madrid")),
        language: Some(Language::Spanish),
        quiet: Some(QuietHours {
            from: NaiveTime::from_hms_opt(22, 30, 0).unwrap(),
            to: NaiveTime::from_hms_opt(7, 0, 0).unwrap(),
        }),
        ladder: vec![TimeDelta::days(7), TimeDelta::minutes(90)],
        agreed_at: Some(at(5) + TimeDelta::microseconds(123_456)),
        chosen_group: Some(chosen),
        pause: Some(Pause {
            since: at(3),
            until: Some(Moment::at(at(900), zone("Asia/Kathmandu"))),
        }),
        digest: NaiveTime::from_hms_opt(7, 45, 0),
        preferred: Some(Platform::Telegram),
        version: 7,
        ..plain.clone()
    };
    let away = Person {
        pause: Some(Pause {
            since: at(3),
            until: None,
        }),
        ..plain.clone()
    };
    let bare = Person {
        ladder: Vec::new(),
        ..plain.clone()
    };
    for wanted in [plain, settled, away, bare] {
        let mut unit = begin(&store).await;
        unit.save_person(&wanted).await.unwrap();
        unit.commit().await.unwrap();
        assert_eq!(read(&store).await.person(wanted.id).await.unwrap(), Some(wanted));
    }
}

/// A group reads back as it was last saved.
pub async fn a_group_reads_back(store: Arc<dyn Store>) {
    let founded = group(100);
    let renamed = Group {
        name: "Ward 4".to_owned(),
        zone: zone("America/Chicago"),
        language: Language::Spanish,
        rest: Some(TimeDelta::hours(8)),
        version: 2,
        ..founded.clone()
    };
    for wanted in [founded, renamed] {
        let mut unit = begin(&store).await;
        unit.save_group(&wanted).await.unwrap();
        unit.commit().await.unwrap();
        assert_eq!(read(&store).await.group(wanted.id).await.unwrap(), Some(wanted));
    }
    assert_eq!(read(&store).await.group(GroupId(id(7))).await.unwrap(), None);
}

/// The same id on two platforms is two accounts; the one last used comes first.
pub async fn accounts_come_last_used_first(store: Arc<dyn Store>) {
    let ana = person(1, "Ana");
    let mut unit = begin(&store).await;
    unit.save_person(&ana).await.unwrap();
    let telegram = account(Platform::Telegram, "77", ana.id, at(1));
    let matrix = account(Platform::Matrix, "77", ana.id, at(2));
    let console = account(Platform::Console, "ana", ana.id, at(1));
    for account in [&telegram, &matrix, &console] {
        unit.save_account(account).await.unwrap();
    }
    assert_eq!(
        unit.accounts_of(ana.id).await.unwrap(),
        [matrix, console.clone(), telegram.clone()]
    );

    let used = account(Platform::Telegram, "77", ana.id, at(3));
    unit.save_account(&used).await.unwrap();
    assert_eq!(
        unit.account(Platform::Telegram, "77").await.unwrap(),
        Some(used.clone())
    );
    assert_eq!(unit.accounts_of(ana.id).await.unwrap().first(), Some(&used));
    assert_eq!(unit.account(Platform::Discord, "77").await.unwrap(), None);
}

/// A place belongs to one group: whoever enters it second is told so.
pub async fn places_belong_to_one_group(store: Arc<dyn Store>) {
    let (ward, other) = (ward(&store).await, group(101));
    let mut unit = begin(&store).await;
    unit.save_group(&other).await.unwrap();
    let place = |platform, place: &str, group: &Group| Place {
        platform,
        place: place.to_owned(),
        group: group.id,
        name: format!("{place} of ours"),
    };
    let b = place(Platform::Discord, "b", &ward);
    let a = place(Platform::Discord, "a", &ward);
    let c = place(Platform::Console, "c", &ward);
    for place in [&b, &a, &c] {
        unit.save_place(place).await.unwrap();
    }
    assert_eq!(unit.places_of(ward.id).await.unwrap(), [c.clone(), a, b]);

    let moved = place(Platform::Console, "c", &other);
    assert!(matches!(unit.save_place(&moved).await, Err(StoreError::Contended)));
    assert_eq!(unit.place(Platform::Console, "c").await.unwrap(), Some(c));
    assert_eq!(unit.places_of(other.id).await.unwrap(), []);
    let renamed = Place {
        name: "Kitchen".to_owned(),
        ..place(Platform::Console, "c", &ward)
    };
    unit.save_place(&renamed).await.unwrap();
    assert_eq!(unit.place(Platform::Console, "c").await.unwrap(), Some(renamed));
}

/// All groups come in the order of their founding, then by id.
pub async fn groups_come_as_they_were_founded(store: Arc<dyn Store>) {
    let early = Group {
        founded_at: at(-5),
        prefix: "?!".parse().unwrap(),
        ..group(102)
    };
    let wanted = [early, group(100), group(101)];
    let mut unit = begin(&store).await;
    for group in wanted.iter().rev() {
        unit.save_group(group).await.unwrap();
    }
    assert_eq!(unit.groups().await.unwrap(), wanted);
}

/// An account belongs to one person: whoever enters it second is told so.
pub async fn an_account_belongs_to_one_person(store: Arc<dyn Store>) {
    let (ana, ben) = (person(1, "Ana"), person(2, "Ben"));
    let mut unit = begin(&store).await;
    unit.save_person(&ana).await.unwrap();
    unit.save_person(&ben).await.unwrap();
    let entered = account(Platform::Console, "ana", ana.id, at(1));
    unit.save_account(&entered).await.unwrap();
    let again = account(Platform::Console, "ana", ben.id, at(2));
    assert!(matches!(unit.save_account(&again).await, Err(StoreError::Contended)));
    assert_eq!(unit.account(Platform::Console, "ana").await.unwrap(), Some(entered));
}

/// Members come in the order they joined, whatever their ids and roles.
pub async fn members_come_as_they_joined(store: Arc<dyn Store>) {
    let group = ward(&store).await;
    let dana = person(90, "Dana");
    let mut unit = begin(&store).await;
    unit.save_person(&dana).await.unwrap();
    let mut entered = membership(&group, &dana, Role::Member, 0);
    unit.save_membership(&entered).await.unwrap();
    entered.role = Role::Captain;
    entered.room = room("kitchen");
    unit.save_membership(&entered).await.unwrap();

    assert_eq!(unit.membership(group.id, dana.id).await.unwrap(), Some(entered));
    assert_eq!(unit.membership(group.id, PersonId(id(91))).await.unwrap(), None);
    let names = |members: Vec<Member>| members.into_iter().map(|member| member.name).collect::<Vec<_>>();
    assert_eq!(
        names(unit.members(group.id).await.unwrap()),
        ["Dana", "Ana", "Ben", "Cleo"]
    );
    assert_eq!(unit.members(group.id).await.unwrap()[0].role, Role::Captain);
}

/// Somebody's groups come oldest membership first.
pub async fn groups_come_as_they_were_joined(store: Arc<dyn Store>) {
    let ward = ward(&store).await;
    let (ana, earlier) = (person(1, "Ana"), group(300));
    let mut unit = begin(&store).await;
    unit.save_group(&earlier).await.unwrap();
    unit.save_membership(&membership(&earlier, &ana, Role::Member, 0))
        .await
        .unwrap();
    assert_eq!(unit.groups_of(ana.id).await.unwrap(), [earlier, ward.clone()]);
    assert_eq!(unit.groups_of(PersonId(id(2))).await.unwrap(), [ward]);
}

/// People join a team, become its captain, and leave it.
pub async fn teams_have_members_and_captains(store: Arc<dyn Store>) {
    let group = ward(&store).await.id;
    let (ana, ben) = (PersonId(id(1)), PersonId(id(2)));
    let (kitchen, drivers) = (team(group, 50, "Küche"), team(group, 51, "Drivers"));
    let mut unit = begin(&store).await;
    for team in [&drivers, &kitchen] {
        unit.save_team(team).await.unwrap();
    }
    assert_eq!(unit.teams(group).await.unwrap(), [kitchen.clone(), drivers.clone()]);

    unit.join_team(group, kitchen.id, ben, false, at(1)).await.unwrap();
    unit.join_team(group, kitchen.id, ana, false, at(2)).await.unwrap();
    unit.join_team(group, kitchen.id, ben, true, at(3)).await.unwrap();
    let members = unit.team_members(group, kitchen.id).await.unwrap();
    let seen: Vec<_> = members.iter().map(|member| (&*member.name, member.captain)).collect();
    assert_eq!(seen, [("Ben", true), ("Ana", false)]);
    assert_eq!(unit.teams_of(group, ben).await.unwrap(), [(kitchen.clone(), true)]);

    assert!(unit.leave_team(group, kitchen.id, ben).await.unwrap());
    assert!(!unit.leave_team(group, kitchen.id, ben).await.unwrap());
    assert_eq!(unit.teams_of(group, ben).await.unwrap(), []);
    assert_eq!(unit.team_members(group, drivers.id).await.unwrap(), []);
}

/// A team goes only while nobody is in it and nothing names it.
pub async fn a_team_without_people_and_work_can_go(store: Arc<dyn Store>) {
    let ward = ward(&store).await;
    let group = ward.id;
    let teams = ["Kitchen", "Drivers", "Phones", "Doors", "North"];
    let [kitchen, drivers, phones, doors, north] = [50, 51, 52, 53, 54].map(|n| TeamId(id(n)));
    let mut unit = begin(&store).await;
    for (n, name) in (50..).zip(teams) {
        unit.save_team(&team(group, n, name)).await.unwrap();
    }
    unit.join_team(group, drivers, PersonId(id(1)), false, at(1))
        .await
        .unwrap();
    let shift = super::shifts::shift(group, 1, 0);
    unit.save_shift(&crate::shift::Shift {
        team: Some(phones),
        ..shift
    })
    .await
    .unwrap();
    let task = super::tasks::task(&ward, 1);
    unit.save_task(&crate::task::Task {
        team: Some(doors),
        ..task
    })
    .await
    .unwrap();
    let broadcast = crate::broadcast::Broadcast {
        audience: crate::broadcast::Audience::Team(north),
        ..super::broadcasts::broadcast(group, 1)
    };
    unit.save_broadcast(&broadcast).await.unwrap();
    assert!(unit.remove_team(group, kitchen).await.unwrap());
    for kept in [kitchen, drivers, phones, doors, north] {
        assert!(!unit.remove_team(group, kept).await.unwrap());
    }
    assert!(!unit.remove_team(super::fixtures::group(101).id, drivers).await.unwrap());
    let left = unit.teams(group).await.unwrap();
    assert_eq!(left.iter().map(|team| &*team.name).collect::<Vec<_>>(), teams[1..]);

    assert!(unit.leave_team(group, drivers, PersonId(id(1))).await.unwrap());
    assert!(unit.remove_team(group, drivers).await.unwrap());
    unit.commit().await.unwrap();
    assert_eq!(read(&store).await.teams(group).await.unwrap().len(), 3);
}

/// Numbers run from 1, for each kind and group on its own; a number that was rolled back was not given.
pub async fn numbers_run_from_one(store: Arc<dyn Store>) {
    let (ward, other) = (ward(&store).await.id, group(101));
    let mut unit = begin(&store).await;
    unit.save_group(&other).await.unwrap();
    assert_eq!(unit.last_number(ward, Kind::Shift).await.unwrap(), 0);
    assert_eq!(unit.next_number(ward, Kind::Shift).await.unwrap(), 1);
    assert_eq!(unit.next_number(ward, Kind::Shift).await.unwrap(), 2);
    assert_eq!(unit.last_number(ward, Kind::Shift).await.unwrap(), 2);
    assert_eq!(unit.next_number(ward, Kind::Task).await.unwrap(), 1);
    assert_eq!(unit.next_number(other.id, Kind::Shift).await.unwrap(), 1);
    unit.commit().await.unwrap();

    let mut dropped = begin(&store).await;
    assert_eq!(dropped.next_number(ward, Kind::Shift).await.unwrap(), 3);
    drop(dropped);
    assert_eq!(begin(&store).await.next_number(ward, Kind::Shift).await.unwrap(), 3);
}

/// A suspended membership is in the register and nowhere else, and can be taken up again.
pub async fn a_suspended_membership_stands_in_no_list(store: Arc<dyn Store>) {
    let ward = ward(&store).await;
    let ben = person(2, "Ben");
    let mut unit = begin(&store).await;
    let entered = unit.membership(ward.id, ben.id).await.unwrap().unwrap();
    let left = entered.clone().suspended(Departure::Left, at(7));
    assert_eq!(left.role, Role::Member);
    unit.save_membership(&left).await.unwrap();
    unit.commit().await.unwrap();

    let mut unit = begin(&store).await;
    assert_eq!(unit.membership(ward.id, ben.id).await.unwrap(), None);
    assert_eq!(unit.register_entry(ward.id, ben.id).await.unwrap(), Some(left));
    assert_eq!(unit.groups_of(ben.id).await.unwrap(), []);
    let names = |members: Vec<Member>| members.into_iter().map(|member| member.name).collect::<Vec<_>>();
    assert_eq!(names(unit.members(ward.id).await.unwrap()), ["Ana", "Cleo"]);
    assert_eq!(names(unit.removed_members(ward.id).await.unwrap()), [""; 0]);

    unit.save_membership(&entered).await.unwrap();
    assert_eq!(unit.membership(ward.id, ben.id).await.unwrap(), Some(entered));
    assert_eq!(names(unit.members(ward.id).await.unwrap()), ["Ana", "Ben", "Cleo"]);
}

/// Whom an organizer removed is found among those removed, in that group only.
pub async fn whom_an_organizer_removed_is_found(store: Arc<dyn Store>) {
    let ward = ward(&store).await;
    let mut unit = begin(&store).await;
    for (n, departure) in [(3, Departure::Removed), (2, Departure::Removed), (1, Departure::Left)] {
        let entry = unit.register_entry(ward.id, PersonId(id(n))).await.unwrap().unwrap();
        unit.save_membership(&entry.suspended(departure, at(9))).await.unwrap();
    }
    let removed = unit.removed_members(ward.id).await.unwrap();
    assert_eq!(
        removed.iter().map(|member| &*member.name).collect::<Vec<_>>(),
        ["Ben", "Cleo"]
    );
    assert_eq!(unit.members(ward.id).await.unwrap(), []);
    assert_eq!(unit.removed_members(group(101).id).await.unwrap(), []);
}
