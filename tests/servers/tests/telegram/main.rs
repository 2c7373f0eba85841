//! The Bot API server over its real socket, as a bot of a few lines meets it.

#![cfg(feature = "servers")]
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on panics; that is how it fails"
)]
#![expect(
    clippy::needless_pass_by_value,
    reason = "values are written down where they are used"
)]

mod bot;
mod callbacks;
mod chats;
mod faults;
mod groups;
mod limits;
mod messages;
mod pings;
mod places;
mod polling;
mod privacy;
mod profile;
mod rates;
mod spec;
mod webhooks;
