//! The limits that hold at once for an account or for a chat.

use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;
use muster_core::surface::Limit;

use super::limit::{Gate, Meter};

#[derive(Debug)]
pub(super) struct Meters {
    meters: Box<[Meter]>,
    /// What the platform's last demand for a pause left.
    pause: Gate,
}

impl Meters {
    /// Nothing has been sent.
    pub(super) fn new(limits: &[Limit]) -> Self {
        Self {
            meters: limits.iter().map(Meter::new).collect(),
            pause: Gate::Open,
        }
    }

    pub(super) fn begin(&mut self) {
        self.meters.iter_mut().for_each(Meter::begin);
    }

    pub(super) fn give_back(&mut self) {
        self.meters.iter_mut().for_each(Meter::give_back);
    }

    pub(super) fn end(&mut self, at: Instant) {
        self.meters.iter_mut().for_each(|meter| meter.end(at));
    }

    pub(super) fn count(&mut self, at: Instant) {
        self.meters.iter_mut().for_each(|meter| meter.count(at));
    }

    pub(super) fn pause(&mut self, until: Instant) {
        self.pause = self.pause.max(Gate::From(until));
    }

    /// When all of them let one more through.
    pub(super) fn gate(&self, lead: TimeDelta) -> Gate {
        let gates = self.meters.iter().map(|meter| meter.gate(lead));
        gates.fold(self.pause, Gate::max)
    }

    /// When one more could begin at the earliest if so many went ahead of it.
    pub(super) fn earliest(&self, ahead: usize, now: Instant, lead: TimeDelta) -> Instant {
        // What is ahead has to sit out the pause too.
        let now = match self.pause {
            Gate::From(until) => now.max(until),
            Gate::Open | Gate::Shut => now,
        };
        let earliest = self.meters.iter().map(|meter| meter.earliest(ahead, now, lead));
        earliest.fold(now, Instant::max)
    }

    /// When all of them are as good as new.
    pub(super) fn recovered(&self) -> Gate {
        self.meters.iter().map(Meter::recovered).fold(self.pause, Gate::max)
    }
}
