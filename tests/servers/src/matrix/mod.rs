//! Matrix: a real Synapse on this machine, and people on the other side whose client is nobody's relative.
//!
//! Synapse and the people's client (matrix-nio, with end-to-end encryption) are Python; `tests/run` puts them below
//! `target/`. Both end with the test, however that ends. What is tested comes through a [`Door`] of its own, on which things
//! go wrong while the people notice nothing.
//!
//! - here: [`Synapse`], started, stopped, and shared by the tests of a process
//! - [`options`]: what kind of homeserver; `process`, `python`: how it runs
//! - [`door`], `passing`, `asked`, `heard`, [`faults`]: the way to it, and what goes wrong there
//! - [`account`], [`room`], `said`, `admin`, `api`: what is asked of it by requests of the tests' own
//! - [`people`]: what people do: [`Person`]; `tests/servers/matrix` holds their client
//! - [`seen`], [`shown`], `arriving`, `transcript`: what they see; what leaves open whom it calls is a [`Breach`]
//!
//! ```no_run
//! # use muster_test_servers::matrix::{NewRoom, Synapse};
//! let synapse = Synapse::shared();
//! let (ana, ben) = (synapse.person("ana"), synapse.person("ben"));
//! let ward = ana.creates(NewRoom::named("Ward 3").encrypted().inviting(&ben));
//! ben.accepts(&ward);
//! ana.says(&ward, "Rain tomorrow");
//! ben.wait_until(&ward, "ana is read", |room| room.transcript() == "ana> Rain tomorrow\n");
//! ```

pub mod account;
mod admin;
mod api;
mod arriving;
mod asked;
pub mod door;
pub mod faults;
mod heard;
pub mod ids;
pub mod options;
mod passing;
pub mod people;
mod process;
mod python;
pub mod room;
mod said;
pub mod seen;
pub mod shown;
mod transcript;

use std::path::Path;
use std::sync::atomic::AtomicU32;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::scratch;
use crate::waiting::PATIENCE;
use api::Api;
use people::People;
use process::Process;

pub use account::Account;
pub use api::Refused;
pub use door::Door;
pub use faults::{Fault, Often};
pub use ids::{EventId, RoomId, UserId};
pub use options::Options;
pub use people::{Device, Person, Spelling};
pub use room::NewRoom;
pub use seen::{Breach, Invite, Room, Seen};
pub use shown::{Ping, Poll, Reaction, Sealed, Shown};

/// What stands behind the colon.
pub const SERVER_NAME: &str = "muster.test";

/// How long the machine is left to Synapse before it is looked at again.
const PAUSE: Duration = Duration::from_millis(20);

/// A Synapse. Dropped means that it is gone, and everything of it.
#[derive(Debug)]
pub struct Synapse {
    people: OnceLock<Arc<People>>,
    admin: OnceLock<Account>,
    named: AtomicU32,
    api: Api,
    door: Door,
    process: Mutex<Process>,
    folder: TempDir,
}

impl Synapse {
    /// Starts one of its own, for tests that stop it or that want another kind.
    pub fn start(options: Options) -> Self {
        let folder = scratch::folder();
        let mut process = Process::new(folder.path(), options);
        process.start();
        let door = Door::to(&process.socket());
        let synapse = Self {
            people: OnceLock::new(),
            admin: OnceLock::new(),
            named: AtomicU32::new(1),
            api: Api::of(&process.socket(), door.runtime().handle()),
            door,
            process: Mutex::new(process),
            folder,
        };
        synapse.wait_until_ready();
        synapse
    }

    /// The one that all tests of this process share: each with people and rooms of its own.
    pub fn shared() -> &'static Self {
        static SYNAPSE: OnceLock<Synapse> = OnceLock::new();
        SYNAPSE.get_or_init(|| Options::new().start())
    }

    /// Where it is, for whoever wants no door of their own.
    pub fn url(&self) -> String {
        self.door.url()
    }

    /// A door for whoever is tested.
    pub fn door(&self) -> Door {
        Door::to(&self.process().socket())
    }

    /// Ends it in good order. What it knows stays.
    pub fn stop(&self) {
        self.process().end("TERM");
    }

    /// Ends it without a chance to tidy up. What it has written stays.
    pub fn kill(&self) {
        self.process().end("KILL");
    }

    /// Starts it again on what it knew, at the same addresses.
    pub fn start_again(&self) {
        self.process().start();
        self.wait_until_ready();
    }

    /// Where it keeps everything, its log included.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The last of its log, for whoever reads why a test failed.
    pub fn last_words(&self) -> String {
        self.process().last_words()
    }

    fn wait_until_ready(&self) {
        let begun = Instant::now();
        let answers = || self.api.tries(None, "GET", "/_matrix/client/versions", None).is_ok();
        while !answers() {
            self.process().must_run();
            assert!(
                begun.elapsed() < PATIENCE,
                "Synapse does not start:\n{}",
                self.last_words()
            );
            std::thread::park_timeout(PAUSE);
        }
    }

    fn process(&self) -> MutexGuard<'_, Process> {
        self.process.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
