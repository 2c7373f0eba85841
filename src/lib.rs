//! The running bot: what needs a runtime, a clock that ticks, or an environment.

pub mod clock;
pub mod engine;
pub mod ids;
