//! The homeserver and the people of the Matrix tests, as they meet each other.

#![cfg(all(unix, feature = "servers"))]
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on panics; that is how it fails"
)]

mod door;
mod keys;
mod messages;
mod rooms;
mod scene;
mod server;
