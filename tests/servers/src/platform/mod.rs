//! A platform for tests: people act on it, it tells the bot, and it shows what the bot says.
//!
//! It lives in the process of the test, on a thread of its own, and stays while the binary is killed and started again.
//!
//! - here: [`TestPlatform`], waiting for what people see, and faults
//! - [`options`]: what kind of platform; [`crate::profile`]: what it promises
//! - `people`: what people do
//! - [`seen`]: what they see
//! - [`faults`]: what goes wrong, and when; `limits`: what is too much
//! - `state`: what the platform says to a request; `answers`: to an answer in place
//! - `events`, `queue`: what it tells the bot; `connection`, `telling`: over the socket
//!
//! ```no_run
//! # use muster_test_servers::platform::{Fault, TestPlatform, When};
//! # use muster_test_servers::profile::Profile;
//! let platform = TestPlatform::start(Profile::NoIdempotency);
//! platform.administrator("ana");
//! platform.fault(When::next(1).in_room("square"), Fault::DropAfter);
//! // … start the binary with `platform.address()` …
//! let event = platform.say("square", "ana", "shift add Canvass sat 10am-1pm needs:2");
//! platform.wait_until("the card is there", |seen| seen.messages_in("square").count() == 1);
//! ```

mod answers;
mod connection;
mod events;
pub mod faults;
mod limits;
pub mod options;
mod people;
mod queue;
pub mod seen;
mod state;
mod telling;

use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tempfile::TempDir;
use tokio::net::UnixListener;
use tokio::runtime::Runtime;
use tokio::task::AbortHandle;

use crate::address::PlatformAddress;
use crate::profile::Profile;
use crate::scratch;
use crate::waiting;
use connection::Shared;
use state::State;

pub use faults::{Attempt, Fault, Operation, When};
pub use options::Options;
pub use seen::{FirstAnswer, Happened, Seen, Shown};

/// A platform. Dropped means that it is gone, with all its connections.
#[derive(Debug)]
pub struct TestPlatform {
    shared: Arc<Shared>,
    runtime: Option<Runtime>,
    /// The task that takes connections, unless there is an outage.
    door: Mutex<Option<AbortHandle>>,
    folder: TempDir,
}

impl TestPlatform {
    /// Starts a platform of that profile with nothing unusual.
    pub fn start(profile: Profile) -> Self {
        Options::new(profile).start()
    }

    fn with(options: Options) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("test-platform")
            .enable_all()
            .build();
        let platform = Self {
            shared: Arc::new(Shared::new(State::new(options))),
            runtime: Some(runtime.expect("a thread for the platform")),
            door: Mutex::new(None),
            folder: scratch::folder(),
        };
        platform.end_outage();
        platform
    }

    /// Where it is: what the binary's environment says.
    pub fn address(&self) -> PlatformAddress {
        let options = &self.shared.state().options;
        PlatformAddress {
            profile: options.profile,
            socket: self.socket(),
            real_rates: options.real_rates,
            defer_after: options.defer_after,
            patience: options.patience,
        }
    }

    fn socket(&self) -> PathBuf {
        self.folder.path().join("socket")
    }

    fn runtime(&self) -> &Runtime {
        self.runtime.as_ref().expect("it runs until it is dropped")
    }

    /// All that people saw so far.
    pub fn seen(&self) -> Seen {
        self.shared.state().seen.clone()
    }

    /// Something of it, without waiting and without a copy of it all.
    pub fn look<T>(&self, at: impl FnOnce(&Seen) -> T) -> T {
        at(&self.shared.state().seen)
    }

    /// All messages, in the order in which they were first seen.
    pub fn messages(&self) -> Vec<Shown> {
        self.shared.state().seen.messages.clone()
    }

    /// What is seen in that room.
    pub fn messages_in(&self, room: &str) -> Vec<Shown> {
        self.shared.state().seen.messages_in(room).cloned().collect()
    }

    /// What only that person sees.
    pub fn messages_to(&self, person: &str) -> Vec<Shown> {
        self.shared.state().seen.messages_to(person).cloned().collect()
    }

    /// How many messages there are.
    pub fn count(&self) -> usize {
        self.shared.state().seen.messages.len()
    }

    /// Waits until that holds, of what people saw. Panics, naming what it waited for, if it does not come about.
    pub async fn until(&self, what: &str, holds: impl Fn(&Seen) -> bool) {
        self.until_some(what, |seen| holds(seen).then_some(())).await;
    }

    /// Waits until there is something to be found in what people saw.
    pub async fn until_some<T>(&self, what: &str, find: impl Fn(&Seen) -> Option<T>) -> T {
        let find = || find(&self.shared.state().seen);
        waiting::found(&self.shared.changed, what, find, || self.seen().summary()).await
    }

    /// [`until`](Self::until) for a test without a runtime.
    pub fn wait_until(&self, what: &str, holds: impl Fn(&Seen) -> bool) {
        self.runtime().block_on(self.until(what, holds));
    }

    /// [`until_some`](Self::until_some) for a test without a runtime.
    pub fn wait_until_some<T>(&self, what: &str, find: impl Fn(&Seen) -> Option<T>) -> T {
        self.runtime().block_on(self.until_some(what, find))
    }

    /// Orders a fault. Of several that are about a request the one that was ordered first meets it.
    pub fn fault(&self, when: When, fault: Fault) {
        self.any_fault(when, &[fault], 0);
    }

    /// Orders faults of which each request meets one, picked by dice of that seed.
    pub fn any_fault(&self, when: When, faults: &[Fault], seed: u64) {
        assert!(!faults.is_empty(), "there is a fault to pick");
        self.shared.state().faults.order(when, faults.to_vec(), seed);
    }

    /// Lets messages, edits and deferrals meet passing faults with that chance, by dice of that seed: cut connections,
    /// outages, delays, short pauses. Nothing is refused for good.
    pub fn random_faults(&self, per_mille: u64, seed: u64) {
        let scopes = [
            muster_core::surface::PauseScope::Account,
            muster_core::surface::PauseScope::Chat,
        ];
        let pauses = scopes.map(|scope| Fault::TooMany {
            scope,
            retry_after: Duration::from_millis(20),
        });
        let short = Duration::from_millis(20);
        let mut faults = vec![
            Fault::DropBefore,
            Fault::DropAfter,
            Fault::Unavailable,
            Fault::Delay(short),
            Fault::AnswerLate(short),
        ];
        faults.extend(pauses);
        let everything = [
            Operation::Send,
            Operation::Respond,
            Operation::Defer,
            Operation::EditOriginal,
            Operation::Edit,
        ];
        let when = everything.into_iter().fold(When::chance(per_mille, seed), When::of);
        self.any_fault(when, &faults, seed.wrapping_add(1));
    }

    /// Takes back all faults that were ordered.
    pub fn clear_faults(&self) {
        self.shared.state().faults.clear();
    }

    /// Cuts every connection. What was not carried out by then never is.
    pub fn cut_connections(&self) {
        self.shared.state().cuts += 1;
        self.shared.cut.send_replace(());
    }

    /// Cuts every connection and takes none, until the outage is ended.
    pub fn begin_outage(&self) {
        let door = self.door.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(door) = door {
            fs::remove_file(self.socket()).expect("the socket was there");
            self.shared.state().open = false;
            door.abort();
        }
        self.cut_connections();
    }

    /// Takes connections (again).
    pub fn end_outage(&self) {
        let _within = self.runtime().enter();
        let mut door = self.door.lock().unwrap_or_else(PoisonError::into_inner);
        if door.is_none() {
            let listener = UnixListener::bind(self.socket()).expect("a socket for the platform");
            self.shared.state().open = true;
            let taking = connection::take_all(Arc::clone(&self.shared), listener);
            *door = Some(tokio::spawn(taking).abort_handle());
        }
    }

    /// Puts the platform's clock forward: keys are forgotten, answers expire, limits pass. Deadlines of events keep
    /// their pace.
    pub fn put_clock_forward(&self, length: Duration) {
        self.shared.change(|state| state.put_forward += length);
    }
}

impl Drop for TestPlatform {
    fn drop(&mut self) {
        // Without waiting, so that it may be dropped wherever a test ends.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}
