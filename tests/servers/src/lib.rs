//! What the end-to-end suites talk to: the real binary over real pipes, and, as platforms come, servers that speak
//! their protocols.
//!
//! In the process of a test (feature `servers`, on by default):
//!
//! - `bot`: the binary as it serves platforms (on Unix)
//! - `clock`: the time of binaries under test, moved by the test (on Unix)
//! - [`crowd`]: a desk with many members; [`once`]: what they are to see once
//! - [`desk`]: the binary's console on a folder of its own
//! - [`dice`]: chance with a seed that is printed
//! - `process`: what a process takes of the machine (on Unix)
//! - [`postgres`]: a PostgreSQL of our own, and a database on it for each test
//! - [`scenario`]: a transcript of `tests/scenarios` played on a platform (on Unix)
//! - [`scratch`]: a folder whose files never wait for a disk
//! - [`platform`]: a platform of our own, with faults on demand
//! - [`discord`]: a Discord of our own, with the people on the other side
//! - `matrix`: a real Synapse, and people with a client of their own (on Unix)
//! - [`telegram`]: a Bot API server of our own, with the people on the other side
//!
//! What tests of several platforms have in common: [`unlikely`] words, and [`secrecy`], a search for what ties voters to votes.
//!
//! What these servers have in common: `shared`, `serving`, `orders`, `rate`, `uploads`, `published`,
//! `waiting`, `which`.
//!
//! In the binary that is tested (feature `platform-adapter`, nothing else):
//!
//! - [`adapter`]: that platform as the bot sees it
//! - [`mod@address`]: where it is, [`profile`]: what it promises, [`wire`]: what the two say to each other

#![cfg_attr(
    feature = "servers",
    expect(
        clippy::missing_panics_doc,
        reason = "a test that cannot go on panics; that is how it fails"
    )
)]

#[cfg(all(unix, feature = "platform-adapter"))]
pub mod adapter;
#[cfg(feature = "platform-adapter")]
pub mod address;
#[cfg(all(unix, feature = "servers"))]
pub mod bot;
#[cfg(all(unix, feature = "servers"))]
pub mod clock;
#[cfg(feature = "servers")]
pub mod crowd;
#[cfg(feature = "servers")]
pub mod desk;
#[cfg(feature = "servers")]
pub mod dice;
#[cfg(feature = "servers")]
pub mod discord;
#[cfg(all(unix, feature = "servers"))]
pub mod matrix;
#[cfg(feature = "servers")]
pub mod once;
#[cfg(feature = "servers")]
mod orders;
#[cfg(all(unix, feature = "servers"))]
pub mod platform;
#[cfg(feature = "servers")]
pub mod postgres;
#[cfg(all(unix, feature = "servers"))]
pub mod process;
#[cfg(feature = "platform-adapter")]
pub mod profile;
#[cfg(feature = "servers")]
mod published;
#[cfg(feature = "servers")]
mod rate;
#[cfg(all(unix, feature = "servers"))]
pub mod scenario;
#[cfg(feature = "servers")]
pub mod scratch;
#[cfg(feature = "servers")]
pub mod secrecy;
#[cfg(feature = "servers")]
mod serving;
#[cfg(feature = "servers")]
mod shared;
#[cfg(feature = "servers")]
pub mod telegram;
#[cfg(feature = "servers")]
pub mod unlikely;
#[cfg(feature = "servers")]
mod uploads;
#[cfg(feature = "servers")]
mod waiting;
#[cfg(feature = "servers")]
mod which;
#[cfg(feature = "platform-adapter")]
pub mod wire;

/// Whether the long matrices were asked for (`tests/run --full`).
#[cfg(feature = "servers")]
#[expect(
    clippy::disallowed_methods,
    reason = "how tests/run tells the tests; the bot itself reads no such variable"
)]
pub fn full() -> bool {
    std::env::var("MUSTER_TEST_FULL").is_ok()
}
