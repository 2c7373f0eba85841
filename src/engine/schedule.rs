//! Due work: what the agenda says for now is carried out, and then there is sleep until its next line.

use std::collections::HashMap;

use muster_core::app::Ahead;
use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;
use muster_core::delivery::backoff;
use muster_core::error::Fault;
use muster_core::store::{Due, DueAct, StoreError};

use super::broken::{Broken, caught};
use super::upkeep::SCRUB_AGAIN;
use super::{BATCH, BREATH, Engine, GLANCE};

/// How long, at most, a line waits that met trouble with the store.
const LONGEST_IN_TROUBLE: TimeDelta = TimeDelta::seconds(30);

/// How soon it is looked again at what another node is carrying out.
const LOOK_AGAIN: TimeDelta = TimeDelta::milliseconds(250);

/// Lines that met a bug, and when they are tried again. A start tries them at once.
#[derive(Debug, Default)]
pub(super) struct Sick(HashMap<Due, Trial>);

#[derive(Debug)]
struct Trial {
    failed: u32,
    again_at: Instant,
}

impl Engine {
    /// Carries out what is due, whenever it is, without end.
    pub(super) async fn keep_schedule(&self) {
        let mut ear = self.wake.ear();
        let mut sick = Sick::default();
        loop {
            let rest = match self.run_due(&mut sick).await {
                Ok(next) => next,
                Err(fault) => {
                    self.report(&fault.into(), "the agenda could not be read");
                    self.now() + BREATH
                }
            };
            tokio::select! {
                _ = ear.changed() => {}
                () = self.timer.sleep_until(rest) => {}
            }
        }
    }

    /// Carries out everything that is due now; when to look again.
    async fn run_due(&self, sick: &mut Sick) -> Result<Instant, Fault> {
        let mut carried_out = false;
        let rest = loop {
            let limit = BATCH + u32::try_from(sick.0.len()).unwrap_or(u32::MAX - BATCH);
            let mut ahead = self.app.ahead(limit).await?;
            ahead.due.retain(|line| sick.may_be_tried(line, self.now()));
            if ahead.due.is_empty() {
                break self.next_look(&ahead, sick);
            }
            let mut some = false;
            for line in &ahead.due {
                some |= self.carry_out_line(line, sick).await?;
            }
            carried_out |= some;
            if !some {
                // Another node is at all of it.
                break self.now() + LOOK_AGAIN;
            }
        };
        self.scrub().await?;
        if carried_out {
            self.wake.everyone();
        }
        self.forget().await?;
        Ok(rest)
    }

    /// Carries out one line; a bug ends it alone, and it is tried again later. Whether it was carried out. An error means
    /// that the store is in trouble, with which the next line would meet too.
    async fn carry_out_line(&self, line: &Due, sick: &mut Sick) -> Result<bool, Fault> {
        self.metrics.due_work_begins(self.now() - line.at);
        let done = caught(async {
            fault_point!("tick.due");
            self.app.carry_out(line).await
        });
        match done.await {
            Ok(done) => {
                sick.0.remove(line);
                fault_point!("tick.done");
                if line.act == DueAct::FanOut {
                    fault_point!("fanout.chunk");
                }
                Ok(done)
            }
            Err(Broken::Fault(fault @ Fault::Store(StoreError::Contended | StoreError::Backend(_)))) => {
                // The others are not to wait for it if it is the trouble.
                sick.note(line, self.now(), LONGEST_IN_TROUBLE);
                Err(fault)
            }
            Err(broken) => {
                self.report(&broken, "due work failed, and is tried again");
                sick.note(line, self.now(), TimeDelta::MAX);
                Ok(false)
            }
        }
    }

    fn next_look(&self, ahead: &Ahead, sick: &mut Sick) -> Instant {
        let now = self.now();
        sick.forget_what_is_gone(now);
        let next = ahead.next;
        if next.is_some_and(|next| next <= now) && sick.0.is_empty() {
            // It fell due just now.
            return now;
        }
        let next = next.filter(|next| *next > now);
        let scrub = ahead.owes_scrub.then(|| now + SCRUB_AGAIN);
        let trial = sick.0.values().map(|trial| trial.again_at);
        let soonest = next.into_iter().chain(scrub).chain(trial).min();
        soonest.map_or(now + GLANCE, |soonest| soonest.min(now + GLANCE))
    }
}

impl Sick {
    fn may_be_tried(&self, line: &Due, now: Instant) -> bool {
        self.0.get(line).is_none_or(|trial| trial.again_at <= now)
    }

    /// What could be tried and was not found is off the agenda.
    fn forget_what_is_gone(&mut self, now: Instant) {
        self.0.retain(|_, trial| trial.again_at > now);
    }

    fn note(&mut self, line: &Due, now: Instant, longest: TimeDelta) {
        let trial = self.0.entry(line.clone()).or_insert(Trial {
            failed: 0,
            again_at: now,
        });
        trial.failed += 1;
        trial.again_at = now + backoff(trial.failed, 1.0).min(longest);
    }
}
