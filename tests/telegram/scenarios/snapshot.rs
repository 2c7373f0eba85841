//! What people see in Telegram, as a file of its own beside each transcript: act by act as it was sent, whenever the pace
//! let it out, and at the end what became of the cards that changed.

use std::fmt::Write as _;
use std::path::Path;

use muster_test_servers::telegram::{Ping, Shown};

use super::told::{Place, Said};
use super::words;

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
            self.message(&one.shown);
        }
    }

    fn message(&mut self, shown: &Shown) {
        if let Some(file) = &shown.document {
            let _ = writeln!(self.0, "  ({})", file.file_name);
        }
        for (number, line) in rendered(shown).lines().enumerate() {
            let mark = if number == 0 && shown.reply_to.is_some() {
                "↩"
            } else {
                " "
            };
            let _ = writeln!(self.0, "{mark} {line}");
        }
        for row in shown.rows() {
            let labels: Vec<_> = row.iter().map(|button| format!("[{}]", button.label)).collect();
            let _ = writeln!(self.0, "  {}", labels.join(" "));
        }
        self.0.push('\n');
    }

    /// What the cards say at the end that were edited, and whom the bot called.
    pub(super) fn at_last(&mut self, edited: &[Shown], pings: &[Ping]) {
        self.0.push_str("# At last\n\n");
        for shown in edited {
            self.message(shown);
        }
        let called: Vec<_> = pings.iter().map(|ping| ping.person.as_str()).collect();
        let _ = match called.as_slice() {
            [] => writeln!(self.0, "# Nobody was called"),
            called => writeln!(self.0, "# Called: {}", called.join(", ")),
        };
    }

    pub(super) fn text(self) -> String {
        self.0
    }
}

/// What it says with its tags, times to the minute.
fn rendered(shown: &Shown) -> String {
    const INSTANT: &str = "<date_time ";
    let text = shown.rendered();
    let text = words::to_the_minute(&text);
    let mut parts = text.split(INSTANT);
    let mut rendered = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (unix, rest) = part.split_once(' ').unwrap();
        let unix: i64 = unix.parse().unwrap();
        let _ = write!(rendered, "{INSTANT}{} {rest}", unix - unix % 60);
    }
    rendered
}

/// The file of that name says what was seen.
pub(super) fn holds(name: &str, seen: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/scenarios/telegram/{name}.txt"));
    if is_rewritten() {
        std::fs::write(&file, seen).unwrap();
        return;
    }
    let written = std::fs::read_to_string(&file).unwrap_or_default();
    let differs = written
        .lines()
        .zip(seen.lines())
        .position(|(written, seen)| written != seen);
    if written != seen {
        let at = differs.unwrap_or_else(|| written.lines().count().min(seen.lines().count()));
        panic!(
            "{}, line {}: people see something else:\n-{}\n+{}\nTo write what they see: {VARIABLE}=1 cargo test -p muster \
             --all-features --test telegram",
            file.display(),
            at + 1,
            written.lines().nth(at).unwrap_or_default(),
            seen.lines().nth(at).unwrap_or_default(),
        );
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "how whoever runs the tests tells them; the bot itself reads no such variable"
)]
fn is_rewritten() -> bool {
    std::env::var(VARIABLE).is_ok()
}
