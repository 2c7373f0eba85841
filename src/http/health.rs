//! What the engine tells of itself: whether its tasks live, who holds the platforms, how much waits.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use muster_core::error::Fault;
use muster_core::surface::Platform;

use crate::engine::metrics::Depths;

/// Who receives and sends for a platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// This node.
    ThisNode,
    /// Another node.
    AnotherNode,
    /// No node does.
    Nobody,
    /// No node does, and this one cannot: the account is pinned to a store of keys that it has not.
    NobodyForLackOfKeys,
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::ThisNode => "held by this node",
            Self::AnotherNode => "held by another node",
            Self::Nobody => "nobody holds it",
            Self::NobodyForLackOfKeys => {
                "nobody holds it, and this node cannot: its account is pinned to another store of keys"
            }
        })
    }
}

/// What the private listener asks the engine when it is asked itself.
#[async_trait]
pub trait Probe: Send + Sync {
    /// Who holds each platform that is configured, as the store says now. It asks the store even where none is
    /// configured: an error means that the store does not answer.
    async fn holders(&self) -> Result<Vec<(Platform, Holder)>, Fault>;

    /// How much waits in the store now.
    async fn depths(&self) -> Result<Depths, Fault>;
}

/// Whether the tasks live without which the process is of no use. Cheap to clone; all clones are one.
#[derive(Debug, Clone, Default)]
pub struct Health {
    /// By task, why it is not running any more; `None` while it is.
    tasks: Arc<Mutex<BTreeMap<&'static str, Option<&'static str>>>>,
}

/// A vital task's sign of life, held by the task itself. When it is dropped the task has died, unless it said that it was
/// [`done`](Self::done).
#[derive(Debug)]
#[must_use = "a task lives as long as it holds this"]
pub struct Vital {
    task: &'static str,
    health: Health,
    is_done: bool,
}

impl Health {
    /// A vital task begins, or begins again after it died.
    pub fn begin(&self, task: &'static str) -> Vital {
        self.lock().insert(task, None);
        Vital {
            task,
            health: self.clone(),
            is_done: false,
        }
    }

    /// The vital tasks that died, and why.
    pub fn dead(&self) -> Vec<(&'static str, &'static str)> {
        let tasks = self.lock();
        tasks.iter().filter_map(|(task, why)| Some((*task, (*why)?))).collect()
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<&'static str, Option<&'static str>>> {
        self.tasks.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Vital {
    /// The task ends because it is meant to.
    pub fn done(mut self) {
        self.is_done = true;
    }
}

impl Drop for Vital {
    fn drop(&mut self) {
        let mut tasks = self.health.lock();
        if self.is_done {
            tasks.remove(self.task);
        } else {
            let why = if std::thread::panicking() { "panicked" } else { "ended" };
            tasks.insert(self.task, Some(why));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_task_that_panics_or_is_dropped_is_dead_until_it_begins_again() {
        let health = Health::default();
        let vital = health.begin("dispatch");
        let panicked = tokio::spawn(async move {
            let _vital = vital;
            panic!("a bug");
        });
        assert!(panicked.await.is_err());
        let vital = health.begin("delivery");
        let dropped = tokio::spawn(async move {
            let _vital = vital;
            std::future::pending::<()>().await;
        });
        dropped.abort();
        assert!(dropped.await.is_err());
        assert_eq!(health.dead(), [("delivery", "ended"), ("dispatch", "panicked")]);
        let _vital = health.begin("dispatch");
        assert_eq!(health.dead(), [("delivery", "ended")]);
    }

    #[test]
    fn a_task_that_is_done_is_not_missed() {
        let health = Health::default();
        health.begin("restore").done();
        assert_eq!(health.dead(), []);
    }
}
