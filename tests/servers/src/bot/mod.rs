//! The binary as it serves platforms: started, killed, ended and started again on the same database.
//!
//! - here: [`Bot`], what is configured, and [`Run`], a start of it
//! - `log`: what it logs; [`told`]: what it tells over HTTP

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on panics; that is how it fails"
)]

mod log;
pub mod told;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use tempfile::TempDir;

use crate::clock::ClockControl;
use crate::process::{self, Memory};

pub use log::Log;
pub use told::Told;

/// A database, and what else is configured.
#[derive(Debug)]
pub struct Bot {
    binary: PathBuf,
    folder: Arc<TempDir>,
    variables: Vec<(String, String)>,
}

impl Bot {
    /// That binary (`env!("CARGO_BIN_EXE_muster")`) on an SQLite file of its own.
    pub fn on_sqlite(binary: impl Into<PathBuf>) -> Self {
        let bot = Self::new(binary);
        let database = format!("sqlite:{}", bot.folder().join("muster.db").display());
        bot.with("MUSTER_DATABASE_URL", &database)
    }

    /// That binary on that database.
    pub fn on_database(binary: impl Into<PathBuf>, url: &str) -> Self {
        Self::new(binary).with("MUSTER_DATABASE_URL", url)
    }

    fn new(binary: impl Into<PathBuf>) -> Self {
        let bot = Self {
            binary: binary.into(),
            folder: Arc::new(crate::scratch::folder()),
            variables: Vec::new(),
        };
        bot.with("MUSTER_TIMEZONE", "America/New_York")
            .with("MUSTER_ADMIN_LISTEN", "127.0.0.1:0")
            .with("MUSTER_LOG", "warn,muster=info")
            .with("NO_COLOR", "1")
    }

    /// The same with a configuration variable.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same by that clock.
    #[must_use]
    pub fn by(self, clock: &ClockControl) -> Self {
        let address = clock.address().to_owned();
        self.with("MUSTER_TEST_CLOCK", &address)
    }

    /// Where it runs.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Starts it. What it logs is seen where the test fails.
    pub fn start(&self) -> Run {
        self.start_with(&[])
    }

    /// The same with something that is to go wrong within.
    pub fn start_failing(&self, plan: &str) -> Run {
        self.start_with(&[("MUSTER_FAILPOINTS", plan)])
    }

    /// The same with variables for this start alone.
    pub fn start_with(&self, variables: &[(&str, &str)]) -> Run {
        let mut child = self
            .command()
            .arg("run")
            .envs(variables.iter().copied())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary starts");
        let log = Log::of(child.stderr.take().expect("a pipe from the binary"));
        Run {
            child,
            log,
            _folder: self.folder.clone(),
        }
    }

    /// What another command of the binary says: done, or why not.
    pub fn does(&self, arguments: &[&str]) -> Result<String, String> {
        let done = self.command().args(arguments).output().expect("the binary starts");
        let text = |bytes| String::from_utf8(bytes).unwrap();
        if done.status.success() {
            Ok(text(done.stdout))
        } else {
            Err(text(done.stderr))
        }
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.binary);
        command
            .current_dir(self.folder())
            .env_clear()
            .envs(self.variables.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null());
        command
    }
}

/// A start of the binary. Dropped means killed.
#[derive(Debug)]
pub struct Run {
    child: Child,
    log: Log,
    /// Its database may be in there.
    _folder: Arc<TempDir>,
}

impl Run {
    /// SIGKILL: no chance to tidy up.
    pub fn kill(mut self) {
        self.child.kill().expect("the binary is killed");
        self.child.wait().expect("the binary is gone");
    }

    /// SIGKILL, and another start.
    pub fn dies_and_starts(&mut self, bot: &Bot) {
        self.child.kill().expect("the binary is killed");
        self.child.wait().expect("the binary is gone");
        *self = bot.start();
    }

    /// SIGTERM.
    pub fn ask_to_end(&self) {
        self.signal("TERM");
    }

    /// A signal by its name.
    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill")
            .args(["-s", name, &self.child.id().to_string()])
            .status();
        assert!(sent.expect("there is a kill").success(), "{name} is sent");
    }

    /// SIGTERM, and the exit code that it ends with.
    pub fn end(self) -> Option<i32> {
        self.ask_to_end();
        self.ends()
    }

    /// Waits until it ends; its exit code, none if it was killed.
    pub fn ends(mut self) -> Option<i32> {
        self.child.wait().expect("the binary is gone").code()
    }

    /// Whether it has ended, by itself or killed at a fault point.
    pub fn has_ended(&mut self) -> bool {
        self.child.try_wait().expect("the binary is asked after").is_some()
    }

    /// What it logged so far.
    pub fn log(&self) -> &Log {
        &self.log
    }

    /// What it takes of the memory.
    pub fn memory(&self) -> Memory {
        Memory::of(self.child.id())
    }

    /// How many threads it has.
    pub fn threads(&self) -> u32 {
        process::threads(self.child.id())
    }

    /// How many files it has open, sockets among them.
    pub fn open_files(&self) -> usize {
        process::open_files(self.child.id())
    }

    /// How many seconds of a processor it has used so far.
    pub fn processor_time(&self) -> f64 {
        process::processor_time(self.child.id())
    }

    /// Where it tells its health.
    pub fn admin(&self) -> SocketAddr {
        let line = self.log.wait_for("health and metrics are told address=");
        line.rsplit_once('=').unwrap().1.trim().parse().unwrap()
    }

    /// What it counted so far, and what waits.
    pub fn told(&self) -> Told {
        Told(told::get(self.admin(), "/metrics").1)
    }

    /// Waits until its figures say that.
    pub fn wait_until_told(&self, what: &str, holds: impl Fn(&Told) -> bool) -> Told {
        let admin = self.admin();
        told::wait_until(admin, what, holds)
    }

    /// Waits until nothing is left to do: no event, no message, and nothing that is due.
    pub fn wait_until_quiet(&self) -> Told {
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
