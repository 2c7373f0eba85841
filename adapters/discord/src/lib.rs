//! The desk in Discord: servers with their channels and threads, and private messages.
//!
//! - [`DiscordAdapter`]: the bot's account, as the engine runs it; [`CAPS`]: what Discord can do
//! - `gateway`: the connection on which events come; `inbound`: events as the core understands them
//! - `post`: messages and answers on their way out; [`render`]: cards as Discord shows them; `form`: forms as it asks them
//! - [`schema`]: the slash commands, made from the catalogue; `commands`: registering them; `completing`: what could come next
//! - `rights`: what somebody, and the bot, may do in a channel
//! - `api`: requests, what is known of them afterwards, and how many may be made; `verdict`: what that tells of a message
//! - `account`, `place`, `unanswered`: who the bot is, which channel is which room, and what waits for its answer
//!
//! Of its library, serenity, the types are used in which Discord's words are written down. Its gateway and its requests are
//! not: `docs/DESIGN.md` says why. To use an endpoint that is not used yet: add it to `api::endpoints`.

mod account;
mod adapter;
mod api;
mod commands;
mod completing;
mod form;
mod gateway;
mod inbound;
mod place;
mod post;
pub mod render;
mod rights;
pub mod schema;
#[cfg(test)]
mod testing;
mod unanswered;
mod verdict;

use muster_core::chrono::TimeDelta;
use muster_core::surface::{Caps, Limit, Rates};

pub use adapter::{CannotStart, DiscordAdapter, Settings};
pub use reqwest::Url;

/// What Discord can do, and what it allows (Discord API documentation, "Rate Limits": 50 requests a second in all; a channel
/// takes 5 messages in 5 seconds, which no page promises and the headers of every answer say). An answer to an interaction
/// counts for none of it. The same message under the same nonce is shown once, for "the past few minutes" ("Create Message",
/// `enforce_nonce`).
pub const CAPS: Caps = Caps {
    message_chars: render::DESCRIPTION_CHARS,
    buttons: true,
    forms: true,
    ephemeral: true,
    prefix: false,
    edits: Some(TimeDelta::milliseconds(1_200)),
    idempotent_for: Some(TimeDelta::minutes(2)),
    rates: Rates {
        account: &[Limit::window(45, 1)],
        private: &[Limit::window(5, 5)],
        room: &[Limit::window(5, 5)],
        free_answers: false,
    },
};
