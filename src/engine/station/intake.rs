//! Accepting events: committed first, then their source is acknowledged, then they are carried out.

use std::sync::{Arc, PoisonError};

use async_trait::async_trait;
use muster_core::error::Fault;
use muster_core::store::Received;
use muster_core::surface::{Inbound, Intake, NotAccepted};

use super::Station;
use super::rooms::{Job, Rooms};
use crate::engine::flood::Admission;

/// Where the adapter of a station hands in what it receives.
pub(super) struct StationIntake {
    station: Arc<Station>,
    rooms: Rooms,
}

impl StationIntake {
    pub(super) const fn new(station: Arc<Station>, rooms: Rooms) -> Self {
        Self { station, rooms }
    }

    /// Writes events into the inbox, all or none; what became of each.
    async fn commit(&self, jobs: &[Job]) -> Result<Vec<Received>, Fault> {
        let mut unit = self.station.engine.app.store().begin().await?;
        let mut received = Vec::with_capacity(jobs.len());
        for job in jobs {
            received.push(unit.receive(&job.inbound).await?);
        }
        fault_point!("intake.received");
        unit.commit().await?;
        fault_point!("intake.accepted");
        Ok(received)
    }

    /// What is to be done with each event. Those of whoever was told already that it is too much are left out.
    fn admit(&self, events: Vec<Inbound>) -> Vec<Job> {
        let (engine, platform) = (&self.station.engine, self.station.platform());
        let now = engine.now();
        let mut flood = self.station.flood.lock().unwrap_or_else(PoisonError::into_inner);
        let mut jobs = Vec::with_capacity(events.len());
        for inbound in events {
            let admission = flood.admit(&inbound, now);
            if admission != Admission::Yes {
                engine.metrics.events_declined(platform, 1);
            }
            match admission {
                Admission::Yes => jobs.push(Job::fresh(inbound)),
                Admission::Decline(wait) => jobs.push(Job::declined(inbound, wait)),
                Admission::Ignore => {}
            }
        }
        jobs
    }
}

#[async_trait]
impl Intake for StationIntake {
    async fn accept(&self, events: Vec<Inbound>) -> Result<(), NotAccepted> {
        let (engine, platform) = (&self.station.engine, self.station.platform());
        engine.metrics.events_received(platform, events.len() as u64);
        let jobs = self.admit(events);
        if jobs.is_empty() {
            return Ok(());
        }
        let received = self.commit(&jobs).await.map_err(|fault| {
            engine.report(&fault.into(), "events could not be accepted");
            NotAccepted
        })?;
        let repeated = received.iter().filter(|received| **received != Received::New).count();
        engine.metrics.events_repeated(platform, repeated as u64);
        for (job, received) in jobs.into_iter().zip(received) {
            if received == Received::New {
                self.rooms.push(job);
            }
        }
        Ok(())
    }
}
