//! The desk in Matrix, end to end: the whole binary on a real Synapse, and people whose client is nobody's relative.
//!
//! - `crash`: killed again and again
//! - `first_start`: cut off while it becomes somebody
//! - `gap`: what is said while it is away; `keys`: what it cannot decrypt, and what it keeps; `store`: where it keeps that;
//!   `keystores`: that this is on one node, and may be lost
//! - `faults`: servers that fail, limits; `odd`: events that nobody can read; `log`: what is not logged
//! - `rooms`: commands, cards, replies, reactions and threads where people talk
//! - `times`: how far they are from UTC
//! - `polls`: by command, by reaction, and as polls of Matrix's own
//! - `places`: coming, going, spaces, who may found a group; `upgrade`: rooms that go on elsewhere
//! - `private`: what only one person may see
//! - `hostile`: text that would be markup, a mention or a command; `long`: what is longer than an event
//! - `documents`: files, and what is pinned
//! - [`scenarios`]: the transcripts of `tests/scenarios`
//! - [`scene`]: how most tests begin and end; [`station`]: a bot that comes and goes

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on panics; that is how it fails"
)]

mod crash;
mod documents;
mod faults;
mod first_start;
mod gap;
mod hostile;
mod keys;
mod keystores;
mod log;
mod long;
mod odd;
mod places;
mod polls;
mod private;
mod rooms;
mod scenarios;
mod scene;
mod station;
mod store;
mod times;
mod upgrade;
