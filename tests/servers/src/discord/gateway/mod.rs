//! The gateway: how the bot hears what happens (Gateway).
//!
//! - [`intents`]: what a bot wants to hear
//! - [`session`]: what a session has heard, and may hear again
//! - [`hearing`]: events on their way to the sessions that want them
//! - [`identify`], [`resume`]: how a session begins, and goes on
//! - [`receive`]: what the bot sends; [`connection`]: the socket
//! - [`control`]: what a test does to it

mod connection;
mod control;
mod hearing;
mod identify;
mod intents;
mod receive;
mod resume;
mod session;

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::time::Duration;

pub use intents::Intents;

pub(super) use connection::accept;
use session::Session;

/// What a connection is to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Order {
    Say(String),
    /// Close it with that code, for that reason.
    Close(u16, String),
    /// Cut it without a word.
    Cut,
}

/// A connection of the bot's.
#[derive(Debug, Default)]
struct Connection {
    session: Option<String>,
    orders: VecDeque<Order>,
    /// The number of the last event that was sent on it.
    sent: u64,
    /// When the bot sent something lately.
    sends: VecDeque<Duration>,
}

/// All sessions and connections.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fault by itself")]
pub(super) struct Gateway {
    sessions: BTreeMap<String, Session>,
    connections: BTreeMap<u64, Connection>,
    /// How many connections there were.
    opened: u64,
    /// Whether there is something to send since somebody looked last.
    pub(super) news: bool,
    /// When sessions began, in the last day.
    identified: VecDeque<Duration>,
    /// When a shard of that key identified last.
    lately: HashMap<u64, Duration>,
    acknowledges: bool,
    frozen: bool,
    /// Whether the bot's token was taken away, since it began too many sessions.
    pub(super) token_gone: bool,
}

impl Default for Gateway {
    fn default() -> Self {
        Self {
            sessions: BTreeMap::new(),
            connections: BTreeMap::new(),
            opened: 0,
            news: false,
            identified: VecDeque::new(),
            lately: HashMap::new(),
            acknowledges: true,
            frozen: false,
            token_gone: false,
        }
    }
}

impl Gateway {
    fn open(&mut self) -> u64 {
        self.opened += 1;
        self.connections.insert(self.opened, Connection::default());
        self.opened
    }

    fn order(&mut self, connection: u64, order: Order) {
        if let Some(connection) = self.connections.get_mut(&connection) {
            connection.orders.push_back(order);
            self.news = true;
        }
    }

    fn order_all(&mut self, order: &Order) {
        let all: Vec<u64> = self.connections.keys().copied().collect();
        for connection in all {
            self.order(connection, order.clone());
        }
    }
}
