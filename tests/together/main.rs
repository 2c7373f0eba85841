//! One group on three platforms, through the one binary that serves them all: a Discord and a Bot API server of the tests'
//! own, and a real Synapse.
//!
//! - `races`: the last seat, from everywhere at once
//! - `voting`: people with several accounts have one vote
//! - `closing`: votes that race the closing, and the end of the process
//! - `secret`: nothing ties voters to secret votes once the poll closed
//! - `linking`: what is not enough to become somebody else
//! - `soak`: ten times the traffic of an election weekend, for minutes
//! - `outage`: a platform that is down delays nobody on the others
//! - `transcript`: `tests/scenarios/three-rooms-one-group.txt`, a story that is read
//! - `weekend`: `tests/scenarios/election-weekend.txt`, sixty people and forty shifts
//! - [`scene`]: the group and its rooms; [`account`]: people on each platform; [`tapping`]: what they tap
//!   [`ballot`]: a vote that nobody else sees
//! - [`play`]: a story by a clock that stands; [`place`]: where something is said; [`told`]: what is seen of it

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on panics; that is how it fails"
)]

mod account;
mod ballot;
mod closing;
mod linking;
mod outage;
mod place;
mod play;
mod races;
mod scene;
mod secret;
mod soak;
mod tapping;
mod told;
mod transcript;
mod voting;
mod weekend;
