//! How a session goes on on another connection (Gateway, "Resuming").

use serde_json::{Value, json};

use super::Order;
use super::identify::invalid_session;
use crate::discord::world::State;

/// Codes with which the bot itself ends its session (Gateway, "Initiating a Disconnect").
const ENDS_SESSION: [u16; 2] = [1_000, 1_001];

impl State {
    pub(super) fn resume(&mut self, connection: u64, given: &Value) {
        self.seen.resumes += 1;
        if !self.is_token(given) {
            return self.close(connection, 4_004, "authentication failed");
        }
        let Some(number) = given["seq"].as_u64() else {
            return self.close(connection, 4_002, "seq is missing");
        };
        let id = given["session_id"].as_str().unwrap_or_default().to_owned();
        let (now, lasts) = (self.now(), self.options.sessions_last);
        let session = self.gateway.sessions.get_mut(&id);
        let session = session.filter(|session| session.broke.is_none_or(|broke| now < broke + lasts));
        let Some(session) = session else {
            return self.gateway.order(connection, invalid_session(false));
        };
        if number > session.last {
            return self.close(connection, 4_007, "invalid seq");
        }
        if !session.can_replay_after(number) {
            return self.gateway.order(connection, invalid_session(false));
        }
        self.seen.replayed += session.last - number;
        session.push("RESUMED", &json!({ "_trace": ["[\"gateway-test\",{}]"] }));
        session.broke = None;
        let before = session.connection.replace(connection);
        if let Some(before) = before {
            self.gateway
                .order(before, Order::Close(4_000, "resumed elsewhere".to_owned()));
        }
        if let Some(open) = self.gateway.connections.get_mut(&connection) {
            open.session = Some(id);
            open.sent = number;
        }
        self.gateway.news = true;
        self.count_connected();
    }

    /// A connection ended: by the bot with a code, or without a word.
    pub(super) fn ended(&mut self, connection: u64, code: Option<u16>) {
        let now = self.now();
        let Some(open) = self.gateway.connections.remove(&connection) else {
            return;
        };
        let Some(id) = open.session else { return };
        let is_over = code.is_some_and(|code| ENDS_SESSION.contains(&code));
        let session = self.gateway.sessions.get_mut(&id);
        if let Some(session) = session.filter(|session| session.connection == Some(connection)) {
            session.connection = None;
            session.broke = Some(now);
            if is_over {
                self.gateway.sessions.remove(&id);
            }
        }
        self.count_connected();
    }
}
