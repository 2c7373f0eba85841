//! For tests: a clock set by hand, seeded ids, an in-memory store, and the contract suite that every store must pass.
//!
//! - [`cards`]: what cards are made of
//! - [`clock`], [`ids`]: time and chance that a test holds in its hand
//! - [`memory`]: a store that forgets everything
//! - [`contract`]: the behaviours of a store, run on every store by [`store_contract!`](crate::store_contract)
//! - [`post`]: the outbox as a test looks at it
//! - [`world`]: a bot that a test talks to as people do; [`World::plays`] holds it against a transcript
#![expect(
    clippy::missing_panics_doc,
    clippy::unwrap_used,
    reason = "all of this is test code, where a panic is how a failure is said"
)]

pub mod cards;
pub mod clock;
pub mod contract;
pub mod ids;
pub mod memory;
pub mod post;
mod transcript;
pub mod world;

pub use clock::HandClock;
pub use ids::SeededIds;
pub use memory::MemoryStore;
pub use world::World;
