//! The session: who the bot is to the homeserver, and the keys of its device. Both are one unit in one folder.
//!
//! - [`Store`]: the folder, which one process uses at a time
//! - [`open`]: a client with that session: restored, or logged in the first time
//! - [`keystore`]: a synchronisation is kept whole
//! - [`name_of`]: what tells a store from others · [`record`]: what is kept of the session; [`keys`]: the device's place among the account's keys; [`recovery_key`]: the
//!   file with which a lost store is no lost identity

pub(crate) mod keys;
pub(crate) mod keystore;
mod name;
mod record;
mod recovery_key;

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;

use matrix_sdk::authentication::matrix::MatrixSession;
use matrix_sdk::config::{RequestConfig, StoreConfig};
use matrix_sdk::cross_process_lock::CrossProcessLockConfig;
use matrix_sdk::encryption::{BackupDownloadStrategy, EncryptionSettings};
use matrix_sdk::ruma::api::client::account::whoami;
use matrix_sdk::ruma::api::error::ErrorKind;
use matrix_sdk::ruma::{OwnedDeviceId, OwnedUserId, owned_user_id};
use matrix_sdk::store::RoomLoadSettings;
use matrix_sdk::{
    Client, ClientBuildError, SessionMeta, SessionTokens, SqliteCryptoStore, SqliteEventCacheStore, SqliteMediaStore,
    SqliteStateStore,
};
use url::Url;

use crate::settings::{Secret, Settings};
use keystore::KeyStore;
pub(crate) use name::name_of;
use record::Record;
use recovery_key::RecoveryKeyFile;

/// How long a request may take before it counts as cut off.
const PATIENCE: Duration = Duration::from_secs(30);
/// What the device is called in people's lists of sessions.
const DEVICE_NAME: &str = "Muster";

/// Why there is no session.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NoSession {
    /// The folder cannot be used.
    #[error("the store cannot be used: {0}")]
    Folder(#[from] std::io::Error),
    /// Another process uses it.
    #[error(
        "the store is in use by another process: the keys in it are one device's, which runs once; end that process, or set \
         MUSTER_MATRIX_STORE (key matrix.store) to a folder of its own"
    )]
    InUse,
    /// It belongs to somebody else.
    #[error(
        "the store belongs to the device {device} of {owner}: set MUSTER_MATRIX_STORE (key matrix.store) to a folder of its \
         own for {wanted}, or MUSTER_MATRIX_USER (key matrix.user) to {owner}"
    )]
    Foreign {
        owner: OwnedUserId,
        device: OwnedDeviceId,
        wanted: String,
    },
    /// Its keys are another device's than the token.
    #[error(
        "the store belongs to the device {0}, and the access token to another: set MUSTER_MATRIX_TOKEN (key matrix.token) to \
         that device's, or move the store away"
    )]
    OtherDevice(OwnedDeviceId),
    /// Its keys are there, and it is not known whose they are.
    #[error(
        "the store has keys and no session.json: bring both back from the same backup, or move the folder away, so that a \
         new device is made, and type: muster adopt matrix"
    )]
    Torn,
    /// The record of the session cannot be read.
    #[error(
        "session.json in the store is damaged: bring the folder back from a backup, or move it away and type: muster adopt matrix"
    )]
    Damaged,
    /// The homeserver does not know its access token, and will not again.
    #[error("the homeserver does not know this session any more")]
    Ended,
    /// The homeserver, or the store of keys, says no.
    #[error("{0}")]
    Said(String),
}

impl From<matrix_sdk::Error> for NoSession {
    fn from(error: matrix_sdk::Error) -> Self {
        match error.client_api_error_kind() {
            Some(ErrorKind::UnknownToken { .. }) => Self::Ended,
            _ => Self::Said(error.to_string()),
        }
    }
}

impl From<matrix_sdk::HttpError> for NoSession {
    fn from(error: matrix_sdk::HttpError) -> Self {
        matrix_sdk::Error::from(error).into()
    }
}

impl From<ClientBuildError> for NoSession {
    fn from(error: ClientBuildError) -> Self {
        Self::Said(error.to_string())
    }
}

/// The folder of the session, for as long as it is this process's.
#[derive(Debug)]
pub(crate) struct Store {
    folder: PathBuf,
    name: String,
    /// Held while the process lives.
    _lock: File,
}

impl Store {
    /// Takes the folder, which is made where there is none. What does not fit to the account is refused before anything is
    /// connected.
    pub(crate) fn take(settings: &Settings) -> Result<Self, NoSession> {
        let folder = settings.store.clone();
        name::make_folder(&folder)?;
        let lock = File::create(folder.join("lock"))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(NoSession::InUse),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        let store = Self {
            name: name_of(&folder)?,
            folder,
            _lock: lock,
        };
        match store.record()? {
            Some(record) => match record.owner_other_than(&settings.user) {
                Some(owner) => Err(NoSession::Foreign {
                    owner: owner.to_owned(),
                    device: record.device_id.clone(),
                    wanted: settings.user.clone(),
                }),
                None => Ok(store),
            },
            None if store.keys().exists() => Err(NoSession::Torn),
            None => Ok(store),
        }
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    fn record(&self) -> Result<Option<Record>, NoSession> {
        Record::read(&self.folder)
    }

    fn keys(&self) -> PathBuf {
        self.folder.join("keys")
    }

    pub(crate) fn recovery_key(&self) -> RecoveryKeyFile {
        RecoveryKeyFile::at(self.folder.join("recovery-key.txt"))
    }
}

/// A client with the store's session. The first time the account is logged in, under a device that is written down before:
/// a crash in between makes no second one.
pub(crate) async fn open(settings: &Settings, store: &Store) -> Result<Client, NoSession> {
    let record = match store.record()? {
        Some(record) => record.checked(settings).await?,
        None => Record::begin(settings).await?,
    };
    record.write(&store.folder)?;
    let client = Client::builder()
        .homeserver_url(&settings.homeserver)
        .respect_login_well_known(false)
        .store_config(stores(&store.keys()).await?)
        .request_config(requests())
        .with_encryption_settings(EncryptionSettings {
            auto_enable_cross_signing: true,
            backup_download_strategy: BackupDownloadStrategy::AfterDecryptionFailure,
            auto_enable_backups: true,
        })
        .build()
        .await?;
    match (&settings.secret, record.session(&settings.secret)) {
        (_, Some(session)) => {
            let auth = client.matrix_auth();
            auth.restore_session(session, RoomLoadSettings::default()).await?;
        }
        (Secret::Password(password), None) => {
            let login = client
                .matrix_auth()
                .login_username(&settings.user, password)
                .device_id(record.device_id.as_str())
                .initial_device_display_name(DEVICE_NAME);
            record.logged_in(&login.send().await?).write(&store.folder)?;
        }
        (Secret::Token(_), None) => return Err(NoSession::Damaged),
    }
    keys::cross_sign(&client, settings).await;
    Ok(client)
}

/// What the library keeps, in one folder.
async fn stores(folder: &Path) -> Result<StoreConfig, ClientBuildError> {
    Ok(StoreConfig::new(CrossProcessLockConfig::multi_process("main"))
        .state_store(SqliteStateStore::open(folder, None).await?)
        .event_cache_store(SqliteEventCacheStore::open(folder, None).await?)
        .media_store(SqliteMediaStore::open(folder, None).await?)
        .crypto_store(KeyStore(SqliteCryptoStore::open(folder, None).await?)))
}

/// Whether something is tried again is the engine's to say.
fn requests() -> RequestConfig {
    RequestConfig::new().disable_retry().timeout(PATIENCE)
}

/// Whom an access token belongs to, and which device.
async fn owner_of(homeserver: &Url, token: &str) -> Result<whoami::v3::Response, NoSession> {
    let client = Client::builder()
        .homeserver_url(homeserver)
        .request_config(requests())
        .build()
        .await?;
    // The server tells whose the token is; until then it is nobody's.
    let nobody = MatrixSession {
        meta: SessionMeta {
            user_id: owned_user_id!("@nobody:nowhere"),
            device_id: "NONE".into(),
        },
        tokens: SessionTokens {
            access_token: token.to_owned(),
            refresh_token: None,
        },
    };
    let auth = client.matrix_auth();
    auth.restore_session(nobody, RoomLoadSettings::default()).await?;
    Ok(client.whoami().await?)
}
