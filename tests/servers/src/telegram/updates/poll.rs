//! `getUpdates`: the bot fetches. As in telegram-bot-api, `process_get_updates_query` and `do_get_updates`.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::{Instant, timeout_at};

use crate::telegram::http::Call;
use crate::telegram::refusal::Refusal;
use crate::telegram::shared::Shared;
use crate::telegram::world::State;

/// Telegram waits no longer.
const LONGEST_POLL: i64 = 50;

/// The next updates once there are some, or an empty list once the time is up.
pub(in crate::telegram) async fn get_updates(shared: &Arc<Shared>, call: &Call) -> Result<String, Refusal> {
    let mut news = shared.news.subscribe();
    let number = shared.change(|state| state.begin_poll(call))?;
    let turn = Turn { shared, number };
    // Whoever waited before looks up, and finds that it is over.
    shared.news.send_replace(());
    let limit = usize::try_from(call.number("limit").unwrap_or(100).clamp(1, 100)).unwrap_or(1);
    let length = call.number("timeout").unwrap_or_default().clamp(0, LONGEST_POLL);
    let end = Instant::now() + Duration::from_secs(length.unsigned_abs());
    loop {
        news.mark_unchanged();
        if let Some(list) = turn.look(limit)? {
            return Ok(ok(&list));
        }
        let waited = timeout_at(end, news.changed()).await;
        if waited.is_err() {
            // What came at the last moment is told too.
            return Ok(ok(turn.look(limit)?.as_deref().unwrap_or("[]")));
        }
    }
}

fn ok(list: &str) -> String {
    format!("{{\"ok\":true,\"result\":{list}}}")
}

impl State {
    /// Acknowledges what the poll's offset says, and makes it the one that goes on.
    fn begin_poll(&mut self, call: &Call) -> Result<u64, Refusal> {
        self.inspect(call)?;
        if self.webhook.is_some() {
            return Err(Refusal::conflict(
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
            ));
        }
        self.queue.allow(call);
        match call.number("offset") {
            Some(offset) if offset != 0 => self.queue.acknowledge(offset),
            _ => {}
        }
        self.queue.poll += 1;
        self.seen.polling = true;
        self.seen.pending = self.queue.len();
        Ok(self.queue.poll)
    }
}

/// A poll. Dropped means answered, or that the bot is gone.
struct Turn<'a> {
    shared: &'a Arc<Shared>,
    number: u64,
}

impl Turn<'_> {
    fn look(&self, limit: usize) -> Result<Option<String>, Refusal> {
        let mut state = self.shared.state();
        if state.webhook.is_some() {
            return Err(Refusal::conflict("terminated by setWebhook request"));
        }
        if state.queue.poll != self.number {
            state.seen.conflicts += 1;
            return Err(Refusal::conflict(
                "terminated by other getUpdates request; make sure that only one bot instance is running",
            ));
        }
        state.seen.pending = state.queue.len();
        Ok(state.queue.first(limit))
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut state = self.shared.state();
        if state.queue.poll == self.number {
            state.seen.polling = false;
        }
        drop(state);
        self.shared.changed.send_replace(());
    }
}
