//! An event that is being carried out, within a unit of work.

use crate::clock::Instant;
use crate::error::Fault;
use crate::store::{Ended, Lease, Received, StoreError, StoreResult, UnitOfWork};
use crate::surface::Inbound;

/// An event that has not ended.
#[derive(Debug, Clone, Copy)]
pub(super) struct Event<'a> {
    pub(super) inbound: &'a Inbound,
    /// By whom it is carried out.
    pub(super) lease: Lease<'a>,
    /// Whether it waits in the inbox and nobody else can end it before the commit.
    is_held: bool,
}

impl<'a> Event<'a> {
    /// Holds an event; `None` if it has ended.
    pub(super) async fn new(
        unit: &mut dyn UnitOfWork,
        inbound: &'a Inbound,
        lease: Lease<'a>,
    ) -> StoreResult<Option<Self>> {
        let state = unit.inbox_state_for_update(inbound).await?;
        Ok((state != Some(Received::Done)).then_some(Self {
            inbound,
            lease,
            is_held: state.is_some(),
        }))
    }

    /// The same for another unit of work.
    pub(super) const fn let_go(self) -> Self {
        Self { is_held: false, ..self }
    }

    /// Writes that it is done.
    pub(super) async fn finish(self, unit: &mut dyn UnitOfWork, ended: Ended, now: Instant) -> Result<(), Fault> {
        let Self { inbound, is_held, .. } = self;
        if !is_held && unit.receive(inbound).await? == Received::Done {
            // It was delivered to two nodes at once, and the other one was quicker.
            return Err(StoreError::Contended.into());
        }
        unit.finish(inbound, ended, now).await?;
        if let (Ended::TookEffect, Some(original)) = (ended, &inbound.edits) {
            unit.edit_took_effect(&inbound.room, original).await?;
        }
        Ok(())
    }
}
