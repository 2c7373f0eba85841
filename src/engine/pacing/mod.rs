//! Which message is sent next, so that exactly the allowed rate is used and the platform never has to say "too many".
//!
//! - [`Pacer`]: the public face
//! - [`Ticket`], [`Urgency`], [`Chat`], [`Permit`]: what is queued, and the leave to send it
//! - `figures`: what may be asked of it
//! - `queue`, `line`: who is next; one chat
//! - `turns`: which urgency is next, so that nothing starves
//! - `limit`, `meters`: one limit at work; those that hold at once
//! - `trips`: when a message counts, and the proof that no limit is broken
//! - `pace`: spreading what can wait, so that answers need not
//!
//! All of it is arithmetic: no store, no runtime, no clock. The instants that are handed in should never go back; if they
//! do, nothing is sent too early, only later than it could be.

mod figures;
mod limit;
mod line;
mod meters;
mod pace;
mod pacer;
mod queue;
#[cfg(test)]
mod tests;
mod ticket;
mod trips;
mod turns;

pub use pacer::{Next, Pacer};
pub use ticket::{Chat, Permit, Ticket, Urgency};
