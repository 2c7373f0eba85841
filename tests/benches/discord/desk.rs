//! What is on our desk before it starts: the server's group, with all these people in it, who agreed to private messages.

use std::ops::Range;
use std::sync::Arc;

use muster::clock::DeskClock;
use muster::ids::MachineIds;
use muster_core::app::App;
use muster_core::chrono::TimeDelta;
use muster_core::clock::{Clock as _, Instant};
use muster_core::door::Defaults;
use muster_core::ids::{IdSource, PersonId};
use muster_core::locale::Language;
use muster_core::people::{Account, Membership};
use muster_core::surface::{Author, Content, Inbound, Platform, RoomAddress, Standing};
use muster_core::testing::HandClock;
use muster_core::testing::world::answered_and_seen;
use muster_core::time::Zone;
use muster_storage::Database;
use muster_test_servers::discord::Person;
use tokio::runtime::Runtime;

use crate::stage::Stage;

/// How many people are written in one unit of work.
const BATCH: usize = 5_000;

/// A desk that is being founded.
struct Desk<'a> {
    app: App,
    ids: Arc<dyn IdSource>,
    began: Instant,
    stage: &'a Stage,
}

/// Founds the group of that Discord in that database.
pub(crate) fn found(url: &str, stage: &Stage) {
    Runtime::new().expect("a runtime").block_on(async {
        let database = Database::open(&url.parse().expect("a URL")).await;
        let database = database.expect("the database is there");
        database.migrate().await.expect("its tables");
        let began = DeskClock::default().now() - TimeDelta::hours(1);
        let defaults = Defaults {
            zone: Zone::parse("America/New_York").expect("a zone"),
            language: Language::English,
        };
        let ids: Arc<dyn IdSource> = Arc::new(MachineIds::default());
        let clock = Arc::new(HandClock::at(began));
        let desk = Desk {
            app: App::new(database.store(), clock, ids.clone(), defaults),
            ids,
            began,
            stage,
        };
        desk.say(&stage.ana, Standing::Administrator, "team list").await;
        desk.say(&stage.people[0], Standing::Member, "shift list").await;
        for first in (1..stage.people.len()).step_by(BATCH) {
            desk.enter(first..stage.people.len().min(first + BATCH)).await;
        }
        drop(desk);
        database.close().await;
    });
}

impl Desk<'_> {
    fn place(&self) -> String {
        self.stage.guild.id().to_string()
    }

    /// Has a command in the server carried out, as if its answer had been seen.
    async fn say(&self, person: &Person, standing: Standing, text: &str) {
        let account = person.id().to_string();
        let inbound = Inbound {
            event: format!("before: {account}: {text}"),
            room: RoomAddress {
                platform: Platform::Discord,
                place: self.place(),
                room: self.stage.room.id().to_string(),
                private: false,
            },
            place_name: "Ward 3".to_owned(),
            author: Author::new(account.as_str(), format!("Person {account}"), standing),
            content: Content::Typed(text.to_owned()),
            on: None,
            edits: None,
            answer_by: None,
            prefix: None,
            said_at: None,
            unseen: false,
            received_at: self.began,
        };
        answered_and_seen(&self.app, &inbound).await;
    }

    /// Enters these people as the first of them was entered; all of them agree to private messages.
    async fn enter(&self, which: Range<usize>) {
        let mut unit = self.app.store().begin().await.expect("a unit of work");
        let first = self.stage.people[0].id().to_string();
        let known = unit.account(Platform::Discord, &first).await.expect("an account");
        let known = known.expect("the first of them acted");
        let place = unit.place(Platform::Discord, &self.place()).await.expect("a place");
        let group = place.expect("ana founded a group").group;
        let member = unit.membership(group, known.person).await.expect("a membership");
        let member = member.expect("the first of them is a member");
        let model = unit.person(known.person).await.expect("a person");
        let mut model = model.expect("an account is somebody's");
        model.agreed_at = Some(self.began);
        unit.save_person(&model).await.expect("a person is saved");
        for n in which {
            let account = self.stage.people[n].id();
            let mut person = model.clone();
            person.id = PersonId::new(&*self.ids, self.began);
            person.name = format!("Person {account}");
            let account = Account {
                account: account.to_string(),
                person: person.id,
                name: person.name.clone(),
                ..known.clone()
            };
            let membership = Membership {
                person: person.id,
                ..member.clone()
            };
            unit.save_person(&person).await.expect("a person is saved");
            unit.save_account(&account).await.expect("an account is saved");
            unit.save_membership(&membership).await.expect("a membership is saved");
        }
        unit.commit().await.expect("a commit");
    }
}
