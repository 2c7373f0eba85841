//! The device's place among the account's keys: signed by the account, so that people's clients hand it the keys of their
//! messages; and the recovery key, without which a lost store is a lost identity.

use matrix_sdk::Client;
use matrix_sdk::encryption::recovery::{RecoveryError, RecoveryState};
use matrix_sdk::ruma::api::client::keys::get_keys;
use matrix_sdk::ruma::api::client::uiaa::{AuthData, MatrixUserIdentifier, Password, UserIdentifier};
use matrix_sdk::ruma::{DeviceId, UserId};
use serde_json::{Map, Value};

use super::Store;
use crate::settings::{Secret, Settings};

/// Makes the account's signing keys where it has none, and signs the device. That they are missing keeps nobody from talking
/// in rooms that are not encrypted, so it is told and no more.
pub(super) async fn cross_sign(client: &Client, settings: &Settings) {
    client.encryption().wait_for_e2ee_initialization_tasks().await;
    if let Err(error) = publish(client, settings).await {
        tracing::warn!(%error, "the account's signing keys could not be made");
    }
}

/// What was made here may not have reached the server, where an earlier start was cut off: so it is asked.
async fn publish(client: &Client, settings: &Settings) -> matrix_sdk::Result<()> {
    let (Some(me), Some(own)) = (client.user_id(), client.device_id()) else {
        return Ok(());
    };
    let encryption = client.encryption();
    let mut request = get_keys::v3::Request::new();
    request.device_keys.insert(me.to_owned(), Vec::new());
    let published = client.send(request).await?;
    if !published.master_keys.contains_key(me) {
        let auth = match &settings.secret {
            Secret::Password(password) => {
                let user = UserIdentifier::Matrix(MatrixUserIdentifier::new(me.to_string()));
                Some(AuthData::Password(Password::new(user, password.clone())))
            }
            Secret::Token(_) => None,
        };
        return encryption.bootstrap_cross_signing(auth).await;
    }
    encryption.request_user_identity(me).await?;
    let holds_keys = encryption.cross_signing_status().await;
    if holds_keys.is_some_and(|keys| keys.has_self_signing)
        && !is_signed_in(&published, me, own)
        && let Some(device) = encryption.get_own_device().await?
    {
        let signed = device.verify().await;
        signed.map_err(|error| matrix_sdk::Error::UnknownError(Box::new(error)))?;
    }
    Ok(())
}

/// Whether the account's self-signing key signs the device, in what the server tells.
fn is_signed_in(published: &get_keys::v3::Response, me: &UserId, own: &DeviceId) -> bool {
    let signing = published.self_signing_keys.get(me);
    let signing = signing.and_then(|key| key.deserialize_as_unchecked::<Value>().ok());
    let device = published.device_keys.get(me).and_then(|devices| devices.get(own));
    let device = device.and_then(|device| device.deserialize_as_unchecked::<Value>().ok());
    let (Some(signing), Some(device)) = (signing, device) else {
        return false;
    };
    let ids = signing["keys"].as_object().into_iter().flat_map(Map::keys);
    let signatures = &device["signatures"][me.as_str()];
    ids.into_iter().any(|id| signatures.get(id).is_some())
}

/// Whether people's clients see the device as one of the account's own.
pub(crate) async fn is_signed(client: &Client) -> bool {
    match client.encryption().get_own_device().await {
        Ok(Some(device)) => device.is_cross_signed_by_owner(),
        Ok(None) | Err(_) => false,
    }
}

/// Brings the account's secrets in order once the server has told of them: they are fetched with the recovery key, or
/// stored under a new one.
pub(crate) async fn put_in_order(client: &Client, settings: &Settings, store: &Store) {
    let recovery = client.encryption().recovery();
    let is_cut_off = store.recovery_key().awaits_key();
    match (recovery.state(), &settings.recovery_key) {
        (RecoveryState::Incomplete | RecoveryState::Unknown, Some(key)) => match recovery.recover(key).await {
            Ok(()) => tracing::info!("the recovery key opened the account's secrets"),
            Err(error) => tracing::warn!(%error, "the recovery key does not open the account's secrets"),
        },
        (state, _) if is_cut_off || state == RecoveryState::Disabled => match make_recovery_key(client, store).await {
            Ok(()) => {
                tracing::info!("the account's recovery key is in recovery-key.txt in the store: keep a copy elsewhere");
            }
            Err(error) => tracing::warn!(%error, "the account's secrets could not be stored"),
        },
        _ => {}
    }
    if !is_signed(client).await {
        tracing::warn!(
            "the account has not signed this device, so that people's clients may keep the keys of their messages from it: set \
             MUSTER_MATRIX_RECOVERY_KEY (key matrix.recovery_key)"
        );
    }
}

/// Why there is no recovery key.
#[derive(Debug, thiserror::Error)]
enum NoRecoveryKey {
    #[error("{0}")]
    Said(#[from] RecoveryError),
    #[error("{0}")]
    Backup(#[from] matrix_sdk::Error),
    #[error("recovery-key.txt: {0}")]
    File(#[from] std::io::Error),
}

/// Stores the account's secrets under a new key; what a start left that was cut off in this is replaced.
async fn make_recovery_key(client: &Client, store: &Store) -> Result<(), NoRecoveryKey> {
    let (encryption, file) = (client.encryption(), store.recovery_key());
    let recovery = encryption.recovery();
    let is_cut_off = file.awaits_key();
    file.begin()?;
    let key = match recovery.state() {
        RecoveryState::Disabled => match recovery.enable().await {
            Err(RecoveryError::BackupExistsOnServer) if is_cut_off => {
                encryption.backups().disable_and_delete().await?;
                recovery.enable().await?
            }
            made => made?,
        },
        _ => recovery.reset_key().await?,
    };
    file.write(&key)?;
    Ok(())
}
