//! Events into rooms, one at a time into each.
//!
//! The library makes sure that a room has a key, and then encrypts, and in between another event may use up the last of what
//! that key serves for; it takes that for a bug and panics (matrix-sdk-crypto 0.18, `GroupSessionManager::encrypt`).

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use matrix_sdk::attachment::{AttachmentConfig, AttachmentInfo, BaseImageInfo};
use matrix_sdk::ruma::events::Mentions;
use matrix_sdk::ruma::events::room::message::TextMessageEventContent;
use matrix_sdk::ruma::{OwnedEventId, OwnedRoomId, OwnedTransactionId, UInt};
use matrix_sdk::{Result, Room};
use serde_json::{Map, Value};
use tokio::sync::OwnedMutexGuard;

use crate::render::Document;

/// The rooms' turns to be sent into.
#[derive(Debug, Default)]
pub(super) struct Turns(Mutex<HashMap<OwnedRoomId, Arc<tokio::sync::Mutex<()>>>>);

impl Turns {
    /// Sends an event.
    pub(super) async fn post(
        &self,
        room: &Room,
        kind: &str,
        content: Map<String, Value>,
        key: OwnedTransactionId,
    ) -> Result<OwnedEventId> {
        let _turn = self.of(room).await;
        let sent = room
            .send_raw(kind, Value::Object(content))
            .with_transaction_id(&key)
            .await?;
        Ok(sent.response.event_id)
    }

    /// Sends a file; a picture with what it shows below it, which is also what is read aloud.
    pub(super) async fn upload(&self, room: &Room, file: &Document, key: OwnedTransactionId) -> Result<()> {
        // Nobody is named, which must be said: else clients look for names in the text.
        let mut config = AttachmentConfig::new().txn_id(key).mentions(Some(Mentions::new()));
        if let Some((alt, [width, height])) = &file.picture {
            config.caption = Some(TextMessageEventContent::plain(alt));
            config.info = Some(AttachmentInfo::Image(BaseImageInfo {
                width: Some((*width).into()),
                height: Some((*height).into()),
                size: UInt::try_from(file.content.len()).ok(),
                ..BaseImageInfo::default()
            }));
        }
        let media_type = file.media_type.parse().unwrap_or(mime::APPLICATION_OCTET_STREAM);
        let content = file.content.clone();
        let _turn = self.of(room).await;
        room.send_attachment(file.name.clone(), &media_type, content, config)
            .await?;
        Ok(())
    }

    /// Waits until nobody else sends into the room; others wait as long as what it gives is held.
    async fn of(&self, room: &Room) -> OwnedMutexGuard<()> {
        let turn = {
            let mut turns = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            turns.entry(room.room_id().to_owned()).or_default().clone()
        };
        turn.lock_owned().await
    }
}
