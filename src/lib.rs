//! The running bot: what needs a runtime, a clock that ticks, or an environment.
//!
//! - [`config`]: `muster.toml` and the `MUSTER_*` variables
//! - [`engine`]: intake, dispatch, delivery, schedule
//! - [`http`]: health and metrics for the operator, webhooks and feeds for the world
//! - [`running`]: `muster run`
//! - [`console`]: the console on the engine
//! - [`adopt`]: `muster adopt`
//! - [`backup`]: `muster backup` and `muster restore`
//! - [`calendar`]: `muster import` and `muster export`
//! - [`tally`]: `muster tally`
//! - [`ending`]: the signals that ask it to end
//! - [`clock`], [`ids`]: the machine's time and randomness

/// Here a test can have the process killed (`engine::fault`); without the feature `failpoints` it is nothing.
#[cfg(feature = "failpoints")]
#[macro_export]
macro_rules! fault_point {
    ($name:literal) => {
        const { assert!($crate::engine::fault::is_point($name), "name the point in fault::ALL") };
        $crate::engine::fault::reached($name);
    };
}

/// Here a test can have the process killed (`engine::fault`); without the feature `failpoints` it is nothing.
#[cfg(not(feature = "failpoints"))]
#[macro_export]
macro_rules! fault_point {
    ($name:literal) => {};
}

pub mod adopt;
pub mod backup;
pub mod calendar;
pub mod clock;
pub mod config;
pub mod console;
pub mod ending;
pub mod engine;
pub mod http;
pub mod ids;
pub mod running;
pub mod tally;
