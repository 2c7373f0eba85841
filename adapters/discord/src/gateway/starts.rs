//! How many sessions may be begun (Discord API documentation, "Session Start Limit"): so many a day, and of those that share a
//! place in the queue one every five seconds. Whoever begins more than they may has their token taken away.

use std::time::{Duration, Instant};

use muster_core::surface::Cut;
use serenity::model::gateway::SessionStartLimit;
use tokio::sync::Mutex;

/// How long two sessions that share a place are begun apart ("Rate Limiting", `max_concurrency`).
const APART: Duration = Duration::from_secs(5);

/// The sessions that may still be begun.
#[derive(Debug)]
pub(super) struct Starts {
    left: Mutex<u64>,
    reset_after: Duration,
    /// When the last one of each place was begun.
    places: Vec<Mutex<Option<Instant>>>,
}

impl Starts {
    pub(super) fn new(limit: &SessionStartLimit) -> Self {
        let places = limit.max_concurrency.clamp(1, 1_000);
        Self {
            left: Mutex::new(limit.remaining),
            reset_after: Duration::from_millis(limit.reset_after),
            places: (0..places).map(|_| Mutex::default()).collect(),
        }
    }

    /// Waits until a session of that shard may be begun. Where none may for a long time that is a cut: it is asked again
    /// whether there are some.
    pub(super) async fn turn(&self, shard: u32) -> Result<(), Cut> {
        let place = usize::try_from(shard).unwrap_or_default() % self.places.len();
        let mut last = self.places[place].lock().await;
        {
            let mut left = self.left.lock().await;
            match left.checked_sub(1) {
                Some(rest) => *left = rest,
                None => return Err(none_left(self.reset_after)),
            }
        }
        if let Some(last) = *last {
            wait(APART.saturating_sub(last.elapsed())).await;
        }
        *last = Some(Instant::now());
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

    fn limit(remaining: u64, max_concurrency: u64) -> SessionStartLimit {
        let limit = serde_json::json!({
            "total": 1_000, "remaining": remaining, "reset_after": 90_000, "max_concurrency": max_concurrency,
        });
        serde_json::from_value(limit).unwrap()
    }

    #[tokio::test]
    async fn no_session_is_begun_when_none_is_left() {
        let starts = Starts::new(&limit(2, 16));
        assert!(starts.turn(0).await.is_ok());
        assert!(starts.turn(1).await.is_ok());
        let cut = starts.turn(2).await.unwrap_err();
        assert!(cut.to_string().contains("another 2 min"), "{cut}");
    }
}
