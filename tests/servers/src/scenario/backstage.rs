//! The bot's database and its clock.

use std::fmt;

use muster_adapter_console::line::ClockMove;
use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;
use muster_core::locale::{Language, Voice};
use muster_core::phrase;
use muster_core::store::{Store, UnitOfWork};
use muster_core::surface::Platform;
use muster_core::time::{Moment, Zone};
use muster_storage::PostgresStore;
use tokio::runtime::Runtime;

use crate::clock::ClockControl;
use crate::postgres::{self, TestDatabase};

/// A database of its own, and a clock that stands.
pub struct Backstage {
    /// The clock.
    pub clock: ClockControl,
    /// Where it all happens.
    pub platforms: Vec<Platform>,
    runtime: Runtime,
    store: PostgresStore,
    database: TestDatabase,
}

impl fmt::Debug for Backstage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Backstage")
            .field("platforms", &self.platforms)
            .field("at", &self.clock.now())
            .finish_non_exhaustive()
    }
}

impl Backstage {
    /// For a story on those platforms which begins then: a minute before that.
    pub fn new(platforms: &[Platform], begins: Instant) -> Self {
        let runtime = Runtime::new().unwrap();
        let (store, database) = runtime.block_on(postgres::fresh());
        Self {
            clock: ClockControl::start(begins - TimeDelta::minutes(1)),
            platforms: platforms.to_vec(),
            runtime,
            store,
            database,
        }
    }

    /// Where the database is.
    pub fn url(&self) -> &str {
        self.database.url()
    }

    /// What is in the bot's store, as it is now.
    pub fn asks<T>(&self, ask: impl AsyncFnOnce(&mut dyn UnitOfWork) -> T) -> T {
        self.runtime.block_on(async {
            let mut unit = self.store.read().await.unwrap();
            ask(&mut *unit).await
        })
    }

    /// How the console would speak: as the rooms of the group do.
    pub fn voice(&self) -> Voice {
        let group = self.asks(async |unit| unit.groups().await.unwrap().pop());
        let (language, zone) = group.map_or_else(
            || (Language::English, Zone::parse("America/New_York").unwrap()),
            |group| (group.language, group.zone),
        );
        Voice {
            language,
            zone,
            now: self.clock.now(),
        }
    }

    /// Where the clock goes by that move, from there.
    pub fn moved(&self, from: Instant, to: ClockMove) -> Instant {
        match to {
            ClockMove::By(length) => from + length,
            ClockMove::To(local) => self.voice().zone.resolve(local),
            ClockMove::Run => panic!("the clock of a transcript stands"),
        }
    }

    /// What stands above that which happens at an instant: `-- Sat 31 Oct, 08:00 New York time --`.
    pub fn hour(&self, at: Instant) -> String {
        let voice = self.voice();
        let hour = Moment::at(at, voice.zone.clone());
        format!("-- {} --", voice.text(&phrase!("console-hour", moment = moment hour)))
    }
}
