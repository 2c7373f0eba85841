//! The desk in Telegram, end to end: the whole binary on a Bot API server that plays Telegram and the people on its other
//! side.
//!
//! - `groups`: commands, cards and taps where people talk
//! - `places`: coming, going and moving; topics, channels, administrators without a name
//! - `refusals`: what Telegram will not deliver, and what it says of it
//! - `hostile`: text that would be markup, a mention or a command; `documents`: files, and what is pinned
//! - [`scenarios`]: the transcripts of `tests/scenarios`
//! - `crash`: killed and cut off; `faults`: what goes wrong between the bot and Telegram; `webhook`: updates that are sent
//! - `log`: what is never logged
//! - [`scene`]: how most tests begin and end; `http`: requests of somebody else's

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on panics; that is how it fails"
)]

mod crash;
mod documents;
mod faults;
mod groups;
mod hostile;
mod http;
mod log;
mod places;
mod refusals;
mod scenarios;
mod scene;
mod webhook;
