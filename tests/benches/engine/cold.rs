//! From the start of the process until somebody is answered, and from the word that ends it to its end.

use std::time::Duration;

use crate::figures::Spread;
use crate::ground::{Ground, Kind};
use crate::process::Process;
use crate::stage::Stage;
use crate::waiting::wait;

/// How often each is measured.
const ROUNDS: usize = 5;
/// How long until ana's private chat has a slot again, and what came of her answer is written down.
const PAUSE: Duration = Duration::from_millis(1_100);

/// On an empty database, whose tables are made first, and once more when they are there. The first time it is asked to
/// end as soon as the answer is seen, the second time at leisure.
pub(crate) fn measure(kind: Kind) {
    let mut starts = [Vec::new(), Vec::new()];
    let mut ends = [Vec::new(), Vec::new()];
    for _ in 0..ROUNDS {
        let (ground, stage) = (Ground::empty(kind), Stage::with(0));
        for (time, leisure) in [Duration::ZERO, PAUSE].into_iter().enumerate() {
            let asked = stage.platform.say_private("ana", "help");
            let (process, connected) = Process::connected(&ground, &stage);
            let answered = stage.since(process.began, stage.answered(&asked));
            starts[time].push((connected, answered));
            wait(leisure);
            ends[time].push(process.end(&stage));
            wait(PAUSE);
        }
    }
    for (what, starts) in ["an empty database", "the same with its tables"]
        .into_iter()
        .zip(starts)
    {
        println!(
            "cold start, {kind:?}, {what}: connected after {}, the first answer after {}",
            Spread::of(starts.iter().map(|(connected, _)| *connected)),
            Spread::of(starts.iter().map(|(_, answered)| *answered))
        );
    }
    let [hurried, calm] = ends.map(Spread::of);
    println!("orderly end, {kind:?}: {hurried} as soon as an answer is seen, {calm} with nothing under way");
}
