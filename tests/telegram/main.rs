//! The desk in Telegram, end to end: the whole binary on a Bot API server that plays Telegram and the people on its other
//! side.
//!
//! - `groups`, `private`: commands, cards and taps where people talk, and alone with the bot
//! - `places`: coming, going, moving; topics, channels, administrators without a name
//! - [`scenarios`]: the transcripts of `tests/scenarios`
//! - [`scene`]: how most tests begin and end

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on panics; that is how it fails"
)]

mod groups;
mod scenarios;
mod scene;
