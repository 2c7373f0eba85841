//! The binary as it serves platforms: started, killed, ended and started again on the same database.

use std::path::Path;
use std::process::{Child, Command, Stdio};

use muster_test_servers::platform::TestPlatform;
use tempfile::TempDir;

/// A database, the platforms to be served, and what else is configured.
pub(crate) struct Bot {
    folder: TempDir,
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
            folder,
            variables: Vec::new(),
        };
        bot.with("MUSTER_DATABASE_URL", database)
            .with("MUSTER_TEST_PLATFORM", &addresses.join(","))
            .with("MUSTER_TIMEZONE", "America/New_York")
    }

    /// The same with a configuration variable.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Starts it. What it logs is seen where the test fails.
    pub(crate) fn start(&self) -> Run {
        self.start_with(&[])
    }

    /// The same with variables for this start alone.
    pub(crate) fn start_with(&self, variables: &[(&str, &str)]) -> Run {
        let child = Command::new(env!("CARGO_BIN_EXE_muster"))
            .arg("run")
            .current_dir(self.folder())
            .env_clear()
            .envs(self.variables.iter().map(|(name, value)| (name, value)))
            .envs(variables.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        Run { child }
    }
}

/// A start of the binary. Dropped means killed.
pub(crate) struct Run {
    child: Child,
}

impl Run {
    /// SIGKILL: no chance to tidy up.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// SIGTERM, and the exit code that it ends with.
    pub(crate) fn end(mut self) -> Option<i32> {
        let sent = Command::new("kill")
            .args(["-s", "TERM", &self.child.id().to_string()])
            .status();
        assert!(sent.unwrap().success());
        self.child.wait().unwrap().code()
    }

    /// SIGTERM alone.
    pub(crate) fn ask_to_end(&self) {
        let sent = Command::new("kill")
            .args(["-s", "TERM", &self.child.id().to_string()])
            .status();
        assert!(sent.unwrap().success());
    }

    /// Whether it has ended, by itself or killed at a fault point.
    pub(crate) fn has_ended(&mut self) -> bool {
        self.child.try_wait().unwrap().is_some()
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        // It may have ended by itself, or been killed by the test.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
