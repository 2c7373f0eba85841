//! Fetching updates: fetch → accept → acknowledge, which the next fetch does by asking for what comes after.

use std::convert::Infallible;

use muster_core::surface::{Cut, Intake, Skipped};
use serde_json::Value;

use super::events;
use crate::account::Account;
use crate::api::failure::Failure;
use crate::api::methods::{DeleteWebhook, GetUpdates};
use crate::inbound::{self, update};

/// How many updates are fetched at a time: the most that there are (Bot API, `getUpdates`).
const BATCH: u8 = 100;
/// How long the server waits for the first one, in seconds.
const LONG: u32 = 30;

/// Fetches until that is not possible any more.
pub(crate) async fn poll(account: &Account, intake: &dyn Intake) -> Result<Infallible, Cut> {
    let mut fetch = Fetch {
        next: None,
        limit: BATCH,
    };
    loop {
        match account.api.ask(&fetch.request()).await {
            Ok(updates) => {
                let events = events(&updates, &account.reader().await?, intake);
                if !events.is_empty() {
                    let accepted = intake.accept(events).await;
                    accepted.map_err(|_| Cut("updates are fetched again: the store takes none".to_owned()))?;
                }
                fetch.done(&updates)?;
            }
            Err(Failure::Unreadable(answer)) => fetch.step_over(&answer, intake)?,
            Err(failure) if failure.is_webhook_active() => {
                tracing::warn!(
                    "updates were sent to a web address, which is not configured here: they are fetched from now on"
                );
                let delete = DeleteWebhook {
                    drop_pending_updates: false,
                };
                account.api.ask(&delete).await?;
            }
            Err(failure) => return Err(failure.into()),
        }
    }
}

/// What is fetched next.
struct Fetch {
    next: Option<i64>,
    limit: u8,
}

impl Fetch {
    fn request(&self) -> GetUpdates {
        GetUpdates {
            offset: self.next,
            limit: self.limit,
            timeout: LONG,
            allowed_updates: update::KINDS.to_vec(),
        }
    }

    /// What was fetched is accepted. Where no number can be read it would be fetched again at once and for ever, so that
    /// is taken for a cut: other updates will lead past it.
    fn done(&mut self, updates: &[Value]) -> Result<(), Cut> {
        match updates.iter().filter_map(inbound::number).max() {
            Some(last) => self.next = Some(last + 1),
            None if updates.is_empty() => {}
            None => return Err(no_number()),
        }
        self.limit = BATCH;
        Ok(())
    }

    /// An answer that nobody can read would be fetched for ever. So updates are fetched one at a time until the one that
    /// spoils it is found, and that one is stepped over by the number that stands in it.
    fn step_over(&mut self, answer: &[u8], intake: &dyn Intake) -> Result<(), Cut> {
        if self.limit > 1 {
            self.limit = 1;
            return Ok(());
        }
        let number = number_in(answer).ok_or_else(no_number)?;
        intake.skipped(Skipped::Malformed);
        self.next = Some(number + 1);
        self.limit = BATCH;
        Ok(())
    }
}

fn no_number() -> Cut {
    Cut("an update cannot be read, nor its number".to_owned())
}

/// The number of the update in an answer that is no JSON.
fn number_in(answer: &[u8]) -> Option<i64> {
    let answer = String::from_utf8_lossy(answer);
    let (_, rest) = answer.split_once("\"update_id\"")?;
    let rest = rest.trim_start().strip_prefix(':')?.trim_start();
    let digits = rest.find(|char: char| !char.is_ascii_digit()).unwrap_or(rest.len());
    rest[..digits].parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_an_update_is_found_in_what_is_no_json() {
        let answer = br#"{"ok":true,"result":[{"update_id": 871,"message":{"text":"\ud800"}}]}"#;
        assert_eq!(number_in(answer), Some(871));
        for answer in ["", "<html>", r#"{"update_id":"x"}"#] {
            assert_eq!(number_in(answer.as_bytes()), None, "{answer}");
        }
    }

    #[test]
    fn what_comes_next_is_behind_the_last_update() {
        let mut fetch = Fetch { next: None, limit: 1 };
        assert!(fetch.done(&[]).is_ok());
        assert_eq!(fetch.next, None);
        let nameless = serde_json::json!({});
        let updates = [
            serde_json::json!({"update_id": 5}),
            serde_json::json!({"update_id": 9}),
            nameless.clone(),
        ];
        assert!(fetch.done(&updates).is_ok());
        assert_eq!((fetch.next, fetch.limit), (Some(10), BATCH));
        assert!(
            fetch.done(&[nameless]).is_err(),
            "it is not fetched again without a pause"
        );
    }
}
