//! The binary as it serves platforms: started, killed, ended and started again on the same database.

use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use muster_test_servers::clock::ClockControl;
use muster_test_servers::platform::TestPlatform;
use tempfile::TempDir;

use crate::log::Log;
use crate::told::{self, Told};

/// A database, the platforms to be served, and what else is configured.
pub(crate) struct Bot {
    folder: Arc<TempDir>,
    variables: Vec<(String, String)>,
}

impl Bot {
    /// On an SQLite file of its own.
    pub(crate) fn on_sqlite(platforms: &[&TestPlatform]) -> Self {
        let folder = muster_test_servers::scratch::folder();
        let database = format!("sqlite:{}", folder.path().join("muster.db").display());
        Self::on(folder, platforms, &database)
    }

    /// On that database.
    pub(crate) fn on_database(platforms: &[&TestPlatform], url: &str) -> Self {
        Self::on(muster_test_servers::scratch::folder(), platforms, url)
    }

    fn on(folder: TempDir, platforms: &[&TestPlatform], database: &str) -> Self {
        let addresses: Vec<String> = platforms
            .iter()
            .map(|platform| platform.address().to_string())
            .collect();
        let bot = Self {
            folder: Arc::new(folder),
            variables: Vec::new(),
        };
        bot.with("MUSTER_DATABASE_URL", database)
            .with("MUSTER_TEST_PLATFORM", &addresses.join(","))
            .with("MUSTER_TIMEZONE", "America/New_York")
            .with("MUSTER_ADMIN_LISTEN", "127.0.0.1:0")
            .with("MUSTER_LOG", "warn,muster=info")
            .with("NO_COLOR", "1")
    }

    /// The same with a configuration variable.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same by that clock.
    pub(crate) fn by(self, clock: &ClockControl) -> Self {
        let address = clock.address().to_owned();
        self.with("MUSTER_TEST_CLOCK", &address)
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Starts it. What it logs is seen where the test fails.
    pub(crate) fn start(&self) -> Run {
        self.start_with(&[])
    }

    /// The same with something that is to go wrong within.
    pub(crate) fn start_failing(&self, plan: &str) -> Run {
        self.start_with(&[("MUSTER_FAILPOINTS", plan)])
    }

    /// The same with variables for this start alone.
    pub(crate) fn start_with(&self, variables: &[(&str, &str)]) -> Run {
        let mut child = Command::new(env!("CARGO_BIN_EXE_muster"))
            .arg("run")
            .current_dir(self.folder())
            .env_clear()
            .envs(self.variables.iter().map(|(name, value)| (name, value)))
            .envs(variables.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let log = Log::of(child.stderr.take().unwrap());
        Run {
            child,
            log,
            _folder: self.folder.clone(),
        }
    }
}

/// A start of the binary. Dropped means killed.
pub(crate) struct Run {
    child: Child,
    log: Log,
    /// Its database may be in there.
    _folder: Arc<TempDir>,
}

impl Run {
    /// SIGKILL: no chance to tidy up.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// SIGTERM.
    pub(crate) fn ask_to_end(&self) {
        self.signal("TERM");
    }

    /// A signal by its name.
    pub(crate) fn signal(&self, name: &str) {
        let sent = Command::new("kill")
            .args(["-s", name, &self.child.id().to_string()])
            .status();
        assert!(sent.unwrap().success());
    }

    /// SIGTERM, and the exit code that it ends with.
    pub(crate) fn end(self) -> Option<i32> {
        self.ask_to_end();
        self.ends()
    }

    /// Waits until it ends; its exit code, none if it was killed.
    pub(crate) fn ends(mut self) -> Option<i32> {
        self.child.wait().unwrap().code()
    }

    /// Whether it has ended, by itself or killed at a fault point.
    pub(crate) fn has_ended(&mut self) -> bool {
        self.child.try_wait().unwrap().is_some()
    }

    /// What it logged so far.
    pub(crate) fn log(&self) -> &Log {
        &self.log
    }

    /// How many seconds of a processor it has used so far.
    pub(crate) fn processor_time(&self) -> f64 {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap();
        // After the name, which stands in brackets: fields 14 and 15, in hundredths of a second.
        let fields = stat.rsplit_once(')').unwrap().1.split_whitespace();
        let ticks: f64 = fields.skip(11).take(2).map(|field| field.parse::<f64>().unwrap()).sum();
        ticks / 100.0
    }

    /// Where it tells its health.
    pub(crate) fn admin(&self) -> SocketAddr {
        let line = self.log.wait_for("health and metrics are told address=");
        line.rsplit_once('=').unwrap().1.trim().parse().unwrap()
    }

    /// What it counted so far, and what waits.
    pub(crate) fn told(&self) -> Told {
        Told(told::get(self.admin(), "/metrics").1)
    }

    /// Waits until its figures say that.
    pub(crate) fn wait_until_told(&self, what: &str, holds: impl Fn(&Told) -> bool) -> Told {
        let admin = self.admin();
        told::wait_until(admin, what, holds)
    }

    /// Waits until nothing is left to do: no event, no message, and nothing that is due.
    pub(crate) fn wait_until_quiet(&self) -> Told {
        self.wait_until_told("nothing is left to do", Told::is_quiet)
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        // It may have ended by itself, or been killed by the test.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
