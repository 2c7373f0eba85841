//! A desk with many members, made without the binary: who they are, and reminders of theirs that are due.

use std::sync::Arc;

use muster_core::app::{App, Handled, Lease};
use muster_core::chrono::TimeDelta;
use muster_core::clock::{Clock, Instant};
use muster_core::door::Defaults;
use muster_core::ids::{GroupId, IdSource, PersonId};
use muster_core::locale::Language;
use muster_core::people::{Account, Membership, Person};
use muster_core::store::{OutboxState, Store};
use muster_core::surface::{Author, Content, Inbound, Platform, RoomAddress, Standing};
use muster_core::testing::HandClock;
use muster_core::testing::contract::fixtures::person;
use muster_core::time::Zone;

/// The node that makes the desk.
const NODE: &str = "crowd";
/// The place of the tests' own platforms.
pub(crate) const PLACE: &str = "square";

/// The account of the `n`th member.
pub(crate) fn member(n: usize) -> String {
    format!("p{n:05}")
}

/// What the `n`th reminder says.
pub(crate) fn reminder(n: usize) -> String {
    format!("bring-{n:04}")
}

/// The makings of a desk, an hour ago.
pub(crate) struct Crowd {
    app: App,
    ids: Arc<dyn IdSource>,
    platform: Platform,
    began: Instant,
    events: u32,
}

impl Crowd {
    pub(crate) fn new(store: Arc<dyn Store>, platform: Platform) -> Self {
        let now = muster::clock::DeskClock::default().now();
        let began = now - TimeDelta::hours(1);
        let ids: Arc<dyn IdSource> = Arc::new(muster::ids::MachineIds::default());
        let defaults = Defaults {
            zone: Zone::parse("America/New_York").unwrap(),
            language: Language::English,
        };
        let clock = Arc::new(HandClock::at(began));
        Self {
            app: App::new(store, clock, ids.clone(), defaults),
            ids,
            platform,
            began,
            events: 0,
        }
    }

    /// Founds the group, enters so many members who agreed to private messages, and sets so many reminders of theirs that
    /// have been due for half an hour.
    pub(crate) async fn make(mut self, members: usize, reminders: usize) {
        self.say("ana", "main", "team list").await;
        let mut unit = self.app.store().read().await.unwrap();
        let place = unit.place(self.platform, PLACE).await.unwrap().unwrap();
        drop(unit);
        for first in (0..members).step_by(500) {
            self.enter(place.group, first..members.min(first + 500)).await;
        }
        for n in 0..reminders {
            let name = member(n);
            self.say(&name, &format!("@{name}"), &format!("remind me in 30m {}", reminder(n)))
                .await;
        }
    }

    async fn enter(&self, group: GroupId, members: std::ops::Range<usize>) {
        let mut unit = self.app.store().begin().await.unwrap();
        for name in members.map(member) {
            let person = Person {
                id: PersonId::new(&*self.ids, self.began),
                agreed_at: Some(self.began),
                ..person(1, &name)
            };
            unit.save_person(&person).await.unwrap();
            let account = Account {
                platform: self.platform,
                account: name.clone(),
                person: person.id,
                name,
                handle: None,
                seen_at: self.began,
            };
            unit.save_account(&account).await.unwrap();
            let room = self.room("main");
            unit.save_membership(&Membership::entered(group, person.id, self.began, room))
                .await
                .unwrap();
        }
        unit.commit().await.unwrap();
    }

    /// Has a command carried out, as if its answer had been seen.
    async fn say(&mut self, name: &str, room: &str, text: &str) {
        self.events += 1;
        let inbound = Inbound {
            event: format!("crowd-{}", self.events),
            room: self.room(room),
            place_name: "Square".to_owned(),
            author: Author {
                account: name.to_owned(),
                name: name.to_owned(),
                standing: if name == "ana" {
                    Standing::Administrator
                } else {
                    Standing::Member
                },
                anonymous: false,
                handle: None,
            },
            content: Content::Typed(text.to_owned()),
            on: None,
            edits: None,
            received_at: self.began,
        };
        let lease = Lease {
            owner: NODE,
            until: self.began + TimeDelta::days(1),
        };
        let Handled::Answered(answer) = self.app.handle(&inbound, lease).await.unwrap() else {
            panic!("{text} came once");
        };
        let mut unit = self.app.store().begin().await.unwrap();
        let settled = unit.settle_sending(answer.id, NODE, OutboxState::Delivered, self.began);
        assert!(settled.await.unwrap());
        unit.commit().await.unwrap();
    }

    fn room(&self, room: &str) -> RoomAddress {
        RoomAddress {
            platform: self.platform,
            place: PLACE.to_owned(),
            room: room.to_owned(),
            private: room.starts_with('@'),
        }
    }
}
