//! A node: the engine by itself. It starts its tasks, starts those anew that died, and ends in good order.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use muster_core::chrono::TimeDelta;
use muster_core::error::Fault;
use muster_core::surface::Adapter;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::broken::caught;
use super::flood::Allowances;
use super::station::Station;
use super::{BREATH, Engine};
use crate::http::Health;

/// How long what is under way may take to finish at a regular end.
const DRAIN: Duration = Duration::from_secs(10);

/// What may be set of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// How long a platform is a node's after it last said so; it says so three times in that time. After that another
    /// node serves the platform.
    pub lease: TimeDelta,
    /// How much people may ask.
    pub allowances: Allowances,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            lease: TimeDelta::seconds(15),
            allowances: Allowances::default(),
        }
    }
}

/// The engine with the platforms that it serves, not yet started.
pub struct Node {
    /// The engine.
    pub engine: Arc<Engine>,
    /// The platforms' adapters, one an account.
    pub adapters: Vec<Arc<dyn Adapter>>,
    /// What the operator may set.
    pub settings: Settings,
    /// Where the tasks show that they live.
    pub health: Health,
}

impl fmt::Debug for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Node")
            .field("engine", &self.engine)
            .finish_non_exhaustive()
    }
}

/// A node that was started.
#[derive(Debug)]
pub struct Running {
    engine: Arc<Engine>,
    stop: CancellationToken,
    tasks: TaskTracker,
}

impl Node {
    /// Starts every task.
    pub fn start(self) -> Running {
        let Self {
            engine,
            adapters,
            settings,
            health,
        } = self;
        let running = Running {
            engine: engine.clone(),
            stop: CancellationToken::new(),
            tasks: TaskTracker::new(),
        };
        let scheduling = engine.clone();
        running.keep("schedule", &health, move |stop| {
            let engine = scheduling.clone();
            async move {
                tokio::select! { () = stop.cancelled() => {}, () = engine.keep_schedule() => {} }
            }
        });
        let hinting = engine.clone();
        running.keep("hints", &health, move |stop| {
            let engine = hinting.clone();
            async move {
                tokio::select! { () = stop.cancelled() => {}, () = engine.keep_hinting() => {} }
            }
        });
        for adapter in adapters {
            let name = adapter.platform().code();
            let station = Arc::new(Station::new(engine.clone(), adapter, settings));
            running.keep(name, &health, move |stop| station.clone().serve(stop));
        }
        running.tasks.close();
        running
    }
}

impl Running {
    /// Keeps a task running until the node stops: one that dies is reported and started again.
    fn keep<F>(&self, name: &'static str, health: &Health, start: impl Fn(CancellationToken) -> F + Send + 'static)
    where
        F: Future<Output = ()> + Send,
    {
        let (engine, stop, health) = (self.engine.clone(), self.stop.clone(), health.clone());
        self.tasks.spawn(async move {
            loop {
                let vital = health.begin(name);
                let task = start(stop.clone());
                let ended = caught(async {
                    task.await;
                    Ok(())
                });
                match ended.await {
                    Ok(()) => return vital.done(),
                    Err(broken) => {
                        drop(vital);
                        engine.report(&broken, "a task died, and is started again");
                    }
                }
                tokio::select! {
                    () = stop.cancelled() => return,
                    () = engine.timer.sleep_until(engine.now() + BREATH) => {}
                }
            }
        });
    }

    /// Stops: nothing more is received, what is under way is finished within ten seconds, and what this node holds is
    /// handed back, so that another one can go on at once.
    pub async fn stop(self) -> Result<(), Fault> {
        self.stop.cancel();
        if tokio::time::timeout(DRAIN, self.tasks.wait()).await.is_err() {
            tracing::warn!("what was under way did not finish in time; it is taken up by the next start");
        }
        fault_point!("shutdown.drained");
        let (engine, now) = (&self.engine, self.engine.now());
        let mut unit = engine.app.store().begin().await?;
        unit.hand_back(&engine.owner, now).await?;
        unit.let_go(&engine.owner).await?;
        unit.commit().await?;
        engine.wake.everyone();
        let _ = engine.app.store().announce(&engine.owner).await;
        Ok(())
    }
}

impl Engine {
    /// Tells the other nodes what this one did, and hears what they tell.
    async fn keep_hinting(&self) {
        tokio::join!(self.keep_telling(), self.keep_hearing());
    }

    async fn keep_telling(&self) {
        loop {
            self.wake.to_be_spread().await;
            if let Err(error) = self.app.store().announce(&self.owner).await {
                // They look by themselves every few seconds.
                tracing::debug!(error = &error as &dyn std::error::Error, "a hint could not be given");
            }
        }
    }

    async fn keep_hearing(&self) {
        loop {
            match self.app.store().listen(&self.owner).await {
                Ok(mut hints) => {
                    // What was told before is not told again.
                    self.wake.heard();
                    while hints.next().await.is_ok() {
                        self.wake.heard();
                    }
                }
                Err(error) => tracing::debug!(error = &error as &dyn std::error::Error, "hints cannot be heard"),
            }
            self.timer.sleep_until(self.now() + BREATH).await;
        }
    }
}
