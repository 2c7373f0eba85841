//! A small Discord for tests of this crate: it answers what it is told to, and keeps what it was asked.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::IntoResponse;
use futures_util::{SinkExt, StreamExt};
use muster_core::catalogue::complete::{Choice, Query};
use muster_core::reply::form::Form;
use muster_core::surface::{Inbound, Intake, NotAccepted, Skipped};
use muster_core::testing::HandClock;
use muster_core::testing::contract::fixtures::at;
use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;

use crate::account::Account;
use crate::api::Api;

/// A request that came.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Seen {
    /// `POST /channels/70/messages`, without the version.
    pub(crate) line: String,
    pub(crate) body: Value,
    pub(crate) authorized: bool,
}

/// What is answered to a request: status and body.
pub(crate) type Answer = Box<dyn FnMut(&Seen) -> (u16, Value) + Send>;

/// The requests that came, one by one.
pub(crate) struct Asked {
    coming: mpsc::UnboundedReceiver<Seen>,
}

impl Asked {
    pub(crate) async fn next(&mut self) -> Seen {
        self.coming.recv().await.unwrap()
    }

    /// Those that came and were not looked at.
    pub(crate) fn rest(&mut self) -> Vec<String> {
        std::iter::from_fn(|| self.coming.try_recv().ok())
            .map(|seen| seen.line)
            .collect()
    }
}

/// An account at such a server, and what it is asked. Who the bot is it always says, and that is not among what it keeps.
pub(crate) async fn account(answer: impl FnMut(&Seen) -> (u16, Value) + Send + 'static) -> (Arc<Account>, Asked) {
    let (came, coming) = mpsc::unbounded_channel();
    let answer: Arc<Mutex<Answer>> = Arc::new(Mutex::new(Box::new(answer)));
    let handler = move |method: Method, uri: Uri, headers: HeaderMap, body: Bytes| async move {
        let path = uri.path().strip_prefix("/api/v10").unwrap_or_default();
        if path == "/applications/@me" {
            return (StatusCode::OK, json!({"id": "40", "bot": {"id": "42"}}).to_string()).into_response();
        }
        let seen = Seen {
            line: format!("{method} {path}"),
            body: serde_json::from_slice(&body).unwrap_or_default(),
            authorized: headers.contains_key("authorization"),
        };
        let (status, body) = answer.lock().unwrap()(&seen);
        let _ = came.send(seen);
        let status = StatusCode::from_u16(status).unwrap();
        let body = if body.is_null() {
            String::new()
        } else {
            body.to_string()
        };
        (status, body).into_response()
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, Router::new().fallback(handler)).await });
    let api = Api::new("token", Some(url.parse().unwrap())).unwrap();
    (
        Arc::new(Account::new(api, Arc::new(HandClock::at(at(0))))),
        Asked { coming },
    )
}

/// What Discord refuses with.
pub(crate) fn refused(status: u16, code: u32) -> (u16, Value) {
    (status, json!({"message": "no", "code": code}))
}

/// A gateway to connect to.
pub(crate) struct Gateway {
    listener: TcpListener,
}

impl Gateway {
    pub(crate) async fn open() -> Self {
        Self {
            listener: TcpListener::bind("127.0.0.1:0").await.unwrap(),
        }
    }

    pub(crate) fn url(&self) -> String {
        format!("ws://{}", self.listener.local_addr().unwrap())
    }

    /// What an API says of it.
    pub(crate) fn described(&self) -> Value {
        let limit = json!({"total": 1_000, "remaining": 999, "reset_after": 0, "max_concurrency": 1});
        json!({"url": self.url(), "shards": 1, "session_start_limit": limit})
    }

    /// Ends the next connection before it is one.
    pub(crate) async fn refuse(&self) {
        drop(self.listener.accept().await.unwrap());
    }

    /// The next connection, after its hello.
    pub(crate) async fn connection(&self, heartbeat_interval: u64) -> Connection {
        let (stream, _) = self.listener.accept().await.unwrap();
        let socket = tokio_tungstenite::accept_async(stream).await.unwrap();
        let mut connection = Connection { socket };
        connection
            .send(json!({"op": 10, "d": {"heartbeat_interval": heartbeat_interval}, "s": null, "t": null}))
            .await;
        connection
    }
}

/// A connection, seen from Discord.
pub(crate) struct Connection {
    socket: WebSocketStream<TcpStream>,
}

impl Connection {
    pub(crate) async fn send(&mut self, frame: Value) {
        self.socket.send(Message::text(frame.to_string())).await.unwrap();
    }

    pub(crate) async fn event(&mut self, number: u64, name: &str, held: Value) {
        self.send(json!({"op": 0, "s": number, "t": name, "d": held})).await;
    }

    /// The session begins.
    pub(crate) async fn ready(&mut self, session: &str, resume_url: &str) {
        let held = json!({"session_id": session, "resume_gateway_url": resume_url, "guilds": []});
        self.event(1, "READY", held).await;
    }

    /// The next frame of that kind; signs of life are answered.
    pub(crate) async fn frame(&mut self, op: u64) -> Value {
        loop {
            let frame = self.any().await.expect("the connection ended");
            if frame["op"] == op {
                return frame["d"].clone();
            }
            if frame["op"] == 1 {
                self.send(json!({"op": 11, "d": null})).await;
            }
        }
    }

    /// The next frame; `None` where the connection is over.
    pub(crate) async fn any(&mut self) -> Option<Value> {
        match self.socket.next().await? {
            Ok(Message::Text(text)) => serde_json::from_str(&text).ok(),
            _ => None,
        }
    }

    pub(crate) async fn close(mut self, code: u16) {
        let frame = CloseFrame {
            code: code.into(),
            reason: "".into(),
        };
        self.socket.close(Some(frame)).await.unwrap();
        // Until the other side closed too.
        while let Some(Ok(_)) = self.socket.next().await {}
    }
}

/// An intake that keeps what it accepts, and accepts as long as it is told to.
pub(crate) struct Kept {
    accepted: mpsc::UnboundedSender<Inbound>,
    pub(crate) is_open: Mutex<bool>,
    pub(crate) form: Mutex<Option<Form>>,
    pub(crate) skipped: Mutex<Vec<Skipped>>,
}

impl Kept {
    pub(crate) fn new() -> (Self, mpsc::UnboundedReceiver<Inbound>) {
        let (accepted, coming) = mpsc::unbounded_channel();
        let kept = Self {
            accepted,
            is_open: Mutex::new(true),
            form: Mutex::default(),
            skipped: Mutex::default(),
        };
        (kept, coming)
    }
}

#[async_trait]
impl Intake for Kept {
    async fn accept(&self, events: Vec<Inbound>) -> Result<(), NotAccepted> {
        if !*self.is_open.lock().unwrap() {
            return Err(NotAccepted);
        }
        for event in events {
            let _ = self.accepted.send(event);
        }
        Ok(())
    }

    fn skipped(&self, why: Skipped) {
        self.skipped.lock().unwrap().push(why);
    }

    async fn complete(&self, query: &Query) -> Vec<Choice> {
        vec![Choice {
            value: query.text.clone(),
            label: format!("{}!", query.text),
        }]
    }

    async fn form(&self, _: &Inbound) -> Option<Form> {
        self.form.lock().unwrap().clone()
    }
}
