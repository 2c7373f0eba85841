//! What the end-to-end suites talk to: the real binary over real pipes, and, as platforms come, servers that speak
//! their protocols.
//!
//! - `clock`: the time of binaries under test, moved by the test (on Unix)
//! - [`desk`]: the binary's console on a folder of its own
//! - [`dice`]: chance with a seed that is printed
//! - [`postgres`]: a PostgreSQL of our own, and a database on it for each test
//! - [`scratch`]: a folder whose files never wait for a disk

#![expect(
    clippy::missing_panics_doc,
    reason = "a test that cannot go on panics; that is how it fails"
)]

#[cfg(unix)]
pub mod clock;
pub mod desk;
pub mod dice;
pub mod postgres;
pub mod scratch;
