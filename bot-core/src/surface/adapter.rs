//! A platform's adapter as the engine runs it: events come in, messages go out.

use async_trait::async_trait;

use super::{Courier, Inbound, Platform, Rights, RoomAddress, Sharded, Standing};
use crate::catalogue::complete::{Choice, Query};
use crate::reply::form::Form;

/// One account on a platform. One node at a time sends for it, and receives for it unless that is [shared](Self::sharded).
#[async_trait]
pub trait Adapter: Courier {
    /// The platform.
    fn platform(&self) -> Platform;

    /// The name of the store of keys without which the account cannot be served, where it needs one: another node than the one
    /// that has it cannot take its place.
    fn keystore(&self) -> Option<&str> {
        None
    }

    /// Receives events and hands them to `intake`, until the platform cannot be heard any more; then it is called again
    /// after a while. Dropped in the middle it stops: an event that was not acknowledged comes again.
    async fn receive(&self, intake: &dyn Intake) -> Cut;

    /// Nothing is to be received any more: connections may be ended in due form. [`receive`](Self::receive) is dropped after
    /// that.
    async fn hang_up(&self) {}

    /// How several nodes may share what there is to receive; `None` where whoever sends receives everything.
    fn sharded(&self) -> Option<&dyn Sharded> {
        None
    }

    /// What the platform says of an account in a room's place: asked where an event did not say it and a command needs
    /// it. Never [`Standing::Untold`].
    async fn standing(&self, _room: &RoomAddress, _account: &str) -> Result<Standing, NotTold> {
        Ok(Standing::Member)
    }

    /// What the bot itself may do in a room, and who could let it do more.
    async fn rights(&self, _room: &RoomAddress) -> Result<Rights, NotTold> {
        Ok(Rights::default())
    }
}

/// The platform does not say at the moment: it may be asked again later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the platform does not say at the moment")]
pub struct NotTold;

/// Why nothing is received any more. The words are for the operator's log: no message texts, names or tokens.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Cut(pub String);

/// Where an adapter hands in what it receives.
#[async_trait]
pub trait Intake: Send + Sync {
    /// Accepts events, in the order they came. When this succeeds a crash does not lose them, and their source may be
    /// acknowledged. It never waits for what earlier events do.
    async fn accept(&self, events: Vec<Inbound>) -> Result<(), NotAccepted>;

    /// Counts something that was received and is no event, nor ever will be.
    fn skipped(&self, why: Skipped);

    /// What could come next in a half-typed command, the likeliest first; nothing where the store does not say.
    async fn complete(&self, _query: &Query) -> Vec<Choice> {
        Vec::new()
    }

    /// The form that an event asks for on a platform that has forms; `None` where it is to be accepted as it is.
    async fn form(&self, _inbound: &Inbound) -> Option<Form> {
        None
    }
}

/// Why something that was received is no event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Skipped {
    /// It is of a kind that this version does not know.
    UnknownKind,
    /// It is not as the platform describes it.
    Malformed,
    /// Reading it met a bug.
    Panicked,
}

impl Skipped {
    /// Every reason.
    pub const ALL: [Self; 3] = [Self::UnknownKind, Self::Malformed, Self::Panicked];
}

/// The store could not take events: they must be handed in again.
#[derive(Debug, thiserror::Error)]
#[error("the store takes no events at the moment")]
pub struct NotAccepted;
