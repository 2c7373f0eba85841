//! The desk in Matrix, end to end: the whole binary on a real Synapse, and people whose client is nobody's relative.
//!
//! - `rooms`: commands, cards, replies, reactions and threads where people talk
//! - `polls`: by command, by reaction, and as polls of Matrix's own
//! - `places`: coming, going, spaces, who may found a group; `private`: what only one person may see
//! - `hostile`: text that would be markup, a mention or a command; `documents`: files, and what is pinned
//! - [`scenarios`]: the transcripts of `tests/scenarios`
//! - [`scene`]: how most tests begin and end

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on panics; that is how it fails"
)]

mod documents;
mod hostile;
mod places;
mod polls;
mod private;
mod rooms;
mod scenarios;
mod scene;
