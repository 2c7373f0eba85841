//! What is kept of a session beside its keys: `session.json`, which only the operator can read.

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use matrix_sdk::authentication::matrix::MatrixSession;
use matrix_sdk::ruma::api::client::session::login;
use matrix_sdk::ruma::{DeviceId, OwnedDeviceId, OwnedUserId, UserId};
use matrix_sdk::{SessionMeta, SessionTokens};
use serde::{Deserialize, Serialize};

use super::{NoSession, owner_of};
use crate::settings::{Secret, Settings};

const FILE: &str = "session.json";

/// Whose device it is.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Record {
    pub(super) device_id: OwnedDeviceId,
    /// None before the first login has ended.
    pub(super) user_id: Option<OwnedUserId>,
    /// None before that, and where the token stands in the configuration.
    pub(super) access_token: Option<String>,
}

impl Record {
    /// The record of a device that is new.
    pub(super) async fn begin(settings: &Settings) -> Result<Self, NoSession> {
        match &settings.secret {
            Secret::Password(_) => Ok(Self {
                device_id: DeviceId::new(),
                user_id: None,
                access_token: None,
            }),
            Secret::Token(token) => {
                let owner = owner_of(&settings.homeserver, token).await?;
                let no_device = || NoSession::Said("the access token belongs to no device".to_owned());
                Ok(Self {
                    device_id: owner.device_id.ok_or_else(no_device)?,
                    user_id: Some(owner.user_id),
                    access_token: None,
                })
            }
        }
    }

    /// The record, if the token in the configuration is its device's.
    pub(super) async fn checked(self, settings: &Settings) -> Result<Self, NoSession> {
        if let Secret::Token(token) = &settings.secret {
            let owner = owner_of(&settings.homeserver, token).await?;
            if owner.device_id.as_ref() != Some(&self.device_id) {
                return Err(NoSession::OtherDevice(self.device_id));
            }
        }
        Ok(self)
    }

    /// The account, unless it is the one that is written so, in full or without its server.
    pub(super) fn owner_other_than(&self, user: &str) -> Option<&UserId> {
        let owner = self.user_id.as_deref()?;
        (user != owner.as_str() && user != owner.localpart()).then_some(owner)
    }

    /// The session, once there is one.
    pub(super) fn session(&self, secret: &Secret) -> Option<MatrixSession> {
        let access_token = match secret {
            Secret::Token(token) => token.clone(),
            Secret::Password(_) => self.access_token.clone()?,
        };
        Some(MatrixSession {
            meta: SessionMeta {
                user_id: self.user_id.clone()?,
                device_id: self.device_id.clone(),
            },
            tokens: SessionTokens {
                access_token,
                refresh_token: None,
            },
        })
    }

    pub(super) fn logged_in(self, login: &login::v3::Response) -> Self {
        Self {
            user_id: Some(login.user_id.clone()),
            access_token: Some(login.access_token.clone()),
            ..self
        }
    }

    pub(super) fn read(folder: &Path) -> Result<Option<Self>, NoSession> {
        let text = match fs::read(folder.join(FILE)) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        serde_json::from_slice(&text).map(Some).map_err(|_| NoSession::Damaged)
    }

    /// Whole or not at all.
    pub(super) fn write(&self, folder: &Path) -> Result<(), NoSession> {
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(&serde_json::to_vec_pretty(self).map_err(std::io::Error::from)?)?;
        file.as_file().sync_all()?;
        file.persist(folder.join(FILE)).map_err(|error| error.error)?;
        Ok(())
    }
}
