//! The whole binary, end to end: what a person types and sees, across restarts and kills.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on panics; that is how it fails"
)]

mod backup;
mod calendars;
mod clock;
mod command_line;
#[cfg(unix)]
mod ended;
#[cfg(all(unix, feature = "failpoints"))]
mod fault_points;
mod forgotten;
mod house_rules;
mod killed;
mod last_seat;
mod milestone;
mod postgres;
mod quiet_logs;
mod readme;
mod recount;
mod retention;
mod scenarios;
mod secret;
mod tally;
mod typed_badly;
mod upgrade;

use muster_test_servers::desk::DeskFolder;

/// An empty folder for the binary.
fn desk_with_nothing_configured() -> DeskFolder {
    DeskFolder::new(env!("CARGO_BIN_EXE_muster"))
}

/// The same with a desk in New York.
fn desk() -> DeskFolder {
    desk_with_nothing_configured().with("MUSTER_TIMEZONE", "America/New_York")
}
