//! The running bot: what was accepted is carried out, what is due happens, what people are to see is delivered.
//!
//! - [`Engine`]: what every part of it shares; `carry_out`: one accepted event; `attempt`: one attempt at one message;
//!   `upkeep`: what must leave the disk, and what was kept long enough
//! - [`ByHand`]: the engine a step at a time, with one courier: what the console sits at
//! - [`Node`]: the engine by itself, with any number of platforms, beside other nodes: what `muster run` runs
//! - `doorstep`: events that reach a node which does not serve their platform
//! - `looking`: the doors that only read, for whoever types
//! - `schedule`: due work, and sleeping until there is more
//! - `station`: one platform's account: its lease, its events in their order, its messages at its pace
//! - [`pacing`]: which message is sent next, within what the platform allows; `flood`: how much one may ask of the bot
//! - `wake`: who is told that there may be something to do, on this node and on others
//! - `broken`: faults and panics, logged once; [`metrics`]: what it counts and measures; [`probe`]: what it tells of itself
//! - `fault` (feature `failpoints`): points at which a test has the process killed

mod attempt;
mod broken;
mod by_hand;
mod carry_out;
mod doorstep;
#[cfg(feature = "failpoints")]
pub mod fault;
pub mod flood;
mod looking;
pub mod metrics;
mod node;
pub mod pacing;
pub mod probe;
mod schedule;
mod station;
mod upkeep;
mod wake;

use std::fmt;
use std::sync::Arc;

use muster_core::app::{App, Lease};
use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;
use muster_core::ids::IdSource;
use muster_core::surface::{Platform, Skipped};
use tokio::sync::Mutex;

use crate::clock::Timer;
use metrics::Metrics;
use wake::Wake;

pub use by_hand::ByHand;
pub use node::{Node, Running, Settings};

/// How long a node holds a message that it has taken to send, and again from the moment when an attempt begins: longer
/// than any attempt lasts. A node that dies without a word gives it up after that, or as soon as another one serves the
/// platform.
const HOLD: TimeDelta = TimeDelta::seconds(60);

/// How often, at the least, the store is looked at for what hints may have missed: other nodes write to it too.
const GLANCE: TimeDelta = TimeDelta::seconds(5);

/// How long to wait before the store is asked again that failed, or a task is started again that died.
const BREATH: TimeDelta = TimeDelta::seconds(1);

/// How many rows are taken at a time.
const BATCH: u32 = 64;

/// What every part of a running bot shares.
pub struct Engine {
    app: App,
    ids: Arc<dyn IdSource>,
    timer: Timer,
    metrics: Metrics,
    /// This start of this node: what an earlier start held is not its own.
    owner: String,
    wake: Wake,
    /// When what was kept long enough was last forgotten.
    forgot: Mutex<Option<Instant>>,
}

impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Engine")
            .field("owner", &self.owner)
            .finish_non_exhaustive()
    }
}

impl Engine {
    /// An engine on that bot, which waits by that timer.
    pub fn new(app: App, ids: Arc<dyn IdSource>, timer: Timer, metrics: Metrics) -> Self {
        let owner = ids.uuid(app.clock().now()).to_string();
        Self {
            app,
            ids,
            timer,
            metrics,
            owner,
            wake: Wake::default(),
            forgot: Mutex::default(),
        }
    }

    /// The four doors behind it.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Something came in that is no event.
    fn skipped(&self, platform: Platform, why: Skipped) {
        tracing::info!(platform = platform.code(), ?why, "something came in that is no event");
        self.metrics.event_skipped(platform, why);
    }

    fn now(&self) -> Instant {
        self.app.clock().now()
    }

    /// A hold on messages from now on.
    fn lease(&self) -> Lease<'_> {
        Lease {
            owner: &self.owner,
            until: self.now() + HOLD,
        }
    }

    /// What this node holds is free again, so that it finds what it lost from memory. What it still has in memory it
    /// takes once more and knows.
    async fn let_be_found(&self) {
        let freed = async {
            let mut unit = self.app.store().begin().await?;
            unit.hand_back(&self.owner, self.now()).await?;
            unit.commit().await?;
            Ok(())
        };
        if let Err(broken) = broken::caught(freed).await {
            self.report(&broken, "what this node holds is found when its hold is over");
        }
        self.wake.this_node();
    }

    /// A number from 0 to 1 by chance.
    fn chance(&self) -> f64 {
        let mut bytes = [0; 4];
        self.ids.fill(&mut bytes);
        f64::from(u32::from_be_bytes(bytes)) / f64::from(u32::MAX)
    }
}
