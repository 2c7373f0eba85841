//! What messages look like on the wire.

use serde_json::{Value, json};

use super::faces::{merge, timestamp};
use super::state::State;
use crate::discord::ids::MessageId;
use crate::discord::seen::{Author, Document, Shown};

/// Flags of messages (Message Resource, "Message Flags").
pub(in crate::discord) const EPHEMERAL: u64 = 1 << 6;
pub(in crate::discord) const LOADING: u64 = 1 << 7;
/// A message that is made of components alone.
pub(in crate::discord) const COMPONENTS_ONLY: u64 = 1 << 15;

impl State {
    /// The message object as requests are answered with it.
    pub(in crate::discord) fn message_json(&self, shown: &Shown) -> Value {
        let mut flags = shown.flags;
        if shown.only_for.is_some() {
            flags |= EPHEMERAL;
        }
        if shown.thinking {
            flags |= LOADING;
        }
        let author = match shown.author {
            Author::Bot | Author::Discord => self.bot,
            Author::Person(person) => person,
        };
        let mut json = json!({
            "id": shown.id,
            "channel_id": shown.channel,
            "type": shown.kind,
            "content": shown.text,
            "author": self.user(author).json(),
            "timestamp": timestamp(shown.sent_ms),
            "edited_timestamp": shown.edited_ms.map(timestamp),
            "tts": false,
            "mention_everyone": shown.calls_everybody,
            "mentions": shown.calls.iter().map(|user| self.user(*user).json()).collect::<Vec<_>>(),
            "mention_roles": shown.calls_roles,
            "attachments": shown.documents.iter().map(|document| self.document_json(shown, document)).collect::<Vec<_>>(),
            "embeds": shown.embeds,
            "components": shown.components,
            "pinned": shown.pinned,
            "flags": flags,
        });
        if let Some(original) = shown.reply_to {
            json["message_reference"] = self.reference_json(shown, original);
            let original = self.message(shown.channel, original);
            json["referenced_message"] = original.map_or(Value::Null, |original| self.bare_message_json(original));
        }
        if let Some(interaction) = shown.interaction.and_then(|id| self.interactions.get(&id)) {
            let more = json!({
                "application_id": self.bot,
                "webhook_id": self.bot,
                "interaction_metadata": self.metadata_json(interaction),
            });
            merge(&mut json, more);
        }
        json
    }

    /// A message that is replied to says nothing of what it replies to itself.
    fn bare_message_json(&self, shown: &Shown) -> Value {
        let mut bare = shown.clone();
        bare.reply_to = None;
        self.message_json(&bare)
    }

    fn reference_json(&self, shown: &Shown, original: MessageId) -> Value {
        let guild = self.channels.get(&shown.channel).and_then(|channel| channel.guild);
        let mut json = json!({ "type": 0, "channel_id": shown.channel, "message_id": original });
        if let Some(guild) = guild {
            json["guild_id"] = json!(guild);
        }
        json
    }

    fn document_json(&self, shown: &Shown, document: &Document) -> Value {
        let url = format!(
            "http://{}/attachments/{}/{}/{}",
            self.address, shown.channel, document.id, document.file_name
        );
        json!({
            "id": document.id.to_string(),
            "filename": document.file_name,
            "size": document.content.len(),
            "url": url,
            "proxy_url": url,
            "content_type": document.mime.as_deref().unwrap_or("application/octet-stream"),
            "description": document.description,
            "content_scan_version": 0,
        })
    }
}

/// Gives every component its number, as Discord does where the bot gives none.
pub(in crate::discord) fn numbered(components: &Value) -> Value {
    fn number(value: &mut Value, next: &mut u64) {
        match value {
            Value::Array(values) => values.iter_mut().for_each(|value| number(value, next)),
            Value::Object(fields) => {
                if fields.get("type").is_some_and(Value::is_u64) && fields.get("id").is_none_or(Value::is_null) {
                    *next += 1;
                    fields.insert("id".to_owned(), (*next).into());
                }
                for (name, inner) in fields.iter_mut() {
                    if matches!(name.as_str(), "components" | "accessory" | "component") {
                        number(inner, next);
                    }
                }
            }
            _ => {}
        }
    }
    let mut components = components.clone();
    number(&mut components, &mut 0);
    components
}

/// An embed as it comes back: Discord says what kind it is.
pub(in crate::discord) fn embed(given: &Value) -> Value {
    let mut embed = given.clone();
    if let Value::Object(fields) = &mut embed {
        fields.retain(|_, value| !value.is_null());
        fields.insert("type".to_owned(), "rich".into());
        fields.entry("content_scan_version").or_insert_with(|| 0.into());
        let list = fields.get_mut("fields").and_then(Value::as_array_mut);
        for field in list.into_iter().flatten() {
            if field.get("inline").is_none_or(Value::is_null) {
                field["inline"] = false.into();
            }
        }
    }
    embed
}
