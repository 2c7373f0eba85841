//! The test platform's adapter against its server, over the real socket.

#![cfg(all(unix, feature = "servers"))]
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on panics; that is how it fails"
)]

mod bot;
mod deadlines;
mod delivering;
mod faults;
mod limits;
mod receiving;
