//! The running bot: what needs a runtime, a clock that ticks, or an environment.
//!
//! - [`config`]: `muster.toml` and the `MUSTER_*` variables
//! - [`engine`]: intake, dispatch, delivery, schedule
//! - [`console`]: the console on the engine
//! - [`backup`]: `muster backup` and `muster restore`
//! - [`calendar`]: `muster import` and `muster export`
//! - [`ending`]: the signals that ask it to end
//! - [`clock`], [`ids`]: the machine's time and randomness

pub mod backup;
pub mod calendar;
pub mod clock;
pub mod config;
pub mod console;
pub mod ending;
pub mod engine;
pub mod ids;
