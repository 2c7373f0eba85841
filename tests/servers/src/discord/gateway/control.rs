//! What a test does to the gateway.

use serde_json::{Value, json};

use super::Order;
use super::identify::invalid_session;
use crate::discord::Discord;
use crate::discord::ids::GuildId;

impl Discord {
    /// Every connection is asked to reconnect (op 7).
    pub fn asks_to_reconnect(&self) {
        let reconnect = json!({ "t": null, "s": null, "op": 7, "d": null }).to_string();
        self.orders(&Order::Say(reconnect));
    }

    /// Every connection is told that its session is invalid (op 9). Where it cannot be resumed, it is gone.
    pub fn invalidates_sessions(&self, resumable: bool) {
        self.shared.change(|state| {
            state.gateway.order_all(&invalid_session(resumable));
            if !resumable {
                state.gateway.sessions.clear();
                state.count_connected();
            }
        });
    }

    /// Sessions are forgotten without a word: whoever tries to resume one learns it then.
    pub fn forgets_sessions(&self) {
        self.shared.change(|state| {
            state.gateway.sessions.clear();
            state.count_connected();
        });
    }

    /// Every connection is closed with that code.
    pub fn closes_gateway(&self, code: u16) {
        self.orders(&Order::Close(code, "ordered by the test".to_owned()));
    }

    /// Every connection to the gateway is cut without a word.
    pub fn cuts_gateway(&self) {
        self.orders(&Order::Cut);
    }

    /// Every connection is asked for a heartbeat at once (op 1).
    pub fn asks_for_heartbeat(&self) {
        let beat = json!({ "t": null, "s": null, "op": 1, "d": null }).to_string();
        self.orders(&Order::Say(beat));
    }

    /// Heartbeats are not acknowledged any more, or are again.
    pub fn misses_acknowledgements(&self, misses: bool) {
        self.shared.change(|state| state.gateway.acknowledges = !misses);
    }

    /// Connections stay, and nothing comes or goes on them any more, or does again.
    pub fn freezes_gateway(&self, frozen: bool) {
        self.shared.change(|state| {
            state.gateway.frozen = frozen;
            state.gateway.news = true;
        });
    }

    /// Tells the bot of an event as it is: of one that no library knows, or whose content is no JSON.
    pub fn pushes_raw_event(&self, event: &str, guild: Option<GuildId>, data: &str) {
        self.shared.change(|state| state.tell_raw(event, guild, data));
    }

    /// So many shards are recommended from now on.
    pub fn recommends_shards(&self, shards: u64) {
        self.shared.change(|state| state.options.shards = Some(shards));
    }

    /// The shards that have a connection, each with how many there are, and what it wants to hear.
    pub fn shards(&self) -> Vec<(u64, u64, super::Intents)> {
        let state = self.shared.state();
        let connected = state
            .gateway
            .sessions
            .values()
            .filter(|session| session.connection.is_some());
        let mut shards: Vec<_> = connected
            .map(|session| (session.shard.0, session.shard.1, session.intents))
            .collect();
        shards.sort_by_key(|shard| (shard.0, shard.1));
        shards
    }

    /// How many sessions could be gone on with.
    pub fn sessions(&self) -> usize {
        self.shared.state().gateway.sessions.len()
    }

    /// How many guilds sessions that began have not been told of yet.
    pub fn guilds_to_tell(&self) -> usize {
        let state = self.shared.state();
        let sessions = state.gateway.sessions.values();
        sessions.map(|session| session.arriving.len()).sum()
    }

    fn orders(&self, order: &Order) {
        self.shared.change(|state| state.gateway.order_all(order));
    }

    /// The commands that the bot registered for every place, as they came.
    pub fn commands(&self) -> Vec<Value> {
        self.shared.state().commands.clone()
    }
}
