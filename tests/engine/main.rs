//! The engine, end to end: the whole binary on the tests' own platforms, killed, cut off and restarted.
//!
//! - `serving`: people are answered; `redelivery`, `order`: once, and in order; `flood`: within bounds
//! - `standing`: what the platform is asked first
//! - `panics`, `verdicts`: what goes wrong here, and there; `deadline`: in time
//! - `ending`, `nodes`: the end of one node, and others beside it
//! - `noticed`: what is not asked for, and what is not answered
//! - `late`, `cards`: what falls due, and what follows what it shows; `calendar`: what calendar programs read; `listeners`: what
//!   the operator sees
//! - [`bot`], [`scene`]: the binary on those platforms, and how most tests begin; [`python`]: what is not ours

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on panics; that is how it fails"
)]

mod bot;
mod calendar;
mod cards;
mod crash;
mod deadline;
mod ending;
mod flood;
mod late;
mod listeners;
mod nodes;
mod noticed;
mod order;
mod panics;
#[path = "../../bot-core/tests/python/mod.rs"]
mod python;
mod redelivery;
mod scene;
mod serving;
mod standing;
mod verdicts;
