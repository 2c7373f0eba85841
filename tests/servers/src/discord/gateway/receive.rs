//! What the bot sends (Opcodes and Status Codes, "Gateway").

use serde_json::{Value, json};

use super::Order;
use crate::discord::rates::Rate;
use crate::discord::world::State;

/// A payload is at most that long (Gateway, "Sending Events").
const LONGEST: usize = 4_096;

impl State {
    /// The bot sent something on a connection.
    pub(super) fn receive(&mut self, connection: u64, text: &str) {
        if self.gateway.frozen {
            return;
        }
        if self.sends_too_much(connection) {
            return self.close(connection, 4_008, "you are sending payloads too quickly");
        }
        let payload: Option<Value> = serde_json::from_str(text).ok().filter(|_| text.len() <= LONGEST);
        let Some(payload) = payload else {
            return self.close(connection, 4_002, "decode error");
        };
        let identified = self.has_session(connection);
        match (payload["op"].as_u64(), identified) {
            (Some(1), _) => self.beat(connection, &payload["d"]),
            (Some(2), false) => self.identify(connection, &payload["d"]),
            (Some(6), false) => self.resume(connection, &payload["d"]),
            // Presence, voice, members, sounds: nothing of it is played.
            (Some(3 | 4 | 8 | 31 | 43), true) => {}
            (Some(3 | 4 | 8 | 31 | 43), false) => self.close(connection, 4_003, "not authenticated"),
            (Some(2 | 6), true) => self.close(connection, 4_005, "already authenticated"),
            _ => self.close(connection, 4_001, "unknown opcode"),
        }
    }

    fn has_session(&self, connection: u64) -> bool {
        let open = self.gateway.connections.get(&connection);
        open.is_some_and(|open| open.session.is_some())
    }

    fn sends_too_much(&mut self, connection: u64) -> bool {
        let (now, Rate { most, span }) = (self.now(), self.options.sends);
        let Some(open) = self.gateway.connections.get_mut(&connection) else {
            return false;
        };
        open.sends.push_back(now);
        while open.sends.front().is_some_and(|at| *at + span <= now) {
            open.sends.pop_front();
        }
        open.sends.len() > most
    }

    fn beat(&mut self, connection: u64, number: &Value) {
        self.seen.heartbeats += 1;
        let open = self.gateway.connections.get(&connection);
        let session = open.and_then(|open| open.session.clone());
        if let (Some(session), Some(number)) = (session, number.as_u64())
            && let Some(session) = self.gateway.sessions.get_mut(&session)
        {
            session.acknowledge(number);
        }
        if self.gateway.acknowledges {
            let ack = json!({ "t": null, "s": null, "op": 11, "d": null });
            self.gateway.order(connection, Order::Say(ack.to_string()));
        }
    }

    /// Closes a connection since the bot did something that it must not.
    pub(super) fn close(&mut self, connection: u64, code: u16, why: &str) {
        self.seen.breach("gateway", format!("{code}: {why}"));
        self.gateway.order(connection, Order::Close(code, why.to_owned()));
    }
}
