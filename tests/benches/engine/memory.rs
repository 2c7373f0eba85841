//! What the binary takes of the machine's memory, however much is stored.

use std::time::{Duration, Instant};

use muster::clock::DeskClock;
use muster_core::clock::Clock as _;

use crate::asked::Asked;
use crate::desk::number;
use crate::figures::Spread;
use crate::ground::{Ground, Kind};
use crate::process::Process;
use crate::stage::Stage;
use crate::waiting::wait;

/// How many reminders are stored that are not due.
const REMINDERS: [usize; 2] = [10_000, 1_000_000];
/// How many messages wait that may be sent now.
const PENDING: usize = 100_000;
/// How many commands are answered before it is looked at the last time, and how long between two of them: what the
/// platform allows in a chat.
const COMMANDS: usize = 8;
const PAUSE: Duration = Duration::from_millis(1_100);

/// An empty desk, few and many reminders, and much to send.
pub(crate) fn measure(kind: Kind, asked: &Asked) {
    let stage = Stage::with(0);
    let ground = Ground::with(kind, async |_| ());
    serve(kind, "an empty desk", &ground, &stage);
    for count in REMINDERS.map(|count| asked.stock(count)) {
        let stage = Stage::with(0);
        let began = Instant::now();
        let ground = Ground::with(kind, async |desk| desk.remind(count).await);
        let filled = began.elapsed();
        serve(
            kind,
            &format!("{count} reminders (filled in {filled:.0?})"),
            &ground,
            &stage,
        );
    }
    let pending = asked.stock(PENDING);
    let stage = Stage::with(pending);
    let now = DeskClock::default().now();
    let ground = Ground::with(kind, async |desk| desk.send(pending, &vec![now; pending]).await);
    serve(kind, &format!("{pending} messages to send"), &ground, &stage);
    stage.platform.look(|seen| {
        let sent = || seen.messages.iter().filter(|shown| number(&shown.text).is_some());
        let (first, last) = (sent().next(), sent().next_back());
        let span = last
            .map_or(Duration::ZERO, |last| last.at)
            .saturating_sub(first.map_or(Duration::ZERO, |first| first.at));
        let count = u32::try_from(sent().count()).unwrap_or(u32::MAX);
        println!(
            "  meanwhile {count} of them were sent in {span:.1?}, {:.1} a second; {} breaches",
            f64::from(count.saturating_sub(1)) / span.as_secs_f64(),
            seen.breaches
        );
    });
}

/// Serves for some seconds, and says what that takes.
fn serve(kind: Kind, what: &str, ground: &Ground, stage: &Stage) {
    let (process, _) = Process::connected(ground, stage);
    let mut waited = Vec::new();
    let mut taken = Vec::new();
    for _ in 0..COMMANDS {
        let asked = Instant::now();
        let event = stage.platform.say_private("ana", "task list");
        waited.push(stage.since(asked, stage.answered(&event)));
        taken.push(process.memory());
        wait(PAUSE);
    }
    let [first, half, last] = [taken[0], taken[COMMANDS / 2 - 1], process.memory()];
    println!(
        "memory, {kind:?}, {what}: {first} after the first command, {half} after {}, {last} after {COMMANDS}; answered in {}",
        COMMANDS / 2,
        Spread::of(waited)
    );
    process.end(stage);
}
