//! The release binary at work.

use std::fmt;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use muster_test_servers::process::{Memory, mebibytes};

use crate::ground::Ground;
use crate::stage::Stage;

/// A start of the binary. Dropped means killed.
pub(crate) struct Process {
    child: Child,
    /// When it was asked for.
    pub(crate) began: Instant,
}

impl Process {
    /// Starts it on that database and that platform.
    pub(crate) fn start(ground: &Ground, stage: &Stage) -> Self {
        let lease = ground.lease.map(|lease| format!("{}s", lease.as_secs()));
        let began = Instant::now();
        let child = Command::new(env!("CARGO_BIN_EXE_muster"))
            .arg("run")
            .current_dir(ground.folder())
            .env_clear()
            .env("MUSTER_DATABASE_URL", ground.url())
            .env("MUSTER_TEST_PLATFORM", stage.platform.address().to_string())
            .env("MUSTER_TIMEZONE", "America/New_York")
            .envs(lease.map(|lease| ("MUSTER_LEASE", lease)))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .expect("the binary starts");
        Self { child, began }
    }

    /// The same, and how long it took until it is told of events.
    pub(crate) fn connected(ground: &Ground, stage: &Stage) -> (Self, Duration) {
        let process = Self::start(ground, stage);
        stage.find(|seen| seen.connected.then_some(()));
        let took = process.began.elapsed();
        (process, took)
    }

    /// SIGKILL, and the platform has noticed.
    pub(crate) fn kill(mut self, stage: &Stage) {
        self.child.kill().expect("it runs");
        self.child.wait().expect("it ends");
        stage.find(|seen| (!seen.connected).then_some(()));
    }

    /// SIGTERM, and it ends in good order; how long that took.
    pub(crate) fn end(mut self, stage: &Stage) -> Duration {
        let asked = Instant::now();
        let sent = Command::new("kill")
            .args(["-s", "TERM", &self.child.id().to_string()])
            .status();
        assert!(sent.expect("kill is there").success(), "it runs");
        let ended = self.child.wait().expect("it ends");
        assert!(ended.success(), "{ended}");
        let took = asked.elapsed();
        stage.find(|seen| (!seen.connected).then_some(()));
        took
    }

    /// What it takes of the machine's memory (Linux).
    pub(crate) fn memory(&self) -> Taken {
        Taken(Memory::of(self.child.id()))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What a process takes of the memory, in words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Taken(Memory);

impl fmt::Display for Taken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Memory { resident, peak } = self.0;
        write!(f, "{:.1} MiB (at the most {:.1})", mebibytes(resident), mebibytes(peak))
    }
}
