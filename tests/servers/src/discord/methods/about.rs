//! The gateway, the bot itself, private channels.

use serde_json::{Value, json};

use crate::discord::http::Call;
use crate::discord::ids::{UserId, number};
use crate::discord::permissions::Permissions;
use crate::discord::refusal::{Answer, Refusal};
use crate::discord::world::{State, User};

impl State {
    pub(super) fn get_gateway(&self) -> Value {
        json!({ "url": self.gateway_url() })
    }

    pub(super) fn get_bot_gateway(&mut self) -> Value {
        let remaining = self.identifies_left();
        let guilds = u64::try_from(self.own_guilds().count()).unwrap_or(u64::MAX);
        // About 1,000 guilds a shard are recommended (Gateway, "Sharding").
        let shards = self.options.shards.unwrap_or_else(|| guilds.div_ceil(1_000).max(1));
        json!({
            "url": self.gateway_url(),
            "shards": shards,
            "session_start_limit": {
                "total": self.options.identifies,
                "remaining": remaining,
                "reset_after": u64::try_from(self.identifies_renewed_in().as_millis()).unwrap_or_default(),
                "max_concurrency": self.options.max_concurrency,
            },
        })
    }

    pub(super) fn get_me(&self) -> Value {
        self.user(self.bot).own_json()
    }

    pub(super) fn get_user(&mut self, call: &Call) -> Answer {
        let user = self.users.get(&call.user()).ok_or_else(Refusal::unknown_user)?;
        Ok(Some(user.json()))
    }

    pub(super) fn get_application(&self) -> Value {
        let owner = User::person(UserId(self.bot.0 + 1), "Operator").json();
        json!({
            "id": self.bot,
            "name": "Muster",
            "icon": null,
            "description": "",
            "summary": "",
            "type": null,
            "is_monetized": false,
            "is_verified": false,
            "is_discoverable": false,
            "bot": self.user(self.bot).json(),
            "bot_public": true,
            "bot_require_code_grant": false,
            "verify_key": "0".repeat(64),
            "flags": 565_248,
            "hook": true,
            "redirect_uris": [],
            "interactions_endpoint_url": null,
            "role_connections_verification_url": null,
            "owner": owner,
            "approximate_guild_count": self.own_guilds().count(),
            "approximate_user_install_count": 0,
            "approximate_user_authorization_count": 0,
            "interactions_event_types": [],
            "interactions_version": 1,
            "explicit_content_filter": 0,
            "rpc_application_state": 0,
            "store_application_state": 1,
            "verification_state": 1,
            "integration_public": true,
            "integration_require_code_grant": false,
            "discoverability_state": 1,
            "discovery_eligibility_flags": 0,
            "monetization_state": 1,
            "monetization_eligibility_flags": 0,
            "integration_types_config": { "0": { "oauth2_install_params": { "scopes": ["applications.commands", "bot"], "permissions": "0" } } },
            "flags_new": "565248",
            "eligible_oauth2_scopes": ["bot", "applications.commands"],
            "rpc_origins": [],
            "team": null,
        })
    }

    pub(super) fn list_my_guilds(&self, call: &Call) -> Value {
        let after = call.asked("after").and_then(|id| id.parse().ok()).unwrap_or_default();
        let limit = call.asked("limit").and_then(|limit| limit.parse().ok()).unwrap_or(200);
        let guilds = self.own_guilds().filter(|guild| guild.id.0 > after).take(limit);
        let guilds = guilds.map(|guild| {
            json!({
                "id": guild.id,
                "name": guild.name,
                "icon": null,
                "banner": null,
                "owner": false,
                "permissions": guild.permissions(self.bot).0.to_string(),
                "features": [],
            })
        });
        guilds.collect()
    }

    /// Opens a private channel, or finds the one that is open.
    pub(super) fn create_dm(&mut self, call: &Call) -> Answer {
        let person = call.body.get("recipient_id").and_then(number).map(UserId);
        let person = person.filter(|person| *person != self.bot && self.users.contains_key(person));
        let person = person.ok_or_else(Refusal::invalid_recipient)?;
        let now = self.now();
        if self.user(person).private.is_none() && !self.pace.open(&self.options.rates, now) {
            return Err(Refusal::opening_too_fast());
        }
        let channel = self.private_channel(person);
        Ok(Some(self.channel_json(&self.channels[&channel])))
    }

    /// Whether the bot may write to the person of a private channel.
    pub(super) fn may_write_privately(&self, person: UserId) -> Result<(), Refusal> {
        if self.unreachable.contains(&person) || !self.user(person).takes_private {
            return Err(Refusal::closed_to_bots());
        }
        if self.meets_bot(person) {
            Ok(())
        } else {
            Err(Refusal::no_mutual_guild())
        }
    }

    pub(super) fn trigger_typing(&mut self, call: &Call) -> Answer {
        self.allowed(call.channel(), Permissions::SEND_MESSAGES)?;
        Ok(None)
    }
}
