//! One connection: frames come and go, heartbeats are sent, and a connection on which nobody answers them is given up.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use serde_json::Value;
use serenity::constants::Opcode;
use tokio::net::TcpStream;
use tokio::time::{Instant, Interval, MissedTickBehavior, interval_at, timeout};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;
use tokio_tungstenite::tungstenite::protocol::{CloseFrame, WebSocketConfig};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async_with_config};

use super::closing::{End, end};
use super::frame::{self, Head, Hello};

/// How long a connection, and its first frame, may take.
const PATIENCE: Duration = Duration::from_secs(15);
/// What is said at the end of a connection on which nobody answers: the session stays ("Heartbeat Interval": anything but
/// 1000 and 1001).
const NOBODY_THERE: u16 = 4000;
/// What is said at the end of a connection with which the session ends.
pub(super) const DONE: u16 = 1000;
/// How much of a connection is read at a time. The library's own 128 KiB would be kept for each shard.
const READ: usize = 16 * 1024;
/// How the addresses of the gateway go on: its version, and how frames are written ("Connecting").
const QUERY: &str = "?v=10&encoding=json";

/// The library of the connection logs its frames at the finest level, and tokens are in them: that level is not compiled in.
const _: () = assert!(log::STATIC_MAX_LEVEL as usize <= log::LevelFilter::Debug as usize);

/// A connection.
pub(super) struct Wire {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    beats: Interval,
    /// The number of the last event that came.
    last: Option<u64>,
    answered: bool,
}

/// Why a connection could not be made. The words are for the log.
#[derive(Debug)]
pub(super) struct NoConnection(pub(super) String);

/// What a connection brings.
#[derive(Debug)]
pub(super) enum Came {
    /// Something that happened.
    Event(Head, String),
    /// Something that is no frame.
    Nonsense,
    /// The connection is over.
    Over(End),
}

impl Wire {
    /// Connects and waits for the first frame. `jitter`: a number that differs between those who connect at the same time,
    /// whose first heartbeats it sets apart.
    pub(super) async fn connect(url: &str, jitter: u32) -> Result<Self, NoConnection> {
        let no = |why: &str| NoConnection(format!("the gateway cannot be reached: {why}"));
        let url = format!("{}/{QUERY}", url.trim_end_matches('/'));
        let config = WebSocketConfig::default().read_buffer_size(READ);
        // Where a library brought a second one the first that is named goes for all; it may have been named already.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let connected = timeout(PATIENCE, connect_async_with_config(url, Some(config), false)).await;
        let (mut socket, _) = connected
            .map_err(|_| no("no answer in time"))?
            .map_err(|error| no(&error.to_string()))?;
        let first = timeout(PATIENCE, socket.next())
            .await
            .map_err(|_| no("it says nothing"))?;
        let hello = match first {
            Some(Ok(Message::Text(text))) => frame::held::<Hello>(&text),
            _ => None,
        };
        let every = Duration::from_millis(hello.ok_or_else(|| no("it says no hello"))?.heartbeat_interval.max(1));
        let first_beat = every.mul_f64(f64::from(jitter % 1_000) / 1_000.0);
        let mut beats = interval_at(Instant::now() + first_beat, every);
        beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
        Ok(Self {
            socket,
            beats,
            last: None,
            answered: true,
        })
    }

    /// Whatever comes next. Dropped in the middle nothing is lost.
    pub(super) async fn next(&mut self) -> Came {
        loop {
            tokio::select! {
                biased;
                _ = self.beats.tick() => {
                    if !self.answered {
                        self.close(NOBODY_THERE).await;
                        return Came::Over(End::Resume);
                    }
                    if !self.beat().await {
                        return Came::Over(End::Resume);
                    }
                }
                message = self.socket.next() => if let Some(came) = self.read(message).await {
                    return came;
                }
            }
        }
    }

    async fn read(&mut self, message: Option<Result<Message, tokio_tungstenite::tungstenite::Error>>) -> Option<Came> {
        let text = match message {
            Some(Ok(Message::Text(text))) => text,
            Some(Ok(Message::Close(closed))) => return Some(Came::Over(end(closed.map(|closed| closed.code.into())))),
            Some(Ok(Message::Ping(_) | Message::Pong(_) | Message::Frame(_))) => return None,
            Some(Ok(Message::Binary(_))) => return Some(Came::Nonsense),
            Some(Err(_)) | None => return Some(Came::Over(end(None))),
        };
        let Some(head) = frame::head(&text) else {
            return Some(Came::Nonsense);
        };
        self.last = head.s.or(self.last);
        match head.op {
            Opcode::Dispatch => Some(Came::Event(head, text.to_string())),
            Opcode::HeartbeatAck => {
                self.answered = true;
                None
            }
            Opcode::Heartbeat => (!self.beat().await).then_some(Came::Over(End::Resume)),
            Opcode::Reconnect => Some(Came::Over(End::Resume)),
            Opcode::InvalidSession => {
                let resumable = frame::held::<bool>(&text).unwrap_or(false);
                Some(Came::Over(if resumable { End::Resume } else { End::Anew }))
            }
            _ => Some(Came::Nonsense),
        }
    }

    /// Sends signs of life until that is done; `None` where the connection ended before. What comes meanwhile is not read, so
    /// that nobody looks for answers to them either.
    pub(super) async fn beating<T>(&mut self, done: impl Future<Output = T>) -> Option<T> {
        tokio::pin!(done);
        let done = loop {
            tokio::select! {
                done = &mut done => break done,
                _ = self.beats.tick() => if !self.beat().await {
                    return None;
                }
            }
        };
        self.answered = true;
        Some(done)
    }

    /// Whether a sign of life could be sent.
    async fn beat(&mut self) -> bool {
        self.answered = false;
        self.send(frame::heartbeat(self.last)).await
    }

    /// Whether a frame could be sent.
    pub(super) async fn send(&mut self, frame: Value) -> bool {
        self.socket.send(Message::text(frame.to_string())).await.is_ok()
    }

    /// Ends the connection, with that code.
    pub(super) async fn close(&mut self, code: u16) {
        let frame = CloseFrame {
            code: CloseCode::from(code),
            reason: "".into(),
        };
        // Whoever does not answer may not hear this either.
        let _ = timeout(Duration::from_secs(1), self.socket.close(Some(frame))).await;
    }
}
