//! Synapse itself, as a process.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};

use super::options::{Options, log_configuration};
use super::python;

/// How many of the last lines of a log tell why a test failed.
const LAST_LINES: usize = 30;

/// A folder of Synapse's, and the process in it while one runs.
#[derive(Debug)]
pub(super) struct Process {
    folder: PathBuf,
    /// Its standard input is held: when that ends, so does Synapse, and the folder goes with it.
    child: Option<Child>,
}

impl Process {
    /// Nothing runs yet.
    pub(super) fn new(folder: &Path, options: Options) -> Self {
        let process = Self {
            folder: folder.to_owned(),
            child: None,
        };
        let write = |name: &str, text: String| fs::write(folder.join(name), text).expect("a file in the folder");
        write("homeserver.yaml", options.configuration(folder, &process.socket()));
        write("log.yaml", log_configuration(&folder.join("homeserver.log")));
        process
    }

    /// Where it listens.
    pub(super) fn socket(&self) -> PathBuf {
        self.folder.join("homeserver.sock")
    }

    /// Starts it. It listens a moment later.
    pub(super) fn start(&mut self) {
        assert!(self.child.is_none(), "Synapse runs already");
        let said = File::create(self.folder.join("said.log")).expect("a file for what it says");
        let mut command = python::script("homeserver.py");
        let command = command.arg(&self.folder).stdin(Stdio::piped());
        let command = command.stdout(Stdio::null()).stderr(said);
        self.child = Some(command.spawn().expect("Python starts"));
    }

    /// Ends it and keeps its folder: in good order by SIGTERM, or by SIGKILL.
    pub(super) fn end(&mut self, signal: &str) {
        let mut child = self.child.take().expect("Synapse runs");
        // The folder must not go with it, so its standard input is held until it has ended.
        let input = child.stdin.take();
        let sent = std::process::Command::new("kill")
            .args(["-s", signal, &child.id().to_string()])
            .status();
        assert!(sent.expect("there is a kill").success(), "{signal} is sent");
        child.wait().expect("Synapse is gone");
        drop(input);
        let _ = fs::remove_file(self.socket());
    }

    /// Panics if it ended by itself.
    pub(super) fn must_run(&mut self) {
        let child = self.child.as_mut().expect("Synapse runs");
        if let Some(status) = child.try_wait().expect("Synapse is asked after") {
            panic!("Synapse ended ({status}):\n{}", self.last_words());
        }
    }

    /// The last that it said and logged.
    pub(super) fn last_words(&self) -> String {
        let logs = ["said.log", "homeserver.log"].map(|name| last_lines(&self.folder.join(name)));
        logs.concat()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            // It may have ended by itself.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// The last lines of a log, under its name.
pub(super) fn last_lines(file: &Path) -> String {
    let log = fs::read_to_string(file).unwrap_or_default();
    let lines: Vec<&str> = log.lines().collect();
    let last = &lines[lines.len().saturating_sub(LAST_LINES)..];
    format!("-- {}\n{}\n", file.display(), last.join("\n"))
}
