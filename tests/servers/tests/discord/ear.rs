//! The bot's ear: a client of the gateway that waits for what it is asked for.

use std::time::Duration;

use futures_util::{SinkExt as _, StreamExt as _};
use muster_test_servers::discord::{Discord, Intents};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::runtime::Runtime;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

/// How long something may take that must come.
const PATIENCE: Duration = Duration::from_secs(30);

/// What comes on a connection.
#[derive(Debug, PartialEq)]
pub(crate) enum Heard {
    Payload(Value),
    Closed(u16),
    Cut,
}

/// A connection to the gateway.
#[derive(Debug)]
pub(crate) struct Ear {
    runtime: Runtime,
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    token: String,
    /// The session, once there is one.
    pub(crate) session: String,
    /// The number of the last event.
    pub(crate) last: u64,
}

impl Ear {
    /// A connection that has heard the greeting.
    pub(crate) fn open(discord: &Discord) -> Self {
        Self::open_at(discord, "?v=10&encoding=json")
    }

    pub(crate) fn open_at(discord: &Discord, query: &str) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let url = format!("{}/{query}", discord.url().replace("http://", "ws://"));
        let (socket, _) = runtime.block_on(connect_async(url)).unwrap();
        let mut ear = Self {
            runtime,
            socket,
            token: discord.token(),
            session: String::new(),
            last: 0,
        };
        let Heard::Payload(hello) = ear.next() else {
            panic!("no greeting")
        };
        assert_eq!(hello["op"], 10);
        assert!(hello["d"]["heartbeat_interval"].as_u64().unwrap() > 0);
        ear
    }

    /// A connection with a session that hears what needs no approval.
    pub(crate) fn connected(discord: &Discord) -> Self {
        Self::connected_as(discord, json!([0, 1]), Intents::UNPRIVILEGED)
    }

    pub(crate) fn connected_as(discord: &Discord, shard: Value, intents: Intents) -> Self {
        let mut ear = Self::open(discord);
        ear.identifies(shard, intents);
        let ready = ear.hears("READY");
        ready["session_id"].as_str().unwrap().clone_into(&mut ear.session);
        ear
    }

    pub(crate) fn identifies(&mut self, shard: Value, intents: Intents) {
        let properties = json!({ "os": "linux", "browser": "test", "device": "test" });
        let data = json!({ "token": self.token, "intents": intents.0, "properties": properties, "shard": shard });
        self.sends(2, data);
    }

    /// Another connection goes on with this one's session.
    pub(crate) fn resumed(&self, discord: &Discord) -> Self {
        let mut ear = Self::open(discord);
        ear.session.clone_from(&self.session);
        ear.last = self.last;
        ear.sends(
            6,
            json!({ "token": self.token, "session_id": self.session, "seq": self.last }),
        );
        ear
    }

    pub(crate) fn sends(&mut self, op: u64, data: Value) {
        self.sends_text(&json!({ "op": op, "d": data }).to_string());
    }

    pub(crate) fn sends_text(&mut self, text: &str) {
        self.runtime.block_on(self.socket.send(Message::text(text))).unwrap();
    }

    pub(crate) fn closes(mut self, code: u16) {
        let frame = CloseFrame {
            code: code.into(),
            reason: "".into(),
        };
        self.runtime.block_on(self.socket.close(Some(frame))).unwrap();
        assert_ne!(self.next(), Heard::Cut);
    }

    /// Whatever comes next.
    pub(crate) fn next(&mut self) -> Heard {
        let next = async { tokio::time::timeout(PATIENCE, self.socket.next()).await };
        let next = self.runtime.block_on(next).expect("something comes in time");
        match next {
            Some(Ok(Message::Text(text))) => {
                let payload: Value = serde_json::from_str(&text).unwrap();
                self.last = payload["s"].as_u64().unwrap_or(self.last);
                Heard::Payload(payload)
            }
            Some(Ok(Message::Close(frame))) => Heard::Closed(frame.map_or(1_005, |frame| frame.code.into())),
            Some(Ok(_)) => self.next(),
            Some(Err(_)) | None => Heard::Cut,
        }
    }

    /// The next event, of any name.
    pub(crate) fn event(&mut self) -> (String, Value) {
        loop {
            match self.next() {
                Heard::Payload(mut payload) if payload["op"] == 0 => {
                    return (payload["t"].as_str().unwrap().to_owned(), payload["d"].take());
                }
                Heard::Payload(_) => {}
                other => panic!("no event any more: {other:?}"),
            }
        }
    }

    /// The next event of that name; others are passed over.
    pub(crate) fn hears(&mut self, name: &str) -> Value {
        loop {
            let (event, data) = self.event();
            if event == name {
                return data;
            }
        }
    }

    /// The code with which the connection is closed; what comes before is passed over.
    pub(crate) fn is_closed(&mut self) -> u16 {
        loop {
            match self.next() {
                Heard::Closed(code) => return code,
                Heard::Payload(_) => {}
                Heard::Cut => panic!("cut without a word"),
            }
        }
    }

    /// The next payload with that code; others are passed over.
    pub(crate) fn op(&mut self, op: u64) -> Value {
        loop {
            match self.next() {
                Heard::Payload(payload) if payload["op"] == op => return payload,
                Heard::Payload(_) => {}
                other => panic!("no payload any more: {other:?}"),
            }
        }
    }
}
