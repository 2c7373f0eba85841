//! What the server does for the bot, one file a group of operations.
//!
//! To add an operation: a line in [`OPERATIONS`], by its name in the specification, and its function in the file of its
//! kind. Of two paths that fit, the one that stands first is meant.

mod about;
mod answers;
mod channels;
mod commands;
mod content;
mod edits;
mod followups;
mod guilds;
mod messages;
mod pins;
mod threads;

use super::http::Call;
use super::ids::{ChannelId, InteractionId};
use super::limits::LIMITS;
use super::refusal::{Answer, Refusal, Wrong};
use super::world::State;

/// Something that can be asked for.
#[derive(Debug)]
pub(super) struct Operation {
    /// Its name in the specification.
    pub(super) name: &'static str,
    pub(super) method: &'static str,
    /// Its path, as it stands in the specification.
    pub(super) path: &'static str,
    /// Whether the bot must say who it is.
    pub(super) needs_token: bool,
    act: fn(&mut State, &Call) -> Answer,
}

type Act = fn(&mut State, &Call) -> Answer;

const fn open(name: &'static str, method: &'static str, path: &'static str, act: Act) -> Operation {
    Operation {
        name,
        method,
        path,
        needs_token: false,
        act,
    }
}

const fn own(name: &'static str, method: &'static str, path: &'static str, act: Act) -> Operation {
    Operation {
        needs_token: true,
        ..open(name, method, path, act)
    }
}

/// All that is played.
#[rustfmt::skip]
pub(super) static OPERATIONS: [Operation; 54] = [
    open("get_gateway", "GET", "/gateway", |state, _| Ok(Some(state.get_gateway()))),
    own("get_bot_gateway", "GET", "/gateway/bot", |state, _| Ok(Some(state.get_bot_gateway()))),
    own("get_my_user", "GET", "/users/@me", |state, _| Ok(Some(state.get_me()))),
    own("list_my_guilds", "GET", "/users/@me/guilds", |state, call| Ok(Some(state.list_my_guilds(call)))),
    own("leave_guild", "DELETE", "/users/@me/guilds/{guild_id}", State::leave_guild),
    own("create_dm", "POST", "/users/@me/channels", State::create_dm),
    own("get_user", "GET", "/users/{user_id}", State::get_user),
    own("get_my_application", "GET", "/applications/@me", |state, _| Ok(Some(state.get_application()))),
    own("get_my_oauth2_application", "GET", "/oauth2/applications/@me", |state, _| Ok(Some(state.get_application()))),
    own("list_application_commands", "GET", "/applications/{application_id}/commands", State::list_commands),
    own("bulk_set_application_commands", "PUT", "/applications/{application_id}/commands", State::set_commands),
    own("create_application_command", "POST", "/applications/{application_id}/commands", State::create_command),
    own("get_application_command", "GET", "/applications/{application_id}/commands/{command_id}", State::get_command),
    own("delete_application_command", "DELETE", "/applications/{application_id}/commands/{command_id}", State::delete_command),
    own("list_guild_application_commands", "GET", "/applications/{application_id}/guilds/{guild_id}/commands", State::list_commands),
    own("bulk_set_guild_application_commands", "PUT", "/applications/{application_id}/guilds/{guild_id}/commands", State::set_commands),
    own("create_guild_application_command", "POST", "/applications/{application_id}/guilds/{guild_id}/commands", State::create_command),
    own("get_channel", "GET", "/channels/{channel_id}", State::get_channel),
    own("update_channel", "PATCH", "/channels/{channel_id}", State::update_channel),
    own("list_messages", "GET", "/channels/{channel_id}/messages", State::list_messages),
    own("create_message", "POST", "/channels/{channel_id}/messages", State::create_message),
    own("list_pins", "GET", "/channels/{channel_id}/messages/pins", State::list_pins),
    own("create_pin", "PUT", "/channels/{channel_id}/messages/pins/{message_id}", State::create_pin),
    own("delete_pin", "DELETE", "/channels/{channel_id}/messages/pins/{message_id}", State::delete_pin),
    own("get_message", "GET", "/channels/{channel_id}/messages/{message_id}", State::get_message),
    own("update_message", "PATCH", "/channels/{channel_id}/messages/{message_id}", State::update_message),
    own("delete_message", "DELETE", "/channels/{channel_id}/messages/{message_id}", State::delete_message),
    own("deprecated_list_pins", "GET", "/channels/{channel_id}/pins", State::list_pins_plainly),
    own("deprecated_create_pin", "PUT", "/channels/{channel_id}/pins/{message_id}", State::create_pin),
    own("deprecated_delete_pin", "DELETE", "/channels/{channel_id}/pins/{message_id}", State::delete_pin),
    own("trigger_typing_indicator", "POST", "/channels/{channel_id}/typing", State::trigger_typing),
    own("create_thread", "POST", "/channels/{channel_id}/threads", State::create_thread),
    own("create_thread_from_message", "POST", "/channels/{channel_id}/messages/{message_id}/threads", State::create_thread),
    own("join_thread", "PUT", "/channels/{channel_id}/thread-members/@me", State::join_thread),
    own("get_guild", "GET", "/guilds/{guild_id}", State::get_guild),
    own("list_guild_channels", "GET", "/guilds/{guild_id}/channels", State::list_channels),
    own("get_active_guild_threads", "GET", "/guilds/{guild_id}/threads/active", State::list_threads),
    own("list_guild_roles", "GET", "/guilds/{guild_id}/roles", State::list_roles),
    own("get_guild_role", "GET", "/guilds/{guild_id}/roles/{role_id}", State::get_role),
    own("list_guild_members", "GET", "/guilds/{guild_id}/members", State::list_members),
    own("get_guild_member", "GET", "/guilds/{guild_id}/members/{user_id}", State::get_member),
    open("create_interaction_response", "POST", "/interactions/{interaction_id}/{interaction_token}/callback", State::answer_interaction),
    open("execute_webhook", "POST", "/webhooks/{webhook_id}/{webhook_token}", State::follow_up),
    open("get_original_webhook_message", "GET", "/webhooks/{webhook_id}/{webhook_token}/messages/@original", State::get_answer),
    open("update_original_webhook_message", "PATCH", "/webhooks/{webhook_id}/{webhook_token}/messages/@original", State::update_answer),
    open("delete_original_webhook_message", "DELETE", "/webhooks/{webhook_id}/{webhook_token}/messages/@original", State::delete_answer),
    open("get_webhook_message", "GET", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", State::get_answer),
    open("update_webhook_message", "PATCH", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", State::update_answer),
    open("delete_webhook_message", "DELETE", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", State::delete_answer),
    own("bulk_delete_messages", "POST", "/channels/{channel_id}/messages/bulk-delete", State::delete_messages),
    own("leave_thread", "DELETE", "/channels/{channel_id}/thread-members/@me", State::join_thread),
    own("add_guild_member_role", "PUT", "/guilds/{guild_id}/members/{user_id}/roles/{role_id}", State::give_role),
    own("delete_guild_member_role", "DELETE", "/guilds/{guild_id}/members/{user_id}/roles/{role_id}", State::take_role),
    own("delete_channel", "DELETE", "/channels/{channel_id}", State::delete_channel),
];

/// Refusals that say that the request was wrong in itself, whatever the state of the world.
const BREACHES: [u32; 2] = [50_006, 50_035];

impl State {
    /// Carries out a request.
    pub(super) fn perform(&mut self, call: &Call) -> Answer {
        self.inspect(call)?;
        let answer = (call.operation.act)(self, call);
        if let Err(refusal) = &answer
            && BREACHES.contains(&refusal.code)
        {
            self.seen.breach(call.operation.name, refusal.body().to_string());
        }
        answer
    }

    /// Holds a request against the specification and the limits; what is wrong is recorded, and refused.
    fn inspect(&mut self, call: &Call) -> Result<(), Refusal> {
        let mut wrong = self.spec.map(|spec| spec.check(call)).unwrap_or_default();
        for one in &wrong {
            self.seen.breach(call.operation.name, one.in_words());
        }
        for limit in &LIMITS {
            if let Some(broken) = limit.check(call) {
                self.seen
                    .breach(call.operation.name, format!("{}: {}", limit.rule, broken.in_words()));
                wrong.push(broken);
            }
        }
        for name in &call.stray {
            let stray = Wrong::at(&[name], "UNKNOWN_FIELD", "A form has payload_json and files[n]");
            self.seen.breach(call.operation.name, stray.in_words());
            wrong.push(stray);
        }
        if wrong.is_empty() {
            return Ok(());
        }
        Err(Refusal::invalid_form(&wrong))
    }

    /// The channel that a request is about.
    pub(super) fn about(&self, call: &Call) -> Option<ChannelId> {
        if call.parameter("channel_id").is_some() {
            return Some(call.channel());
        }
        let token = call
            .parameter("interaction_token")
            .or_else(|| call.parameter("webhook_token"))?;
        let id: &InteractionId = self.tokens.get(token)?;
        self.interactions.get(id).map(|interaction| interaction.channel)
    }
}

#[cfg(test)]
mod tests {
    use super::OPERATIONS;
    use crate::discord::spec::Spec;

    #[test]
    fn operations_are_called_as_in_the_specification() {
        let Some(spec) = Spec::shared() else { return };
        for operation in &OPERATIONS {
            let name = spec.operation_of(operation.method, operation.path);
            assert_eq!(name, Some(operation.name), "{} {}", operation.method, operation.path);
        }
    }
}
