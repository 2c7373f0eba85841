//! From the start of the process until somebody is answered.

use crate::figures::Lengths;
use crate::ground::{Ground, Kind};
use crate::process::Process;
use crate::stage::Stage;

/// How often each is measured.
const ROUNDS: usize = 7;

/// On an empty database, whose tables are made first, and once more when they are there.
pub(crate) fn measure(kind: Kind) {
    let (mut first, mut again) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let (ground, stage) = (Ground::empty(kind), Stage::with(0));
        for starts in [&mut first, &mut again] {
            let asked = stage.platform.say_private("ana", "help");
            let (process, connected) = Process::connected(&ground, &stage);
            let answered = stage.since(process.began, stage.answered(&asked));
            starts.push((connected, answered));
            process.end(&stage);
        }
    }
    for (what, starts) in [("an empty database", first), ("the same with its tables", again)] {
        println!(
            "cold start, {kind:?}, {what}: connected after {}, the first answer after {}",
            Lengths::of(starts.iter().map(|(connected, _)| *connected)).spread(),
            Lengths::of(starts.iter().map(|(_, answered)| *answered)).spread()
        );
    }
}
