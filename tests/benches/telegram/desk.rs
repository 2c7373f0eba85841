//! What is on our desk before it starts: the group of which all these people are members, and its shift, in which each has
//! a seat.

use std::sync::Arc;

use muster::clock::DeskClock;
use muster::ids::MachineIds;
use muster_core::app::App;
use muster_core::chrono::TimeDelta;
use muster_core::clock::{Clock as _, Instant};
use muster_core::door::Defaults;
use muster_core::locale::Language;
use muster_core::surface::{Author, Content, Inbound, Platform, RoomAddress, Standing};
use muster_core::testing::HandClock;
use muster_core::testing::world::answered_and_seen;
use muster_core::time::Zone;
use muster_storage::Database;
use muster_test_servers::telegram::Person;
use tokio::runtime::Runtime;

/// The group's chat.
const GROUP: &str = "-1002000000001";

/// Founds the group in that database; the first of these people is its organizer.
pub(crate) fn found(url: &str, people: &[Person]) {
    Runtime::new().expect("a runtime").block_on(async {
        let database = Database::open(&url.parse().expect("a URL")).await;
        let database = database.expect("the database is there");
        database.migrate().await.expect("its tables");
        let began = DeskClock::default().now() - TimeDelta::hours(1);
        let defaults = Defaults {
            zone: Zone::parse("America/New_York").expect("a zone"),
            language: Language::English,
        };
        let clock = Arc::new(HandClock::at(began));
        let app = App::new(database.store(), clock, Arc::new(MachineIds::default()), defaults);
        let add = format!("shift add Canvass Ward 3 sat 10am-1pm needs:{}", people.len());
        say(&app, began, (&people[0], Standing::Administrator), &add).await;
        for person in people {
            say(&app, began, (person, Standing::Member), "shift claim S1").await;
        }
        drop(app);
        database.close().await;
    });
}

/// Has a command in the group carried out, as if its answer had been seen.
async fn say(app: &App, now: Instant, (person, standing): (&Person, Standing), text: &str) {
    let account = person.id().to_string();
    let inbound = Inbound {
        event: format!("before: {account}: {text}"),
        room: RoomAddress {
            platform: Platform::Telegram,
            place: GROUP.to_owned(),
            room: GROUP.to_owned(),
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
        received_at: now,
    };
    answered_and_seen(app, &inbound).await;
}
