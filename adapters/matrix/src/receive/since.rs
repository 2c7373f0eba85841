//! Up to where everything that happened is accepted: a token of the server's, kept beside the library's own.
//!
//! The library keeps its own before anybody has seen what it brought, so that a crash in between would lose that. Ours is
//! written once the events are in the inbox; what comes twice the inbox knows again.

use matrix_sdk::{Client, StoreError};

const KEY: &[u8] = b"org.muster.since";

/// The token; `None` where nothing was ever accepted.
pub(super) async fn load(client: &Client) -> Option<String> {
    let kept = client.state_store().get_custom_value(KEY).await;
    kept.ok().flatten().and_then(|token| String::from_utf8(token).ok())
}

pub(super) async fn save(client: &Client, token: &str) -> Result<(), StoreError> {
    let store = client.state_store();
    store.set_custom_value_no_read(KEY, token.as_bytes().to_vec()).await
}
