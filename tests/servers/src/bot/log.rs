//! What a start of the binary logs.

use std::io::{BufRead, BufReader};
use std::process::ChildStderr;
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

/// How long a test waits for a line that must come.
const PATIENCE: Duration = Duration::from_mins(1);

/// The lines so far.
#[derive(Debug, Clone)]
pub struct Log {
    lines: Arc<(Mutex<Vec<String>>, Condvar)>,
}

impl Log {
    /// Reads what comes out of that pipe; all of it is seen where the test fails.
    pub(super) fn of(stderr: ChildStderr) -> Self {
        let lines = Arc::new((Mutex::new(Vec::new()), Condvar::new()));
        let written = lines.clone();
        std::thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                show(&line);
                written.0.lock().unwrap().push(line);
                written.1.notify_all();
            }
        });
        Self { lines }
    }

    /// Waits for a line with these words in it.
    pub fn wait_for(&self, words: &str) -> String {
        let (lines, more) = &*self.lines;
        let find = |lines: &[String]| lines.iter().find(|line| line.contains(words)).cloned();
        let waits = |lines: &mut Vec<String>| find(lines).is_none();
        let (lines, _) = more.wait_timeout_while(lines.lock().unwrap(), PATIENCE, waits).unwrap();
        find(&lines).unwrap_or_else(|| panic!("waited {PATIENCE:?} in vain for a line with {words:?}: {lines:#?}"))
    }

    /// What it logged because something went wrong, or might.
    pub fn complaints(&self) -> Vec<String> {
        [" WARN ", " ERROR "].map(|level| self.with(level)).concat()
    }

    /// The lines with these words in them.
    pub fn with(&self, words: &str) -> Vec<String> {
        let lines = self.lines.0.lock().unwrap();
        lines.iter().filter(|line| line.contains(words)).cloned().collect()
    }
}

#[expect(clippy::print_stderr, reason = "what the binary says is seen where a test fails")]
fn show(line: &str) {
    eprintln!("{line}");
}
