//! The desk in Telegram, end to end: the whole binary on a Bot API server that plays Telegram and the people on its other
//! side.
//!
//! - `groups`: commands, cards and taps where people talk
//! - `places`: coming, going and moving; topics, channels, administrators without a name
//! - `refusals`: what Telegram will not deliver, and what it says of it
//! - `hostile`: text that would be markup, a mention or a command; `documents`: files, and what is pinned
//! - [`scenarios`]: the transcripts of `tests/scenarios`
//! - [`scene`]: how most tests begin and end

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on panics; that is how it fails"
)]

mod documents;
mod groups;
mod hostile;
mod places;
mod refusals;
mod scenarios;
mod scene;
