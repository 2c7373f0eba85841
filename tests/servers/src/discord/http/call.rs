//! A request: the operation, its parameters, its body and files.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::discord::ids::{ChannelId, GuildId, MessageId, UserId};
use crate::discord::methods::Operation;
use crate::uploads::Upload;

/// A request.
#[derive(Debug)]
pub(in crate::discord) struct Call {
    pub(in crate::discord) operation: &'static Operation,
    /// What stands in the path in place of `{…}`.
    pub(in crate::discord) parameters: Vec<(&'static str, String)>,
    pub(in crate::discord) query: Vec<(String, String)>,
    /// `null` where there is none.
    pub(in crate::discord) body: Value,
    pub(in crate::discord) is_multipart: bool,
    /// By the numbers that their parts have.
    pub(in crate::discord) files: BTreeMap<u64, Upload>,
    /// Parts of a form that are neither `payload_json` nor a file.
    pub(in crate::discord) stray: Vec<String>,
}

impl Call {
    /// What stands in the path in that place.
    pub(in crate::discord) fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.parameters.iter().find(|(own, _)| *own == name);
        found.map(|(_, value)| value.as_str())
    }

    /// What stands behind the question mark.
    pub(in crate::discord) fn asked(&self, name: &str) -> Option<&str> {
        let found = self.query.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }

    fn number(&self, name: &str) -> u64 {
        self.parameter(name).and_then(|id| id.parse().ok()).unwrap_or_default()
    }

    pub(in crate::discord) fn channel(&self) -> ChannelId {
        ChannelId(self.number("channel_id"))
    }

    pub(in crate::discord) fn message(&self) -> MessageId {
        MessageId(self.number("message_id"))
    }

    pub(in crate::discord) fn guild(&self) -> GuildId {
        GuildId(self.number("guild_id"))
    }

    pub(in crate::discord) fn user(&self) -> UserId {
        UserId(self.number("user_id"))
    }

    pub(in crate::discord) fn text(&self, name: &str) -> Option<&str> {
        self.body.get(name)?.as_str()
    }

    pub(in crate::discord) fn list(&self, name: &str) -> &[Value] {
        let list = self.body.get(name).and_then(Value::as_array);
        list.map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether a field is there, be it `null`.
    pub(in crate::discord) fn has(&self, name: &str) -> bool {
        self.body.get(name).is_some()
    }

    /// What a limit is counted for: a channel, a guild, or a token.
    pub(in crate::discord) fn major(&self) -> &str {
        ["channel_id", "guild_id", "webhook_token", "interaction_token"]
            .iter()
            .find_map(|name| self.parameter(name))
            .unwrap_or_default()
    }

    /// Whether it is about an interaction: known by its token, and not bound to the global limit.
    pub(in crate::discord) fn is_of_interaction(&self) -> bool {
        self.operation.path.starts_with("/interactions/") || self.operation.path.starts_with("/webhooks/")
    }
}
