//! The desk in Telegram: groups, topics and private chats, by the Bot API.
//!
//! - [`TelegramAdapter`]: the bot's account, as the engine runs it; [`CAPS`]: what Telegram can do
//! - `receive`: updates that are fetched or sent; `inbound`: updates as events
//! - `post`: messages and answers on their way out; [`render`]: cards as Telegram shows them
//! - [`menu`]: the commands that Telegram offers; `menus`: registering them
//! - `rights`: what somebody, and the bot, may do in a chat
//! - `api`: requests, and what is known of them afterwards; `verdict`: what that tells of a message
//! - `account`, `place`, `unanswered`: who the bot is, which chat is which room, and what waits for its answer
//!
//! To use a method that is not used yet: declare its fields in `api::methods`, with the limits of its documentation.

mod account;
mod adapter;
mod api;
mod inbound;
pub mod menu;
mod menus;
mod place;
mod post;
mod receive;
pub mod render;
mod rights;
mod unanswered;
mod verdict;

use muster_core::chrono::TimeDelta;
use muster_core::surface::{Caps, Limit, Rates};

pub use adapter::{CannotStart, Settings, TelegramAdapter};
pub use reqwest::Url;

/// What Telegram can do, and what it allows ("My bot is hitting limits, how do I avoid this?", Bots FAQ: one message a second
/// in a chat, 20 a minute in a group, about 30 a second in all; beyond that it answers 429). A message that is sent twice
/// is shown twice: nothing tells that it is the same.
pub const CAPS: Caps = Caps {
    message_chars: render::TEXT_UNITS,
    buttons: true,
    forms: false,
    ephemeral: false,
    prefix: false,
    edits: Some(TimeDelta::seconds(3)),
    idempotent_for: None,
    rates: Rates {
        account: &[Limit::window(30, 1)],
        private: &[Limit::window(1, 1)],
        room: &[Limit::window(1, 1), Limit::window(20, 60)],
        free_answers: false,
    },
};
