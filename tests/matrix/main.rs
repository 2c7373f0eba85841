//! The desk in Matrix, end to end: the whole binary on a real Synapse, and people whose client is nobody's relative.
//!
//! - `crash`: killed again and again
//! - `first_start`: cut off while it becomes somebody
//! - `gap`: what is said while it is away; `keys`: what it cannot decrypt, and what it keeps; `store`: where it keeps that
//! - `faults`: servers that fail, limits; `odd`: events that nobody can read; `log`: what is not logged
//! - `rooms`: commands, cards, replies, reactions and threads where people talk
//! - [`scene`]: how most tests begin and end; [`station`]: a bot that comes and goes

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on panics; that is how it fails"
)]

mod crash;
mod faults;
mod first_start;
mod gap;
mod keys;
mod log;
mod odd;
mod rooms;
mod scene;
mod station;
mod store;
