//! Where events come in that this node receives, whether it serves the account just then or another node does.

use std::sync::{Arc, PoisonError};

use async_trait::async_trait;
use muster_core::catalogue::complete::{Choice, Query};
use muster_core::reply::form::Form;
use muster_core::surface::{Inbound, Intake, NotAccepted, Skipped};

use super::Station;
use super::intake::StationIntake;
use crate::engine::flood::Admission;

/// Hands events to whoever serves the account.
pub(super) struct Entrance<'a> {
    station: &'a Station,
    doorstep: Arc<dyn Intake>,
}

impl<'a> Entrance<'a> {
    pub(super) fn new(station: &'a Station) -> Self {
        Self {
            station,
            doorstep: station.engine.doorstep(station.platform()),
        }
    }
}

impl Entrance<'_> {
    /// Leaves events to the node that serves the account. What was too much is declined here, where it was counted.
    async fn write_down(&self, events: Vec<Inbound>) -> Result<(), NotAccepted> {
        let engine = &self.station.engine;
        for (inbound, admission) in self.station.admit(events).await? {
            if let Admission::Decline(wait) = admission
                && let Err(fault) = engine.decline_elsewhere(&inbound, wait).await
            {
                engine.report(&fault.into(), "an event that was too much is carried out");
            }
        }
        // This node may come to serve the account at this very moment, so it looks as well.
        engine.wake.heard();
        engine.wake.everyone();
        Ok(())
    }
}

impl Station {
    /// From now on events that come in here are this node's to carry out, or are so no more.
    pub(super) fn is_at_its_desk(&self, desk: Option<StationIntake>) {
        *self.desk.lock().unwrap_or_else(PoisonError::into_inner) = desk;
    }

    fn desk(&self) -> Option<StationIntake> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

#[async_trait]
impl Intake for Entrance<'_> {
    async fn accept(&self, events: Vec<Inbound>) -> Result<(), NotAccepted> {
        match self.station.desk() {
            Some(desk) => desk.accept(events).await,
            None => self.write_down(events).await,
        }
    }

    fn skipped(&self, why: Skipped) {
        self.doorstep.skipped(why);
    }

    async fn complete(&self, query: &Query) -> Vec<Choice> {
        self.doorstep.complete(query).await
    }

    async fn form(&self, inbound: &Inbound) -> Option<Form> {
        self.doorstep.form(inbound).await
    }
}
