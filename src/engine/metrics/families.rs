//! Every metric, its name and what it says.

use muster_core::store::OutboxKind;
use muster_core::surface::{Platform, Refusal, Skipped};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Metric, Registry, Unit};

use super::labels::{Labels, VERDICTS, by_kind, by_outcome, by_platform, by_reason, by_skipped, by_verdict};
use super::{CommandOutcome, Depths};

/// From hardly noticed to an hour.
const LATENESS: [f64; 13] = [
    0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0, 900.0, 3600.0,
];

type Counters<const N: usize> = Family<Labels<N>, Counter>;

#[derive(Debug)]
pub(super) struct Families {
    pub(super) delivery_lateness: Family<Labels<2>, Histogram, fn() -> Histogram>,
    pub(super) due_lateness: Histogram,
    pub(super) attempts: Counters<2>,
    pub(super) refusals: Counters<2>,
    pub(super) possibly_repeated: Counters<1>,
    pub(super) edits: Counters<2>,
    pub(super) commands: Counters<1>,
    pub(super) events_received: Counters<1>,
    pub(super) events_repeated: Counters<1>,
    pub(super) events_declined: Counters<1>,
    pub(super) events_skipped: Counters<2>,
    pub(super) lease_held: Family<Labels<1>, Gauge>,
    pub(super) connection_cuts: Counters<1>,
    pub(super) tasks: Gauge,
    pub(super) panics: Counter,
    pub(super) faults: Counter,
}

impl Families {
    /// The format adds `_seconds` and `_total` to the names and a full stop to the helps.
    pub(super) fn register(registry: &mut Registry) -> Self {
        let delivery_lateness = Family::new_with_constructor(lateness as fn() -> Histogram);
        registry.register_with_unit(
            "delivery_lateness",
            "From the instant at which a message may be sent to the begin of an attempt",
            Unit::Seconds,
            delivery_lateness.clone(),
        );
        let due_lateness = lateness();
        registry.register_with_unit(
            "due_lateness",
            "From the instant at which something is due to its being carried out",
            Unit::Seconds,
            due_lateness.clone(),
        );
        let mut add = Adding(registry);
        Self {
            delivery_lateness,
            due_lateness,
            attempts: add.metric("delivery_attempts", "Attempts at messages, by what became of them"),
            refusals: add.metric(
                "delivery_refusals",
                "Attempts that the platform refused for good, by its reason",
            ),
            possibly_repeated: add.metric(
                "delivery_possibly_repeated",
                "Attempts after one that was cut off, so that people may see the message twice",
            ),
            edits: add.metric("edit_attempts", "Attempts to edit messages, by what became of them"),
            commands: add.metric("commands", "Events taken from the inbox, by what came of them"),
            events_received: add.metric("events_received", "Events that came in"),
            events_repeated: add.metric("events_repeated", "Events that had come in before"),
            events_declined: add.metric("events_declined", "Events that were too many at once, and not taken"),
            events_skipped: add.metric("events_skipped", "What came in and is no event, by why it is none"),
            lease_held: add.metric(
                "lease_held",
                "1 while this node receives and sends for the platform, else 0",
            ),
            connection_cuts: add.metric("connection_cuts", "Times that a platform could not be heard any more"),
            tasks: add.metric("tasks", "Tasks that live in this process"),
            panics: add.metric("panics", "Tasks that met a bug and panicked"),
            faults: add.metric("faults", "Bugs and outages that were logged"),
        }
    }

    /// Makes every sample that these platforms may have.
    pub(super) fn start_at_zero(&self, platforms: &[Platform]) {
        for outcome in CommandOutcome::ALL {
            drop(self.commands.get_or_create(&by_outcome(outcome)));
        }
        for &platform in platforms {
            for family in [
                &self.possibly_repeated,
                &self.events_received,
                &self.events_repeated,
                &self.events_declined,
                &self.connection_cuts,
            ] {
                drop(family.get_or_create(&by_platform(platform)));
            }
            drop(self.lease_held.get_or_create(&by_platform(platform)));
            for kind in OutboxKind::ALL {
                drop(self.delivery_lateness.get_or_create(&by_kind(platform, kind)));
            }
            for verdict in VERDICTS {
                drop(self.attempts.get_or_create(&by_verdict(platform, verdict)));
                drop(self.edits.get_or_create(&by_verdict(platform, verdict)));
            }
            for why in Skipped::ALL {
                drop(self.events_skipped.get_or_create(&by_skipped(platform, why)));
            }
            for refusal in Refusal::ALL {
                drop(self.refusals.get_or_create(&by_reason(platform, refusal)));
            }
        }
    }
}

struct Adding<'a>(&'a mut Registry);

impl Adding<'_> {
    fn metric<M: Metric + Clone + Default>(&mut self, name: &str, help: &str) -> M {
        let metric = M::default();
        self.0.register(name, help, metric.clone());
        metric
    }
}

fn lateness() -> Histogram {
    Histogram::new(LATENESS)
}

/// What waits, as a registry of its own: it is made for each time that it is told.
pub(super) fn of_depths(depths: &Depths, platforms: &[Platform]) -> Registry {
    let mut registry = Registry::with_prefix("muster");
    let mut add = Adding(&mut registry);
    let inbox: Gauge = add.metric("inbox_waiting", "Events that were accepted and not carried out");
    let due: Gauge = add.metric("due_waiting", "Things that are due and were not carried out");
    let outbox: Family<Labels<2>, Gauge> = add.metric("outbox_waiting", "Messages that are not settled");
    let unknown: Gauge = add.metric(
        "outbox_unknown",
        "Messages of which nobody knows whether they were delivered, and that are not sent again",
    );
    inbox.set(gauge(depths.inbox));
    due.set(gauge(depths.due));
    unknown.set(gauge(depths.unknown));
    for &platform in platforms {
        for kind in OutboxKind::ALL {
            drop(outbox.get_or_create(&by_kind(platform, kind)));
        }
    }
    for (platform, kind, waiting) in &depths.outbox {
        outbox.get_or_create(&by_kind(*platform, *kind)).set(gauge(*waiting));
    }
    registry
}

pub(super) fn gauge(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
