//! Messages on their way out.
//!
//! - [`Post`]: one attempt: where a message goes, and what becomes of it
//! - [`private`]: somebody's private room; `pin`: what stays at the top; `verdict`: what the server says of an attempt

mod pin;
mod private;
mod verdict;

use std::sync::Arc;

use matrix_sdk::attachment::AttachmentConfig;
use matrix_sdk::ruma::events::Mentions;
use matrix_sdk::ruma::{EventId, OwnedEventId, OwnedTransactionId, RoomId, TransactionId};
use matrix_sdk::{Client, Room};
use muster_core::surface::{Address, Delivery, Edit, Refusal, Verdict};
use serde_json::{Map, Value, json};

use crate::account::Account;
use crate::place;
use crate::render::{self, Document, Style, Tone};
use private::Private;

/// Sends what people are to see.
#[derive(Debug)]
pub(crate) struct Post {
    account: Arc<Account>,
    private: Private,
}

/// Where a message goes.
struct Target {
    room: Room,
    private: bool,
    relation: Option<Value>,
    tone: Tone,
}

impl Post {
    pub(crate) fn new(account: Arc<Account>) -> Self {
        Self {
            account,
            private: Private::default(),
        }
    }

    pub(crate) async fn deliver(&self, delivery: &Delivery) -> Verdict {
        let Ok(client) = self.account.client().await else {
            return Verdict::Retry { after: None };
        };
        match self.target(client, &delivery.to).await {
            Ok(target) => self.send(&target, delivery).await,
            Err(verdict) => verdict,
        }
    }

    async fn target(&self, client: &Client, to: &Address) -> Result<Target, Verdict> {
        match to {
            Address::Account { account, .. } => self.person(client, account).await,
            Address::Room {
                room,
                only_for: Some(account),
                ..
            } if !room.private => self.person(client, account).await,
            Address::Room { room, answers, .. } => {
                let (id, thread) = place::parts(room);
                Ok(Target {
                    room: joined(client, id)?,
                    private: room.private,
                    relation: relation(thread, answers.as_deref().filter(|_| !room.private)),
                    tone: if room.private || answers.is_none() {
                        Tone::Loud
                    } else {
                        Tone::Quiet
                    },
                })
            }
        }
    }

    async fn person(&self, client: &Client, account: &str) -> Result<Target, Verdict> {
        Ok(Target {
            room: self.private.room_with(client, account).await?,
            private: true,
            relation: None,
            tone: Tone::Loud,
        })
    }

    /// Sends a card, and then its files.
    async fn send(&self, target: &Target, delivery: &Delivery) -> Verdict {
        let style = Style {
            language: delivery.language,
            private: target.private,
        };
        let message = render::message(&delivery.card, style);
        let tone = if message.mentions.is_empty() {
            target.tone
        } else {
            Tone::Loud
        };
        let mut content = message.content(tone);
        content.extend(
            target
                .relation
                .clone()
                .map(|relation| ("m.relates_to".to_owned(), relation)),
        );
        let key = delivery.id.0.as_simple().to_string();
        let sent = match post(&target.room, content, key.as_str().into()).await {
            Ok(event) => event,
            Err(error) => return verdict::of(&error, &target.room),
        };
        for (number, file) in message.documents.iter().enumerate() {
            let key = format!("{key}-{number}");
            if let Err(error) = upload(&target.room, file, key.as_str().into()).await {
                return verdict::of(&error, &target.room);
            }
        }
        if delivery.pin {
            self.pin(target, &sent, delivery.language).await;
        }
        Verdict::Delivered {
            receipt: Some(sent.to_string()),
        }
    }

    pub(crate) async fn edit(&self, edit: &Edit) -> Verdict {
        let Ok(client) = self.account.client().await else {
            return Verdict::Retry { after: None };
        };
        let room = match joined(client, place::parts(&edit.room).0) {
            Ok(room) => room,
            Err(verdict) => return verdict,
        };
        let style = Style {
            language: edit.language,
            private: edit.room.private,
        };
        let tone = if edit.room.private { Tone::Loud } else { Tone::Quiet };
        let content = render::message(&edit.card, style).instead_of(&edit.message, tone);
        match post(&room, content, TransactionId::new()).await {
            Ok(_) => Verdict::Delivered { receipt: None },
            Err(error) => verdict::of(&error, &room),
        }
    }
}

async fn post(room: &Room, content: Map<String, Value>, key: OwnedTransactionId) -> matrix_sdk::Result<OwnedEventId> {
    let sent = room
        .send_raw("m.room.message", Value::Object(content))
        .with_transaction_id(&key)
        .await?;
    Ok(sent.response.event_id)
}

async fn upload(room: &Room, file: &Document, key: OwnedTransactionId) -> matrix_sdk::Result<()> {
    // Nobody is named, which must be said: else clients look for names in the text.
    let config = AttachmentConfig::new().txn_id(key).mentions(Some(Mentions::new()));
    let media_type = file.media_type.parse().unwrap_or(mime::APPLICATION_OCTET_STREAM);
    let content = file.text.clone().into_bytes();
    room.send_attachment(file.name.clone(), &media_type, content, config)
        .await?;
    Ok(())
}

/// A room that the bot is in.
fn joined(client: &Client, id: &str) -> Result<Room, Verdict> {
    let room = RoomId::parse(id).ok().and_then(|id| client.get_room(&id));
    let room = room.ok_or(Verdict::Refused(Refusal::Gone))?;
    match room.state() {
        matrix_sdk::RoomState::Joined => Ok(room),
        _ => Err(Verdict::Refused(Refusal::Left)),
    }
}

/// What a message belongs to: the thread that it stands in, and the event that it answers.
fn relation(thread: Option<&str>, answers: Option<&str>) -> Option<Value> {
    // Not every event of ours is one of Matrix.
    let answers = answers.filter(|event| EventId::parse(*event).is_ok());
    match (thread, answers) {
        (Some(root), answers) => Some(json!({
            "rel_type": "m.thread",
            "event_id": root,
            "is_falling_back": answers.is_none(),
            "m.in_reply_to": { "event_id": answers.unwrap_or(root) },
        })),
        (None, Some(event)) => Some(json!({ "m.in_reply_to": { "event_id": event } })),
        (None, None) => None,
    }
}
