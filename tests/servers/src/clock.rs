//! The time of binaries under test: the test holds the clock and moves it.

use std::io::{BufRead, BufReader, ErrorKind, Write};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use muster_core::clock::Instant;
use tempfile::TempDir;

/// How long a process may take to set its clock: long enough for the slowest machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// A clock for any number of processes, which are given its [`address`](Self::address) as `MUSTER_TEST_CLOCK`. They may
/// come, go and be killed at any moment; each starts at the instant that was set last.
#[derive(Debug)]
pub struct ClockControl {
    socket: PathBuf,
    address: String,
    held: Arc<Mutex<Held>>,
    _folder: TempDir,
}

#[derive(Debug)]
struct Held {
    at: Instant,
    /// `None` when the test is over.
    processes: Option<Vec<BufReader<UnixStream>>>,
}

impl ClockControl {
    /// A clock that stands at `at`.
    pub fn start(at: Instant) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the socket");
        let socket = folder.path().join("clock");
        let listener = UnixListener::bind(&socket).expect("a socket for the clock");
        let held = Arc::new(Mutex::new(Held {
            at,
            processes: Some(Vec::new()),
        }));
        let greeted = held.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if !lock(&greeted).greet(stream) {
                    return;
                }
            }
        });
        Self {
            address: format!("unix:{}", socket.display()),
            socket,
            held,
            _folder: folder,
        }
    }

    /// What a process is told as `MUSTER_TEST_CLOCK`.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Where it stands.
    pub fn now(&self) -> Instant {
        lock(&self.held).at
    }

    /// Moves it. When this returns, every process that is running shows `at`, and whoever waited for it there is woken.
    pub fn set(&self, at: Instant) {
        let mut held = lock(&self.held);
        held.at = at;
        if let Some(processes) = &mut held.processes {
            processes.retain_mut(|process| tell(process, at));
        }
    }
}

impl Drop for ClockControl {
    fn drop(&mut self) {
        lock(&self.held).processes = None;
        // So that whoever waits for processes looks up and ends.
        let _ = UnixStream::connect(&self.socket);
    }
}

impl Held {
    /// Tells a process that came the time; `false` when the test is over.
    fn greet(&mut self, stream: UnixStream) -> bool {
        let Some(processes) = &mut self.processes else {
            return false;
        };
        stream
            .set_read_timeout(Some(PATIENCE))
            .expect("a socket with a timeout");
        let mut process = BufReader::new(stream);
        if tell(&mut process, self.at) {
            processes.push(process);
        }
        true
    }
}

fn lock(held: &Mutex<Held>) -> MutexGuard<'_, Held> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Sends the instant and waits until it comes back; `false` if the process is gone.
fn tell(process: &mut BufReader<UnixStream>, at: Instant) -> bool {
    let line = format!("{}\n", at.to_rfc3339());
    let mut answer = String::new();
    let told = process
        .get_mut()
        .write_all(line.as_bytes())
        .and_then(|()| process.read_line(&mut answer));
    match told {
        Ok(0) => false,
        Ok(_) => answer == line,
        Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
            panic!("a process did not set its clock within {PATIENCE:?}")
        }
        Err(_) => false,
    }
}
