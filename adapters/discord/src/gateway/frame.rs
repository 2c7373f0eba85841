//! What goes over the gateway (Discord API documentation, "Gateway Events", "Payload Structure").

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use serenity::constants::Opcode;
use serenity::model::gateway::GatewayIntents;

use super::session::Session;

/// What is heard: servers and their names, private messages, and what is said in servers. Discord empties the text of the
/// latter unless the bot is mentioned, and asks nobody's leave for any of it.
pub(super) const INTENTS: GatewayIntents = GatewayIntents::GUILDS
    .union(GatewayIntents::GUILD_MESSAGES)
    .union(GatewayIntents::DIRECT_MESSAGES);

/// The head of a frame. What it holds is read once it is known what that is.
#[derive(Debug, Deserialize)]
pub(super) struct Head {
    pub(super) op: Opcode,
    pub(super) s: Option<u64>,
    pub(super) t: Option<String>,
}

/// Reads the head of a frame.
pub(super) fn head(text: &str) -> Option<Head> {
    serde_json::from_str(text).ok()
}

/// Reads what a frame holds.
pub(super) fn held<T: DeserializeOwned>(text: &str) -> Option<T> {
    #[derive(Deserialize)]
    struct Held<T> {
        d: T,
    }
    serde_json::from_str::<Held<T>>(text).ok().map(|held| held.d)
}

/// The first frame: how often a sign of life is wanted.
#[derive(Debug, Deserialize)]
pub(super) struct Hello {
    /// In milliseconds.
    pub(super) heartbeat_interval: u64,
}

/// A session has begun.
#[derive(Debug, Deserialize)]
pub(super) struct Ready {
    pub(super) session_id: String,
    pub(super) resume_gateway_url: Option<String>,
}

/// A sign of life, with the number of the last event that came.
pub(super) fn heartbeat(last: Option<u64>) -> Value {
    json!({"op": u8::from(Opcode::Heartbeat), "d": last})
}

/// Begins a session.
pub(super) fn identify(token: &str, (shard, shards): (u32, u32)) -> Value {
    json!({"op": u8::from(Opcode::Identify), "d": {
        "token": token,
        "intents": INTENTS.bits(),
        "shard": [shard, shards],
        "compress": false,
        // The fewest: members are nothing that is kept.
        "large_threshold": 50,
        "properties": {"os": std::env::consts::OS, "browser": "muster", "device": "muster"},
    }})
}

/// Goes on with a session.
pub(super) fn resume(token: &str, session: &Session) -> Value {
    json!({"op": u8::from(Opcode::Resume), "d": {
        "token": token,
        "session_id": session.id,
        "seq": session.accepted,
    }})
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_heard_that_needs_leave() {
        let privileged = [
            GatewayIntents::MESSAGE_CONTENT,
            GatewayIntents::GUILD_MEMBERS,
            GatewayIntents::GUILD_PRESENCES,
        ];
        assert!(privileged.into_iter().all(|intent| !INTENTS.intersects(intent)));
    }

    #[test]
    fn a_frame_is_read_in_two_steps() {
        let text = r#"{"op":10,"d":{"heartbeat_interval":41250,"_trace":["x"]},"s":null,"t":null}"#;
        assert_eq!(head(text).unwrap().op, Opcode::Hello);
        assert_eq!(held::<Hello>(text).unwrap().heartbeat_interval, 41_250);
        assert!(head("{").is_none() && held::<Hello>("{}").is_none());
        assert_eq!(head(r#"{"op":99,"d":null}"#).unwrap().op, Opcode::Unknown(99));
    }
}
