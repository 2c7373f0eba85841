//! The running bot: what was accepted is carried out, what is due happens, what people are to see is delivered.
//!
//! - [`Engine`]: intake and dispatch, one event at a time
//! - `delivery`: the outbox, row by row, to the courier
//! - `schedule`: sleeping until the next instant that matters

mod delivery;
mod schedule;

use std::fmt;
use std::sync::Arc;

use muster_core::app::{App, Handled, Lease};
use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;
use muster_core::error::Fault;
use muster_core::ids::IdSource;
use muster_core::surface::{Courier, Inbound, Platform};
use tokio::sync::{Mutex, Notify};

/// How long a node holds what it has taken to send. A node that dies gives it up after that.
const HOLD: TimeDelta = TimeDelta::seconds(60);

/// What it serves.
const PLATFORM: Platform = Platform::Console;

/// How many rows are taken at a time.
const BATCH: u32 = 64;

/// One node's engine, serving one courier.
pub struct Engine {
    app: App,
    ids: Arc<dyn IdSource>,
    owner: String,
    courier: Box<dyn Courier>,
    changed: Notify,
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
    /// Starts on a store that no other node has open: takes over what an earlier run held, carries out what it had
    /// accepted and not done, and sends what it had not sent.
    pub async fn start(app: App, ids: Arc<dyn IdSource>, courier: Box<dyn Courier>) -> Result<Self, Fault> {
        let owner = ids.uuid(app.clock().now()).to_string();
        let engine = Self {
            app,
            ids,
            owner,
            courier,
            changed: Notify::new(),
            forgot: Mutex::default(),
        };
        let mut unit = engine.app.store().begin().await?;
        unit.take_over(PLATFORM, &engine.owner, engine.app.clock().now())
            .await?;
        unit.commit().await?;
        engine.resume().await?;
        Ok(engine)
    }

    /// The four doors behind it.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Accepts an event: when this returns, a crash does not lose it.
    pub async fn accept(&self, inbound: &Inbound) -> Result<(), Fault> {
        let mut unit = self.app.store().begin().await?;
        unit.receive(inbound).await?;
        unit.commit().await?;
        Ok(())
    }

    /// Carries out an accepted event and delivers its answer. A fault is logged once, here, and answered with an
    /// apology that carries the log line's reference.
    pub async fn dispatch(&self, inbound: &Inbound) -> Result<(), Fault> {
        let lease = self.lease();
        let handled = match self.app.handle(inbound, lease).await {
            Ok(handled) => handled,
            Err(fault) => {
                let reference = self.reference();
                tracing::error!(fault.reference = %reference, error = &fault as &dyn std::error::Error, "a command failed");
                self.app.apologise(inbound, lease, &reference).await?
            }
        };
        self.scrub().await?;
        if let Handled::Answered(row) = handled {
            self.send(*row).await?;
        }
        self.changed.notify_one();
        Ok(())
    }

    fn lease(&self) -> Lease<'_> {
        Lease {
            owner: &self.owner,
            until: self.hold(),
        }
    }

    /// What an earlier run accepted and did not carry out, in the order it came.
    async fn resume(&self) -> Result<(), Fault> {
        loop {
            let waiting = self.app.store().read().await?.waiting(PLATFORM, None, BATCH).await?;
            if waiting.is_empty() {
                return Ok(());
            }
            for event in &waiting {
                self.dispatch(&event.inbound).await?;
            }
        }
    }

    fn hold(&self) -> Instant {
        self.app.clock().now() + HOLD
    }

    /// Eight hexadecimal digits that a person can read out.
    fn reference(&self) -> String {
        let mut bytes = [0; 4];
        self.ids.fill(&mut bytes);
        format!("{:08x}", u32::from_be_bytes(bytes))
    }
}
