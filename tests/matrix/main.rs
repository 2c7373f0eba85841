//! The desk in Matrix, end to end: the whole binary on a real Synapse, and people whose client is nobody's relative.
//!
//! - `rooms`: commands, cards, replies, reactions and threads where people talk
//! - `polls`: by command, by reaction, and as polls of Matrix's own
//! - [`scene`]: how most tests begin and end

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on panics; that is how it fails"
)]

mod polls;
mod rooms;
mod scene;
