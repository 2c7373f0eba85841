//! How a session begins (Gateway, "Identifying").

use std::time::Duration;

use serde_json::{Value, json};

use super::session::Session;
use super::{Intents, Order};
use crate::discord::ids::GuildId;
use crate::discord::world::State;

const A_DAY: Duration = Duration::from_hours(24);

impl State {
    pub(super) fn identify(&mut self, connection: u64, given: &Value) {
        self.seen.identifies += 1;
        if !self.is_token(given) {
            return self.close(connection, 4_004, "authentication failed");
        }
        let Some((shard, intents)) = self.read(connection, given) else {
            return;
        };
        if !self.may_begin(connection, shard.0) {
            return;
        }
        let id = format!(
            "{:032x}",
            u128::from(self.snowflake()).wrapping_mul(0x9e37_79b9_7f4a_7c15)
        );
        let mut session = Session::new(id.clone(), shard, intents);
        session.connection = Some(connection);
        let guilds: Vec<GuildId> = self.own_guilds().map(|guild| guild.id).collect();
        let guilds: Vec<GuildId> = guilds
            .into_iter()
            .filter(|guild| session.is_for(Some(*guild)))
            .collect();
        session.push("READY", &self.ready(&session, &guilds));
        if intents.any_of(Intents::GUILDS) {
            session.arriving.extend(guilds);
        }
        if let Some(open) = self.gateway.connections.get_mut(&connection) {
            open.session = Some(id.clone());
        }
        self.gateway.sessions.insert(id, session);
        self.gateway.news = true;
        self.count_connected();
    }

    /// Whether that is the bot's token; as for requests, libraries write `Bot` before it.
    pub(super) fn is_token(&self, given: &Value) -> bool {
        let given = given["token"].as_str().unwrap_or_default();
        let given = given.strip_prefix("Bot ").unwrap_or(given);
        given == self.options.token && !self.gateway.token_gone
    }

    /// Which shard, and what it wants to hear.
    fn read(&mut self, connection: u64, given: &Value) -> Option<((u64, u64), Intents)> {
        let Some(intents) = given["intents"].as_u64().map(Intents) else {
            self.close(connection, 4_002, "intents are missing");
            return None;
        };
        if !given["properties"].is_object() {
            self.close(connection, 4_002, "properties are missing");
            return None;
        }
        if !intents.is_known() {
            self.close(connection, 4_013, "invalid intents");
            return None;
        }
        if !intents.is_within(self.options.approved) {
            self.close(connection, 4_014, "disallowed intents");
            return None;
        }
        let Some((shard, count)) = shard(&given["shard"]) else {
            self.close(connection, 4_010, "invalid shard");
            return None;
        };
        let held = self.own_guilds().filter(|guild| (guild.id.0 >> 22) % count == shard);
        if held.count() > self.options.guilds_a_shard {
            self.close(connection, 4_011, "sharding required");
            return None;
        }
        Some(((shard, count), intents))
    }

    /// Whether one more session may begin, and now.
    fn may_begin(&mut self, connection: u64, shard: u64) -> bool {
        let now = self.now();
        if self.identifies_left() == 0 {
            self.gateway.token_gone = true;
            self.gateway.sessions.clear();
            self.close(connection, 4_004, "too many sessions: the token is reset");
            return false;
        }
        self.gateway.identified.push_back(now);
        let key = shard % u64::from(self.options.max_concurrency.max(1));
        let before = self.gateway.lately.insert(key, now);
        if before.is_some_and(|before| now < before + self.options.identify_every) {
            self.seen
                .breach("gateway", "more identifies at once than max_concurrency".to_owned());
            self.gateway.order(connection, invalid_session(false));
            return false;
        }
        true
    }

    /// How many sessions may still begin today.
    pub(in crate::discord) fn identifies_left(&mut self) -> u32 {
        let now = self.now();
        let identified = &mut self.gateway.identified;
        while identified.front().is_some_and(|at| *at + A_DAY <= now) {
            identified.pop_front();
        }
        let used = u32::try_from(identified.len()).unwrap_or(u32::MAX);
        self.options.identifies.saturating_sub(used)
    }

    /// How long until there are more.
    pub(in crate::discord) fn identifies_renewed_in(&self) -> Duration {
        let first = self.gateway.identified.front().copied();
        first.map_or(A_DAY, |first| (first + A_DAY).saturating_sub(self.now()))
    }

    fn ready(&self, session: &Session, guilds: &[GuildId]) -> Value {
        let guilds: Vec<_> = guilds
            .iter()
            .map(|id| json!({ "id": id, "unavailable": true }))
            .collect();
        json!({
            "v": 10,
            "user_settings": {},
            "user": self.user(self.bot).own_json(),
            "session_type": "normal",
            "session_id": session.id,
            "shard": [session.shard.0, session.shard.1],
            "resume_gateway_url": self.gateway_url(),
            "relationships": [],
            "private_channels": [],
            "presences": [],
            "guilds": guilds,
            "guild_join_requests": [],
            "geo_ordered_rtc_regions": ["us-west"],
            "auth": {},
            "application": { "id": self.bot, "flags": 565_248 },
            "_trace": ["[\"gateway-test\",{}]"],
        })
    }

    /// Where the gateway is.
    pub(in crate::discord) fn gateway_url(&self) -> String {
        format!("ws://{}", self.address)
    }

    pub(super) fn count_connected(&mut self) {
        let connected = self
            .gateway
            .sessions
            .values()
            .filter(|session| session.connection.is_some());
        self.seen.connected = connected.count();
    }
}

pub(super) fn invalid_session(resumable: bool) -> Order {
    Order::Say(json!({ "t": null, "s": null, "op": 9, "d": resumable }).to_string())
}

/// Which shard of how many; without a word the only one.
fn shard(given: &Value) -> Option<(u64, u64)> {
    if given.is_null() {
        return Some((0, 1));
    }
    let shard = given.as_array().filter(|shard| shard.len() == 2)?;
    let (shard, count) = (shard[0].as_u64()?, shard[1].as_u64()?);
    (shard < count).then_some((shard, count))
}
