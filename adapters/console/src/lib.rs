//! The desk at a terminal: a local room of a first group, typed by hand, piped in, or read from a transcript.
//!
//! - [`mod@line`]: what a typed line asks for (`ben: shift claim S1`, `:room picnic`, `:clock +2h`)
//! - [`seat`]: who sits at the console, and what they type as an [`Inbound`](muster_core::surface::Inbound)
//! - [`courier`] and [`screen`]: what people see, and where it is shown
//! - [`session`]: the conversation itself, and [`Host`], what it asks of the bot
//! - [`terminal`]: line editing, history, completion
//! - [`transcript`]: a file of what people type and what they see

pub mod courier;
pub mod line;
pub mod screen;
pub mod seat;
pub mod session;
pub mod terminal;
pub mod transcript;

use muster_core::surface::{Caps, Rates};

pub use courier::ConsoleCourier;
pub use seat::Seat;
pub use session::{Host, Session};

/// What a terminal can do: no buttons, everyone looks at the same screen, no limit that matters.
pub const CAPS: Caps = Caps {
    message_chars: 100_000,
    buttons: false,
    forms: false,
    ephemeral: true,
    prefix: false,
    edits: None,
    idempotent_for: None,
    rates: Rates::UNLIMITED,
};

/// The one place that a console has; a group that is founded at the console meets there.
pub const PLACE: &str = "console";
