//! How many sessions may be begun (Discord API documentation, "Session Start Limit"): so many a day, and of those that share a
//! place in the queue one every five seconds. Whoever begins more than they may has their token taken away.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use muster_core::chrono::TimeDelta;
use muster_core::surface::{Cut, Turns};
use serenity::model::gateway::SessionStartLimit;
use tokio::sync::OwnedMutexGuard;

/// How long two sessions that share a place are begun apart ("Rate Limiting", `max_concurrency`: five seconds), with what
/// the first one may have been longer on its way.
const APART: TimeDelta = TimeDelta::milliseconds(5_250);
/// How long it takes at most to begin one whose turn it is.
const BEGUN_WITHIN: TimeDelta = TimeDelta::seconds(15);

/// When the last session of a place was begun.
type Place = Arc<tokio::sync::Mutex<Option<Instant>>>;

/// The sessions that may still be begun.
#[derive(Debug, Default)]
pub(crate) struct Starts {
    known: Mutex<Known>,
}

#[derive(Debug, Default)]
struct Known {
    left: u64,
    reset_after: Duration,
    places: Vec<Place>,
}

/// A session may be begun now. Another one of its place waits until it is.
pub(super) struct Turn<'a> {
    last: OwnedMutexGuard<Option<Instant>>,
    name: String,
    others: Option<&'a dyn Turns>,
}

impl Turn<'_> {
    /// It was begun just now: from then on the next one counts.
    pub(super) async fn used(mut self) {
        *self.last = Some(Instant::now());
        if let Some(others) = self.others {
            others.used(&self.name, APART).await;
        }
    }
}

impl Starts {
    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// So many may be begun, as Discord says now.
    pub(super) fn are(&self, limit: &SessionStartLimit) {
        let mut known = self.known();
        known.left = limit.remaining;
        known.reset_after = Duration::from_millis(limit.reset_after);
        let places = usize::try_from(limit.max_concurrency.clamp(1, 1_000)).unwrap_or(1);
        known.places.resize_with(places, Place::default);
    }

    /// Waits until a session of that shard may be begun, also as far as other nodes begin some. Where none may for a long
    /// time that is a cut: it is asked again whether there are some.
    pub(super) async fn turn<'a>(&self, shard: u32, others: Option<&'a dyn Turns>) -> Result<Turn<'a>, Cut> {
        let (number, place) = self.place(shard);
        let last = place.lock_owned().await;
        self.take_one()?;
        if let Some(last) = *last {
            let apart = APART.to_std().unwrap_or_default();
            wait(apart.saturating_sub(last.elapsed())).await;
        }
        let name = format!("identify.{number}");
        if let Some(others) = others {
            others.turn(&name, BEGUN_WITHIN).await;
        }
        Ok(Turn { last, name, others })
    }

    fn place(&self, shard: u32) -> (usize, Place) {
        let places = &self.known().places;
        let number = usize::try_from(shard).unwrap_or_default() % places.len().max(1);
        (number, places.get(number).cloned().unwrap_or_default())
    }

    fn take_one(&self) -> Result<(), Cut> {
        let mut known = self.known();
        known.left = known.left.checked_sub(1).ok_or_else(|| none_left(known.reset_after))?;
        Ok(())
    }
}

fn none_left(reset_after: Duration) -> Cut {
    let minutes = reset_after.as_secs().div_ceil(60);
    Cut(format!(
        "Discord lets this bot begin no session for another {minutes} min: it was begun too often today"
    ))
}

#[expect(
    clippy::disallowed_methods,
    reason = "no clock of ours knows how long Discord wants between two sessions"
)]
async fn wait(length: Duration) {
    tokio::time::sleep(length).await;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn starts(remaining: u64, max_concurrency: u64) -> Starts {
        let limit = serde_json::json!({
            "total": 1_000, "remaining": remaining, "reset_after": 90_000, "max_concurrency": max_concurrency,
        });
        let starts = Starts::default();
        starts.are(&serde_json::from_value(limit).unwrap());
        starts
    }

    #[tokio::test]
    async fn no_session_is_begun_when_none_is_left() {
        let starts = starts(2, 16);
        assert!(starts.turn(0, None).await.is_ok());
        assert!(starts.turn(1, None).await.is_ok());
        let Err(cut) = starts.turn(2, None).await else {
            panic!("there was one more");
        };
        assert!(cut.to_string().contains("another 2 min"), "{cut}");
    }
}
