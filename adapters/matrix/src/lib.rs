//! The desk in Matrix rooms, encrypted or not.
//!
//! - [`MatrixAdapter`]: the bot's account, as the engine runs it; [`CAPS`]: what Matrix can do; [`Settings`]: where it is
//! - `session`: the account's device and its keys; `account`: all that is known of the bot
//! - `receive`: events as they come; `inbound`: events as the core knows them
//! - `post`: messages on their way out; [`render`]: cards as Matrix shows them
//! - `rights`: what somebody, and the bot, may do in a room
//! - `place`, `rooms`, `direct`: which room is which, what is known of it, and whose private one it is
//! - `upgrade`: rooms that go on elsewhere
//! - `kept`: what is remembered beside the keys

mod account;
mod adapter;
mod direct;
mod inbound;
mod kept;
mod place;
mod post;
mod receive;
pub mod render;
mod rights;
mod rooms;
mod session;
mod settings;
mod upgrade;

use muster_core::chrono::TimeDelta;
use muster_core::surface::{Caps, Limit, Rates};

pub use adapter::{CannotStart, MatrixAdapter, keystore};
pub use settings::{Invites, Secret, Settings};
pub use url::Url;

/// What Matrix can do, and what Synapse allows as it is delivered (`rc_message`: 0.2 messages a second, 10 at once, of an
/// account, edits among them). Of those ten two are left to what the server counts too and is no message: coming into a room,
/// pinning a card. A message that is sent again under its transaction id is the same one for about a day
/// (Synapse keeps the ids of a device for 24 hours).
pub const CAPS: Caps = Caps {
    message_chars: 8_000,
    buttons: false,
    forms: false,
    ephemeral: false,
    prefix: true,
    edits: Some(TimeDelta::seconds(1)),
    idempotent_for: Some(TimeDelta::hours(20)),
    rates: Rates {
        account: &[Limit::Bucket {
            burst: 8,
            every: TimeDelta::seconds(5),
        }],
        private: &[],
        room: &[],
        free_answers: false,
    },
};
