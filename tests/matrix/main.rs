//! The desk in Matrix, end to end: the whole binary on a real Synapse, and people whose client is nobody's relative.
//!
//! - `crash`: killed again and again
//! - `rooms`: commands, cards, replies, reactions and threads where people talk
//! - [`scene`]: how most tests begin and end

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on panics; that is how it fails"
)]

mod crash;
mod rooms;
mod scene;
