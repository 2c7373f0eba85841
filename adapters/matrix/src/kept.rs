//! What the adapter keeps of its own in the library's store, beside the keys: values as JSON, by name.

use matrix_sdk::Client;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The value; that of nothing where it was never kept, or cannot be read.
pub(crate) async fn load<T: Default + DeserializeOwned>(client: &Client, key: &[u8]) -> T {
    let kept = client.state_store().get_custom_value(key).await;
    let kept = kept.ok().flatten();
    kept.and_then(|kept| serde_json::from_slice(&kept).ok())
        .unwrap_or_default()
}

pub(crate) async fn save<T: Serialize + Sync>(client: &Client, key: &[u8], value: &T) -> matrix_sdk::Result<()> {
    let kept = serde_json::to_vec(value)?;
    Ok(client.state_store().set_custom_value_no_read(key, kept).await?)
}
