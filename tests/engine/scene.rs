//! What most of these tests begin with: people who are known, questions with their answers, a clock that is wound on.

use std::time::Duration;

use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;
use muster_core::store::{Store, UnitOfWork};
use muster_storage::PostgresStore;
use muster_test_servers::clock::ClockControl;
use muster_test_servers::platform::{Seen, Shown, TestPlatform};
use muster_test_servers::postgres::{self, TestDatabase};
use muster_test_servers::profile::Profile;
use tokio::runtime::Runtime;

/// Tuesday, 1 December 2026, nine in the morning in New York.
pub(crate) fn nine() -> Instant {
    "2026-12-01T14:00:00Z".parse().unwrap()
}

/// A platform of that profile with Ana, who administers its place.
pub(crate) fn square(profile: Profile) -> TestPlatform {
    let platform = TestPlatform::start(profile);
    platform.administrator("ana");
    platform
}

/// A PostgreSQL database with every table.
pub(crate) fn database() -> TestDatabase {
    Runtime::new().unwrap().block_on(postgres::migrated())
}

/// Waits until the bot hears the platform.
pub(crate) fn connected(platform: &TestPlatform) {
    platform.wait_until("the bot is connected", |seen| seen.connected);
}

/// Types it in a room, and waits for the answer.
pub(crate) fn ask(platform: &TestPlatform, room: &str, who: &str, text: &str) -> Shown {
    answer(platform, &platform.say(room, who, text))
}

/// The same in private.
pub(crate) fn ask_private(platform: &TestPlatform, who: &str, text: &str) -> Shown {
    answer(platform, &platform.say_private(who, text))
}

/// Waits for the answer to that event.
pub(crate) fn answer(platform: &TestPlatform, event: &str) -> Shown {
    platform.wait_until_some(&format!("{event} is answered"), |seen| {
        seen.answers_to(event).next().cloned()
    })
}

/// Waits for the answers to all of them.
pub(crate) fn answers(platform: &TestPlatform, events: &[String]) -> Vec<Shown> {
    platform.wait_until_some("every event is answered", |seen| {
        let answers = events.iter().map(|event| seen.answers_to(event).next().cloned());
        answers.collect()
    })
}

/// That each event is answered once, whatever was told again.
pub(crate) fn each_is_answered_once(seen: &Seen, events: &[String]) {
    for event in events {
        let answers: Vec<_> = seen.answers_to(event).map(|shown| &shown.text).collect();
        assert_eq!(answers.len(), 1, "{:?}: {answers:#?}", seen.event(event));
    }
}

/// Winds the clock on by such steps until people see that.
pub(crate) fn wind(
    clock: &ClockControl,
    step: TimeDelta,
    platform: &TestPlatform,
    what: &str,
    holds: impl Fn(&Seen) -> bool,
) {
    let runtime = Runtime::new().unwrap();
    for _ in 0..240 {
        let seen = platform.until(what, &holds);
        let seen = runtime.block_on(async { tokio::time::timeout(Duration::from_millis(250), seen).await });
        if seen.is_ok() {
            return;
        }
        clock.set(clock.now() + step);
    }
    panic!("wound the clock on in vain until {what}: {:#?}", platform.messages());
}

/// Somebody who holds a row of a PostgreSQL database, so that whoever changes it waits.
pub(crate) struct Lock {
    runtime: Runtime,
    unit: Box<dyn UnitOfWork>,
    store: PostgresStore,
}

impl Lock {
    /// Holds the shift of that number in the only group.
    pub(crate) fn on_shift(database: &TestDatabase, number: u32) -> Self {
        let runtime = Runtime::new().unwrap();
        let (unit, store) = runtime.block_on(async {
            let store = postgres::open(database).await;
            let mut unit = store.begin().await.unwrap();
            let group = unit.groups().await.unwrap()[0].id;
            assert!(unit.shift_for_update(group, number).await.unwrap().is_some());
            (unit, store)
        });
        Self { runtime, unit, store }
    }

    pub(crate) fn release(self) {
        let Self { runtime, unit, store } = self;
        runtime.block_on(async {
            unit.commit().await.unwrap();
            store.close().await;
        });
    }
}

/// Another place joins the group: its administrator agrees in a room there, the organizer confirms; what they are told.
pub(crate) fn joins(
    here: &TestPlatform,
    organizer: &str,
    there: &TestPlatform,
    (room, administrator): (&str, &str),
) -> String {
    let code = link_code(here, organizer);
    ask(there, room, administrator, &format!("group link {code} yes"));
    ask_private(here, organizer, "group link confirm").text
}

/// A code with which another place joins the group, as somebody gets it in private.
fn link_code(platform: &TestPlatform, person: &str) -> String {
    let shown = ask_private(platform, person, "group link").text;
    let (_, code) = shown.rsplit_once("group link ").unwrap();
    code.split_whitespace().next().unwrap().to_owned()
}
