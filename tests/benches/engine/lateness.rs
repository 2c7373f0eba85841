//! How long after its time a message is seen, with the platform's limit nearly used up.

use std::time::{Duration, Instant};

use muster::clock::DeskClock;
use muster_core::clock::{self, Clock as _};

use crate::arrivals::arrivals;
use crate::desk::number;
use crate::ground::{Ground, Kind};
use crate::lengths::Lengths;
use crate::process::Process;
use crate::stage::{LIMIT, Stage, delta};

/// How much of the limit is used, in percent.
const SHARES: [u32; 4] = [10, 50, 80, 95];
/// How many private chats the messages go to in turn: no chat's own limit is touched.
const CHATS: usize = 1_000;
/// How long before the first message is due everything is ready.
const LEAD: Duration = Duration::from_secs(8);
/// How long after the last one is due it is waited for what was not seen.
const PATIENCE: Duration = Duration::from_secs(20);

/// Each share of the limit for that long.
pub(crate) fn measure(kind: Kind, load: Duration) {
    for share in SHARES {
        at(kind, share, load);
    }
}

fn at(kind: Kind, share: u32, load: Duration) {
    let stage = Stage::with(CHATS);
    let offsets = arrivals(f64::from(LIMIT * share) / 100.0, load);
    let (now, begins) = (DeskClock::default().now(), Instant::now() + LEAD);
    let due: Vec<_> = offsets.iter().map(|offset| now + delta(LEAD + *offset)).collect();
    let ground = Ground::with(kind, async |desk| desk.send(CHATS, &due).await);
    let (process, _) = Process::connected(&ground, &stage);
    assert!(Instant::now() < begins, "it starts before the first message is due");
    stage.find_within(LEAD + load + PATIENCE, |seen| {
        (seen.messages.len() >= due.len()).then_some(())
    });
    tell(kind, share, &stage, &due, &offsets);
    process.end(&stage);
}

/// What came of it, and the least that a sender could reach that knows the limit and needs no time.
fn tell(kind: Kind, share: u32, stage: &Stage, due: &[clock::Instant], offsets: &[Duration]) {
    stage.platform.look(|seen| {
        let seen_at: Vec<_> = seen
            .messages
            .iter()
            .filter_map(|shown| Some((number(&shown.text)?, shown.at)))
            .collect();
        let late = seen_at.iter().map(|&(number, at)| stage.instant(at) - due[number]);
        let early = late.clone().filter(|late| *late < -delta(stage.error)).count();
        let late = Lengths::of(late.map(|late| late.to_std().unwrap_or_default()));
        let first = seen_at.first().map_or(Duration::ZERO, |(_, at)| *at);
        let last = seen_at.last().map_or(Duration::ZERO, |(_, at)| *at);
        println!(
            "lateness, {kind:?}, {share} % of the limit: {late}; {:.1} a second of {:.1}; {} breaches, {early} early, {} not \
             seen (clocks within {:.1?})",
            rate(seen_at.len(), last.saturating_sub(first)),
            rate(offsets.len(), offsets[offsets.len() - 1].saturating_sub(offsets[0])),
            seen.breaches,
            due.len().saturating_sub(seen_at.len()),
            stage.error,
        );
        println!("  the least there can be: {}", ideal(offsets));
    });
}

/// How late they are if each goes as soon as there were fewer than the limit in the second before.
fn ideal(offsets: &[Duration]) -> Lengths {
    let limit = LIMIT as usize;
    let mut sent: Vec<Duration> = Vec::with_capacity(offsets.len());
    for (n, &due) in offsets.iter().enumerate() {
        let free = n
            .checked_sub(limit)
            .map_or(Duration::ZERO, |n| sent[n] + Duration::from_secs(1));
        sent.push(due.max(free));
    }
    Lengths::of(sent.iter().zip(offsets).map(|(sent, due)| sent.saturating_sub(*due)))
}

fn rate(count: usize, span: Duration) -> f64 {
    let gaps = u32::try_from(count.saturating_sub(1)).unwrap_or(u32::MAX);
    f64::from(gaps) / span.as_secs_f64()
}
