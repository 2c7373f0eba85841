//! Events that wait for their first answer, and the deferral that buys time for it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::task::AbortHandle;
use tokio::time::Instant;

use super::lines::Lines;
use crate::wire::{Reply, Request};

/// How often a deferral is attempted: the platform takes one only, so that trying again does no harm.
const ATTEMPTS: usize = 3;

/// The events without an answer, each with its timer once it is accepted.
#[derive(Debug, Clone)]
pub(super) struct Unanswered {
    lines: Arc<Lines>,
    after: Duration,
    timers: Arc<Mutex<HashMap<String, Option<AbortHandle>>>>,
}

impl Unanswered {
    pub(super) fn new(lines: Arc<Lines>, after: Duration) -> Self {
        Self {
            lines,
            after,
            timers: Arc::default(),
        }
    }

    /// How long an event may wait before its answer is deferred.
    pub(super) const fn after(&self) -> Duration {
        self.after
    }

    /// The event came in. It may be answered before its acceptance is known here.
    pub(super) fn came(&self, event: &str) {
        self.timers().entry(event.to_owned()).or_default();
    }

    /// The event, which came in at that moment, was accepted: if it is not answered soon its answer is deferred.
    pub(super) fn accepted(&self, event: &str, private: bool, came: Instant) {
        if let Some(timer @ None) = self.timers().get_mut(event) {
            let deferral = self.clone().defer(event.to_owned(), private, came + self.after);
            *timer = Some(tokio::spawn(deferral).abort_handle());
        }
    }

    /// The event waits no more.
    pub(super) fn settled(&self, event: &str) {
        let timer = self.timers().remove(event);
        if let Some(timer) = timer.flatten() {
            timer.abort();
        }
    }

    /// Ends all timers.
    pub(super) fn end(&self) {
        self.timers()
            .drain()
            .filter_map(|(_, timer)| timer)
            .for_each(|timer| timer.abort());
    }

    async fn defer(self, event: String, private: bool, at: Instant) {
        tokio::time::sleep_until(at).await;
        self.timers().remove(&event);
        let deferral = Request::Defer { event, private };
        for _ in 0..ATTEMPTS {
            match self.lines.ask(&deferral).await {
                Err(_) | Ok(Reply::Unavailable | Reply::TooMany { .. }) => {}
                Ok(_) => return,
            }
        }
        tracing::warn!(attempts = ATTEMPTS, "an answer could not be deferred");
    }

    fn timers(&self) -> MutexGuard<'_, HashMap<String, Option<AbortHandle>>> {
        self.timers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
