//! The real binary at a console, in a folder of its own, over pipes.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// How long a test waits for something that must come: long enough for the slowest machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// A folder with a database, and the binary to run on it.
#[derive(Debug)]
pub struct DeskFolder {
    binary: PathBuf,
    folder: TempDir,
    variables: Vec<(String, String)>,
}

impl DeskFolder {
    /// An empty folder for that binary (`env!("CARGO_BIN_EXE_muster")`).
    pub fn new(binary: impl Into<PathBuf>) -> Self {
        Self {
            binary: binary.into(),
            folder: tempfile::tempdir().expect("a folder for the test"),
            variables: Vec::new(),
        }
    }

    /// The same with a configuration variable.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The binary with those arguments, in this folder, without any `MUSTER_*` variable of the machine.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.binary);
        command.args(arguments).current_dir(self.path()).env_clear();
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command
    }

    /// Runs the binary to its end with `input` on its standard input.
    pub fn run(&self, arguments: &[&str], input: &str) -> Output {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary starts");
        let mut stdin = child.stdin.take().expect("a pipe to the binary");
        let input = input.to_owned();
        // A binary that ends early closes its end: what it said and its exit code tell the test.
        let writer = std::thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
        let output = child.wait_with_output().expect("the binary ends");
        writer.join().expect("the writer ends");
        output
    }

    /// What people see when `input` is typed at the console by `name` in `room`.
    pub fn seen(&self, name: &str, room: &str, input: &str) -> String {
        let output = self.run(&["console", "--as", name, "--room", room], input);
        assert!(
            output.status.success(),
            "the console failed: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).expect("the console writes UTF-8")
    }

    /// Starts the console and leaves it running.
    pub fn start(&self, name: &str) -> RunningDesk {
        RunningDesk::start(self.command(&["console", "--as", name]))
    }
}

/// A console that is running. Dropped means killed.
#[derive(Debug)]
pub struct RunningDesk {
    child: Child,
    stdin: Option<ChildStdin>,
    lines: Receiver<String>,
}

impl RunningDesk {
    fn start(mut command: Command) -> Self {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .expect("the binary starts");
        let stdin = child.stdin.take();
        let stdout = child.stdout.take().expect("a pipe from the binary");
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        Self { child, stdin, lines }
    }

    /// A handle to type with, for a thread of its own.
    pub fn keyboard(&mut self) -> ChildStdin {
        self.stdin.take().expect("the keyboard is taken once")
    }

    /// The next line that is shown; `None` when the binary has ended.
    pub fn next_line(&self) -> Option<String> {
        match self.lines.recv_timeout(PATIENCE) {
            Ok(line) => Some(line),
            Err(RecvTimeoutError::Disconnected) => None,
            Err(RecvTimeoutError::Timeout) => panic!("nothing was shown for {PATIENCE:?}"),
        }
    }

    /// The lines that are shown until `end`, or until the binary has ended.
    pub fn lines_until(&self, end: Instant) -> Vec<String> {
        let mut shown = Vec::new();
        while let Ok(line) = self.lines.recv_timeout(end.saturating_duration_since(Instant::now())) {
            shown.push(line);
        }
        shown
    }

    /// Sends the process a signal by its name (`TERM`), waits until it has ended, and returns what was shown until then
    /// and its exit code.
    pub fn end(mut self, signal: &str) -> (Vec<String>, Option<i32>) {
        let sent = Command::new("kill")
            .args(["-s", signal, &self.child.id().to_string()])
            .status();
        assert!(sent.expect("there is a kill").success(), "{signal} is sent");
        let mut shown = Vec::new();
        while let Some(line) = self.next_line() {
            shown.push(line);
        }
        let status = self.child.wait().expect("the binary is gone");
        (shown, status.code())
    }

    /// SIGKILL: no chance to tidy up. What was shown before is returned.
    pub fn kill(mut self) -> Vec<String> {
        self.child.kill().expect("the binary is killed");
        self.child.wait().expect("the binary is gone");
        self.lines.iter().collect()
    }
}

impl Drop for RunningDesk {
    fn drop(&mut self) {
        // It may have ended by itself, or been killed by the test.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
