//! What falls due, carried out.

use std::sync::atomic::Ordering;

use super::{App, again_if_contended};
use crate::clock::Instant;
use crate::due;
use crate::error::Fault;
use crate::store::Due;

/// What lies ahead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ahead {
    /// The lines of the agenda that are due.
    pub due: Vec<Due>,
    /// When its first line is due, if it has any.
    pub next: Option<Instant>,
    /// Whether a scrub is owed.
    pub owes_scrub: bool,
}

impl App {
    /// Carries out what is due, at most `limit` lines of the agenda, each in a unit of work of its own; how many.
    pub async fn tick(&self, limit: u32) -> Result<u32, Fault> {
        let mut done = 0;
        for line in &self.due(limit).await? {
            done += u32::from(self.carry_out(line).await?);
        }
        Ok(done)
    }

    /// The lines of the agenda that are due, at most `limit`.
    pub async fn due(&self, limit: u32) -> Result<Vec<Due>, Fault> {
        Ok(self.store.read().await?.due(self.clock.now(), limit).await?)
    }

    /// What is to be done now, and when the next line falls due: at most `limit` lines.
    pub async fn ahead(&self, limit: u32) -> Result<Ahead, Fault> {
        let mut unit = self.store.read().await?;
        let due = unit.due(self.clock.now(), limit).await?;
        let next = match due.first() {
            Some(first) => Some(first.at),
            None => unit.next_due().await?,
        };
        let owes_scrub = !unit.scrubs_owed().await?.is_empty();
        if owes_scrub {
            // Somebody else may have left it.
            self.may_owe_scrub.store(true, Ordering::Release);
        }
        Ok(Ahead { due, next, owes_scrub })
    }

    /// Carries out one line of the agenda, unless somebody else has; whether it did.
    pub async fn carry_out(&self, line: &Due) -> Result<bool, Fault> {
        again_if_contended(|| self.settle(line)).await
    }

    async fn settle(&self, line: &Due) -> Result<bool, Fault> {
        let now = self.clock.now();
        let mut unit = self.store.begin().await?;
        let stood = unit.settle(line).await?;
        if stood {
            due::run(&mut self.work(&mut *unit, now), line).await?;
            self.commit(unit).await?;
        }
        Ok(stood)
    }
}
