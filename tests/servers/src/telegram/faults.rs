//! Faults on demand: which requests they meet, and what they do.

use std::collections::HashMap;
use std::time::Duration;

use super::http::Call;
use super::ids::ChatId;

/// What goes wrong with a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It is answered with that status, and nothing happens.
    ServerError {
        /// 500, 502 …
        status: u16,
        /// Whether the body is a page as a proxy makes it, not the Bot API's JSON.
        html: bool,
    },
    /// It is refused in those words.
    Refused {
        /// The error code.
        code: u16,
        /// The description, whole: `Forbidden: …`.
        description: String,
    },
    /// The connection is cut, and nothing happens.
    DropBefore,
    /// It is carried out, and the connection is cut before it is answered.
    DropAfter,
    /// It waits that long before it is carried out.
    Slow(Duration),
    /// It is carried out, and the answer is broken JSON.
    MalformedJson,
    /// It is refused as too much; the unit is seconds.
    TooMany {
        /// When to come again.
        retry_after: u64,
    },
}

/// How many requests a fault meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Often {
    /// The next one.
    Once,
    /// The next so many.
    Times(u32),
    /// All, until the faults are cleared.
    Always,
}

#[derive(Debug)]
struct Order {
    chat: Option<ChatId>,
    fault: Fault,
    /// `None` for ever.
    left: Option<u32>,
}

/// The faults that were ordered, by method; the first that is about a request meets it.
#[derive(Debug, Default)]
pub(super) struct Faults(HashMap<String, Vec<Order>>);

impl Faults {
    pub(super) fn order(&mut self, method: &str, chat: Option<ChatId>, often: Often, fault: Fault) {
        let left = match often {
            Often::Once => Some(1),
            Often::Times(times) => Some(times),
            Often::Always => None,
        };
        let orders = self.0.entry(method.to_lowercase()).or_default();
        orders.push(Order { chat, fault, left });
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// The fault that meets that request.
    pub(super) fn strike(&mut self, call: &Call) -> Option<Fault> {
        let orders = self.0.get_mut(&call.method)?;
        let chat = call.number("chat_id").map(ChatId);
        let is_about = |order: &&mut Order| order.left != Some(0) && (order.chat.is_none() || order.chat == chat);
        let order = orders.iter_mut().find(is_about)?;
        order.left = order.left.map(|left| left - 1);
        Some(order.fault.clone())
    }
}
