//! After a kill in the middle of much to send.

use std::time::Duration;

use muster::clock::DeskClock;
use muster_core::clock::Clock as _;
use muster_test_servers::platform::{Fault, Seen, When};

use crate::desk::number;
use crate::figures::Spread;
use crate::ground::{Ground, Kind};
use crate::process::Process;
use crate::stage::{LIMIT, Stage};

/// How many messages are to be sent.
pub(crate) const PENDING: usize = 100_000;
/// How long a platform stays a dead node's on a database that several nodes share.
const LEASE: Duration = Duration::from_secs(2);
/// How many kills.
const ROUNDS: usize = 7;
/// How late the platform answers, so that some attempts are under way at every kill.
const LATE: Duration = Duration::from_millis(150);

/// Kills it again and again while it sends, and starts it again: a command is waiting each time.
pub(crate) fn measure(kind: Kind, pending: usize) {
    let stage = Stage::with(pending);
    let now = DeskClock::default().now();
    let ground = Ground::with(kind, async |desk| desk.send(pending, &vec![now; pending]).await);
    let ground = ground.with_lease(LEASE);
    stage.platform.fault(When::always(), Fault::AnswerLate(LATE));
    let (mut process, _) = Process::connected(&ground, &stage);
    let mut starts = Vec::new();
    let mut under_way = 0;
    for _ in 0..ROUNDS {
        let before = sent(&stage);
        stage.find(|seen| (messages(seen).count() >= before + 2 * LIMIT as usize).then_some(()));
        process.kill(&stage);
        let before = sent(&stage);
        under_way += stage.platform.look(recent);
        let asked = stage.platform.say_private("ana", "task list");
        let connected;
        (process, connected) = Process::connected(&ground, &stage);
        let first = stage.find(|seen| messages(seen).nth(before).map(|shown| shown.at));
        let first = stage.since(process.began, first);
        let answered = stage.since(process.began, stage.answered(&asked));
        starts.push([connected, first, answered]);
    }
    let figure = |which: usize| Spread::of(starts.iter().map(|start| start[which]));
    let lease = if kind == Kind::Postgres {
        format!(" (a lease of {LEASE:?} is part of it)")
    } else {
        String::new()
    };
    println!(
        "recovery, {kind:?}, {pending} pending, {ROUNDS} kills with {under_way} attempts under way{lease}: connected after \
         {}, the first message after {}, the first answer after {}; {} breaches",
        figure(0),
        figure(1),
        figure(2),
        stage.platform.look(|seen| seen.breaches)
    );
}

/// The messages of the desk, without answers.
fn messages(seen: &Seen) -> impl Iterator<Item = &muster_test_servers::platform::Shown> {
    seen.messages.iter().filter(|shown| number(&shown.text).is_some())
}

fn sent(stage: &Stage) -> usize {
    stage.platform.look(|seen| messages(seen).count())
}

/// How many messages were seen so shortly before the last one that the answers to them were under way.
fn recent(seen: &Seen) -> usize {
    let last = seen.messages.last().map_or(Duration::ZERO, |shown| shown.at);
    let recent = seen.messages.iter().rev().take_while(|shown| shown.at + LATE > last);
    recent.count()
}
