//! The device's place among the account's keys: signed by the account, so that people's clients hand it the keys of their
//! messages; and the recovery key, without which a lost store is a lost identity.

use std::fs::OpenOptions;
use std::io::{self, Write as _};

use matrix_sdk::Client;
use matrix_sdk::encryption::recovery::RecoveryState;
use matrix_sdk::ruma::api::client::uiaa::{AuthData, MatrixUserIdentifier, Password, UserIdentifier};

use super::Store;
use crate::settings::{Secret, Settings};

/// Makes the account's signing keys where it has none. That they are missing keeps nobody from talking in rooms that are
/// not encrypted, so it is told and no more.
pub(super) async fn cross_sign(client: &Client, settings: &Settings) {
    let encryption = client.encryption();
    encryption.wait_for_e2ee_initialization_tasks().await;
    let auth = match (&settings.secret, client.user_id()) {
        (Secret::Password(password), Some(me)) => {
            let user = UserIdentifier::Matrix(MatrixUserIdentifier::new(me.to_string()));
            Some(AuthData::Password(Password::new(user, password.clone())))
        }
        _ => None,
    };
    if let Err(error) = encryption.bootstrap_cross_signing_if_needed(auth).await {
        tracing::warn!(%error, "the account's signing keys could not be made");
    }
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
    match (recovery.state(), &settings.recovery_key) {
        (RecoveryState::Disabled, _) => match recovery.enable().await {
            Ok(key) => match write_once(store, &key) {
                Ok(()) => tracing::info!(
                    "the account's recovery key is in recovery-key.txt in the store: keep a copy elsewhere"
                ),
                Err(error) => tracing::error!(%error, "the recovery key could not be written"),
            },
            Err(error) => tracing::warn!(%error, "the account's secrets could not be stored"),
        },
        (RecoveryState::Incomplete | RecoveryState::Unknown, Some(key)) => {
            if let Err(error) = recovery.recover(key).await {
                tracing::warn!(%error, "the recovery key does not open the account's secrets");
            }
        }
        _ => {}
    }
    if !is_signed(client).await {
        tracing::warn!(
            "the account has not signed this device, so that people's clients may keep the keys of their messages from it: set \
             MUSTER_MATRIX_RECOVERY_KEY (key matrix.recovery_key)"
        );
    }
}

/// Only the operator can read it, and an earlier one is never written over.
fn write_once(store: &Store, key: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let mut file = options.open(store.recovery_key())?;
    writeln!(file, "{key}")?;
    file.sync_all()
}
