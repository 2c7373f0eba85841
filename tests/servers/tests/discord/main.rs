//! The Discord of the tests over its real sockets, as a bot of a few lines meets it.

#![cfg(feature = "servers")]
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on panics; that is how it fails"
)]
#![expect(
    clippy::needless_pass_by_value,
    reason = "values are written down where they are used"
)]

mod access;
mod answers;
mod bot;
mod commands;
mod ear;
mod faults;
mod gateway;
mod limits;
mod messages;
mod pings;
mod private;
mod rates;
mod spec;
