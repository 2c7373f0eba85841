//! Up to where everything that happened is accepted: a token of the server's, kept beside the library's own.
//!
//! The library keeps its own before anybody has seen what it brought, so that a crash in between would lose that. Ours is
//! written once the events are in the inbox; what comes twice the inbox knows again.

use matrix_sdk::ruma::serde::Raw;
use matrix_sdk::store::{StateStoreDataKey, StateStoreDataValue};
use matrix_sdk::{Client, StoreError};
use serde_json::json;

const KEY: &[u8] = b"org.muster.since";
/// What is written to the account so that something happens.
const NUDGE: &str = "org.muster.seen";

/// The token; `None` where nothing was ever accepted, and the library knows of no room yet.
pub(crate) async fn load(client: &Client) -> Result<Option<String>, StoreError> {
    let kept = client.state_store().get_custom_value(KEY).await?;
    Ok(kept.and_then(|token| String::from_utf8(token).ok()))
}

pub(super) async fn save(client: &Client, token: &str) -> Result<(), StoreError> {
    let store = client.state_store();
    store.set_custom_value_no_read(KEY, token.as_bytes().to_vec()).await
}

/// The library steps over an answer that ends where its own token stands: it has seen that, whether or not anybody has
/// accepted it. So where the two tokens differ something is to happen first, and the answer ends elsewhere.
pub(super) async fn get_past_what_was_seen(client: &Client, since: Option<&str>) -> matrix_sdk::Result<()> {
    let seen = client.state_store().get_kv_data(StateStoreDataKey::SyncToken).await?;
    let seen = seen.and_then(StateStoreDataValue::into_sync_token);
    if let Some(seen) = seen.filter(|seen| since != Some(seen.as_str())) {
        // Never the same twice: what changes nothing is no news.
        let content = Raw::new(&json!({ "seen": seen }))?.cast_unchecked();
        client.account().set_account_data_raw(NUDGE.into(), content).await?;
    }
    Ok(())
}
