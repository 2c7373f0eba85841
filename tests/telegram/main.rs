//! The desk in Telegram, end to end: the whole binary on a Bot API server that plays Telegram and the people on its other
//! side.
//!
//! - `groups`, `private`: commands, cards and taps where people talk, and alone with the bot
//! - `places`: coming, going, moving; topics, channels, administrators without a name
//! - `crash`: killed and cut off; `faults`: what goes wrong between the bot and Telegram; `log`: what is never logged
//! - [`scene`]: how most tests begin and end

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on panics; that is how it fails"
)]

mod crash;
mod groups;
mod scene;

/// Whether the long matrices were asked for (`tests/run --full`).
#[expect(
    clippy::disallowed_methods,
    reason = "how tests/run tells the tests; the bot itself reads no such variable"
)]
fn full() -> bool {
    std::env::var("MUSTER_TEST_FULL").is_ok()
}
