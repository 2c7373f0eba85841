//! Accepting events: committed first, then their source is acknowledged, then they are carried out.

use std::sync::{Arc, MutexGuard, PoisonError};

use async_trait::async_trait;
use muster_core::catalogue::complete::{Choice, Query};
use muster_core::error::Fault;
use muster_core::reply::form::Form;
use muster_core::store::{Ended, Received};
use muster_core::surface::{Inbound, Intake, NotAccepted, Skipped};

use super::Station;
use super::rooms::{Job, Rooms};
use crate::engine::flood::{Admission, Flood};

/// Where the adapter of a station hands in what it receives.
#[derive(Clone)]
pub(super) struct StationIntake {
    station: Arc<Station>,
    rooms: Rooms,
}

/// The new ones among events that came in, with what is done with each.
pub(super) type Admitted = Vec<(Inbound, Admission)>;

impl StationIntake {
    pub(super) const fn new(station: Arc<Station>, rooms: Rooms) -> Self {
        Self { station, rooms }
    }
}

impl Station {
    /// Writes events into the inbox, all or none; the new ones, with what is done with each.
    pub(super) async fn admit(&self, events: Vec<Inbound>) -> Result<Admitted, NotAccepted> {
        let (engine, platform) = (&self.engine, self.platform());
        let all = events.len();
        engine.metrics.events_received(platform, all as u64);
        let mut admitted = Admitted::with_capacity(all);
        if let Err(fault) = self.commit(events, &mut admitted).await {
            engine.report(&fault.into(), "events could not be accepted");
            let mut flood = self.flood();
            for (inbound, admission) in admitted.iter().rev() {
                flood.take_back(inbound, *admission);
            }
            return Err(NotAccepted);
        }
        engine.metrics.events_repeated(platform, (all - admitted.len()) as u64);
        let declined = admitted.iter().filter(|(_, admission)| *admission != Admission::Yes);
        engine.metrics.events_declined(platform, declined.count() as u64);
        Ok(admitted)
    }

    /// Only what is new counts for what its author may ask.
    async fn commit(&self, events: Vec<Inbound>, admitted: &mut Admitted) -> Result<(), Fault> {
        let (engine, now) = (&self.engine, self.engine.now());
        let mut unit = engine.app.store().begin().await?;
        for inbound in events {
            if unit.receive(&inbound).await? != Received::New {
                continue;
            }
            let admission = self.flood().admit(&inbound, now);
            if admission == Admission::Ignore {
                // Nor is it carried out when it comes again.
                unit.finish(&inbound, Ended::Refused, now).await?;
            }
            admitted.push((inbound, admission));
        }
        fault_point!("intake.received");
        unit.commit().await?;
        fault_point!("intake.accepted");
        Ok(())
    }

    fn flood(&self) -> MutexGuard<'_, Flood> {
        self.flood.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Intake for StationIntake {
    async fn accept(&self, events: Vec<Inbound>) -> Result<(), NotAccepted> {
        for (inbound, admission) in self.station.admit(events).await? {
            match admission {
                Admission::Yes => self.rooms.push(Job::fresh(inbound)),
                Admission::Decline(wait) => self.rooms.push(Job::declined(inbound, wait)),
                Admission::Ignore => {}
            }
        }
        Ok(())
    }

    fn skipped(&self, why: Skipped) {
        self.station.engine.skipped(self.station.platform(), why);
    }

    async fn complete(&self, query: &Query) -> Vec<Choice> {
        self.station.engine.choices(query).await
    }

    async fn form(&self, inbound: &Inbound) -> Option<Form> {
        if !self.station.adapter.caps().forms {
            return None;
        }
        self.station.engine.form(inbound).await
    }
}
