//! What people see on a platform, as a file of its own beside each transcript: act by act as it was sent, whenever the pace
//! let it out, and at the end what became of the cards that changed.

use std::fmt::Write as _;
use std::path::Path;

use super::{Place, Said};

/// Set to anything, it writes the files anew.
const VARIABLE: &str = "MUSTER_TEST_REWRITE";

/// A file as it is written.
#[derive(Debug, Default)]
pub(super) struct Pages(String);

impl Pages {
    /// A line of its own.
    pub(super) fn line(&mut self, line: &str) {
        let _ = writeln!(self.0, "\n{line}");
    }

    /// What somebody did there, or what hour it was, and what was said.
    pub(super) fn write(&mut self, done: &str, place: &Place, said: &[Said]) {
        let _ = match place {
            Place::Group => writeln!(self.0, "{done}"),
            Place::Private(_) => writeln!(self.0, "(in private) {done}"),
        };
        for one in said {
            match &one.place {
                Place::Group if *place != Place::Group => self.0.push_str("  [the group]\n"),
                Place::Private(person) if one.place != *place => {
                    let _ = writeln!(self.0, "  [@{person}]");
                }
                _ => {}
            }
            if let Some(person) = &one.only_for {
                let _ = writeln!(self.0, "  (only {person} sees this)");
            }
            self.message(&one.seen);
        }
    }

    fn message(&mut self, seen: &str) {
        self.0.push_str(seen);
        self.0.push('\n');
    }

    /// What the cards say at the end that were edited, and whom the bot called.
    pub(super) fn at_last(&mut self, edited: &[String], called: &[String]) {
        self.0.push_str("# At last\n\n");
        for seen in edited {
            self.message(seen);
        }
        let _ = match called {
            [] => writeln!(self.0, "# Nobody was called"),
            called => writeln!(self.0, "# Called: {}", called.join(", ")),
        };
    }

    pub(super) fn text(self) -> String {
        self.0
    }
}

/// That file says what was seen by the tests of that name, and is written anew where whoever runs them wants that.
pub fn holds(file: &Path, test: &str, seen: &str) {
    if is_rewritten() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, seen).unwrap();
        return;
    }
    let written = std::fs::read_to_string(file).unwrap_or_default();
    let differs = written
        .lines()
        .zip(seen.lines())
        .position(|(written, seen)| written != seen);
    if written != seen {
        let at = differs.unwrap_or_else(|| written.lines().count().min(seen.lines().count()));
        panic!(
            "{}, line {}: people see something else:\n{}To write what they see: {VARIABLE}=1 cargo test -p muster --all-features \
             --test {test}",
            file.display(),
            at + 1,
            difference(&written, seen, at),
        );
    }
}

/// The act to which that line belongs: as far as the two agree, then the rest as it is written and as it is seen.
fn difference(written: &str, seen: &str, at: usize) -> String {
    let agreed: Vec<&str> = seen.lines().take(at).collect();
    let begins = agreed
        .iter()
        .rposition(|line| line.is_empty())
        .map_or(0, |empty| empty + 1);
    let mut difference = String::new();
    for line in &agreed[begins..] {
        let _ = writeln!(difference, " {line}");
    }
    for (mark, text) in [('-', written), ('+', seen)] {
        for line in text.lines().skip(at).take_while(|line| !line.is_empty()) {
            let _ = writeln!(difference, "{mark}{line}");
        }
    }
    difference
}

#[expect(
    clippy::disallowed_methods,
    reason = "how whoever runs the tests tells them; the bot itself reads no such variable"
)]
fn is_rewritten() -> bool {
    std::env::var(VARIABLE).is_ok()
}
