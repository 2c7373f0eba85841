//! One message to one chat.

use muster_core::surface::{Delivery, Verdict};
use reqwest::multipart::{Form, Part};
use serde::Serialize;
use serde_json::Value;

use super::Post;
use crate::api::failure::Failure;
use crate::api::methods::{LinkPreview, ReplyTo, SendMessage, Sent};
use crate::place::ChatRoom;
use crate::render::{self, Caption, Document, Message};

/// Where a message goes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Target {
    pub(super) room: ChatRoom,
    pub(super) private: bool,
    /// The message there that it replies to.
    reply_to: Option<i64>,
}

impl Target {
    /// Somebody, in private.
    pub(super) const fn person(account: i64) -> Self {
        Self::room(ChatRoom::chat(account), true)
    }

    pub(super) const fn room(room: ChatRoom, private: bool) -> Self {
        Self {
            room,
            private,
            reply_to: None,
        }
    }

    /// The same in reply to a message; in private nobody wonders what is answered.
    pub(super) const fn in_reply_to(self, message: Option<i64>) -> Self {
        if self.private {
            return self;
        }
        Self {
            reply_to: message,
            ..self
        }
    }
}

impl Post {
    /// Sends a card. A single file carries its text, as far as that fits below a file.
    pub(super) async fn send_to(&self, target: Target, delivery: &Delivery) -> Verdict {
        match self.send_card(target, delivery).await {
            Ok(Sent { message_id }) => {
                if delivery.pin {
                    self.pin(target, message_id, delivery.language).await;
                }
                Verdict::Delivered {
                    receipt: Some(message_id.to_string()),
                }
            }
            Err(failure) => self.failed(&failure, target),
        }
    }

    /// A card is whole without its picture: one that the chat does not take is left out.
    async fn send_card(&self, target: Target, delivery: &Delivery) -> Result<Sent, Failure> {
        let mut message = render::message(&delivery.card, delivery.language);
        let pictures = muster_picture::drawn(&delivery.card).await;
        message.documents.extend(pictures.into_iter().map(Document::from));
        if let [file] = message.documents.as_slice()
            && message.fits_below_a_file()
        {
            return match self.file(target, file, &message.as_caption()).await {
                Err(Failure::Refused(refused)) if file.is_picture() => {
                    tracing::info!(refused = %refused, "a card goes without its picture");
                    self.text(target, message).await
                }
                sent => sent,
            };
        }
        let files = message.documents.clone();
        let sent = self.text(target, message).await?;
        for file in &files {
            if let Err(failure) = self.file(target, file, &file.by_itself().as_caption()).await {
                if !file.is_picture() {
                    return Err(failure);
                }
                tracing::info!(%failure, "a card goes without its picture");
            }
        }
        Ok(sent)
    }

    pub(super) async fn text(&self, target: Target, message: Message) -> Result<Sent, Failure> {
        let message = SendMessage {
            chat_id: target.room.chat,
            message_thread_id: target.room.topic,
            message,
            link_preview_options: LinkPreview::NONE,
            reply_parameters: target.reply_to.map(ReplyTo::message),
        };
        self.account.api.ask(&message).await
    }

    async fn file(&self, target: Target, file: &Document, caption: &Caption<'_>) -> Result<Sent, Failure> {
        let part = Part::bytes(file.content.clone())
            .file_name(file.name.clone())
            .mime_str(&file.media_type)
            .map_err(Failure::of_connection)?;
        let fields = FileFields {
            chat_id: target.room.chat,
            message_thread_id: target.room.topic,
            reply_parameters: target.reply_to.map(ReplyTo::message),
            caption,
        };
        let (method, field) = if file.is_picture() {
            ("sendPhoto", "photo")
        } else {
            ("sendDocument", "document")
        };
        let form = form(&fields).part(field, part);
        self.account.api.ask_with_file(method, form).await
    }
}

/// What `sendDocument` and `sendPhoto` take beside the file.
#[derive(Serialize)]
struct FileFields<'a> {
    chat_id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_thread_id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_parameters: Option<ReplyTo>,
    #[serde(flatten)]
    caption: &'a Caption<'a>,
}

/// Fields as a form has them: what is no string is JSON (Bot API, "Making requests").
fn form(fields: &impl Serialize) -> Form {
    let Ok(Value::Object(fields)) = serde_json::to_value(fields) else {
        return Form::new();
    };
    fields.into_iter().fold(Form::new(), |form, (name, value)| match value {
        Value::String(text) => form.text(name, text),
        value => form.text(name, value.to_string()),
    })
}
