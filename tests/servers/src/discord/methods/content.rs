//! What a message says: from the body of a request.

use serde_json::Value;

use crate::discord::http::Call;
use crate::discord::ids::{ChannelId, number};
use crate::discord::permissions::Permissions;
use crate::discord::refusal::Refusal;
use crate::discord::seen::{Document, Shown};
use crate::discord::world::{State, embed, numbered};

/// Flags that a bot can set: no embeds, no sound, components alone.
const SETTABLE: u64 = 1 << 2 | 1 << 12 | 1 << 15;

/// Writes on a message what a body says; fields that are not there are left as they are.
pub(super) fn write(message: &mut Shown, body: &Value) {
    if let Some(content) = body.get("content") {
        let text = content.as_str().unwrap_or_default();
        text.trim().clone_into(&mut message.text);
    }
    if let Some(embeds) = body.get("embeds") {
        message.embeds = embeds.as_array().into_iter().flatten().map(embed).collect();
    }
    if let Some(components) = body.get("components") {
        let none = Value::Array(Vec::new());
        message.components = numbered(if components.is_null() { &none } else { components });
    }
    if let Some(flags) = body.get("flags").and_then(Value::as_u64) {
        message.flags = flags & SETTABLE;
    }
}

impl State {
    /// Puts the files of a request on a message; of those that were there, the ones that it names stay.
    pub(super) fn attach(&mut self, message: &mut Shown, body: &Value, call: &Call) {
        let named = body.get("attachments").and_then(Value::as_array);
        if let Some(named) = named {
            let kept: Vec<u64> = named.iter().filter_map(|one| number(&one["id"])).collect();
            message.documents.retain(|document| kept.contains(&document.id));
        }
        for (at, file) in &call.files {
            let mut said = named.into_iter().flatten();
            let said = said.find(|one| one["id"] == at.to_string().as_str() || one["id"] == *at);
            let text = |name: &str| said.and_then(|said| said.get(name)?.as_str()).map(str::to_owned);
            message.documents.push(Document {
                id: self.snowflake(),
                file_name: text("filename").unwrap_or_else(|| file.file_name.clone()),
                description: text("description"),
                mime: file.mime.clone(),
                content: file.content.clone(),
            });
        }
    }

    /// Whether the bot may say that there.
    pub(super) fn may_say(&self, channel: ChannelId, message: &Shown) -> Result<(), Refusal> {
        if !message.embeds.is_empty() {
            self.allowed(channel, Permissions::EMBED_LINKS)?;
        }
        if !message.documents.is_empty() {
            self.allowed(channel, Permissions::ATTACH_FILES)?;
        }
        if message.is_empty() {
            return Err(Refusal::empty_message());
        }
        Ok(())
    }
}
