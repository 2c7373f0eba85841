//! The engine, end to end: the whole binary on the tests' own platforms, killed, cut off and restarted.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on panics; that is how it fails"
)]

mod bot;
mod crash;
mod serving;

/// Whether the long matrices were asked for (`tests/run --full`).
#[expect(
    clippy::disallowed_methods,
    reason = "how tests/run tells the tests; the bot itself reads no such variable"
)]
fn full() -> bool {
    std::env::var("MUSTER_TEST_FULL").is_ok()
}
