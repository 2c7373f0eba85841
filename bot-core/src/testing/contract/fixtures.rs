//! People, groups and instants that the behaviours begin with.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta};
use uuid::Uuid;

use crate::clock::Instant;
use crate::ids::{GroupId, PersonId};
use crate::locale::Language;
use crate::people::{Group, Membership, Person, Prefix, Role, default_ladder};
use crate::store::{Store, UnitOfWork};
use crate::surface::{Platform, RoomAddress};
use crate::time::Zone;

/// A round instant, `minutes` after the beginning of the contract's time.
pub fn at(minutes: i64) -> Instant {
    DateTime::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::minutes(minutes)
}

/// The `n`th id.
pub const fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

/// The zone of that name.
pub fn zone(name: &str) -> Zone {
    serde_json::from_value(name.into()).unwrap()
}

/// A person who has set nothing, the `n`th.
pub fn person(n: u128, name: &str) -> Person {
    Person {
        id: PersonId(id(n)),
        name: name.to_owned(),
        zone: None,
        language: None,
        quiet: None,
        ladder: default_ladder(),
        agreed_at: None,
        chosen_group: None,
        pause: None,
        digest: None,
        preferred: None,
        version: 1,
    }
}

/// A group in New York, the `n`th.
pub fn group(n: u128) -> Group {
    Group {
        id: GroupId(id(n)),
        name: "Ward 3".to_owned(),
        zone: zone("America/New_York"),
        language: Language::English,
        prefix: Prefix::default(),
        asks: 3,
        rest: None,
        founded_at: at(0),
        version: 1,
    }
}

/// The room `name` of the place `console`.
pub fn room(name: &str) -> RoomAddress {
    RoomAddress {
        platform: Platform::Console,
        place: "console".to_owned(),
        room: name.to_owned(),
        private: false,
    }
}

/// Somebody's membership, entered `minutes` after the beginning.
pub fn membership(group: &Group, person: &Person, role: Role, minutes: i64) -> Membership {
    Membership {
        role,
        ..Membership::entered(group.id, person.id, at(minutes), room("main"))
    }
}

/// Begins a unit of work that may write.
pub async fn begin(store: &Arc<dyn Store>) -> Box<dyn UnitOfWork> {
    store.begin().await.unwrap()
}

/// Begins a unit of work that reads.
pub async fn read(store: &Arc<dyn Store>) -> Box<dyn UnitOfWork> {
    store.read().await.unwrap()
}

/// A group of which Ana (person 1) is organizer, Ben (2) captain and Cleo (3) member, committed; the group.
pub async fn ward(store: &Arc<dyn Store>) -> Group {
    let group = group(100);
    let mut unit = begin(store).await;
    unit.save_group(&group).await.unwrap();
    let people = [("Ana", Role::Organizer), ("Ben", Role::Captain), ("Cleo", Role::Member)];
    for (n, (name, role)) in (1..).zip(people) {
        let person = person(n, name);
        unit.save_person(&person).await.unwrap();
        let minutes = i64::try_from(n).unwrap();
        unit.save_membership(&membership(&group, &person, role, minutes))
            .await
            .unwrap();
    }
    unit.commit().await.unwrap();
    group
}
