//! What the engine counts and measures, for Prometheus.
//!
//! - [`Metrics`]: where the engine says what happened
//! - `families`: every metric, its name and what it says
//! - `labels`: the few words that tell its samples apart

mod families;
mod labels;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use muster_core::chrono::TimeDelta;
use muster_core::store::OutboxKind;
use muster_core::surface::{Platform, Skipped, Verdict};
use prometheus_client::encoding::text::{encode_eof, encode_registry};
use prometheus_client::registry::Registry;

use families::Families;
pub use labels::CommandOutcome;
use labels::{by_kind, by_outcome, by_platform, by_reason, by_skipped, by_verdict, verdict_code};

/// Counters and measures of one process. Cheap to clone; all clones are one.
#[derive(Debug, Clone)]
pub struct Metrics(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    platforms: Vec<Platform>,
    families: Families,
    registry: Registry,
}

/// How much waits in the store, at one moment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Depths {
    /// Events that were accepted and not carried out.
    pub inbox: u64,
    /// Lines of the agenda that are due and not carried out; no more than a thousand are counted.
    pub due: u64,
    /// Messages of which nobody knows whether they were delivered, and that are not sent again.
    pub unknown: u64,
    /// Messages that are not settled; what is not named is none.
    pub outbox: Vec<(Platform, OutboxKind, u64)>,
}

impl Metrics {
    /// Nothing has happened yet. What these platforms may do is there from the start, at zero: a first time counts as a
    /// rise only then.
    pub fn new(platforms: &[Platform]) -> Self {
        let mut registry = Registry::with_prefix("muster");
        let families = Families::register(&mut registry);
        families.start_at_zero(platforms);
        Self(Arc::new(Inner {
            platforms: platforms.to_vec(),
            families,
            registry,
        }))
    }

    /// An attempt at a message begins that long after it might have been sent.
    pub fn attempt_begins(&self, platform: Platform, kind: OutboxKind, late: TimeDelta) {
        let lateness = self
            .0
            .families
            .delivery_lateness
            .get_or_create(&by_kind(platform, kind));
        lateness.observe(seconds(late));
    }

    /// Due work is carried out that long after its instant.
    pub fn due_work_begins(&self, late: TimeDelta) {
        self.0.families.due_lateness.observe(seconds(late));
    }

    /// What became of an attempt at a message.
    pub fn attempt_ended(&self, platform: Platform, verdict: &Verdict) {
        let families = &self.0.families;
        families
            .attempts
            .get_or_create(&by_verdict(platform, verdict_code(verdict)))
            .inc();
        if let Verdict::Refused(refusal) = verdict {
            families.refusals.get_or_create(&by_reason(platform, *refusal)).inc();
        }
    }

    /// An attempt is made after one that was cut off: people may see the message twice.
    pub fn possibly_repeated(&self, platform: Platform) {
        let repeated = &self.0.families.possibly_repeated;
        repeated.get_or_create(&by_platform(platform)).inc();
    }

    /// What became of an attempt to edit a message.
    pub fn edit_ended(&self, platform: Platform, verdict: &Verdict) {
        let edits = &self.0.families.edits;
        edits.get_or_create(&by_verdict(platform, verdict_code(verdict))).inc();
    }

    /// What came of an event that was taken from the inbox.
    pub fn command_ended(&self, outcome: CommandOutcome) {
        self.0.families.commands.get_or_create(&by_outcome(outcome)).inc();
    }

    /// Events came in.
    pub fn events_received(&self, platform: Platform, events: u64) {
        let received = &self.0.families.events_received;
        received.get_or_create(&by_platform(platform)).inc_by(events);
    }

    /// So many of them had come in before.
    pub fn events_repeated(&self, platform: Platform, events: u64) {
        let repeated = &self.0.families.events_repeated;
        repeated.get_or_create(&by_platform(platform)).inc_by(events);
    }

    /// So many of them were too many at once, and not taken.
    pub fn events_declined(&self, platform: Platform, events: u64) {
        let declined = &self.0.families.events_declined;
        declined.get_or_create(&by_platform(platform)).inc_by(events);
    }

    /// Something came in that is no event.
    pub fn event_skipped(&self, platform: Platform, why: Skipped) {
        let skipped = &self.0.families.events_skipped;
        skipped.get_or_create(&by_skipped(platform, why)).inc();
    }

    /// This node took a platform's lease, or holds it no longer.
    pub fn lease_held(&self, platform: Platform, is_held: bool) {
        let held = &self.0.families.lease_held;
        held.get_or_create(&by_platform(platform)).set(i64::from(is_held));
    }

    /// A platform could not be heard any more.
    pub fn connection_cut(&self, platform: Platform) {
        let cuts = &self.0.families.connection_cuts;
        cuts.get_or_create(&by_platform(platform)).inc();
    }

    /// So many tasks live in this process.
    pub fn tasks_live(&self, tasks: usize) {
        let tasks = u64::try_from(tasks).unwrap_or(u64::MAX);
        self.0.families.tasks.set(families::gauge(tasks));
    }

    /// A task met a bug that it did not expect.
    pub fn panicked(&self) {
        self.0.families.panics.inc();
    }

    /// A bug or an outage was logged.
    pub fn fault(&self) {
        self.0.families.faults.inc();
    }

    /// Everything, as `OpenMetrics` text; without `depths` nothing is said of what waits.
    pub fn encode(&self, depths: Option<&Depths>) -> String {
        let mut text = String::new();
        // Writing to a string does not fail.
        let _ = encode_registry(&mut text, &self.0.registry);
        if let Some(depths) = depths {
            let _ = encode_registry(&mut text, &families::of_depths(depths, &self.0.platforms));
        }
        let _ = encode_eof(&mut text);
        text
    }
}

/// What is early is not late.
fn seconds(late: TimeDelta) -> f64 {
    late.to_std().unwrap_or_default().as_secs_f64()
}
