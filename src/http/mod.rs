//! The bot over HTTP: what its operator asks, and what the world sends.
//!
//! - [`Listener`]: a port, its connections, and their end
//! - [`Bounds`]: how much of everything a listener takes
//! - [`private`]: `/healthz`, `/readyz` and `/metrics`, for the operator's machines
//! - [`public`]: what is mounted for the world, and 404; [`calendar`]: people's own calendars
//! - [`Health`] and [`Probe`]: what the engine tells of itself
//!
//! Nothing is logged of a request: the addresses of calendar feeds are secrets.

mod bounds;
pub mod calendar;
pub mod health;
mod listener;
pub mod private;
pub mod public;
#[cfg(test)]
mod tests;

pub use bounds::Bounds;
pub use health::{Health, Holder, Probe, Vital};
pub use listener::{CannotListen, Listener};
