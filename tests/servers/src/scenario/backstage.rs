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
use muster_storage::SqliteStore;
use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::clock::ClockControl;
use crate::postgres::{self, TestDatabase};
use crate::scratch;

/// A database of its own, and a clock that stands.
pub struct Backstage {
    /// The clock.
    pub clock: ClockControl,
    /// Where it all happens.
    pub platforms: Vec<Platform>,
    runtime: Runtime,
    store: Box<dyn Store>,
    database: Database,
}

/// Where everything is kept, until the story is over.
enum Database {
    Postgres(TestDatabase),
    Sqlite { url: String, _folder: TempDir },
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
    /// For a story on those platforms which begins then: a minute before that, on PostgreSQL.
    pub fn new(platforms: &[Platform], begins: Instant) -> Self {
        let runtime = Runtime::new().unwrap();
        let (store, database) = runtime.block_on(postgres::fresh());
        Self::with(platforms, begins, runtime, store, Database::Postgres(database))
    }

    /// The same on an SQLite file.
    pub fn on_sqlite(platforms: &[Platform], begins: Instant) -> Self {
        let folder = scratch::folder();
        let file = folder.path().join("muster.db");
        let runtime = Runtime::new().unwrap();
        let store = runtime.block_on(async {
            let store = SqliteStore::open(&file).await.unwrap();
            store.migrate().await.unwrap();
            store
        });
        // The lock keeps a second process out. With its file gone the bot takes its own, and the test no more than reads.
        std::fs::remove_file(folder.path().join("muster.db.lock")).unwrap();
        let url = format!("sqlite:{}", file.display());
        let database = Database::Sqlite { url, _folder: folder };
        Self::with(platforms, begins, runtime, store, database)
    }

    fn with(
        platforms: &[Platform],
        begins: Instant,
        runtime: Runtime,
        store: impl Store + 'static,
        database: Database,
    ) -> Self {
        Self {
            clock: ClockControl::start(begins - TimeDelta::minutes(1)),
            platforms: platforms.to_vec(),
            runtime,
            store: Box::new(store),
            database,
        }
    }

    /// Where the database is.
    pub fn url(&self) -> &str {
        match &self.database {
            Database::Postgres(database) => database.url(),
            Database::Sqlite { url, .. } => url,
        }
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
